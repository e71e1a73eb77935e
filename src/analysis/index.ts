/**
 * Analyses of a view: panels for statistics.
 *
 * @packageDocumentation
 */

export type { Coverage } from './panel/coverage'
export type { DyadYearOptions } from './panel/options'
export { type CsvOptions, type DyadYear, dyadYears, type Panel, type PanelRecord } from './panel/panel'
