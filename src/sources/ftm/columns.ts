import { didYouMean } from '../../model/suggest'
import type { SourceContext } from '../input/context'
import { csvRows } from '../input/csv'
import type { SourceFile } from '../input/files'
import { wholeRows } from '../input/whole-rows'

/** A table that OpenSanctions publishes. */
export interface TableShape {
  readonly title: string
  /** Columns without which it cannot be read. */
  readonly required: readonly string[]
  readonly others: readonly string[]
}

/** A row by its columns; cells that are empty are left out. */
export type Cells = ReadonlyMap<string, string>

/** The rows of a table. Columns that are missing are told, and so are those that are not known: they are kept. */
export async function* tableRows(
  file: SourceFile,
  context: SourceContext,
  shape: TableShape,
): AsyncGenerator<Cells> {
  const rows = csvRows(file, context)
  const head = await rows.next()
  if (head.done) {
    if (!context.refused) context.tell('wrong-format', `this is not ${shape.title}: it is empty`)
    return
  }
  const columns = head.value.cells.map((cell) => cell.trim())
  context.line = head.value.line
  if (!checkColumns(columns, shape, context)) return
  for await (const { cells } of wholeRows(rows, columns.length, context)) {
    const found = columns.map((column, i): [string, string] => [column, cells[i] ?? ''])
    yield new Map(found.filter(([, cell]) => cell !== ''))
  }
}

function checkColumns(columns: readonly string[], shape: TableShape, context: SourceContext): boolean {
  const known = [...shape.required, ...shape.others]
  const unknown = columns.filter((column) => !known.includes(column))
  for (const column of known) {
    if (columns.includes(column)) continue
    const near = unknown.find((one) => didYouMean(one, [column]) !== undefined)
    const hint = near === undefined ? {} : { hint: `is it '${near.slice(0, 80)}'?` }
    if (shape.required.includes(column)) {
      context.tell('wrong-format', `this is not ${shape.title}: it has no column '${column}'`, hint)
      return false
    }
    context.tell('missing-field', `there is no column '${column}'`, hint)
  }
  return true
}
