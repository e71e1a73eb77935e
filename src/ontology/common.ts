import { LEVELS, LIKELIHOODS, METHODS, STANCES } from '../model/claim'
import { NAME_KINDS } from '../model/record'
import type { Kind, ListDefinition } from './definition'

/*
 * What records have whatever their ontology: said once, for whoever describes or encodes records by walking over
 * their fields.
 */

/** A kind of value that an ontology defines, or one that only the common fields have. */
export type CommonKind =
  | Kind
  /** `{ text, lang?, script?, kind }`: see {@link PARTS} */
  | 'name'
  /** `{ scheme, value, country?, when?, valid? }` */
  | 'identifier'
  /** `{ text?, street?, city?, region?, postcode?, country? }` */
  | 'address'
  /** a word of ICD 203, or a range in percent */
  | 'likelihood'
  /** any JSON object */
  | 'foreign'

/** A field that records have whatever their type or relation. */
export interface CommonField<Name extends string = string> {
  readonly name: Name
  readonly kind: CommonKind
  readonly definition: string
  /** Takes several values: a set. */
  readonly many?: true
  /** Always there. */
  readonly required?: true
  /** For entities: the types that are taken, where the ontology has them; any where not given. */
  readonly of?: readonly string[]
  /** For choices: one of {@link COMMON_LISTS}. */
  readonly list?: keyof typeof COMMON_LISTS
  /** For numbers. */
  readonly least?: number
  readonly most?: number
  /** For strings: their form. */
  readonly form?: RegExp
  /** What is meant where nothing is said: then it need not be given to be there. */
  readonly default?: string
}

const values = <K extends string>(names: readonly K[], definitions: Record<K, string>) =>
  Object.fromEntries(names.map((name) => [name, { definition: definitions[name] }]))

/** Closed lists that no ontology defines. */
export const COMMON_LISTS = {
  stance: {
    definition: 'how a claim is made',
    values: values(STANCES, {
      asserts: 'as fact',
      alleges: 'as a charge of an interested party, or put forward as not established',
      announces: 'as what the actor itself will or intends to do: offer, order, pledge, threat',
      predicts: 'as the forecast of somebody else, or as what may be',
      denies: 'says that it is not so',
    }),
  },
  level: {
    definition: 'the strongest stance among the claims that count; denied where there are denials only',
    values: values(LEVELS, {
      asserted: 'somebody asserts it',
      alleged: 'somebody alleges it, and nobody asserts it',
      announced: 'the actor announces it, and nobody asserts or alleges it',
      predicted: 'somebody predicts it, and nobody claims more',
      denied: 'there are denials only',
    }),
  },
  likelihood: {
    definition: 'words of estimative probability (ICD 203, 2015, §D.6.e(2)(a))',
    values: Object.fromEntries(
      Object.entries(LIKELIHOODS).map(([word, [low, high]]) => [word, { definition: `${low} to ${high} %` }]),
    ),
  },
  method: {
    definition: 'how a claim was found',
    values: values(METHODS, {
      human: 'by a person; what is meant where nothing is said',
      machine: 'by a program',
      derived: 'as a reading of what is stated, by whoever made the record',
    }),
  },
  nameKind: {
    definition: 'what kind of name it is',
    values: values(NAME_KINDS, {
      primary: 'the name that a source puts first',
      alias: 'another name',
      weak: 'a name that lists themselves call too common to match by alone',
      former: 'a name that it had',
    }),
  },
} as const satisfies { readonly [list: string]: ListDefinition }

/** What every entity may have, beside its type and id, in the order in which records are written. */
export const ENTITY_FIELDS = [
  { name: 'label', kind: 'text', definition: 'what it is called, in one language or several' },
  { name: 'names', kind: 'name', many: true, definition: 'its other names' },
  {
    name: 'identifiers',
    kind: 'identifier',
    many: true,
    definition: 'numbers and codes under which others know it',
  },
  { name: 'addresses', kind: 'address', many: true, definition: 'postal addresses' },
  { name: 'description', kind: 'text', definition: 'what else is to be said about it' },
  { name: 'sameAs', kind: 'entity', many: true, definition: 'other ids of the same thing' },
  { name: 'sources', kind: 'entity', many: true, of: ['Source'], definition: 'sources that speak of it' },
  { name: 'unnamed', kind: 'boolean', definition: 'true for an actor that its source leaves unnamed' },
  { name: 'extra', kind: 'foreign', definition: 'foreign data that the ontology does not know' },
] as const satisfies readonly CommonField[]

