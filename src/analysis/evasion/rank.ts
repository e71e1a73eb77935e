import { byCodeUnits } from '../../model/canonical'
import { LEVELS } from '../../model/claim'
import type { Delivery } from './leg'
import type { EvasionRoute, Score } from './route'

/** From best to worst. */
const DELIVERIES: readonly Delivery[] = ['delivered', 'not-stated', 'claims-differ', 'not-delivered']
const FORCES: readonly Score['force'][] = ['in-force', 'possibly']
const TOLD: readonly Score['told'][] = ['as-one', 'in-part', 'not']
const ORDERS: readonly Score['order'][] = ['certain', 'possible']
const VERDICTS: readonly Score['flows'][] = ['rises', 'unknown', 'does-not-rise']

/** The parts of a score, as numbers of which the smaller comes first, in the order in which they count. */
const PARTS: readonly ((score: Score) => number)[] = [
  ({ level }) => LEVELS.indexOf(level),
  ({ disputed }) => Number(disputed),
  ({ delivery }) => DELIVERIES.indexOf(delivery),
  ({ force }) => FORCES.indexOf(force),
  ({ steps }) => steps,
  ({ told }) => TOLD.indexOf(told),
  ({ order }) => ORDERS.indexOf(order),
  // Each intermediary that does not is one that only these legs tell of.
  ({ steps, bothSides }) => steps - 1 - bothSides,
  ({ flows }) => VERDICTS.indexOf(flows),
]

/** The order of routes: by the parts of their scores one after the other, then by ids. */
export function inOrder(a: EvasionRoute, b: EvasionRoute): number {
  for (const part of PARTS) {
    const order = part(a.score) - part(b.score)
    if (order !== 0) return order
  }
  const ids = ({ entities, legs }: EvasionRoute) =>
    [...entities, ...legs.map((leg) => leg.statement)].join(' ')
  return byCodeUnits(ids(a), ids(b))
}

/** The worst of several. */
export function worst(deliveries: readonly Delivery[]): Delivery {
  return DELIVERIES[Math.max(...deliveries.map((one) => DELIVERIES.indexOf(one)))]!
}

/** The best of several; unknown where there are none. */
export function bestFlows(verdicts: readonly Score['flows'][]): Score['flows'] {
  if (verdicts.includes('rises')) return 'rises'
  return verdicts.includes('does-not-rise') ? 'does-not-rise' : 'unknown'
}
