import { hintOf } from '../../model/suggest'
import type { SourceContext } from '../input/context'
import type { XmlElement } from '../input/xml'
import { tidy } from './stated'

/**
 * Children of an element that nobody reads, by name, with all their text: a list that has something new loses nothing.
 *
 * @param read names of the children that are read
 * @param context is told of each name once, where it is given: it may be another name of one that is read
 * @returns undefined where there are none
 */
export function leftOf(
  elements: readonly XmlElement[],
  read: ReadonlySet<string>,
  context?: SourceContext,
): { readonly [name: string]: readonly string[] } | undefined {
  const left = new Map<string, string[]>()
  for (const child of elements.flatMap(({ children }) => children)) {
    const text = read.has(child.name) ? undefined : textWithin(child)
    if (text === undefined) continue
    if (context) tellOnce(child, read, context)
    left.set(child.name, [...(left.get(child.name) ?? []), text])
  }
  return left.size > 0 ? Object.fromEntries(left) : undefined
}

/** Names that were told of, by reading. */
const toldOf = new WeakMap<SourceContext, Set<string>>()

function tellOnce({ name, line }: XmlElement, read: ReadonlySet<string>, context: SourceContext): void {
  const told = toldOf.get(context) ?? new Set()
  toldOf.set(context, told)
  const key = `${context.file ?? ''} ${name}`
  if (told.has(key)) return
  told.add(key)
  const message = `an entry has a <${name.slice(0, 80)}>, which is not known; it is kept under extra`
  context.tell('unknown-field', message, { line, ...hintOf(name, read) })
}

/** The text of an element and of all within, and its attributes. */
function textWithin(element: XmlElement): string | undefined {
  const attributes = [...element.attributes].map(([name, value]) => `${name}=${value}`)
  const parts = [...attributes, element.text, ...element.children.map(textWithin)]
  return tidy(parts.filter((part) => part !== undefined && part !== '').join(' '))
}
