import type { SourceContext } from '../input/context'
import type { RawRecord } from '../input/records'
import type { EntryIds } from '../lists/entry-ids'
import type { List } from '../lists/party'
import type { ListRecords } from '../lists/records'
import { readDesignation } from './designation'
import { readNames } from './names'
import type { Row } from './rows'

/** What a row is of: the designation, or the group where there is none. */
export function keyOf({ fields }: Row): string | undefined {
  const group = fields.get('group')
  return fields.get('key') ?? (group === undefined ? undefined : `ofsi-${group}`)
}

/** How many rows each designation has: of a first reading, so that each can be told as soon as its last row has come. */
export class RowCounts {
  readonly #counts = new Map<string, number>()

  count(row: Row): void {
    const key = keyOf(row)
    if (key !== undefined) this.#counts.set(key, this.of(key) + 1)
  }

  of(key: string): number {
    return this.#counts.get(key) ?? 0
  }
}

/** Puts rows together that are of one designation, wherever in the file they stand; only what is not whole is held. */
export class Assembly {
  readonly #counts: RowCounts
  readonly #open = new Map<string, Row[]>()
  readonly #designations: Designations

  constructor(counts: RowCounts, designations: Designations) {
    this.#counts = counts
    this.#designations = designations
  }

  *take(row: Row): Generator<RawRecord> {
    const key = keyOf(row)
    if (key === undefined) {
      yield* this.#designations.records(undefined, [row])
      return
    }
    const rows = this.#open.get(key) ?? []
    rows.push(row)
    if (rows.length < this.#counts.of(key)) {
      this.#open.set(key, rows)
      return
    }
    this.#open.delete(key)
    yield* this.#designations.records(key, rows)
  }

  /** What is still open at the end: where the second reading did not come as far as the first. */
  *end(): Generator<RawRecord> {
    for (const [key, rows] of this.#open) yield* this.#designations.records(key, rows)
    this.#open.clear()
  }
}

/** Designations as records of a list. */
export class Designations {
  readonly #records: ListRecords
  readonly #list: List
  readonly #ids: EntryIds
  readonly #context: SourceContext

  constructor(records: ListRecords, list: List, ids: EntryIds, context: SourceContext) {
    this.#records = records
    this.#list = list
    this.#ids = ids
    this.#context = context
  }

  *records(key: string | undefined, rows: readonly Row[], line = rows[0]?.line): Generator<RawRecord> {
    this.#context.line = line
    const id = this.#ids.take(key, 'Unique ID', readNames(rows)[0]?.text)
    if (id === undefined || key === undefined) return
    yield* this.#records.party(readDesignation(id, key, rows, this.#list, this.#context))
  }
}
