import { fail } from '../model/issue'
import { hintOf } from '../model/suggest'
import type { Ontology, Property, Relation } from '../ontology/ontology'
import type { Lens } from '../store/lens'
import type { Row, Store } from '../store/store'
import type { Limits } from './answer'
import { under } from './broader'
import { readSelectors } from './ends'
import { entityRow, list, oneOf, VIEW_OPTIONS, type ViewOptions } from './options'
import type { Entities, PathSpec, Weight } from './query'

/** Longer paths say nothing, and there are more of them than anybody can read. */
export const MAX_STEPS = 32
/** As many entities to run through as subsets of them have room in a word. */
const MAX_THROUGH = 5

/** What a search for paths asks for, checked, with rows for ids. */
export interface CheckedSpec extends Limits {
  /** By the place of a step in a sequence, or for all steps: which ways of the adjacency may be gone. */
  readonly allowed: readonly Uint8Array[]
  /** Not every relation may be gone both ways. */
  readonly isRestricted: boolean
  /** A sequence sets the length. */
  readonly length: number | undefined
  readonly maxSteps: number | undefined
  readonly qualifiers: readonly CheckedQualifier[]
  readonly avoid: readonly (Row | readonly string[])[]
  readonly through: readonly (Row | readonly string[])[]
  readonly timeRespecting: 'possibly' | 'certainly' | undefined
  readonly weight: Weight | undefined
  readonly infer: boolean
}

/** A qualifier that must have one of these values; each with the statements by which it counts as what was asked. */
export interface CheckedQualifier {
  readonly name: string
  readonly values: ReadonlyMap<string, readonly Row[]>
}

/** The options of a search for paths that are none of a view's, by how they are checked. */
const CHECKS: {
  readonly [O in Exclude<keyof PathSpec, keyof ViewOptions> | 'signal']:
    | ((value: unknown) => unknown)
    | undefined
} = {
  via: undefined,
  sequence: undefined,
  direction: undefined,
  item: undefined,
  qualifiers: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      fail('bad-value', 'qualifiers are an object', { path: ['qualifiers'] })
  },
  avoid: undefined,
  through: undefined,
  timeRespecting: (value) =>
    oneOf(value as string, ['possibly', 'certainly'], 'way of respecting time', ['timeRespecting']),
  weight: (value) => oneOf(value as string, ['confidence', 'claimants'], 'weight', ['weight']),
  broader: (value) => truth(value, 'broader'),
  infer: (value) => truth(value, 'infer'),
  maxSteps: (value) => whole(value, 'maxSteps', 1, MAX_STEPS),
  limit: (value) => value === Infinity || whole(value, 'limit', 0),
  frontier: (value) => value === Infinity || whole(value, 'frontier', 1),
  budget: (value) => {
    if (typeof value !== 'number' || !(value >= 0))
      fail('bad-value', 'budget is milliseconds', { path: ['budget'] })
  },
  signal: (value) => {
    if (typeof (value as AbortSignal | null)?.aborted !== 'boolean')
      fail('bad-value', 'signal is an AbortSignal', { path: ['signal'] })
  },
}

/** Every option of a search for paths but those of a view. */
export const PATH_OPTIONS: readonly string[] = Object.keys(CHECKS)
/** Those of a search for what can be reached. */
export const REACH_OPTIONS: readonly string[] = PATH_OPTIONS.filter(
  (name) => name !== 'through' && name !== 'weight',
)

/**
 * Checks what a search for paths asks for and finds what it names.
 *
 * @throws {@link StatecraftError} with the option as its path
 */
