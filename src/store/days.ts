import { ALWAYS, hull, intersect, type Span, within } from '../model/days'
import { DENIES, type Row, type Store } from './store'

/** When a statement holds, as its claims give it. */
export interface Days {
  /** Outside these: no. */
  readonly possible: Span
  /** Within these: yes. */
  readonly certain: Span | undefined
  /** The claims give times that cannot all be true. */
  readonly conflicting: boolean
}

/**
 * The days of a claim. An open end is certain only as far as the claim can speak: to the end of its source's
 * coverage, else to its own date.
 */
export function claimDays(store: Store, claim: Row, aspect: 'state' | 'event'): Omit<Days, 'conflicting'> {
  const { dates } = store
  const when = store.claims.columns.when[claim]!
  if (when === 0) return { possible: ALWAYS, certain: undefined }
  const possible = dates.possible(when)
  // An event happens at some time within its days: it is certain on a day only where there is but one.
  if (aspect === 'event')
    return { possible, certain: possible.from === possible.until ? possible : undefined }
  const certain = dates.certain(when)
  if (!dates.isOpenEnd(when)) return { possible, certain }
  const reach = store.provenance.reach(claim)
  return { possible, certain: certain ? cut(certain, reach) : stillThen(possible, reach) }
}

/** Of what began nobody knows when and goes on (`/..`), one day is certain: the last of which the claim can speak. */
function stillThen(possible: Span, reach: number | undefined): Span | undefined {
  return reach === undefined || !Number.isFinite(reach) || reach < possible.from
    ? undefined
    : { from: reach, until: reach }
}

function cut(certain: Span, reach: number | undefined): Span | undefined {
  if (reach === undefined)
    return Number.isFinite(certain.from) ? { from: certain.from, until: certain.from } : undefined
  return reach < certain.from ? undefined : { from: certain.from, until: reach }
}

/**
 * The days of a statement from the claims that count. Where these can all be true, possible is their
 * intersection and certain their union (of a state, one spell: the hull of it); else possible is the union,
 * taken as its hull, and certain the intersection.
 *
 * @param claims rows of claims; denials tell the time only where there is nothing else
 * @returns undefined where there is no claim
 */
export function statementDays(store: Store, statement: Row, claims: readonly Row[]): Days | undefined {
  const { aspect } = store.relationOf(statement)
  const { stance } = store.claims.columns
  if (claims.length === 1) {
    const { possible, certain } = claimDays(store, claims[0]!, aspect)
    return { possible, certain, conflicting: false }
  }
  const positive = claims.filter((claim) => stance[claim] !== DENIES)
  let days: Days | undefined
  const each = (positive.length > 0 ? positive : claims).map((claim) => claimDays(store, claim, aspect))
  for (const { possible, certain } of each) {
    if (!days) {
      days = { possible, certain, conflicting: false }
      continue
    }
    const both: Span | undefined = intersect(days.possible, possible)
    const known: Span | undefined =
      days.certain && certain ? hull(days.certain, certain) : (days.certain ?? certain)
    if (!both || (known && !within(known, both))) return conflicting(each)
    days = { possible: both, certain: known, conflicting: false }
  }
  return days
}

function conflicting(each: readonly Omit<Days, 'conflicting'>[]): Days {
  const [first, ...others] = each
  let { possible, certain } = first!
  for (const one of others) {
    possible = hull(possible, one.possible)
    certain = certain && one.certain && intersect(certain, one.certain)
  }
  return { possible, certain, conflicting: true }
}
