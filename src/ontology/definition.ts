import type { Stance } from '../model/claim'

/** What kind of value a property takes. */
export type Kind =
  /** a short string without a language: a code, a number as written */
  | 'string'
  /** a text in one language or several */
  | 'text'
  /** an EDTF date, interval or set */
  | 'date'
  | 'number'
  | 'integer'
  | 'boolean'
  /** http(s), urn or doi; never fetched */
  | 'url'
  /** percent: a number, or `[low, high]` */
  | 'share'
  /** ISO 4217 code, as `USD` */
  | 'currency'
  /** BCP 47 tag */
  | 'language'
  /** WGS 84 `{ lat, lon }` in degrees */
  | 'point'
  /** a value of a closed list */
  | 'choice'
  /** an entity, of the types in `of` where these are given */
  | 'entity'
  /** a statement */
  | 'statement'
  /** an entity (of the types in `of`) or a statement */
  | 'thing'

/**
 * A term of another vocabulary that comes nearest, as a CURIE: `schema:Country`, `ftm:Ownership`,
 * `plover:SANCTION`.
 */
export type Counterpart = `${string}:${string}`

/** A closed list of values, with what each means. */
export interface ListDefinition {
  readonly definition: string
  readonly values: { readonly [value: string]: ListValue }
}
export interface ListValue {
  readonly definition: string
  /** Values of the same list that mean more than this one. */
  readonly broader?: readonly string[]
  readonly counterparts?: readonly Counterpart[]
}

/** A field, qualifier or detail: one meaning and one IRI, wherever it is used. */
export interface PropertyDefinition {
  readonly kind: Kind
  readonly definition: string
  /** For people; made from the name where not given (`legalBasis` → "legal basis"). */
  readonly label?: string
  /** How a value is read after the verb: `meets, on trade`. None: it is the verb's object (`supplies oil`). */
  readonly preposition?: string
  /** For `entity` and `thing`: the types it takes; any where not given. */
  readonly of?: readonly string[]
  /** For `choice`: the list. */
  readonly list?: string
  readonly counterparts?: readonly Counterpart[]
}

/** How a type or relation uses a property; `of` and `list` narrow or replace the property's own. */
export interface PropertyUse {
  readonly of?: readonly string[]
  readonly list?: string
  /** Takes several values: a set, unless `ordered`. */
  readonly many?: true
  readonly ordered?: true
  /** Does not compile without it; in data its absence is a warning. */
  readonly required?: true
  /** What is meant where nothing is said. */
  readonly default?: string
  /** How a value is read after this verb, where otherwise than as a rule. */
  readonly preposition?: string
}
export type PropertyUses = { readonly [property: string]: PropertyUse }

/** A class of entities. */
export interface TypeDefinition {
  /** Its parent; a type without one is a root. */
  readonly extends?: string
  readonly definition: string
  /** For people; made from the name where not given (`ArmedGroup` → "armed group"). */
  readonly label?: string
  /** Nothing is of two of its direct subtypes at once. */
  readonly disjoint?: true
  readonly fields?: PropertyUses
  readonly counterparts?: readonly Counterpart[]
}

/** A relation: what passes between two entities. */
export interface RelationDefinition {
  /** Types of the subject. */
  readonly from: readonly string[]
  /** Types of the object. */
  readonly to: readonly string[]
  /** Subject and object are both of one of the types in `from` (like with like). */
  readonly alike?: true
  readonly symmetric?: true
  readonly transitive?: true
  /** A state (the default) holds throughout its time; an event happens at some time within it. */
  readonly aspect?: 'state' | 'event'
  /** The polarity that balance analysis may use; 0 where not given. */
  readonly sign?: 1 | -1
  /**
   * What can have but one holder at a time: statements that are alike in all of these, and differ otherwise,
   * conflict where their times overlap. Statements that lack one of them are not compared.
   */
  readonly exclusive?: readonly string[]
  /** A speech act: the statement in this property is claimed, with this stance, by the subject. */
  readonly utters?: { readonly property: string; readonly stance: Stance }
  /**
   * The subject speaks with the voice of the object, where it is `of` one of these types and `not` of those:
   * what a viewpoint counts to the object's side.
   */
  readonly voice?: { readonly of: readonly string[]; readonly not?: readonly string[] }
  /** What an organisation does here, its members do through it: a rule of inference. */
  readonly collective?: true
  /**
   * By this an actor is a member of an organisation: where `qualifier`, a choice, has this `value`, and no statement
   * of `suspendedBy` between the two holds.
   */
  readonly membership?: {
    readonly qualifier: string
    readonly value: string
    readonly suspendedBy: string
  }
  /**
   * The subjects that share an object are bound to each other, two by two, by another relation, with the object as
   * its `qualifier`: parties of a treaty are allied under it. Only where the object has the field in `given`.
   */
  readonly dyads?: { readonly relation: string; readonly qualifier: string; readonly given: string }
  readonly definition: string
  /** For people; made from the name where not given (`alliedWith` → "allied with"). */
  readonly label?: string
  /** The same seen from the object, for people ("is supplied by"); symmetric relations have none. */
  readonly inverse?: string
  /** Qualifiers that say *which* fact it is. They stand on the statement. */
  readonly defining?: PropertyUses
  /** How a claimant describes the fact. They stand on the claim. */
  readonly details?: PropertyUses
  readonly counterparts?: readonly Counterpart[]
}

