import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import { detail } from '../measures/detail'
import { bearingsOn, isSuspended, type Near } from './bearing'
import type { Facts } from './facts'
import type { Indicator, Measures, PossibleIndicator, PossibleReach, Reach } from './found'
import { stepsOf } from './step'

/** What is found of an entity, in classes that are never mixed. */
export interface Found {
  readonly reach: Reach[]
  readonly indicators: Indicator[]
  readonly possibleReach: PossibleReach[]
  readonly possibleIndicators: PossibleIndicator[]
}

/** What a statement says of measures: a listing, or sanctions on a target as such. */
export function measuresOf(facts: Facts, statement: Row): Measures {
  const { store } = facts.lens
  const { programme } = store.namedQualifiers(statement)
  const listed = detail(facts.lens, statement, 'listed')
  return {
    senders: [store.idOf(store.statements.columns.subject[statement]!)],
    ...(typeof programme === 'string' ? { programme } : {}),
    measures: detail(facts.lens, statement, 'measures'),
    lists: detail(facts.lens, statement, 'list'),
    entries: detail(facts.lens, statement, 'entry'),
    legalBasis: detail(facts.lens, statement, 'legalBasis'),
    since: listed.length > 0 ? listed : detail(facts.lens, statement, 'when'),
  }
}

/** Whether a listing has no legal effect: its programme publishes names, or tells of penalties. */
export function isNotice(facts: Facts, { programme }: Measures): boolean {
  const { store } = facts.lens
  const kind = programme === undefined ? undefined : store.entity(store.findEntity(programme))?.kind
  return kind === 'notice' || kind === 'enforcement'
}

/** Listings of the entity itself: each reaches it with its own measures, whatever these are. */
export function findListings(facts: Facts, near: Near, found: Found): void {
  const { lens } = facts
  const { entity } = near
  for (const link of facts.linksFrom(entity, ['designates'], 'object')) {
    const { statement } = link
    const measures = measuresOf(facts, statement)
    const bearings = bearingsOn(facts, statement, near)
    const item = {
      ...measures,
      target: lens.store.idOf(entity),
      chains: [stepsOf(lens, [link])],
      ...bearings,
      ...basisOf(lens, [statement]),
    }
    const doubts = facts.doubtsOf([statement])
    if (isNotice(facts, measures)) add(found, { kind: 'notice', ...item }, doubts)
    else if (isSuspended(bearings)) add(found, { kind: 'suspended', ...item }, doubts)
    else if (doubts.length > 0) found.possibleReach.push({ way: 'listing', ...item, doubts })
    else found.reach.push({ way: 'listing', ...item })
    if (detail(facts.lens, statement, 'secondaryRisk').includes('true'))
      add(found, { kind: 'secondary-risk', ...item }, doubts)
  }
}

/** Adds an indicator to those that are certain, or to the others. */
export function add(found: Found, indicator: Indicator, doubts: PossibleIndicator['doubts']): void {
  if (doubts.length > 0) found.possibleIndicators.push({ ...indicator, doubts })
  else found.indicators.push(indicator)
}
