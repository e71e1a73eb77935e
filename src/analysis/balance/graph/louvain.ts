import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { randomFrom } from './random'
import type { SignedGraph } from './signed-graph'

const SEED = 1

/**
 * Communities of the positive ties alone, by the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre 2008,
 * *Journal of Statistical Mechanics*, P10008). Negative ties are not looked at: the method is undefined for them.
 *
 * @returns the vertices of each community, sorted, the largest first, then by their first vertices; vertices without a
 * positive tie are in none
 */
export function positiveCommunities({ ties }: SignedGraph): number[][] {
  const graph = new UndirectedGraph()
  for (const { a, b, sign } of ties) if (sign > 0) graph.mergeEdge(String(a), String(b))
  if (graph.size === 0) return []
  const found = new Map<number, number[]>()
  const communities = louvain(graph, { getEdgeWeight: null, rng: randomFrom(SEED) })
  for (const [vertex, community] of Object.entries(communities)) {
    const members = found.get(community) ?? []
    members.push(Number(vertex))
    found.set(community, members)
  }
  return [...found.values()]
    .map((members) => members.sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
