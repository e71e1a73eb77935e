import { fail } from '../../model/issue'
import type { Ontology } from '../../ontology/ontology'
import type { RelationName, TypeName, Vocabulary } from '../../ontology/typing'
import type { Limits } from '../answer'
import type { ViewOptions } from '../options'
import type { Group, Match } from './matches'
import type { Timing } from './timing'
import type {
  AnEntity,
  Asked,
  Bind,
  BoundIn,
  CheckAsked,
  CheckTerm,
  CheckTypes,
  Nothing,
  ObjectOf,
  RowOf,
  SubjectOf,
  TimedVariable,
  Variable,
  VariableOf,
  With,
} from './variables'

export type { Variable } from './variables'

/**
 * One statement of a pattern. Its ends are ids or variables; further keys are defining qualifiers and details of its
 * relation, each an id, a value or a variable, and `by`: who claims it.
 */
export interface StatementPattern {
  /** A variable for the statement itself. */
  readonly id?: Variable
  /** The relation, or several of which one will do. */
  readonly relation: string | readonly string[]
  readonly subject: string
  readonly object: string
  readonly [property: string]: unknown
}

/** How the times of two variables lie to each other: of statements, or of entities that have a `when`. */
export interface TimeJoin {
  readonly first: Variable
  readonly is: Timing
  readonly second: Variable
  /** With `within`, and only there: at most so many days apart, whichever comes first. */
  readonly days?: number
  /** Drops matches in which this is only possible. */
  readonly certain?: boolean
}

/** A column to order by: smallest first, or `descending`. */
export type OrderKey<C extends string = Variable | 'count'> =
  | C
  | { readonly by: C; readonly descending: true }

/** What a search for matches asks for. Options of a view narrow what it runs over, as `view(…)` does. */
export interface MatchSpec<D extends Vocabulary = Vocabulary> extends ViewOptions<D>, Limits {
  /** Each meets another statement of the view. */
  readonly where: readonly StatementPattern[]
  /** Types that variables must have: one of those given. Unnamed actors count for none. */
  readonly entities?: { readonly [variable: Variable]: TypeName<D> | readonly TypeName<D>[] }
  readonly times?: readonly TimeJoin[]
  /** Only these variables: each combination of their values once. */
  readonly select?: readonly Variable[]
  /** Groups instead of matches: one for each combination of these variables' values. */
  readonly groupBy?: readonly Variable[]
  /** What a group counts: the distinct values of this variable; its matches, where not given. */
  readonly count?: Variable
  readonly orderBy?: readonly OrderKey[]
  /** Also what follows from statements, by the rules of the ontology. A variable for a statement meets stated ones. */
  readonly infer?: boolean
  /** A qualifier asked for by an entity's id also fits what falls under it, by asserted `broader` statements. */
  readonly broader?: boolean
}

/** A search for matches as a plain value. */
export interface MatchQuery<D extends Vocabulary = Vocabulary> extends MatchSpec<D> {
  readonly find: 'match'
}

/** What a pattern can be told beside what it is to meet. */
export type MatchOptions<D extends Vocabulary> = ViewOptions<D> &
  Limits &
  Pick<MatchSpec<D>, 'infer' | 'broader'>

declare const found: unique symbol

/** Something to ask for that says, in the types only, what it is answered with. */
export interface Asking<F> {
  readonly query: { readonly find: 'match' }
  readonly [found]?: F
}

/** What all patterns can: they hold a query, and order what it finds. Each call returns a new one. */
abstract class Asks<D extends Vocabulary, C extends string, F> implements Asking<F> {
  /** The plain value: it can be written as JSON, kept, sent, and asked again. */
  readonly query: MatchQuery<D>
  declare readonly [found]?: F

  /** @internal Made by {@link pattern}. */
  constructor(query: MatchQuery<D>) {
    this.query = query
  }

  /**
   * Orders the answer: entities and statements by id, numbers by size, texts by code units. Ties, and everything
   * where this is not called, are in the order of all variables, first mentioned first, and then of statement ids.
   *
   * @param columns what to order by, most important first; `{ by, descending: true }` turns one around
   */
  orderBy(...columns: readonly OrderKey<C>[]): this {
    return this.copy({ ...this.query, orderBy: columns as readonly OrderKey[] })
  }

