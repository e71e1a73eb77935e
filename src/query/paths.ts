import { byCodeUnits } from '../model/canonical'
import { fail } from '../model/issue'
import type { Lens } from '../store/lens'
import type { Row, Store } from '../store/store'
import { Path } from './path'

/** Where paths may go. */
export interface PathOptions {
  /** At most this many steps, 0 to 32; 4 where not given. */
  readonly maxSteps?: number
  /** Only these relations; `^name` walks one against its direction. */
  readonly via?: string | readonly string[]
  /** Along statements (`out`), against them (`in`), or both. Symmetric relations go both ways. */
  readonly direction?: 'any' | 'out' | 'in'
  /** Entities that no path may touch. */
  readonly avoid?: readonly string[]
  /** Only statements with this item. */
  readonly item?: string
  /** At most this many paths. */
  readonly limit?: number
}

const MAX_STEPS = 32

/** One way out of an entity: over a statement, to a neighbour. */
interface Edge {
  readonly to: Row
  readonly statement: Row
}

/**
 * Simple paths between two entities, shortest first, then by entity ids, relations and statement ids in
 * code-unit order. Lazy: nothing is searched before it is asked for.
 */
export function* findPaths(lens: Lens, from: Row, to: Row, options: PathOptions = {}): Generator<Path> {
  const maxSteps = options.maxSteps ?? 4
  if (!Number.isInteger(maxSteps) || maxSteps < 0 || maxSteps > MAX_STEPS) {
    fail('bad-value', `maxSteps is a whole number from 0 to ${MAX_STEPS}`, { path: ['maxSteps'] })
  }
  const { store } = lens
  const { version } = store
  const edges = edgesOf(lens, options)
  let left = options.limit ?? Infinity
  if (from === to) {
    if (left > 0) yield new Path(lens, [from], [])
    return
  }
  const near = new Distances(lens, to, edges)
  for (let length = 1; length <= maxSteps; length++) {
    near.reachTo(length)
    if (!near.steps.has(from)) {
      if (near.exhausted) return
      continue
    }
    for (const entities of entityPaths(from, to, length, near.steps, edges, store)) {
      for (const statements of statementPaths(entities, edges, store)) {
        if (left-- <= 0) return
        yield new Path(lens, entities, statements)
        if (store.version !== version)
          fail('bad-value', 'the graph was changed while its paths were being read')
      }
    }
  }
}

type EdgesOf = (at: Row, reversed?: boolean) => readonly Edge[]

/** The ways out of an entity (reversed: into it) that the options allow. */
function edgesOf(lens: Lens, options: PathOptions): EdgesOf {
  const { store } = lens
  const adjacency = lens.adjacency()
  const allowed = readVia(store, options.via)
  const direction = options.direction ?? 'any'
  const avoided = new Set((options.avoid ?? []).map((id) => store.findEntity(id)))
  const item =
    options.item === undefined
      ? undefined
      : store.idOf(
          store.findEntity(options.item) ||
            fail('dangling', `nobody speaks of '${options.item}' here`, { path: ['item'] }),
        )
  const relations = [...store.ontology.relations.values()]
  const usable = (statement: Row, to: Row, forward: boolean): boolean => {
    const relation = relations[store.statements.columns.relation[statement]!]!
    if (!relation.symmetric && direction !== 'any' && (direction === 'out') !== forward) return false
    if (allowed && !allowed.has(forward || relation.symmetric ? relation.name : `^${relation.name}`))
      return false
    if (avoided.has(to) || !lens.has(statement)) return false
    return item === undefined || [store.qualifiersOf(statement).item].flat().includes(item)
  }
  const known = new Map<Row, readonly Edge[]>()
  return (at, reversed = false) => {
    const cached = reversed ? undefined : known.get(at)
    if (cached) return cached
    const found: Edge[] = []
    for (const along of [true, false]) {
      const slots = along ? adjacency.out : adjacency.in
      for (let slot = slots.offsets[at]!; slot < slots.offsets[at + 1]!; slot++) {
        const [to, statement] = [slots.neighbour[slot]!, slots.statement[slot]!]
        if (to !== at && usable(statement, reversed ? at : to, along !== reversed))
          found.push({ to, statement })
      }
    }
    if (!reversed) known.set(at, found)
    return found
  }
}

