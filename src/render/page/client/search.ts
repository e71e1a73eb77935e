import { folded } from '../../../model/fold'
import type { PageData } from '../data'

/** How well a name fits what is searched for: the smaller, the better. */
const EXACT = 0
const PREFIX = 1
const WORD = 2
const WITHIN = 3

/** Finds entities by any of their names, ids and identifiers. */
export class Search {
  readonly #names: readonly (readonly string[])[]
  readonly #weights: ArrayLike<number>

  /** @param weights how many statements speak of each entity: of two that fit as well, the one with more comes first */
  constructor({ entities }: PageData, weights: ArrayLike<number>) {
    this.#weights = weights
    this.#names = entities.map(({ id, label, names = [], identifiers = [] }) => [
      ...new Set(
        [
          label,
          ...names.map(([text]) => text),
          id,
          id.slice(id.indexOf(':') + 1),
          ...identifiers.map(([, value]) => value),
        ].map(folded),
      ),
    ])
  }

  /** The places of the entities that fit, the best first. */
  find(text: string): number[] {
    const wanted = folded(text)
    if (wanted === '') return []
    const found: { readonly place: number; readonly rank: number }[] = []
    for (const [place, names] of this.#names.entries()) {
      let rank = Number.POSITIVE_INFINITY
      for (const name of names) rank = Math.min(rank, rankOf(name, wanted))
      if (rank <= WITHIN) found.push({ place, rank })
    }
    const weight = (place: number) => this.#weights[place] ?? 0
    found.sort((a, b) => a.rank - b.rank || weight(b.place) - weight(a.place) || a.place - b.place)
    return found.map(({ place }) => place)
  }
}

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted)
  if (at < 0) return Number.POSITIVE_INFINITY
  if (at === 0) return name.length === wanted.length ? EXACT : PREFIX
  for (let next = at; next >= 0; next = name.indexOf(wanted, next + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(name.slice(0, next))) return WORD
  }
  return WITHIN
}
