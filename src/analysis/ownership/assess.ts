import { byCodeUnits } from '../../model/canonical'
import { formatDay } from '../../model/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Basis, basisOf } from '../basis'
import { allegations, type Counts, isPlain } from '../certainty'
import type { Blocked } from './blocked'
import type { BlockedOwner, Divestment, Doubt, OwnershipFinding, Verdict } from './finding'
import {
  CONTROL,
  EITHER,
  type Holdings,
  hasShare,
  INDIRECT,
  INTEREST,
  UNEXPLAINED,
  UNSTATED,
  UNSURE,
} from './holdings'
import type { Listings } from './listings'
import { inOrder } from './order'
import type { Sold, SoldHolding } from './sold'

/** All that the verdicts on a view are found from. */
export interface Case {
  readonly lens: Lens
  readonly counts: Counts
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
  const rests = restsOf(found, [vertex])
  return {
    entity: store.idOf(row),
    listed: listings.of(row),
    verdict,
    doubts: verdict === 'undetermined' ? doubtsOf(found, holders) : [],
    low: surely.heldOf(vertex),
    high: possibly.heldOf(vertex),
    owners: holders.map((h) => ownerIn(found, h)).sort((a, b) => byCodeUnits(a.owner, b.owner)),
    divested: verdict === 'blocked' ? [] : divestedFrom(found, row),
    ...(rests.size > 0 ? { basis: basisIn(found, rests, verdict === 'blocked') } : {}),
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

/** The statements that the verdicts on some entities rest on. */
export function restsOf(found: Case, vertices: Iterable<number>): Set<Row> {
  const { holdings, surely, possibly } = found
  const sure: number[] = []
  const open: number[] = []
  for (const vertex of vertices) {
    // What is blocked for certain rests on what is certain alone.
    if (surely.isOwned(vertex)) {
      for (const h of holdersIn(holdings, vertex, surely)) if (hasShare(holdings, h)) sure.push(h)
    } else for (const h of holdersIn(holdings, vertex, possibly)) open.push(h)
  }
  return new Set([...statementsBehind(found, sure, surely), ...statementsBehind(found, open, possibly)])
}

/**
 * The statements that holdings say something by: their own, and those by which their owners are blocked. By what is
 * certain, those alone that are.
 */
function* statementsBehind(
  { lens, holdings, listings, counts, surely }: Case,
  some: Iterable<number>,
  blocked: Blocked,
): Generator<Row> {
  const { rowOf } = lens.adjacency()
  const isAsked = (row: Row) => blocked !== surely || (counts(row) === 'surely' && isPlain(lens, row))
  const seen = new Set(some)
  const owners = new Set<number>()
  // A set is read in the order in which it grows.
  for (const h of seen) {
    for (const row of ownStatements({ lens, holdings }, h)) if (isAsked(row)) yield row
    const owner = holdings.owner[h]!
    if (owners.has(owner)) continue
    owners.add(owner)
    yield* listings.statementsOf(rowOf[owner]!)
    for (const above of blocked.restsOn(owner)) seen.add(above)
  }
}

/** The statements of a holding itself, by id. */
function ownStatements({ lens, holdings }: Pick<Case, 'lens' | 'holdings'>, h: number): Row[] {
  return inOrder(lens, holdings.statement.subarray(holdings.from[h], holdings.from[h + 1]))
}

/** What a part of an answer rests on: where it is not certain, also on what is alleged beside what is asserted. */
function basisIn({ lens }: Case, rows: Iterable<Row>, isCertain: boolean): Basis {
  const statements = [...rows]
  const basis = basisOf(lens, statements)
  const alleged = isCertain ? [] : statements.flatMap((row) => allegations(lens, row))
  if (alleged.length === 0) return basis
  return {
    ...basis,
    level: 'alleged',
    claims: [...basis.claims, ...alleged.map((claim) => lens.store.claimId(claim))].sort(byCodeUnits),
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
    ...basisIn(found, restsOfOwner(found, holding, by), false),
  }
}

/** A holding that is not certain is shown too: by its own statements, and those by which its owner is blocked. */
function restsOfOwner(found: Case, holding: number, by: Blocked): Set<Row> {
  return new Set([...ownStatements(found, holding), ...statementsBehind(found, [holding], by)])
}

function doubtsOf({ holdings, surely }: Case, holders: readonly number[]): Doubt[] {
  const doubts = new Set<Doubt>()
  for (const h of holders) {
    const flags = holdings.flags[h]!
    if (flags & EITHER) doubts.add('owned-or-controlled')
    else if (flags & UNSTATED) doubts.add('share-not-stated')
    if (flags & CONTROL && !(flags & EITHER)) doubts.add('control')
    if (flags & UNEXPLAINED) doubts.add('indirect')
    if (flags & UNSURE) doubts.add('holding-not-sure')
    if (!surely.has(holdings.owner[h]!)) doubts.add('owner-not-sure')
    const isRange = holdings.shares.some(({ low, high }) => low[h]! < high[h]!)
    if (isRange && !(flags & (UNSTATED | UNSURE))) doubts.add('shares-differ')
  }
  return [...doubts].sort(byCodeUnits)
}

/** What blocked owners, or those who may be, held of an asset before the day. */
export function soldBy({ lens, sold, possibly }: Case, asset: Row): SoldHolding[] {
  const { vertexOf } = lens.adjacency()
  return sold.of(asset).filter(({ owner }) => possibly.has(vertexOf[owner]!))
}

const keyOf = ({ owner, until, statements }: Divestment) => [owner, until, ...statements].join(' ')

function divestedFrom(found: Case, asset: Row): Divestment[] {
  const { lens } = found
  return soldBy(found, asset)
    .map(({ owner, until, statement }) => ({
      owner: lens.store.idOf(owner),
      until: formatDay(until),
      ...basisOf(lens, [statement]),
    }))
    .sort((a, b) => byCodeUnits(keyOf(a), keyOf(b)))
}
