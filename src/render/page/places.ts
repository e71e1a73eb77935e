/** Things by their place in a list, each once. */
export class Places<T, K = T> {
  readonly #places = new Map<K, number>()
  readonly all: T[] = []
  readonly #keyOf: (thing: T) => K

  /** @param keyOf what two things have in common that are one */
  constructor(keyOf: (thing: T) => K) {
    this.#keyOf = keyOf
  }

  /** The place of a thing: a new one where it is new. */
  of(thing: T): number {
    const key = this.#keyOf(thing)
    let place = this.#places.get(key)
    if (place === undefined) {
      place = this.all.length
      this.#places.set(key, place)
      this.all.push(thing)
    }
    return place
  }

  /** The place of a thing that may not be there: -1. */
  find(thing: T): number {
    return this.#places.get(this.#keyOf(thing)) ?? -1
  }
}
