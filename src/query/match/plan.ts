import { canonicalJson } from '../../model/canonical'
import { fail, type IssueCode } from '../../model/issue'
import { Problem } from '../../model/problem'
import { hintOf } from '../../model/suggest'
import type { Ontology, Property, Relation } from '../../ontology/ontology'
import { kindOf, readOne, told } from '../../ontology/values'
import type { Row, Store } from '../../store/store'
import { entityRow, list } from '../options'
import { checkOptions } from '../spec'
import { type Bound, boundEntity, boundStatement } from './bound'
import type { MatchQuery } from './pattern'
import { isVariable, listOf, ownFields, type Path, variableName } from './raw'
import { TIMINGS, type Timing } from './timing'
import { Variables } from './uses'

/** More statements than that make no pattern that anybody can read. */
const MOST_STATEMENTS = 32
/** How many rows a search for matches keeps where no `frontier` is given. */
const FRONTIER = 1_000_000
const MATCH_OPTIONS = [
  'find',
  'where',
  'entities',
  'times',
  'select',
  'groupBy',
  'count',
  'orderBy',
  'infer',
  'broader',
  'limit',
  'budget',
  'frontier',
]

/** A variable of a pattern, by its place in order of first mention. */
export type Place = number

/** What stands in a pattern: a variable, or what must be there. */
export type Term = { readonly variable: Place } | { readonly value: Bound }

/** What a variable can be bound to. */
export interface PlannedVariable {
  /** Without the `?`. */
  readonly name: string
  readonly is: 'entity' | 'statement' | 'thing' | 'value'
  /** One of these types must be there. */
  readonly types: readonly string[] | undefined
  /** It stands in several patterns: no unnamed actor joins them. */
  readonly joins: boolean
}

/** What is asked of a qualifier or detail (or of who claims it, for which no property is given). */
export interface PlannedValue {
  readonly name: string
  readonly variable: Place | undefined
  /** Where no variable: the values that fit, of an entity one that `broader` may widen. */
  readonly values: readonly Bound[]
}

export interface PlannedPattern {
  readonly relations: ReadonlySet<number>
  readonly subject: Term
  readonly object: Term
  readonly id: Place | undefined
  readonly asked: readonly PlannedValue[]
}

export interface PlannedJoin {
  readonly first: Place
  readonly is: Timing
  readonly second: Place
  readonly days: number
  readonly certain: boolean
}

/** A query for matches, checked, with rows for ids and places for variables. */
export interface MatchPlan {
  readonly variables: readonly PlannedVariable[]
  readonly patterns: readonly PlannedPattern[]
  readonly times: readonly PlannedJoin[]
  /** The variables that answers show. */
  readonly columns: readonly Place[]
  /** Each combination of the columns once, or a count of each. */
  readonly gather: 'select' | 'groupBy' | undefined
  readonly count: Place | undefined
  readonly orderBy: readonly { readonly by: Place | 'count'; readonly descending: boolean }[]
  readonly infer: boolean
  readonly broader: boolean
  readonly limit: number
  readonly frontier: number
}

/**
 * Checks a query for matches and finds what it names. It may come from anywhere: only its own keys are looked at, each
 * must be known, and nothing of it is kept as it is. Options of views are left to views.
 *
 * @throws {@link StatecraftError} `unknown-field`, `unknown-relation`, `unknown-type`, `dangling`, `bad-value`;
 * `bad-domain` and `bad-range` for what can never stand where it does, with the place as its path
 */
export function readMatchQuery(store: Store, raw: unknown): MatchPlan {
  const query = ownFields(raw, [], 'a query') as unknown as MatchQuery // the boundary: each part is checked below
  checkOptions(query, MATCH_OPTIONS)
  if (query.find !== 'match') fail('bad-value', "what a pattern is to `find` is 'match'", { path: ['find'] })
  return new Reader(store).read(query)
}

class Reader {
  readonly #store: Store
  readonly #ontology: Ontology
  readonly #variables: Variables

  constructor(store: Store) {
    this.#store = store
    this.#ontology = store.ontology
    this.#variables = new Variables(store.ontology)
  }

