import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { Presence } from '../panel/presence'
import { sharedYears, type Years } from '../years'
import type { Fact, Pair } from './ties'

/** How two vertices, in the order of their ids, stand in one graph: negative, where anything negative is between them. */
export interface Tie {
  readonly a: Row
  readonly b: Row
  readonly sign: 1 | -1
  /** What it rests on, both signs where there are both; sorted by id. */
  readonly rests: readonly Row[]
  /** There is something positive beside. */
  readonly mixed: boolean
}

/** The tie that facts make. There is at least one. */
export function tieOf(lens: Lens, { a, b }: Pair, facts: readonly Fact[]): Tie {
  const negative = facts.some(({ sign }) => sign < 0)
  const mixed = negative && facts.some(({ sign }) => sign > 0)
  return { a, b, sign: negative ? -1 : 1, rests: restsOf(lens, facts), mixed }
}

function restsOf({ store }: Lens, facts: readonly Fact[]): readonly Row[] {
  if (facts.length === 1) return facts[0]!.rests
  const rows = new Set(facts.flatMap(({ rests }) => rests))
  return [...rows].sort((a, b) => (store.statementId(a) < store.statementId(b) ? -1 : 1))
}

/** Who is there, and the ties of each year. */
export interface Yearly {
  /** By year, from the first on; of each in the order of the ids of both ends. */
  readonly ties: readonly (readonly Tie[])[]
  /** Whether both ends of a tie are there in a year. */
  readonly isThere: (tie: Tie, year: number) => boolean
}

/** Sorts ties by years, as long as both ends are there: a state in the spells in which it existed. */
export function byYear(lens: Lens, pairs: readonly Pair[], asked: Years): Yearly {
  const ends = new Set(pairs.flatMap(({ a, b }) => [a, b]))
  const presence = new Presence(lens.store, ends, asked)
  const ties: Tie[][] = Array.from({ length: asked.last - asked.first + 1 }, () => [])
  for (const pair of pairs) {
    const made = new Map<string, Tie>()
    for (const run of presence.together(pair.a, pair.b)) {
      for (let year = run.first; year <= run.last; year++) {
        const facts = pair.facts.filter(
          ({ years }) => years && sharedYears(years, { first: year, last: year }),
        )
        if (facts.length === 0) continue
        // The same facts in another year make the same tie.
        const key = facts.map((fact) => pair.facts.indexOf(fact)).join()
        const tie = made.get(key) ?? tieOf(lens, pair, facts)
        made.set(key, tie)
        ties[year - asked.first]!.push(tie)
      }
    }
  }
  return {
    ties,
    isThere: ({ a, b }, year) =>
      presence.together(a, b).some(({ first, last }) => first <= year && year <= last),
  }
}
