import { decisiveClaims } from '../../query/cite'
import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import { allegations } from '../certainty'
import { bearingsOn, isSuspended, type Near } from './bearing'
import { ON_CRAFT } from './embargoes'
import type { Facts } from './facts'
import type { ExposureDoubt } from './found'
import { add, type Found, isNotice, measuresOf } from './listings'
import { type Link, stepsOf } from './step'

/**
 * A ship or aircraft whose owner is under measures on ships or aircraft. The freeze of its owner's assets is a matter of
 * the rule on ownership, not of this.
 *
 * @param told takes the statements that are told hereby in full
 */
export function findCraft(facts: Facts, near: Near, told: Set<Row>, found: Found): void {
  const { entity } = near
  if (!facts.lens.store.isOf(entity, ['Vessel', 'Aircraft'])) return
  for (const held of facts.linksFrom(entity, ['owns'], 'object'))
    for (const link of facts.linksFrom(held.to, ['designates', 'sanctions'], 'object'))
      findMeasure(facts, [held, link], near, told, found)
}

function findMeasure(
  facts: Facts,
  [held, link]: readonly [held: Link, link: Link],
  near: Near,
  told: Set<Row>,
  found: Found,
): void {
  const { lens } = facts
  const { store } = lens
  const stated = measuresOf(facts, link.statement)
  const measures = stated.measures.filter((measure) => ON_CRAFT.includes(measure))
  const share = sharesOf(facts, held.statement)
  if (measures.length === 0 || isNotice(facts, stated) || share === 'less') return
  const statements = [held.statement, link.statement]
  const bearings = bearingsOn(facts, link.statement, near)
  const item = {
    ...stated,
    measures,
    target: store.idOf(held.to),
    chains: [stepsOf(lens, [held, link])],
    ...bearings,
    ...basisOf(lens, statements),
  }
  // Of what else the listing says, a chain of ties tells.
  if (measures.length === stated.measures.length) for (const row of statements) told.add(row)
  const doubts: ExposureDoubt[] = facts.doubtsOf(statements)
  if (share === 'open') doubts.push('owner-not-settled')
  if (isSuspended(bearings)) add(found, { kind: 'suspended', relation: 'owns', ...item }, doubts)
  else if (doubts.length > 0) found.possibleReach.push({ way: 'craft', ...item, doubts })
  else found.reach.push({ way: 'craft', ...item })
}

/** Whether the owner has half of it or more. One of whom no share is told owns it. */
function sharesOf({ lens }: Facts, statement: Row): 'half' | 'less' | 'open' {
  const shareOf = (claim: Row) => {
    const { share } = lens.store.restOf(claim)
    return Array.isArray(share) ? share.map(Number) : [Number(share ?? 100)]
  }
  const shares = decisiveClaims(lens, statement).map(shareOf)
  if (shares.every((share) => Math.min(...share) >= 50)) return 'half'
  // What somebody alleges beyond what others assert may be so.
  const alleged = allegations(lens, statement).filter((claim) => lens.store.restOf(claim).share !== undefined)
  return [...shares, ...alleged.map(shareOf)].every((share) => Math.max(...share) < 50) ? 'less' : 'open'
}
