import type { ListValue } from '../ontology/definition'
import type { Ontology, Property, Relation } from '../ontology/ontology'
import { table, wrap } from './text'

/** A qualifier, field or detail where it is used. */
interface Use {
  readonly name: string
  readonly kind: string
  readonly definition: string
  /** Types or the list that its values are of. */
  readonly of: readonly string[]
  readonly many: boolean
  readonly required: boolean
  readonly default?: string
}

/** What is told of a name in the vocabulary. */
export type Entry =
  | {
      readonly entry: 'type'
      readonly name: string
      readonly iri: string
      readonly definition: string
      readonly ancestors: readonly string[]
      readonly subtypes: readonly string[]
      readonly fields: readonly Use[]
      readonly subjectOf: readonly string[]
      readonly objectOf: readonly string[]
      readonly counterparts: readonly string[]
    }
  | {
      readonly entry: 'relation'
      readonly name: string
      readonly iri: string
      readonly label: string
      readonly inverse?: string
      readonly definition: string
      readonly subject: readonly string[]
      readonly object: readonly string[]
      readonly aspect: string
      readonly sign: number
      readonly symmetric: boolean
      readonly transitive: boolean
      readonly exclusive: readonly string[]
      /** Rules of inference, where the relation has them: as in its definition. */
      readonly collective?: Relation['collective']
      readonly membership?: Relation['membership']
      readonly dyads?: Relation['dyads']
      readonly defining: readonly Use[]
      readonly details: readonly Use[]
      readonly counterparts: readonly string[]
    }
  | {
      readonly entry: 'property'
      readonly name: string
      readonly iri: string
      readonly kind: string
      readonly definition: string
      readonly fieldOf: readonly string[]
      readonly definingIn: readonly string[]
      readonly detailIn: readonly string[]
      readonly counterparts: readonly string[]
    }
  | {
      readonly entry: 'list'
      readonly name: string
      readonly definition: string
      readonly values: { readonly [value: string]: ListValue }
    }
  | {
      readonly entry: 'value'
      readonly name: string
      readonly list: string
      readonly definition: string
      readonly broader: readonly string[]
      readonly narrower: readonly string[]
      readonly counterparts: readonly string[]
    }

/** Every name that can be asked for. */
export function namesOf({ definition, types, relations }: Ontology): Set<string> {
  const { lists, properties } = definition
  const values = Object.values(lists).flatMap((list) => Object.keys(list.values))
  return new Set([
    ...types.keys(),
    ...relations.keys(),
    ...Object.keys(properties),
    ...Object.keys(lists),
    ...values,
  ])
}

/** What the name stands for: a property and a value may have the same. */
export function entriesOf(ontology: Ontology, name: string): Entry[] {
  const values = Object.keys(ontology.definition.lists).map((list) => listValueOf(ontology, list, name))
  return [
    typeOf(ontology, name),
    relationOf(ontology, name),
    propertyOf(ontology, name),
    listOf(ontology, name),
    ...values,
  ].filter((entry) => entry !== undefined)
}

function typeOf(ontology: Ontology, name: string): Entry | undefined {
  const type = ontology.types.get(name)
  if (!type) return undefined
  const takes = (types: readonly string[]) => types.some((asked) => ontology.isA(name, asked))
  const relations = [...ontology.relations.values()]
  return {
    entry: 'type',
    name,
    iri: ontology.definition.iri + name,
    definition: type.definition,
    ancestors: ontology.lineage(name).slice(1),
    subtypes: [...ontology.types].filter(([, other]) => other.extends === name).map(([other]) => other),
    fields: [...ontology.fields(name).values()].map(useOf),
    subjectOf: relations.filter(({ from }) => takes(from)).map((relation) => relation.name),
    objectOf: relations.filter(({ to }) => takes(to)).map((relation) => relation.name),
    counterparts: type.counterparts ?? [],
  }
}

function relationOf(ontology: Ontology, name: string): Entry | undefined {
  const relation = ontology.relations.get(name)
  if (!relation) return undefined
  return {
    entry: 'relation',
    name,
    iri: ontology.definition.iri + name,
    label: relation.label,
    ...(relation.inverse === undefined ? {} : { inverse: relation.inverse }),
    definition: relation.definition,
    subject: relation.from,
    object: relation.to,
    aspect: relation.aspect,
    sign: relation.sign ?? 0,
    symmetric: relation.symmetric ?? false,
    transitive: relation.transitive ?? false,
    exclusive: relation.exclusive ?? [],
    ...(relation.collective === undefined ? {} : { collective: relation.collective }),
    ...(relation.membership === undefined ? {} : { membership: relation.membership }),
    ...(relation.dyads === undefined ? {} : { dyads: relation.dyads }),
    defining: [...relation.defining.values()].map(useOf),
    details: [...relation.details.values()].map(useOf),
    counterparts: relation.counterparts ?? [],
  }
}

function propertyOf(ontology: Ontology, name: string): Entry | undefined {
  const { properties, types, everyRelation, iri } = ontology.definition
  if (!Object.hasOwn(properties, name)) return undefined
  const property = properties[name]!
  const relations = [...ontology.relations.values()]
  const inEvery = (part: 'defining' | 'details') => Object.hasOwn(everyRelation[part], name)
  const users = (part: 'defining' | 'details') =>
    inEvery(part) ? ['every relation'] : relations.filter((one) => one[part].has(name)).map((one) => one.name)
  return {
    entry: 'property',
    name,
    iri: iri + name,
    kind: property.list ?? property.kind,
    definition: property.definition,
    fieldOf: Object.entries(types)
      .filter(([, { fields }]) => fields && Object.hasOwn(fields, name))
      .map(([type]) => type),
    definingIn: users('defining'),
    detailIn: users('details'),
    counterparts: property.counterparts ?? [],
  }
}

