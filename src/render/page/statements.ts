import { byCodeUnits } from '../../model/canonical'
import { LEVELS, STANCES } from '../../model/claim'
import type { Span } from '../../model/days'
import { isDerived } from '../../query/cite'
import type { Days } from '../../store/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import type { ClaimRow, Fact, SpanRow, StandingCode } from './data'
import { factsOf, line, valueInWords } from './values'

/** What every claim says in a place of its own. */
const PLACED = new Set(['stance', 'by', 'source', 'at', 'said', 'when'])

/** The claims of a statement that count in a view, in an order that does not hang on the input's. */
export function claimsInOrder(lens: Lens, row: Row): Row[] {
  const { store } = lens
  const keys = new Map(
    lens.claims(row).map((claim) => {
      const { source, at, stance, by, said } = store.claim(claim)
      return [claim, [source, at, STANCES.indexOf(stance), by, said].map((part) => part ?? '').join('\u0000')]
    }),
  )
  return [...keys.keys()].sort((a, b) => byCodeUnits(keys.get(a)!, keys.get(b)!))
}

/**
 * What a page tells of a claim.
 *
 * @param entityOf the place of an entity, -1 for none
 */
export function claimRow(
  lens: Lens,
  statement: Row,
  claim: Row,
  entityOf: (row: Row) => number,
  languages?: readonly string[],
): ClaimRow {
  const { store } = lens
  const { columns: c } = store.claims
  const { stance, at = '', said = '', when, ...fields } = store.claim(claim)
  const own = c.statement[claim]!
  const { details } = store.relationOf(own)
  const told = Object.fromEntries(Object.entries(fields).filter(([key]) => !PLACED.has(key)))
  const { via, ...others } = told
  const facts: Fact[] = [
    ...(typeof via === 'string'
      ? ([['passed on by', valueInWords(lens, 'entity', via, languages)]] as const)
      : []),
    ...factsOf(lens, others, details, languages),
  ]
  return [
    stance,
    entityOf(store.provenance.claimant(claim)),
    entityOf(c.source[claim]!),
    line(at),
    said,
    typeof when === 'string' ? when : '',
    facts,
    own === statement ? 0 : 1,
  ]
}

/** What a page tells of when something holds. */
export function spanRow({ possible, certain }: Days): SpanRow {
  const ends = ({ from, until }: Span) => [bounded(from), bounded(until)] as const
  return certain ? [...ends(possible), ...ends(certain)] : ends(possible)
}

function bounded(day: number): number | null {
  return Number.isFinite(day) ? day : null
}

/** What a statement is worth in a view. */
export function standingCode(lens: Lens, row: Row): StandingCode {
  const standing = lens.standing(row)
  if (!standing) return -1
  return LEVELS.indexOf(standing.level) + (standing.disputed ? 8 : 0) + (isDerived(lens, row) ? 16 : 0)
}
