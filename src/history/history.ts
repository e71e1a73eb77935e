import { byCodeUnits } from '../model/canonical'
import { parseWhen } from '../model/edtf'
import { fail, type Issue, issue } from '../model/issue'
import { Problem } from '../model/problem'
import type { ClaimRecord, EntityRecord, StatecraftRecord, StatementRecord } from '../model/record'
import { type Edition, isListing, type Snapshot } from './snapshot'
import {
  type DatedEdition,
  isLater,
  isOver,
  listedOn,
  notOn,
  type Spell,
  spellRecord,
  statesEnd,
} from './spells'

/** The records of several editions as one stream, to be read once: what `kg.load` takes. */
export interface HistoryRecords extends AsyncIterable<StatecraftRecord> {
  /** What was wrong, as far as it was read. */
  readonly issues: readonly Issue[]
}

/**
 * Strings editions of lists together: entities as the last edition that has them, each listing once a spell, with the
 * whole of it.
 *
 * A listing that one edition has and the next has not, has ended: on the day that the list states, else at some time
 * between the two, as a derived claim with an EDTF set says. Nothing is read out of the silence of an edition that is not
 * whole, or of one of another list. A party that comes back has a second listing, told apart by its first day.
 *
 * @param snapshots in the order of their publication; of several lists, in any mixture
 * @returns records to be read once
 * @throws StatecraftError `bad-date` where an edition says not when it was published, or they are not in order
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { history, readSnapshot } from 'statecraft/history'
 *
 * const edition = (day: string, ...ids: string[]) => [
 *   { type: 'State', id: 'state:US', label: 'United States' },
 *   { type: 'SanctionsList', id: 'source:list', label: 'A list' },
 *   { type: 'SanctionsList', id: `source:list-${day}`, label: 'A list', published: day, coverage: day },
 *   { relation: 'partOf', subject: `source:list-${day}`, object: 'source:list', claims: [{ stance: 'asserts', by: 'state:US' }] },
 *   ...ids.flatMap((id) => [
 *     { type: 'Person', id, label: id },
 *     { relation: 'designates', subject: 'state:US', object: id, occurrence: '', claims: [{ stance: 'asserts', source: `source:list-${day}`, when: '/..' }] },
 *   ]),
 * ]
 * const snapshots = [
 *   await readSnapshot(edition('2018-08-24', 'person:a', 'person:b')),
 *   await readSnapshot(edition('2025-04-19', 'person:b')),
 * ]
 * const kg = createGraph()
 * await kg.load(history(snapshots))
 * const listed = (day: string) => [...kg.view({ asOf: day }).statements({ relation: 'designates' })].map(({ object }) => object)
 * console.log(listed('2018-08-24'), listed('2025-05-01')) // [ 'person:a', 'person:b' ] [ 'person:b' ]
 * ```
 */
export function history(snapshots: Iterable<Snapshot> | AsyncIterable<Snapshot>): HistoryRecords {
  const issues: Issue[] = []
  async function* records(): AsyncGenerator<StatecraftRecord> {
    const strung = new History((found) => issues.push(found))
    for await (const snapshot of snapshots) strung.take(snapshot)
    yield* strung.records()
  }
  const stream = records()
  return { issues, [Symbol.asyncIterator]: () => stream }
}

class History {
  readonly #report: (found: Issue) => void
  readonly #entities = new Map<string, EntityRecord>()
  /** Statements other than listings, as the last edition that has them. */
  readonly #others = new Map<string, StatementRecord>()
  /** Spells by list and statement, the last one last. */
  readonly #spells = new Map<string, Map<string, Spell[]>>()
  /** The last whole edition of each list. */
  readonly #last = new Map<string, DatedEdition>()

  constructor(report: (found: Issue) => void) {
    this.#report = report
  }

