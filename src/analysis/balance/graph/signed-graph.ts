/** A tie between two vertices, numbered from 0: the first is the smaller number. */
export interface SignedTie {
  readonly a: number
  readonly b: number
  readonly sign: 1 | -1
}

/** A graph without loops in which no pair has more than one tie. */
export interface SignedGraph {
  /** How many vertices there are. */
  readonly order: number
  readonly ties: readonly SignedTie[]
}

/**
 * Ties with weights, as neighbours of each vertex: a weight above 0 draws two vertices to one side, one below 0 to
 * opposite ones, and its amount is the cost of putting them otherwise. None is 0.
 */
export type Weighted = Map<number, number>[]

/** The ties of a graph, each of the weight 1. */
export function weightedOf({ order, ties }: SignedGraph): Weighted {
  const near: Weighted = Array.from({ length: order }, () => new Map())
  for (const { a, b, sign } of ties) {
    near[a]!.set(b, sign)
    near[b]!.set(a, sign)
  }
  return near
}

/** What it costs to put the vertices on these sides, 1 or -1. */
export function costOf(near: Weighted, sides: Int8Array): number {
  let cost = 0
  for (const [v, ties] of near.entries()) {
    for (const [u, weight] of ties) if (u > v && weight * sides[u]! * sides[v]! < 0) cost += Math.abs(weight)
  }
  return cost
}

/** The part of a graph that these vertices make, numbered from 0 in their order. */
export function induced(near: Weighted, vertices: readonly number[]): Weighted {
  const numbers = new Map(vertices.map((v, i) => [v, i]))
  return vertices.map((v) => {
    const ties = new Map<number, number>()
    for (const [u, weight] of near[v]!) {
      const number = numbers.get(u)
      if (number !== undefined) ties.set(number, weight)
    }
    return ties
  })
}

/** The vertices of each connected component, sorted; the components by their first vertices. */
export function componentsOf(near: Weighted): number[][] {
  const seen = new Uint8Array(near.length)
  const components: number[][] = []
  for (let start = 0; start < near.length; start++) {
    if (seen[start]) continue
    seen[start] = 1
    const members = [start]
    // A list is read in the order in which it grows.
    for (const v of members) {
      for (const u of near[v]!.keys()) {
        if (seen[u]) continue
        seen[u] = 1
        members.push(u)
      }
    }
    components.push(members.sort((a, b) => a - b))
  }
  return components
}
