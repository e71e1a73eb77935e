import { byCodeUnits } from '../../model/canonical'
import { daysOf, type Edge, weakest, whileBoth } from '../../query/edge'
import type { Edges } from '../../query/edges'
import type { Days } from '../../store/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { sharedYears, type Years, yearsTouched } from '../years'
import { meets } from './conditions'
import type { AskedBalance } from './options'
import { RollUp, type Way } from './rollup'
import type { SignRule } from './signs'
import { Suspended } from './suspended'

/** Why a statement of a relation that has a sign makes no tie. */
export const REASONS = [
  'condition',
  'level',
  'disputed',
  'unnamed',
  'no-state',
  'several-states',
  'same-state',
  'undated',
  'uncertain',
  'suspended',
] as const
export type Reason = (typeof REASONS)[number]

/** What makes a tie: a statement, or what follows from several, between two vertices. */
export interface Fact {
  readonly sign: 1 | -1
  /** The statements it rests on: those by which actors were rolled up to their states last. */
  readonly rests: readonly Row[]
  /** The years asked for in which it may hold, or under `certain` in which it does; undefined where none are asked for. */
  readonly years: Years | undefined
}

/** The facts about two vertices, in the order of their ids. */
export interface Pair {
  readonly a: Row
  readonly b: Row
  readonly facts: Fact[]
}

/** What is counted, and what is not. */
export interface Ties {
  /** In the order of the ids of both ends. */
  readonly pairs: readonly Pair[]
  /** By why: what they rest on. */
  readonly leftOut: ReadonlyMap<Reason, ReadonlySet<Row>>
  /** Who was rolled up to what, with the statements by which. */
  readonly rolledUp: ReadonlyMap<Row, ReadonlyMap<Row, ReadonlySet<Row>>>
}

/** Collects the ties of a view: each statement of a relation that has a sign, or why it makes none. */
export function collectTies(edges: Edges, asked: AskedBalance): Ties {
  const collected = new Collected(edges.lens, asked)
  for (const edge of edges.about(new Set(asked.signs.keys()))) collected.add(edge)
  return collected
}

class Collected implements Ties {
  readonly leftOut = new Map<Reason, Set<Row>>()
  readonly rolledUp = new Map<Row, Map<Row, Set<Row>>>()
  readonly #pairs = new Map<string, Pair>()
  readonly #lens: Lens
  readonly #asked: AskedBalance
  readonly #rollUp: RollUp
  readonly #suspended: Suspended

  constructor(lens: Lens, asked: AskedBalance) {
    this.#lens = lens
    this.#asked = asked
    this.#rollUp = new RollUp(lens)
    this.#suspended = new Suspended(lens)
  }

