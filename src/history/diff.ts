import { byCodeUnits } from '../model/canonical'
import { fail } from '../model/issue'
import type { StatementRecord } from '../model/record'
import { type FieldChange, fieldChanges } from './changes'
import { isListing, keyOf, type Snapshot } from './snapshot'

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
  /** Parties that the newer one does not have, where some of it could not be read: whether they are delisted is unknown. */
  readonly unknown?: readonly string[]
}

/** What differs from edition to edition anyway. */
const OF_EDITIONS: ReadonlySet<string> = new Set(['sources', 'source', 'said'])

/**
 * Tells who was listed and delisted between two editions of a list, and what changed for those on both.
 *
 * Absence is a delisting only where the newer edition is complete: where it was cut off, or records of it were lost,
 * those who are not there are `unknown`.
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
  const listed = missingIn(older, newer.parties)
  const gone = missingIn(newer, older.parties)
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
  return newer.complete
    ? { listed, delisted: gone, amended }
    : { listed, delisted: [], amended, ...(gone.length > 0 ? { unknown: gone } : {}) }
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
      return [{ statement: saidBy(before ?? after!), change: before ? 'removed' : 'added' }]
    const details = fieldChanges(claimed(before), claimed(after), OF_EDITIONS)
    return details.length > 0 ? [{ statement: saidBy(after), change: 'amended', details }] : []
  })
}

function saidBy(statement: StatementRecord): { readonly [part: string]: unknown } {
  return JSON.parse(keyOf(statement))
}

/** What the claims of a statement say: field by field where there is one, else claim by claim. */
function claimed(statement: StatementRecord): { readonly [field: string]: unknown } {
  const bare = statement.claims.map((claim) =>
    Object.fromEntries(Object.entries(claim).filter(([field]) => !OF_EDITIONS.has(field))),
  )
  const [only] = bare
  return bare.length === 1 && only && isListing(statement) ? only : { claims: bare }
}
