import { hintOf } from '../../model/suggest'
import type { SourceContext } from '../input/context'
import { type CsvRow, csvRows } from '../input/csv'
import type { SourceFile } from '../input/files'
import { wholeRows } from '../input/whole-rows'
import type { MappingDialect } from './mapping'
import { Row } from './row'

/** Delimiters of tables, for a hint. */
const DELIMITERS: readonly (readonly [delimiter: string, name: string])[] = [
  [';', "';'"],
  ['\t', "a tab ('\\t')"],
  ['|', "'|'"],
  [',', "','"],
]

/** A row by the names of its columns, and the line that it begins on. */
export interface TableRow {
  readonly row: Row
  readonly line: number
}

/**
 * The rows of a table, by the names of its columns.
 *
 * @param wanted the columns that are read, with where the mapping reads them: one that is not there is told, once
 */
export async function* tableRows(
  file: SourceFile,
  context: SourceContext,
  dialect: MappingDialect,
  wanted: ReadonlyMap<string, string>,
): AsyncGenerator<TableRow> {
  const { delimiter, quote, encoding } = dialect
  const all = csvRows(file, context, {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(encoding === undefined ? {} : { encoding }),
  })
  const names = dialect.columns ?? (await headerOf(all, context))
  if (!names) return
  const columns = columnsOf(names, context)
  if (!isTheTable(columns, names, wanted, context, dialect)) return
  let any = false
  for await (const { cells, line } of wholeRows(all, names.length, context)) {
    any = true
    yield { row: new Row(columns, cells), line }
  }
  if (!any && !context.refused && dialect.columns === undefined) {
    context.tell('missing-field', 'the table has a header and no row that can be read')
  }
}

async function headerOf(
  rows: AsyncGenerator<CsvRow>,
  context: SourceContext,
): Promise<readonly string[] | undefined> {
  const first = await rows.next()
  if (!first.done) {
    context.line = first.value.line
    return first.value.cells.map((cell) => cell.trim())
  }
  if (!context.refused) context.tell('wrong-format', 'the file is empty: there is no header', { line: 1 })
  return undefined
}

/** Where each column is; of two with one name, the first. */
function columnsOf(names: readonly string[], context: SourceContext): ReadonlyMap<string, number> {
  const columns = new Map<string, number>()
  for (const [i, name] of names.entries()) {
    if (!columns.has(name)) columns.set(name, i)
    else if (name !== '') {
      context.tell('conflict', `there are two columns '${name.slice(0, 80)}': the first is read`)
    }
  }
  return columns
}

/** Whether the table has any of the columns; tells which it has not. */
function isTheTable(
  columns: ReadonlyMap<string, number>,
  names: readonly string[],
  wanted: ReadonlyMap<string, string>,
  context: SourceContext,
  { delimiter = ',' }: MappingDialect,
): boolean {
  const missing = [...wanted].filter(([name]) => !columns.has(name))
  if (missing.length > 0 && missing.length === wanted.size) {
    const header = names.join(delimiter)
    const better = DELIMITERS.find(
      ([other]) =>
        other !== delimiter &&
        header.split(other).some((name) => wanted.has(name.replace(/^"|"$/g, '').trim())),
    )
    const hint = better
      ? `is the delimiter ${better[1]}? then say so: dialect.delimiter`
      : `it has ${names
          .slice(0, 20)
          .map((name) => `'${name.slice(0, 40)}'`)
          .join(', ')}`
    context.tell('wrong-format', 'the table has none of the columns of the mapping', { hint })
    return false
  }
  for (const [name, path] of missing) {
    const hint = hintOf(name, columns.keys())
    context.tell('missing-field', `there is no column '${name.slice(0, 80)}', which ${path} reads`, hint)
  }
  return true
}
