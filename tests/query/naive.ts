/**
 * Paths and reachability worked out from their definitions, by trying everything: for small graphs, and for
 * comparison. It shares no code with the library.
 */

/** A statement as far as paths are about it. */
export interface Fact {
  readonly id: string
  readonly relation: string
  readonly symmetric: boolean
  readonly event: boolean
  readonly subject: string
  readonly object: string
  readonly qualifiers: { readonly [name: string]: readonly string[] }
  readonly level: string
  readonly disputed: boolean
  /** Days since 1970-01-01, both ends included. */
  readonly possible: Span
  readonly certain: Span | undefined
  /** The greatest that the deciding claims state; 1 where they state none. */
  readonly confidence: number
  /** How many claim it independently. */
  readonly claimants: number
}

export type Span = readonly [from: number, until: number]

/** An entity: its type with the type's ancestors. An unnamed one is of no type. */
export interface Thing {
  readonly id: string
  readonly types: readonly string[]
  readonly unnamed: boolean
}

export interface Graph {
  readonly things: readonly Thing[]
  readonly facts: readonly Fact[]
}

type Selector = string | { readonly type: string | readonly string[] }
export type Selection = Selector | readonly Selector[]

export interface Options {
  readonly via?: string | readonly string[]
  readonly sequence?: readonly (string | readonly string[])[]
  readonly direction?: 'any' | 'out' | 'in'
  readonly item?: string | readonly string[]
  readonly qualifiers?: { readonly [name: string]: string | readonly string[] }
  readonly broader?: boolean
  readonly avoid?: Selection
  readonly through?: Selection
  readonly timeRespecting?: 'possibly' | 'certainly'
  readonly weight?: 'confidence' | 'claimants'
  readonly maxSteps?: number
  // Of the view.
  readonly status?: string | readonly string[]
  readonly relations?: string | readonly string[]
  readonly asOf?: number
  readonly certain?: boolean
}

export interface Found {
  readonly entities: readonly string[]
  readonly facts: readonly Fact[]
}

/** All paths, in their order. */
export function paths(graph: Graph, from: Selection, to: Selection, options: Options = {}): Found[] {
  const found: Found[] = []
  const goals = selected(graph, to)
  const most = options.sequence?.length ?? options.maxSteps ?? 4
  const goOn = (path: Found) => {
    const at = path.entities.at(-1)!
    const steps = path.facts.length
    if (goals.has(at) && (steps > 0 || isSingle(from, to)) && fits(graph, path, options)) found.push(path)
    if (steps === most) return
    for (const fact of graph.facts) {
      for (const next of new Set(walked(fact, at, options, steps))) {
        if (!path.entities.includes(next)) {
          goOn({ entities: [...path.entities, next], facts: [...path.facts, fact] })
        }
      }
    }
  }
  const allowed = allowedFacts(graph, options)
  graph = { ...graph, facts: allowed }
  for (const start of selected(graph, from)) goOn({ entities: [start], facts: [] })
  return found.sort((a, b) => compare(keyOf(a, options), keyOf(b, options)))
}

/** All of the least length, or of the least cost. */
export function shortestPaths(graph: Graph, from: Selection, to: Selection, options: Options = {}): Found[] {
  const all = paths(graph, from, to, { maxSteps: graph.things.length, ...options })
  const rank = (path: Found) => (options.weight ? costOf(path, options.weight) : path.facts.length)
  return all.filter((path) => rank(path) === rank(all[0]!))
}

/** Where a path leads that is as short as can be, by distance and then id; by a sequence, what stands at its end. */
export function reachable(graph: Graph, from: Selection, options: Options = {}): [string, number][] {
  const starts = selected(graph, from)
  const found: [string, number][] = []
  for (const { id } of graph.things) {
    if (starts.has(id) && !options.sequence) {
      found.push([id, 0])
      continue
    }
    const [first] = paths(graph, from, id, { maxSteps: graph.things.length, ...options })
    if (first) found.push([id, first.facts.length])
  }
  return found.sort(([a, near], [b, far]) => compare([near, a], [far, b]))
}

/** What a step, a fact among the view's, may be taken along: the entities to which it leads from one. */
function* walked(fact: Fact, at: string, { via, sequence, direction = 'any' }: Options, step: number) {
  const named = sequence ? list(sequence[step]!) : via === undefined ? undefined : list(via)
  const along = named === undefined || named.includes(fact.relation)
  const against = named === undefined || named.includes(`^${fact.relation}`)
  if (fact.symmetric) {
    if (!along && !against) return
    if (fact.subject === at) yield fact.object
    if (fact.object === at) yield fact.subject
    return
  }
  if (along && direction !== 'in' && fact.subject === at) yield fact.object
  if (against && direction !== 'out' && fact.object === at) yield fact.subject
}

