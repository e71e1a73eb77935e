import fc, { type Arbitrary } from 'fast-check'
import type { Ontology, Property, Relation } from 'statecraft'
import * as ids from './arbitrary-ids'
import * as values from './arbitrary-values'
import { assembled, Mention, Quotation, type Raw, Twin, type World } from './worlds'

const mention = (of: readonly string[]) => fc.nat(99).map((place) => new Mention(place, of))
const quotation = fc
  .tuple(fc.nat(99), ids.unknownStatement)
  .map(([place, otherwise]) => new Quotation(place, otherwise))

const { string, text, date, number, integer, url, share, currency, language, point } = values
const BY_KIND = { string, text, date, number, integer, url, share, currency, language, point }

/** A value of a property, whatever its kind. */
function oneOf({ kind, of, values: choices }: Property): Arbitrary<unknown> {
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...(choices ?? []))
    case 'entity':
      return mention(of)
    case 'statement':
      return quotation
    case 'thing':
      return fc.oneof(quotation, mention(of))
    case 'boolean':
      return fc.boolean()
    default:
      return BY_KIND[kind]
  }
}

function used(property: Property): Arbitrary<unknown> {
  const one = oneOf(property)
  return property.many ? fc.array(one, { minLength: 1, maxLength: 3 }) : one
}

type Model = { [field: string]: Arbitrary<unknown> }

const modelOf = (properties: Iterable<Property>): Model =>
  Object.fromEntries([...properties].map((property) => [property.name, used(property)]))

/** What an object may have, each part or not; or all that it may have. */
const some = (model: Model, all: boolean): Arbitrary<Raw> =>
  all ? fc.record(model) : fc.record(model, { requiredKeys: [] })

const ACTOR = ['Actor']
const SOURCE = ['Source']

function entity(types: readonly string[], ontology: Ontology, all = false): Arbitrary<Raw> {
  const own = types.flatMap((type) => [...ontology.fields(type).values()])
  const model = {
    label: values.text,
    names: values.names,
    identifiers: values.identifiers,
    addresses: values.addresses,
    description: values.text,
    sameAs: fc.array(
      fc.nat(9).map((place) => new Twin(place)),
      { maxLength: 2 },
    ),
    sources: fc.array(mention(SOURCE), { maxLength: 2 }),
    extra: values.foreign,
    ...modelOf(own),
  }
  const type = types.length === 1 ? types[0] : types
  return fc.tuple(some(model, all), fc.integer({ min: 0, max: 9 })).map(([{ sameAs, ...fields }, unnamed]) =>
    // What has no name is the same as nothing else.
    unnamed === 0 ? { ...fields, type, unnamed: true } : { ...fields, sameAs, type },
  )
}

function claim({ details }: Relation, all: boolean): Arbitrary<Raw> {
  const model = {
    by: mention(ACTOR),
    source: mention(SOURCE),
    at: values.string,
    via: mention(ACTOR),
    said: values.date,
    withdrawn: values.date,
    likelihood: values.likelihood,
    confidence: values.fraction,
    credibility: fc.integer({ min: 1, max: 6 }),
    method: fc.constantFrom('human', 'machine', 'derived'),
    extra: values.foreign,
    ...modelOf(details.values()),
  }
  const stance = fc.constantFrom('asserts', 'asserts', 'alleges', 'announces', 'predicts', 'denies')
  return fc.tuple(stance, some(model, all)).map(([stance, fields]) => ({ stance, ...fields }))
}

function statement(relation: Relation, all = false): Arbitrary<Raw> {
  return fc
    .record({
      ends: fc.tuple(mention(relation.from), mention(relation.to)),
      qualifiers: some(modelOf(relation.defining.values()), all),
      occurrence: fc.option(values.string, { nil: undefined }),
      claims: fc.array(claim(relation, all), { minLength: 1, maxLength: 3 }),
    })
    .map(({ ends: [subject, object], qualifiers, occurrence, claims }) => ({
      relation: relation.name,
      subject,
      object,
      ...qualifiers,
      ...(occurrence === undefined ? {} : { occurrence }),
      claims,
    }))
}

/** Types that one thing can have at once, in the order in which a reader takes them. */
function typesOf(ontology: Ontology): Arbitrary<readonly string[]> {
  return fc
    .uniqueArray(fc.constantFrom(...ontology.types.keys()), { minLength: 1, maxLength: 3 })
    .map((types) =>
      ontology.leaves(
        types.filter((type, i) => types.slice(0, i).every((other) => ontology.compatible(type, other))),
      ),
    )
}

/** Worlds of a few records of any type and relation. */
export function worlds(ontology: Ontology): Arbitrary<World> {
  const entities = typesOf(ontology).chain((types) => entity(types, ontology))
  const statements = fc.constantFrom(...ontology.relations.values()).chain((relation) => statement(relation))
  return fc
    .record({
      prefixes: ids.prefixes,
      ids: fc.uniqueArray(ids.id, { minLength: 12, maxLength: 12 }),
      entities: fc.array(fc.tuple(entities, fc.nat(9)), { maxLength: 5 }),
      statements: fc.array(statements, { maxLength: 5 }),
    })
    .map((parts) => assembled(parts, ontology))
}

/** Worlds with an entity of every type and a statement of every relation, with all that they may have. */
export function fullWorlds(ontology: Ontology): Arbitrary<World> {
  const types = [...ontology.types.keys()]
  const relations = [...ontology.relations.values()]
  return fc
    .record({
      prefixes: ids.prefixes,
      ids: fc.uniqueArray(ids.id, { minLength: types.length + 5, maxLength: types.length + 5 }),
      entities: fc.tuple(...types.map((type) => fc.tuple(entity([type], ontology, true), fc.nat(9)))),
      statements: fc.tuple(...relations.map((relation) => statement(relation, true))),
    })
    .map((parts) => assembled(parts, ontology))
}
