import { basisOf } from '../basis'
import { lesserClaims } from '../certainty'
import { detail } from '../measures/detail'
import { type Embargo, embargoesOn } from '../measures/embargo'
import { bearingsOn, isSuspended, type Near } from './bearing'
import type { Facts } from './facts'
import type { Measures, ReachWay } from './found'
import { add, type Found, measuresOf } from './listings'
import type { Belonging, Belongs } from './places'
import { linkFrom, stepsOf } from './step'

/** Measures that are on ships and aircraft, and so follow a flag or an owner. */
export const ON_CRAFT: readonly string[] = ['transportation-restrictions', 'blockade']

/** Sanctions on the entity as such, or on jurisdictions to which it belongs: reach, possible reach, or indicators. */
export function findEmbargoes(facts: Facts, near: Near, places: readonly Belongs[], found: Found): void {
  for (const { place, how, links } of places)
    for (const embargo of embargoesOn(facts.lens, place, { easings: facts.easings }))
      if (facts.counts(embargo.statement)) findEmbargo(facts, embargo, near, { how, links }, found)
}

function findEmbargo(
  facts: Facts,
  embargo: Embargo,
  near: Near,
  { how, links }: Omit<Belongs, 'place'>,
  found: Found,
): void {
  const { lens } = facts
  const { store } = lens
  const chain = [...links, linkFrom(lens, embargo.target, embargo.statement)]
  const statements = chain.map(({ statement }) => statement)
  const measures = measuresOf(facts, embargo.statement)
  const bearings = bearingsOn(facts, embargo.statement, near)
  const item = {
    ...measures,
    target: store.idOf(embargo.target),
    chains: [stepsOf(lens, chain)],
    ...bearings,
    ...basisOf(lens, statements),
  }
  const reached = reachedBy(how, extentOf(facts, embargo), measures)
  const doubts = facts.doubtsOf(statements)
  if (reached && !isSuspended(bearings)) {
    const { way, measures: which, isOpen } = reached
    if (isOpen) doubts.push('scope-not-stated')
    if (how === 'open-flag') doubts.push('flag-not-settled')
    const reach = { ...item, way, measures: which }
    if (doubts.length > 0) found.possibleReach.push({ ...reach, doubts })
    else found.reach.push(reach)
    return
  }
  const kind = how === 'flag' || how === 'open-flag' || how === 'false-flag' ? 'flag' : 'state'
  const [first] = links
  const relation = first ? { relation: store.relationOf(first.statement).name } : {}
  add(found, { kind: reached ? 'suspended' : kind, ...relation, ...item }, doubts)
}

/** How much of the relations with a target sanctions touch. */
type Extent = 'comprehensive' | 'partial' | 'not-stated'

/** What nobody calls comprehensive may be so only where it is of trade as a whole, or of no stated measures, on a state. */
function extentOf(facts: Facts, { statement, target, measures, scope, item }: Embargo): Extent {
  const { store } = facts.lens
  if (item !== undefined || store.namedQualifiers(statement).sector !== undefined) return 'partial'
  if (scope !== undefined) return scope
  if (detail(facts.lens, statement, 'scope').length > 0) return 'not-stated'
  if (lesserClaims(facts.lens, statement).some((claim) => store.restOf(claim).scope === 'comprehensive'))
    return 'not-stated'
  const mayBeAll =
    measures.length === 0 || measures.includes('not-stated') || measures.includes('trade-embargo')
  return mayBeAll && store.isOf(target, ['State']) ? 'not-stated' : 'partial'
}

interface Reached {
  readonly way: ReachWay
  readonly measures: readonly string[]
  /** Whether it is left open if they reach it, whatever the statements are worth. */
  readonly isOpen?: true
}

/** By what way sanctions reach what so belongs to their target, where they do. */
function reachedBy(how: Belonging, extent: Extent, { measures }: Measures): Reached | undefined {
  if (how === 'self') return { way: extent === 'comprehensive' ? 'embargo' : 'target', measures }
  if (how === 'tied' || how === 'false-flag') return undefined
  if (extent === 'comprehensive') return { way: 'embargo', measures }
  const onCraft = measures.filter((measure) => ON_CRAFT.includes(measure))
  const isFlag = how === 'flag' || how === 'open-flag'
  if (isFlag && onCraft.length > 0) return { way: 'craft', measures: onCraft }
  return extent === 'not-stated' ? { way: 'embargo', measures, isOpen: true } : undefined
}
