import { randomFrom } from './random'
import { costOf, type Weighted } from './signed-graph'

const SEED = 1
const STARTS = 6
/** So many moves in vain, by the number of vertices, end a start. */
const PATIENCE = 12
/** So many vertices are looked at in vain at most: each move looks at all of them. */
const MOST_LOOKED_AT = 20_000_000

/** A division of the vertices into two sides, and what it frustrates. */
export interface Division {
  readonly cost: number
  readonly sides: Int8Array
}

/**
 * Looks for a division that frustrates little: moves one vertex at a time to the other side, the best that was not just
 * moved (tabu search, Glover 1989, *ORSA Journal on Computing* 1, 190–206), from several starts, the same ones each time.
 *
 * @param enough ends the search where so little is frustrated
 */
export function goodDivision(near: Weighted, enough: number): Division {
  const random = randomFrom(SEED)
  const ties = near.map((own) => [...own])
  let best: Division | undefined
  for (let start = 0; start < STARTS && (best === undefined || best.cost > enough); start++) {
    const sides = start === 0 ? alongTree(near) : Int8Array.from(near, () => (random() < 0.5 ? 1 : -1))
    const found = improve(ties, costOf(near, sides), sides, enough, random)
    if (best === undefined || found.cost < best.cost) best = found
  }
  return best ?? { cost: 0, sides: new Int8Array(near.length) }
}

/** Sides that frustrate no tie of a spanning forest: where the graph is balanced, no tie at all. */
function alongTree(near: Weighted): Int8Array {
  const sides = new Int8Array(near.length)
  for (let root = 0; root < near.length; root++) {
    if (sides[root] !== 0) continue
    sides[root] = 1
    const reached = [root]
    for (const v of reached) {
      for (const [u, weight] of near[v]!) {
        if (sides[u] !== 0) continue
        sides[u] = weight < 0 ? -sides[v]! : sides[v]!
        reached.push(u)
      }
    }
  }
  return sides
}

/**
 * Moves vertices until nothing better comes of it for long.
 *
 * @param from what the sides cost that it begins with
 */
function improve(
  ties: readonly (readonly (readonly [neighbour: number, weight: number])[])[],
  from: number,
  sides: Int8Array,
  enough: number,
  random: () => number,
): Division {
  const order = ties.length
  // What moving a vertex would add to the cost.
  const change = Float64Array.from(ties, (own, v) =>
    own.reduce((sum, [u, weight]) => sum + weight * sides[u]! * sides[v]!, 0),
  )
  const free = new Float64Array(order)
  let cost = from
  let best: Division = { cost, sides: sides.slice() }
  const patience = Math.min(PATIENCE * order, MOST_LOOKED_AT / order)
  for (let move = 1, last = 0; move - last <= patience && best.cost > enough; move++) {
    let chosen = -1
    for (let v = 0; v < order; v++) {
      const isAllowed = free[v]! <= move || cost + change[v]! < best.cost
      if (isAllowed && (chosen < 0 || change[v]! < change[chosen]!)) chosen = v
    }
    if (chosen < 0) continue
    cost += change[chosen]!
    sides[chosen] = -sides[chosen]!
    change[chosen] = -change[chosen]!
    for (const [u, weight] of ties[chosen]!) change[u]! += 2 * weight * sides[u]! * sides[chosen]!
    free[chosen] = move + 2 + Math.floor(random() * (3 + order / 8))
    if (cost >= best.cost) continue
    best = { cost, sides: sides.slice() }
    last = move
  }
  return best
}
