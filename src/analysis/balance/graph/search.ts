import type { Weighted } from './signed-graph'
import type { Division } from './tabu'

/** Larger graphs are not searched: no budget that one would wait for gets anywhere. */
const MOST_SEARCHED = 1_000

/** What a search found in the steps that it had. */
export interface Searched {
  /** The best division that is known. */
  readonly best: Division
  /** No division frustrates less. */
  readonly low: number
  /** Whether no other division is as good, but for the names of the sides; undefined where that is not known. */
  readonly unique: boolean | undefined
}

/**
 * Finds the least frustration by branch and bound: vertices are put on their sides one after another, the first on a
 * given one. What the rest will add at least is known: for each vertex the better of its two sides towards those that
 * stand, and for the ties among the rest the least frustration of that part, which is found first, from the last vertex
 * on (Russian doll search, Verfaillie, Lemaître and Schiex 1996).
 *
 * @param best a division that is known
 * @param low what is known to be frustrated at least
 * @param budget how many steps may be taken for each of two questions: the least, and whether it is the only one
 */
export function leastFrustrated(near: Weighted, best: Division, low: number, budget: number): Searched {
  if (near.length > MOST_SEARCHED) return { best, low, unique: undefined }
  const search = new Search(near)
  let known = { best, low }
  if (low < best.cost) {
    const least = search.least(best.cost, budget)
    if (least.found) known = { best: least.found, low: least.found.cost }
    else known = { best, low: Math.max(low, least.low) }
  }
  if (known.low < known.best.cost) return { ...known, unique: undefined }
  const unique = hasIdle(near, known.best.sides) ? false : search.isOnly(known.best.cost, budget)
  return { ...known, unique }
}

/** Whether some vertex could stand on either side. */
function hasIdle(near: Weighted, sides: Int8Array): boolean {
  return near.some((ties) => [...ties].reduce((sum, [u, weight]) => sum + weight * sides[u]!, 0) === 0)
}

class Search {
  readonly #order: readonly number[]
  /** By place in the order: the later neighbours, as place and weight. */
  readonly #later: readonly (readonly (readonly [place: number, weight: number])[])[]
  /** The weight of ties to those that stand, and how it draws. */
  readonly #weight: Float64Array
  readonly #pull: Float64Array
  readonly #sides: Int8Array
  /** By place: the least frustration of what begins there, or less. */
  readonly #rest: Float64Array
  #steps = 0
  #budget = 0
  /** Only what costs less is looked for. */
  #limit = 0
  /** Nothing costs less than this. */
  #floor = 0
  #found: Int8Array | undefined
  #many = 0
  #most = 1

  constructor(near: Weighted) {
    this.#order = inOrder(near)
    const place = new Int32Array(near.length)
    for (const [i, v] of this.#order.entries()) place[v] = i
    this.#later = this.#order.map((v, i) =>
      [...near[v]!]
        .map(([u, weight]) => [place[u]!, weight] as const)
        .filter(([other]) => other > i)
        .sort(([a], [b]) => a - b),
    )
    this.#weight = new Float64Array(near.length)
    this.#pull = new Float64Array(near.length)
    this.#sides = new Int8Array(near.length)
    this.#rest = new Float64Array(near.length + 1)
  }

