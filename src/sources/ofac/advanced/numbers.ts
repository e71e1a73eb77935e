import type { SourceContext } from '../../input/context'
import { attributeOf, type XmlElement } from '../../input/xml'

/** The numbers that the elements of a file have, by the names of the elements. */
export class Numbers {
  readonly #owners = new Map<string, string | undefined>()

  /**
   * Whether an element is the first that has its number; one that comes twice is told, and the first stands.
   *
   * @param owner the party that it is of, where it stands at one: a party that comes twice has its own numbers twice
   */
  isFirst(element: XmlElement, context: SourceContext, owner?: string): boolean {
    const id = attributeOf(element, 'ID')
    if (id === undefined) return true
    const key = `${element.name} ${id}`
    if (!this.#owners.has(key)) {
      this.#owners.set(key, owner)
      return true
    }
    if (owner !== undefined && this.#owners.get(key) === owner) return true
    tellTwice(key, element, context)
    return false
  }
}

/** Tells that a number comes twice. */
export function tellTwice(what: string, { line }: XmlElement, context: SourceContext): void {
  context.tell('conflict', `${what.slice(0, 100)} comes twice`, { line, hint: 'the first stands' })
}
