import { canonicalJson } from '../../model/canonical'
import type { Address, EntityRecord, Identifier } from '../../model/record'
import { addressLine, addressOf, writeAddressParts } from './addresses'
import { coreTypeOf } from './core-types'
import { readFields, writeFields } from './fields'
import { readIdentifiers, writeIdentifiers } from './identifiers'
import { coreId } from './ids'
import { isText, readNames, writeNames } from './names'
import { addTo, type Fields, type Node, onlyOf, residueOf, valuesOf } from './node'

/** What an entity has of other entities: of the passports and addresses that name it, or that it names. */
export interface Lent {
  readonly identifiers: readonly Identifier[]
  readonly addresses: readonly Address[]
}

export const NOTHING_LENT: Lent = { identifiers: [], addresses: [] }

/** What the record of an entity is put together from, beside the entity. */
export interface ThingContext {
  readonly lent: Lent
  /** Properties that come back from statements about it. */
  readonly told: ReadonlyMap<string, readonly string[]>
  readonly sources: readonly string[]
}

/**
 * The record of an entity that is no link. What the record does not say stands under `extra.ftm`, so that
 * {@link thingProperties} and it give the entity back.
 */
export function readThing(node: Node, { lent, told, sources }: ThingContext): EntityRecord {
  const { id, schema, properties } = node
  const type = coreTypeOf(schema)
  const isAddress = schema === 'Address'
  const own = isAddress ? addressOf(properties) : undefined
  const addresses = own
    ? [own]
    : [
        ...lent.addresses,
        ...valuesOf(properties, 'address')
          .filter(isText)
          .map((text) => ({ text })),
      ]
  const description = onlyOf(properties, 'description')
  const referents = referentsOf(node)
  const record: EntityRecord = {
    type,
    id: coreId(id),
    label: { und: labelOf(node) },
    ...listed('names', readNames(properties, node.languageOf)),
    ...listed('identifiers', [...readIdentifiers(schema, properties), ...lent.identifiers]),
    ...listed('addresses', addresses),
    ...(description !== undefined && isText(description) ? { description: { und: description } } : {}),
    ...readFields(type, schema, properties),
    ...listed('sameAs', referents),
    sources,
  }
  const back = thingProperties(record, schema, lent)
  for (const [property, values] of told) addTo(back, property, values)
  return { ...record, extra: { ftm: residueFields(node, residueOf(properties, back)) } }
}

/**
 * What is kept of an entity beside what its record says: its id, its schema, all fields but properties, and those
 * properties that the record does not give back.
 */
export function residueFields({ id, schema, rest }: Node, properties: Fields | undefined): Fields {
  return { ...rest, id, schema, ...(properties === undefined ? {} : { properties }) }
}

/**
 * The properties that the record of an entity says.
 *
 * @param lent what it has of other entities, and does not say itself
 * @param untold told of what cannot be said there
 */
export function thingProperties(
  record: EntityRecord,
  schema: string,
  lent: Lent,
  untold?: (what: string) => void,
): Map<string, string[]> {
  const properties = new Map<string, string[]>()
  writeNames(record.names ?? [], properties)
  const identifiers = without(record.identifiers ?? [], lent.identifiers)
  writeIdentifiers(schema, identifiers, properties, ({ scheme }) =>
    untold?.(`identifiers of scheme '${scheme}'`),
  )
  for (const address of without(record.addresses ?? [], lent.addresses)) {
    if (schema === 'Address') writeAddressParts(address, properties)
    else addTo(properties, 'address', [addressLine(address)])
  }
  const [description] = Object.values(record.description ?? {})
  if (description !== undefined) addTo(properties, 'description', [description])
  writeFields(record, schema, properties, (field) => untold?.(`the field '${field}'`))
  return properties
}

/** The name that people know an entity by. */
export function labelOf({ id, schema, properties, rest }: Node): string {
  const { caption } = rest
  const address = schema === 'Address' ? addressOf(properties) : undefined
  const known = [
    ...(typeof caption === 'string' ? [caption] : []),
    ...['name', 'title', 'number', 'program'].flatMap((property) => valuesOf(properties, property)),
    ...(address ? [addressLine(address)] : []),
    id,
  ]
  return known.find(isText) ?? coreId(id)
}

/** Ids that an entity had, here. */
function referentsOf({ id, rest }: Node): string[] {
  const { referents } = rest
  if (!Array.isArray(referents)) return []
  return referents.filter((one) => typeof one === 'string' && one !== '' && one !== id).map(coreId)
}

function without<T>(items: readonly T[], others: readonly T[]): readonly T[] {
  if (others.length === 0) return items
  const left = new Set(others.map(canonicalJson))
  return items.filter((item) => !left.has(canonicalJson(item)))
}

function listed(field: string, items: readonly unknown[]): Fields {
  return items.length > 0 ? { [field]: items } : {}
}