  /**
   * The least frustrated division, if it costs less than a known one or as much.
   *
   * @returns what was found, or else how much there is at least
   */
  least(known: number, budget: number): { readonly found?: Division; readonly low: number } {
    this.#steps = 0
    this.#budget = budget
    let sides: Int8Array = new Int8Array(this.#order.length)
    for (let start = this.#order.length - 1; start >= 0; start--) {
      const { cost, side } = this.#put(start, sides)
      sides = sides.slice()
      sides[start] = side
      const floor = this.#rest[start + 1]!
      const limit = floor + cost
      // All of it is known to cost no more than what is known already.
      this.#look(start, start === 0 ? Math.min(limit, known) : limit, floor, Number.POSITIVE_INFINITY)
      if (this.#steps > this.#budget) {
        this.#rest.fill(floor, 0, start + 1)
        return { low: floor }
      }
      if (this.#found) sides = this.#found
      if (start === 0 && !this.#found && known < limit) return { low: known }
      this.#rest[start] = this.#found ? this.#limit : limit
    }
    return { found: { cost: this.#rest[0]!, sides: this.#named(sides) }, low: this.#rest[0]! }
  }

  /** Whether no two divisions cost so little, which is the least; undefined where the budget is too small. */
  isOnly(cost: number, budget: number): boolean | undefined {
    this.#steps = 0
    this.#budget = budget
    this.#look(0, cost + 1, Number.NEGATIVE_INFINITY, 2)
    if (this.#many >= 2) return false
    return this.#steps > this.#budget ? undefined : true
  }

  /** What a vertex costs on its better side, towards the later ones as they stand. */
  #put(place: number, sides: Int8Array): { readonly cost: number; readonly side: 1 | -1 } {
    let [together, apart] = [0, 0]
    for (const [other, weight] of this.#later[place]!) {
      if (weight * sides[other]! < 0) together += Math.abs(weight)
      else apart += Math.abs(weight)
    }
    return together <= apart ? { cost: together, side: 1 } : { cost: apart, side: -1 }
  }

  /** Looks for divisions of what begins at a place; with `most`, for so many that cost less than the limit. */
  #look(start: number, limit: number, floor: number, most: number): void {
    this.#limit = limit
    this.#floor = floor
    this.#found = undefined
    this.#many = 0
    this.#most = most
    this.#weight.fill(0)
    this.#pull.fill(0)
    this.#visit(start, true, 0, 0)
  }

  /**
   * @param isFirst whether there is nothing yet to be on one side with
   * @param slack what the vertices that do not stand will cost at least, towards those that do
   */
  #visit(place: number, isFirst: boolean, cost: number, slack: number): void {
    if (place === this.#order.length) {
      this.#found = this.#sides.slice()
      this.#many++
      // Who counts looks for more of the same; else only a better one will do.
      if (this.#most === Number.POSITIVE_INFINITY) this.#limit = cost
      return
    }
    const [weight, pull] = [this.#weight[place]!, this.#pull[place]!]
    const others = slack - (weight - Math.abs(pull)) / 2
    const first = pull < 0 ? -1 : 1
    for (const side of isFirst ? ([1] as const) : ([first, -first] as const)) {
      if (++this.#steps > this.#budget || this.#many >= this.#most || this.#limit <= this.#floor) return
      const own = cost + (weight - side * pull) / 2
      this.#sides[place] = side
      const rest = others + this.#tell(place, side)
      if (own + rest + this.#rest[place + 1]! < this.#limit) this.#visit(place + 1, false, own, rest)
      this.#untell(place, side)
    }
  }

  /** Lets the later neighbours know on which side a vertex stands. Returns what that adds to their cost at least. */
  #tell(place: number, side: number): number {
    let added = 0
    for (const [other, weight] of this.#later[place]!) {
      const amount = Math.abs(weight)
      const pull = this.#pull[other]!
      const now = pull + weight * side
      this.#weight[other]! += amount
      this.#pull[other] = now
      added += (amount + Math.abs(pull) - Math.abs(now)) / 2
    }
    return added
  }

  #untell(place: number, side: number): void {
    for (const [other, weight] of this.#later[place]!) {
      this.#weight[other]! -= Math.abs(weight)
      this.#pull[other]! -= weight * side
    }
  }

  /** Sides by place as sides by vertex. */
  #named(sides: Int8Array): Int8Array {
    const named = new Int8Array(sides.length)
    for (const [i, v] of this.#order.entries()) named[v] = sides[i]!
    return named
  }
}

/** The most tied vertex first, then always the one that has the strongest ties to those before. */
function inOrder(near: Weighted): number[] {
  const weights = near.map((ties) => [...ties.values()].reduce((sum, weight) => sum + Math.abs(weight), 0))
  const before = new Float64Array(near.length)
  const left = new Set(near.keys())
  const order: number[] = []
  while (left.size > 0) {
    let best = -1
    for (const v of left) {
      const isBetter =
        best < 0 ||
        before[v]! > before[best]! ||
        (before[v]! === before[best]! && weights[v]! > weights[best]!)
      if (isBetter) best = v
    }
    left.delete(best)
    order.push(best)
    for (const [u, weight] of near[best]!) before[u]! += Math.abs(weight)
  }
  return order
}
