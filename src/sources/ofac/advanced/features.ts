import type { SourceContext } from '../../input/context'
import { childrenOf, textAt, type XmlElement } from '../../input/xml'
import { tellBadDate } from '../../lists/written-dates'
import type { PartyFacts } from '../facts'
import { takeFeature } from '../features'
import { wordsOfDatePeriod } from './periods'
import { type Place, type Places, wordsOfPlace } from './places'
import type { Values } from './values'

/** The kind of features that are addresses. */
const ADDRESS = /^location$/i

/** Takes a feature of a party: each of its versions says something, in words, as a value of a set, a date or a place. */
export function takeFeatureElement(
  feature: XmlElement,
  values: Values,
  places: Places,
  facts: PartyFacts,
  context: SourceContext,
): void {
  const kind = values.words(feature, 'FeatureType') ?? 'feature'
  for (const version of childrenOf(feature, 'FeatureVersion')) {
    const said: string[] = []
    for (const detail of childrenOf(version, 'VersionDetail')) {
      const value = detail.text || values.words(detail, 'DetailReference')
      if (value !== undefined) said.push(value)
    }
    for (const period of childrenOf(version, 'DatePeriod')) {
      const words = wordsOfDatePeriod(period, values)
      if (words && 'words' in words) said.push(words.words)
      else if (words) {
        tellBadDate(words.unread, kind, context)
        facts.note('dates', `${kind} ${words.unread}`)
      }
    }
    for (const location of childrenOf(version, 'VersionLocation')) {
      const found = places.of(location, 'LocationID', context)
      if (found === undefined) continue
      if (typeof found === 'string') facts.note('other', `${kind}: ${found}`)
      else if (ADDRESS.test(kind)) takeAddress(found, facts)
      else said.push(placeInWords(version, found, values))
    }
    const reliability = values.words(version, 'Reliability')
    const comment = textAt(version, 'Comment')
    for (const value of said) if (value !== '') takeFeature({ kind, value, reliability, comment }, facts)
    if (said.length === 0 && comment !== undefined) facts.note('comments', `${kind}: ${comment}`)
  }
}

function takeAddress(place: Place, facts: PartyFacts): void {
  facts.address(place.address)
  if (place.unnamed !== undefined) facts.note('addresses', wordsOfPlace(place))
}

/** A place as what a feature says: the country alone where it is to be one. */
function placeInWords(version: XmlElement, place: Place, values: Values): string {
  const isCountry = childrenOf(version, 'VersionDetail').some(
    (detail) => values.of(detail, 'DetailType')?.toUpperCase() === 'COUNTRY',
  )
  return (isCountry ? (place.country ?? place.unnamed) : undefined) ?? wordsOfPlace(place)
}
