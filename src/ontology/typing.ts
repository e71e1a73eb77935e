import type { ClaimBase } from '../model/claim'
import type { Id } from '../model/id'
import type { EntityBase, EntityBaseInput, EntityRecord } from '../model/record'
import type { Text, TextInput } from '../model/text'
import type { Kind, OntologyDefinition, PropertyUses } from './definition'

declare const tag: unique symbol

/** Carries, in the types only, what an entity is. An interface, so that errors name it and go no deeper. */
export interface Is<in K extends string> {
  readonly [tag]: Asked<K>
}
type Asked<in K extends string> = (type: K) => void

/**
 * The id of an entity whose type the compiler knows. `Ref<'Actor'>` asks for an actor; what `kg.add('State', …)`
 * returns is a `Ref<'State' | 'Jurisdiction' | 'Actor'>`: all of these at once. At run time it is the id, a string.
 *
 * It is no {@link Id} to the compiler: whatever takes any id would take a ref of any type too, and a technology
 * could make a claim.
 */
export type Ref<K extends string> = string & Is<K>

/** A ref of one of several types; any string, where the ontology is not known to the compiler. */
export type RefToAny<K extends string> = string extends K ? string : K extends string ? Ref<K> : never

/** The id of a statement, `stmt:…`. */
export type StatementId = Ref<'Statement'>

/** An id that the compiler knows nothing about: no ref, neither of the right type nor of a wrong one. */
export type PlainId = Id

/** Any part of a vocabulary, for the types below. */
export type Vocabulary = OntologyDefinition

// Errors name a type by its alias, with the arguments of that: one of them here is a whole vocabulary. So names and
// refs are the outcome of conditional types, which have no alias; and what is given to `add` and `relate` is of a
// type whose alias has the vocabulary last: `About<"sanctions", Core>`.

export type TypeName<D extends Vocabulary> = Extract<keyof D['types'], string>
export type RelationName<D extends Vocabulary> = Extract<keyof D['relations'], string>
/** Types without a parent: whatever there is descends from one of them. */
export type RootName<D extends Vocabulary> = {
  [K in TypeName<D>]: D['types'][K] extends { readonly extends: string } ? never : K
}[TypeName<D>]

/** A type and its ancestors. */
export type Lineage<D extends Vocabulary, K extends string> = K extends keyof D['types']
  ? K | (D['types'][K] extends { readonly extends: infer P extends string } ? Lineage<D, P> : never)
  : never

/** A type, its ancestors, and its descendants. */
export type Kin<D extends Vocabulary, K extends string> = [
  Lineage<D, K> | { [T in TypeName<D>]: [K] extends [Lineage<D, T>] ? T : never }[TypeName<D>],
] extends [infer All extends string]
  ? All
  : never

/** Values by the names of an ontology that the compiler does not know. */
interface Unchecked {
  readonly [name: string]: unknown
}

/** One type or several. */
export type TypeNames<D extends Vocabulary> = [TypeName<D>] extends [infer T] ? T | readonly T[] : never
type OneOf<K> = K extends readonly (infer T extends string)[] ? T : K extends string ? K : never

/** The ref that `add` returns: the types it was added with, and their ancestors. */
export type RefOf<D extends Vocabulary, K> = [Lineage<D, OneOf<K>>] extends [infer All extends string]
  ? Ref<All>
  : never

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

/** The kind of a property. */
export type KindOf<D extends Vocabulary, P> = P extends keyof D['properties']
  ? D['properties'][P]['kind']
  : never
