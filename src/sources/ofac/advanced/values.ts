import type { SourceContext } from '../../input/context'
import { attributeOf, type XmlElement } from '../../input/xml'
import { tellTwice } from './numbers'

/**
 * The value sets of a file: everything else names its values by their numbers alone, which are told apart by the set. One
 * number may stand in several sets. A number that its set does not have is told once, whoever uses it.
 */
export class Values {
  readonly #sets = new Map<string, Map<string, XmlElement>>()
  readonly #told = new Set<string>()
  readonly #context: SourceContext

  constructor(context: SourceContext) {
    this.#context = context
  }

  /** Takes the value sets of a file; of a number that comes twice the first value stands. */
  add(sets: XmlElement): void {
    for (const { children } of sets.children) {
      for (const value of children) {
        const id = attributeOf(value, 'ID')
        if (id === undefined) continue
        const set = this.#sets.get(value.name) ?? new Map<string, XmlElement>()
        this.#sets.set(value.name, set)
        if (set.has(id)) tellTwice(`the value ${value.name} ${id}`, value, this.#context)
        else set.set(id, value)
      }
    }
  }

  /**
   * The value that an attribute has the number of: `RelationTypeID` of an element is one of `RelationType`.
   *
   * @returns undefined where there is no such attribute, or the set does not have the number, which is told
   */
  find(element: XmlElement | undefined, set: string, attribute = `${set}ID`): XmlElement | undefined {
    const id = attributeOf(element, attribute)
    const value = id === undefined ? undefined : this.#sets.get(set)?.get(id)
    if (element && id !== undefined && !value) this.#tellMissing(`${set} ${id}`, element)
    return value
  }

  /** What it stands for; undefined also where the file says that it is not known. */
  of(element: XmlElement | undefined, set: string, attribute = `${set}ID`): string | undefined {
    const text = this.find(element, set, attribute)?.text
    return text === '' || text === 'Unknown' ? undefined : text
  }

  /** The same; the number itself, `FeatureType 8`, where the set does not have it, so that what it says is not lost. */
  words(element: XmlElement | undefined, set: string, attribute = `${set}ID`): string | undefined {
    const id = attributeOf(element, attribute)
    const isMissing = id !== undefined && !this.find(element, set, attribute)
    return isMissing ? `${set} ${id}` : this.of(element, set, attribute)
  }

  #tellMissing(key: string, { line }: XmlElement): void {
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.#context.tell('dangling', `the value sets have no ${key.slice(0, 100)}`, {
      line,
      hint: 'what is said by this number is kept as it stands',
    })
  }
}
