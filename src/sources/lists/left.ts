import type { XmlElement } from '../input/xml'
import { tidy } from './stated'

/**
 * Children of an element that nobody reads, by name, with all their text: a list that has something new loses nothing.
 *
 * @param read names of the children that are read
 * @returns undefined where there are none
 */
export function leftOf(
  elements: readonly XmlElement[],
  read: ReadonlySet<string>,
): { readonly [name: string]: readonly string[] } | undefined {
  const left = new Map<string, string[]>()
  for (const child of elements.flatMap(({ children }) => children)) {
    const text = read.has(child.name) ? undefined : textWithin(child)
    if (text === undefined) continue
    left.set(child.name, [...(left.get(child.name) ?? []), text])
  }
  return left.size > 0 ? Object.fromEntries(left) : undefined
}

/** The text of an element and of all within, and its attributes. */
function textWithin(element: XmlElement): string | undefined {
  const attributes = [...element.attributes].map(([name, value]) => `${name}=${value}`)
  const parts = [...attributes, element.text, ...element.children.map(textWithin)]
  return tidy(parts.filter((part) => part !== undefined && part !== '').join(' '))
}