/** The types that an entity may have in a property, where a use `U` of it may narrow them. */
export type TypesOf<D extends Vocabulary, P, U> = U extends {
  readonly of: readonly (infer T extends string)[]
}
  ? T
  : P extends keyof D['properties']
    ? D['properties'][P] extends { readonly of: readonly (infer T extends string)[] }
      ? T
      : RootName<D>
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
/** One value of a property as it comes out. */
export type OneOut<D extends Vocabulary, P, U, K extends Kind = KindOf<D, P>> = K extends keyof PlainOut
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
type RequiredValues<D extends Vocabulary, Uses> = {
  readonly [P in RequiredIn<Uses>]: ValueIn<D, P, Uses[P]>
}
type Values<D extends Vocabulary, Uses> = OptionalValues<D, Omit<Uses, RequiredIn<Uses>>> &
  RequiredValues<D, Uses>
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
export type EntityInput<D extends Vocabulary, K> =
  string extends TypeName<D> ? EntityBaseInput & Unchecked : [K] extends [infer T] ? Fields<T, D> : never

type AllFields<D extends Vocabulary, K> = EntityBaseInput & Values<D, FieldsOf<D, OneOf<K>>>
type Fields<K, D extends Vocabulary> = { [F in keyof AllFields<D, K>]: AllFields<D, K>[F] }

type EntityParts<K extends string, D extends Vocabulary> = EntityBase & ValuesOut<D, FieldsOf<D, K>>
type EntityOf<K extends string, D extends Vocabulary> = {
  [F in keyof EntityParts<K, D>]: EntityParts<K, D>[F]
}

/** An entity as it comes out. One of a type that is known is also an entity of `string`. */
export type Entity<D extends Vocabulary, K extends string = string> = string extends K | TypeName<D>
  ? EntityRecord
  : EntityOf<K, D>

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

/** Values by which the statements of a relation may be asked for: ids, and values of closed lists. */
export type DefiningValues<D extends Vocabulary, R> = AskedValues<D, UsesIn<D, R, 'defining'>>
type AskedValues<D extends Vocabulary, Uses> = {
  readonly [P in keyof Uses]?: KindOf<D, P> extends 'choice' ? Choice<D, P, Uses[P]> : string
}

type Defining<D extends Vocabulary, R> = Values<D, UsesIn<D, R, 'defining'>>
type Details<D extends Vocabulary, R> = UsesIn<D, R, 'details'>

/** What every claim may be given: actors and sources by ref or by id. */
export interface ClaimBaseInput extends Omit<ClaimBase, 'by' | 'source' | 'via'> {
  readonly by?: Ref<'Actor'> | PlainId
  readonly source?: Ref<'Source'> | PlainId
  readonly via?: Ref<'Actor'> | PlainId
}

/** A claim about a statement of a relation (of several: of one of them), with its own details. */
export type ClaimInput<D extends Vocabulary, R> =
  string extends RelationName<D>
    ? ClaimBaseInput & Unchecked
    : [RelationName<D>] extends [R]
      ? ClaimAboutAny<D>
      : R extends unknown
        ? ClaimAbout<R, D>
        : never

/** What is a detail of some relation. */
type AnyDetail<D extends Vocabulary> =
  | keyof D['everyRelation']['details']
  | {
      [R in RelationName<D>]: D['relations'][R] extends { readonly details: infer U } ? keyof U : never
    }[RelationName<D>]
// One union of the claims about sixty relations is right, and costs 19 000 instantiations. So where the relation is
// not known a detail takes what its property takes anywhere; the rest is found when it runs.
type AnyUse<D extends Vocabulary, P> = P extends keyof D['properties']
  ? D['properties'][P] extends { readonly kind: 'choice'; readonly list?: never }
    ? string | readonly string[]
    : ValueIn<D, P, { readonly many: true }>
  : never
/** A claim about a statement of a relation that is not known. */
type ClaimAboutAny<D extends Vocabulary> = ClaimBaseInput & {
  readonly [P in AnyDetail<D>]?: AnyUse<D, P>
}

type ClaimParts<R, D extends Vocabulary> = ClaimBaseInput & OptionalValues<D, Details<D, R>>
type ClaimAbout<R, D extends Vocabulary> = { [K in keyof ClaimParts<R, D>]: ClaimParts<R, D>[K] }

