import type { Mistake } from '../../ontology/definition'
import type {
  From,
  Is,
  KindOf,
  Lineage,
  OneOut,
  RefOf,
  RefToAny,
  RelationName,
  StatementId,
  To,
  TypeName,
  TypesOf,
  Vocabulary,
} from '../../ontology/typing'
import type { Statement } from '../read'

// What a pattern's variables stand for, as far as the compiler follows it. Names as in `src/ontology/typing.ts`: D is
// the vocabulary, R a relation, P a property, K types, V the variables of a pattern, by name without the `?`. What is
// shown on hover is the outcome of a conditional type, so that no alias hides it.

/** A variable of a pattern: `?` and a name. Ids have a colon before anything else, so the two are never confused. */
export type Variable<N extends string = string> = `?${N}`

/** Stands for an entity of one of these types. */
export interface AnEntity<K extends string> {
  readonly entity: K
}
/** Stands for a statement of one of these relations. */
export interface AStatement<R extends string> {
  readonly statement: R
}
/** Stands for a value of a qualifier or detail that names nothing else. */
export interface AValue<T> {
  readonly value: T
}

/** No variables yet. */
export type Nothing = { readonly [N in never]: never }

/** The variables of a pattern, as they are written. */
export type VariableOf<V> = Variable<keyof V & string>

/** The name of a variable; never, for what is none. */
export type NameOf<X> = string extends X ? never : X extends Variable<infer N> ? N : never

/** Of two types that are kin, the narrower. */
type Narrower<D extends Vocabulary, K, L> = K extends string
  ? L extends string
    ? L extends Lineage<D, K>
      ? K
      : K extends Lineage<D, L>
        ? L
        : never
    : never
  : never
type Joined<K> = [K] extends [infer All extends string]
  ? [All] extends [never]
    ? never
    : AnEntity<All>
  : never

/** What something is that is both; never, where nothing can be. */
export type Meet<D extends Vocabulary, A, B> =
  A extends AnEntity<infer K>
    ? B extends AnEntity<infer L>
      ? Joined<Narrower<D, K, L>>
      : never
    : A extends AStatement<infer R>
      ? B extends AStatement<infer S>
        ? string extends R
          ? B
          : string extends S
            ? A
            : [R & S] extends [never]
              ? never
              : AStatement<R & S>
        : never
      : A extends AValue<infer T>
        ? B extends AValue<infer U>
          ? AValue<T & U>
          : never
        : never

/** The variables of a pattern with further ones: those that were there mean what both say. */
export type With<D extends Vocabulary, V, B> = [
  {
    readonly [N in keyof V | keyof B]: N extends keyof V
      ? N extends keyof B
        ? Meet<D, V[N], B[N]>
        : V[N]
      : N extends keyof B
        ? B[N]
        : never
  },
] extends [infer All]
  ? All
  : never
/** The variables of a pattern where one more thing is said of one: as they are, where it is no variable. */
export type Bind<D extends Vocabulary, V, X, M> = [NameOf<X>] extends [never]
  ? V
  : With<D, V, { readonly [N in NameOf<X>]: M }>

// Qualifiers and details.

type Part<D extends Vocabulary, R, S extends 'defining' | 'details'> = R extends keyof D['relations']
  ? D['relations'][R] extends { readonly [P in S]: infer Uses }
    ? Uses
    : unknown
  : never
type UsesOf<D extends Vocabulary, R> = D['everyRelation']['defining'] &
  D['everyRelation']['details'] &
  Part<D, R, 'defining'> &
  Part<D, R, 'details'>
type UseOf<D extends Vocabulary, R, P> = R extends unknown
  ? P extends keyof UsesOf<D, R>
    ? UsesOf<D, R>[P]
    : never
  : never
/** The qualifiers and details of a relation: of several, those of any. */
type PropertyName<D extends Vocabulary, R> = R extends unknown ? keyof UsesOf<D, R> & string : never
/** One value of a property where a relation has it. */
type ValueOf<D extends Vocabulary, R, P> = OneOut<D, P, UseOf<D, R, P>>

/** What a property of a relation stands for. */
type PropertyMeaning<D extends Vocabulary, R, P> = P extends 'id'
  ? R extends infer Any extends string
    ? AStatement<Any>
    : never
  : P extends 'by'
    ? AnEntity<'Actor'>
    : KindOf<D, P> extends infer Kind
      ? Kind extends 'entity'
        ? Joined<TypesOf<D, P, UseOf<D, R, P>>>
        : Kind extends 'statement'
          ? AStatement<string>
          : Kind extends 'thing'
            ? Joined<TypesOf<D, P, UseOf<D, R, P>>> | AStatement<string>
            : AValue<ValueOf<D, R, P>>
      : never

