import type { Address, Identifier } from '../../model/record'
import { attributeOf, childrenOf, type XmlElement } from '../input/xml'
import { anyStated, joined, stated } from '../lists/stated'
import { countryCode } from './list'
import { remarksOf } from './remarks'

/** Ways to reach somebody, by the key of the list. */
const CONTACTS: readonly (readonly [key: RegExp, scheme: string])[] = [
  [/mail/i, 'email'],
  [/phone|mobile/i, 'phone'],
  [/web|url/i, 'website'],
]

/** An address of an entry, and what the list says beside. */
export interface ReadAddress {
  readonly address?: Address
  readonly contacts: readonly Identifier[]
  readonly notes?: object
}

/** Reads an address with the contacts that stand at it; of one whose country alone is told unknown, only the remarks are kept. */
export function readAddress(element: XmlElement): ReadAddress {
  const at = (name: string) => attributeOf(element, name)
  const box = at('poBox')
  const address = anyStated({
    street: joined([at('street'), box === undefined ? undefined : `P.O. Box ${box}`], ', '),
    city: at('city') ?? at('place'),
    region: at('region'),
    postcode: at('zipCode'),
    country: countryCode(at('countryIso2Code')) === undefined ? undefined : at('countryDescription'),
  })
  const contacts: Identifier[] = []
  const others: { [key: string]: string } = {}
  for (const info of childrenOf(element, 'contactInfo')) {
    const key = attributeOf(info, 'key') ?? ''
    const value = attributeOf(info, 'value')
    const scheme = CONTACTS.find(([pattern]) => pattern.test(key))?.[1]
    if (value === undefined) continue
    if (scheme === undefined) others[`contact ${key}`] = value
    else contacts.push({ scheme, value })
  }
  const remarks = remarksOf(element)
  const notes = anyStated({
    remarks,
    ...others,
    place: at('city') === undefined ? undefined : at('place'),
    asAtListingTime: at('asAtListingTime') === 'true' ? true : undefined,
  })
  return {
    contacts,
    ...stated({
      address,
      notes: notes === undefined ? undefined : { ...(address ?? {}), ...notes },
    }),
  }
}
