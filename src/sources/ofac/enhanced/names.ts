import { childrenAt, textAt, type XmlElement } from '../../input/xml'
import type { PartyFacts } from '../facts'
import { takeName } from '../name-parts'

/**
 * Takes the names of a party, the primary one first. A name may be written in several scripts: what is not the writing
 * that counts is an alias.
 *
 * @returns whether there was a primary name
 */
export function takeNames(names: readonly XmlElement[], facts: PartyFacts): boolean {
  let isNamed = false
  for (const name of byRank(names)) {
    for (const writing of byRank(childrenAt(name, 'translations', 'translation'))) {
      const isFirst: boolean = !isNamed && isPrimary(name)
      const isTaken = takeName(
        {
          parts: childrenAt(writing, 'nameParts', 'namePart').map((part) => ({
            kind: textAt(part, 'type'),
            text: textAt(part, 'value') ?? '',
          })),
          whole: textAt(writing, 'formattedFullName'),
          script: textAt(writing, 'script'),
          aliasType: textAt(name, 'aliasType'),
          isLowQuality: textAt(name, 'isLowQuality') === 'true',
          isPrimary: isFirst,
        },
        facts,
      )
      isNamed ||= isTaken
    }
  }
  return isNamed
}

function isPrimary(element: XmlElement): boolean {
  return textAt(element, 'isPrimary') === 'true'
}

function byRank(elements: readonly XmlElement[]): readonly XmlElement[] {
  return elements.toSorted((a, b) => Number(!isPrimary(a)) - Number(!isPrimary(b)))
}
