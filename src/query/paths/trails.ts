import { firstFrom, firstSlot } from '../../store/adjacency'
import { NO_END, NO_START } from '../../store/columns'
import { BREATH, type Search } from '../answer'
import type { Edges } from '../edges'
import type { Steps } from './steps'

/** Whether a search may go on from a vertex. */
export interface Guide {
  /**
   * @param left steps that are left from the vertex
   * @param needs the entities still to run through, as bits
   * @param time the day after which steps must come
   */
  open(vertex: number, left: number, needs: number, time: number): boolean
  /** The vertices, in order, that can be open with so many steps left; undefined where these are more than `most`. */
  near?(left: number, most: number): Uint32Array | undefined
}

/**
 * Simple sequences of vertices of one length, in the order of their ids: depth first, where the guide lets it.
 */
export function* trails(
  steps: Steps,
  starts: readonly number[],
  length: number,
  guide: Guide,
): Search<readonly number[]> {
  const { edges, blocked } = steps
  const { offsets, neighbour, way, statement } = edges.adjacency
  const isTimed = steps.spec.timeRespecting !== undefined
  const isThrough = steps.spec.through.length > 0
  const all = (1 << steps.spec.through.length) - 1
  let breath = BREATH
  let vain = 0
  for (const start of starts) {
    if (!guide.open(start, length, all, NO_START)) continue
    const trail = [start]
    // At each vertex of the trail: the slot that is next, what is still needed after it, and the day.
    const slots = [offsets[start]!]
    const needs = [all]
    const times = [NO_START]
    while (trail.length > 0) {
      const at = trail.length - 1
      const v = trail[at]!
      const left = length - at
      const end = offsets[v + 1]!
      let slot = slots[at]!
      let next = -1
      let time = NO_START
      const ways = steps.ways(at)
      const first = slot
      // Of a hub's neighbours only those are looked up that may be open.
      const near = end - slot > HUB ? guide.near?.(left - 1, (end - slot) >> 5) : undefined
      for (; slot < end && next < 0; slot++) {
        if (near) {
          slot = nextIn(near, neighbour, slot, end)
          if (slot === end) break
        }
        const w = neighbour[slot]!
        if (ways[way[slot]!] === 0) continue
        let needed = needs[at]!
        if (left > 1) {
          if (blocked[w] === 1) continue
          if (isThrough) needed &= ~steps.bits(w)
        }
        if (isTimed) {
          // Of all parallel edges at once, which are then passed over.
          const arrival =
            trail.includes(w) || !guide.open(w, left - 1, needed, NO_START)
              ? undefined
              : earliest(steps, slot, times[at]!, at)
          if (arrival === undefined || !guide.open(w, left - 1, needed, arrival)) {
            while (slot + 1 < end && neighbour[slot + 1] === w) slot++
            continue
          }
          time = arrival
        } else {
          if (!guide.open(w, left - 1, needed, time)) continue
          if (trail.includes(w) || !steps.fits(statement[slot]!)) continue
        }
        next = w
        trail.push(w)
        needs.push(needed)
        times.push(time)
        slots.push(offsets[w]!)
      }
      breath -= near ? near.length : slot - first
      if (breath <= 0) {
        breath = BREATH
        vain += BREATH
        if (vain > MOST_IN_VAIN) return 'effort'
        yield undefined
      }
      if (next < 0) {
        trail.pop()
        slots.pop()
        needs.pop()
        times.pop()
        continue
      }
      // Parallel statements lead to the same sequence.
      while (slot < end && neighbour[slot] === next) slot++
      slots[at] = slot
      if (left > 1) continue
      vain = 0
      yield trail.slice()
      trail.pop()
      slots.pop()
      needs.pop()
      times.pop()
    }
  }
  return undefined
}

/** After so many slots without an answer a search is given up: simple paths in vain are more than anybody can try. */
const MOST_IN_VAIN = 1 << 24

/** From so many slots on it is worth while to know where to look. */
const HUB = 256

/** The next slot whose neighbour is on a list: both in order, so they leap over each other. */
function nextIn(listed: Uint32Array, neighbour: Uint32Array, slot: number, end: number): number {
  let at = slot
  let place = 0
  while (at < end) {
    place = firstFrom(listed, place, listed.length, neighbour[at]!)
    if (place === listed.length) return end
    if (listed[place] === neighbour[at]) return at
    at = firstFrom(neighbour, at, end, listed[place]!)
  }
  return end
}

