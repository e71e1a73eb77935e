import { byCodeUnits } from '../../model/canonical'
import { formatDay } from '../../model/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import type { Blocked } from './blocked'
import type { BlockedOwner, Divestment, Doubt, OwnershipFinding, Verdict } from './finding'
import { CONTROL, EITHER, type Holdings, INDIRECT, INTEREST, UNSTATED, UNSURE } from './holdings'
import { isExplained } from './indirect'
import type { Listings } from './listings'
import type { Sold } from './sold'

/** All that the verdicts on a view are found from. */
export interface Case {
  readonly lens: Lens
  readonly holdings: Holdings
  readonly listings: Listings
  /** Blocked for certain, and possibly. */
  readonly surely: Blocked
  readonly possibly: Blocked
  readonly sold: Sold
}

/** The verdict on a vertex. */
export function verdictOn({ holdings, surely, possibly }: Case, vertex: number): Verdict {
  if (surely.isOwned(vertex)) return 'blocked'
  if (possibly.isOwned(vertex)) return 'undetermined'
  const { inAsset, owner, flags } = holdings
  for (let h = inAsset[vertex]!; h < inAsset[vertex + 1]!; h++)
    if ((flags[h]! & (INTEREST | INDIRECT)) !== 0 && possibly.has(owner[h]!)) return 'below'
  return 'no-finding'
}

/** Everything that is found of a vertex. */
export function assess(found: Case, vertex: number): OwnershipFinding {
  const { lens, holdings, listings, surely, possibly } = found
  const { store } = lens
  const row = lens.adjacency().rowOf[vertex]!
  const verdict = verdictOn(found, vertex)
  const holders = [...holdersIn(holdings, vertex, possibly)]
  // What is blocked for certain rests on what is certain alone.
  const relevant = verdict === 'blocked' ? holders.filter((h) => surely.has(holdings.owner[h]!)) : holders
  const by = verdict === 'blocked' ? surely : possibly
  const rests = new Set(relevant.flatMap((h) => [...statementsBehind(found, h, by)]))
  return {
    entity: store.idOf(row),
    listed: listings.of(row),
    verdict,
    doubts: verdict === 'undetermined' ? doubtsOf(found, holders) : [],
    low: surely.heldOf(vertex),
    high: possibly.heldOf(vertex),
    owners: holders.map((h) => ownerIn(found, h)).sort((a, b) => byCodeUnits(a.owner, b.owner)),
    divested: verdict === 'blocked' ? [] : divestedFrom(found, row),
    ...(rests.size > 0 ? { basis: basisOf(lens, rests) } : {}),
  }
}

/** Holdings that blocked owners have in it, or may: an interest, or control where that counts. */
function* holdersIn(
  { inAsset, owner, flags }: Holdings,
  vertex: number,
  blocked: Blocked,
): Generator<number> {
  for (let h = inAsset[vertex]!; h < inAsset[vertex + 1]!; h++)
    if ((flags[h]! & (INTEREST | INDIRECT | CONTROL)) !== 0 && blocked.has(owner[h]!)) yield h
}

/** The statements that a holding says something by: its own, and those by which its owner is blocked. */
export function* statementsBehind(
  { lens, holdings, listings }: Case,
  holding: number,
  blocked: Blocked,
): Generator<Row> {
  const { rowOf } = lens.adjacency()
  const seen = new Set([holding])
  // A set is read in the order in which it grows.
  for (const h of seen) {
    yield* holdings.statement.subarray(holdings.from[h], holdings.from[h + 1])
    const owner = holdings.owner[h]!
    yield* listings.statementsOf(rowOf[owner]!)
    for (const above of blocked.restsOn(owner)) seen.add(above)
  }
}

/** The least and the most that an owner holds, in percent: of the interest of which it is the most. */
export function sharesOf({ shares }: Holdings, holding: number): readonly [low: number, high: number] {
  return shares
    .map(({ low, high }) => [low[holding]!, high[holding]!] as const)
    .reduce((a, b) => (b[1] > a[1] ? b : a))
}

function ownerIn(found: Case, holding: number): BlockedOwner {
  const { lens, holdings, listings, surely, possibly } = found
  const { rowOf } = lens.adjacency()
  const owner = holdings.owner[holding]!
  const by = surely.has(owner) ? surely : possibly
  const chain = by.chainTo(owner).map((h) => holdings.owner[h]!)
  const [low, high] = sharesOf(holdings, holding)
  return {
    owner: lens.store.idOf(rowOf[owner]!),
    low,
    high,
    blocked: !surely.has(owner) ? 'possibly' : listings.counts(rowOf[owner]!) === 'yes' ? 'listed' : 'owned',
    chain: [...chain, owner].map((one) => lens.store.idOf(rowOf[one]!)),
    ...basisOf(lens, statementsBehind(found, holding, by)),
  }
}

function doubtsOf({ holdings, surely }: Case, holders: readonly number[]): Doubt[] {
  const doubts = new Set<Doubt>()
  for (const h of holders) {
    const flags = holdings.flags[h]!
    if (flags & EITHER) doubts.add('owned-or-controlled')
    else if (flags & UNSTATED) doubts.add('share-not-stated')
    if (flags & CONTROL && !(flags & EITHER)) doubts.add('control')
    if (flags & INDIRECT && !isExplained(holdings, h)) doubts.add('indirect')
    if (flags & UNSURE) doubts.add('holding-not-sure')
    if (!surely.has(holdings.owner[h]!)) doubts.add('owner-not-sure')
    const isRange = holdings.shares.some(({ low, high }) => low[h]! < high[h]!)
    if (isRange && !(flags & (UNSTATED | UNSURE))) doubts.add('shares-differ')
  }
  return [...doubts].sort(byCodeUnits)
}

function divestedFrom({ lens, sold, possibly }: Case, asset: Row): Divestment[] {
  const { vertexOf } = lens.adjacency()
  return sold
    .of(asset)
    .filter(({ owner }) => possibly.has(vertexOf[owner]!))
    .map(({ owner, until, statement }) => ({
      owner: lens.store.idOf(owner),
      until: formatDay(until),
      ...basisOf(lens, [statement]),
    }))
    .sort((a, b) => byCodeUnits(`${a.owner} ${a.until}`, `${b.owner} ${b.until}`))
}
