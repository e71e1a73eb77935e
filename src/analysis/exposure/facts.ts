import { byCodeUnits } from '../../model/canonical'
import type { Day } from '../../model/days'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Counts, countsOn, isPlain } from '../certainty'
import { decidedDays } from '../measures/days'
import { detail } from '../measures/detail'
import { Easings } from '../measures/easing'
import type { ExposureDoubt } from './found'
import { type Link, linkFrom } from './step'

/**
 * What holds on the day, of the statements of a view: for certain, or possibly. What is announced or predicted is left
 * out, and kept to be told. An event of the past counts: a supply that was made ties the two of whom it is told.
 */
export class Facts {
  readonly lens: Lens
  readonly day: Day
  /** Statements that were met and are left out. */
  readonly leftOut = new Set<Row>()
  readonly easings: Easings
  readonly #states: Counts
  readonly #links = new Map<string, readonly Link[]>()

  /** @param isCertain whether only what is certain on the day counts for certain: undated statements do not */
  constructor(lens: Lens, day: Day, isCertain: boolean) {
    this.lens = lens
    this.day = day
    this.easings = new Easings(lens)
    this.#states = countsOn(lens, day, (row) => !isCertain || this.#isCertainly(row))
  }

  /** How a statement counts, where it does. */
  counts(statement: Row): 'surely' | 'possibly' | undefined {
    const how = this.#onDay(statement)
    if (how === 'left-out') this.leftOut.add(statement)
    if (how === 'surely') return isPlain(this.lens, statement) ? 'surely' : 'possibly'
    return how === 'possibly' ? 'possibly' : undefined
  }

  /** Why what rests on these statements is open: for nothing, where all count for certain. */
  doubtsOf(statements: readonly Row[]): ExposureDoubt[] {
    const doubts = new Set<ExposureDoubt>()
    for (const row of statements) {
      const standing = this.lens.standing(row)
      if (standing?.level === 'alleged') doubts.add('alleged')
      if (standing?.disputed) doubts.add('disputed')
      const isFact = standing?.level === 'asserted' && !standing.disputed
      if (isFact && !isPlain(this.lens, row)) doubts.add('only-likely')
      if (isFact && this.#onDay(row) === 'possibly') doubts.add('date-not-sure')
    }
    return [...doubts].sort(byCodeUnits)
  }

  /**
   * What counts and leads on from an entity, by the id of what it leads to, the relation and the statement.
   *
   * @param relations names; those that the ontology lacks are passed over
   * @param end only statements of which the entity is this end
   */
  linksFrom(entity: Row, relations: Iterable<string>, end?: 'subject' | 'object'): readonly Link[] {
    const names = [...relations]
    const key = [entity, end, ...names].join(' ')
    const known = this.#links.get(key) ?? this.#linksFrom(entity, names, end)
    this.#links.set(key, known)
    return known
  }

  #linksFrom(entity: Row, relations: readonly string[], end: 'subject' | 'object' | undefined): Link[] {
    const { store } = this.lens
    const wanted = new Set<number>()
    for (const name of relations) {
      const relation = store.ontology.relations.get(name)
      if (relation) wanted.add(relation.index)
    }
    if (wanted.size === 0) return []
    const [subject, object] = end === 'object' ? [undefined, entity] : [entity, undefined]
    const edges = [...Edges.of(this.lens).about(wanted, subject, object)]
    if (end === undefined) edges.push(...Edges.of(this.lens).about(wanted, undefined, entity))
    const rows = new Set(edges.map(({ statement }) => statement))
    return [...rows]
      .filter((row) => this.counts(row) !== undefined)
      .map((row) => linkFrom(this.lens, entity, row))
      .filter(({ to }) => to !== entity)
      .sort((a, b) => this.#compare(a, b))
  }

  #compare(a: Link, b: Link): number {
    const { store } = this.lens
    if (a.to !== b.to) return byCodeUnits(store.idOf(a.to), store.idOf(b.to))
    return Edges.of(this.lens).inOrder(a.statement, b.statement)
  }

  #onDay(statement: Row): ReturnType<Counts> {
    const isEvent = this.lens.store.relationOf(statement).aspect === 'event'
    return isEvent ? this.#event(statement) : this.#states(statement)
  }

  #event(statement: Row): ReturnType<Counts> {
    const standing = this.lens.standing(statement)
    const days = decidedDays(this.lens, statement)
    if (!standing || !days || standing.level === 'denied' || this.day < days.possible.from) return 'no'
    if (standing.level === 'announced' || standing.level === 'predicted') return 'left-out'
    const isFact = standing.level === 'asserted' && !standing.disputed
    // Without a date it is told as something that has happened.
    const isPast = days.possible.until <= this.day || detail(this.lens, statement, 'when').length === 0
    return isFact && isPast ? 'surely' : 'possibly'
  }

  #isCertainly(statement: Row): boolean {
    const certain = decidedDays(this.lens, statement)?.certain
    return certain !== undefined && certain.from <= this.day && this.day <= certain.until
  }
}