/** The earliest day after which the next step must come, over the best of the parallel edges from a slot on. */
function earliest(steps: Steps, slot: number, time: number, place: number): number | undefined {
  const { neighbour, way, statement } = steps.edges.adjacency
  const ways = steps.ways(place)
  let best: number | undefined
  for (let i = slot; neighbour[i] === neighbour[slot] && i < statement.length; i++) {
    if (ways[way[i]!] === 0 || !steps.fits(statement[i]!)) continue
    if (time > steps.enter(statement[i]!)) continue
    const arrival = Math.max(time, steps.floor(statement[i]!))
    if (best === undefined || arrival < best) best = arrival
  }
  return best
}

/** The ways to walk a sequence of vertices: one edge a step, parallel ones by relation, then id. */
export function* walks(steps: Steps, vertices: readonly number[]): Generator<readonly number[]> {
  const { edges, spec } = steps
  const between = vertices.slice(1).map((to, i) => edgesBetween(steps, vertices[i]!, to, i))
  // By place: the last day by which one must have come there to come to the end. So no choice leads nowhere.
  const latest = [...between.map(() => NO_END), NO_END]
  if (spec.timeRespecting !== undefined) {
    for (let i = between.length - 1; i >= 0; i--) {
      const days = between[i]!.filter((edge) => steps.floor(edge) <= latest[i + 1]!).map((edge) =>
        steps.enter(edge),
      )
      latest[i] = days.reduce((last, day) => Math.max(last, Math.min(day, latest[i + 1]!)), NO_START)
    }
  }
  const choices = between.map((numbers) => new Parallel(edges, numbers))
  function* choose(i: number, chosen: readonly number[], time: number): Generator<readonly number[]> {
    const here = choices[i]
    if (!here) return void (yield chosen)
    for (let k = 0, edge = here.at(0); edge !== undefined; edge = here.at(++k)) {
      if (spec.timeRespecting === undefined) yield* choose(i + 1, [...chosen, edge], time)
      else if (time <= steps.enter(edge) && Math.max(time, steps.floor(edge)) <= latest[i + 1]!)
        yield* choose(i + 1, [...chosen, edge], Math.max(time, steps.floor(edge)))
    }
  }
  yield* choose(0, [], NO_START)
}

/** Parallel edges in the order of answers. The first, often all that is asked for, is found without sorting. */
class Parallel {
  readonly #edges: Edges
  readonly #numbers: number[]
  #isSorted: boolean

  constructor(edges: Edges, numbers: number[]) {
    this.#edges = edges
    this.#numbers = numbers
    this.#isSorted = numbers.length < 2
    if (this.#isSorted) return
    let first = 0
    for (let i = 1; i < numbers.length; i++) if (edges.inOrder(numbers[i]!, numbers[first]!) < 0) first = i
    ;[numbers[0], numbers[first]] = [numbers[first]!, numbers[0]!]
  }

  at(place: number): number | undefined {
    if (place > 0 && !this.#isSorted) {
      this.#numbers.sort((a, b) => this.#edges.inOrder(a, b))
      this.#isSorted = true
    }
    return this.#numbers[place]
  }
}

/** Whether there is an edge by which a step may be gone, in a search whose steps are all alike. */
export function isEdge(steps: Steps, from: number, to: number): boolean {
  const { adjacency } = steps.edges
  const ways = steps.ways(0)
  const end = adjacency.offsets[from + 1]!
  for (let slot = firstSlot(adjacency, from, to); slot < end && adjacency.neighbour[slot] === to; slot++) {
    if (ways[adjacency.way[slot]!] !== 0 && steps.fits(adjacency.statement[slot]!)) return true
  }
  return false
}

/** The edges by which a step may be gone. */
export function edgesBetween(steps: Steps, from: number, to: number, place: number): number[] {
  const { adjacency } = steps.edges
  const ways = steps.ways(place)
  const found: number[] = []
  const end = adjacency.offsets[from + 1]!
  for (let slot = firstSlot(adjacency, from, to); slot < end && adjacency.neighbour[slot] === to; slot++) {
    const edge = adjacency.statement[slot]!
    if (ways[adjacency.way[slot]!] !== 0 && steps.fits(edge)) found.push(edge)
  }
  return found
}