/** What every claim may say, beside the details of its relation, in the order in which records are written. */
export const COMMON_CLAIM_FIELDS = [
  { name: 'stance', kind: 'choice', list: 'stance', required: true, definition: 'how the claim is made' },
  { name: 'by', kind: 'entity', of: ['Actor'], definition: 'who claims it; else the source’s publisher' },
  { name: 'source', kind: 'entity', of: ['Source'], definition: 'the source in which it stands' },
  { name: 'at', kind: 'string', definition: 'where in the source: "§14", a page, a list entry' },
  { name: 'via', kind: 'entity', of: ['Actor'], definition: 'who passed it on' },
  { name: 'said', kind: 'date', definition: 'when it was said; else when the source was published' },
  { name: 'withdrawn', kind: 'date', definition: 'from when it no longer counts' },
  { name: 'likelihood', kind: 'likelihood', definition: 'how likely the claimant finds it' },
  {
    name: 'confidence',
    kind: 'number',
    least: 0,
    most: 1,
    definition: 'how far the recorder trusts it, from 0 to 1',
  },
  {
    name: 'credibility',
    kind: 'integer',
    least: 1,
    most: 6,
    definition: 'credibility in the Admiralty code (NATO AJP-2.1), from 1 confirmed to 6 cannot be judged',
  },
  { name: 'method', kind: 'choice', list: 'method', definition: 'how the claim was found' },
  { name: 'extra', kind: 'foreign', definition: 'foreign data that the ontology does not know' },
] as const satisfies readonly CommonField[]

/** ISO 15924. */
export const SCRIPT = /^[A-Z][a-z]{3}$/

/** What the objects in `names`, `identifiers` and `addresses` say. */
export const PARTS = {
  name: [
    { name: 'text', kind: 'string', required: true, definition: 'the name' },
    { name: 'lang', kind: 'language', definition: 'the language it is in (BCP 47)' },
    {
      name: 'script',
      kind: 'string',
      form: SCRIPT,
      definition: 'the script it is in (ISO 15924), as "Latn"',
    },
    {
      name: 'kind',
      kind: 'choice',
      list: 'nameKind',
      required: true,
      default: 'alias',
      definition: 'what kind of name it is',
    },
  ],
  identifier: [
    { name: 'scheme', kind: 'string', required: true, definition: 'the scheme that it is of, as "lei"' },
    { name: 'value', kind: 'string', required: true, definition: 'the number or code' },
    { name: 'country', kind: 'string', definition: 'who gave it: ISO 3166-1 alpha-2' },
    { name: 'when', kind: 'date', definition: 'when it was in use' },
    { name: 'valid', kind: 'boolean', definition: 'false where the source calls it false or revoked' },
  ],
  address: [
    { name: 'text', kind: 'string', definition: 'the address as one text' },
    { name: 'street', kind: 'string', definition: 'street and number' },
    { name: 'city', kind: 'string', definition: 'town or city' },
    { name: 'region', kind: 'string', definition: 'region, province, state of a federation' },
    { name: 'postcode', kind: 'string', definition: 'postal code' },
    {
      name: 'country',
      kind: 'string',
      definition: 'a name or ISO 3166-1 alpha-2 code, as the source has it',
    },
  ],
} as const satisfies Record<'name' | 'identifier' | 'address', readonly CommonField[]>

/** What a view derives of a statement's claims. It is written for those who query, and never read. */
export const STANDING_FIELDS = [
  { name: 'status', kind: 'choice', list: 'level', definition: 'the strongest stance that counts' },
  { name: 'disputed', kind: 'boolean', definition: 'whether somebody denies it' },
  { name: 'possibleFrom', kind: 'date', definition: 'the first day on which it may hold' },
  { name: 'possibleUntil', kind: 'date', definition: 'the last day on which it may hold' },
  { name: 'certainFrom', kind: 'date', definition: 'the first day on which it does hold' },
  { name: 'certainUntil', kind: 'date', definition: 'the last day on which it does hold' },
] as const satisfies readonly CommonField[]

/** The class of the statements of a relation: `supplies` → `Supplies`. */
export function statementClass(relation: string): string {
  return `${relation.charAt(0).toUpperCase()}${relation.slice(1)}`
}