export function readSpec(lens: Lens, spec: PathSpec, known = PATH_OPTIONS): CheckedSpec {
  checkOptions(spec, known)
  const { store } = lens
  const { avoid = [], through = [], sequence, maxSteps } = spec
  const places = sequence === undefined ? [spec.via] : readSequence(sequence, spec)
  const ways = places.map((via, i) =>
    readWays(
      store,
      via,
      spec.direction === undefined ? 'any' : spec.direction,
      sequence ? ['sequence', `${i}`] : ['via'],
    ),
  )
  const needed = readSelectors(store, through as Entities, 'through')
  if (needed.length > MAX_THROUGH)
    fail('bad-value', `a path can be asked to run through ${MAX_THROUGH} at most`, { path: ['through'] })
  return {
    allowed: ways,
    isRestricted: ways.some((each) => each.includes(0)),
    length: sequence?.length,
    maxSteps,
    qualifiers: readQualifiers(lens, spec),
    avoid: readSelectors(store, avoid as Entities, 'avoid'),
    through: needed,
    timeRespecting: spec.timeRespecting,
    weight: spec.weight,
    infer: spec.infer ?? false,
    ...limitsOf(spec),
  }
}

/** The limits among the options. */
export function limitsOf({ limit, budget, frontier }: Limits): Limits {
  return {
    ...(limit === undefined ? {} : { limit }),
    ...(budget === undefined ? {} : { budget }),
    ...(frontier === undefined ? {} : { frontier }),
  }
}

/** Refuses options that there are none of, and values that no option has. Options of views are checked elsewhere. */
export function checkOptions(options: object, known: readonly string[]): void {
  for (const [key, value] of Object.entries(options)) {
    if (VIEW_OPTIONS.some((option) => option === key)) continue
    if (!known.includes(key)) {
      fail('unknown-field', `there is no option '${key}' here`, {
        path: [key],
        ...hintOf(key, [...known, ...VIEW_OPTIONS]),
      })
    }
    if (value !== undefined) CHECKS[key as keyof typeof CHECKS]?.(value) // one of these, or there is no check
  }
}

function truth(value: unknown, name: string): void {
  if (typeof value !== 'boolean') fail('bad-value', `${name} is true or false`, { path: [name] })
}

function whole(value: unknown, name: string, least: number, most?: number): void {
  const fits =
    Number.isInteger(value) && (value as number) >= least && (value as number) <= (most ?? Infinity)
  const range = most === undefined ? `, at least ${least}` : ` from ${least} to ${most}`
  if (!fits) fail('bad-value', `${name} is a whole number${range}`, { path: [name] })
}

type Ways = string | readonly string[] | undefined

function readSequence(sequence: unknown, { via, maxSteps }: PathSpec): readonly Ways[] {
  const path = ['sequence']
  if (!Array.isArray(sequence) || sequence.length === 0 || sequence.length > MAX_STEPS)
    fail('bad-value', `a sequence is a list of 1 to ${MAX_STEPS} relations`, { path })
  if (!sequence.every((step) => typeof step === 'string' || Array.isArray(step)))
    fail('bad-value', 'a step of a sequence is a relation or a list of them', { path })
  if (via !== undefined) fail('bad-value', 'a search has `via` or `sequence`, not both', { path })
  if (maxSteps !== undefined) fail('bad-value', 'a sequence sets the number of steps', { path: ['maxSteps'] })
  return sequence as readonly Ways[]
}

/** A bare name allows a relation along its direction, `^name` against it; symmetric ones go both ways. */
function readWays(store: Store, via: Ways, direction: string, path: readonly string[]): Uint8Array {
  if (via === undefined && direction === 'any') return everyWay(store.ontology)
  const names = via === undefined ? undefined : new Set(list(via))
  if (names?.size === 0) fail('bad-value', 'no relation is named', { path })
  for (const name of names ?? []) {
    if (typeof name !== 'string') fail('bad-value', 'a relation is named by a string', { path })
    relationNamed(store, name.replace(/^\^/, ''), path)
  }
  const along = oneOf(direction, ['any', 'out', 'in'], 'direction', ['direction'])
  const ways = new Uint8Array(2 * store.ontology.relations.size)
  for (const { name, index, symmetric } of store.ontology.relations.values()) {
    const [forth, back] = names ? [names.has(name), names.has(`^${name}`)] : [true, true]
    ways[2 * index] = symmetric ? +(forth || back) : +(forth && along !== 'in')
    ways[2 * index + 1] = symmetric ? +(forth || back) : +(back && along !== 'out')
  }
  if (ways.every((way) => way === 0)) {
    fail(
      'bad-value',
      `no step is left: the direction '${along}' and ${[...(names ?? [])].join(', ')} exclude each other`,
      {
        path: ['direction'],
        hint: '`^name` goes against the direction of a relation, a bare name along it',
      },
    )
  }
  return ways
}

