import type { Weighted } from './signed-graph'

/** In larger graphs only short cycles are looked for: a search for others goes over all ties, for each vertex. */
const MOST_SEARCHED = 2_000
/** So many ties are looked at in all. What is not packed by then leaves the bound lower, and it is still one. */
const MOST_LOOKED_AT = 60_000_000

/** How many ties may still be looked at. */
interface Budget {
  left: number
}

/** Unbalanced cycles that share no tie. */
export interface Packed {
  /** Their weight in all. */
  readonly weight: number
  /** The ties with what of their weights is in none of the cycles. */
  readonly rest: Weighted
}

/**
 * A lower bound of the frustration: the weight of unbalanced cycles that share no tie, each of which has at least one
 * frustrated. They are packed greedily: triangles, then the shortest there are, as far as a bound on the work allows. A division that frustrates no more than
 * this weight frustrates none of the rest.
 */
export function packedCycles(given: Weighted): Packed {
  const near = given.map((ties) => new Map(ties))
  const budget: Budget = { left: MOST_LOOKED_AT }
  let packed = packTriangles(near, budget)
  const lengths = near.length > MOST_SEARCHED ? [4] : [4, 6, Number.POSITIVE_INFINITY]
  for (const longest of lengths) {
    for (let v = 0; v < near.length; v++) {
      const find = () => unbalancedCycle(near, v, longest, budget)
      for (let cycle = find(); cycle; cycle = find()) packed += take(near, cycle)
    }
  }
  return { weight: packed, rest: near }
}

function packTriangles(near: Weighted, budget: Budget): number {
  let packed = 0
  for (const [u, ties] of near.entries()) {
    for (const v of ties.keys()) {
      if (v < u) continue
      for (const [w, weight] of near[v]!) {
        const left = ties.get(v)
        // Once all of a tie is taken there is nothing more to find at it.
        if (left === undefined || --budget.left < 0) break
        if (w > v && left * weight * (ties.get(w) ?? 0) < 0) packed += take(near, [u, v, w])
      }
    }
  }
  return packed
}

/** Takes the least weight of a cycle off each of its ties. */
function take(near: Weighted, cycle: readonly number[]): number {
  const ties = cycle.map((v, i) => [v, cycle[(i + 1) % cycle.length]!] as const)
  const least = Math.min(...ties.map(([v, u]) => Math.abs(near[v]!.get(u)!)))
  for (const [v, u] of ties) {
    const weight = near[v]!.get(u)!
    const left = weight - Math.sign(weight) * least
    for (const [one, other] of [
      [v, u],
      [u, v],
    ] as const) {
      if (left === 0) near[one]!.delete(other)
      else near[one]!.set(other, left)
    }
  }
  return least
}

/**
 * An unbalanced cycle that a shortest unbalanced walk from a vertex back to it goes round; undefined where there is none
 * of that length.
 *
 * The search goes over vertices with a side each: a negative tie leads to the other side, and whoever comes back to the
 * start on the other side went round something unbalanced.
 */
function unbalancedCycle(
  near: Weighted,
  start: number,
  longest: number,
  budget: Budget,
): number[] | undefined {
  const key = (v: number, side: number) => 2 * v + side
  const from = new Int32Array(2 * near.length).fill(-1)
  let reached = [key(start, 0)]
  from[key(start, 0)] = key(start, 0)
  for (let length = 1; length <= longest && reached.length > 0; length++) {
    const next: number[] = []
    for (const at of reached) {
      budget.left -= near[at >> 1]!.size
      if (budget.left < 0) return undefined
      for (const [u, weight] of near[at >> 1]!) {
        const to = key(u, (at & 1) ^ +(weight < 0))
        if (from[to] !== -1) continue
        from[to] = at
        if (to === key(start, 1)) return simple(from, to)
        next.push(to)
      }
    }
    reached = next
  }
  return undefined
}

/** The cycle at the end of a walk that begins and ends at one vertex: a shortest one comes to each but on either side. */
function simple(from: Int32Array, end: number): number[] {
  const path: number[] = []
  for (let at = end; ; at = from[at]!) {
    const place = path.indexOf(at >> 1)
    // Where a vertex comes again it is on the other side: what lies between is unbalanced.
    if (place >= 0) return path.slice(place)
    path.push(at >> 1)
  }
}
