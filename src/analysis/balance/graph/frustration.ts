import { blocksOf } from './blocks'
import { packedCycles } from './packing'
import { reduce } from './reduce'
import { leastFrustrated } from './search'
import { componentsOf, costOf, induced, type SignedGraph, type Weighted, weightedOf } from './signed-graph'
import { goodDivision } from './tabu'

/** Up to so many vertices a core is always solved: there are at most half a million divisions of it. */
export const EXACT_UP_TO = 20
/** So many steps are taken for a larger one before it is left between bounds. */
const BUDGET = 150_000

/** How far from balance a connected graph is. */
export interface Frustration {
  /** The least number of ties that would have to change is not less than this, and not more than that. */
  readonly low: number
  readonly high: number
  /** Whether no other division into two sides is as good; undefined where that is not known. */
  readonly unique: boolean | undefined
  /** The side of each vertex, 1 or -1, in the division that frustrates `high` ties. */
  readonly sides: Int8Array
}

/** A connected component: its vertices, sorted, with its frustration, whose `sides` are in that order. */
export interface Component extends Frustration {
  readonly vertices: readonly number[]
}

/**
 * The frustration index, or line index of balance, of each connected component: the least number of ties that would have
 * to change their signs, or go, for it to be balanced (Harary 1959, *Behavioral Science* 4, 316–323; Abelson and
 * Rosenberg 1958). It is that of the best division into two sides: positive ties between them and negative ones within
 * them are frustrated.
 *
 * A graph is taken apart into what has at least three neighbours and no cut vertex. Such a core is solved where it has at
 * most {@link EXACT_UP_TO} vertices, and beyond as far as that takes few steps; else it stays between bounds.
 */
export function frustrationOf(graph: SignedGraph): Component[] {
  const near = weightedOf(graph)
  return componentsOf(near).map((vertices) => {
    const part = induced(near, vertices)
    const found = ofConnected(part)
    return { vertices, ...found, high: costOf(part, found.sides) }
  })
}

function ofConnected(given: Weighted): Frustration {
  const { core, near, cost, loose, lift } = reduce(given)
  const left = induced(near, core)
  const found = ofCore(left)
  const sides = new Int8Array(given.length)
  for (const [i, v] of core.entries()) sides[v] = found.sides[i]!
  const follows = lift(sides)
  // Parts that hang together by nothing any more may each be turned around.
  const parts = loose + (core.length === 0 ? 0 : componentsOf(left).length)
  const unique = !follows || parts > 1 ? false : found.unique
  const exact = found.low === found.high
  return { low: found.low + cost, high: found.high + cost, unique: exact ? unique : undefined, sides }
}

/** Of what has no vertex with fewer than three neighbours: block by block. */
function ofCore(near: Weighted): Frustration {
  const blocks = blocksOf(near)
  const [only] = blocks
  if (only?.length === near.length) return ofBlock(near)
  const sides = new Int8Array(near.length)
  let [low, high] = [0, 0]
  let unique: boolean | undefined = true
  for (const block of blocks) {
    const found = ofConnected(induced(near, block))
    low += found.low
    high += found.high
    if (unique !== false) unique = found.unique === false ? false : unique && found.unique
    const shared = block.findIndex((v) => sides[v] !== 0)
    const turn = shared < 0 ? 1 : sides[block[shared]!]! * found.sides[shared]!
    for (const [i, v] of block.entries()) sides[v] = turn * found.sides[i]!
  }
  return { low, high, unique, sides }
}

function ofBlock(near: Weighted): Frustration {
  const { weight: packed, rest } = packedCycles(near)
  const good = goodDivision(near, packed)
  // What is as good as the bound frustrates none of the rest: where that hangs together, it settles every side.
  if (good.cost === packed && componentsOf(rest).length === 1)
    return { low: packed, high: packed, unique: true, sides: good.sides }
  const budget = near.length <= EXACT_UP_TO ? Number.POSITIVE_INFINITY : BUDGET
  const { best, low, unique } = leastFrustrated(near, good, packed, budget)
  return { low, high: best.cost, unique, sides: best.sides }
}
