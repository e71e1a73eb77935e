/** Property → its values, each once. */
export type Properties = ReadonlyMap<string, readonly string[]>

/** Fields of JSON. */
export type Fields = { readonly [field: string]: unknown }

/** An entity of FollowTheMoney on its way in, of whatever form it came: things and links alike. */
export interface Node {
  readonly id: string
  readonly schema: string
  readonly properties: Properties
  /** All other fields as they stand: `caption`, `datasets`, `referents`, `first_seen`… */
  readonly rest: Fields
  /** It stands within another entity, as others may have it, too. */
  readonly within?: true
  /** The data sets that say so, where each value has its own. */
  readonly saidBy?: (property: string, value: string) => readonly string[]
  /** The language of a name, where it is known. */
  readonly languageOf?: (property: string, value: string) => string | undefined
}

/**
 * An entity of FollowTheMoney, as it stands in a line of `entities.ftm.json`: things and links alike.
 *
 * Source: FollowTheMoney, https://followthemoney.tech/docs/; OpenSanctions, *Entity structure*,
 * https://www.opensanctions.org/docs/entities/
 */
export interface FtmEntity {
  readonly id: string
  /** Its name, for people. */
  readonly caption?: string
  /** `Person`, `Company`, `Ownership`… */
  readonly schema: string
  readonly properties: { readonly [property: string]: readonly string[] }
  /** Other ids that it had. */
  readonly referents?: readonly string[]
  /** Names of the data sets that it is in. */
  readonly datasets?: readonly string[]
  readonly [field: string]: unknown
}

/** The values of a property; none where it has none. */
export function valuesOf(properties: Properties, property: string): readonly string[] {
  return properties.get(property) ?? NONE
}

/** The value of a property that has one alone. */
export function onlyOf(properties: Properties, property: string): string | undefined {
  const values = valuesOf(properties, property)
  return values.length === 1 ? values[0] : undefined
}

/** A field that is a list of texts. */
export function textsOf(rest: Fields, field: string): readonly string[] {
  const value = Object.hasOwn(rest, field) ? rest[field] : undefined
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : NONE
}

const NONE: readonly string[] = []

/**
 * What of an entity its record does not say: the properties that would not come back from it, as they stand. One that
 * would come back and does not stand there has no values.
 */
export function residueOf(properties: Properties, back: Properties): Fields | undefined {
  const parts: [string, readonly string[]][] = []
  for (const [property, values] of properties) {
    if (!sameSet(values, valuesOf(back, property))) parts.push([property, values])
  }
  for (const property of back.keys()) if (!properties.has(property)) parts.push([property, NONE])
  // fromEntries makes own properties of all keys, also of `__proto__`.
  return parts.length > 0 ? Object.fromEntries(parts) : undefined
}

/** What {@link residueOf} left, and what comes back without it. */
export function restored(back: Properties, residue: Properties): Map<string, readonly string[]> {
  const all = new Map([...back, ...residue])
  for (const [property, values] of all) if (values.length === 0) all.delete(property)
  return all
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  const there = new Set(a)
  return b.every((one) => there.has(one))
}

/** Adds values to a property, each once. */
export function addTo(properties: Map<string, string[]>, property: string, values: Iterable<string>): void {
  const there = properties.get(property) ?? []
  const known = new Set(there)
  for (const value of values) {
    if (known.has(value)) continue
    known.add(value)
    there.push(value)
  }
  if (there.length > 0) properties.set(property, there)
}
