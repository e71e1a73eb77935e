import type { Weighted } from './signed-graph'

/**
 * The blocks of a graph, its parts that no single vertex separates (Hopcroft and Tarjan 1973, *Communications of the
 * ACM* 16, 372–378): vertices of each, sorted. Each cycle is in one of them, so that what is frustrated is the sum over
 * them.
 *
 * @returns in an order in which each shares at most one vertex with those before it; vertices without ties are in none
 */
export function blocksOf(near: Weighted): number[][] {
  const found: number[][] = []
  const at = new Int32Array(near.length) // when a vertex was come to, from 1
  const low = new Int32Array(near.length)
  let clock = 0
  for (let root = 0; root < near.length; root++) {
    if (at[root] !== 0) continue
    const waiting = [root]
    const steps = [{ vertex: root, from: -1, ties: near[root]!.keys() }]
    at[root] = low[root] = ++clock
    for (let step = steps.at(-1); step; step = steps.at(-1)) {
      const { vertex, from, ties } = step
      const next = ties.next()
      if (!next.done) {
        const u = next.value
        if (u === from) continue
        if (at[u] !== 0) low[vertex] = Math.min(low[vertex]!, at[u]!)
        else {
          at[u] = low[u] = ++clock
          waiting.push(u)
          steps.push({ vertex: u, from: vertex, ties: near[u]!.keys() })
        }
        continue
      }
      steps.pop()
      if (from < 0) continue
      low[from] = Math.min(low[from]!, low[vertex]!)
      if (low[vertex]! < at[from]!) continue
      // Nothing below leads past `from`: what waits since then is a block with it.
      const block = waiting.splice(waiting.lastIndexOf(vertex))
      found.push([...block, from].sort((a, b) => a - b))
    }
  }
  // Those nearest to the roots were closed last.
  return found.reverse()
}
