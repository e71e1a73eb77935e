import { LIKELIHOODS } from '../../model/claim'
import { EDTF_MAX_LENGTH } from '../../model/edtf'
import { EDTF_PATTERN } from '../../model/edtf-pattern'
import { LANGUAGE_MAX_LENGTH } from '../../model/text'
import type { CommonKind } from '../../ontology/common'
import { CURRENCY, STATEMENT_ID, URL_FORM } from '../../ontology/values'
import { type JsonSchema, when } from './keywords'
import {
  FOREIGN_ID,
  ID,
  ID_LENGTH,
  LANGUAGE,
  portable,
  REF,
  RESERVED_FOREIGN_ID,
  RESERVED_ID,
  TEXT,
} from './patterns'

/** Kinds of values that are no parts of entities, and have one definition: choices have one for each list. */
export type ValueKind = Exclude<CommonKind, 'choice' | 'name' | 'identifier' | 'address'>

const within = (least: number, most: number): JsonSchema => ({
  type: 'number',
  minimum: least,
  maximum: most,
})

/**
 * What a value of each kind is.
 *
 * @param ref a reference to what describes values of a kind
 */
export function valueSchemas(ref: (kind: ValueKind) => string): { readonly [K in ValueKind]: JsonSchema } {
  return {
    string: {
      description: 'Unicode, without control characters but tab and line ends, and without noncharacters.',
      type: 'string',
      pattern: TEXT,
    },
    text: {
      description: 'A text in one language or several: language tag → text; or a string, in no language.',
      type: ['string', 'object'],
      pattern: TEXT,
      propertyNames: { $ref: ref('language') },
      additionalProperties: { $ref: ref('string'), type: 'string' },
    },
    date: {
      description: 'A date, interval or set of dates in EDTF (ISO 8601-2, levels 0 to 2).',
      type: 'string',
      format: 'edtf',
      pattern: EDTF_PATTERN,
      maxLength: EDTF_MAX_LENGTH,
    },
    number: { type: 'number' },
    integer: {
      type: 'integer',
      minimum: Number.MIN_SAFE_INTEGER,
      maximum: Number.MAX_SAFE_INTEGER,
    },
    boolean: { type: 'boolean' },
    url: {
      description: 'http(s), urn or doi.',
      type: 'string',
      pattern: portable(URL_FORM.source),
      allOf: [{ pattern: TEXT }],
    },
    share: {
      description: 'A number or [low, high], in percent.',
      type: ['number', 'array'],
      minimum: 0,
      maximum: 100,
      minItems: 2,
      maxItems: 2,
      items: within(0, 100),
    },
    currency: {
      description: 'Three capital letters (ISO 4217).',
      type: 'string',
      pattern: CURRENCY.source,
    },
    language: {
      description: 'A BCP 47 tag.',
      type: 'string',
      pattern: LANGUAGE,
      maxLength: LANGUAGE_MAX_LENGTH,
    },
    point: {
      description: 'A point in degrees (WGS 84).',
      type: 'object',
      properties: { lat: within(-90, 90), lon: within(-180, 180) },
      required: ['lat', 'lon'],
    },
    entity: {
      description: 'The id of an entity, prefix:local; a foreign IRI is iri:https://….',
      type: 'string',
      ...when(
        { pattern: '^iri:' },
        { pattern: FOREIGN_ID, not: { type: 'string', pattern: RESERVED_FOREIGN_ID } },
        { pattern: ID, not: { type: 'string', pattern: RESERVED_ID } },
      ),
      allOf: [{ pattern: ID_LENGTH }],
    },
    statement: {
      description: 'The id of a statement, or the ref that it has in the same file.',
      type: 'string',
      anyOf: [{ pattern: STATEMENT_ID.source }, { pattern: REF }],
    },
    thing: {
      description: 'The id of an entity or statement, or the ref that a statement has in the same file.',
      type: 'string',
      anyOf: [{ $ref: ref('entity') }, { $ref: ref('statement') }],
    },
    likelihood: {
      description: 'A word of ICD 203, or a number or [low, high] in percent.',
      type: ['string', 'number', 'array'],
      ...when({ type: 'string' }, { enum: Object.keys(LIKELIHOODS) }, { $ref: ref('share') }),
    },
    foreign: { description: 'Foreign data: any JSON object.', type: 'object' },
  }
}
