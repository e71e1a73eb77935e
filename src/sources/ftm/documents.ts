import type { Identifier } from '../../model/record'
import { jurisdictionId } from '../../reference/states'
import { codeOf } from '../lists/countries'
import { isText } from './names'
import { type Properties, valuesOf } from './node'
import { isA } from './schemata'
import { readWhen } from './times'

/** Kinds of documents by the words of their type; the first that fits counts. */
const KINDS: readonly (readonly [words: RegExp, scheme: string])[] = [
  // A series of its own: such a number may be that of another's passport.
  [/\bdiplomatic/i, 'x-diplomatic-passport'],
  [/passport/i, 'passport'],
  [/\b(?:national id|national identi|identity card|id card|personal id)/i, 'national-id'],
  [/\btax/i, 'tax'],
  [/\bdriv/i, 'x-driving-licence'],
]

/** Whether entities of a schema are documents that identify whoever holds them. */
export function isIdentification(schema: string): boolean {
  return isA(schema, 'Identification')
}

/**
 * The identifiers that a passport or another identification gives its holder, with the country that issued it and the
 * time of its validity.
 */
export function identifiersOf(schema: string, properties: Properties): Identifier[] {
  const [type = ''] = valuesOf(properties, 'type')
  const scheme = kindOf(schema === 'Passport' ? `${type} passport` : type)
  const [country, ...others] = valuesOf(properties, 'country')
  const code = country === undefined || others.length > 0 ? undefined : codeOf(jurisdictionId(country))
  const when = readWhen(properties)
  const numbers = new Set([...valuesOf(properties, 'number'), ...valuesOf(properties, 'passportNumber')])
  return [...numbers].filter(isText).map((value) => ({
    scheme,
    value,
    ...(code === undefined ? {} : { country: code }),
    ...(when === undefined ? {} : { when }),
  }))
}

function kindOf(type: string): string {
  return KINDS.find(([words]) => words.test(type))?.[1] ?? 'x-document'
}
