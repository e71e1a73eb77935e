import type { Level } from '../../model/claim'

/** A row of what is shown: its cells as plain text, and what it is worth. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly level?: Level
  readonly disputed?: boolean
}

/** An answer that is one row among others of its kind. */
export interface Rowed {
  readonly columns: readonly string[]
  tableRow(languages?: readonly string[]): TableRow
}

/** What is shown as rows: answers, the steps of a path, the statements of a view. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** What is not among the rows, or why there are none. */
  readonly remarks: readonly string[]
}

/** How many rows are shown where nobody asks for more. */
export const ROWS = 20

/** `1 path`, `7 paths`. */
export function counted(count: number, several: string): string {
  return `${count} ${count === 1 ? (ONE[several] ?? several) : several}`
}

const ONE: { readonly [several: string]: string } = {
  paths: 'path',
  matches: 'match',
  entities: 'entity',
  statements: 'statement',
}

/** Says how many rows are not shown. */
export function folded(all: number, shown: number, atLeast = false): string[] {
  return all > shown ? [`… and ${atLeast ? 'at least ' : ''}${all - shown} more`] : []
}
