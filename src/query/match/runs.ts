import { BREATH } from '../answer'

/** Sorts what comes bit by bit, so that a search for very many can still be stopped meanwhile. */
export class Runs<T> {
  readonly #compare: (a: T, b: T) => number
  readonly #runs: T[][] = []
  #open: T[] = []

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  add(one: T): void {
    this.#open.push(one)
    if (this.#open.length === BREATH) this.#close()
  }

  /** Everything in order; what is the same keeps the order of its coming. It draws breath meanwhile. */
  *sorted(): Generator<undefined, readonly T[]> {
    this.#close()
    let runs: readonly T[][] = this.#runs
    while (runs.length > 1) {
      const merged: T[][] = []
      for (let i = 0; i < runs.length; i += 2) {
        const [one, other] = [runs[i]!, runs[i + 1]]
        merged.push(other ? yield* this.#merged(one, other) : one)
      }
      runs = merged
    }
    return runs[0] ?? []
  }

  #close(): void {
    if (this.#open.length > 0) this.#runs.push(this.#open.sort(this.#compare))
    this.#open = []
  }

  *#merged(one: readonly T[], other: readonly T[]): Generator<undefined, T[]> {
    const merged: T[] = []
    for (let i = 0, j = 0; i < one.length || j < other.length; ) {
      const isFirst = j === other.length || (i < one.length && this.#compare(one[i]!, other[j]!) <= 0)
      merged.push(isFirst ? one[i++]! : other[j++]!)
      if (merged.length % BREATH === 0) yield
    }
    return merged
  }
}
