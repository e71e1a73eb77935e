import type { Weighted } from './signed-graph'

/** A vertex that was taken out, with the ties that it had then: its side follows from those of its neighbours. */
interface Taken {
  readonly vertex: number
  readonly ties: readonly (readonly [neighbour: number, weight: number])[]
}

/** What is left of a graph when all vertices with fewer than three neighbours are taken out. */
export interface Reduced {
  /** The vertices that are left, in order. */
  readonly core: readonly number[]
  /** The ties among them; of others nothing. */
  readonly near: Weighted
  /** What is frustrated in any case by what was taken out. */
  readonly cost: number
  /** Vertices whose side follows from no other's. */
  readonly loose: number
  /**
   * Puts what was taken out on its sides, those of the core being given.
   *
   * @returns whether each side followed: where not, there are other divisions as good
   */
  readonly lift: (sides: Int8Array) => boolean
}

/**
 * Takes out vertices with fewer than three neighbours, which keeps the least frustration: one with a single neighbour
 * frustrates nothing, and one with two is a tie between these, of the product of its signs and its lesser weight.
 * Parallel ties add up; of opposite ones the lesser is frustrated whatever is done.
 */
export function reduce(given: Weighted): Reduced {
  const near = given.map((ties) => new Map(ties))
  const taken: Taken[] = []
  const isTaken = new Uint8Array(near.length)
  let cost = 0
  let loose = 0
  const todo = [...near.keys()].filter((v) => near[v]!.size < 3).reverse()
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    if (isTaken[v]) continue
    isTaken[v] = 1
    const ties = [...near[v]!].sort(([a], [b]) => a - b)
    taken.push({ vertex: v, ties })
    for (const [u] of ties) near[u]!.delete(v)
    near[v]!.clear()
    const [first, second] = ties
    if (!first) loose++
    if (first && second) {
      const weight = Math.min(Math.abs(first[1]), Math.abs(second[1])) * Math.sign(first[1] * second[1])
      const before = near[first[0]]!.get(second[0]) ?? 0
      if (before * weight < 0) cost += Math.min(Math.abs(before), Math.abs(weight))
      setTie(near, first[0], second[0], before + weight)
    }
    for (const [u] of ties) if (near[u]!.size < 3) todo.push(u)
  }
  return {
    core: [...near.keys()].filter((v) => !isTaken[v]),
    near,
    cost,
    loose,
    lift: (sides) => lift(taken, sides),
  }
}

function setTie(near: Weighted, a: number, b: number, weight: number): void {
  for (const [v, u] of [
    [a, b],
    [b, a],
  ] as const) {
    if (weight === 0) near[v]!.delete(u)
    else near[v]!.set(u, weight)
  }
}

function lift(taken: readonly Taken[], sides: Int8Array): boolean {
  let follows = true
  for (const { vertex, ties } of taken.toReversed()) {
    const pull = ties.reduce((sum, [u, weight]) => sum + weight * sides[u]!, 0)
    if (pull === 0 && ties.length > 0) follows = false
    sides[vertex] = pull < 0 ? -1 : 1
  }
  return follows
}
