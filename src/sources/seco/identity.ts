import type { Address, Identifier } from '../../model/record'
import type { SourceContext } from '../input/context'
import { attributeOf, childOf, childrenOf, textAt, type XmlElement } from '../input/xml'
import { type Country, codeOf, codeOfName, idOfCountry } from '../lists/countries'
import { dateOf, oneOf } from '../lists/dates'
import { anyStated, stated, tidy } from '../lists/stated'
import { saysInvalid } from '../lists/validity'
import { tellBadDate, writtenDate } from '../lists/written-dates'
import { type Place, placeOf, readAddress } from './places'

/** What identities of a target say beside their names. */
export interface Identities {
  /** EDTF: of persons. */
  readonly dates: string | undefined
  readonly datesLeft: readonly { readonly [attribute: string]: string }[]
  readonly addresses: readonly Address[]
  readonly addressNotes: readonly object[]
  readonly placesOfBirth: readonly object[]
  readonly nationalities: readonly Country[]
  readonly identifiers: readonly Identifier[]
  readonly documents: readonly object[]
}

/** Reads all identities of a target. */
export function readIdentities(
  identities: readonly XmlElement[],
  places: ReadonlyMap<string, Place>,
  context: SourceContext,
): Identities {
  const all = (name: string) => identities.flatMap((identity) => childrenOf(identity, name))
  const days = all('day-month-year').map((day) => [day, dateIn(day)] as const)
  const left = days
    .filter(([, date]) => date === undefined)
    .map(([day]) => Object.fromEntries(day.attributes))
  for (const { day, month, year, calendar } of left) {
    tellBadDate(
      `${[day, month, year].filter(Boolean).join('.')} (${calendar ?? 'no calendar'})`,
      'date',
      context,
    )
  }
  const addresses = all('address').map((address) => readAddress(address, places))
  const documents = all('identification-document')
  return {
    dates: oneOf(days.map(([, date]) => date).filter((date) => date !== undefined)),
    datesLeft: left,
    addresses: addresses.flatMap(({ address }) => address ?? []),
    addressNotes: addresses.filter(({ remarks }) => remarks !== undefined),
    placesOfBirth: all('place-of-birth')
      .map((birth) => anyStated({ ...placeOf(birth, places), remark: tidy(textAt(birth, 'remarks')) }))
      .filter((place) => place !== undefined),
    nationalities: all('nationality').map((nationality) => {
      const country = childOf(nationality, 'country')
      return { iso2: attributeOf(country, 'iso-code')?.toUpperCase(), name: tidy(country?.text) }
    }),
    identifiers: documents.flatMap((document) => identifierOf(document)),
    documents: documents.map(detailsOf).filter((details) => details !== undefined),
  }
}

/** A date, as precise as it is told; with `?` where the list calls its quality low. */
function dateIn(element: XmlElement): string | undefined {
  const at = (name: string) => attributeOf(element, name)
  if (!/^gregorian$/i.test(at('calendar') ?? 'Gregorian')) return undefined
  const [year, month, day] = [at('year'), at('month'), at('day')]
  const date = dateOf(year, month, day)
  const told = 1 + Number(month !== undefined) + Number(month !== undefined && day !== undefined)
  if (date?.split('-').length !== told) return undefined
  return at('quality') === 'low' ? `${date}?` : date
}

const DOCUMENTS: readonly (readonly [type: RegExp, scheme: string])[] = [
  [/passport/, 'passport'],
  [/^id-card|identity|ssn|social/, 'national-id'],
  [/driv/, 'x-driving-licence'],
]

function identifierOf(element: XmlElement): Identifier[] {
  const value = tidy(textAt(element, 'number'))
  if (value === undefined) return []
  const type = (attributeOf(element, 'document-type') ?? '').toLowerCase()
  const issuer = childOf(element, 'issuer')
  const code = attributeOf(issuer, 'code')?.toUpperCase()
  const country = code === undefined ? codeOfName(tidy(issuer?.text)) : codeOf(idOfCountry({ iso2: code }))
  const from = writtenDate(textAt(element, 'date-of-issue') ?? '')
  const to = writtenDate(textAt(element, 'expiry-date') ?? '')
  const remark = textAt(element, 'remark') ?? ''
  return [
    {
      scheme: DOCUMENTS.find(([pattern]) => pattern.test(type))?.[1] ?? 'x-document',
      value,
      ...(country === undefined ? {} : { country }),
      ...(from === undefined && to === undefined ? {} : { when: `${from ?? ''}/${to ?? ''}` }),
      ...(saysInvalid(remark) ? { valid: false } : {}),
    },
  ]
}

function detailsOf(element: XmlElement): object | undefined {
  const type = attributeOf(element, 'document-type')
  const details = stated(Object.fromEntries(element.children.map(({ name, text }) => [name, tidy(text)])))
  // A passport with a number and an issuer is all told by its identifier.
  const more = Object.keys(details).some(
    (name) => !['number', 'issuer', 'date-of-issue', 'expiry-date'].includes(name),
  )
  return more || details.number === undefined || type !== 'passport'
    ? anyStated({ type, ...details })
    : undefined
}
