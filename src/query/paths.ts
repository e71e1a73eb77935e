import { byCodeUnits } from '../model/canonical'
import { fail } from '../model/issue'
import type { Lens } from '../store/lens'
import type { Row, Store } from '../store/store'
import { type Distances, Frontier, shortest } from './distance'
import { Path } from './path'
import { type PathOptions, Walk } from './walk'

/** What a search says at its end: whether these were all, or `limit` cut it short. */
export interface PathsEnd {
  readonly complete: boolean
}

/**
 * Simple paths between two entities, shortest first, then by entity ids, relations and statement ids in
 * code-unit order. Lazy: nothing is searched before it is asked for.
 */
export function* findPaths(
  lens: Lens,
  from: Row,
  to: Row,
  options: PathOptions = {},
): Generator<Path, PathsEnd> {
  const maxSteps = options.maxSteps ?? 4
  const { store } = lens
  const { version } = store
  const walk = new Walk(lens, options)
  let left = options.limit ?? Infinity
  if (from === to) {
    if (left > 0) yield new Path(lens, [from], [])
    return { complete: left > 0 }
  }
  for (const [length, distances] of lengths(walk, from, to, maxSteps)) {
    for (const entities of entityPaths(from, to, length, distances, walk, store)) {
      for (const statements of statementPaths(entities, walk, store)) {
        if (left-- <= 0) return { complete: false }
        yield new Path(lens, entities, statements)
        if (store.version !== version)
          fail('bad-value', 'the graph was changed while its paths were being read')
      }
    }
  }
  return { complete: true }
}

/** The lengths that paths may have, from the least, and how far entities then are from the end. */
function* lengths(walk: Walk, from: Row, to: Row, maxSteps: number): Generator<[number, Distances]> {
  const least = shortest(walk, from, to, maxSteps)
  if (!least) return
  yield [least.length, least.distances]
  const back = new Frontier(walk, to, true)
  for (let length = least.length + 1; length <= maxSteps; length++) {
    while (back.steps < length && back.open.length > 0) back.advance()
    yield [length, back.distance]
  }
}

/** Sequences of entities of one length, in code-unit order of their ids. */
function* entityPaths(
  from: Row,
  to: Row,
  length: number,
  distance: Distances,
  walk: Walk,
  store: Store,
): Generator<Row[]> {
  const walked = [from]
  const neighbours = new Map<Row, Row[]>()
  const sortedNeighbours = (at: Row): Row[] => {
    let known = neighbours.get(at)
    if (!known) {
      const near = walk.edges(at).filter((edge) => distance.has(edge.to))
      known = [...new Set(near.map((edge) => edge.to))].sort((a, b) =>
        byCodeUnits(store.idOf(a), store.idOf(b)),
      )
      neighbours.set(at, known)
    }
    return known
  }
  function* extend(at: Row): Generator<Row[]> {
    const left = length - walked.length + 1
    if (left === 0) {
      if (at === to) yield [...walked]
      return
    }
    if (at === to || (at !== from && !walk.passable(at))) return
    for (const next of sortedNeighbours(at)) {
      if ((distance.get(next) ?? Infinity) > left - 1 || walked.includes(next)) continue
      walked.push(next)
      yield* extend(next)
      walked.pop()
    }
  }
  yield* extend(from)
}

/** The ways to walk a sequence of entities: one statement a step, parallel ones by relation, then id. */
function* statementPaths(entities: readonly Row[], walk: Walk, store: Store): Generator<Row[]> {
  const choices = entities.slice(0, -1).map((at, i) =>
    walk
      .edges(at)
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
