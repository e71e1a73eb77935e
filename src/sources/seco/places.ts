import type { Address } from '../../model/record'
import { attributeOf, childOf, childrenOf, textAt, type XmlElement } from '../input/xml'
import { anyStated, joined, stated, tidy } from '../lists/stated'

/** A place, to which addresses and births refer by its number. */
export interface Place {
  readonly location?: string
  readonly area?: string
  readonly country?: string
  /** Other spellings of these. */
  readonly variants?: readonly string[]
}

/** Reads a place. */
export function readPlace(element: XmlElement): Place {
  const at = (name: string) => tidy(textAt(element, name))
  const variants = ['location-variant', 'area-variant'].flatMap((name) => childrenOf(element, name))
  const country = childOf(element, 'country')
  return stated({
    location: at('location'),
    area: at('area'),
    country: tidy(country?.text) ?? attributeOf(country, 'iso-code'),
    variants: variants.map(({ text }) => tidy(text)).filter((text) => text !== undefined),
  })
}

/** Reads an address, at a place or not; and what is said of it beside. */
export function readAddress(
  element: XmlElement,
  places: ReadonlyMap<string, Place>,
): { readonly address?: Address; readonly remarks?: string } {
  const at = (name: string) => tidy(textAt(element, name))
  const { location, area, country } = { ...placeOf(element, places), ...readPlace(element) }
  const box = at('p-o-box')
  const address = anyStated({
    street: joined(
      [at('c-o'), at('address-details'), box === undefined ? undefined : `P.O. Box ${box}`],
      ', ',
    ),
    city: location,
    region: area,
    postcode: at('zip-code'),
    country,
  })
  return stated({ address, remarks: at('remarks') ?? at('remark') })
}

/** The place that an element refers to. */
export function placeOf(element: XmlElement, places: ReadonlyMap<string, Place>): Place {
  return places.get(attributeOf(element, 'place-id') ?? '') ?? {}
}