/** A whole vocabulary, as one literal. */
export interface OntologyDefinition {
  /** The namespace of its classes and properties: an IRI that ends in `#` or `/`. */
  readonly iri: string
  /** Prefix → namespace of the vocabularies that counterparts are taken from. */
  readonly vocabularies: { readonly [prefix: string]: string }
  readonly lists: { readonly [list: string]: ListDefinition }
  readonly properties: { readonly [property: string]: PropertyDefinition }
  readonly types: { readonly [type: string]: TypeDefinition }
  /** Qualifiers and details that every relation has. */
  readonly everyRelation: { readonly defining: PropertyUses; readonly details: PropertyUses }
  readonly relations: { readonly [relation: string]: RelationDefinition }
}

/** What an extension may say: new entries, and fields, qualifiers and values added to those there are. */
export interface OntologyExtension {
  readonly vocabularies?: OntologyDefinition['vocabularies']
  readonly lists?: {
    readonly [list: string]: { readonly definition?: string; readonly values: ListDefinition['values'] }
  }
  readonly properties?: OntologyDefinition['properties']
  readonly types?: { readonly [type: string]: Partial<TypeDefinition> }
  readonly relations?: { readonly [relation: string]: Partial<RelationDefinition> }
}

// Compile-time checks: where a name stands that is not defined, the compiler asks for a sentence instead.

declare const mistake: unique symbol

/**
 * What the compiler asks for in place of something that is wrong. Nothing is of this type: it is there to be
 * read in the error, as `Mistake<"there is no type 'Stat' to extend">`.
 */
export interface Mistake<Sentence extends string> {
  readonly [mistake]: Sentence
}

type Names<T> = keyof T & string
type Part<X, K> = K extends keyof X ? X[K] : unknown

/** What the checks look names up in. */
interface Shape {
  readonly lists: object
  readonly properties: object
  readonly types: object
  readonly everyRelation: object
  readonly relations: object
}

// A name that the compiler does not know as a literal (`string extends N`) is left to the check at run time.
type CheckName<N, Known extends string, What extends string, End extends string = ''> = N extends
  | Known
  | undefined
  ? N
  : string extends N
    ? N
    : Mistake<`there is no ${What} '${N & string}'${End}`>

type CheckNames<List, Known extends string, What extends string> = {
  readonly [I in keyof List]: CheckName<List[I], Known, What>
}

/** The values of the list that a use of a property, or else the property itself, names. */
type ValuesOf<Use, P, D extends Shape> = Use extends { readonly list: infer L extends keyof D['lists'] }
  ? Names<Part<D['lists'][L], 'values'>>
  : P extends keyof D['properties']
    ? D['properties'][P] extends { readonly list: infer L extends keyof D['lists'] }
      ? Names<Part<D['lists'][L], 'values'>>
      : string
    : string

type CheckUse<Use, P, D extends Shape> = {
  readonly [K in keyof Use]: K extends 'of'
    ? CheckNames<Use[K], Names<D['types']>, 'type'>
    : K extends 'list'
      ? CheckName<Use[K], Names<D['lists']>, 'list'>
      : K extends 'default'
        ? CheckName<Use[K], ValuesOf<Use, P, D>, 'value'>
        : K extends keyof PropertyUse
          ? Use[K]
          : Mistake<`a use of a property has no '${K & string}'`>
}

