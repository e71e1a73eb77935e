import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { BREATH, type Search } from '../answer'
import type { Edge } from '../edge'
import { Edges } from '../edges'
import { isOneOf } from '../ends'
import { type Bound, boundEntity, boundStatement, entityOf, isValue, statementOf } from './bound'
import { Fits } from './fit'
import { Found, type Meeting } from './found'
import type { Group, Match } from './matches'
import type { MatchQuery } from './pattern'
import {
  type MatchPlan,
  type Place,
  type PlannedJoin,
  type PlannedPattern,
  type PlannedValue,
  readMatchQuery,
  type Term,
} from './plan'
import { compareTimes, type Sureness, type Time } from './timing'

/**
 * What meets a pattern in a view. The query is checked at once, the search begins when the first answer is asked for.
 *
 * @param query a plain value; its options of views are not looked at: they have made the lens
 * @throws {@link StatecraftError} as {@link readMatchQuery} says
 */
export function findMatches(lens: Lens, query: MatchQuery): Search<Match | Group> {
  lens.store.settle(() => undefined) // rows stay what they are from here on
  return search(lens, readMatchQuery(lens.store, query))
}

function* search(lens: Lens, plan: MatchPlan): Search<Match | Group> {
  const edges = Edges.of(lens, plan)
  const found = new Found(edges, plan)
  yield* new Meetings(edges, plan, found).search()
  yield* found.answers()
  return found.isFull ? 'frontier' : undefined
}

/** By how much a value that is asked for is thought to make the candidates fewer. */
const FEWER = 8

/** A statement of the pattern that is still to be met. */
type Open = { readonly pattern: PlannedPattern; readonly place: number }

/**
 * Meets the statements of a pattern one after another, always the one for which there are fewest candidates given
 * what is bound already. Everything met is handed on; the order is made there.
 */
class Meetings {
  readonly #edges: Edges
  readonly #lens: Lens
  readonly #plan: MatchPlan
  readonly #found: Found
  readonly #fits: Fits
  readonly #bound: (Bound | undefined)[] = []
  /** Variables in the order in which they were bound, to take it back. */
  readonly #trail: Place[] = []
  readonly #met: { edge: Edge; flipped: boolean; by: readonly Row[] }[] = []
  readonly #open: Set<Open>
  readonly #used = new Set<Edge | Row>()
  readonly #joins: readonly PlannedJoin[][]
  readonly #times = new Map<Bound, Time | undefined>()
  /** Edges by the values of a qualifier that patterns are joined by. */
  readonly #indexes = new Map<PlannedValue, Map<Bound, Edge[]>>()
  /** What is asked of the defining qualifiers that all relations of a pattern have. */
  readonly #defining: ReadonlyMap<PlannedPattern, readonly PlannedValue[]>
  /** Statements bound by a qualifier alone, whose time is asked for: the match rests on them too. */
  readonly #dated: readonly Place[]
  #tried = 0

