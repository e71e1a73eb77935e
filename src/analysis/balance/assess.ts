import { byCodeUnits } from '../../model/canonical'
import type { Store } from '../../store/store'
import { align, type Sides } from './align'
import { frustrationOf } from './graph/frustration'
import { positiveCommunities } from './graph/louvain'
import { signedModularity } from './graph/modularity'
import type { SignedTie } from './graph/signed-graph'
import { countTriads, strongShare, weakShare } from './graph/triads'
import type { FrustrationRecord, GraphBalance, TieRecord } from './records'
import type { Tie } from './yearly'

/** A graph as it was assessed. */
export interface Assessed {
  readonly graph: GraphBalance
  readonly sides: Sides
}

/**
 * Works out the balance of the graph that ties make.
 *
 * @param ties in the order of the ids of both ends
 * @param before where actors stood in the year before, where there was one
 */
export function assess(
  store: Store,
  ties: readonly Tie[],
  { year, before, record }: { year?: number; before?: Sides; record: (tie: Tie) => TieRecord },
): Assessed {
  const ids = [...new Set(ties.flatMap(({ a, b }) => [store.idOf(a), store.idOf(b)]))].sort(byCodeUnits)
  const numbers = new Map(ids.map((id, i) => [id, i]))
  const signed = {
    order: ids.length,
    ties: ties.map(
      ({ a, b, sign }): SignedTie => ({
        a: numbers.get(store.idOf(a))!,
        b: numbers.get(store.idOf(b))!,
        sign,
      }),
    ),
  }
  const triads = countTriads(signed)
  const components = frustrationOf(signed).sort((a, b) => b.vertices.length - a.vertices.length)
  const sides = align(components, ids, before)
  const bloc = ids.map((id) => sides.get(id)!)
  // Blocs of different components are different communities.
  const communities = bloc.map(({ component, side }) => 2 * component + +(side < 0))
  const degrees = degreesOf(signed.ties, ids.length)
  const sum = (of: 'low' | 'high') => components.reduce((total, one) => total + one[of], 0)
  const graph: GraphBalance = {
    year,
    actors: ids.map((actor, v) => ({
      actor,
      ...degrees[v]!,
      triads: triads.of[v]!,
      strong: strongShare(triads.of[v]!),
      weak: weakShare(triads.of[v]!),
      component: bloc[v]!.component,
      bloc: bloc[v]!.side > 0 ? 'A' : 'B',
    })),
    positive: ties.filter(({ sign }) => sign > 0).length,
    negative: ties.filter(({ sign }) => sign < 0).length,
    mixed: ties.filter(({ mixed }) => mixed).length,
    triads: triads.all,
    strong: strongShare(triads.all),
    weak: weakShare(triads.all),
    frustration: frustrationRecord(sum('low'), sum('high'), ties.length),
    components: components.map(({ vertices, low, high, unique }) => {
      const within = new Set(vertices)
      const many = signed.ties.filter(({ a }) => within.has(a)).length
      const members = (side: number) => vertices.filter((v) => bloc[v]!.side === side).map((v) => ids[v]!)
      return { ...frustrationRecord(low, high, many), blocs: [members(1), members(-1)], unique }
    }),
    modularity: signedModularity(signed, communities),
    frustrated: ties
      .filter((_, i) => {
        const { a, b, sign } = signed.ties[i]!
        return bloc[a]!.side * bloc[b]!.side * sign < 0
      })
      .map(record),
    positiveCommunities: positiveCommunities(signed).map((members) => members.map((v) => ids[v]!)),
  }
  return { graph, sides }
}

function degreesOf(ties: readonly SignedTie[], order: number): { positive: number; negative: number }[] {
  const degrees = Array.from({ length: order }, () => ({ positive: 0, negative: 0 }))
  for (const { a, b, sign } of ties) {
    for (const v of [a, b]) degrees[v]![sign > 0 ? 'positive' : 'negative']++
  }
  return degrees
}

function frustrationRecord(low: number, high: number, ties: number): FrustrationRecord {
  const normalised = ties === 0 ? undefined : ([(2 * low) / ties, (2 * high) / ties] as const)
  return { low, high, exact: low === high, normalised }
}