type CheckUses<Uses, D extends Shape> = {
  readonly [P in keyof Uses]: P extends keyof D['properties']
    ? CheckUse<Uses[P], P, D>
    : Mistake<`there is no property '${P & string}'`>
}

type CheckProperty<T, D extends Shape> = {
  readonly [K in keyof T]: K extends 'of'
    ? CheckNames<T[K], Names<D['types']>, 'type'>
    : K extends 'list'
      ? CheckName<T[K], Names<D['lists']>, 'list'>
      : K extends keyof PropertyDefinition
        ? T[K]
        : Mistake<`a property has no '${K & string}'`>
}

type CheckType<T, D extends Shape> = {
  readonly [K in keyof T]: K extends 'extends'
    ? CheckName<T[K], Names<D['types']>, 'type', ' to extend'>
    : K extends 'fields'
      ? CheckUses<T[K], D>
      : K extends keyof TypeDefinition
        ? T[K]
        : Mistake<`a type has no '${K & string}'`>
}

/** The defining qualifiers of a relation, as the whole definition has it. */
type Qualifier<R, D extends Shape> = Names<Part<R, 'defining'>> | Names<Part<D['everyRelation'], 'defining'>>

type CheckRelation<R, Name, D extends Shape> = {
  readonly [K in keyof R]: K extends 'from' | 'to'
    ? CheckNames<R[K], Names<D['types']>, 'type'>
    : K extends 'defining' | 'details'
      ? CheckUses<R[K], D>
      : K extends 'voice'
        ? { readonly [W in keyof R[K]]: CheckNames<R[K][W], Names<D['types']>, 'type'> }
        : K extends 'exclusive'
          ? CheckNames<
              R[K],
              'subject' | 'object' | Qualifier<Part<D['relations'], Name>, D>,
              'end or qualifier'
            >
          : K extends 'utters'
            ? {
                readonly [W in keyof R[K]]: W extends 'property'
                  ? CheckName<R[K][W], Qualifier<Part<D['relations'], Name>, D>, 'qualifier'>
                  : R[K][W]
              }
            : K extends keyof RelationDefinition
              ? R[K]
              : Mistake<`a relation has no '${K & string}'`>
}

type CheckEach<Entries, What extends string, D extends Shape> = {
  readonly [K in keyof Entries]: What extends 'types'
    ? CheckType<Entries[K], D>
    : What extends 'relations'
      ? CheckRelation<Entries[K], K, D>
      : What extends 'properties'
        ? CheckProperty<Entries[K], D>
        : CheckUses<Entries[K], D>
}

/**
 * A definition in which each name that is not defined is replaced by a sentence that says so. One of which the
 * compiler knows nothing but that it is one, as read from a file, is checked when the program runs.
 *
 * @typeParam D the definition, or an extension of one
 * @typeParam In what the names are looked up in
 */
export type Checked<D, In extends Shape> = OntologyDefinition extends D
  ? unknown
  : OntologyExtension extends D
    ? unknown
    : {
        readonly [K in keyof D]: K extends 'types' | 'relations' | 'properties' | 'everyRelation'
          ? CheckEach<D[K], K, In>
          : D[K]
      }

/** A definition with an extension: entries joined by name. */
export type Extended<D extends OntologyDefinition, X extends OntologyExtension> = {
  readonly iri: D['iri']
  readonly vocabularies: D['vocabularies']
  readonly lists: D['lists'] & Part<X, 'lists'>
  readonly properties: D['properties'] & Part<X, 'properties'>
  readonly types: D['types'] & Part<X, 'types'>
  readonly everyRelation: D['everyRelation']
  readonly relations: D['relations'] & Part<X, 'relations'>
}

/** What an entry needs, in an extension that is the first to name it. */
interface Needed {
  readonly types: 'definition'
  readonly relations: 'from' | 'to' | 'definition'
  readonly lists: 'definition'
}

type CheckNew<New, Base, Need extends string> = {
  readonly [K in Exclude<keyof New, keyof Base>]: {
    readonly [N in Exclude<Need, keyof New[K]>]: Mistake<`'${K & string}' is new, and needs its '${N}'`>
  }
}

/** An extension with a sentence wherever it names what is not defined, and wherever something new is unfinished. */
export type CheckedExtension<
  X extends OntologyExtension,
  D extends OntologyDefinition,
> = OntologyExtension extends X
  ? unknown
  : Checked<X, Extended<D, X>> & {
      readonly [K in keyof X & keyof Needed]: CheckNew<X[K], D[K], Needed[K]>
    }
