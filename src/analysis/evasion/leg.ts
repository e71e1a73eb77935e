import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Basis, basisOf } from '../basis'
import { isPlain } from '../certainty'
import { detail } from '../measures/detail'

/**
 * Whether a leg is a delivery: where its claims say so, or are of trade statistics, which count what has crossed a
 * border; not, where they say that it is offered, ordered or licensed; else nobody says, or they differ. What is announced
 * or predicted, or asserted only as likely, is not said to have been delivered.
 */
export type Delivery = 'delivered' | 'not-delivered' | 'not-stated' | 'claims-differ'

/** One step of a way: a supply or an export. */
export interface Leg extends Basis {
  /** Id of the statement; {@link Basis.statements} also lists those by which its item falls under the one asked for. */
  readonly statement: string
  readonly relation: string
  /** Ids of who passes it on, and to whom. */
  readonly from: string
  readonly to: string
  /** Id of the item that the statement is about. */
  readonly item: string
  /** The name of the way that the statement says it is a leg of. */
  readonly route?: string
  /** When, as the deciding claims state it, sorted. */
  readonly when: readonly string[]
  /** How far the supply has come, as they say, sorted. */
  readonly stage: readonly string[]
  readonly delivery: Delivery
}

/** A leg as it is told. @param broader statements by which its item falls under the one asked for */
export function legOf(lens: Lens, row: Row, broader: readonly Row[]): Leg {
  const { store } = lens
  const { subject, object } = store.statements.columns
  const { item, route } = store.namedQualifiers(row)
  const relation = store.relationOf(row).name
  return {
    statement: store.statementId(row),
    relation,
    from: store.idOf(subject[row]!),
    to: store.idOf(object[row]!),
    item: String(item),
    ...(typeof route === 'string' ? { route } : {}),
    when: detail(lens, row, 'when'),
    stage: detail(lens, row, 'stage'),
    delivery: deliveryOf(lens, row),
    ...basisOf(lens, [row, ...broader]),
  }
}

/** Whether a supply, an export or a trade is a delivery. */
export function deliveryOf(lens: Lens, row: Row): Delivery {
  const isExport = lens.store.relationOf(row).name === 'exportsTo'
  const said = isExport ? 'delivered' : deliveryBy(detail(lens, row, 'stage'))
  const level = lens.standing(row)?.level
  const isTold = (level === 'asserted' || level === 'alleged') && isPlain(lens, row)
  return said === 'delivered' && !isTold ? 'not-stated' : said
}

function deliveryBy(stages: readonly string[]): Delivery {
  if (stages.length === 0) return 'not-stated'
  if (!stages.includes('delivered')) return 'not-delivered'
  return stages.length === 1 ? 'delivered' : 'claims-differ'
}
