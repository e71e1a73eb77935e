import type { SourceContext } from '../../input/context'
import { attributeOf, childrenOf, textAt, type XmlElement } from '../../input/xml'
import { tellBadDate } from '../../lists/written-dates'
import { textOfAddress } from '../addresses'
import type { PartyFacts } from '../facts'
import { takeFeature } from '../features'
import { wordsOfDatePeriod } from './periods'
import type { Place } from './places'
import type { Values } from './values'

/** The kind of features that are addresses. */
const ADDRESS = /^location$/i

/** Takes a feature of a party: each of its versions says something, in words, as a value of a set, a date or a place. */
export function takeFeatureElement(
  feature: XmlElement,
  values: Values,
  place: (id: string) => Place | undefined,
  facts: PartyFacts,
  context: SourceContext,
): void {
  const kind = values.of(feature, 'FeatureType') ?? `feature ${attributeOf(feature, 'FeatureTypeID') ?? ''}`
  for (const version of childrenOf(feature, 'FeatureVersion')) {
    const said: string[] = []
    for (const detail of childrenOf(version, 'VersionDetail')) {
      const value = detail.text || values.of(detail, 'DetailReference')
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
      const found = place(attributeOf(location, 'LocationID') ?? '')
      if (found && ADDRESS.test(kind)) facts.address(found.address)
      else if (found) said.push(placeInWords(version, found, values))
      else context.tell('dangling', `a feature '${kind}' is at a location that is not in the file`)
    }
    const reliability = values.of(version, 'Reliability')
    const comment = textAt(version, 'Comment')
    for (const value of said) if (value !== '') takeFeature({ kind, value, reliability, comment }, facts)
    if (said.length === 0 && comment !== undefined) facts.note('comments', `${kind}: ${comment}`)
  }
}

/** A place as what a feature says: the country alone where it is to be one. */
function placeInWords(version: XmlElement, { address, country }: Place, values: Values): string {
  const isCountry = childrenOf(version, 'VersionDetail').some(
    (detail) => values.of(detail, 'DetailType')?.toUpperCase() === 'COUNTRY',
  )
  return (isCountry ? country : undefined) ?? textOfAddress(address)
}
