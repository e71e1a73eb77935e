import { hintOf } from '../../../model/suggest'
import type { SourceContext } from '../../input/context'
import type { CsvRow } from '../../input/csv'
import type { PublishedList } from '../lists'
import { isUid, typeOfParty } from '../parties'

/** A table of the flat files. */
export type Table = 'parties' | 'addresses' | 'aliases' | 'comments'

/**
 * The columns of each table, in order: OFAC's data specification of 25 September 2023. The files have no header; one that
 * somebody put there is understood.
 */
export const COLUMNS = {
  parties: [
    'ent_num',
    'sdn_name',
    'sdn_type',
    'program',
    'title',
    'call_sign',
    'vess_type',
    'tonnage',
    'grt',
    'vess_flag',
    'vess_owner',
    'remarks',
  ],
  addresses: ['ent_num', 'add_num', 'address', 'city', 'country', 'add_remarks'],
  aliases: ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks'],
  comments: ['ent_num', 'remarks_extended'],
} as const satisfies { readonly [table in Table]: readonly string[] }

const TABLES = ['parties', 'addresses', 'aliases', 'comments'] as const satisfies readonly Table[]

const NAMES: readonly (readonly [name: RegExp, table: Table, list: PublishedList])[] = [
  [/^sdn\.\w+$/i, 'parties', 'sdn'],
  [/^add\.\w+$/i, 'addresses', 'sdn'],
  [/^alt\.\w+$/i, 'aliases', 'sdn'],
  [/^sdn[_ ]comments\.\w+$/i, 'comments', 'sdn'],
  [/^cons_prim\.\w+$/i, 'parties', 'consolidated'],
  [/^cons_add\.\w+$/i, 'addresses', 'consolidated'],
  [/^cons_alt\.\w+$/i, 'aliases', 'consolidated'],
  [/^cons[_ ]comments\.\w+$/i, 'comments', 'consolidated'],
]

/** The table and list that a file is by its name. */
export function tableNamed(
  name: string,
): { readonly table: Table; readonly list: PublishedList } | undefined {
  const found = NAMES.find(([words]) => words.test(name))
  return found && { table: found[1], list: found[2] }
}

/** The table that a row is one of, by how many cells it has and what they are. */
export function tableOfRow({ cells }: CsvRow): Table | undefined {
  if (isHeader(cells)) {
    return TABLES.find(
      (table) =>
        COLUMNS[table].filter((name) => cells.some(isColumn(name))).length * 2 > COLUMNS[table].length,
    )
  }
  if (!/^\d+$/.test(cells[0]?.trim() ?? '')) return undefined
  if (/^[afn]ka$/i.test(cells[2] ?? '')) return 'aliases'
  if (cells.length > COLUMNS.addresses.length || typeOfParty(cells[2] ?? '') !== undefined) return 'parties'
  const byLength = TABLES.find((table) => COLUMNS[table].length === cells.length)
  return byLength === 'aliases' ? undefined : byLength
}

/** A row of names of columns, which somebody put there. */
export function isHeader(cells: readonly string[]): boolean {
  return cells.some(isColumn('ent_num'))
}

function isColumn(name: string): (cell: string) => boolean {
  return (cell) => cell.trim().toLowerCase() === name
}

/** A row that is about a party. */
export interface PartyRow {
  /** The number of the party. */
  readonly ent_num: string
  readonly line: number
}

/** A row by its columns: `undefined` where there is a null, or nothing. */
export type Cells<T extends Table> = PartyRow & {
  readonly [column in Exclude<(typeof COLUMNS)[T][number], 'ent_num'>]: string | undefined
}

/** Reads rows of one table into cells by name. */
export class TableReader<T extends Table> {
  readonly #table: T
  readonly #context: SourceContext
  readonly #columns: readonly string[]
  /** Where each column stands, where it is not where the specification says. */
  #places: ReadonlyMap<string, number> | undefined
  #toldOfWidth = false

  constructor(table: T, context: SourceContext) {
    this.#table = table
    this.#context = context
    this.#columns = COLUMNS[table]
  }

  /** The cells of a row; undefined for a header, and for what has no number of a party. */
  read({ cells, line }: CsvRow): Cells<T> | undefined {
    this.#context.line = line
    if (isHeader(cells)) {
      this.#takeHeader(cells)
      return undefined
    }
    if (!this.#places && cells.length !== this.#columns.length) this.#tellWidth(cells)
    const at = (name: string, i: number) => {
      const cell = cells[this.#places ? (this.#places.get(name) ?? -1) : i]
      // Remarks go on in another file, to the character.
      return isNull(cell) || name.startsWith('remarks') ? filled(cell) : cell?.trim()
    }
    if (isUid(at('ent_num', 0))) {
      // The boundary: names of columns become keys.
      return { line, ...Object.fromEntries(this.#columns.map((name, i) => [name, at(name, i)])) } as Cells<T>
    }
    this.#context.tell('bad-csv', `a row of ${this.#table} has no number of a party; it is left out`, {
      record: cells.join(',').slice(0, 500),
    })
    return undefined
  }

  #takeHeader(cells: readonly string[]): void {
    const names = cells.map((cell) => cell.trim().toLowerCase())
    this.#places = new Map(names.map((name, i) => [name, i]))
    const missing = this.#columns.filter((name) => !names.includes(name))
    const others = names.filter((name) => !this.#columns.includes(name))
    for (const name of missing) {
      const message = `the table of ${this.#table} has no column '${name}'`
      this.#context.tell('missing-field', message, hintOf(name, others))
    }
  }

  /** Told once: what is wrong with the columns of one row is mostly wrong with all. */
  #tellWidth(cells: readonly string[]): void {
    if (this.#toldOfWidth) return
    this.#toldOfWidth = true
    this.#context.tell(
      'missing-field',
      `a row of ${this.#table} has ${cells.length} columns, not ${this.#columns.length}`,
      { hint: `they are ${this.#columns.join(', ')}; what is there is read` },
    )
  }
}

/** Whether a cell holds OFAC's null, `-0- `, or nothing. */
function isNull(cell: string | undefined): boolean {
  return cell === undefined || /^\s*(?:-0-\s*)?$/.test(cell)
}

function filled(cell: string | undefined): string | undefined {
  return isNull(cell) ? undefined : cell
}
