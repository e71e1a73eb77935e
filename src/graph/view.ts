import { byCodeUnits } from '../model/canonical'
import { LEVELS } from '../model/claim'
import { fail } from '../model/issue'
import type { EntityRecord, StatecraftRecord, StatementRecord } from '../model/record'
import { hintOf } from '../model/suggest'
import type {
  DefiningValues,
  Entity,
  RelationName,
  StatementId,
  TypeName,
  Vocabulary,
} from '../ontology/typing'
import { Answer, type Limits, type Search } from '../query/answer'
import { checkQuery } from '../query/check'
import { independentClaimants, labelOf } from '../query/cite'
import { Edges } from '../query/edges'
import { readEntities } from '../query/ends'
import { findMatches } from '../query/match/find'
import type { Group, Match } from '../query/match/matches'
import { type Asking, type MatchQuery, type Pattern, pattern } from '../query/match/pattern'
import { readMatchQuery } from '../query/match/plan'
import { entityRow, readViewOptions, VIEW_OPTIONS, type ViewOptions } from '../query/options'
import { findPaths } from '../query/paths/find'
import { Path } from '../query/paths/path'
import { findReached, type Reached } from '../query/paths/reach'
import { Steps } from '../query/paths/steps'
import type {
  AnswerTo,
  Entities,
  Executor,
  PathOptions,
  PathQuery,
  Query,
  ReachOptions,
  ReachQuery,
  Stoppable,
} from '../query/query'
import { readRecord, readStatement, type Statement, type Status } from '../query/read'
import type { Excerpt } from '../query/show/excerpt'
import { Shown } from '../query/show/shown'
import { Statements } from '../query/show/statements'
import type { Table } from '../query/show/table'
import { limitsOf, PATH_OPTIONS, REACH_OPTIONS, readSpec } from '../query/spec'
import { type Lens, statementsAt } from '../store/lens'
import type { Row } from '../store/store'
import { claimsOnSide, disputed, exclusiveConflicts } from './disputes'
import { type DirectedGraph, neighbourhood, project } from './graphology'

/** What statements of a relation (or several) may be asked for: ends, and defining qualifiers. */
export type StatementFilter<D extends Vocabulary, R extends string> = {
  readonly relation: R | readonly R[]
  readonly subject?: string
  readonly object?: string
} & DefiningValues<D, R>

/** What statements of any relation may be asked for. */
export interface AnyStatementFilter {
  readonly relation?: undefined
  readonly subject?: string
  readonly object?: string
  readonly [qualifier: string]: string | undefined
}

/** Either filter, as it is read. */
type Filter = { readonly relation?: string | readonly string[] | undefined; readonly [key: string]: unknown }

/** A statement that some claim and some deny. */
export interface Dispute<D extends Vocabulary = Vocabulary> {
  readonly statement: Statement<D>
  /** Claims that it holds, by id. */
  readonly for: readonly string[]
  /** Claims that it does not, by id: its own, and those of wider statements whose denial entails this one's. */
  readonly against: readonly string[]
  /** Who is on either side, by id. */
  readonly claimants: { readonly for: readonly string[]; readonly against: readonly string[] }
}

/** Disputes about one relation between the same ends, and rivals for what can have but one holder. */
export interface Disputes<D extends Vocabulary = Vocabulary> {
  readonly disputes: readonly {
    readonly relation: string
    readonly subject: string
    readonly object: string
    readonly statements: readonly Dispute<D>[]
  }[]
  readonly conflicts: readonly { readonly relation: string; readonly statements: readonly Statement<D>[] }[]
}

/** A record as it is exported: a statement with its id, claims with theirs, and the status in the view. */
export type ExportedRecord = EntityRecord | ExportedStatement
export interface ExportedStatement extends StatementRecord {
  readonly id: string
  /** Not there where no claim counts any more. */
  readonly status?: Status
}

/**
 * A lens over a graph: no copy, composable, with the same questions as the graph itself.
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 *
 * const kg = createGraph()
 * const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
 * const ir = kg.add('State', { id: 'state:IR', label: 'Iran' })
 * kg.relate(kp, 'hasTiesWith', ir, { claims: [{ stance: 'predicts', by: kp }] })
 * const facts = kg.view({ status: 'asserted' })
 * console.log([...facts.statements()].length) // 0: a prediction is no fact
 * ```
 */
