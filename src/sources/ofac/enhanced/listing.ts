import type { SourceContext } from '../../input/context'
import { attributeOf, childrenAt, type XmlElement } from '../../input/xml'
import { dateIn } from '../../lists/written-dates'
import { tagOf } from '../programmes'
import { earlier, type StatedListing } from '../stated-listing'

/** How an entry says that its party is listed. */
export function statedListing(entity: XmlElement, context: SourceContext): StatedListing {
  const textsAt = (...path: readonly string[]) =>
    childrenAt(entity, ...path)
      .map(({ text }) => text)
      .filter((text) => text !== '')
  const lists = new Map<string, string | undefined>()
  for (const list of childrenAt(entity, 'sanctionsLists', 'sanctionsList')) {
    const day = dateIn(attributeOf(list, 'datePublished'), 'datePublished', context)
    lists.set(list.text, earlier(lists.get(list.text), day))
  }
  return {
    lists,
    tags: new Set(textsAt('sanctionsPrograms', 'sanctionsProgram').map(tagOf)),
    types: new Set(textsAt('sanctionsTypes', 'sanctionsType')),
    legalBases: new Set(textsAt('legalAuthorities', 'legalAuthority')),
  }
}
