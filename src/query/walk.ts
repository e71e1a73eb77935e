import { fail } from '../model/issue'
import { didYouMean } from '../model/suggest'
import type { Adjacency } from '../store/adjacency'
import type { Lens } from '../store/lens'
import type { Row, Store } from '../store/store'

/** Where paths may go. */
export interface PathOptions {
  /** At most this many steps, 0 to 32; 4 where not given. */
  readonly maxSteps?: number
  /** Only these relations; `^name` walks one against its direction. */
  readonly via?: string | readonly string[]
  /** Along statements (`out`), against them (`in`), or both. Symmetric relations go both ways. */
  readonly direction?: 'any' | 'out' | 'in'
  /** Entities that no path may run through. */
  readonly avoid?: readonly string[]
  /** Only statements with this item. */
  readonly item?: string
  /** At most this many paths. */
  readonly limit?: number
}

const OPTIONS = [
  'maxSteps',
  'via',
  'direction',
  'avoid',
  'item',
  'limit',
] as const satisfies (keyof PathOptions)[]
const MAX_STEPS = 32

/**
 * Checks what can be checked without a graph.
 *
 * @throws {@link StatecraftError} `bad-value` or `unknown-field`, with the option as its path
 */
export function checkPathOptions(options: PathOptions): void {
  for (const key of Object.keys(options)) {
    if (OPTIONS.some((option) => option === key)) continue
    const meant = didYouMean(key, OPTIONS)
    fail('unknown-field', `there is no path option '${key}'`, {
      path: [key],
      ...(meant ? { hint: meant } : {}),
    })
  }
  const { maxSteps = 0, direction = 'any', limit = 0, avoid = [] } = options
  if (!Number.isInteger(maxSteps) || maxSteps < 0 || maxSteps > MAX_STEPS) {
    fail('bad-value', `maxSteps is a whole number from 0 to ${MAX_STEPS}`, { path: ['maxSteps'] })
  }
  if (!['any', 'out', 'in'].includes(direction)) {
    fail('bad-value', `there is no direction '${direction}'`, {
      path: ['direction'],
      hint: 'one of any, out, in',
    })
  }
  if (limit !== Infinity && (!Number.isInteger(limit) || limit < 0)) {
    fail('bad-value', 'limit is a whole number', { path: ['limit'] })
  }
  if (!Array.isArray(avoid)) fail('bad-value', 'avoid is a list of ids', { path: ['avoid'] })
}

/** One way out of an entity: over a statement, to a neighbour. */
export interface Edge {
  readonly to: Row
  readonly statement: Row
}

/** The steps that the options of a search allow. */
export class Walk {
  readonly #lens: Lens
  readonly #adjacency: Adjacency
  readonly #avoided: ReadonlySet<Row>
  readonly #item: string | undefined
  /** By the place of a relation: whether it may be walked forward (1), backward (2), or both (3). */
  readonly #ways: Uint8Array
  readonly #edges = new Map<Row, readonly Edge[]>()
  /** By number of a set of types: whether paths may run through entities of it. */
  readonly #passable: boolean[] = []

  constructor(lens: Lens, options: PathOptions) {
    const { store } = lens
    this.#lens = lens
    this.#adjacency = lens.adjacency()
    this.#avoided = new Set((options.avoid ?? []).map((id) => store.findEntity(id)))
    this.#item = options.item === undefined ? undefined : readItem(store, options.item)
    this.#ways = readWays(store, options)
  }

  /** Visits every step out of an entity; reversed, every step into it. */
  each(at: Row, reversed: boolean, visit: (to: Row, statement: Row) => void): void {
    const { in: into, out } = this.#adjacency
    for (const slots of [out, into]) {
      const forward = (slots === out) !== reversed
      const { neighbour, statement, relation } = slots
      const end = slots.offsets[at + 1]!
      for (let slot = slots.offsets[at]!; slot < end; slot++) {
        if ((this.#ways[relation[slot]!]! & (forward ? 1 : 2)) === 0) continue
        const to = neighbour[slot]!
        if (to !== at && this.#allows(statement[slot]!, reversed ? at : to)) visit(to, statement[slot]!)
      }
    }
  }

  /** Every step out of an entity. */
  edges(at: Row): readonly Edge[] {
    let known = this.#edges.get(at)
    if (!known) {
      const found: Edge[] = []
      this.each(at, false, (to, statement) => found.push({ to, statement }))
      known = found
      this.#edges.set(at, known)
    }
    return known
  }

  /** Paths may begin and end at unnamed actors and sources, but never run through them. */
  passable(at: Row): boolean {
    const { store } = this.#lens
    if (store.isUnnamed(at)) return false
    const types = store.typeSetOf(at)
    this.#passable[types] ??= !store.isOf(at, ['Source'])
    return this.#passable[types]!
  }

  #allows(statement: Row, to: Row): boolean {
    if (this.#avoided.has(to) || !this.#lens.has(statement)) return false
    if (this.#item === undefined) return true
    return [this.#lens.store.qualifiersOf(statement).item].flat().includes(this.#item)
  }
}

function readItem(store: Store, id: string): string {
  const row = store.findEntity(id)
  return row === 0 ? fail('dangling', `nobody speaks of '${id}' here`, { path: ['item'] }) : store.idOf(row)
}

/** A bare name in `via` allows a relation along its direction, `^name` against it; symmetric ones go both ways. */
function readWays(store: Store, { via, direction = 'any' }: PathOptions): Uint8Array {
  const names = via === undefined ? undefined : new Set(typeof via === 'string' ? [via] : via)
  for (const name of names ?? []) store.ontology.relation(name.replace(/^\^/, ''))
  const allowed = { any: 3, out: 1, in: 2 }[direction]
  const ways = [...store.ontology.relations.values()].map(({ name, symmetric }) => {
    if (symmetric) return !names || names.has(name) || names.has(`^${name}`) ? 3 : 0
    return allowed & (names ? (names.has(name) ? 1 : 0) | (names.has(`^${name}`) ? 2 : 0) : 3)
  })
  return Uint8Array.from(ways)
}
