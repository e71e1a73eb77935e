import { byCodeUnits } from '../../model/canonical'
import type { Indicator, IndicatorKind, Reach, ReachWay } from './found'
import type { Found } from './listings'

/** Every way of reach, in the order in which they are told. */
export const WAYS = [
  'listing',
  'ownership',
  'embargo',
  'target',
  'craft',
] as const satisfies readonly ReachWay[]

/** Every kind of indicator, in the order in which they are told. */
export const KINDS = [
  'suspended',
  'secondary-risk',
  'ownership',
  'organisation',
  'family',
  'association',
  'sector',
  'flag',
  'state',
  'notice',
] as const satisfies readonly IndicatorKind[]

/** What is found, in an order that does not depend on that of the records. */
export function inOrder(found: Found): Found {
  const reach = (a: Reach, b: Reach) => WAYS.indexOf(a.way) - WAYS.indexOf(b.way) || compare(a, b)
  const indicators = (a: Indicator, b: Indicator) =>
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a, b)
  return {
    reach: found.reach.sort(reach),
    indicators: found.indicators.sort(indicators),
    possibleReach: found.possibleReach.sort(reach),
    possibleIndicators: found.possibleIndicators.sort(indicators),
  }
}

/** The nearest first. */
function compare(a: Reach | Indicator, b: Reach | Indicator): number {
  const length = (one: Reach | Indicator) => Math.max(0, ...one.chains.map((chain) => chain.length))
  const key = ({ senders, target, programme = '', rule = '', statements }: Reach | Indicator) =>
    [...senders, target, programme, rule, ...statements].join(' ')
  return length(a) - length(b) || byCodeUnits(key(a), key(b))
}
