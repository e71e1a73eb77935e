import type { ClaimBase } from '../model/claim'
import type { Id } from '../model/id'
import type { EntityBase, EntityBaseInput } from '../model/record'
import type { Text, TextInput } from '../model/text'
import type { Kind, OntologyDefinition, PropertyUses } from './definition'

declare const tag: unique symbol

/** Carries, in the types only, what an entity is. */
export interface Is<K> {
  readonly [tag]: (type: K) => void
}

/**
 * The id of an entity whose type the compiler knows. `Ref<'Actor'>` asks for an actor; what `kg.add('State', …)`
 * returns is a `Ref<'State' | 'Jurisdiction' | 'Actor'>`: all of these at once. At run time it is the id, a string.
 */
export type Ref<K extends string> = Id & Is<K>

/** A ref of one of several types. */
export type RefToAny<K extends string> = K extends string ? Ref<K> : never

/** The id of a statement, `stmt:…`. */
export type StatementId = Ref<'Statement'>

/** An id that the compiler knows nothing about. */
export type PlainId = Id & { readonly [tag]?: never }

/** Any part of a vocabulary, for the types below. */
export type Vocabulary = OntologyDefinition

export type TypeName<D extends Vocabulary> = keyof D['types'] & string
export type RelationName<D extends Vocabulary> = keyof D['relations'] & string

/** A type and its ancestors. */
export type Lineage<D extends Vocabulary, K extends string> = K extends keyof D['types']
  ? K | (D['types'][K] extends { readonly extends: infer P extends string } ? Lineage<D, P> : never)
  : never

/** A type, its ancestors, and its descendants. */
export type Kin<D extends Vocabulary, K extends string> =
  | Lineage<D, K>
  | { [T in TypeName<D>]: K extends Lineage<D, T> ? T : never }[TypeName<D>]

/** One type or several. */
export type TypeNames<D extends Vocabulary> = TypeName<D> | readonly TypeName<D>[]
type OneOf<K> = K extends readonly (infer T extends string)[] ? T : K extends string ? K : never

/** The ref that `add` returns: the types it was added with, and their ancestors. */
export type RefOf<D extends Vocabulary, K> = Ref<Lineage<D, OneOf<K>>>

type Intersection<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void ? I : never

// Values, as they are given (`In`) and as they come out (`Out`).

interface PlainIn {
  string: string
  text: TextInput
  date: string
  number: number
  integer: number
  boolean: boolean
  url: string
  share: number | readonly [low: number, high: number]
  currency: string
  language: string
  point: { readonly lat: number; readonly lon: number }
}
interface PlainOut extends Omit<PlainIn, 'text'> {
  text: Text
}

type KindOf<D extends Vocabulary, P> = P extends keyof D['properties'] ? D['properties'][P]['kind'] : never
type TypesOf<D extends Vocabulary, P, U> = U extends { readonly of: readonly (infer T extends string)[] }
  ? T
  : P extends keyof D['properties']
    ? D['properties'][P] extends { readonly of: readonly (infer T extends string)[] }
      ? T
      : TypeName<D>
    : never
type ListOf<D extends Vocabulary, P, U> = U extends { readonly list: infer L }
  ? L
  : P extends keyof D['properties']
    ? D['properties'][P] extends { readonly list: infer L }
      ? L
      : never
    : never
type Choice<D extends Vocabulary, P, U> =
  ListOf<D, P, U> extends infer L extends keyof D['lists'] ? keyof D['lists'][L]['values'] & string : never

type OneIn<D extends Vocabulary, P, U, K extends Kind = KindOf<D, P>> = K extends keyof PlainIn
  ? PlainIn[K]
  : K extends 'choice'
    ? Choice<D, P, U>
    : K extends 'entity'
      ? RefToAny<TypesOf<D, P, U>>
      : K extends 'statement'
        ? StatementId
        : RefToAny<TypesOf<D, P, U>> | StatementId
type OneOut<D extends Vocabulary, P, U, K extends Kind = KindOf<D, P>> = K extends keyof PlainOut
  ? PlainOut[K]
  : K extends 'choice'
    ? Choice<D, P, U>
    : string
type ValueIn<D extends Vocabulary, P, U> = U extends { readonly many: true }
  ? OneIn<D, P, U> | readonly OneIn<D, P, U>[]
  : OneIn<D, P, U>
type ValueOut<D extends Vocabulary, P, U> = U extends { readonly many: true }
  ? readonly OneOut<D, P, U>[]
  : OneOut<D, P, U>

type RequiredIn<Uses> = {
  [P in keyof Uses]: Uses[P] extends { readonly required: true } ? P : never
}[keyof Uses]
type OptionalValues<D extends Vocabulary, Uses> = { readonly [P in keyof Uses]?: ValueIn<D, P, Uses[P]> }
type Values<D extends Vocabulary, Uses> = OptionalValues<D, Omit<Uses, RequiredIn<Uses>>> & {
  readonly [P in RequiredIn<Uses>]: ValueIn<D, P, Uses[P]>
}
type ValuesOut<D extends Vocabulary, Uses> = { readonly [P in keyof Uses]?: ValueOut<D, P, Uses[P]> }

