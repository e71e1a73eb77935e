import type { Row } from '../store/store'
import type { Walk } from './walk'

/** How far entities are from the end of a path: as much of it as a search needs. */
export type Distances = ReadonlyMap<Row, number>

/**
 * The fewest steps between two entities, searched from both ends, always on the side that has fewer open ends.
 *
 * @returns the number of steps, and the distance to the end of every entity on a path of that length; undefined
 * where there is none within `maxSteps`
 */
export function shortest(
  walk: Walk,
  from: Row,
  to: Row,
  maxSteps: number,
): { readonly length: number; readonly distances: Distances } | undefined {
  const out = new Frontier(walk, from, false)
  const back = new Frontier(walk, to, true)
  const meets = (at: Row) => at === from || at === to || walk.passable(at)
  while (out.steps + back.steps < maxSteps) {
    const [side, other] = out.open.length <= back.open.length ? [out, back] : [back, out]
    if (side.open.length === 0) return undefined
    side.advance()
    const met = side.open.filter((at) => other.distance.has(at) && meets(at))
    if (met.length === 0) continue
    const length = out.steps + back.steps
    return { length, distances: joined(walk, out, back, met, length) }
  }
  return undefined
}

/** Distances to the end on both halves: the way back from where they met is laid through the first half. */
function joined(walk: Walk, out: Frontier, back: Frontier, met: readonly Row[], length: number): Distances {
  const distances = new Map(back.distance)
  let level = met
  for (let steps = out.steps; steps > 0; steps--) {
    const before = new Set<Row>()
    for (const at of level) {
      walk.each(at, true, (previous) => {
        if (out.distance.get(previous) === steps - 1) before.add(previous)
      })
    }
    for (const at of before) distances.set(at, length - steps + 1)
    level = [...before]
  }
  return distances
}

/** What has been reached from one end, step by step. */
export class Frontier {
  /** Steps from where it began. */
  readonly distance: Map<Row, number>
  /** The entities at the farthest distance. */
  open: readonly Row[]
  steps = 0
  readonly #walk: Walk
  readonly #start: Row
  readonly #reversed: boolean

  constructor(walk: Walk, start: Row, reversed: boolean) {
    this.#walk = walk
    this.#start = start
    this.#reversed = reversed
    this.distance = new Map([[start, 0]])
    this.open = [start]
  }

  /** Goes one step further. */
  advance(): void {
    const next: Row[] = []
    this.steps++
    for (const at of this.open) {
      if (at !== this.#start && !this.#walk.passable(at)) continue
      this.#walk.each(at, this.#reversed, (to) => {
        if (this.distance.has(to)) return
        this.distance.set(to, this.steps)
        next.push(to)
      })
    }
    this.open = next
  }
}
