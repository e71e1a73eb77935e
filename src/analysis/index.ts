/**
 * Analyses of a view: panels for statistics.
 *
 * @packageDocumentation
 */

export type { Coverage } from './coverage'
export type { DyadYearOptions } from './dyad-options'
export { type CsvOptions, type DyadYear, dyadYears, type Panel, type PanelRecord } from './panel'
