/**
 * Pictures and pages of answers.
 *
 * @packageDocumentation
 */

export type { PictureOptions } from '../drawing/diagram'
export { type PageOptions, toPage } from './page'
export { type TimelineOptions, toTimeline } from './timeline'
