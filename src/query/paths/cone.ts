import { BREATH, type Search } from '../answer'
import type { Steps } from './steps'

/** What can be reached from some vertices, or can reach them (`backward`), by the number of steps. */
export class Cone {
  /** By vertex: one more than its distance; 0 where it was not reached yet. */
  readonly marks: Uint8Array
  /** Vertices by distance. */
  readonly levels: number[][]
  #cost: number | undefined
  readonly #steps: Steps
  readonly #backward: boolean

  constructor(steps: Steps, starts: readonly number[], backward: boolean) {
    this.#steps = steps
    this.#backward = backward
    this.marks = steps.edges.borrow()
    this.levels = [[...starts]]
    for (const v of starts) this.marks[v] = 1
  }

  /** How many slots the vertices at the greatest distance have: what it costs to go on. */
  get cost(): number {
    this.#cost ??= slotsOf(this.#steps, this.levels.at(-1)!)
    return this.#cost
  }

  get depth(): number {
    return this.levels.length - 1
  }

  /** Whether there is nothing more to reach. */
  get exhausted(): boolean {
    return this.levels.at(-1)!.length === 0
  }

  /** How far a vertex is; 255 where it was not reached yet. */
  distance(v: number): number {
    return (this.marks[v]! - 1) & 255
  }

  /** Goes one step further. */
  *advance(): Search<never> {
    const { marks } = this
    const { edges, blocked, free } = this.#steps
    const { offsets, neighbour, way, statement } = edges.adjacency
    const ways = this.#steps.ways(0, this.#backward)
    const most = this.#steps.spec.frontier ?? Infinity
    const open = this.levels.at(-1)!
    const mark = this.levels.length + 1
    const isStart = mark === 2
    const next: number[] = []
    let breath = BREATH
    for (let i = 0; i < open.length; i++) {
      const v = open[i]!
      if (blocked[v] === 1 && !isStart) continue
      const end = offsets[v + 1]!
      for (let slot = offsets[v]!; slot < end; slot++) {
        const w = neighbour[slot]!
        if (marks[w] !== 0 || ways[way[slot]!] === 0) continue
        if (!free && !this.#steps.fits(statement[slot]!)) continue
        marks[w] = mark
        next.push(w)
      }
      breath -= end - offsets[v]!
      if (breath > 0) continue
      if (next.length > most) {
        this.levels.push(next)
        return 'frontier'
      }
      breath = BREATH
      yield undefined
    }
    this.levels.push(next)
    this.#cost = undefined
    return next.length > most ? 'frontier' : undefined
  }

  /** Forgets what was reached, so that others can use the room. */
  release(): void {
    for (const level of this.levels) for (const v of level) this.marks[v] = 0
    this.#steps.edges.giveBack(this.marks)
  }
}

/** How many slots some vertices have together. */
export function slotsOf({ edges }: Steps, vertices: readonly number[]): number {
  const { offsets } = edges.adjacency
  let sum = 0
  for (const v of vertices) sum += offsets[v + 1]! - offsets[v]!
  return sum
}
