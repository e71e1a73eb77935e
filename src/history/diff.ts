import { byCodeUnits } from '../model/canonical'
import { fail } from '../model/issue'
import type { StatementRecord } from '../model/record'
import { type FieldChange, fieldChanges } from './changes'
import { isListing, keyOf, type Snapshot } from './snapshot'
import { isLater, listedOn } from './spells'

/** How what is said of a party differs. */
export type PartyChange = FieldChange | StatementChange

/** A statement about a party that came, went, or is told otherwise. */
export interface StatementChange {
  /** What is said: relation, ends, and what tells it from others. */
  readonly statement: { readonly [part: string]: unknown }
  readonly change: 'added' | 'removed' | 'amended'
  /** How its claims differ, where it was amended. */
  readonly details?: readonly FieldChange[]
}

/** How two snapshots differ: ids of parties, in code-unit order. */
export interface SnapshotDiff {
  readonly listed: readonly string[]
  readonly delisted: readonly string[]
  readonly amended: readonly { readonly id: string; readonly changes: readonly PartyChange[] }[]
  /**
   * Parties that one of the two does not have, where some of it could not be read: whether they were listed or delisted
   * meanwhile is unknown.
   */
  readonly unknown?: readonly string[]
}

/** What differs from edition to edition anyway. */
const OF_EDITIONS: ReadonlySet<string> = new Set(['sources', 'source', 'said'])

/**
 * Tells who was listed and delisted between two editions of a list, and what changed for those on both.
 *
 * Absence is a delisting only where the newer edition is complete: where it was cut off, or records of it were lost,
 * those who are not there are `unknown`. So are those whom an older edition that is not complete does not have, unless
 * the newer one says that they were listed after it.
 *
 * @param older the earlier edition
 * @param newer the later one, of the same list, in whatever format
 * @returns plain data, as `statecraft diff --json` prints it
 * @throws StatecraftError `wrong-format` where they are editions of different lists
 *
 * @example
 * ```ts
 * import { diff, readSnapshot } from 'statecraft/history'
 *
 * const head = [
 *   { type: 'State', id: 'state:US', label: 'United States' },
 *   { type: 'SanctionsList', id: 'source:list', label: 'A list' },
 * ]
 * const entry = (id: string) => [
 *   { type: 'Person', id, label: id },
 *   { relation: 'designates', subject: 'state:US', object: id, claims: [{ stance: 'asserts', source: 'source:list' }] },
 * ]
 * const older = await readSnapshot([...head, ...entry('person:a'), ...entry('person:b')])
 * const newer = await readSnapshot([...head, ...entry('person:b'), ...entry('person:c')])
 * console.log(diff(older, newer)) // { listed: ['person:c'], delisted: ['person:a'], amended: [] }
 * ```
 */
export function diff(older: Snapshot, newer: Snapshot): SnapshotDiff {
  if (![...older.lists].some((list) => newer.lists.has(list))) {
    const [before, after] = [older, newer].map(({ lists }) => [...lists].sort(byCodeUnits).join(', '))
    fail('wrong-format', `these are editions of different lists: ${before} and ${after}`)
  }
  const come = missingIn(older, newer.parties)
  const gone = missingIn(newer, older.parties)
  const listed = older.complete ? come : come.filter((id) => isListedAfter(id, older, newer))
  const unknown = [...come.filter((id) => !listed.includes(id)), ...(newer.complete ? [] : gone)]
  const both = [...newer.parties].filter((id) => older.parties.has(id)).sort(byCodeUnits)
  const before = byParty(older)
  const after = byParty(newer)
  const amended = both.flatMap((id) => {
    const changes: PartyChange[] = [
      ...fieldChanges(older.entities.get(id) ?? {}, newer.entities.get(id) ?? {}, OF_EDITIONS),
      ...statementChanges(before.get(id) ?? new Map(), after.get(id) ?? new Map()),
    ]
    return changes.length > 0 ? [{ id, changes }] : []
  })
  return {
    listed,
    delisted: newer.complete ? gone : [],
    amended,
    ...(unknown.length > 0 ? { unknown: unknown.sort(byCodeUnits) } : {}),
  }
}

/** Whether each listing of a party is of a day after an edition. */
function isListedAfter(id: string, older: Snapshot, newer: Snapshot): boolean {
  const published = [...older.editions.values()].map((edition) => edition.published)
  const listings = [...newer.statements.values()].filter((one) => isListing(one) && one.object === id)
  return listings.every(({ claims }) => {
    const day = listedOn(claims)
    return (
      day !== undefined &&
      published.length > 0 &&
      published.every((date) => date !== undefined && isLater(day, date))
    )
  })
}

function missingIn({ parties }: Snapshot, ids: Iterable<string>): string[] {
  return [...ids].filter((id) => !parties.has(id)).sort(byCodeUnits)
}

type Statements = Map<string, StatementRecord>

/** Statements by the party that they are about: of a link between two, its subject. */
function byParty({ parties, statements }: Snapshot): Map<string, Statements> {
  const found = new Map<string, Statements>()
  for (const [key, statement] of statements) {
    const party = parties.has(statement.subject) ? statement.subject : statement.object
    if (!parties.has(party)) continue
    const known = found.get(party) ?? new Map()
    found.set(party, known.set(key, statement))
  }
  return found
}

function statementChanges(older: Statements, newer: Statements): StatementChange[] {
  const keys = [...new Set([...older.keys(), ...newer.keys()])].sort(byCodeUnits)
  return keys.flatMap((key): StatementChange[] => {
    const before = older.get(key)
    const after = newer.get(key)
    if (!before || !after)
      return [{ statement: saidBy(before ?? after!, key), change: before ? 'removed' : 'added' }]
    const details = claimChanges(before, after)
    return details.length > 0 ? [{ statement: saidBy(after, key), change: 'amended', details }] : []
  })
}

/** A further spell is told by its occurrence, too. */
function saidBy(statement: StatementRecord, key: string): { readonly [part: string]: unknown } {
  const said = keyOf(statement)
  const spell = key === said ? {} : { occurrence: statement.occurrence }
  return { ...JSON.parse(said), ...spell }
}

/** How the claims of a statement differ: of a listing field by field where each has one, else claim by claim. */
function claimChanges(older: StatementRecord, newer: StatementRecord): FieldChange[] {
  const [before, after] = [bareClaims(older), bareClaims(newer)]
  const single = isListing(newer) && before.length === 1 && after.length === 1
  return single
    ? fieldChanges(before[0]!, after[0]!, OF_EDITIONS)
    : fieldChanges({ claims: before }, { claims: after }, OF_EDITIONS)
}

function bareClaims({ claims }: StatementRecord): { readonly [field: string]: unknown }[] {
  return claims.map((claim) =>
    Object.fromEntries(Object.entries(claim).filter(([field]) => !OF_EDITIONS.has(field))),
  )
}