  /**
   * Says over what to search, and how long: the options of a view, limits, `infer` and `broader`.
   *
   * @param options added to those given before
   */
  options(options: MatchOptions<D>): this {
    return this.copy({ ...this.query, ...options })
  }

  /** The plain value, for `JSON.stringify`. */
  toJSON(): MatchQuery<D> {
    return this.query
  }

  /** @internal One of its own kind. */
  protected abstract copy(query: MatchQuery<D>): this
}

/**
 * A small graph with variables, to be met by statements: `kg.match((m) => m.where(…))`. A variable that stands in two
 * places stands for the same thing. What the variables can be follows from the ontology: a pattern that nothing can
 * ever meet does not compile.
 *
 * @typeParam V what each variable stands for, by its name
 *
 * @example
 * ```ts
 * import { core, createGraph, pattern } from 'statecraft'
 *
 * const embargoed = pattern(core)
 *   .where('?a', 'supplies', '?b', { id: '?supply', item: '?item' })
 *   .where('?c', 'sanctions', '?b', { id: '?embargo', measures: 'arms-embargo' })
 *   .entity('?a', 'State')
 *   .during('?supply', '?embargo')
 * for (const { row, certain } of createGraph().match(embargoed)) {
 *   console.log(row.a, row.item, row.supply.status.level, certain)
 * }
 * ```
 */
export class Pattern<D extends Vocabulary, V = Nothing> extends Asks<D, VariableOf<V>, Match<RowOf<V, D>>> {
  /**
   * One more statement that must be there, another than those before.
   *
   * @param subject a variable, a ref or an id
   * @param relation one, or several of which any will do; symmetric ones are met both ways round
   * @param object a variable, a ref or an id
   * @param about what else is asked of it, each an id, a value of its list, or a variable: defining qualifiers;
   * details and `by`, of which one deciding claim must have all; and `id`, a variable for the statement itself
   *
   * @example
   * ```ts
   * import { core, pattern } from 'statecraft'
   *
   * pattern(core).where('?who', 'condemns', '?whom', { id: '?condemnation', over: '?act' })
   * ```
   */
  where<
    const S extends string,
    const R extends RelationName<D>,
    const O extends string,
    const A extends Asked<R, D> = Nothing,
  >(
    subject: S & CheckTerm<D, V, S, SubjectOf<D, R>, `the subject of ${R}`>,
    relation: R | readonly R[],
    object: O & CheckTerm<D, Bind<D, V, S, SubjectOf<D, R>>, O, ObjectOf<D, V, R, S>, `the object of ${R}`>,
    about?: A & CheckAsked<D, Bind<D, Bind<D, V, S, SubjectOf<D, R>>, O, ObjectOf<D, V, R, S>>, R, A>,
  ): Pattern<D, With<D, Bind<D, Bind<D, V, S, SubjectOf<D, R>>, O, ObjectOf<D, V, R, S>>, BoundIn<D, R, A>>> {
    const statement: StatementPattern = { ...about, subject, relation, object }
    return new Pattern({ ...this.query, where: [...this.query.where, statement] })
  }

  /**
   * Says of what type an entity must be. Unnamed actors are of none.
   *
   * @param variable one that stands for an entity
   * @param type a type, or several of which one will do; descendants fit
   * @throws {@link StatecraftError} `bad-value`, where it was said before
   */
  entity<const X extends VariableOf<V>, const K extends TypeName<D>>(
    variable: X,
    type: (K | readonly K[]) & CheckTypes<D, V, X, K>,
  ): Pattern<D, Bind<D, V, X, AnEntity<K>>> {
    const types = type as K | readonly K[] // the boundary: what is left of the check
    if (this.query.entities && Object.hasOwn(this.query.entities, variable))
      fail('bad-value', `the type of '${variable}' is given already`, { path: ['entities', variable] })
    return new Pattern({ ...this.query, entities: { ...this.query.entities, [variable]: types } })
  }

  /**
   * The first is nowhere outside the time of the second.
   *
   * @param first a statement, or an event
   * @param second a statement, or an event
   * @param options `certain: true` drops matches in which that is only possible
   */
  during(
    first: TimedVariable<D, V>,
    second: TimedVariable<D, V>,
    options?: { readonly certain?: boolean },
  ): this {
    return this.#timed({ ...options, first: first as Variable, is: 'during', second: second as Variable })
  }

