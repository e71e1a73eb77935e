import { NO_END } from '../../store/columns'
import { BREATH, type Search } from '../answer'
import { MAX_STEPS } from '../spec'
import { leastApart, sharedBy } from './shortest'
import type { Steps } from './steps'
import { type Guide, trails } from './trails'

/**
 * Simple sequences of vertices from one end to the other, shortest first, where more is asked of a path than its ends:
 * a sequence of relations, entities to run through, an order in time. Searched backward from the end, level by level:
 * what can still be done from a vertex in so many steps.
 */
export function* levelByLevel(steps: Steps, onlyShortest: boolean): Search<readonly number[]> {
  const { vertexOf } = steps.edges.adjacency
  const starts = steps.from.rows.map((row) => vertexOf[row]!)
  const { length: fixed, maxSteps = MAX_STEPS, through } = steps.spec
  // Through a dead end there is no way, and all ways would be tried.
  if (through.some((one) => typeof one === 'number' && isDeadEnd(steps, vertexOf[one]!))) return undefined
  const ends = steps.to.rows.map((row) => vertexOf[row]!)
  const shared = fixed === undefined ? sharedBy(starts, ends) : []
  if (shared.length > 0) {
    // Else the levels would lead from a start back to itself, and never be over.
    const least = yield* leastApart(steps, starts, ends, shared, maxSteps)
    if (typeof least !== 'number') return least
  }
  const levels = new Levels(steps)
  for (let length = 1; length <= (fixed ?? maxSteps); length++) {
    const cut = yield* levels.add(fixed === undefined ? 0 : fixed - length)
    if (cut) return cut
    if (levels.over) return undefined
    if (fixed !== undefined && length < fixed) continue
    let found = false
    const search = trails(steps, starts, length, levels)
    for (let step = search.next(); ; step = search.next()) {
      if (step.done) {
        if (step.value) return step.value
        break
      }
      found ||= step.value !== undefined
      yield step.value
    }
    if (found && onlyShortest) return undefined
  }
  return undefined
}

/** What can be done in so many steps from a vertex. */
interface Level {
  readonly vertices: readonly number[]
  /** By vertex: the sets of entities to run through that can be run through on the way, each as a bit. */
  readonly sets: Uint32Array
  /** By vertex: the latest day by which one must be there. */
  readonly latest: Int32Array | undefined
}

class Levels implements Guide {
  readonly #steps: Steps
  readonly #levels: Level[] = []
  readonly #isTimed: boolean
  /** By set of entities to run through: the sets that hold all of it, each as a bit. */
  readonly #supersets: Uint32Array

  constructor(steps: Steps) {
    this.#steps = steps
    this.#isTimed = steps.spec.timeRespecting !== undefined
    const sets = 1 << steps.spec.through.length
    this.#supersets = Uint32Array.from({ length: sets }, (_, set) => {
      let bits = 0
      for (let other = 0; other < sets; other++) if ((other & set) === set) bits |= 1 << other
      return bits
    })
    const { vertexOf } = steps.edges.adjacency
    const level = this.#empty(steps.to.rows.map((row) => vertexOf[row]!))
    for (const v of level.vertices) {
      level.sets[v] = 1 // the empty set
      if (level.latest) level.latest[v] = NO_END
    }
    this.#levels.push(level)
  }

  /** Whether nothing can be done in as many steps as were looked at last. */
  get over(): boolean {
    return this.#levels.at(-1)!.vertices.length === 0
  }

  /** Adds a level. @param place of its first step in a sequence */
  *add(place: number): Search<never> {
    const { edges, blocked, spec } = this.#steps
    const { offsets, neighbour, way, statement } = edges.adjacency
    const ways = this.#steps.ways(place, true)
    const before = this.#levels.at(-1)!
    const vertices: number[] = []
    const level = this.#empty(vertices)
    const isEnd = this.#levels.length === 1
    let breath = BREATH
    for (const v of before.vertices) {
      if (blocked[v] === 1 && !isEnd) continue
      const sets = isEnd ? before.sets[v]! : this.#with(before.sets[v]!, v)
      const end = offsets[v + 1]!
      for (let slot = offsets[v]!; slot < end; slot++) {
        const u = neighbour[slot]!
        if (u === v || ways[way[slot]!] === 0 || !this.#steps.fits(statement[slot]!)) continue
        if (level.latest) {
          const latest = this.#latest(statement[slot]!, before.latest![v]!)
          if (latest === undefined) continue
          if (level.sets[u] === 0 || latest > level.latest[u]!) level.latest[u] = latest
        }
        if (level.sets[u] === 0) vertices.push(u)
        level.sets[u]! |= sets
      }
      breath -= end - offsets[v]!
      if (breath > 0) continue
      breath = BREATH
      yield undefined
    }
    this.#levels.push(level)
    return vertices.length > (spec.frontier ?? Infinity) ? 'frontier' : undefined
  }

  open(vertex: number, left: number, needs: number, time: number): boolean {
    const level = this.#levels[left]!
    if ((level.sets[vertex]! & this.#supersets[needs]!) === 0) return false
    return level.latest === undefined || time <= level.latest[vertex]!
  }

  #empty(vertices: number[]): Level {
    const { length } = this.#steps.edges.adjacency.rowOf
    return {
      vertices,
      sets: new Uint32Array(length),
      latest: this.#isTimed ? new Int32Array(length) : undefined,
    }
  }

  /** Sets of entities with those that a vertex is itself. */
  #with(sets: number, vertex: number): number {
    const bits = this.#steps.spec.through.length === 0 ? 0 : this.#steps.bits(vertex)
    if (bits === 0) return sets
    let more = 0
    for (let set = 0; set < this.#supersets.length; set++) if (sets & (1 << set)) more |= 1 << (set | bits)
    return more
  }

  /** By when one must come to an edge, if one must be beyond it by a day; undefined where it cannot be gone by then. */
  #latest(edge: number, day: number): number | undefined {
    return this.#steps.floor(edge) <= day ? Math.min(this.#steps.enter(edge), day) : undefined
  }
}

/** Whether an entity has but one neighbour, whatever the relation: what goes in does not come out. */
function isDeadEnd({ edges }: Steps, vertex: number): boolean {
  const { offsets, neighbour } = edges.adjacency
  const others = new Set(neighbour.subarray(offsets[vertex]!, offsets[vertex + 1]!))
  others.delete(vertex)
  return others.size < 2
}