function listOf(ontology: Ontology, name: string): Entry | undefined {
  const { lists } = ontology.definition
  if (!Object.hasOwn(lists, name)) return undefined
  const { definition, values } = lists[name]!
  return { entry: 'list', name, definition, values }
}

function listValueOf(ontology: Ontology, list: string, name: string): Entry | undefined {
  const { values } = ontology.definition.lists[list]!
  if (!Object.hasOwn(values, name)) return undefined
  const { definition, broader = [], counterparts = [] } = values[name]!
  const narrower = Object.entries(values).filter(([, other]) => other.broader?.includes(name))
  return {
    entry: 'value',
    name,
    list,
    definition,
    broader,
    narrower: narrower.map(([other]) => other),
    counterparts,
  }
}

function useOf({ name, kind, definition, of, list, many, required, default: meant }: Property): Use {
  return {
    name,
    kind: list ?? kind,
    definition,
    of,
    many,
    required,
    ...(meant === undefined ? {} : { default: meant }),
  }
}

/** An entry for people. */
export function describe(entry: Entry, columns: number): string {
  const parts = [`${entry.name}: ${entry.entry === 'value' ? `value of ${entry.list}` : entry.entry}`]
  parts.push(wrap(entry.definition, columns, '  '), '')
  parts.push(...facts(entry, columns))
  if (entry.entry === 'type') parts.push(...uses('Fields', entry.fields))
  if (entry.entry === 'relation') {
    parts.push(...uses('Defining qualifiers (which fact it is; on the statement)', entry.defining))
    parts.push(...uses('Details (how a claimant describes it; on the claim)', entry.details))
  }
  if (entry.entry === 'list') {
    const rows = Object.entries(entry.values).map(([value, { definition }]) => [value, definition])
    parts.push('Values', table(rows, '  '), '')
  }
  return parts.join('\n')
}

/** Rows of `name  value`, without those that have nothing to say. */
function facts(entry: Entry, columns: number): string[] {
  const rows: [name: string, value: string][] = factsOf(entry)
    .map(([name, value]): [string, string] => [name, [value].flat().join(', ')])
    .filter(([, value]) => value !== '')
  if (rows.length === 0) return []
  const longest = Math.max(...rows.map(([name]) => name.length)) + 4
  const lines = rows.map(([name, value]) => {
    const indent = ' '.repeat(longest)
    return `  ${name}`.padEnd(longest) + wrap(value, columns, indent).slice(longest)
  })
  return [...lines, '']
}

function factsOf(entry: Entry): [name: string, value: string | readonly string[]][] {
  switch (entry.entry) {
    case 'type':
      return [
        ['is a', entry.ancestors.join(' < ')],
        ['subtypes', entry.subtypes],
        ['subject of', entry.subjectOf],
        ['object of', entry.objectOf],
        ['compare', entry.counterparts],
        ['IRI', entry.iri],
      ]
    case 'relation':
      return [
        ['subject', entry.subject.join(' / ')],
        ['object', entry.object.join(' / ')],
        ['label', entry.label],
        ['inverse', entry.symmetric ? 'itself (symmetric)' : (entry.inverse ?? '')],
        [
          'aspect',
          entry.aspect === 'event'
            ? 'event: happens at some time within its dates'
            : 'state: holds throughout its dates',
        ],
        ['sign', entry.sign === 0 ? '' : entry.sign > 0 ? '+ (friendly)' : '− (hostile)'],
        ['transitive', entry.transitive ? 'yes' : ''],
        [
          'exclusive',
          entry.exclusive.length === 0
            ? ''
            : `but one at a time for the same ${entry.exclusive.join(' and ')}`,
        ],
        ['rule', rules(entry)],
        ['compare', entry.counterparts],
        ['IRI', entry.iri],
      ]
    case 'property':
      return [
        ['kind', entry.kind],
        ['field of', entry.fieldOf],
        ['defines', entry.definingIn],
        ['detail of', entry.detailIn],
        ['compare', entry.counterparts],
        ['IRI', entry.iri],
      ]
    case 'value':
      return [
        ['broader', entry.broader],
        ['narrower', entry.narrower],
        ['compare', entry.counterparts],
      ]
    case 'list':
      return []
  }
}

/** What follows from statements of a relation, where that is asked for. */
function rules({ collective, membership, dyads }: Entry & { entry: 'relation' }): string[] {
  return [
    collective ? 'what an organisation does, its members do through it' : '',
    membership
      ? `membership, where the ${membership.qualifier} is ${membership.value} and no ${membership.suspendedBy} holds`
      : '',
    dyads
      ? `any two with the same object: ${dyads.relation}, with the object as its ${dyads.qualifier}, where that has ${dyads.given}`
      : '',
  ].filter((rule) => rule !== '')
}

function uses(title: string, listed: readonly Use[]): string[] {
  if (listed.length === 0) return []
  const rows = listed.map(({ name, kind, of, many, required, default: meant, definition }) => [
    `${name}${many ? '[]' : ''}${required ? '!' : ''}`,
    of.length > 0 ? of.join(' / ') : kind,
    `${definition}${meant === undefined ? '' : ` (${meant} where not given)`}`,
  ])
  const marks = [
    listed.some((use) => use.many) ? '[] several' : '',
    listed.some((use) => use.required) ? '! required' : '',
  ]
  const legend = marks.filter((mark) => mark !== '').join(', ')
  return [`${title}${legend && `; ${legend}`}`, table(rows, '  '), '']
}
