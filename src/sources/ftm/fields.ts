import type { EntityRecord } from '../../model/record'
import { canonicalLanguage } from '../../model/text'
import { URL_FORM } from '../../ontology/values'
import { fits } from './core-types'
import { isText } from './names'
import { addTo, onlyOf, type Properties, valuesOf } from './node'
import { hasProperty } from './schemata'
import { readFtmDates, readWhen, writeFtmDates, writeWhen } from './times'

/** A field of a type, and the property of a schema that it stands for. */
interface Rule {
  readonly field: string
  readonly type: string
  readonly property: string
  read(properties: Properties): unknown
  /** Whether all of the value could be said. */
  write(value: unknown, properties: Map<string, string[]>): boolean
}

const GENDERS = ['female', 'male', 'other']

const RULES: readonly Rule[] = [
  date('born', 'Person', 'birthDate'),
  date('died', 'Person', 'deathDate'),
  single('gender', 'Person', 'gender', (value) => GENDERS.includes(value)),
  date('founded', 'Organization', 'incorporationDate'),
  date('founded', 'Organization', 'inceptionDate'),
  date('dissolved', 'Organization', 'dissolutionDate'),
  date('published', 'Source', 'publishedAt'),
  single('language', 'Source', 'language', (value) => canonicalLanguage(value) === value),
  single('url', 'Source', 'sourceUrl', (value) => URL_FORM.test(value)),
  {
    field: 'when',
    type: 'Event',
    property: 'startDate',
    read: readWhen,
    write: (value, properties) => {
      const written = writeWhen(String(value))
      for (const [property, values] of written.properties) addTo(properties, property, values)
      return written.exact
    },
  },
  {
    field: 'point',
    type: 'Place',
    property: 'latitude',
    read: (properties) => {
      const [lat, lon] = [degrees(properties, 'latitude', 90), degrees(properties, 'longitude', 180)]
      return lat === undefined || lon === undefined ? undefined : { lat, lon }
    },
    write: (value, properties) => {
      // The boundary: whatever is given as a point was read as one.
      const { lat, lon } = value as { lat: number; lon: number }
      addTo(properties, 'latitude', [String(lat)])
      addTo(properties, 'longitude', [String(lon)])
      return true
    },
  },
]

/** The fields that entities of a type have beside the common ones. */
export function readFields(
  type: string,
  schema: string,
  properties: Properties,
): { readonly [field: string]: unknown } {
  const fields: Record<string, unknown> = {}
  for (const rule of RULES) {
    if (!fits(type, [rule.type]) || !hasProperty(schema, rule.property)) continue
    fields[rule.field] ??= rule.read(properties)
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/**
 * The same back.
 *
 * @param untold told of fields of which not all could be said
 */
export function writeFields(
  record: EntityRecord,
  schema: string,
  properties: Map<string, string[]>,
  untold: (field: string) => void = () => undefined,
): void {
  for (const { field, property, write } of RULES) {
    const value = record[field]
    if (value === undefined || !hasProperty(schema, property)) continue
    if (!write(value, properties)) untold(field)
  }
}

function date(field: string, type: string, property: string): Rule {
  return {
    field,
    type,
    property,
    read: (properties) => readFtmDates(valuesOf(properties, property)),
    write: (value, properties) => {
      const dates = writeFtmDates(String(value))
      addTo(properties, property, dates?.values ?? [])
      return dates?.exact ?? false
    },
  }
}

/** A property with one value, which is that of the field where it is fine. */
function single(field: string, type: string, property: string, isFine: (value: string) => boolean): Rule {
  return {
    field,
    type,
    property,
    read: (properties) => {
      const value = onlyOf(properties, property)
      return value !== undefined && isText(value) && isFine(value) ? value : undefined
    },
    write: (value, properties) => {
      addTo(properties, property, [String(value)])
      return true
    },
  }
}

function degrees(properties: Properties, property: string, most: number): number | undefined {
  const value = onlyOf(properties, property)
  const number = value === undefined || !/^[+-]?\d{1,3}(?:\.\d+)?$/.test(value) ? undefined : Number(value)
  return number === undefined || Math.abs(number) > most ? undefined : number
}