export class View<D extends Vocabulary> extends Shown implements Executor<D> {
  /** @internal What the view is made of; for the parts of this library. */
  readonly lens: Lens
  readonly #views = new Map<string, View<D>>()

  /** @internal Made by {@link View.view}. */
  constructor(lens: Lens) {
    super()
    this.lens = lens
  }

  /**
   * A narrower view of this one. Options are checked at once; composing intersects.
   *
   * @param options what to keep
   * @throws {@link StatecraftError} for an unknown option, level, relation, type or entity, a date that is not a
   * day, and for a second viewpoint
   */
  view(options: ViewOptions<D>): View<D> {
    const criteria = readViewOptions(this.lens.store, options as ViewOptions)
    if (criteria.viewpoint !== undefined && this.lens.criteria.some((c) => c.viewpoint !== undefined)) {
      fail('bad-value', 'a view has one viewpoint', {
        path: ['viewpoint'],
        hint: 'begin again from the graph',
      })
    }
    return new View<D>(this.lens.with(criteria))
  }

  /**
   * The statements in the view.
   *
   * @param filter a relation (or several), ends, and defining qualifiers; ids may be ones that were merged
   * @returns fresh records, with their status in this view, in the order of their first coming; iterating
   * across a change of the graph throws
   */
  statements(filter?: AnyStatementFilter): Generator<Statement<D>>
  statements<const R extends RelationName<D>>(filter: StatementFilter<D, R>): Generator<Statement<D, R>>
  *statements(filter: Filter = {}): Generator<never> {
    const version = this.#current()
    for (const row of this.#matching(filter)) {
      this.#unchanged(version)
      yield readStatement(this.lens, row) as never // the boundary: of the relation asked for, as the overloads say
    }
  }

  /**
   * One statement, by an id it has or had before a merge. In the graph itself this finds statements that are
   * only denied, too.
   *
   * @returns undefined where it is not in the view
   */
  statement(id: string): Statement<D> | undefined {
    const row = this.lens.store.findStatement(id)
    return row !== 0 && this.lens.has(row) ? (readStatement(this.lens, row) as Statement<D>) : undefined
  }

  /** The entities of a type and its descendants: in the graph all of them, in a view those it speaks of. */
  *entities<K extends TypeName<D>>(type?: K): Generator<Entity<D, K>> {
    const { store } = this.lens
    if (type !== undefined && !store.ontology.types.has(type))
      fail('unknown-type', `there is no type '${type}'`)
    const version = this.#current()
    for (const row of this.entityRows()) {
      this.#unchanged(version)
      if (type === undefined || store.isOf(row, [type])) yield store.entity(row) as unknown as Entity<D, K> // of type K
    }
  }

  /** One entity, by its id or one that was merged into it. */
  entity(id: string): Entity<D> | undefined {
    return this.lens.store.entity(this.lens.store.findEntity(id)) as Entity<D> | undefined
  }

  /** The label of an entity in the language asked for, with fallbacks; its id where there is none. */
  label(id: string, languages?: readonly string[]): string {
    const row = this.lens.store.findEntity(id)
    return row === 0 ? id : labelOf(this.lens, row, languages)
  }

  /**
   * A statement in words: its ends and verb, what it is worth, and who says so.
   *
   * @param statement its id
   * @param languages of labels, best first
   * @returns as `North Korea ─supplies nuclear technology→ Iran      asserted · Daniel Pinkston in Elaph, §14`;
   * undefined where it is not in the view
   */
  describe(statement: string, languages?: readonly string[]): string | undefined {
    const { store } = this.lens
    const row = store.findStatement(statement)
    if (row === 0 || !this.lens.has(row)) return undefined
    const { subject, object } = store.statements.columns
    const ends = [subject[row]!, object[row]!]
    return new Path(Edges.of(this.lens), ends, [row]).toString(languages)
  }

  /**
   * The actors who support a statement independently, by id: distinct claimants at its level, never distinct
   * sources. Our own readings (`method: 'derived'`) and unnamed actors count for none.
   */
  claimants(statement: string): string[] {
    const row = this.lens.store.findStatement(statement)
    return row !== 0 && this.lens.has(row)
      ? independentClaimants(this.lens, row).map((by) => this.lens.store.idOf(by))
      : []
  }

