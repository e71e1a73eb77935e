import { attributeOf, type XmlElement } from '../../input/xml'

/**
 * The value sets of a file: everything else names its values by their numbers alone, which are told apart by the set. One
 * number may stand in several sets.
 */
export class Values {
  readonly #sets = new Map<string, Map<string, XmlElement>>()

  /** Takes the value sets of a file. */
  add(sets: XmlElement): void {
    for (const { children } of sets.children) {
      for (const value of children) {
        const id = attributeOf(value, 'ID')
        if (id === undefined) continue
        const set = this.#sets.get(value.name) ?? new Map<string, XmlElement>()
        this.#sets.set(value.name, set.set(id, value))
      }
    }
  }

  /**
   * What a number stands for.
   *
   * @param set the name of its values: `FeatureType`
   * @returns undefined where the file does not say, or says that it is not known
   */
  text(set: string, id: string | undefined): string | undefined {
    const text = this.#find(set, id)?.text
    return text === undefined || text === '' || text === 'Unknown' ? undefined : text
  }

  /** An attribute of a value, as `PartyTypeID` of a `PartySubType`. */
  attribute(set: string, id: string | undefined, name: string): string | undefined {
    return attributeOf(this.#find(set, id), name)
  }

  /** What a number that an attribute has stands for: `RelationTypeID` of an element is one of `RelationType`. */
  of(element: XmlElement | undefined, set: string, attribute = `${set}ID`): string | undefined {
    return this.text(set, attributeOf(element, attribute))
  }

  #find(set: string, id: string | undefined): XmlElement | undefined {
    return id === undefined ? undefined : this.#sets.get(set)?.get(id)
  }
}
