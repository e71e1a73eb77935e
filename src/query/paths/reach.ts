import { fail, printable } from '../../model/issue'
import { NO_START } from '../../store/columns'
import type { Row } from '../../store/store'
import { BREATH, type Search } from '../answer'
import { named, titled } from '../cite'
import { markdown } from '../markdown'
import { type Excerpt, excerptOf } from '../show/excerpt'
import { Shown } from '../show/shown'
import type { Table, TableRow } from '../show/table'
import { MAX_STEPS } from '../spec'
import { findPaths } from './find'
import { Path } from './path'
import { Steps } from './steps'
import { edgesBetween } from './trails'

/** An entity that can be reached, and in how many steps. */
export class Reached extends Shown {
  /** Its id. */
  readonly entity: string
  /** The fewest steps. */
  readonly distance: number
  readonly #steps: Steps
  readonly #row: Row
  readonly #way: Way | undefined

  /** @internal Made by queries. */
  constructor(steps: Steps, row: Row, distance: number, way?: Way) {
    super()
    this.#way = way
    this.entity = steps.edges.lens.store.idOf(row)
    this.distance = distance
    this.#steps = steps
    this.#row = row
  }

  /**
   * A shortest way there, with its sources: searched for when asked.
   *
   * @throws {@link StatecraftError} `truncated`, where the search had to be given up
   */
  path(): Path | undefined {
    const { edges } = this.#steps
    if (this.distance === 0) return new Path(edges, [this.#row], [])
    // Longer than what is searched for: the way by which it was found.
    if (this.distance > MAX_STEPS && this.#way) return pathAlong(this.#steps, this.#way)
    const search = waysTo(this.#steps, this.#row, this.distance)
    for (let step = search.next(); ; step = search.next()) {
      if (step.done && step.value) fail('truncated', `the search was cut short by its ${step.value}`)
      if (step.done) return undefined
      if (step.value === undefined) continue
      search.return(undefined)
      return step.value
    }
  }

  /** Its label and distance; what it is worth to be there, and who says so, the {@link Reached.path | path} tells. */
  override toString(languages?: readonly string[]): string {
    return `${named(this.#steps.edges.lens, this.#row, languages)} (${this.distance})`
  }

  /** The same, with what a shortest way there is worth, and who says so. */
  override toMarkdown(languages?: readonly string[]): string {
    return this.#told(languages).map(markdown).join(' · ')
  }

  /** @internal */
  override toText(): string {
    const [reached, ...told] = this.#told()
    return told.length === 0 ? reached! : `${reached}      ${told.join(' · ')}`
  }

  #told(languages?: readonly string[]): string[] {
    const { cells } = this.#worth(languages)
    return [this.toString(languages), ...cells.slice(1).filter((cell) => cell !== '')]
  }

  toJSON(): { readonly entity: string; readonly distance: number } {
    return { entity: this.entity, distance: this.distance }
  }

  /** @internal A shortest way there. */
  override excerpt(_rows?: number, languages?: readonly string[]): Excerpt {
    const way = this.path()?.excerpt()
    const title = this.#told(languages).slice(0, 2).join('; ')
    return way ? { ...way, title } : excerptOf(this.#steps.edges, title, [], [this.#row], [this.#row])
  }

  /** @internal */
  get columns(): readonly string[] {
    return ['entity', 'id', 'steps', 'standing', 'who says so']
  }

  /** @internal */
  tableRow(languages?: readonly string[]): TableRow {
    const { cells, ...worth } = this.#worth(languages)
    const label = titled(this.#steps.edges.lens, this.#row, languages)
    return { cells: [label, printable(this.entity), `${this.distance}`, ...cells.slice(1)], ...worth }
  }

  /** A shortest way there, as a row; of no level where it begins there. */
  #worth(languages?: readonly string[]): TableRow {
    const path = this.distance === 0 ? undefined : this.path()
    return path?.tableRow(languages) ?? { cells: ['', '', ''] }
  }

  /** @internal */
  override tabulate(languages?: readonly string[]): Table {
    return { columns: this.columns, rows: [this.tableRow(languages)], remarks: [] }
  }

  /** @internal */
  protected override get called(): string {
    return 'Reached'
  }
}

/** The shortest paths to an entity that is so far. */
function waysTo({ edges, spec, from }: Steps, row: Row, distance: number): Search<Path> {
  const to = { rows: [row], single: true }
  return findPaths(new Steps(edges, { ...spec, maxSteps: distance }, from, to), true)
}

/** How an entity was reached, back to where it began. */
interface Way {
  readonly vertex: number
  /** The day after which one can go on. */
  readonly time: number
  readonly before: Way | undefined
}

function pathAlong(steps: Steps, last: Way): Path {
  const { edges } = steps
  const rows: Row[] = []
  const numbers: number[] = []
  for (let way: Way | undefined = last; way; way = way.before) {
    rows.push(edges.adjacency.rowOf[way.vertex]!)
    if (way.before) numbers.push(firstEdge(steps, way.before, way))
  }
  numbers.reverse()
  const besides = numbers.map((number) => steps.besides(number))
  return new Path(edges, rows.reverse(), numbers, { besides })
}

/** The first of the parallel edges that lead from the one to the other, and in time. */
function firstEdge(steps: Steps, from: Way, to: Way): number {
  const isTimed = steps.spec.timeRespecting !== undefined
  const inTime = (edge: number) => from.time <= steps.enter(edge) && steps.floor(edge) <= to.time
  return edgesBetween(steps, from.vertex, to.vertex, 0)
    .filter((edge) => !isTimed || inTime(edge))
    .reduce((first, edge) => (steps.edges.inOrder(edge, first) < 0 ? edge : first))
}

/**
 * Everything that can be reached, nearest first, then by id; the beginning itself at 0. By a sequence: what stands at
 * its end.
 */
export function* findReached(steps: Steps): Search<Reached> {
  const { edges, spec, blocked, from } = steps
  const { rowOf, vertexOf, offsets, neighbour, way, statement } = edges.adjacency
  const isTimed = spec.timeRespecting !== undefined
  const starts = from.rows.map((row) => vertexOf[row]!)
  /** By vertex: the earliest day after which one can go on from there. One that can be there earlier is open again. */
  let time = new Map(starts.map((v) => [v, NO_START]))
  /** By vertex: the way there by which one goes on. */
  const ways = new Map<number, Way>(
    starts.map((vertex) => [vertex, { vertex, time: NO_START, before: undefined }]),
  )
  const seen = new Set(spec.length === undefined ? starts : [])
  if (spec.length === undefined) for (const v of starts) yield new Reached(steps, rowOf[v]!, 0)
  let open = starts
  let breath = BREATH
  const most = spec.length ?? spec.maxSteps ?? Infinity
  for (let distance = 1; distance <= most && open.length > 0; distance++) {
    const allowed = steps.ways(distance - 1)
    const next = new Set<number>()
    const found: number[] = []
    // In a sequence the same entity may be met at several places: days are of this place alone.
    const days: Map<number, number> = spec.length === undefined ? time : new Map()
    // As they were before this step: what is reached by it is one step farther.
    const at = open.map((v) => time.get(v)!)
    const led = open.map((v) => ways.get(v)!)
    const first = new Map<number, Way>()
    for (const [i, v] of open.entries()) {
      if (blocked[v] === 1 && distance > 1) continue
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
        const w = neighbour[slot]!
        if (w === v || allowed[way[slot]!] === 0 || !steps.fits(statement[slot]!)) continue
        const before = days.get(w)
        let after = NO_START
        if (isTimed) {
          if (at[i]! > steps.enter(statement[slot]!)) continue
          after = Math.max(at[i]!, steps.floor(statement[slot]!))
        }
        if (before !== undefined && before <= after) continue
        days.set(w, after)
        const here = { vertex: w, time: after, before: led[i] }
        ways.set(w, here)
        next.add(w)
        if (seen.has(w) || (spec.length !== undefined && distance < spec.length)) continue
        seen.add(w)
        first.set(w, here)
        found.push(w)
      }
      breath -= offsets[v + 1]! - offsets[v]!
      if (breath > 0) continue
      breath = BREATH
      yield undefined
    }
    time = days
    open = [...next]
    for (const v of found.sort((a, b) => a - b)) {
      if (spec.length === undefined) {
        yield new Reached(steps, rowOf[v]!, distance, first.get(v))
        continue
      }
      // Relations in a row may lead back to where they came from; a path does not.
      const search = waysTo(steps, rowOf[v]!, distance)
      let step = search.next()
      for (; !step.done && step.value === undefined; step = search.next()) yield undefined
      if (step.done && step.value) return step.value
      if (!step.done) yield new Reached(steps, rowOf[v]!, distance)
      search.return(undefined)
    }
    if (open.length > (spec.frontier ?? Infinity)) return 'frontier'
  }
  return undefined
}