/** What a property may be asked for by: a variable, and what can be told apart by a plain value. */
type Term<D extends Vocabulary, R, P, Kind = KindOf<D, P>> = Kind extends
  | 'choice'
  | 'number'
  | 'integer'
  | 'boolean'
  ? Variable | ValueOf<D, R, P>
  : Kind extends 'text' | 'date' | 'point' | 'share'
    ? Variable
    : string

interface AskedOfAny {
  /** The statement itself, as a variable: what joins on time speak of, and others' qualifiers. */
  readonly id?: Variable
  /** Who claims it: an actor among those whose claims decide what the statement is worth. */
  readonly by?: string
}

/** What may be asked of a statement of a relation beside its ends. */
export type Asked<R, D extends Vocabulary> = AskedOfAny & {
  readonly [P in PropertyName<D, R>]?: Term<D, R, P>
}

/** Variables among what is asked of a statement. */
export type BoundIn<D extends Vocabulary, R, A> = {
  readonly [P in keyof A as NameOf<A[P]>]: PropertyMeaning<D, R, P>
}

// Checks: in place of what is wrong stands what would do, or a sentence.

type Fitting<M> =
  M extends AnEntity<infer K> ? RefToAny<K> : M extends AStatement<string> ? StatementId : never

/**
 * A variable, a ref or an id where something of a meaning is asked. What the compiler knows to be a string alone is
 * left to the check at run time.
 */
export type CheckTerm<D extends Vocabulary, V, X, M, Place extends string> = string extends X
  ? X
  : X extends Variable<infer N>
    ? N extends keyof V
      ? [Meet<D, V[N], M>] extends [never]
        ? Mistake<`${X} can never be ${Place}`>
        : X
      : X
    : X extends Is<never>
      ? X extends Fitting<M>
        ? X
        : Mistake<`this can never be ${Place}`>
      : M extends AValue<unknown>
        ? X
        : X extends `${string}:${string}`
          ? X
          : Mistake<`'${X & string}' is neither a variable, as '?x', nor an id, as 'state:KP'`>

/** What is asked of a statement, with a sentence where it cannot be asked. */
export type CheckAsked<D extends Vocabulary, V, R extends string, A> = {
  readonly [P in keyof A]: P extends PropertyName<D, R> | 'id' | 'by'
    ? CheckTerm<D, V, A[P], PropertyMeaning<D, R, P>, `the '${P}' of ${R}`>
    : Mistake<`${R} has no '${P & string}'`>
}

/** What the subject of a relation is. */
export type SubjectOf<D extends Vocabulary, R> = Joined<From<D, R>>

/** What the object of a relation is; of like with like, given its subject. */
export type ObjectOf<D extends Vocabulary, V, R, S> = R extends keyof D['relations']
  ? D['relations'][R] extends { readonly alike: true }
    ? Joined<Alike<D, V, S, From<D, R>>>
    : Joined<To<D, R>>
  : never
type Alike<D extends Vocabulary, V, S, K> = K extends string
  ? S extends Is<never>
    ? S extends Is<K>
      ? K
      : never
    : NameOf<S> extends keyof V
      ? [Meet<D, V[NameOf<S>], AnEntity<K>>] extends [never]
        ? never
        : K
      : K
  : never

/** Refuses types that a variable can never have. */
export type CheckTypes<D extends Vocabulary, V, X, K extends string> =
  NameOf<X> extends keyof V
    ? [Meet<D, V[NameOf<X>], AnEntity<K>>] extends [never]
      ? Mistake<`${X & string} can never be of the type ${K}`>
      : unknown
    : unknown

/** Types that have a time of their own. */
type Dated<D extends Vocabulary> = {
  [K in TypeName<D>]: D['types'][K] extends { readonly fields: { readonly when: unknown } } ? K : never
}[TypeName<D>]
type HasTime<D extends Vocabulary, M> =
  M extends AStatement<string>
    ? true
    : M extends AnEntity<infer K>
      ? [Narrower<D, K, Dated<D>>] extends [never]
        ? never
        : true
      : never
/** The variables that stand for what has a time: statements, and events. */
export type TimedVariable<D extends Vocabulary, V> = [
  { [N in keyof V]: [HasTime<D, V[N]>] extends [never] ? never : Variable<N & string> }[keyof V],
] extends [infer All]
  ? All
  : never

// What a match gives.

// Of an ontology that the compiler does not know, entities are ids, and statements those of any relation.
type ValueAs<D extends Vocabulary, M> =
  M extends AnEntity<infer K>
    ? RefToEach<D, K>
    : M extends AStatement<infer R>
      ? string extends RelationName<D>
        ? Statement<D>
        : Statement<D, R>
      : M extends AValue<infer T>
        ? T
        : never
type RefToEach<D extends Vocabulary, K> = string extends K ? string : K extends string ? RefOf<D, K> : never

/** What a match binds: refs of entities, statements as records, values as they are. */
export type RowOf<V, D extends Vocabulary> = [{ readonly [N in keyof V]: ValueAs<D, V[N]> }] extends [
  infer Row,
]
  ? Row
  : never
