import type { Address } from '../../../model/record'
import { attributeOf, childrenOf, textAt, type XmlElement } from '../../input/xml'
import { addressOfParts } from '../addresses'
import type { Values } from './values'

/** A location: an address, or the country that somebody is a citizen of. */
export interface Place {
  readonly address: Address
  /** As the file names it. */
  readonly country: string | undefined
}

/** A location of a file. One that has no country, and is in an area that is `undetermined`, is nowhere. */
export function placeOf(location: XmlElement, values: Values): Place {
  const [country = areaOf(location, values)] = childrenOf(location, 'LocationCountry').flatMap(
    (one) => values.of(one, 'Country') ?? [],
  )
  const parts = childrenOf(location, 'LocationPart').flatMap((part) =>
    childrenOf(part, 'LocationPartValue').map(
      (value) => [values.of(part, 'LocPartType') ?? '', textAt(value, 'Value') ?? ''] as const,
    ),
  )
  return { address: addressOfParts(parts, country), country }
}

/** The country of the area that a location is in; an area has a code of ISO 3166 where it is one. */
function areaOf(location: XmlElement, values: Values): string | undefined {
  for (const area of childrenOf(location, 'LocationAreaCode')) {
    const id = attributeOf(area, 'AreaCodeID')
    const isCountry = values.text('AreaCode', id) !== undefined
    const name = isCountry ? values.attribute('AreaCode', id, 'Description') : undefined
    if (name !== undefined) return name
  }
  return undefined
}
