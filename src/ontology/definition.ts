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

// Compile-time checks: a name that is not defined turns the place where it stands into a sentence.

type Names<T> = keyof T & string

type CheckNames<List, Known extends string, What extends string> = List extends readonly string[]
  ? {
      readonly [I in keyof List]: List[I] extends Known
        ? List[I]
        : `there is no ${What} '${List[I] & string}'`
    }
  : List

type CheckUses<Uses, D extends Shape> = {
  readonly [P in keyof Uses]: P extends Names<D['properties']>
    ? {
        readonly [K in keyof Uses[P]]: K extends 'of'
          ? CheckNames<Uses[P][K], Names<D['types']>, 'type'>
          : K extends 'list'
            ? Uses[P][K] extends Names<D['lists']>
              ? Uses[P][K]
              : `there is no list '${Uses[P][K] & string}'`
            : K extends keyof PropertyUse
              ? Uses[P][K]
              : `a use of a property has no '${K & string}'`
      }
    : `there is no property '${P & string}'`
}

/** What the checks look names up in. */
interface Shape {
  readonly types: object
  readonly properties: object
  readonly lists: object
}

type CheckType<T, D extends Shape> = {
  readonly [K in keyof T]: K extends 'extends'
    ? T[K] extends Names<D['types']>
      ? T[K]
      : `there is no type '${T[K] & string}' to extend`
    : K extends 'fields'
      ? CheckUses<T[K], D>
      : K extends keyof TypeDefinition
        ? T[K]
        : `a type has no '${K & string}'`
}

type CheckRelation<R, D extends Shape> = {
  readonly [K in keyof R]: K extends 'from' | 'to'
    ? CheckNames<R[K], Names<D['types']>, 'type'>
    : K extends 'defining' | 'details'
      ? CheckUses<R[K], D>
      : K extends keyof RelationDefinition
        ? R[K]
        : `a relation has no '${K & string}'`
}

type CheckEach<Part, D extends Shape, What extends 'type' | 'relation'> = {
  readonly [K in keyof Part]: What extends 'type' ? CheckType<Part[K], D> : CheckRelation<Part[K], D>
}

/** A definition in which each name that is not defined is replaced by a sentence. */
export type Checked<D, In extends Shape> = {
  readonly [K in keyof D]: K extends 'types'
    ? CheckEach<D[K], In, 'type'>
    : K extends 'relations'
      ? CheckEach<D[K], In, 'relation'>
      : D[K]
}
