import { parseWhen, type When } from '../model/edtf'
import { Problem } from '../model/problem'
import type { ClaimRecord, StatementRecord } from '../model/record'

/** An edition as a source, and when it was published. */
export interface DatedEdition {
  readonly source: string
  readonly published: string
}

/** One spell of a listing, as the editions of a list show it. */
export interface Spell {
  readonly statement: StatementRecord
  /** What the first edition that has it says, and what the last one does. */
  readonly first: readonly ClaimRecord[]
  last: readonly ClaimRecord[]
  /** What the last edition says that states the day of the listing: not all formats of a list do. */
  dated: readonly ClaimRecord[] | undefined
  /** The edition before these: it is not on it. */
  readonly before: DatedEdition | undefined
  /** How a later edition shows that it has ended. */
  after: Ending | undefined
  /** When the first and the last edition that have it were published. */
  readonly since: string
  seen: string
}

/** How an edition shows that a listing has ended before: by its silence, by saying so, by listing the party anew. */
export interface Ending {
  readonly source: string
  /** EDTF: it has ended by then. */
  readonly by: string
  readonly note: string
}

/** Whether claims say on which day the listing has ended: then nothing needs to be read out of silence. */
export function statesEnd(claims: readonly ClaimRecord[]): boolean {
  return claims.every((claim) => {
    const days = daysOf(claim)
    return days !== undefined && days.possible.until !== Infinity
  })
}

/** Whether a claim says that the listing has ended, be it that nobody knows when (`2010/`). */
export function isOver(claim: ClaimRecord): boolean {
  const days = daysOf(claim)
  return days !== undefined && (days.possible.until !== Infinity || days.edtf.endsWith('/'))
}

function daysOf({ when }: ClaimRecord): When | undefined {
  const days = typeof when === 'string' ? parseWhen(when) : undefined
  return days instanceof Problem ? undefined : days
}

/** Whether a claim says as a fact that it stands by that something is so. */
export function isHeld({ stance, withdrawn }: ClaimRecord): boolean {
  return stance === 'asserts' && withdrawn === undefined
}

/** The day of the listing, where a claim states it. */
export function listedOn(claims: readonly ClaimRecord[]): string | undefined {
  for (const { listed } of claims) if (typeof listed === 'string') return listed
  return undefined
}

/** Whether a listing is of a day after an edition in which the party stood: then it was delisted meanwhile. */
export function isLater(listed: string, seen: string): boolean {
  const [day, edition] = [parseWhen(listed), parseWhen(seen)]
  if (day instanceof Problem || edition instanceof Problem) return false
  return day.possible.from > edition.possible.until
}

/**
 * A spell as one statement. Where no edition states its ends, they lie between two editions, one that has it and one that
 * has not: the silence of the latter is a claim of its own, an EDTF set that bounds the spell from that side.
 *
 * @param later whether there was an earlier spell: then its first day tells it apart
 */
export function spellRecord(spell: Spell, later: boolean): StatementRecord {
  const { statement, first, last, dated, before, after, since } = spell
  const listed = listedOn(dated ?? [])
  const occurrence = later ? (listed ?? `[${before?.published ?? ''}..${since}]`) : statement.occurrence
  const claims = [...new Set([...(dated ?? first), ...last])]
  // Beside what is only announced or alleged, such a claim would make a fact of it.
  if (claims.some(isHeld)) {
    if (before && listed === undefined)
      claims.push(derived(before.source, `[${before.published}..]`, notOn(before)))
    if (after) claims.push(derived(after.source, `[..${after.by}]`, after.note))
  }
  return { ...statement, occurrence, claims }
}

/** What the silence of an edition says. */
export function notOn({ published }: DatedEdition): string {
  return `not on the edition of ${published}`
}

function derived(source: string, when: string, note: string): ClaimRecord {
  return { stance: 'asserts', source, when, method: 'derived', note: { en: note } }
}
