import type * as Rdf from '@rdfjs/types'
import { byCodeUnits } from '../../model/canonical'
import { Problem } from '../../model/problem'
import { ENTITY_FIELDS, PARTS } from '../../ontology/common'
import type { Property } from '../../ontology/ontology'
import { readOne } from '../../ontology/values'
import { type Valued, valued } from '../codec'
import { RDF } from '../words'
import { INSTANCE_OF } from './alignment'
import type { Decoding, RawRecord } from './decoding'
import { decodeOne, Fields } from './fields'
import { addExtra, emptyForeign, keep } from './foreign'
import { decodeParts, KEYS, nameOf, type Parts } from './nodes'
import type { Property as Said } from './quad-set'
import type { Role } from './roles'
import { keyOf } from './term-dictionary'

const COMMON: readonly Valued[] = ENTITY_FIELDS.filter(({ kind }) => !Object.hasOwn(PARTS, kind)).map(valued)

/**
 * An entity, of what is said of a subject.
 *
 * @param said everything but statements and what relates it directly
 * @returns undefined where no class of it is known here: without a type there is no entity
 */
export function decodeEntity(
  subject: Rdf.Term,
  said: readonly Said[],
  decoding: Decoding,
): RawRecord | undefined {
  const { types, others } = typesOf(said, decoding)
  if (types.length === 0) return undefined
  const fields = new Fields()
  const parts = { name: newParts(), identifier: newParts(), address: newParts() }
  const labels: Rdf.Term[] = []
  const foreign: Said[] = others
  for (const property of said) {
    const { predicate, object } = property
    const role = decoding.roles.of(predicate)
    if (!role) {
      if (predicate.value !== INSTANCE_OF) foreign.push(property)
    } else if (role.is === 'node') parts[role.of].nodes.push(object)
    else if (object.termType !== 'Literal' && isText(role)) foreign.push(property)
    else if (role.is === 'field' && role.name === 'label') labels.push(object)
    else if (role.is === 'field') fields.add(role.name, object)
    else if (role.is === 'name') parts.name.simple.push(nameOf(object, role.kind))
    else if (role.is === 'identifier')
      parts.identifier.simple.push({ scheme: role.scheme, value: object.value })
    else if (role.is === 'address') parts.address.simple.push({ text: object.value })
  }

  const record: RawRecord = { type: types.length === 1 ? types[0] : types, id: decoding.entity(subject) }
  const own = new Map(types.flatMap((type) => [...decoding.lexicon.ontology.fields(type)]))
  const known = new Map<string, Valued>([...own, ...COMMON.map((field) => [field.name, field] as const)])
  // Of several labels in a language one is the label, the others are names.
  for (const label of labels.sort((a, b) => byCodeUnits(keyOf(a), keyOf(b)))) {
    if (!addText(record, 'label', label)) parts.name.simple.push(nameOf(label, 'alias'))
  }
  for (const name of fields.names()) {
    record[name] = fields.value(known.get(name) ?? unknownField(name, decoding), decoding)
  }
  for (const of of ['name', 'identifier', 'address'] as const) {
    const found = decodeParts(of, parts[of], KEYS[of], decoding)
    if (found.length > 0) record[`${of}${of === 'address' ? 'es' : 's'}`] = found
  }
  addForeign(record, foreign, own, decoding)
  return record
}

/** Whether a predicate has texts: what else it is said to have is foreign. */
function isText(role: Role): boolean {
  if (role.is === 'field') return role.name === 'label' || role.name === 'description'
  return role.is === 'name' || role.is === 'address'
}

/** Whether there may be an entity of a term: of a blank node only where it has a type, since nothing else tells of it. */
export function canBeEntity(term: Rdf.Term, { types }: Decoding): boolean {
  return term.termType === 'NamedNode' || (term.termType === 'BlankNode' && types(term).length > 0)
}

const newParts = (): Parts => ({ nodes: [], simple: [] })

/** A field that the types do not have: as its property is anywhere. */
function unknownField(name: string, { lexicon }: Decoding): Valued {
  const property = lexicon.ontology.definition.properties[name]
  return { name, kind: property?.kind ?? 'string', many: true, list: property?.list }
}