// Entities.

type OwnFields<D extends Vocabulary, K> = K extends keyof D['types']
  ? D['types'][K] extends { readonly fields: infer F }
    ? F
    : never // not unknown, which would swallow the fields of the others
  : never
/** The fields of a type and its ancestors. */
export type FieldsOf<D extends Vocabulary, K extends string> = Intersection<OwnFields<D, Lineage<D, K>>>

/** What `add` takes for a type (or several). */
export type EntityInput<D extends Vocabulary, K> = EntityBaseInput & Values<D, FieldsOf<D, OneOf<K>>>

/** An entity as it comes out. */
export type Entity<D extends Vocabulary, K extends string = string> = EntityBase &
  (string extends K ? { readonly [field: string]: unknown } : ValuesOut<D, FieldsOf<D, K>>)

// Statements.

type RelationOf<D extends Vocabulary, R> = R extends keyof D['relations'] ? D['relations'][R] : never
type Ends<List> = List extends readonly (infer T extends string)[] ? T : never

/** Types of the subject of a relation. */
export type From<D extends Vocabulary, R> = Ends<RelationOf<D, R>['from']>
/** Types of the object of a relation. */
export type To<D extends Vocabulary, R> = Ends<RelationOf<D, R>['to']>

type SameEnd<From, S> = From extends string ? (S extends Is<From> ? Ref<From> : never) : never
/** What a relation takes as its object, given its subject. */
export type ObjectRef<D extends Vocabulary, R, S> =
  RelationOf<D, R> extends { readonly alike: true } ? SameEnd<From<D, R>, S> : RefToAny<To<D, R>>

type UsesIn<D extends Vocabulary, R, Part extends 'defining' | 'details'> = D['everyRelation'][Part] &
  (RelationOf<D, R> extends { readonly [P in Part]: infer U extends PropertyUses } ? U : unknown)

/** Values by which the statements of a relation may be asked for. */
export type DefiningValues<D extends Vocabulary, R> = {
  readonly [P in keyof UsesIn<D, R, 'defining'>]?: string
}

type Defining<D extends Vocabulary, R> = Values<D, UsesIn<D, R, 'defining'>>
type Details<D extends Vocabulary, R> = UsesIn<D, R, 'details'>

/** What every claim may be given: actors and sources by ref or by id. */
export interface ClaimBaseInput extends Omit<ClaimBase, 'by' | 'source' | 'via'> {
  readonly by?: Ref<'Actor'> | PlainId
  readonly source?: Ref<'Source'> | PlainId
  readonly via?: Ref<'Actor'> | PlainId
}

/** A claim about a statement of a relation, with its own details. */
export type ClaimInput<D extends Vocabulary, R> = ClaimBaseInput & OptionalValues<D, Details<D, R>>

type DescribedClaim<D extends Vocabulary, R> =
  | (ClaimBaseInput & Values<D, Details<D, R>>)
  | (ClaimInput<D, R> & { readonly stance: 'denies' })

type Spell = {
  /** Tells apart repeated events or spells between the same ends; the start of `when` where not given. */
  readonly occurrence?: string
}

/** What `relate` takes beside the two ends. Details written here apply to all the claims. */
export type StatementInput<D extends Vocabulary, R> = Defining<D, R> &
  Spell &
  ([RequiredIn<Details<D, R>>] extends [never]
    ? OptionalValues<D, Details<D, R>> & { readonly claims: readonly ClaimInput<D, R>[] }
    :
        | (Values<D, Details<D, R>> & { readonly claims: readonly ClaimInput<D, R>[] })
        | (OptionalValues<D, Omit<Details<D, R>, RequiredIn<Details<D, R>>>> & {
            readonly claims: readonly DescribedClaim<D, R>[]
          }))

/** What `relate` takes on a source's own face: one claim, its source given; `asserts` where no stance is. */
export type SourcedInput<D extends Vocabulary, R> = Defining<D, R> &
  Spell &
  Partial<Omit<ClaimBaseInput, 'source' | 'stance'>> &
  (
    | (Values<D, Details<D, R>> & { readonly stance?: Exclude<ClaimBase['stance'], 'denies'> })
    | (OptionalValues<D, Details<D, R>> & { readonly stance: 'denies' })
  )

/** A claim as it comes out, with the details of its relation. */
export type Claim<D extends Vocabulary, R extends string = string> = ClaimBase & {
  readonly id: string
} & (string extends R ? { readonly [detail: string]: unknown } : ValuesOut<D, Details<D, R>>)

/** A statement as it comes out, without what a view knows about it. */
export type StatementOf<D extends Vocabulary, R extends string = string> = {
  readonly id: StatementId
  readonly relation: R
  readonly subject: Id
  readonly object: Id
  readonly occurrence: string
  readonly claims: readonly Claim<D, R>[]
} & (string extends R ? { readonly [qualifier: string]: unknown } : ValuesOut<D, UsesIn<D, R, 'defining'>>)