/** What is allowed where nothing is said: always the same array. */
function everyWay(ontology: Ontology): Uint8Array {
  let ways = open.get(ontology)
  if (!ways) {
    ways = new Uint8Array(2 * ontology.relations.size).fill(1)
    open.set(ontology, ways)
  }
  return ways
}
const open = new WeakMap<Ontology, Uint8Array>()

function relationNamed(store: Store, name: string, path: readonly string[]): Relation {
  const found = store.ontology.relations.get(name)
  if (found) return found
  return fail('unknown-relation', `there is no relation '${name}'`, {
    path,
    ...hintOf(name, store.ontology.relations.keys()),
  })
}

function readQualifiers(
  lens: Lens,
  { item, qualifiers = {}, broader = false }: PathSpec,
): CheckedQualifier[] {
  if (item !== undefined && Object.hasOwn(qualifiers, 'item'))
    fail('bad-value', 'the item is given twice', { path: ['qualifiers', 'item'] })
  const asked = Object.entries({ ...qualifiers, ...(item === undefined ? {} : { item }) })
  return asked.map(([name, values]) => {
    const path = item !== undefined && name === 'item' ? ['item'] : ['qualifiers', name]
    if (list(values).length === 0) fail('bad-value', 'no value is given', { path })
    const uses = qualifierNamed(lens.store, name, path)
    return {
      name,
      values: new Map(list(values).flatMap((value) => valuesFor(lens, value, uses, broader, path))),
    }
  })
}

/** The uses of a qualifier by all relations. */
function qualifierNamed({ ontology }: Store, name: string, path: readonly string[]): readonly Property[] {
  const relations = [...ontology.relations.values()]
  const uses = relations.flatMap((relation) => relation.defining.get(name) ?? [])
  if (uses.length > 0) return uses
  return fail('unknown-field', `no relation has the defining qualifier '${name}'`, {
    path,
    ...hintOf(name, new Set(relations.flatMap((relation) => [...relation.defining.keys()]))),
  })
}

/** Values as they are stored: entities by the ids that survived, statements by row. */
function valuesFor(
  lens: Lens,
  value: unknown,
  uses: readonly Property[],
  broader: boolean,
  path: readonly string[],
): [value: string, by: readonly Row[]][] {
  const { store } = lens
  if (typeof value !== 'string')
    return fail('bad-value', 'a qualifier is asked for by id or by value', { path })
  const listed = uses.flatMap(({ values }) => [...(values ?? [])])
  if (listed.includes(value) || uses.every(({ kind }) => kind === 'string')) return [[value, []]]
  const statement = value.startsWith('stmt:') ? store.findStatement(value) : 0
  if (statement !== 0) return [[`#${statement}`, []]]
  if (listed.length > 0 && !value.includes(':')) {
    return fail('bad-value', `no relation has '${value}' as its ${path.at(-1)}`, {
      path,
      ...hintOf(value, listed),
    })
  }
  // A qualifier may name what nobody declared, nor speaks of otherwise.
  if (store.findEntity(value) === 0 && store.isQualifier(value))
    return [[store.prefixes.canonical(value), []]]
  const row = entityRow(store, value, path)
  return broader
    ? [...under(lens, row)].map(([narrower, by]) => [store.idOf(narrower), by])
    : [[store.idOf(row), []]]
}
