import type { SourceContext } from './context'
import type { CsvRow } from './csv'

/** How much of a row an issue keeps. */
const EXCERPT = 500

/**
 * The rows that have as many cells as they should; empty cells beyond do no harm. Any other is told and left out: where
 * a delimiter stood in a cell without quotes, all cells after it are in the wrong column. If it is the last one, the
 * file was probably cut off.
 *
 * @param rows all rows
 * @param columns how many cells each has
 */
export async function* wholeRows(
  rows: AsyncIterable<CsvRow>,
  columns: number,
  context: SourceContext,
): AsyncGenerator<CsvRow> {
  let odd: CsvRow | undefined
  for await (const row of rows) {
    if (odd) tellOdd(odd, columns, context)
    odd = undefined
    context.line = row.line
    const { cells } = row
    if (cells.length === columns) yield row
    else if (cells.length > columns && cells.slice(columns).every((cell) => cell === '')) {
      yield { ...row, cells: cells.slice(0, columns) }
    } else odd = row
  }
  if (!odd) return
  if (odd.cells.length > columns) tellOdd(odd, columns, context)
  else {
    const message = `the last row has ${count(odd.cells.length)} of ${columns}, and is left out: is the file cut off?`
    context.tell('cut-off', message, placeOf(odd))
  }
}

function tellOdd(row: CsvRow, columns: number, context: SourceContext): void {
  const message = `a row has ${count(row.cells.length)}, not ${columns}, and is left out`
  context.tell('bad-csv', message, placeOf(row))
}

function placeOf({ cells, line }: CsvRow) {
  return { line, record: cells.join(' | ').slice(0, EXCERPT) }
}

function count(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`
}
