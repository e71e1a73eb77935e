/** A typed array that a table keeps one column in. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** Days that no date reaches: unbounded, in a column of integers. */
export const NO_START = -0x80000000
export const NO_END = 0x7fffffff

/**
 * A table as columns: equally long typed arrays that grow together. Row 0 is never used, so that 0 can mean
 * *none* wherever a row is named.
 */
export class Table<C extends { [name: string]: Column }> {
  readonly columns: C
  /** One more than the last row. */
  length = 1
  #capacity = 0

  constructor(columns: C) {
    this.columns = columns
  }

  /** Adds a row of zeros. */
  add(): number {
    if (this.length >= this.#capacity) this.#resize(Math.max(64, Math.ceil(this.#capacity * 1.5)))
    return this.length++
  }

  /** Gives back the room that no row uses. */
  trim(): void {
    this.#resize(this.length)
  }

  #resize(capacity: number): void {
    this.#capacity = capacity
    for (const name in this.columns) {
      const old = this.columns[name]!
      if (old.length === capacity) continue
      // A column of the same kind, as long as wanted.
      const wider = new (old.constructor as new (length: number) => Column)(capacity)
      wider.set(old.length > capacity ? old.subarray(0, capacity) : old)
      this.columns[name] = wider as C[typeof name]
    }
  }
}

/** Rows by the hash of what they hold: open addressing over row numbers, nothing else kept. */
export class HashIndex {
  #slots = new Uint32Array(64)
  #used = 0
  readonly #hash: (row: number) => number

  /** @param hash the hash of a row, from what its table holds */
  constructor(hash: (row: number) => number) {
    this.#hash = hash
  }

  /**
   * The row with this hash that is the one looked for, or 0.
   *
   * @param same whether a row is it
   */
  find(hash: number, same: (row: number) => boolean): number {
    const mask = this.#slots.length - 1
    for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
      const row = this.#slots[at]!
      if (row === 0 || same(row)) return row
    }
  }

  /** Takes a row that `find` did not find. */
  add(hash: number, row: number): void {
    if (++this.#used > this.#slots.length * 0.7) this.#grow()
    this.#place(hash, row)
  }

  #place(hash: number, row: number): void {
    const mask = this.#slots.length - 1
    let at = spread(hash) & mask
    while (this.#slots[at] !== 0) at = (at + 1) & mask
    this.#slots[at] = row
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 2)
    for (const row of old) if (row !== 0) this.#place(this.#hash(row), row)
  }
}

/** Joins a number to a hash. */
export function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15)
}

/** Joins a string to a hash (FNV-1a). */
export function mixString(hash: number, text: string): number {
  let out = hash ^ 0x811c9dc5
  for (let i = 0; i < text.length; i++) out = Math.imul(out ^ text.charCodeAt(i), 0x01000193)
  return out
}

/** Carries all of a hash into its lowest bits. */
export function spread(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}