  take(snapshot: Snapshot): void {
    for (const found of snapshot.issues) this.#report(found)
    for (const [id, entity] of snapshot.entities) this.#entities.set(id, entity)
    const editions = new Map<string, Required<Edition> & { readonly source: string }>()
    const listings: { key: string; statement: StatementRecord; list: string; claims: ClaimRecord[] }[] = []
    for (const [key, statement] of snapshot.statements) {
      if (!isListing(statement)) {
        this.#others.set(key, statement)
        continue
      }
      const byList = new Map<string, ClaimRecord[]>()
      for (const claim of statement.claims) {
        const edition = snapshot.editionOf(claim)
        const list = edition?.list ?? ''
        byList.set(list, [...(byList.get(list) ?? []), claim])
        if (edition && claim.source !== undefined) editions.set(list, { ...edition, source: claim.source })
      }
      for (const [list, claims] of byList) listings.push({ key, statement, list, claims })
    }
    for (const [source, edition] of snapshot.editions) editions.set(edition.list, { ...edition, source })
    for (const [list, { published, source }] of editions) {
      const day = this.#inOrder(list, published)
      const mine = listings.filter((listing) => listing.list === list)
      this.#takeList(list, { source, published: day }, mine, snapshot.complete)
    }
  }

  /** Editions have dates, and come one after another. */
  #inOrder(list: string, published: string | undefined): string {
    if (published === undefined) {
      fail('bad-date', `an edition of ${list} does not say when it was published`, {
        hint: "give `published` when it is read: '2021-07-08'",
      })
    }
    const before = this.#last.get(list)?.published
    const starts = [before, published].map((date) => {
      const when = date === undefined ? undefined : parseWhen(date)
      return when === undefined || when instanceof Problem ? -Infinity : when.possible.from
    })
    if (starts[0]! > starts[1]!) {
      fail('bad-date', `the edition of ${list} of ${published} comes after that of ${before}`, {
        hint: 'give them in the order of their publication',
      })
    }
    return published
  }

  #takeList(
    list: string,
    edition: DatedEdition,
    listings: readonly { key: string; statement: StatementRecord; claims: readonly ClaimRecord[] }[],
    complete: boolean,
  ): void {
    const spells = this.#spells.get(list) ?? new Map<string, Spell[]>()
    this.#spells.set(list, spells)
    const before = this.#last.get(list)
    const { published, source } = edition
    const here = new Set<string>()
    for (const { key, statement, claims } of listings) {
      here.add(key)
      const known = spells.get(key) ?? []
      spells.set(key, known)
      const open = known.at(-1)
      const listed = listedOn(claims)
      const anew = open && listed !== undefined && isLater(listed, open.seen) ? listed : undefined
      if (open && !open.after && anew === undefined) {
        if (claims.every(isOver) && !statesEnd(claims)) {
          // It has ended, the list does not tell when, and an earlier edition had it: between these two.
          open.after = { source, by: published, note: `ended on the edition of ${published}` }
          continue
        }
        open.last = claims
        if (listed !== undefined) open.dated = claims
        open.seen = published
      } else {
        if (open && !statesEnd(open.last) && anew !== undefined) {
          open.after ??= { source, by: anew, note: `listed anew on ${anew}` }
        }
        const dated = listed === undefined ? undefined : claims
        const spell = { statement, first: claims, last: claims, dated, before, after: undefined }
        known.push({ ...spell, since: published, seen: published })
      }
    }
    if (complete) {
      this.#end(spells, here, edition)
      this.#last.set(list, edition)
    } else {
      const message = `the edition of ${list} of ${published} is not whole: who is missing in it may be listed still`
      this.#report(issue('truncated', message))
    }
  }

  #end(spells: ReadonlyMap<string, readonly Spell[]>, here: ReadonlySet<string>, after: DatedEdition): void {
    for (const [key, known] of spells) {
      const open = known.at(-1)
      if (open && !open.after && !here.has(key) && !statesEnd(open.last)) {
        open.after = { source: after.source, by: after.published, note: notOn(after) }
      }
    }
  }

  *records(): Generator<StatecraftRecord> {
    yield* sorted(this.#entities)
    yield* sorted(this.#others)
    for (const spells of sorted(this.#spells)) {
      for (const known of sorted(spells)) {
        for (const [i, spell] of known.entries()) yield spellRecord(spell, i > 0)
      }
    }
  }
}

function* sorted<T>(map: ReadonlyMap<string, T>): Generator<T> {
  for (const key of [...map.keys()].sort(byCodeUnits)) yield map.get(key)!
}
