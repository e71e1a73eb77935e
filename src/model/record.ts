import type { ClaimBase } from './claim'
import type { Text, TextInput } from './text'

/** One name of an entity. */
export interface Name {
  readonly text: string
  /** BCP 47. */
  readonly lang?: string
  /** ISO 15924, as `Latn`. */
  readonly script?: string
  readonly kind: NameKind
}

/** Kinds of names; a `weak` alias is one that the lists themselves call too common to match by alone. */
export const NAME_KINDS = ['primary', 'alias', 'weak', 'former'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** A number or code under which others know an entity. */
export interface Identifier {
  readonly scheme: string
  readonly value: string
  /** ISO 3166-1 alpha-2 of the country that gave it. */
  readonly country?: string
  /** EDTF: when it was in use. */
  readonly when?: string
  /** `false` where the source says that it is false or was revoked. */
  readonly valid?: boolean
}

/** A postal address, as far as it is known. */
export interface Address {
  readonly text?: string
  readonly street?: string
  readonly city?: string
  readonly region?: string
  readonly postcode?: string
  /** A name or ISO 3166-1 alpha-2 code, as the source has it. */
  readonly country?: string
}

/** What every entity may have, as it comes out; the fields of its types stand beside these. */
export interface EntityBase {
  /** One type, or several in code-unit order. */
  readonly type: string | readonly string[]
  readonly id: string
  readonly label?: Text
  readonly names?: readonly Name[]
  readonly identifiers?: readonly Identifier[]
  readonly addresses?: readonly Address[]
  readonly description?: Text
  /** Other ids of the same thing. */
  readonly sameAs?: readonly string[]
  /** Sources that speak of the entity. */
  readonly sources?: readonly string[]
  /** An actor that its source leaves unnamed: in no count, on no side, never merged, on no path but at an end. */
  readonly unnamed?: true
  /** Fields of foreign data that the ontology does not know. */
  readonly extra?: { readonly [field: string]: unknown }
}

/** What every entity may be given; the fields of its types stand beside these. */
export interface EntityBaseInput {
  id: string
  label: TextInput
  /** Several names, or the same as `aliases`. */
  names?: readonly (Omit<Name, 'kind'> & { readonly kind?: NameKind })[]
  /** The easy face of `names`: language → aliases. */
  aliases?: { readonly [language: string]: string | readonly string[] }
  /** The easy face is a map of scheme → value. */
  identifiers?: { readonly [scheme: string]: string | readonly string[] } | readonly Identifier[]
  addresses?: readonly (Address | string)[]
  description?: TextInput
  sameAs?: string | readonly string[]
  sources?: string | readonly string[]
  extra?: { readonly [field: string]: unknown }
}

/** An entity as a plain record; its types' own fields stand beside the common ones. */
export interface EntityRecord extends EntityBase {
  readonly [field: string]: unknown
}

/** A claim as a plain record; its relation's details stand beside the common fields. */
export interface ClaimRecord extends ClaimBase {
  readonly id?: string
  readonly [detail: string]: unknown
}

/**
 * A statement as a plain record: *what is said to hold*, with its defining qualifiers, and the claims that
 * say so.
 */
export interface StatementRecord {
  readonly relation: string
  readonly subject: string
  readonly object: string
  /** Tells apart repeated events or spells between the same ends; `''` states that there is one. */
  readonly occurrence: string
  readonly claims: readonly ClaimRecord[]
  /** `stmt:…`: derived from the statement, never given. */
  readonly id?: string
  /** A handle within one file, by which other statements may name this one. */
  readonly ref?: string
  readonly [qualifier: string]: unknown
}

/** What flows: sources yield records, graphs take them, writers take them. */
export type StatecraftRecord = EntityRecord | StatementRecord

/** Tells the two kinds of record apart. */
export function isStatement(record: StatecraftRecord): record is StatementRecord {
  return record.relation !== undefined
}
