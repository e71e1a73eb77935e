import { byCodeUnits } from '../../model/canonical'
import { ENTITY_FIELDS } from '../../ontology/common'
import type { Ontology } from '../../ontology/ontology'
import type { Definitions } from './definitions'
import { all, among, type JsonSchema, UNKNOWN, unless, when } from './keywords'
import { aliases, identifiers } from './parts'

/** The definitions of entities: of any type, and of each type the fields that it has beside its parent's. */
export function entitySchemas(
  ontology: Ontology,
  definitions: Definitions,
): { readonly [name: string]: JsonSchema } {
  const contested = contestedFields(ontology)
  const types = [...ontology.types.keys()].map((type) => {
    return [type, typeSchema(type, ontology, definitions, contested)] as const
  })
  return {
    [definitions.named('entity')]: entitySchema(ontology, definitions, contested),
    [definitions.named('types')]: typesSchema(ontology, definitions),
    [definitions.named('typeName')]: among([...ontology.types.keys()]),
    ...Object.fromEntries(types),
  }
}

function entitySchema(
  ontology: Ontology,
  definitions: Definitions,
  contested: readonly string[],
): JsonSchema {
  const fields = typesByField(ontology)
  const unnamed = { properties: { unnamed: { const: true } }, required: ['unnamed'] }
  return {
    description: 'An entity: what it is, what it is called, and the fields of its types.',
    type: 'object',
    properties: {
      type: { description: 'its type, or several', $ref: definitions.ref('types') },
      id: { description: 'prefix:local', ...definitions.one('id') },
      ...definitions.common(ENTITY_FIELDS).properties,
      aliases: aliases(definitions),
      identifiers: identifiers(definitions),
      ...Object.fromEntries([...fields.keys()].map((field) => [field, {}])), // types say what these are
    },
    required: ['type', 'id'],
    allOf: [
      when(
        unnamed,
        { properties: { sameAs: { type: 'null' } } }, // it is never merged
        { properties: { label: { type: ['string', 'object'], minProperties: 1 } }, required: ['label'] },
      ),
      ...[...ontology.types.keys()].map((type) => when(isOf(type), { $ref: `#/$defs/${type}` })),
      ...fieldsOfOthers(fields),
      ...contested.map((field) => contestedSchema(field, ontology, definitions)),
    ],
    // Not `unevaluatedProperties`: validators that know it are slow at it, or take keys that objects inherit.
    additionalProperties: UNKNOWN,
  }
}

function typeSchema(
  type: string,
  ontology: Ontology,
  definitions: Definitions,
  contested: readonly string[],
): JsonSchema {
  const { extends: parent, fields = {}, definition } = ontology.types.get(type)!
  const properties = Object.keys(fields).map((name) => {
    const property = ontology.fields(type).get(name)!
    // Which of the types' uses counts depends on all the types of an entity.
    const { label: title, definition: description } = property
    return [name, contested.includes(name) ? { title, description } : definitions.own(property)] as const
  })
  return {
    title: ontology.typeLabel(type),
    description: definition,
    type: 'object',
    ...(parent === undefined ? {} : { $ref: `#/$defs/${parent}` }),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
  }
}

/** One type or several; several only that one thing can be of at once. */
function typesSchema(ontology: Ontology, definitions: Definitions): JsonSchema {
  const names = [...ontology.types.keys()]
  // Types that go together with the same others, with these.
  const groups = new Map<string, { readonly types: string[]; readonly others: readonly string[] }>()
  for (const type of names) {
    const others = names.filter((other) => ontology.compatible(type, other))
    const key = others.join(' ')
    const group = groups.get(key) ?? { types: [], others }
    group.types.push(type)
    groups.set(key, group)
  }
  const conflicts = [...groups.values()].filter(({ others }) => others.length < names.length)
  const name = { $ref: definitions.ref('typeName') }
  return {
    type: ['string', 'array'],
    ...when(
      { type: 'array' },
      {
        minItems: 1,
        items: name,
        ...all(
          conflicts.map(({ types, others }) =>
            when({ contains: { enum: types } }, { items: { enum: others } }),
          ),
        ),
      },
      name,
    ),
  }
}

/** Whether a type is among those of an entity, and, for a leaf, no descendant of it. */
function isOf(type: string, descendants: readonly string[] = []): JsonSchema {
  const leaf = descendants.length > 0 ? { not: { contains: { enum: descendants } } } : {}
  const several: JsonSchema = { type: 'array', contains: { const: type }, ...leaf }
  return { properties: { type: { anyOf: [{ const: type }, several] } }, required: ['type'] }
}

function typesByField(ontology: Ontology): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const type of ontology.types.keys()) {
    for (const field of ontology.fields(type).keys()) found.set(field, [...(found.get(field) ?? []), type])
  }
  return found
}

/** Fields are unknown on entities that are of none of the types that have them. */
function fieldsOfOthers(fields: ReadonlyMap<string, readonly string[]>): JsonSchema[] {
  const groups = new Map<string, { readonly types: readonly string[]; readonly names: string[] }>()
  for (const [field, types] of fields) {
    const group = groups.get(types.join(' ')) ?? { types, names: [] }
    group.names.push(field)
    groups.set(types.join(' '), group)
  }
  return [...groups.values()].map(({ types, names }) => {
    const one = { enum: types }
    const any: JsonSchema = { anyOf: [one, { type: 'array', contains: one }] }
    const unknown = Object.fromEntries(names.map((name) => [name, UNKNOWN]))
    return unless({ properties: { type: any }, required: ['type'] }, { properties: unknown })
  })
}

// Fields that types use in different ways: an entity has a field as the last of its most special types has it, in
// code-unit order.

function contestedFields(ontology: Ontology): readonly string[] {
  const uses = new Map<string, Set<string>>()
  for (const type of ontology.types.keys()) {
    for (const { name, list, many } of ontology.fields(type).values()) {
      uses.set(name, (uses.get(name) ?? new Set()).add(`${list} ${many}`))
    }
  }
  return [...uses].filter(([, ways]) => ways.size > 1).map(([name]) => name)
}

function contestedSchema(field: string, ontology: Ontology, definitions: Definitions): JsonSchema {
  const names = [...ontology.types.keys()]
  let schema: JsonSchema = {}
  for (const type of names.sort(byCodeUnits)) {
    const property = ontology.fields(type).get(field)
    if (!property) continue
    const descendants = names.filter((other) => other !== type && ontology.isA(other, type))
    schema = when(isOf(type, descendants), { properties: { [field]: definitions.own(property) } }, schema)
  }
  return schema
}