  /** The two share a day. As {@link Pattern.during}. */
  overlaps(
    first: TimedVariable<D, V>,
    second: TimedVariable<D, V>,
    options?: { readonly certain?: boolean },
  ): this {
    return this.#timed({ ...options, first: first as Variable, is: 'overlaps', second: second as Variable })
  }

  /** The first is over before the second begins. As {@link Pattern.during}. */
  before(
    first: TimedVariable<D, V>,
    second: TimedVariable<D, V>,
    options?: { readonly certain?: boolean },
  ): this {
    return this.#timed({ ...options, first: first as Variable, is: 'before', second: second as Variable })
  }

  /** The first begins when the second is over. As {@link Pattern.during}. */
  after(
    first: TimedVariable<D, V>,
    second: TimedVariable<D, V>,
    options?: { readonly certain?: boolean },
  ): this {
    return this.#timed({ ...options, first: first as Variable, is: 'after', second: second as Variable })
  }

  /**
   * The two are not far apart, whichever comes first; add {@link Pattern.after} to say which.
   *
   * @param first a statement, or an event
   * @param second a statement, or an event
   * @param days at most so many between the end of the one and the start of the other: 1 for neighbouring days
   * @param options `certain: true` drops matches in which that is only possible
   */
  within(
    first: TimedVariable<D, V>,
    second: TimedVariable<D, V>,
    days: number,
    options?: { readonly certain?: boolean },
  ): this {
    return this.#timed({
      ...options,
      first: first as Variable,
      is: 'within',
      second: second as Variable,
      days,
    })
  }

  /**
   * Only these variables, each combination of values once. A row is as strong as the strongest match that gives it.
   *
   * @param variables at least one
   */
  select<const X extends VariableOf<V>>(
    ...variables: readonly [X, ...X[]]
  ): Selection<D, { readonly [N in keyof V as Variable<N & string> extends X ? N : never]: V[N] }> {
    return new Selection({ ...this.query, select: variables })
  }

  /**
   * Groups instead of matches: one for each combination of these variables' values, with how many matches it has and
   * what these are worth.
   *
   * @param variables none for one group of all
   */
  groupBy<const X extends VariableOf<V>>(
    ...variables: readonly X[]
  ): Grouping<D, V, { readonly [N in keyof V as Variable<N & string> extends X ? N : never]: V[N] }> {
    return new Grouping({ ...this.query, groupBy: variables })
  }

  #timed(join: TimeJoin): this {
    return this.copy({ ...this.query, times: [...(this.query.times ?? []), join] })
  }

  protected override copy(query: MatchQuery<D>): this {
    return new Pattern<D, V>(query) as this // there is no subclass
  }
}

/** A pattern of which some variables are asked for. Made by {@link Pattern.select}. */
export class Selection<D extends Vocabulary, V> extends Asks<D, VariableOf<V>, Match<RowOf<V, D>>> {
  protected override copy(query: MatchQuery<D>): this {
    return new Selection<D, V>(query) as this // there is no subclass
  }
}

/** A pattern whose matches are counted. Made by {@link Pattern.groupBy}. */
export class Grouping<D extends Vocabulary, V, G> extends Asks<
  D,
  VariableOf<G> | 'count',
  Group<RowOf<G, D>>
> {
  /**
   * What a group counts: the distinct values of a variable, not its matches.
   *
   * @example
   * ```ts
   * import { core, pattern } from 'statecraft'
   *
   * // To how many recipients does each state supply anything?
   * pattern(core).where('?a', 'supplies', '?b').entity('?a', 'State').groupBy('?a').count('?b')
   * ```
   */
  count(variable: VariableOf<V>): this {
    return this.copy({ ...this.query, count: variable })
  }

  protected override copy(query: MatchQuery<D>): this {
    return new Grouping<D, V, G>(query) as this // there is no subclass
  }
}

/**
 * Begins a pattern that belongs to no graph: to be kept, written as JSON, or asked of several.
 *
 * @param _ontology what its relations and types are from; a pattern only takes its types from it
 */
export function pattern<D extends Vocabulary>(_ontology?: Ontology<D>): Pattern<D> {
  return new Pattern({ find: 'match', where: [] })
}
