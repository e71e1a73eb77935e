import type { Address } from '../../model/record'
import { jurisdictionId } from '../../reference/states'
import { codeOf } from '../lists/countries'
import { isText } from './names'
import { addTo, type Properties, valuesOf } from './node'

/** Parts of an address, and the properties of an `Address` that they stand in. */
const PARTS = [
  ['text', 'full'],
  ['street', 'street'],
  ['city', 'city'],
  ['region', 'region'],
  ['postcode', 'postalCode'],
] as const

/** The address that an `Address` describes; of several values of a part, the first. */
export function addressOf(properties: Properties): Address | undefined {
  const parts = PARTS.flatMap(([part, property]): [string, string][] => {
    const value = valuesOf(properties, property).find(isText)
    return value === undefined ? [] : [[part, value]]
  })
  const [country] = valuesOf(properties, 'country')
  const code = country === undefined ? undefined : codeOf(jurisdictionId(country))
  if (code !== undefined) parts.push(['country', code])
  return parts.length > 0 ? Object.fromEntries(parts) : undefined
}

/** The same back, of an address that is an entity of its own. */
export function writeAddressParts(address: Address, properties: Map<string, string[]>): void {
  for (const [part, property] of PARTS) addTo(properties, property, [address[part] ?? []].flat())
  if (/^[A-Z]{2}$/.test(address.country ?? '')) addTo(properties, 'country', [address.country!.toLowerCase()])
}

/** An address on one line. */
export function addressLine({ text, street, city, region, postcode, country }: Address): string {
  return text ?? [street, postcode, city, region, country].filter((part) => part !== undefined).join(', ')
}