  get pairs(): readonly Pair[] {
    const { store } = this.#lens
    const byId = (one: Row, other: Row) => byCodeUnits(store.idOf(one), store.idOf(other))
    return [...this.#pairs.values()].sort((one, other) => byId(one.a, other.a) || byId(one.b, other.b))
  }

  add(edge: Edge): void {
    const reason = this.#read(edge)
    if (reason === undefined) return
    const rows = this.leftOut.get(reason) ?? new Set()
    for (const row of edge.rests) rows.add(row)
    this.leftOut.set(reason, rows)
  }

  /** Takes an edge, or tells why not; undefined too where it holds in no year that is asked for. */
  #read(edge: Edge): Reason | undefined {
    const { store } = this.#lens
    const { level, disputed } = weakest(this.#lens, edge.rests)
    if (!this.#asked.levels.has(level)) return 'level'
    if (disputed && !this.#asked.disputed) return 'disputed'
    if (store.isUnnamed(edge.subject) || store.isUnnamed(edge.object)) return 'unnamed'
    const rule = this.#asked.signs.get(edge.relation.index)!
    if (!meets(this.#lens, rule, edge.rests)) return 'condition'
    const [from, to] = [this.#waysOf(edge.subject), this.#waysOf(edge.object)]
    if (from === 'ambiguous' || to === 'ambiguous') return 'several-states'
    if (from.length === 0 || to.length === 0) return 'no-state'
    const days = daysOf(this.#lens, edge)
    if (!days) return undefined
    if (this.#asked.years && isUndated(days)) return 'undated'
    const outcomes = new Set<'taken' | 'uncertain' | 'suspended' | 'same-state' | undefined>()
    let isOfStates = false
    for (const one of from) {
      for (const other of to) {
        const held = whileWays(days, [one, other])
        if (!held) continue
        isOfStates = true
        outcomes.add(one.state === other.state ? 'same-state' : this.#take(edge, rule, held, one, other))
      }
    }
    if (!isOfStates) return 'no-state'
    if (outcomes.has('taken')) return undefined
    if (outcomes.has('uncertain')) return 'uncertain'
    if (outcomes.has('suspended')) return 'suspended'
    return outcomes.has('same-state') ? 'same-state' : undefined
  }

  /** The vertices that an actor is, or counts for. */
  #waysOf(actor: Row): readonly Way[] | 'ambiguous' {
    const ways = this.#rollUp.of(actor)
    if (ways.length > 0 || !this.#asked.all) return ways
    const { store } = this.#lens
    return store.isDeclared(actor) && store.isOf(actor, ['Actor'])
      ? [{ state: actor, by: [], days: undefined }]
      : []
  }

  /**
   * Takes a tie, unless there is no year in which it holds; `uncertain`, where there are some in which it may, and
   * `suspended`, where it is one of sanctions that are suspended all the time.
   *
   * @param held while the statement holds, and both actors count for their states
   */
  #take(
    { subject, object, rests }: Edge,
    { sign }: SignRule,
    held: Days,
    one: Way,
    other: Way,
  ): 'taken' | 'uncertain' | 'suspended' | undefined {
    let years: Years | undefined
    if (this.#asked.years) {
      const possible = sharedYears(yearsTouched(held.possible), this.#asked.years)
      const certain = held.certain && sharedYears(yearsTouched(held.certain), this.#asked.years)
      years = this.#asked.certain ? certain : possible
      if (!years) return possible ? 'uncertain' : undefined
    }
    if (this.#suspended.isNow(rests)) return 'suspended'
    const runs = years ? this.#suspended.yearsWithout(rests, years) : [undefined]
    if (runs.length === 0) return 'suspended'
    this.#note(subject, one)
    this.#note(object, other)
    const { store } = this.#lens
    const [a, b] =
      byCodeUnits(store.idOf(one.state), store.idOf(other.state)) < 0
        ? [one.state, other.state]
        : [other.state, one.state]
    const key = `${a} ${b}`
    const pair = this.#pairs.get(key) ?? { a, b, facts: [] }
    for (const run of runs) pair.facts.push({ sign, rests: [...rests, ...one.by, ...other.by], years: run })
    this.#pairs.set(key, pair)
    return 'taken'
  }

  #note(actor: Row, { state, by }: Way): void {
    if (by.length === 0) return
    const states = this.rolledUp.get(actor) ?? new Map<Row, Set<Row>>()
    const statements = states.get(state) ?? new Set()
    for (const row of by) statements.add(row)
    states.set(state, statements)
    this.rolledUp.set(actor, states)
  }
}

/** While a statement holds and its actors count for their states; undefined where that is never. */
function whileWays(days: Days, ways: readonly Way[]): Days | undefined {
  return ways.reduce<Days | undefined>(
    (held, way) => (held && way.days ? whileBoth(held, way.days) : held),
    days,
  )
}

/** Whether nothing is said of when: then it is in no one year. */
function isUndated({ possible, certain }: Days): boolean {
  return !certain && possible.from === Number.NEGATIVE_INFINITY && possible.until === Number.POSITIVE_INFINITY
}