  /** What has claims on both sides, by relation and ends; and rivals for what can have but one holder. */
  disputes(): Disputes<D> {
    const { store } = this.lens
    const groups = new Map<
      string,
      { relation: string; subject: string; object: string; statements: Dispute<D>[] }
    >()
    for (const row of disputed(this.lens)) {
      const statement = readStatement(this.lens, row) as Statement<D>
      const { relation, subject, object } = statement
      const key = `${relation} ${subject} ${object}`
      let group = groups.get(key)
      if (!group) {
        group = { relation, subject, object, statements: [] }
        groups.set(key, group)
      }
      const side = (denying: boolean) => claimsOnSide(this.lens, row, denying)
      const ids = (claims: Row[]) => claims.map((claim) => store.claimId(claim)).sort(byCodeUnits)
      const who = (claims: Row[]) => {
        const by = claims
          .map((claim) => store.provenance.claimant(claim))
          .filter((claimant) => claimant !== 0)
        return [...new Set(by.map((claimant) => store.idOf(claimant)))].sort(byCodeUnits)
      }
      group.statements.push({
        statement,
        for: ids(side(false)),
        against: ids(side(true)),
        claimants: { for: who(side(false)), against: who(side(true)) },
      })
    }
    const conflicts = exclusiveConflicts(this.lens).map((rows) => ({
      relation: store.relationOf(rows[0]!).name,
      statements: rows.map((row) => readStatement(this.lens, row) as Statement<D>).sort(byId),
    }))
    return {
      disputes: [...groups.keys()].sort(byCodeUnits).map((key) => groups.get(key)!),
      conflicts: conflicts.sort((a, b) => byId(a.statements[0]!, b.statements[0]!)),
    }
  }

  /**
   * Simple paths between entities, shortest first, then by the ids of their entities; searched for one at a time.
   *
   * @param from where to begin: an id, a list of ids, or `{ type }`
   * @param to where to end, likewise
   * @param options over what, how far (`maxSteps` is 4 where not given), how many; and what view options narrow
   * @returns paths that know their steps, level and sources; parallel statements are different paths. Its `complete` is
   * false as long as there may be more
   * @throws {@link StatecraftError} for entities, relations and options that there are none of, values out of range, and
   * a search that can find nothing whatever the data, since no type fits
   *
   * @example
   * ```ts
   * for (const path of kg.paths('state:KP', 'state:US', { maxSteps: 3 })) console.log(String(path))
   * kg.paths('state:IR', 'state:KP', { via: 'supplies', item: 'commodity:oil', status: 'asserted' })
   * kg.paths({ type: 'State' }, 'state:US', { sequence: ['supplies', '^sanctions'], through: 'state:RU' })
   * ```
   */
  paths(from: Entities<TypeName<D>>, to: Entities<TypeName<D>>, options: PathOptions<D> = {}): Answer<Path> {
    const { maxSteps = 4, ...others } = options
    return this.#paths(from, to, options.sequence ? options : { ...others, maxSteps }, false)
  }

  /**
   * The first of {@link View.paths}, however long it is (`maxSteps` is 32 where not given); with `weight` the best.
   *
   * @returns undefined where there is none
   * @throws {@link StatecraftError} also `truncated`, where a limit ended the search before it found anything
   */
  shortestPath(
    from: Entities<TypeName<D>>,
    to: Entities<TypeName<D>>,
    options: PathOptions<D> = {},
  ): Path | undefined {
    const answer = this.shortestPaths(from, to, { ...options, limit: Infinity })
    const { value } = answer.next()
    if (value === undefined && answer.cut) {
      fail('truncated', `the search was cut short by its ${answer.cut}`, { path: [answer.cut] })
    }
    answer.return()
    return value
  }

  /** All of {@link View.paths} that are as short as the first; with `weight`, that weigh as much. */
  shortestPaths(
    from: Entities<TypeName<D>>,
    to: Entities<TypeName<D>>,
    options: PathOptions<D> = {},
  ): Answer<Path> {
    return this.#paths(from, to, options, true)
  }

  /**
   * Everything that can be reached, nearest first, then by id; however far, where no `maxSteps` is given.
   *
   * @param from where to begin: an id, a list of ids, or `{ type }`; it is reached in no steps
   * @param options over what and how far
   * @returns entities with their distance; each can tell a shortest path to it
   *
   * @example
   * ```ts
   * for (const { entity, distance } of kg.reachable('state:KP', { via: 'supplies' })) console.log(entity, distance)
   * ```
   */
  reachable(from: Entities<TypeName<D>>, options: ReachOptions<D> = {}): Answer<Reached> {
    const steps = this.#steps(from, undefined, options, REACH_OPTIONS)
    return this.#answer('entities', steps, options, findReached)
  }

