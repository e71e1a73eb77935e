import { byCodeUnits } from '../../model/canonical'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { plainClaims } from '../certainty'

/**
 * The values of a detail in each of the claims that decide how a statement stands: none where it says nothing of it. What
 * is only likely says nothing beside who says it plainly.
 */
export function detailByClaim(lens: Lens, statement: Row, name: string): string[][] {
  return plainClaims(lens, statement).map((claim) => {
    const said: { readonly [detail: string]: unknown } = lens.store.claim(claim)
    return [said[name] ?? []].flat().map(String)
  })
}

/** The values of a detail in the claims that decide how a statement stands: each once, sorted. */
export function detail(lens: Lens, statement: Row, name: string): string[] {
  return [...new Set(detailByClaim(lens, statement, name).flat())].sort(byCodeUnits)
}

/** The entity of an id, as it is now. */
export function entityOf({ store }: Lens, id: unknown): Row | undefined {
  const row = typeof id === 'string' ? store.findEntity(id) : 0
  return row === 0 ? undefined : store.current(row)
}
