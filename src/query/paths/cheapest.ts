import TinyQueue from 'tinyqueue'
import { NO_START } from '../../store/columns'
import type { Row } from '../../store/store'
import { BREATH, type Search } from '../answer'
import { decisiveClaims, independentClaimants } from '../cite'
import type { Edges } from '../edges'
import type { Weight } from '../query'
import { MAX_STEPS } from '../spec'
import type { Steps } from './steps'
import { edgesBetween } from './trails'

/** Costs are whole millionths, so that sums do not hang on their order. */
const UNIT = 1e6

/** What a cost means: a product of confidences, or a sum of shares. */
export function weightOf(weight: Weight, cost: number): number {
  // Without the digits that were rounded away.
  return Number((weight === 'confidence' ? Math.exp(-cost / UNIT) : cost / UNIT).toFixed(5))
}

/** A way from the start to somewhere, and what it comes to at the least when it is gone to the end. */
interface Way {
  readonly vertices: readonly number[]
  readonly edges: readonly number[]
  readonly cost: number
  readonly needs: number
  readonly time: number
  readonly total: number
  readonly length: number
  /** The way that it is one step longer than, and the edges that this step could be, best first. */
  readonly before?: Way
  readonly parallel?: readonly number[]
  /** Which of these it is. */
  readonly place: number
}

/**
 * Paths best first. What the rest of a way costs at the least is found backward from the end; then the way that
 * promises most is gone on with, as A* does (Hart, Nilsson and Raphael 1968): the promise is never too high, so ways
 * come to the end in the order of their cost.
 *
 * @param onlyBest none that is worse than the first
 */
export function* cheapestFirst(
  steps: Steps,
  onlyBest: boolean,
): Search<{
  readonly vertices: readonly number[]
  readonly edges: readonly number[]
  readonly cost: number
}> {
  const { edges, spec, blocked } = steps
  const { vertexOf, offsets, neighbour } = edges.adjacency
  const most = spec.length ?? spec.maxSteps ?? MAX_STEPS
  const costs = new Costs(steps)
  const rest = new Rest(steps, most, costs)
  const cut = yield* rest.find()
  if (cut) return cut
  const all = (1 << spec.through.length) - 1
  const ends = new Set(steps.to.rows.map((row) => vertexOf[row]!))
  const queue = new TinyQueue<Way>(
    [],
    (a, b) => a.total - b.total || a.length - b.length || inOrder(edges, a, b),
  )
  const put = (way: Omit<Way, 'total' | 'length'>) => {
    const gone = way.edges.length
    const promise = rest.from(way.vertices.at(-1)!, most - gone)
    if (promise) queue.push({ ...way, total: way.cost + promise.cost, length: gone + promise.steps })
  }
  /** One step more, by one of several edges; the next best of them is put when this one is taken. */
  const step = (before: Way, to: number, needs: number, parallel: readonly number[], from: number) => {
    let place = from
    if (spec.timeRespecting !== undefined) {
      while (place < parallel.length && before.time > steps.enter(parallel[place]!)) place++
    }
    const edge = parallel[place]
    if (edge === undefined) return
    const time = spec.timeRespecting === undefined ? before.time : Math.max(before.time, steps.floor(edge))
    const vertices = [...before.vertices, to]
    const cost = before.cost + costs.of(edge)
    put({ vertices, edges: [...before.edges, edge], cost, needs, time, before, parallel, place })
  }
  for (const row of steps.from.rows) {
    put({ vertices: [vertexOf[row]!], edges: [], cost: 0, needs: all, time: NO_START, place: 0 })
  }
  let best: number | undefined
  let breath = BREATH
  for (let way = queue.pop(); way !== undefined; way = queue.pop()) {
    if (onlyBest && best !== undefined && way.total > best) return undefined
    const gone = way.edges.length
    const at = way.vertices.at(-1)!
    if (way.before && way.parallel) step(way.before, at, way.needs, way.parallel, way.place + 1)
    const isDone = spec.length === undefined ? gone > 0 : gone === spec.length
    if (isDone && ends.has(at) && way.needs === 0 && way.cost === way.total && way.length === gone) {
      best ??= way.cost
      yield way
    }
    if (gone === most || (blocked[at] === 1 && gone > 0)) continue
    if (isDone && ends.size === 1 && ends.has(at)) continue
    const needs = gone === 0 || all === 0 ? way.needs : way.needs & ~steps.bits(at)
    let last = -1
    for (let slot = offsets[at]!; slot < offsets[at + 1]!; slot++) {
      const to = neighbour[slot]!
      if (to === last || way.vertices.includes(to)) continue
      last = to
      const parallel = costs.between(at, to, gone)
      step(way, to, needs, parallel, 0)
    }
    breath -= offsets[at + 1]! - offsets[at]!
    if (queue.length > (spec.frontier ?? 250_000)) return 'frontier'
    if (breath > 0) continue
    breath = BREATH
    yield undefined
  }
  return undefined
}

/** Ways with the same promise: by ids of entities, then by relations and statements. */
function inOrder(edges: Edges, a: Way, b: Way): number {
  const shared = Math.min(a.vertices.length, b.vertices.length)
  for (let i = 0; i < shared; i++) {
    const order = a.vertices[i]! - b.vertices[i]!
    if (order !== 0) return order
  }
  if (a.vertices.length !== b.vertices.length) return a.vertices.length - b.vertices.length
  for (const [i, edge] of a.edges.entries()) {
    const order = edge === b.edges[i] ? 0 : edges.inOrder(edge, b.edges[i]!)
    if (order !== 0) return order
  }
  return 0
}

