/** Values numbered from 1 in the order of their coming, each kept once; 0 is none. */
export class Dictionary<T = string> {
  readonly #numbers = new Map<string, number>()
  readonly #values: T[] = []
  readonly #make: (key: string) => T

  /** @param make what is kept for a key; the key itself where nothing is given */
  constructor(make: (key: string) => T) {
    this.#make = make
  }

  get size(): number {
    return this.#values.length
  }

  /** The number of a key, a new one where it is new. */
  number(key: string | undefined): number {
    if (key === undefined || key === '') return 0
    let found = this.#numbers.get(key)
    if (found === undefined) {
      this.#values.push(this.#make(key))
      found = this.#values.length
      this.#numbers.set(key, found)
    }
    return found
  }

  /** The number of a key, or 0. */
  find(key: string): number {
    return this.#numbers.get(key) ?? 0
  }

  /** The value of a number that is not 0. */
  at(number: number): T {
    return this.#values[number - 1]! // numbers are only made above
  }

  /** The value, or undefined for 0. */
  get(number: number): T | undefined {
    return number === 0 ? undefined : this.#values[number - 1]
  }
}
