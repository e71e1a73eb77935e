import type { Identifier } from '../../model/record'
import { attributeOf, type XmlElement } from '../input/xml'
import { anyStated, distinct } from '../lists/stated'
import { countryCode } from './list'
import { remarksOf } from './remarks'

/** What documents are, by their type codes; the first that fits counts. */
const SCHEMES: readonly (readonly [code: RegExp, scheme: string])[] = [
  [/passport/, 'passport'],
  [/^(?:id|ssn)$/, 'national-id'],
  [/fiscal|tax/, 'tax'],
  [/regnumber/, 'registration'],
  [/swift/, 'swift-code'],
  [/birth/, 'x-birth-certificate'],
  [/driv|drv/, 'x-driving-licence'],
]

/** What makes a document one that proves nothing. */
const NOT_VALID = ['knownFalse', 'knownExpired', 'reportedLost', 'revokedByIssuer']

/** What the list says of a document beside its number, type and country. */
const BESIDE = [
  'identificationTypeDescription',
  'diplomatic',
  ...NOT_VALID,
  'issueDate',
  'issuedBy',
  'nameOnDocument',
  'region',
]

/** Reads documents as identifiers, and keeps what the list says of them beside. */
export function readIdentifications(elements: readonly XmlElement[]): {
  readonly identifiers: readonly Identifier[]
  readonly documents: readonly object[]
} {
  return {
    identifiers: distinct(elements.flatMap(identifiersOf), (one) => JSON.stringify(one)),
    documents: elements.map(detailsOf).filter((details) => details !== undefined),
  }
}

function identifiersOf(element: XmlElement): Identifier[] {
  const at = (name: string) => attributeOf(element, name)
  const code = (at('identificationTypeCode') ?? '').toLowerCase()
  const country = countryCode(at('countryIso2Code'))
  const [from, to] = [day(at('validFrom')), day(at('validTo'))]
  const fields = {
    ...(country === undefined ? {} : { country }),
    ...(from === undefined && to === undefined ? {} : { when: `${from ?? ''}/${to ?? ''}` }),
    ...(NOT_VALID.some((name) => at(name) === 'true') ? { valid: false } : {}),
  }
  const values = distinct([at('number'), at('latinNumber')].filter((value) => value !== undefined))
  return values.map((value) => ({ scheme: schemeOf(code, value), value, ...fields }))
}

function schemeOf(code: string, value: string): string {
  // A number of the IMO has seven digits; what the list calls so and has others is kept.
  if (code === 'imo') return /^\d{7}$/.test(value) ? 'imo' : 'x-imo-number'
  return SCHEMES.find(([pattern]) => pattern.test(code))?.[1] ?? 'x-document'
}

/** A day, where it is one: a range that ends before it begins says nothing. */
function day(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined
}

function detailsOf(element: XmlElement): object | undefined {
  const told = BESIDE.map((name) => [name, attributeOf(element, name)] as const).filter(
    ([, value]) => value !== undefined && value !== 'false',
  )
  const remarks = remarksOf(element)
  // That a passport is a passport is said by its scheme.
  const more = told.length > 1 || remarks.length > 0
  const number = attributeOf(element, 'number') ?? attributeOf(element, 'latinNumber')
  return more || number === undefined
    ? anyStated({ number, ...Object.fromEntries(told), remarks })
    : undefined
}
