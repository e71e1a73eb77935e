import { SCHEMES } from '../../model/schemes'
import { PARTS } from '../../ontology/common'
import { OWN_SCHEME } from '../../ontology/parts'
import type { Definitions } from './definitions'
import { type JsonSchema, when } from './keywords'
import { body, portable, TEXT } from './patterns'

/** Schemes with a form that values of theirs have. */
const FORMS = Object.entries(SCHEMES).flatMap(([scheme, about]) =>
  'form' in about ? [{ scheme, form: about.form, definition: about.definition }] : [],
)
/** The name of the definition of a scheme's values: names of the ontology have no hyphen. */
const schemeName = (scheme: string) => `identifier-${scheme}`
const ANY_VALUE = 'identifierValue'

/** Values of identifiers: of the schemes that have a form, and of all others. */
export function schemeSchemas(): { readonly [name: string]: JsonSchema } {
  const any: JsonSchema = {
    description: 'A number or code; a number counts as its digits.',
    type: ['string', 'number'],
    pattern: TEXT,
    minLength: 1,
  }
  const formed = FORMS.map(({ scheme, form, definition }) => [
    schemeName(scheme),
    { description: definition, ...digitsOf(form), pattern: portable(form.source) },
  ])
  return { [ANY_VALUE]: any, ...Object.fromEntries(formed) }
}

/** A number is read as its digits, so a form that digits alone can have also takes numbers of so many. */
function digitsOf(form: RegExp): JsonSchema {
  const digits = Array.from({ length: 21 }, (_, i) => i + 1).find((count) => form.test('1'.repeat(count)))
  if (digits === undefined) return { type: 'string' }
  return { type: ['string', 'integer'], minimum: 10 ** (digits - 1), exclusiveMaximum: 10 ** digits }
}

/** Names, identifiers and addresses: objects that have no other parts, be they `null`. */
export function partSchemas(definitions: Definitions): { readonly [part in keyof typeof PARTS]: JsonSchema } {
  const { properties, required } = definitions.common(PARTS.identifier)
  return {
    name: {
      description: 'A name, or its text.',
      type: ['string', 'object'],
      pattern: TEXT,
      ...definitions.common(PARTS.name),
      additionalProperties: false,
    },
    identifier: {
      description: 'A number or code under which others know something.',
      type: 'object',
      properties: {
        ...properties,
        scheme: {
          ...properties?.scheme,
          pattern: `^(?:${Object.keys(SCHEMES).join('|')}|${body(OWN_SCHEME)})$`,
        },
        value: { ...properties?.value, ...definitions.one(ANY_VALUE) },
      },
      ...(required ? { required } : {}),
      additionalProperties: false,
      allOf: FORMS.map(({ scheme }) =>
        when(
          { properties: { scheme: { const: scheme } }, required: ['scheme'] },
          { properties: { value: definitions.one(schemeName(scheme)) } },
        ),
      ),
    },
    address: {
      description: 'A postal address as one text, or what is known of it: at least one part.',
      type: ['string', 'object'],
      pattern: TEXT,
      ...definitions.common(PARTS.address),
      additionalProperties: false,
      not: { type: 'object', additionalProperties: { type: 'null' } },
    },
  }
}

/** The easy face of `names`: language → other names. */
export function aliases(definitions: Definitions): JsonSchema {
  return {
    description: 'its other names, by language',
    type: ['object', 'null'],
    propertyNames: { $ref: definitions.ref('language') },
    additionalProperties: definitions.several('string'),
  }
}

/** Identifiers as a list, or by their easy face: scheme → value or values. */
export function identifiers(definitions: Definitions): JsonSchema {
  const known = Object.keys(SCHEMES).map((scheme) => {
    const formed = FORMS.some((one) => one.scheme === scheme)
    return [scheme, definitions.several(formed ? schemeName(scheme) : ANY_VALUE)]
  })
  return {
    description: 'numbers and codes under which others know it: scheme → value, or a list',
    type: ['array', 'object', 'null'],
    items: definitions.one('identifier'),
    properties: Object.fromEntries(known),
    patternProperties: { [OWN_SCHEME.source]: definitions.several(ANY_VALUE) },
    // What says nothing may stand at any scheme.
    additionalProperties: { type: ['array', 'null'], maxItems: 0 },
  }
}
