import type { SourceContext } from '../../input/context'
import { attributeOf, childrenAt, type XmlElement } from '../../input/xml'
import { dateIn } from '../../lists/written-dates'
import type { PartyFacts } from '../facts'
import { tagOf } from '../programmes'
import { earlier, type StatedListing } from '../stated-listing'
import { isUnnamed } from './values'

/**
 * How an entry says that its party is listed. Days that are none, programmes and authorities of which there is a number alone
 * are kept beside.
 */
export function statedListing(entity: XmlElement, facts: PartyFacts, context: SourceContext): StatedListing {
  const textsAt = (...path: readonly string[]) =>
    childrenAt(entity, ...path)
      .map(({ text }) => text)
      .filter((text) => text !== '')
  const namesAt = (...path: readonly string[]) =>
    childrenAt(entity, ...path).flatMap((element) => {
      if (isUnnamed(element)) facts.note('sanctionsInformation', element.text)
      return element.text === '' || isUnnamed(element) ? [] : [element.text]
    })
  const lists = new Map<string, string | undefined>()
  for (const list of childrenAt(entity, 'sanctionsLists', 'sanctionsList')) {
    const written = attributeOf(list, 'datePublished')
    const day = dateIn(written, 'datePublished', context)
    if (written !== undefined && day === undefined) {
      facts.note('sanctionsInformation', `${list.text} ${written}`)
    }
    lists.set(list.text, earlier(lists.get(list.text), day))
  }
  return {
    lists,
    tags: new Set(namesAt('sanctionsPrograms', 'sanctionsProgram').map(tagOf)),
    types: new Set(textsAt('sanctionsTypes', 'sanctionsType')),
    legalBases: new Set(namesAt('legalAuthorities', 'legalAuthority')),
  }
}