function allowedFacts(graph: Graph, options: Options): Fact[] {
  const inView = graph.facts.filter((fact) => isInView(fact, options))
  const asked = Object.entries({ ...options.qualifiers, ...(options.item ? { item: options.item } : {}) })
  return inView.filter(
    (fact) =>
      asked.every(([name, values]) => {
        const wanted = list(values).flatMap((value) => (options.broader ? under(inView, value) : [value]))
        return fact.qualifiers[name]?.some((value) => wanted.includes(value))
      }) &&
      (options.weight !== 'confidence' || fact.confidence > 0),
  )
}

function isInView(fact: Fact, { status, relations, asOf, certain }: Options): boolean {
  if (status === undefined ? fact.level === 'denied' : !list(status).includes(fact.level)) return false
  if (relations !== undefined && !list(relations).includes(fact.relation)) return false
  if (asOf === undefined) return true
  const span = certain ? fact.certain : fact.possible
  return span !== undefined && span[0] <= asOf && asOf <= span[1]
}

/** A value and what falls under it. */
function under(facts: readonly Fact[], value: string, seen: readonly string[] = []): string[] {
  if (seen.includes(value)) return []
  const narrower = facts.filter(
    (fact) =>
      fact.relation === 'broader' && fact.object === value && fact.level === 'asserted' && !fact.disputed,
  )
  return [value, ...narrower.flatMap((fact) => under(facts, fact.subject, [...seen, value]))]
}

/** What a whole path must be like. */
function fits(graph: Graph, { entities, facts }: Found, options: Options): boolean {
  if (options.sequence && facts.length !== options.sequence.length) return false
  const between = entities.slice(1, -1)
  const isOf = (id: string, types: readonly string[]) => {
    const thing = graph.things.find((one) => one.id === id)!
    return !thing.unnamed && types.some((type) => thing.types.includes(type))
  }
  const barred = (id: string) => {
    const thing = graph.things.find((one) => one.id === id)!
    return thing.unnamed || thing.types.includes('Source')
  }
  if (between.some(barred)) return false
  const avoided = selected(graph, options.avoid ?? [])
  if (between.some((id) => avoided.has(id))) return false
  for (const one of list(options.through ?? [])) {
    const passed =
      typeof one === 'string' ? between.includes(one) : between.some((id) => isOf(id, list(one.type)))
    if (!passed) return false
  }
  return options.timeRespecting === undefined || isInTime(facts, options.timeRespecting)
}

function isInTime(facts: readonly Fact[], how: 'possibly' | 'certainly'): boolean {
  let time = -Infinity
  for (const { event, possible, certain } of facts) {
    let [enter, floor] = [possible[1], possible[0]]
    if (how === 'certainly') {
      if (event || !certain) [enter, floor] = possible
      else [floor, enter] = certain
    }
    if (time > enter) return false
    time = Math.max(time, floor)
  }
  return true
}

function costOf({ facts }: Found, weight: 'confidence' | 'claimants'): number {
  return facts
    .map(({ confidence, claimants }) =>
      Math.round(1e6 * (weight === 'confidence' ? -Math.log(confidence) : 1 / (1 + claimants))),
    )
    .reduce((sum, cost) => sum + cost, 0)
}

function keyOf(path: Found, { weight }: Options): (string | number)[] {
  return [
    weight ? costOf(path, weight) : 0,
    path.facts.length,
    ...path.entities,
    ...path.facts.flatMap(({ relation, id }) => [relation, id]),
  ]
}

/** By the first difference; `<` orders strings by their code units. */
function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1
}

/** The ids of what is named, or of a type. */
function selected({ things }: Graph, selection: Selection): Set<string> {
  const ids = list(selection).flatMap((one) =>
    typeof one === 'string'
      ? [one]
      : things
          .filter(({ types, unnamed }) => !unnamed && list(one.type).some((type) => types.includes(type)))
          .map(({ id }) => id),
  )
  return new Set(ids)
}

function isSingle(...selections: readonly Selection[]): boolean {
  return selections.every((selection) => typeof selection === 'string')
}

function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T] // Array.isArray knows no readonly arrays
}
