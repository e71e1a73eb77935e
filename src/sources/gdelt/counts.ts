/** Numbers of events of a reading. */
export class GdeltCounts {
  /** Read: rows that are events. */
  events = 0
  /** Of these, whose actors have two different country codes. */
  pairs = 0
  /** Of these, whose actors are of the kind that was wanted: two different states. */
  taken = 0
  readonly #relations = new Map<string, number>()
  readonly #unmapped = new Map<string, number>()

  /** Of those taken, by the relation that they became. */
  get byRelation(): { readonly [relation: string]: number } {
    return sorted(this.#relations)
  }

  /** Of those taken, by the code of CAMEO that has no counterpart. */
  get byUnmappedCode(): { readonly [code: string]: number } {
    return sorted(this.#unmapped)
  }

  /** @internal */
  take(relation: string): void {
    this.#relations.set(relation, (this.#relations.get(relation) ?? 0) + 1)
  }

  /** @internal */
  leaveOut(code: string): void {
    this.#unmapped.set(code, (this.#unmapped.get(code) ?? 0) + 1)
  }
}

function sorted(counts: ReadonlyMap<string, number>): { readonly [name: string]: number } {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
