import type { SourceContext } from '../../input/context'
import { attributeOf, childOf, textAt, type XmlElement } from '../../input/xml'

/** Deeper than anything that is read: the type of a part of a name is the seventh within an entity. */
const DEEPEST = 10

/**
 * The reference values of a file, and its types of features. Elements have the number of theirs, and its words beside; where
 * these are missing the number counts. One that the file does not have is told once, and stands in the place of the words.
 */
export class ReferenceValues {
  readonly #words = new Map<string, string>()
  readonly #told = new Set<string>()
  readonly #context: SourceContext

  constructor(context: SourceContext) {
    this.#context = context
  }

  /** Takes a `referenceValue` or a `featureType`; of a number that comes twice the first stands. */
  add(value: XmlElement): void {
    const key = keyOf(value)
    const words = textAt(value, 'value') ?? textAt(value, 'type')
    if (key === undefined || words === undefined) return
    if (this.#words.has(key)) {
      const what = value.name === 'referenceValue' ? 'reference value' : 'feature type'
      const message = `the ${what} ${idOf(value)?.slice(0, 100)} comes twice`
      this.#context.tell('conflict', message, { line: value.line, hint: 'the first stands' })
    } else this.#words.set(key, words)
  }

  /** An element with the words of all numbers within it that have none beside. */
  worded(element: XmlElement, parent = '', depth = 0): XmlElement {
    if (depth > DEEPEST) return element
    const children = element.children.map((child) => this.worded(child, element.name, depth + 1))
    const value = this.#valueOf(element)
    if (value) children.push(value)
    const key = element.text === '' ? keyOf(element) : undefined
    if (key === undefined && !value && children.every((child, i) => child === element.children[i]))
      return element
    const text = key === undefined ? element.text : this.#find(key, numbered(element, parent), element)
    return { ...element, children, text }
  }

  /** The value of a feature that has its number alone. */
  #valueOf(element: XmlElement): XmlElement | undefined {
    const number = element.name === 'feature' ? childOf(element, 'valueRefId') : undefined
    if (!number || number.text === '' || textAt(element, 'value') !== undefined) return undefined
    const text = this.#find(`refId ${number.text}`, `feature value ${number.text}`, number)
    return { ...number, name: 'value', text }
  }

  #find(key: string, otherwise: string, { line }: XmlElement): string {
    const words = this.#words.get(key)
    if (words === undefined && !this.#told.has(key)) {
      this.#told.add(key)
      this.#context.tell('dangling', `the reference values have no ${otherwise.slice(0, 100)}`, {
        line,
        hint: 'what is said by this number is kept as it stands',
      })
    }
    return words ?? otherwise
  }
}

/** Whether the words of an element are its number, which the file does not name. */
export function isUnnamed(element: XmlElement, parent = ''): boolean {
  return keyOf(element) !== undefined && element.text === numbered(element, parent)
}

/** What stands for the words of an element: `sanctionsType 667`, `feature type 8`. */
function numbered(element: XmlElement, parent: string): string {
  return `${element.name === 'type' ? `${parent} type` : element.name} ${idOf(element)}`
}

function idOf(element: XmlElement): string | undefined {
  return attributeOf(element, 'refId') ?? attributeOf(element, 'featureTypeId')
}

/** The number of an element, with what it is a number of. */
function keyOf(element: XmlElement): string | undefined {
  const id = idOf(element)
  const name = attributeOf(element, 'refId') === undefined ? 'featureTypeId' : 'refId'
  return id === undefined ? undefined : `${name} ${id}`
}
