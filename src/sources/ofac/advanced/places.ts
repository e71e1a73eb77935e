import type { Address } from '../../../model/record'
import type { SourceContext } from '../../input/context'
import { attributeOf, childrenOf, textAt, type XmlElement } from '../../input/xml'
import { addressOfParts, textOfAddress } from '../addresses'
import type { Values } from './values'

/** A location: an address, or the country that somebody is a citizen of. */
export interface Place {
  readonly address: Address
  /** As the file names it. */
  readonly country: string | undefined
  /** The number of its country, where the file does not name that. */
  readonly unnamed: string | undefined
}

/** The locations of a file. */
export class Places {
  readonly #places = new Map<string, Place>()
  readonly #told = new Set<string>()

  /** Takes a location. */
  add(location: XmlElement, values: Values): void {
    const id = attributeOf(location, 'ID')
    if (id !== undefined) this.#places.set(id, placeOf(location, values))
  }

  /**
   * The location that an attribute of an element has the number of.
   *
   * @returns what stands for it in words, `location 404`, where the file has none of that number, which is told once
   */
  of(element: XmlElement, attribute: string, context: SourceContext): Place | string | undefined {
    const id = attributeOf(element, attribute)
    const place = id === undefined ? undefined : this.#places.get(id)
    if (id === undefined || place) return place
    if (!this.#told.has(id)) {
      this.#told.add(id)
      context.tell('dangling', `the file has no location ${id.slice(0, 100)}`, { line: element.line })
    }
    return `location ${id}`
  }
}

/** A place in words. */
export function wordsOfPlace({ address, unnamed }: Place): string {
  return [textOfAddress(address), unnamed].filter((part) => part).join(', ')
}

/** A location of a file. One that has no country, and is in an area that is `undetermined`, is nowhere. */
function placeOf(location: XmlElement, values: Values): Place {
  const countries = childrenOf(location, 'LocationCountry')
  const areas = childrenOf(location, 'LocationAreaCode')
  const [country = areaOf(areas, values)] = countries.flatMap((one) => values.of(one, 'Country') ?? [])
  const numbers = [
    ...countries.map((one) => values.words(one, 'Country')),
    ...areas.map((one) => (values.find(one, 'AreaCode') ? undefined : values.words(one, 'AreaCode'))),
  ]
  const unnamed = country === undefined ? numbers.find((number) => number !== undefined) : undefined
  const parts = childrenOf(location, 'LocationPart').flatMap((part) =>
    childrenOf(part, 'LocationPartValue').map(
      (value) => [values.words(part, 'LocPartType') ?? '', textAt(value, 'Value') ?? ''] as const,
    ),
  )
  return { address: addressOfParts(parts, country), country, unnamed }
}

/** The country of the area that a location is in; an area has a code of ISO 3166 where it is one. */
function areaOf(areas: readonly XmlElement[], values: Values): string | undefined {
  for (const area of areas) {
    const isCountry = values.of(area, 'AreaCode') !== undefined
    const name = isCountry ? attributeOf(values.find(area, 'AreaCode'), 'Description') : undefined
    if (name !== undefined) return name
  }
  return undefined
}