  constructor(edges: Edges, plan: MatchPlan, found: Found) {
    this.#edges = edges
    this.#lens = edges.lens
    this.#plan = plan
    this.#found = found
    this.#fits = new Fits(edges.lens, plan)
    this.#open = new Set(plan.patterns.map((pattern, place) => ({ pattern, place })))
    this.#joins = plan.variables.map((_, place) =>
      plan.times.filter(({ first, second }) => first === place || second === place),
    )
    const relations = [...this.#lens.store.ontology.relations.values()]
    this.#defining = new Map(
      plan.patterns.map((pattern) => {
        const own = relations.filter(({ index }) => pattern.relations.has(index))
        const everywhere = ({ name }: PlannedValue) => own.every(({ defining }) => defining.has(name))
        return [pattern, pattern.asked.filter(everywhere)]
      }),
    )
    const shown =
      plan.gather === undefined ? [] : [...plan.columns, ...((plan.count ?? -1) >= 0 ? [plan.count!] : [])]
    this.#dated = [...new Set([...plan.times.flatMap(({ first, second }) => [first, second]), ...shown])]
  }

  *search(): Generator<undefined> {
    if (this.#found.isFull) return
    if (this.#open.size === 0) return this.#found.add(this.#meeting())
    const next = this.#cheapest()
    this.#open.delete(next)
    for (const edge of this.#candidates(next.pattern)) {
      if (++this.#tried % BREATH === 0) yield
      if (edge && !this.#used.has(edge.statement || edge)) yield* this.#meet(next, edge)
      if (this.#found.isFull) break
    }
    this.#open.add(next)
  }

  /** Goes on from each way in which an edge meets a statement of the pattern. */
  *#meet({ pattern, place }: Open, edge: Edge): Generator<undefined> {
    const both = edge.relation.symmetric && edge.subject !== edge.object
    for (const flipped of both ? [false, true] : [false]) {
      const start = this.#trail.length
      const [subject, object] = flipped ? [edge.object, edge.subject] : [edge.subject, edge.object]
      if (
        this.#take(pattern.subject, boundEntity(subject)) &&
        this.#take(pattern.object, boundEntity(object)) &&
        (pattern.id === undefined ||
          (edge.statement !== 0 && this.#bind(pattern.id, boundStatement(edge.statement))))
      ) {
        for (const { bound, by } of this.#fits.of(pattern, edge)) {
          if (++this.#tried % BREATH === 0) yield
          const middle = this.#trail.length
          if (bound.every(([variable, value]) => this.#bind(variable, value)) && this.#timely(start)) {
            this.#met[place] = { edge, flipped, by }
            this.#used.add(edge.statement || edge)
            yield* this.search()
            this.#used.delete(edge.statement || edge)
          }
          this.#undo(middle)
        }
      }
      this.#undo(start)
    }
  }

  #take(term: Term, value: Bound): boolean {
    return 'value' in term ? term.value === value : this.#bind(term.variable, value)
  }

  /** Binds a variable, unless it is bound to something else or cannot be that. */
  #bind(variable: Place, value: Bound): boolean {
    const known = this.#bound[variable]
    if (known !== undefined) return known === value
    if (!this.#mayBe(variable, value)) return false
    this.#bound[variable] = value
    this.#trail.push(variable)
    return true
  }

  #undo(length: number): void {
    while (this.#trail.length > length) this.#bound[this.#trail.pop()!] = undefined
  }

  #mayBe(variable: Place, value: Bound): boolean {
    const { is, types, joins } = this.#plan.variables[variable]!
    const statement = statementOf(value)
    // What the view leaves out is not told by those who speak of it either.
    if (statement !== undefined) return is !== 'entity' && types === undefined && this.#lens.has(statement)
    if (isValue(value)) return is === 'value'
    if (is === 'statement' || is === 'value') return false
    const row = entityOf(value)
    if (row === undefined) return types === undefined
    const { store } = this.#lens
    return (types === undefined || isOneOf(store, row, types)) && !(joins && store.isUnnamed(row))
  }

  /** Whether the times that are known since then may lie as asked. */
  #timely(since: number): boolean {
    for (let i = since; i < this.#trail.length; i++) {
      for (const join of this.#joins[this.#trail[i]!]!) {
        if (this.#bound[join.first] === undefined || this.#bound[join.second] === undefined) continue
        const sure = this.#compare(join)
        if (sure === 'no' || (join.certain && sure !== 'certain')) return false
      }
    }
    return true
  }

  #compare({ first, is, second, days }: PlannedJoin): Sureness {
    const [x, y] = [this.#timeOf(this.#bound[first]!), this.#timeOf(this.#bound[second]!)]
    if (!x || !y) return 'no'
    // One thing has one time, however little is known of it.
    if (this.#bound[first] === this.#bound[second])
      return is === 'before' || is === 'after' ? 'no' : 'certain'
    return compareTimes(x, is, y, days)
  }

  #timeOf(bound: Bound): Time | undefined {
    if (!this.#times.has(bound)) {
      const statement = statementOf(bound)
      const entity = entityOf(bound)
      this.#times.set(
        bound,
        statement !== undefined
          ? timeOfStatement(this.#lens, statement)
          : entity !== undefined
            ? timeOfEvent(this.#lens, entity)
            : undefined,
      )
    }
    return this.#times.get(bound)
  }

  #meeting(): Meeting {
    const dated = this.#dated.flatMap((variable) => statementOf(this.#bound[variable]) ?? [])
    const rests = this.#met.flatMap(({ edge, by }) => [...edge.rests, ...by])
    return {
      bound: this.#bound.slice() as Bound[], // all are, once every statement is met
      edges: this.#met.map(({ edge, flipped }) => ({ edge, flipped })),
      rests: [...new Set([...rests, ...dated])],
      certain: this.#plan.times.every((join) => this.#compare(join) === 'certain'),
    }
  }

  // The order of joins.

  #cheapest(): Open {
    let best: Open | undefined
    let least = Infinity
    for (const open of this.#open) {
      const bound = this.#expected(open.pattern)
      // What is first in the query goes first, where that makes no difference.
      if (bound < least || (bound === least && open.place < best!.place)) [best, least] = [open, bound]
    }
    return best!
  }

  #valueOf(term: Term): Bound | undefined {
    return 'value' in term ? term.value : this.#bound[term.variable]
  }

  /** About how many edges will have to be looked at. */
  #expected(pattern: PlannedPattern): number {
    if (pattern.id !== undefined && this.#bound[pattern.id] !== undefined) return 1
    const ends = [this.#valueOf(pattern.subject), this.#valueOf(pattern.object)]
    if (ends.some((end) => end !== undefined && entityOf(end) === undefined)) return 0
    const [subject, object] = ends.map(entityOf)
    const bound = this.#edges.bound(pattern.relations, subject, object)
    const isFree = subject === undefined && object === undefined
    // How many of them have a value that is asked for is not known; that they are fewer is.
    const fewer = this.#defining.get(pattern)!.filter(({ variable }) => variable === undefined).length
    return (isFree && this.#indexable(pattern) ? Math.sqrt(bound) : bound) / FEWER ** fewer
  }

  /** A defining qualifier by whose value, bound by now, the statements of a pattern can be looked up. */
  #indexable(pattern: PlannedPattern): PlannedValue | undefined {
    return this.#defining
      .get(pattern)!
      .find(({ variable }) => variable !== undefined && this.#bound[variable] !== undefined)
  }

  /** The edges that may meet a statement of the pattern; undefined is a pause. */
  *#candidates(pattern: PlannedPattern): Generator<Edge | undefined> {
    const id = pattern.id === undefined ? undefined : statementOf(this.#bound[pattern.id])
    const [subject, object] = [this.#valueOf(pattern.subject), this.#valueOf(pattern.object)]
    for (const end of [subject, object]) if (end !== undefined && entityOf(end) === undefined) return
    if (id !== undefined) {
      const { relation } = this.#lens.store.statements.columns
      if (pattern.relations.has(relation[id]!)) yield this.#edges.edge(id)
      return
    }
    const by = subject === undefined && object === undefined ? this.#indexable(pattern) : undefined
    if (!by) return yield* this.#edges.about(pattern.relations, entityOf(subject), entityOf(object))
    yield* this.#indexed(pattern, by)
  }

  *#indexed({ relations }: PlannedPattern, by: PlannedValue): Generator<Edge | undefined> {
    let index = this.#indexes.get(by)
    if (!index) {
      index = new Map()
      for (const edge of this.#edges.about(relations)) {
        yield undefined
        for (const value of this.#fits.valuesOf(by.name, edge)) {
          const known = index.get(value)
          if (known) known.push(edge)
          else index.set(value, [edge])
        }
      }
      this.#indexes.set(by, index)
    }
    yield* index.get(this.#bound[by.variable!]!) ?? []
  }
}

function timeOfStatement(lens: Lens, row: Row): Time | undefined {
  const days = lens.days(row)
  return days && { ...days, momentary: lens.store.relationOf(row).aspect === 'event' }
}

/** The time of an event: unknown where it states none, and undefined where nothing of its types can. */
function timeOfEvent({ store }: Lens, row: Row): Time | undefined {
  const isEvent = store.typesOf(row).some((type) => store.ontology.fields(type).get('when')?.kind === 'date')
  if (!isEvent) return undefined
  const stated = store.entity(row)?.when
  const when = typeof stated === 'string' ? parseWhen(stated) : undefined
  if (!when || when instanceof Problem) {
    return { possible: { from: -Infinity, until: Infinity }, momentary: false }
  }
  const { possible, certain, openEnd } = when
  // Nobody says until when an open end can be spoken for, so it is certain for its first day alone.
  const known = certain && openEnd ? { from: certain.from, until: certain.from } : certain
  return { possible, certain: known && Number.isFinite(known.from) ? known : undefined, momentary: false }
}
