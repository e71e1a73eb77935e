import { LEVELS } from '../model/claim'
import type { Day } from '../model/days'
import { decisiveClaims } from '../query/cite'
import type { Lens } from '../store/lens'
import type { Row } from '../store/store'
import { onDay } from './day'

const ALLEGED = LEVELS.indexOf('alleged')

/** Claims that allege what others assert: what they say beyond these may be so. */
export function allegations(lens: Lens, statement: Row): Row[] {
  const { stance, next } = lens.store.claims.columns
  // Most statements have one claim, beside which there is no other.
  if (next[lens.store.statements.columns.first[statement]!] === 0) return []
  if (lens.standing(statement)?.level !== 'asserted') return []
  return lens.deciding(statement).filter((claim) => stance[claim] === ALLEGED)
}

/** Whether somebody whose claim decides says it without saying how likely it is: who does is not certain. */
export function isPlain(lens: Lens, statement: Row): boolean {
  return decisiveClaims(lens, statement).some((claim) => saysPlainly(lens, claim))
}

/** Of the claims that decide, those that do not say how likely it is; all, where each does. */
export function plainClaims(lens: Lens, statement: Row): Row[] {
  const deciding = decisiveClaims(lens, statement)
  const plain = deciding.length > 1 ? deciding.filter((claim) => saysPlainly(lens, claim)) : []
  return plain.length > 0 ? plain : deciding
}

/** Claims beside those that count for certain: what they say beyond these may be so, as only likely, or as alleged. */
export function lesserClaims(lens: Lens, statement: Row): Row[] {
  const plain = new Set(plainClaims(lens, statement))
  const likely = decisiveClaims(lens, statement).filter((claim) => !plain.has(claim))
  return [...likely, ...allegations(lens, statement)]
}

function saysPlainly({ store }: Lens, claim: Row): boolean {
  return store.restOf(claim).likelihood === undefined
}

/** How a statement counts on a day: for certain, possibly, or not. */
export type Counts = (statement: Row) => 'surely' | 'possibly' | 'left-out' | 'no'

/**
 * What is asserted, undisputed and holds on the day counts surely; what is alleged, disputed, or only may hold on it,
 * possibly; what is announced or predicted is left out.
 *
 * @param surely further asks this of what is to count surely
 */
export function countsOn(lens: Lens, day: Day, surely: (statement: Row) => boolean): Counts {
  return (statement) => {
    const standing = lens.standing(statement)
    if (!standing || standing.level === 'denied') return 'no'
    const held = onDay(lens, statement, day)
    if (held === 'no') return 'no'
    if (standing.level === 'announced' || standing.level === 'predicted') return 'left-out'
    const isFact = standing.level === 'asserted' && !standing.disputed
    return isFact && held === 'holds' && surely(statement) ? 'surely' : 'possibly'
  }
}