  /**
   * What meets a small graph pattern: entities and statements for its variables, which are typed by the ontology.
   *
   * @param asked a function that builds the pattern, one that was built by {@link pattern}, or its plain value
   * @param options a signal that stops it; everything else is said by the pattern's own `options`
   * @returns matches with a typed `row` (groups, where the pattern groups), their level, sources and statements
   * @throws {@link StatecraftError} for what can never be met, and for names that there are none of
   *
   * @example
   * ```ts
   * // Who supplies what to somebody under an arms embargo that was in force at the time?
   * const matches = kg.match((m) =>
   *   m
   *     .where('?a', 'supplies', '?b', { id: '?supply', item: '?item' })
   *     .where('?c', 'sanctions', '?b', { id: '?embargo', measures: 'arms-embargo' })
   *     .entity('?a', 'State')
   *     .during('?supply', '?embargo'),
   * )
   * for (const { row, level, certain } of matches) console.log(row.a, row.item, row.b, level, certain)
   * ```
   */
  match<F>(asked: Asking<F> | ((pattern: Pattern<D>) => Asking<F>), options?: Stoppable): Answer<F>
  match(asked: MatchQuery<D>, options?: Stoppable): Answer<Match>
  match(
    asked: Asking<unknown> | ((pattern: Pattern<D>) => Asking<unknown>) | MatchQuery<D>,
    options: Stoppable = {},
  ): Answer<never> {
    const built = typeof asked === 'function' ? asked(pattern<D>()) : asked
    const isBuilt = typeof built === 'object' && built !== null && Object.hasOwn(built, 'query')
    const query = isBuilt ? (built as Asking<unknown>).query : built
    return this.#match(query as MatchQuery<D>, options) as Answer<never> // the boundary: as the overloads say
  }

  /**
   * Answers a query that is a plain value, as one that was sent or kept.
   *
   * @param query {@link Query}: what to `find`, from where, and the options of the method of that name
   * @param options a signal that stops it
   * @throws {@link StatecraftError} as these methods; `bad-value` for what is no query
   *
   * @example
   * ```ts
   * const { paths, complete } = kg.execute({ find: 'paths', from: 'state:IR', to: 'state:KP' }).toJSON()
   * ```
   */
  execute<const Q extends Query<D>>(query: Q, options: Stoppable = {}): AnswerTo<Q> {
    return this.#execute(query, options) as AnswerTo<Q> // the boundary: by what it is to find
  }