  read(query: MatchQuery): MatchPlan {
    const { where, entities = {}, times = [], infer = false, broader = false } = query
    const statements = listOf(where, ['where'], 'statements')
    if (statements.length === 0) fail('bad-value', 'a pattern has a statement to be met', { path: ['where'] })
    if (statements.length > MOST_STATEMENTS)
      fail('bad-value', `a pattern has ${MOST_STATEMENTS} statements at most`, { path: ['where'] })
    const patterns = statements.map((pattern, i) => this.#statement(pattern, i, ['where', `${i}`]))
    this.#variables.pattern = undefined
    const wanted = this.#entities(entities)
    const joins = listOf(times, ['times'], 'joins').map((join, i) => this.#join(join, ['times', `${i}`]))
    const gather = this.#gather(query)
    return {
      variables: this.#variables.all.map(({ place, name, is, patterns: { size } }) => ({
        name: name.slice(1),
        is,
        types: wanted.get(place),
        joins: size > 1,
      })),
      patterns,
      times: joins,
      ...gather,
      orderBy: this.#order(query, gather.gather ? gather.columns : undefined),
      infer,
      broader,
      limit: query.limit ?? Infinity,
      frontier: query.frontier ?? FRONTIER,
    }
  }

  #statement(raw: unknown, number: number, path: Path): PlannedPattern {
    this.#variables.pattern = number
    const { relation, subject, object, id, ...about } = ownFields(raw, path, 'a statement')
    const relations = this.#relations(relation, [...path, 'relation'])
    const from = relations.flatMap((one) => (one.symmetric ? [...one.from, ...one.to] : one.from))
    const to = relations.flatMap((one) => (one.symmetric ? [...one.from, ...one.to] : one.to))
    const names = relations.map((one) => one.name).join(' or ')
    const ends = [
      this.#entityTerm(subject, from, 'bad-domain', `the subject of ${names}`, [...path, 'subject']),
      this.#entityTerm(object, to, 'bad-range', `the object of ${names}`, [...path, 'object']),
    ] as const
    return {
      relations: new Set(relations.map(({ index }) => index)),
      subject: ends[0],
      object: ends[1],
      id: id === undefined ? undefined : this.#statementVariable(id, [...path, 'id']),
      asked: Object.entries(about)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => this.#asked(name, value, relations, names, [...path, name])),
    }
  }

  #relations(raw: unknown, path: Path): readonly Relation[] {
    const names = list(raw)
    if (names.length === 0) fail('bad-value', 'no relation is named', { path })
    return names.map((name) => {
      const found = this.#ontology.relations.get(told(name))
      if (typeof name === 'string' && found) return found
      const relations = this.#ontology.relations.keys()
      return fail('unknown-relation', `there is no relation '${told(name)}'`, {
        path,
        ...hintOf(told(name), relations),
      })
    })
  }

  #statementVariable(raw: unknown, path: Path): Place {
    const name = variableName(raw, path)
    const place = this.#variables.use(name, 'statement', undefined, 'a statement', 'bad-domain', path)
    if (this.#named.has(place))
      fail('bad-value', `'${name}' is another statement already: each meets another`, { path })
    this.#named.add(place)
    return place
  }
  readonly #named = new Set<Place>()

  #entityTerm(
    raw: unknown,
    types: readonly string[] | undefined,
    code: IssueCode,
    role: string,
    path: Path,
  ): Term {
    if (isVariable(raw)) {
      const each = types?.map((type) => [type])
      return { variable: this.#variables.use(variableName(raw, path), 'entity', each, role, code, path) }
    }
    const row = this.#entity(raw, path)
    if (types && this.#store.isDeclared(row) && !this.#store.passesFor(row, types)) {
      const id = this.#store.idOf(row)
      fail(code, `${id} (${this.#store.typesOf(row).join(', ')}) can never be ${role}`, { path })
    }
    return { value: boundEntity(row) }
  }

  #entity(raw: unknown, path: Path): Row {
    if (typeof raw !== 'string')
      return fail('bad-value', `an id or a variable is wanted, not ${kindOf(raw)}`, { path })
    if (!raw.includes(':')) {
      return fail('bad-value', `'${raw.slice(0, 80)}' is neither a variable nor an id`, {
        path,
        hint: "a variable is '?x', an id 'state:KP'",
      })
    }
    return entityRow(this.#store, raw, path)
  }

  #asked(
    name: string,
    raw: unknown,
    relations: readonly Relation[],
    names: string,
    path: Path,
  ): PlannedValue {
    const role = `the '${name}' of ${names}`
    if (name === 'by') return planned(name, this.#entityTerm(raw, ['Actor'], 'bad-range', 'a claimant', path))
    const uses = relations.flatMap((one) => one.defining.get(name) ?? one.details.get(name) ?? [])
    const [property] = uses
    if (!property) {
      const known = relations.flatMap((one) => [...one.defining.keys(), ...one.details.keys()])
      return fail('unknown-field', `${names} has no '${name}'`, {
        path,
        ...hintOf(name, [...known, 'id', 'by']),
      })
    }
    const of = uses.flatMap((use) => use.of)
    const types = of.length > 0 && uses.every((use) => use.of.length > 0) ? of : undefined
    switch (property.kind) {
      case 'entity':
        return planned(name, this.#entityTerm(raw, types, 'bad-range', role, path))
      case 'statement':
      case 'thing':
        return planned(name, this.#thingTerm(raw, property.kind, types, role, path))
      default:
        if (isVariable(raw))
          return planned(name, {
            variable: this.#variables.use(
              variableName(raw, path),
              'value',
              undefined,
              role,
              'bad-range',
              path,
            ),
          })
        return { name, variable: undefined, values: this.#values(raw, uses, role, path) }
    }
  }

  #thingTerm(
    raw: unknown,
    kind: 'statement' | 'thing',
    types: readonly string[] | undefined,
    role: string,
    path: Path,
  ): Term {
    if (isVariable(raw)) {
      const each = kind === 'thing' ? types?.map((type) => [type]) : undefined
      return { variable: this.#variables.use(variableName(raw, path), kind, each, role, 'bad-range', path) }
    }
    if (kind === 'thing' && !(typeof raw === 'string' && raw.startsWith('stmt:')))
      return this.#entityTerm(raw, types, 'bad-range', role, path)
    const row = typeof raw === 'string' ? this.#store.findStatement(raw) : 0
    if (row === 0) fail('dangling', `there is no statement '${told(raw)}' here`, { path })
    return { value: boundStatement(row) }
  }

  /** The values that a property may have where one is asked for: of a closed list also what means it and more. */
  #values(raw: unknown, uses: readonly Property[], role: string, path: Path): readonly Bound[] {
    const [{ kind }] = uses as [Property, ...Property[]] // there is one, as the caller knows
    if (kind === 'text' || kind === 'date' || kind === 'share' || kind === 'point') {
      return fail('bad-value', `${role} cannot be asked for by a value`, { path, hint: "a variable is '?x'" })
    }
    const read = uses.map((use) => readOne(raw, use, { prefixes: this.#store.prefixes }))
    const good = read.filter((value) => !(value instanceof Problem))
    if (good.length === 0) {
      const { message, hint: instead } = read[0] as Problem // none is good
      return fail('bad-value', message, { path, ...(instead ? { hint: instead } : {}) })
    }
    const values = kind === 'choice' ? uses.flatMap((use) => this.#narrower(use, told(raw))) : good
    return [...new Set(values.map(canonicalJson))]
  }

  /** A value of a closed list, and those that its list says mean it and more. */
  #narrower({ list: name, values }: Property, value: string): string[] {
    const found = new Set(values?.has(value) ? [value] : [])
    const entries = Object.entries(this.#ontology.definition.lists[name ?? '']?.values ?? {})
    // A set is read in the order in which it grows.
    for (const wide of found) {
      for (const [narrow, { broader }] of entries) if (broader?.includes(wide)) found.add(narrow)
    }
    return [...found]
  }

  #entities(raw: unknown): ReadonlyMap<Place, readonly string[]> {
    const wanted = new Map<Place, readonly string[]>()
    for (const [name, value] of Object.entries(ownFields(raw, ['entities'], 'what entities are'))) {
      const path = ['entities', name]
      this.#variables.known(name, path)
      const types = list(value).map((type) => {
        if (typeof type === 'string' && this.#ontology.types.has(type)) return type
        return fail('unknown-type', `there is no type '${told(type)}'`, {
          path,
          ...hintOf(told(type), this.#ontology.types.keys()),
        })
      })
      if (types.length === 0) fail('bad-value', 'no type is named', { path })
      const each = types.map((type) => [type])
      const place = this.#variables.use(
        name,
        'entity',
        each,
        `of the type ${types.join(' or ')}`,
        'bad-domain',
        path,
      )
      wanted.set(place, types)
    }
    return wanted
  }

  #join(raw: unknown, path: Path): PlannedJoin {
    const { first, is, second, days, certain = false, ...rest } = ownFields(raw, path, 'a join on time')
    for (const key of Object.keys(rest))
      fail('unknown-field', `a join on time has no '${key}'`, { path: [...path, key] })
    const timing = TIMINGS.find((one) => one === is)
    if (!timing) {
      return fail('bad-value', `times are not compared by '${told(is)}'`, {
        path: [...path, 'is'],
        hint: `one of ${TIMINGS.join(', ')}`,
      })
    }
    if (typeof certain !== 'boolean')
      fail('bad-value', 'certain is true or false', { path: [...path, 'certain'] })
    if (timing !== 'within' && days !== undefined)
      fail('bad-value', `'${timing}' counts no days`, { path: [...path, 'days'] })
    if (timing === 'within' && !(Number.isInteger(days) && (days as number) >= 0))
      fail('bad-value', 'days is a whole number, at least 0', { path: [...path, 'days'] })
    return {
      first: this.#timed(first, [...path, 'first']),
      is: timing,
      second: this.#timed(second, [...path, 'second']),
      days: (days as number | undefined) ?? 0, // checked above
      certain,
    }
  }

  /** A variable that stands for something with a time. */
  #timed(raw: unknown, path: Path): Place {
    const name = variableName(raw, path)
    const { place, is, types } = this.#variables.known(name, path)
    const hasTime = (type: string) => this.#ontology.fields(type).get('when')?.kind === 'date'
    const below = [...this.#ontology.types.keys()]
    const mayHave = (type: string) =>
      hasTime(type) || below.some((one) => this.#ontology.isA(one, type) && hasTime(one))
    const timed =
      is === 'statement' || is === 'thing' || (is === 'entity' && (types?.flat() ?? below).some(mayHave))
    if (!timed) fail('bad-domain', `'${name}' has no time: it is no statement, and no event`, { path })
    return place
  }

  #gather({ select, groupBy, count }: MatchQuery): Pick<MatchPlan, 'columns' | 'gather' | 'count'> {
    if (select !== undefined && groupBy !== undefined)
      fail('bad-value', 'a search has `select` or `groupBy`, not both', { path: ['groupBy'] })
    if (count !== undefined && groupBy === undefined)
      fail('bad-value', 'groups are what counts: `count` goes with `groupBy`', { path: ['count'] })
    const gather = select !== undefined ? 'select' : groupBy !== undefined ? 'groupBy' : undefined
    const named = gather === 'select' ? select : groupBy
    const places =
      gather === undefined
        ? this.#variables.all.map(({ place }) => place)
        : listOf(named, [gather], 'variables').map((name, i) => this.#place(name, [gather, `${i}`]))
    if (gather === 'select' && places.length === 0)
      fail('bad-value', 'no variable is named', { path: ['select'] })
    return {
      columns: [...new Set(places)],
      gather,
      count: count === undefined ? undefined : this.#place(count, ['count']),
    }
  }

  #order({ orderBy = [], groupBy }: MatchQuery, columns: readonly Place[] | undefined): MatchPlan['orderBy'] {
    return listOf(orderBy, ['orderBy'], 'variables').map((raw, i) => {
      const path = ['orderBy', `${i}`]
      const {
        by,
        descending = false,
        ...rest
      } = typeof raw === 'string' ? { by: raw } : ownFields(raw, path, 'an order')
      for (const key of Object.keys(rest))
        fail('unknown-field', `an order has no '${key}'`, { path: [...path, key] })
      if (typeof descending !== 'boolean')
        fail('bad-value', 'descending is true or false', { path: [...path, 'descending'] })
      if (by === 'count') {
        if (groupBy === undefined) fail('bad-value', 'there is no count without `groupBy`', { path })
        return { by, descending }
      }
      const place = this.#place(by, path)
      if (columns && !columns.includes(place))
        fail('bad-value', `'${told(by)}' is not among what is shown`, { path })
      return { by: place, descending }
    })
  }

  #place(raw: unknown, path: Path): Place {
    return this.#variables.known(variableName(raw, path), path).place
  }
}

function planned(name: string, term: Term): PlannedValue {
  return 'variable' in term
    ? { name, variable: term.variable, values: [] }
    : { name, variable: undefined, values: [term.value] }
}
