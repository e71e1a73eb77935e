import { LEVELS } from '../../model/claim'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

const ALLEGED = LEVELS.indexOf('alleged')

/** Claims that allege what others assert: what they say beyond these may be so. */
export function allegations(lens: Lens, statement: Row): Row[] {
  if (lens.standing(statement)?.level !== 'asserted') return []
  const { stance } = lens.store.claims.columns
  return lens.deciding(statement).filter((claim) => stance[claim] === ALLEGED)
}