  #execute(query: Query<D>, options: Stoppable): Answer<Path> | Answer<Reached> | Answer<Match | Group> {
    const { find, ...asked } = checkQuery(query)
    if (find === 'match') return this.#match(query as MatchQuery<D>, options)
    if (find === 'reachable') {
      const { from, ...rest } = asked as ReachQuery<D>
      return this.reachable(from, { ...rest, ...options })
    }
    const { from, to, ...rest } = asked as PathQuery<D>
    const all = { ...rest, ...options }
    if (find === 'paths') return this.paths(from, to, all)
    if (find === 'shortestPaths') return this.shortestPaths(from, to, all)
    // One at most; what is no limit is told as such.
    const { limit: most = 1 } = all
    const limit = typeof most === 'number' && most > 1 ? 1 : most
    return this.shortestPaths(from, to, { ...all, limit })
  }

  #paths(from: Entities, to: Entities, options: PathOptions<D>, onlyBest: boolean): Answer<Path> {
    const steps = this.#steps(from, to, options, PATH_OPTIONS)
    return this.#answer('paths', steps, options, (found) => findPaths(found, onlyBest))
  }

  #match(query: MatchQuery<D>, { signal }: Stoppable): Answer<Match | Group> {
    const asked = query as MatchQuery // its names are checked when it is read
    readMatchQuery(this.lens.store, asked)
    const { lens } = this.#narrowed(query)
    const limits = { ...limitsOf(asked), signal, called: 'matches' }
    return new Answer(lens, limits, () => findMatches(this.#narrowed(query).lens, asked))
  }

  /** What a search goes by, checked at once; and again where the graph was changed before anybody read. */
  #steps(
    from: Entities,
    to: Entities | undefined,
    options: PathOptions<D>,
    known: readonly string[],
  ): () => Steps {
    const make = (infer: boolean) => {
      const { lens } = this.#narrowed(options)
      const spec = readSpec(lens, options as PathOptions, known)
      const ends = to === undefined ? NOWHERE : readEntities(lens.store, to, 'to')
      return new Steps(Edges.of(lens, { infer }), spec, readEntities(lens.store, from, 'from'), ends)
    }
    const checked = make(false)
    const { version } = this.lens.store
    // What follows from the statements is found when the answer is read.
    const isReady = () => !options.infer && this.lens.store.version === version
    return () => (isReady() ? checked : make(options.infer ?? false))
  }

  #answer<T>(
    called: string,
    steps: () => Steps,
    options: Limits & Stoppable,
    find: (steps: Steps) => Search<T>,
  ): Answer<T> {
    const { signal, ...limits } = options
    const { lens } = this.#narrowed(options)
    return new Answer(lens, { ...limitsOf(limits), signal, called }, () => find(steps()))
  }

  /** The view that the options of a query narrow this one to; kept, since the same is asked again and again. */
  #narrowed(options: object): View<D> {
    this.#current()
    const asked = Object.entries(options).filter(
      ([name, value]) => value !== undefined && VIEW_OPTIONS.some((option) => option === name),
    )
    if (asked.length === 0) return this
    const key = JSON.stringify(asked.sort(([a], [b]) => byCodeUnits(a, b)))
    let view = this.#views.get(key)
    if (!view) {
      view = this.view(Object.fromEntries(asked) as ViewOptions<D>) // the boundary: `view` checks them
      if (this.#views.size >= MOST_VIEWS) this.#views.clear()
      this.#views.set(key, view)
    }
    return view
  }

  /**
   * The view as a graphology graph of its own: nodes are entities, edges statements (both by id), attributes
   * the records. For graphology's library: metrics, communities, layouts.
   */
  toGraphology(): DirectedGraph {
    return project(this.lens, this.entityRows(), this.lens.statements())
  }

  /**
   * The entities within some steps of one, whatever the direction, with the statements among them, as a
   * graphology graph.
   *
   * @param id the entity in the middle
   * @param depth steps, 1 where not given
   */
  neighbourhood(id: string, depth = 1): DirectedGraph {
    return neighbourhood(this.lens, entityRow(this.lens.store, id, 'id'), depth)
  }

  /**
   * Everything in the view as canonical records: entities by id, then statements by id, claims by source and
   * place: the same whatever the order in which they came.
   */
  *records(): Generator<ExportedRecord> {
    const { store } = this.lens
    const version = this.#current()
    const entities = [...this.entityRows()].filter((row) => store.isDeclared(row))
    for (const row of entities.sort((a, b) => byCodeUnits(store.idOf(a), store.idOf(b)))) {
      this.#unchanged(version)
      yield store.entity(row)!
    }
    const rows = [...this.exportedRows()]
    for (const row of rows.sort((a, b) => byCodeUnits(store.statementId(a), store.statementId(b)))) {
      this.#unchanged(version)
      yield this.exported(row)
    }
  }

  #unchanged(version: number): void {
    if (this.lens.store.version !== version)
      fail('bad-value', 'the graph was changed while it was being read')
  }

  /** How much there is, of which levels, and what the view asks for. */
  override toString(languages?: readonly string[]): string {
    return this.#shown().toString(languages)
  }

  /**
   * The statements of the view as a list in Markdown in which labels are only text, with who says so.
   *
   * @param languages of labels, best first
   * @param rows at most so many, 20 where not given; how many more there are is told
   */
  override toMarkdown(languages?: readonly string[], rows?: number): string {
    return this.#shown().toMarkdown(languages, rows)
  }

  /** @internal All of it. */
  override excerpt(rows?: number, languages?: readonly string[]): Excerpt {
    return this.#shown().excerpt(rows, languages)
  }

  /** @internal */
  override tabulate(languages?: readonly string[], rows?: number): Table {
    return this.#shown().tabulate(languages, rows)
  }

  /** @internal */
  override toText(rows: number): string {
    return this.#shown().toText(rows)
  }

  /** @internal */
  protected override get called(): string {
    return this.lens.criteria.length === 0 ? 'Graph' : 'View'
  }

  #shown(): Statements {
    this.#current()
    return new Statements(Edges.of(this.lens), [...this.lens.statements()], () => this.entityRows())
  }

  /** @internal Rows of the statements that {@link View.records} writes. */
  protected exportedRows(): Iterable<Row> {
    return this.lens.statements()
  }

  /** @internal */
  protected exported(row: Row): ExportedStatement {
    return readStatement(this.lens, row)
  }

  /** @internal Rows of the entities that the view speaks of. */
  protected entityRows(): Iterable<Row> {
    const { store } = this.lens
    const { subject, object } = store.statements.columns
    const { by, source } = store.claims.columns
    const found = new Set<Row>()
    const add = (row: Row) => {
      if (row !== 0 && store.isDeclared(row)) found.add(row)
    }
    const addNamed = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(addNamed)
      else if (typeof value === 'string' && value.includes(':')) add(store.findEntity(value))
    }
    for (const row of this.lens.statements()) {
      add(subject[row]!)
      add(object[row]!)
      Object.values(store.qualifiersOf(row)).forEach(addNamed)
      for (const claim of this.lens.claims(row)) {
        add(by[claim]!)
        add(source[claim]!)
        add(store.provenance.claimant(claim))
        Object.values(store.restOf(claim)).forEach(addNamed)
      }
    }
    return [...found].sort((a, b) => a - b)
  }

  /** Settles merges, so that rows stay what they are while something is read. */
  #current(): number {
    this.lens.store.settle(() => undefined)
    return this.lens.store.version
  }

  *#matching(filter: Filter): Generator<Row> {
    const { store } = this.lens
    const { relation, subject, object, ...qualifiers } = filter
    const names = relation === undefined ? undefined : new Set([relation].flat())
    const asked = names
      ? [...names].map((name) => store.ontology.relation(name))
      : [...store.ontology.relations.values()]
    for (const key of Object.keys(qualifiers)) {
      if (asked.some((one) => one.defining.has(key))) continue
      fail('unknown-field', `no statement asked for has the qualifier '${key}'`, {
        path: [key],
        ...hintOf(
          key,
          asked.flatMap((one) => [...one.defining.keys()]),
        ),
      })
    }
    const from = subject === undefined ? undefined : store.findEntity(String(subject))
    const to = object === undefined ? undefined : store.findEntity(String(object))
    const wanted = Object.entries(qualifiers)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, this.#surviving(String(value))] as const)
    for (const row of this.#near(from, to)) {
      const { columns: c } = store.statements
      const symmetric = store.relationOf(row).symmetric
      const fits =
        (from === undefined || c.subject[row] === from || (symmetric && c.object[row] === from)) &&
        (to === undefined || c.object[row] === to || (symmetric && c.subject[row] === to))
      if (!fits || (names && !names.has(store.relationOf(row).name))) continue
      const stored = store.namedQualifiers(row)
      if (wanted.every(([key, value]) => [stored[key]].flat().includes(value))) yield row
    }
  }

  #surviving(value: string): string {
    const row = this.lens.store.findEntity(value)
    return row === 0 ? value : this.lens.store.idOf(row)
  }

  /** Candidates: the statements at an end that is asked for, or all. */
  *#near(from: Row | undefined, to: Row | undefined): Generator<Row> {
    const end = from ?? to
    if (end === undefined) return yield* this.lens.statements()
    if (end === 0) return
    yield* statementsAt(this.lens.adjacency(), end)
  }
}

/** How many views that queries narrow a view to are kept. */
const MOST_VIEWS = 8
/** Where a search leads that has no end. */
const NOWHERE = { rows: [], single: false }

/** The widest lens for export: every level, and what no claim supports any more. */
export function everything(lens: Lens): Lens {
  return lens.with({ status: new Set(LEVELS) })
}

/** A statement with all its claims, withdrawn ones too, and its status where a claim counts. */
export function exportWhole(all: Lens, row: Row): ExportedStatement {
  const record = readRecord(all, row, all.store.claimsOf(row))
  return all.has(row) ? { ...record, status: readStatement(all, row).status } : record
}

function byId(a: { readonly id: StatementId }, b: { readonly id: StatementId }): number {
  return byCodeUnits(a.id, b.id)
}

/** Any records, for those who write them. */
export type Records = Iterable<StatecraftRecord | ExportedRecord>
