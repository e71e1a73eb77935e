import { mixString, spread } from './columns'

/**
 * Values numbered from 1 in the order of their coming, each kept once; 0 is none.
 *
 * A hash table of its own rather than a `Map`: half the room, and as it keeps hashes beside the numbers, a look-up
 * meets no key but, nearly always, the right one. Most of the time of a load is spent waiting for memory here.
 */
export class Dictionary<T = string> {
  readonly #keys: string[] = []
  readonly #values: T[] | string[]
  readonly #make: ((key: string) => T) | undefined
  /** Open addressing: the number of a key, then its hash. */
  #slots = new Uint32Array(2 * 64)

  /** @param make what is kept for a key; the key itself where nothing is given */
  constructor(...[make]: string extends T ? [((key: string) => T)?] : [(key: string) => T]) {
    this.#make = make
    this.#values = make ? [] : this.#keys
  }

  get size(): number {
    return this.#keys.length
  }

  /** The number of a key, a new one where it is new. */
  number(key: string | undefined): number {
    if (key === undefined || key === '') return 0
    const hash = hashOf(key)
    const at = this.#slot(key, hash)
    const found = this.#slots[at]!
    if (found !== 0) return found
    if (this.#make) (this.#values as T[]).push(this.#make(key)) // before the key: it may throw
    const number = this.#keys.push(key)
    this.#slots[at] = number
    this.#slots[at + 1] = hash
    if (number > this.#slots.length * 0.35) this.#grow()
    return number
  }

  /** The number of a key, or 0. */
  find(key: string): number {
    return this.#slots[this.#slot(key, hashOf(key))]!
  }

  /** The value of a number that is not 0. */
  at(number: number): T {
    return this.#values[number - 1] as T // numbers are only made above
  }

  /** The value, or undefined for 0. */
  get(number: number): T | undefined {
    return number === 0 ? undefined : (this.#values[number - 1] as T)
  }

  /** Where a key stands, or would. */
  #slot(key: string, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let at = (hash << 1) & mask; ; at = (at + 2) & mask) {
      const number = slots[at]!
      if (number === 0 || (slots[at + 1] === hash && this.#keys[number - 1] === key)) return at
    }
  }

  #grow(): void {
    const old = this.#slots
    const slots = new Uint32Array(old.length * 2)
    const mask = slots.length - 1
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === 0) continue
      let at = (old[i + 1]! << 1) & mask
      while (slots[at] !== 0) at = (at + 2) & mask
      slots[at] = old[i]!
      slots[at + 1] = old[i + 1]!
    }
    this.#slots = slots
  }
}

/** Other keys collide in each process, so that nobody can choose them. */
const SEED = Math.floor(Math.random() * 2 ** 32)

function hashOf(key: string): number {
  return spread(mixString(SEED, key))
}
