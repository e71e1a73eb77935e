import { parseWhen } from '../model/edtf'
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
  /** The editions before and after these: it is on neither. */
  readonly before: DatedEdition | undefined
  after: DatedEdition | undefined
  /** When the last edition that has it was published. */
  seen: string
}

/** Whether claims say that the listing has ended: then nothing needs to be read out of silence. */
export function statesEnd(claims: readonly ClaimRecord[]): boolean {
  return claims.every(({ when }) => {
    const days = typeof when === 'string' ? parseWhen(when) : undefined
    return days !== undefined && !(days instanceof Problem) && days.possible.until !== Infinity
  })
}

/** The day of the listing, where a claim states it. */
export function listedOn(claims: readonly ClaimRecord[]): string | undefined {
  for (const { listed } of claims) if (typeof listed === 'string') return listed
  return undefined
}

/**
 * A spell as one statement. Where no edition states its ends, they lie between two editions, one that has it and one that
 * has not: the silence of the latter is a claim of its own, an EDTF set that bounds the spell from that side.
 *
 * @param later whether there was an earlier spell: then its first day tells it apart
 */
export function spellRecord(spell: Spell, later: boolean): StatementRecord {
  const { statement, first, last, before, after, seen } = spell
  const listed = listedOn(last)
  const occurrence = later ? (listed ?? `[${before?.published ?? ''}..${seen}]`) : statement.occurrence
  const claims = listed === undefined && first !== last ? [...first, ...last] : [...last]
  if (before && listed === undefined) claims.push(silence(before, `[${before.published}..]`))
  if (after) claims.push(silence(after, `[..${after.published}]`))
  return { ...statement, occurrence, claims }
}

function silence({ source, published }: DatedEdition, when: string): ClaimRecord {
  return {
    stance: 'asserts',
    source,
    when,
    method: 'derived',
    note: { en: `not on the edition of ${published}` },
  }
}
