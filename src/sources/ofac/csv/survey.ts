import type { SourceContext } from '../../input/context'
import { type CsvDialect, csvRows } from '../../input/csv'
import type { SourceFile } from '../../input/files'
import type { PublishedList } from '../lists'
import { PartyNames } from '../names'
import { isNowhereOnSdn, tagsOf } from '../programmes'
import { COLUMNS, isHeader, type Table, tableNamed, tableOfRow } from './tables'

/** A file that is one of the tables. */
export interface TableFile {
  readonly file: SourceFile
  readonly table: Table
  /** `undefined` where neither its name nor its rows tell. */
  readonly list: PublishedList | undefined
  readonly dialect: CsvDialect
  /** The numbers of its parties never go down. */
  readonly ordered: boolean
  /** Its name says that it is another table than its rows do. */
  readonly named: Table | undefined
}

/** What the first reading of the files tells. */
export interface Survey {
  readonly tables: readonly TableFile[]
  /** Files that are none of the tables. */
  readonly others: readonly SourceFile[]
  /** Primary names of all parties. */
  readonly names: PartyNames
  /** Numbers of all parties, and those that more than one row has. */
  readonly uids: ReadonlySet<number>
  readonly repeated: ReadonlySet<number>
}

/** Rows by which a file must show that it is a table. */
const ENOUGH = 50

/**
 * Reads the files once, for what must be known before the first party: which table each is, whether its rows are in
 * order, and who is called what. Nothing wrong is told: it will be met again.
 */
export async function survey(files: readonly SourceFile[], context: SourceContext): Promise<Survey> {
  const found: Found = { names: new PartyNames(), uids: new Set(), repeated: new Set() }
  const tables: TableFile[] = []
  const others: SourceFile[] = []
  for (const file of files) {
    const table = await surveyFile(file, context, found)
    if (table) tables.push(table)
    else others.push(file)
  }
  return { tables, others, ...found }
}

interface Found {
  readonly names: PartyNames
  readonly uids: Set<number>
  readonly repeated: Set<number>
}

async function surveyFile(
  file: SourceFile,
  context: SourceContext,
  found: Found,
): Promise<TableFile | undefined> {
  const named = tableNamed(file.name)
  const dialect = dialectOf(file.name)
  let table: Table | undefined
  let rows = 0
  let ordered = true
  let last = 0
  let isElsewhere = false
  let columns: readonly number[] = [1, 3]
  for await (const row of csvRows(file, context.quiet(), dialect)) {
    table ??= tableOfRow(row)
    if (table === undefined) {
      if (++rows >= ENOUGH) break
      continue
    }
    const { cells } = row
    if (isHeader(cells)) columns = (['sdn_name', 'program'] as const).map((name) => placeOf(name, cells))
    const uid = Number(cells[0])
    if (!Number.isSafeInteger(uid) || uid <= 0) continue
    if (uid < last) ordered = false
    last = uid
    if (table !== 'parties') continue
    const [name = '', tags = ''] = columns.map((i) => cells[i]?.trim())
    found.names.add(name, String(uid))
    if (found.uids.has(uid)) found.repeated.add(uid)
    found.uids.add(uid)
    isElsewhere ||= isNowhereOnSdn(tags === '-0-' ? [] : tagsOf(tags))
  }
  if (table === undefined && (rows > 0 || named === undefined)) return undefined
  const known = table ?? named!.table
  const list = named?.list ?? (known === 'parties' ? (isElsewhere ? 'consolidated' : 'sdn') : undefined)
  return { file, table: known, list, dialect, ordered, named: named?.table }
}

function placeOf(name: (typeof COLUMNS.parties)[number], header: readonly string[]): number {
  const found = header.findIndex((cell) => cell.trim().toLowerCase() === name)
  return found < 0 ? COLUMNS.parties.indexOf(name) : found
}

/** Older releases have other characters between cells, and say so by their names. */
function dialectOf(name: string): CsvDialect {
  if (/\.pip$/i.test(name)) return { delimiter: '|' }
  return /\.del$/i.test(name) ? { delimiter: '@' } : {}
}
