import { BREATH, type Cut, type Search } from '../answer'
import { MAX_STEPS } from '../spec'
import { Cone, slotsOf } from './cone'
import type { Steps } from './steps'
import { type Guide, isEdge, trails } from './trails'

/**
 * Simple sequences of vertices from one end to the other, shortest first. Both ends are searched from, always where it
 * costs less, until the cones together are nearly as deep as the paths are long; then every vertex on such a path knows
 * how far it is from the end, and no other vertex is entered.
 *
 * @param onlyShortest no longer ones than the shortest
 */
export function* shortestFirst(steps: Steps, onlyShortest: boolean): Search<readonly number[]> {
  const { vertexOf } = steps.edges.adjacency
  const starts = steps.from.rows.map((row) => vertexOf[row]!)
  const ends = steps.to.rows.map((row) => vertexOf[row]!)
  const search = new Meeting(steps, starts, ends)
  const most = steps.spec.maxSteps ?? MAX_STEPS
  try {
    const shared = sharedBy(starts, ends)
    const least =
      shared.length === 0
        ? yield* search.leastLength(starts, most)
        : yield* leastApart(steps, starts, ends, shared, most)
    if (typeof least !== 'number') return least
    for (let length = least; length <= most; length++) {
      // One after the other: the transform to CommonJS makes a function of `??`, in which there is no yielding.
      let cut = yield* search.label(length)
      if (!cut) cut = yield* trails(steps, starts, length, search)
      if (cut || onlyShortest) return cut
    }
    return undefined
  } finally {
    search.release()
  }
}

/**
 * The least length of a path where starts and ends share vertices; undefined where there is none of so many steps.
 *
 * A vertex that is both is no path from the one to the other. Two that differ do so in a bit of their places among the
 * shared: of two searches for each bit, one has the one among its starts and the other among its ends.
 */
export function* leastApart(
  steps: Steps,
  starts: readonly number[],
  ends: readonly number[],
  shared: readonly number[],
  most: number,
): Generator<undefined, number | Cut | undefined> {
  const places = new Map(shared.map((v, place) => [v, place]))
  let least: number | undefined
  for (let bit = 1; bit === 1 || bit < shared.length; bit <<= 1) {
    for (const side of [0, bit]) {
      const among = (all: readonly number[], kept: number) =>
        all.filter((v) => !places.has(v) || (places.get(v)! & bit) === kept)
      const some = among(starts, side)
      const apart = new Meeting(steps, some, among(ends, side ^ bit))
      try {
        const length = yield* apart.leastLength(some, (least ?? most + 1) - 1)
        if (typeof length === 'string') return length
        least = length ?? least
      } finally {
        apart.release()
      }
    }
  }
  return least
}

/** The vertices that are both. */
export function sharedBy(starts: readonly number[], ends: readonly number[]): readonly number[] {
  const all = new Set(ends)
  return starts.filter((v) => all.has(v))
}

/**
 * Two cones, and the way back from where they meet. For paths of some length the cones are together one step less deep:
 * whether a single step joins them is looked up, which beside the neighbours of a hub costs nothing.
 */
class Meeting implements Guide {
  readonly #steps: Steps
  readonly #out: Cone
  readonly #back: Cone
  /** By vertex out of the cone of the end: one more than its distance from the end, where that is known. */
  readonly #labels: Uint8Array
  /** The vertices that have these, by distance. */
  readonly #labelled: number[][] = []
  readonly #singleEnd: number
  /** Of the paths for which vertices are labelled. */
  #length = 0
  /** By number of steps: the vertices from which the end is no farther; undefined where nobody asked. */
  #near: (Uint32Array | undefined)[] = []

  constructor(steps: Steps, starts: readonly number[], ends: readonly number[]) {
    this.#steps = steps
    this.#out = new Cone(steps, starts, false)
    this.#back = new Cone(steps, ends, true)
    this.#labels = steps.edges.borrow()
    this.#singleEnd = ends.length === 1 ? ends[0]! : -1
  }

  /** The least length of a path from one of its starts, none of which is an end. */
  *leastLength(starts: readonly number[], most: number): Generator<undefined, number | Cut | undefined> {
    for (let length = 1; length <= most; length++) {
      const cut = yield* this.label(length)
      if (cut) return cut
      if (starts.some((start) => this.open(start, length))) return length
      if (this.#isOver) return undefined
    }
    return undefined
  }

  /** Whether one side has nothing more to reach. */
  get #isOver(): boolean {
    return this.#out.exhausted || this.#back.exhausted
  }