/** What edges cost, by what makes a path better. */
class Costs {
  readonly #steps: Steps
  readonly #known: Float64Array
  readonly #between = new Map<string, readonly number[]>()

  constructor(steps: Steps) {
    this.#steps = steps
    this.#known = steps.edges.noted(`cost ${steps.spec.weight}`)
  }

  /** The edges by which a step may be gone, best first. */
  between(from: number, to: number, place: number): readonly number[] {
    const { edges, spec } = this.#steps
    const key = `${from} ${to} ${spec.length === undefined ? 0 : place}`
    const known = this.#between.get(key)
    if (known) return known
    const sorted = edgesBetween(this.#steps, from, to, place).filter((edge) => this.of(edge) < Infinity)
    if (sorted.length > 1) sorted.sort((a, b) => this.of(a) - this.of(b) || edges.inOrder(a, b))
    this.#between.set(key, sorted)
    return sorted
  }

  /** Infinite where the edge cannot be gone: nobody trusts it at all. */
  of(edge: number): number {
    const known = this.#known[edge]!
    if (!Number.isNaN(known)) return known
    const { edges, spec } = this.#steps
    const each = edges
      .restsOf(edge)
      .map((row) => (spec.weight === 'confidence' ? this.#doubt(row) : this.#support(row)))
    // What is inferred is as doubtful as all it rests on together, and as well supported as the worst of it.
    const sum =
      spec.weight === 'confidence'
        ? each.reduce((total, one) => total + one, 0)
        : each.reduce((most, one) => Math.max(most, one), 0)
    this.#known[edge] = sum
    return sum
  }

  #doubt(statement: Row): number {
    const { lens } = this.#steps.edges
    const stated = decisiveClaims(lens, statement)
      .map((claim) => lens.store.restOf(claim).confidence)
      .filter((confidence) => typeof confidence === 'number')
    return stated.length === 0
      ? 0
      : Math.round(-Math.log(stated.reduce((most, one) => Math.max(most, one), 0)) * UNIT)
  }

  #support(statement: Row): number {
    return Math.round(UNIT / (1 + independentClaimants(this.#steps.edges.lens, statement).length))
  }
}

interface Promised {
  readonly cost: number
  readonly steps: number
}

/** What it costs at the least to come to the end: never too high, whatever else is asked of a path. */
class Rest {
  readonly #steps: Steps
  readonly #costs: Costs
  readonly #most: number
  readonly #found = new Map<number, Promised>()
  readonly #hops = new Map<number, number>()

  constructor(steps: Steps, most: number, costs: Costs) {
    this.#steps = steps
    this.#most = most
    this.#costs = costs
  }

  /** What is promised from a vertex, with so many steps left; undefined where the end is farther. */
  from(vertex: number, left: number): Promised | undefined {
    return (this.#hops.get(vertex) ?? Infinity) <= left ? this.#found.get(vertex) : undefined
  }

  /** Searches backward from the end: by steps, and then by cost (Dijkstra 1959), among what is near enough. */
  *find(): Search<never> {
    const { edges, spec, to } = this.#steps
    const ends = to.rows.map((row) => edges.adjacency.vertexOf[row]!)
    for (const v of ends) this.#hops.set(v, 0)
    let breath = BREATH
    for (const [v, hops] of this.#hops) {
      if (hops === this.#most) break
      breath -= this.#before(v, (u) => {
        if (!this.#hops.has(u)) this.#hops.set(u, hops + 1)
      })
      if (this.#hops.size > (spec.frontier ?? Infinity)) return 'frontier'
      if (breath > 0) continue
      breath = BREATH
      yield undefined
    }
    const promised = new Map<number, Promised>(ends.map((at) => [at, { cost: 0, steps: 0 }]))
    const queue = new TinyQueue<Promised & { readonly at: number }>(
      ends.map((at) => ({ at, cost: 0, steps: 0 })),
      cheaper,
    )
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { at, cost, steps } = next
      if (this.#found.has(at)) continue
      this.#found.set(at, next)
      breath -= this.#before(at, (u, edge) => {
        if (!this.#hops.has(u) || this.#found.has(u)) return
        const way = { at: u, cost: cost + this.#costs.of(edge), steps: steps + 1 }
        const known = promised.get(u)
        if (way.cost === Infinity || (known && cheaper(known, way) <= 0)) return
        promised.set(u, way)
        queue.push(way)
      })
      if (breath > 0) continue
      breath = BREATH
      yield undefined
    }
    return undefined
  }

  /** Visits each edge that leads to a vertex, at whatever place of a path. @returns how many slots were looked at */
  #before(v: number, visit: (u: number, edge: number) => void): number {
    const { edges, blocked, spec } = this.#steps
    const { offsets, neighbour, way, statement } = edges.adjacency
    if (blocked[v] === 1 && this.#hops.get(v) !== 0) return 0
    const end = offsets[v + 1]!
    for (let slot = offsets[v]!; slot < end; slot++) {
      if (neighbour[slot] === v || !this.#steps.fits(statement[slot]!)) continue
      if (spec.allowed.some((_, place) => this.#steps.ways(place, true)[way[slot]!] === 1))
        visit(neighbour[slot]!, statement[slot]!)
    }
    return end - offsets[v]!
  }
}

function cheaper(a: Promised, b: Promised): number {
  return a.cost - b.cost || a.steps - b.steps
}
