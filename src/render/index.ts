/**
 * Pictures and pages of answers.
 *
 * @packageDocumentation
 */

export type { PictureOptions } from '../drawing/diagram'
