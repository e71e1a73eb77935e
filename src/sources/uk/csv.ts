import { didYouMean } from '../../model/suggest'
import type { SourceContext, SourceOptions } from '../input/context'
import { type CsvRow, csvRows } from '../input/csv'
import type { SourceFile } from '../input/files'
import type { RawRecord } from '../input/records'
import { textOf } from '../input/text'
import { EntryIds } from '../lists/entry-ids'
import { ListRecords } from '../lists/records'
import { publishedOn } from '../lists/written-dates'
import { sniffFormat } from '../sniff'
import { Assembly, Designations, RowCounts } from './assemble'
import { COLUMNS, fieldOf } from './fields'
import { UK_SANCTIONS_LIST } from './lists'
import { type Row, rowOf } from './rows'

/** Rows that may stand before the names of the columns. */
const ROWS_BEFORE = 5
/** So many known columns make a row that of their names. */
const ENOUGH = 5
/** Characters by which a file is known that is another one. */
const HEAD = 4096

/** Reads the UK Sanctions List as CSV: a row a name and address. The first time, the rows are counted. */
export async function* readCsvList(
  file: SourceFile,
  context: SourceContext,
  options: SourceOptions,
): AsyncGenerator<RawRecord> {
  const counts = new RowCounts()
  const first: Head = {}
  for await (const row of rowsIn(file, context.quiet(), first)) counts.count(row)
  if (!first.columns) {
    await tellWhatItIs(file, context)
    return
  }

  const head: Head = {}
  const start = () =>
    new ListRecords({ list: UK_SANCTIONS_LIST, published: head.published ?? options.published })
  const ids = new EntryIds('uk', context)
  let records: ListRecords | undefined
  let assembly: Assembly | undefined
  for await (const row of rowsIn(file, context, head)) {
    records ??= start()
    assembly ??= new Assembly(counts, new Designations(records, UK_SANCTIONS_LIST, ids, context))
    yield* assembly.take(row)
  }
  if (assembly) yield* assembly.end()
  if (context.refused) return
  records ??= start()
  yield* records.head()
}

/** What stands before the table. */
interface Head {
  published?: string
  columns?: readonly string[]
}

async function* rowsIn(file: SourceFile, context: SourceContext, head: Head): AsyncGenerator<Row> {
  let before = 0
  // A row waits for the next one: only the last can be cut off.
  let waiting: CsvRow | undefined
  for await (const row of csvRows(file, context)) {
    if (head.columns) {
      if (waiting) yield rowFrom(head.columns, waiting, context)
      waiting = row
      continue
    }
    context.line = row.line
    const [first = ''] = row.cells
    const date = /^Report Date:?\s*(.*)$/i.exec(`${first} ${row.cells[1] ?? ''}`.trim())?.[1]
    const published = date === undefined ? undefined : publishedOn(date, context)
    if (published !== undefined) head.published = published
    else if (row.cells.filter((cell) => fieldOf(cell) !== undefined).length >= ENOUGH) {
      head.columns = row.cells.map((cell) => cell.trim())
      if (!checkColumns(head.columns, context)) return
    } else if (++before >= ROWS_BEFORE) return
  }
  if (!head.columns || !waiting) return
  if (waiting.cells.length >= head.columns.length) yield rowFrom(head.columns, waiting, context)
  else {
    const message = `the last row has ${waiting.cells.length} of ${head.columns.length} cells, and is left out: is the file cut off?`
    context.tell('cut-off', message, { line: waiting.line })
  }
}

/** Tells of a file that does not have the columns. */
async function tellWhatItIs(file: SourceFile, context: SourceContext): Promise<void> {
  let head = ''
  for await (const text of textOf(file, context)) {
    head += text
    if (head.length >= HEAD) break
  }
  if (context.refused) return
  const format = sniffFormat([], head)
  const hint = format === undefined || format === 'uk-csv' ? {} : { hint: `is it '${format}'?` }
  const message =
    "this is not the UK Sanctions List as CSV: there is no row of its columns, 'Unique ID' and so on"
  context.tell('wrong-format', message, { line: 1, ...hint })
}

/** Tells of columns that are missing, and of those that are new; whether it can be read without. */
function checkColumns(columns: readonly string[], context: SourceContext): boolean {
  const there = new Set(columns.map(fieldOf))
  const unknown = columns.filter((column) => column !== '' && fieldOf(column) === undefined)
  for (const [column, field] of COLUMNS) {
    if (there.has(field)) continue
    const near = unknown.find((one) => didYouMean(one, [column]) !== undefined)
    const hint = near === undefined ? {} : { hint: `is it '${near}'?` }
    if (field === 'key') {
      const message = `there is no column '${column}', without which nobody on the list can be told apart`
      context.tell('wrong-format', message, hint)
      return false
    }
    context.tell('missing-field', `there is no column '${column}'`, hint)
  }
  for (const column of unknown) {
    const hint = didYouMean(column, COLUMNS.keys())
    const message = `the column '${column.slice(0, 100)}' is not known; it is kept under extra`
    context.tell('unknown-field', message, hint === undefined ? {} : { hint })
  }
  return true
}

function rowFrom(columns: readonly string[], { cells, line }: CsvRow, context: SourceContext): Row {
  context.line = line
  if (cells.length > columns.length) {
    const message = `the row has ${cells.length} cells, and there are ${columns.length} columns`
    context.tell('unknown-field', message, { hint: 'the cells without a column are kept under extra' })
  }
  return rowOf(
    cells.map((cell, i) => [columns[i] || `column ${i + 1}`, cell] as const),
    line,
  )
}