/** A claim that has what its relation asks for, unless it is a denial. */
type FullClaim<R, D extends Vocabulary> =
  | (ClaimBaseInput & Values<D, Details<D, R>>)
  | (ClaimParts<R, D> & { readonly stance: 'denies' })

interface Spell {
  /** Tells apart repeated events or spells between the same ends; the start of `when` where not given. */
  readonly occurrence?: string
}

/** What `relate` takes beside the two ends. Details written here apply to all the claims. */
export type StatementInput<D extends Vocabulary, R> =
  string extends RelationName<D>
    ? Spell & Unchecked & { readonly claims: readonly ClaimInput<D, R>[] }
    : [RequiredIn<Details<D, R>>] extends [never]
      ? About<R, D>
      : // in this order, for the compiler explains the last one where neither fits
        [AboutEach<R, D>, About<R, D>] extends [infer Each, infer AtOnce]
        ? Each | AtOnce
        : never

type AboutParts<R, D extends Vocabulary> = Defining<D, R> &
  Spell &
  Values<D, Details<D, R>> & { readonly claims: readonly ClaimInput<D, R>[] }
type About<R, D extends Vocabulary> = { [K in keyof AboutParts<R, D>]: AboutParts<R, D>[K] }

type EachParts<R, D extends Vocabulary> = Defining<D, R> &
  Spell &
  OptionalValues<D, Omit<Details<D, R>, RequiredIn<Details<D, R>>>> & {
    readonly claims: readonly FullClaim<R, D>[]
  }
type AboutEach<R, D extends Vocabulary> = { [K in keyof EachParts<R, D>]: EachParts<R, D>[K] }

/** What `relate` takes on a source's own face: one claim, its source given; `asserts` where no stance is. */
export type SourcedInput<D extends Vocabulary, R> =
  string extends RelationName<D>
    ? OneClaim<Unchecked & { readonly stance?: ClaimBase['stance'] }>
    : [RequiredIn<Details<D, R>>] extends [never]
      ? AboutSourced<R, D, ClaimBase['stance']>
      : [AboutDenial<R, D>, AboutSourced<R, D>] extends [infer Denial, infer Other]
        ? Denial | Other
        : never

type Positive = Exclude<ClaimBase['stance'], 'denies'>
type OneClaim<S> = Partial<Omit<ClaimBaseInput, 'source' | 'stance'>> & Spell & S
type SourcedParts<R, D extends Vocabulary, S extends ClaimBase['stance']> = Defining<D, R> &
  Values<D, Details<D, R>> &
  OneClaim<{ readonly stance?: S }>
type AboutSourced<R, D extends Vocabulary, S extends ClaimBase['stance'] = Positive> = {
  [K in keyof SourcedParts<R, D, S>]: SourcedParts<R, D, S>[K]
}

type DenialParts<R, D extends Vocabulary> = Defining<D, R> &
  OptionalValues<D, Details<D, R>> &
  OneClaim<{ readonly stance: 'denies' }>
type AboutDenial<R, D extends Vocabulary> = { [K in keyof DenialParts<R, D>]: DenialParts<R, D>[K] }

/** The last argument of `relate` on a source's own face: it may be left out where nothing is required. */
export type SourcedArguments<D extends Vocabulary, R> = [RequiredIn<Details<D, R>>] extends [never]
  ? [about?: SourcedInput<D, R>]
  : [about: SourcedInput<D, R>]

type ClaimOutParts<R, D extends Vocabulary> = ClaimBase & { readonly id: string } & ValuesOut<
    D,
    Details<D, R>
  >
type ClaimOf<R, D extends Vocabulary> = { [K in keyof ClaimOutParts<R, D>]: ClaimOutParts<R, D>[K] }
/** A claim of a relation that is not known: details are whatever they are. */
interface AnyClaim extends ClaimBase {
  readonly id: string
  readonly [detail: string]: unknown
}

