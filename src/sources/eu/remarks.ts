import { childrenOf, type XmlElement } from '../input/xml'

/** What somebody noted at a part of an entry. */
export function remarksOf(element: XmlElement): string[] {
  return childrenOf(element, 'remark')
    .map(({ text }) => text)
    .filter((text) => text !== '')
}