/** The names that `via` allows; a bare name allows its own direction alone, unless `direction` says otherwise. */
function readVia(store: Store, via: PathOptions['via']): ReadonlySet<string> | undefined {
  if (via === undefined) return undefined
  const names = typeof via === 'string' ? [via] : via
  for (const name of names) store.ontology.relation(name.startsWith('^') ? name.slice(1) : name)
  return new Set(names)
}

/** Steps to the goal from every entity that is near enough: worked out as far as it is asked. */
class Distances {
  readonly steps: Map<Row, number>
  readonly #lens: Lens
  readonly #goal: Row
  readonly #edges: EdgesOf
  #frontier: Row[]
  #reached = 0

  constructor(lens: Lens, goal: Row, edges: EdgesOf) {
    this.#lens = lens
    this.#goal = goal
    this.#edges = edges
    this.steps = new Map([[goal, 0]])
    this.#frontier = [goal]
  }

  /** Nothing further can be reached. */
  get exhausted(): boolean {
    return this.#frontier.length === 0
  }

  /** Goes out to this many steps. */
  reachTo(steps: number): void {
    for (; this.#reached < steps && this.#frontier.length > 0; this.#reached++) {
      const next: Row[] = []
      for (const at of this.#frontier) {
        if (at !== this.#goal && !passable(this.#lens.store, at)) continue
        for (const { to } of this.#edges(at, true)) {
          if (this.steps.has(to)) continue
          this.steps.set(to, this.#reached + 1)
          next.push(to)
        }
      }
      this.#frontier = next
    }
  }
}

/** Paths may begin and end at unnamed actors and sources, but never run through them. */
function passable(store: Store, at: Row): boolean {
  return !store.isUnnamed(at) && !store.isOf(at, ['Source'])
}

/** Sequences of entities of one length, in code-unit order of their ids. */
function* entityPaths(
  from: Row,
  to: Row,
  length: number,
  distance: ReadonlyMap<Row, number>,
  edges: EdgesOf,
  store: Store,
): Generator<Row[]> {
  const walked = [from]
  const neighbours = new Map<Row, Row[]>()
  const sortedNeighbours = (at: Row): Row[] => {
    let known = neighbours.get(at)
    if (!known) {
      known = [...new Set(edges(at).map((edge) => edge.to))].sort((a, b) =>
        byCodeUnits(store.idOf(a), store.idOf(b)),
      )
      neighbours.set(at, known)
    }
    return known
  }
  function* walk(at: Row): Generator<Row[]> {
    const left = length - walked.length + 1
    if (left === 0) {
      if (at === to) yield [...walked]
      return
    }
    if (at === to || (at !== from && !passable(store, at))) return
    for (const next of sortedNeighbours(at)) {
      if ((distance.get(next) ?? Infinity) > left - 1 || walked.includes(next)) continue
      walked.push(next)
      yield* walk(next)
      walked.pop()
    }
  }
  yield* walk(from)
}

/** The ways to walk a sequence of entities: one statement a step, parallel ones by relation, then id. */
function* statementPaths(entities: readonly Row[], edges: EdgesOf, store: Store): Generator<Row[]> {
  const choices = entities.slice(0, -1).map((at, i) =>
    edges(at)
      .filter((edge) => edge.to === entities[i + 1])
      .map((edge) => edge.statement)
      .sort(
        (a, b) =>
          byCodeUnits(store.relationOf(a).name, store.relationOf(b).name) ||
          byCodeUnits(store.statementId(a), store.statementId(b)),
      ),
  )
  function* choose(i: number, chosen: readonly Row[]): Generator<Row[]> {
    const here = choices[i]
    if (!here) return void (yield [...chosen])
    for (const statement of here) yield* choose(i + 1, [...chosen, statement])
  }
  yield* choose(0, [])
}
