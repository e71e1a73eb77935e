import { LEVELS } from '../../model/claim'
import { decisiveClaims } from '../../query/cite'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

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
  return decisiveClaims(lens, statement).some((claim) => lens.store.restOf(claim).likelihood === undefined)
}