/**
 * The types of an entity: our own, and those that foreign classes stand for, as far as nothing forbids that it is of all
 * of them; and the classes that stand for none.
 */
export function typesOf(
  said: readonly Said[],
  { lexicon, roles, alignment }: Pick<Decoding, 'lexicon' | 'roles' | 'alignment'>,
): { readonly types: string[]; readonly others: Said[] } {
  const { ontology } = lexicon
  const isClass = ({ predicate }: Said) =>
    predicate.value === RDF.type.value || predicate.value === INSTANCE_OF
  const classes = said.filter(isClass).sort(byTerms)
  const types = classes.flatMap(({ object }) => roles.type(object) ?? [])
  const others: Said[] = []
  for (const property of classes) {
    const { object } = property
    if (roles.type(object)) continue
    const type = object.termType === 'NamedNode' ? alignment.types.get(object.value) : undefined
    if (type !== undefined && types.every((other) => ontology.compatible(type, other))) types.push(type)
    else others.push(property)
  }
  return { types: [...ontology.leaves(types)], others } // in the order in which a record's reader has them
}

/** What is said in other words: as our own where it fits and is not said already, as foreign data otherwise. */
function addForeign(
  record: RawRecord,
  foreign: readonly Said[],
  own: ReadonlyMap<string, Property>,
  decoding: Decoding,
): void {
  const { alignment, budget, set } = decoding
  const extra = emptyForeign()
  const aliases: RawRecord[] = []
  const taken = new Set(Object.keys(record))
  for (const { predicate, object } of [...foreign].sort(byTerms)) {
    const common = alignment.common.get(predicate.value)
    if (common && object.termType === 'Literal') {
      if (common === 'alias' || !addText(record, common, object)) aliases.push(nameOf(object, 'alias'))
      continue
    }
    const field = own.get(alignment.fields.get(predicate.value) ?? '')
    const value = field && !taken.has(field.name) ? foreignValue(object, field, decoding) : undefined
    if (value === undefined) keep(extra, predicate, object, set, budget)
    else if (field?.many) {
      record[field.name] ??= []
      ;(record[field.name] as unknown[]).push(value) // as put here
    } else if (record[field!.name] === undefined) record[field!.name] = value
    else keep(extra, predicate, object, set, budget)
  }
  if (aliases.length > 0) record.names = [...((record.names as RawRecord[]) ?? []), ...aliases] // as put here
  addExtra(record, extra, decoding)
}

/** One order, whatever that of the file: of what cannot all stand the first does. */
function byTerms(a: Said, b: Said): number {
  return byCodeUnits(a.predicate.value, b.predicate.value) || byCodeUnits(keyOf(a.object), keyOf(b.object))
}

/** Adds a text in a language that has none yet. */
function addText(record: RawRecord, name: 'label' | 'description', term: Rdf.Term): boolean {
  const { value } = term
  const tag = (term.termType === 'Literal' && term.language) || 'und'
  // Without a prototype: tags are foreign, and there may be very many.
  record[name] ??= Object.create(null)
  const text = record[name] as Record<string, unknown> // as it was put here
  if (typeof text !== 'object' || Object.hasOwn(text, tag)) return text[tag] === value
  text[tag] = value
  return true
}

/** A value in other words, where it can be one of the field. */
function foreignValue(term: Rdf.Term, field: Property, decoding: Decoding): unknown {
  if (field.kind === 'entity' ? !canBeEntity(term, decoding) : term.termType === 'BlankNode') return undefined
  const known =
    field.kind === 'choice'
      ? [...(decoding.alignment.values.get(term.value) ?? [])].find((name) =>
          name.startsWith(`${field.list} `),
        )
      : undefined
  const value = known === undefined ? decodeOne(term, field, decoding) : known.slice(known.indexOf(' ') + 1)
  if (field.kind === 'text') return term.termType === 'Literal' ? value : undefined
  return readOne(value, field, { prefixes: decoding.lexicon.prefixes }) instanceof Problem ? undefined : value
}