/** A claim as it comes out, with the details of its relation. */
export type Claim<D extends Vocabulary, R extends string = string> = string extends R
  ? AnyClaim
  : ClaimOf<R, D>

interface StatementBase<R extends string> {
  readonly id: StatementId
  readonly relation: R
  readonly subject: Id
  readonly object: Id
  readonly occurrence: string
}
type StatementParts<R extends string, D extends Vocabulary> = StatementBase<R> & {
  readonly claims: readonly Claim<D, R>[]
} & ValuesOut<D, UsesIn<D, R, 'defining'>>
type StatementAbout<R extends string, D extends Vocabulary> = {
  [K in keyof StatementParts<R, D>]: StatementParts<R, D>[K]
}
/** A statement of a relation that is not known: qualifiers are whatever they are. */
interface AnyStatement extends StatementBase<string> {
  readonly claims: readonly AnyClaim[]
  readonly [qualifier: string]: unknown
}

/**
 * A statement as it comes out, without what a view knows about it. Of several relations it is one of several
 * types, told apart by `relation`; one of any of them is also a statement of `string`.
 */
export type StatementOf<D extends Vocabulary, R extends string = string> = string extends R
  ? AnyStatement
  : R extends string
    ? StatementAbout<R, D>
    : never

// Records as JSON has them: what is given is named by id, and nothing is known of what an id names.

type OneRecorded<D extends Vocabulary, P, U, K extends Kind = KindOf<D, P>> = K extends keyof PlainIn
  ? PlainIn[K]
  : K extends 'choice'
    ? Choice<D, P, U>
    : string
type Recorded<D extends Vocabulary, Uses> = {
  readonly [P in keyof Uses]?: Uses[P] extends { readonly many: true }
    ? OneRecorded<D, P, Uses[P]> | readonly OneRecorded<D, P, Uses[P]>[]
    : OneRecorded<D, P, Uses[P]>
}

interface EntityJsonBase extends Omit<EntityBaseInput, 'label'> {
  /** There, unless the entity is `unnamed`. */
  readonly label?: TextInput
  readonly unnamed?: boolean
}
type EntityJsonParts<K extends string, D extends Vocabulary> = EntityJsonBase & {
  readonly type: K | readonly TypeName<D>[]
} & Recorded<D, FieldsOf<D, K>>
/** An entity of a type (or several at once) as a record that a reader takes without a word. */
export type EntityJson<D extends Vocabulary, K extends string = string> = string extends K
  ? EntityJsonBase & {
      readonly type: TypeName<D> | readonly TypeName<D>[]
      readonly [field: string]: unknown
    }
  : { [F in keyof EntityJsonParts<K, D>]: EntityJsonParts<K, D>[F] }

type ClaimJsonParts<R, D extends Vocabulary> = ClaimBase & { readonly id?: string } & Recorded<
    D,
    Details<D, R>
  >
type ClaimJson<R, D extends Vocabulary> = { [K in keyof ClaimJsonParts<R, D>]: ClaimJsonParts<R, D>[K] }
interface StatementJsonBase<R> {
  readonly relation: R
  readonly subject: string
  readonly object: string
  readonly occurrence?: string
  /** A handle within one file. */
  readonly ref?: string
  readonly extra?: { readonly [field: string]: unknown }
}
type StatementJsonParts<R, D extends Vocabulary> = StatementJsonBase<R> & {
  readonly claims: readonly ClaimJson<R, D>[]
} & Recorded<D, UsesIn<D, R, 'defining'>> &
  Recorded<D, Details<D, R>>
/** A statement of a relation (of several: of one of them) as a record that a reader takes without a word. */
export type StatementJson<D extends Vocabulary, R extends string> = R extends string
  ? { [K in keyof StatementJsonParts<R, D>]: StatementJsonParts<R, D>[K] }
  : never
