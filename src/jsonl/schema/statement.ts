import { COMMON_CLAIM_FIELDS } from '../../ontology/common'
import { MAX_OCCURRENCE } from '../../ontology/fields'
import type { Ontology, Property, Relation } from '../../ontology/ontology'
import type { Definitions } from './definitions'
import { all, among, GIVEN, type JsonSchema, UNKNOWN, unless, when } from './keywords'
import { REF } from './patterns'

/**
 * The definitions of statements: of any relation, of each relation, and of what all share. Details may stand on the
 * statement or on its claims, so they have a definition that both refer to.
 */
export function statementSchemas(
  ontology: Ontology,
  definitions: Definitions,
): { readonly [name: string]: JsonSchema } {
  const relations = [...ontology.relations.values()]
  const shared = sharedOf(ontology)
  return {
    [definitions.named('statement')]: anySchema(relations),
    [definitions.named('statementFields')]: sharedSchema(shared, definitions),
    [definitions.named('claim')]: claimSchema(definitions),
    [definitions.named('details')]: {
      description: 'Details that claims of every relation may have.',
      type: 'object',
      properties: own(definitions, shared.details),
    },
    ...Object.fromEntries(relations.flatMap((relation) => relationSchemas(relation, shared, definitions))),
  }
}

function anySchema(relations: readonly Relation[]): JsonSchema {
  return {
    description: 'A statement of any relation.',
    type: 'object',
    properties: { relation: among(relations.map(({ name }) => name)) },
    required: ['relation'],
    ...all(
      relations.map(({ name }) =>
        when(
          { properties: { relation: { const: name } }, required: ['relation'] },
          { $ref: `#/$defs/${name}` },
        ),
      ),
    ),
  }
}

/** What statements have whatever their relation. */
function sharedSchema(shared: Shared, definitions: Definitions): JsonSchema {
  return {
    description: 'What a statement of any relation has.',
    type: 'object',
    $ref: definitions.ref('details'),
    properties: {
      subject: { description: 'from whom', ...definitions.one('id') },
      object: { description: 'to whom', ...definitions.one('id') },
      ...own(definitions, shared.defining),
      occurrence: {
        description: 'tells apart repeated events or spells between the same ends',
        $ref: definitions.ref('string'),
        type: ['string', 'null'],
        maxLength: MAX_OCCURRENCE,
      },
      ref: {
        description: 'its name in the same file, by which other statements may speak of it',
        type: ['string', 'null'],
        pattern: REF,
      },
      extra: { $ref: definitions.ref('extra') },
      id: { description: 'derived, and not read' },
      status: { description: 'derived, and not read' },
    },
    required: ['relation', 'subject', 'object', 'claims'],
  }
}

function claimSchema(definitions: Definitions): JsonSchema {
  const { properties, required } = definitions.common(COMMON_CLAIM_FIELDS)
  return {
    description: 'Who says so, and how.',
    type: 'object',
    $ref: definitions.ref('details'),
    properties: { ...properties, id: { description: 'derived, and not read' } },
    ...(required ? { required } : {}),
  }
}

function relationSchemas(
  relation: Relation,
  shared: Shared,
  definitions: Definitions,
): [name: string, schema: JsonSchema][] {
  const { name, label, definition } = relation
  const details = without(relation.details, shared.details)
  const ofBoth = details.length > 0 ? [{ $ref: `#/$defs/${detailsName(name)}` }] : []
  const claim: JsonSchema = {
    type: 'object',
    allOf: [{ $ref: definitions.ref('claim') }, ...ofBoth],
    unevaluatedProperties: UNKNOWN,
  }
  const closed: JsonSchema = {
    type: 'object',
    properties: {
      relation: { const: name },
      ...own(definitions, without(relation.defining, shared.defining)),
      claims: { description: 'who says so, and how', type: 'array', minItems: 1, items: claim },
    },
    allOf: [{ $ref: definitions.ref('statementFields') }, ...ofBoth],
    unevaluatedProperties: UNKNOWN,
  }
  const rules = [...relation.details.values()].filter(({ required }) => required).map(askedOfClaims)
  const statement: JsonSchema = {
    title: label,
    description: definition,
    // Beside conditions some validators take keys that objects inherit for evaluated.
    ...(rules.length > 0 ? { type: 'object', allOf: [closed, ...rules] } : closed),
  }
  if (details.length === 0) return [[name, statement]]
  return [
    [name, statement],
    [
      detailsName(name),
      { description: `Details of ${name}.`, type: 'object', properties: own(definitions, details) },
    ],
  ]
}

/** No name of an ontology has a hyphen. */
const detailsName = (relation: string) => `${relation}-details`

/** A detail that each claim but denials has to give, unless it stands on the statement for all of them. */
function askedOfClaims({ name }: Property): JsonSchema {
  const given: JsonSchema = { type: 'object', properties: { [name]: GIVEN }, required: [name] }
  const denial: JsonSchema = {
    type: 'object',
    properties: { stance: { const: 'denies' } },
    required: ['stance'],
  }
  return unless(given, { properties: { claims: { type: 'array', items: unless(denial, given) } } })
}

/** Qualifiers and details of every relation, which each of them has alike. */
interface Shared {
  readonly defining: readonly Property[]
  readonly details: readonly Property[]
}

function sharedOf({ relations, definition: { everyRelation } }: Ontology): Shared {
  const [any] = relations.values()
  const pick = (uses: object, properties: Relation['details'] | undefined) =>
    Object.keys(uses).flatMap((name) => properties?.get(name) ?? [])
  return {
    defining: pick(everyRelation.defining, any?.defining),
    details: pick(everyRelation.details, any?.details),
  }
}

function without(properties: Relation['details'], shared: readonly Property[]): readonly Property[] {
  return [...properties.values()].filter(({ name }) => !shared.some((other) => other.name === name))
}

function own(
  definitions: Definitions,
  properties: readonly Property[],
): { readonly [name: string]: JsonSchema } {
  return Object.fromEntries(properties.map((property) => [property.name, definitions.own(property)]))
}
