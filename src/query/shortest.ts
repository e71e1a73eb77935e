import { BREATH, type Search } from './answer'
import { Cone } from './cone'
import { MAX_STEPS } from './spec'
import type { Steps } from './steps'
import { type Guide, trails } from './trails'

/**
 * Simple sequences of vertices from one end to the other, shortest first. Both ends are searched from, always where it
 * costs less, until the cones together are as deep as the paths are long; then every vertex on such a path knows how
 * far it is from the end, and no other vertex is entered.
 *
 * @param onlyShortest no longer ones than the shortest
 */
export function* shortestFirst(steps: Steps, onlyShortest: boolean): Search<readonly number[]> {
  const { vertexOf } = steps.edges.adjacency
  const starts = steps.from.rows.map((row) => vertexOf[row]!)
  const ends = steps.to.rows.map((row) => vertexOf[row]!)
  const search = new Meeting(steps, starts, ends)
  try {
    let found = false
    for (let length = 1; length <= (steps.spec.maxSteps ?? MAX_STEPS); length++) {
      const cut = yield* search.cover(length)
      if (cut) return cut
      if (!found && !search.met(length)) {
        if (search.over) return undefined
        continue
      }
      found = true
      yield* search.label(length)
      const cutInside = yield* trails(steps, starts, length, search)
      if (cutInside || onlyShortest) return cutInside
    }
    return undefined
  } finally {
    search.release()
  }
}

/** Two cones, and the way back from where they meet. */
class Meeting implements Guide {
  readonly #steps: Steps
  readonly #out: Cone
  readonly #back: Cone
  /** By vertex out of the cone of the end: one more than its distance from the end, where that is known. */
  readonly #labels: Uint8Array
  readonly #labelled: number[] = []
  readonly #singleEnd: number

  constructor(steps: Steps, starts: readonly number[], ends: readonly number[]) {
    this.#steps = steps
    this.#out = new Cone(steps, starts, false)
    this.#back = new Cone(steps, ends, true)
    this.#labels = steps.edges.borrow()
    this.#singleEnd = ends.length === 1 ? ends[0]! : -1
  }

  /** Whether one side has nothing more to reach. */
  get over(): boolean {
    return this.#out.exhausted || this.#back.exhausted
  }

  /** Searches on until both cones together are as deep as a length. */
  *cover(length: number): Search<never> {
    while (this.#out.depth + this.#back.depth < length && !this.over) {
      const cheaper = this.#out.cost <= this.#back.cost ? this.#out : this.#back
      const cut = yield* cheaper.advance()
      if (cut) return cut
    }
    return undefined
  }

  /** Whether the cones share a vertex that a path can run through: at their rims, while they have not met before. */
  met(length: number): boolean {
    const [rim, other] =
      this.#out.levels.at(-1)!.length <= this.#back.levels.at(-1)!.length
        ? [this.#out, this.#back]
        : [this.#back, this.#out]
    const { blocked } = this.#steps
    return rim.levels.at(-1)!.some((v) => {
      const far = other.distance(v)
      return far + rim.depth === length && (far === 0 || rim.depth === 0 || blocked[v] === 0)
    })
  }

  /** Tells vertices that only the first cone has reached how far the end is, as far as paths of this length go. */
  *label(length: number): Search<never> {
    const { edges, blocked } = this.#steps
    const { offsets, neighbour, way, statement } = edges.adjacency
    const ways = this.#steps.ways(0)
    let breath = BREATH
    for (let distance = this.#back.depth + 1; distance <= length; distance++) {
      for (const level of this.#out.levels.slice(0, length - distance + 1)) {
        for (const v of level) {
          if (this.#back.marks[v] !== 0 || this.#labels[v] !== 0) continue
          if (blocked[v] === 1 && level !== this.#out.levels[0]) continue
          const end = offsets[v + 1]!
          let slot = offsets[v]!
          for (; slot < end; slot++) {
            const w = neighbour[slot]!
            if (this.#distance(w) !== distance - 1 || (distance > 1 && blocked[w] === 1)) continue
            if (ways[way[slot]!] === 0 || !this.#steps.fits(statement[slot]!)) continue
            this.#labels[v] = distance + 1
            this.#labelled.push(v)
            break
          }
          breath -= slot - offsets[v]!
          if (breath > 0) continue
          breath = BREATH
          yield undefined
        }
      }
    }
    return undefined
  }

  open(vertex: number, left: number): boolean {
    // To go on from the only end is to come back to it.
    if (vertex === this.#singleEnd) return left === 0
    return left === 0 ? this.#back.marks[vertex] === 1 : this.#distance(vertex) <= left
  }

  release(): void {
    for (const v of this.#labelled) this.#labels[v] = 0
    this.#steps.edges.giveBack(this.#labels)
    this.#out.release()
    this.#back.release()
  }

  #distance(v: number): number {
    const mark = this.#back.marks[v]! || this.#labels[v]!
    return (mark - 1) & 255
  }
}