  /** Tells every vertex that a path of this length can run through how far the end is. */
  *label(length: number): Search<never> {
    if (length === this.#length) return undefined
    this.#length = length
    this.#near = []
    while (this.#out.depth + this.#back.depth < length - 1 && !this.#isOver) {
      const cheaper = this.#out.cost <= this.#back.cost ? this.#out : this.#back
      const cut = yield* cheaper.advance()
      if (cut) return cut
    }
    for (let distance = this.#back.depth + 1; distance <= length; distance++) {
      const nearer = this.#at(distance - 1)
      if (nearer.length === 0) break
      this.#labelled[distance] ??= []
      yield* this.#labelFrom(nearer, this.#out.levels.slice(0, length - distance + 1), distance)
    }
    return undefined
  }

  open(vertex: number, left: number): boolean {
    // To go on from the only end is to come back to it.
    if (vertex === this.#singleEnd) return left === 0
    return left === 0 ? this.#back.marks[vertex] === 1 : this.#distance(vertex) <= left
  }

  near(left: number, most: number): Uint32Array | undefined {
    const known = this.#near[left]
    if (known) return known
    let count = 0
    for (let distance = 0; distance <= left; distance++) count += this.#at(distance).length
    if (count > most) return undefined
    const near = new Uint32Array(count)
    for (let distance = 0, at = 0; distance <= left; at += this.#at(distance).length, distance++) {
      near.set(this.#at(distance), at)
    }
    this.#near[left] = near.sort()
    return near
  }

  release(): void {
    for (const level of this.#labelled) for (const v of level ?? []) this.#labels[v] = 0
    this.#steps.edges.giveBack(this.#labels)
    this.#out.release()
    this.#back.release()
  }

  /** The vertices that are known to be so far from the end. */
  #at(distance: number): readonly number[] {
    return this.#back.levels[distance] ?? this.#labelled[distance] ?? []
  }

  #distance(v: number): number {
    const mark = this.#back.marks[v]! || this.#labels[v]!
    return (mark - 1) & 255
  }

  /** Labels the vertices of some levels that are one step from nearer ones, whichever way of finding out costs least. */
  *#labelFrom(
    nearer: readonly number[],
    levels: readonly (readonly number[])[],
    distance: number,
  ): Search<never> {
    const count = levels.reduce((sum, level) => sum + level.length, 0)
    const slotsOfNearer = slotsOf(this.#steps, nearer)
    // A look-up is some twenty steps of reading slots in a row.
    const lookUps = 20 * count * nearer.length
    const isFewer = (slots: number) => slotsOfNearer <= slots && slotsOfNearer <= lookUps
    // Each vertex has a slot at least, by which it was reached.
    if (isFewer(count)) return yield* this.#labelBackward(nearer, levels.length, distance)
    const slotsOfLevels = levels.reduce((sum, level) => sum + slotsOf(this.#steps, level), 0)
    if (isFewer(slotsOfLevels)) return yield* this.#labelBackward(nearer, levels.length, distance)
    let breath = BREATH
    for (const [i, level] of levels.entries()) {
      for (const v of level) {
        if (this.#back.marks[v] !== 0 || this.#labels[v] !== 0) continue
        if (this.#steps.blocked[v] === 1 && i > 0) continue
        const isJoined =
          lookUps < slotsOfLevels
            ? nearer.some((w) => this.#mayLead(w, distance) && isEdge(this.#steps, v, w))
            : this.#leads(v, distance)
        if (isJoined) this.#label(v, distance)
        breath -= lookUps < slotsOfLevels ? 20 * nearer.length : slotsOf(this.#steps, [v])
        if (breath > 0) continue
        breath = BREATH
        yield undefined
      }
    }
    return undefined
  }

  *#labelBackward(nearer: readonly number[], depth: number, distance: number): Search<never> {
    const { edges, blocked } = this.#steps
    const { offsets, neighbour, way, statement } = edges.adjacency
    const ways = this.#steps.ways(0, true)
    let breath = BREATH
    for (const w of nearer) {
      if (!this.#mayLead(w, distance)) continue
      const end = offsets[w + 1]!
      for (let slot = offsets[w]!; slot < end; slot++) {
        const v = neighbour[slot]!
        const out = this.#out.marks[v]!
        if (out === 0 || out > depth || this.#back.marks[v] !== 0 || this.#labels[v] !== 0) continue
        if ((blocked[v] === 1 && out > 1) || ways[way[slot]!] === 0) continue
        if (this.#steps.fits(statement[slot]!)) this.#label(v, distance)
      }
      breath -= end - offsets[w]!
      if (breath > 0) continue
      breath = BREATH
      yield undefined
    }
    return undefined
  }

  /** Whether a step leads from a vertex to one that is a step nearer to the end. */
  #leads(v: number, distance: number): boolean {
    const { offsets, neighbour, way, statement } = this.#steps.edges.adjacency
    const ways = this.#steps.ways(0)
    for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
      const w = neighbour[slot]!
      if (this.#distance(w) !== distance - 1 || !this.#mayLead(w, distance)) continue
      if (ways[way[slot]!] !== 0 && this.#steps.fits(statement[slot]!)) return true
    }
    return false
  }

  /** Whether a path may run through a vertex: into the end it may, whatever that is. */
  #mayLead(w: number, distance: number): boolean {
    return distance === 1 || this.#steps.blocked[w] === 0
  }

  #label(v: number, distance: number): void {
    this.#labels[v] = distance + 1
    this.#labelled[distance]!.push(v)
  }
}
