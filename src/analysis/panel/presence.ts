import type { Span } from '../../model/days'
import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'
import type { Row, Store } from '../../store/store'
import { sharedYears, type Years, yearsTouched } from '../years'

/** Which entities are there in which of the years asked for. */
export class Presence {
  readonly #years: Years
  readonly #runs: ReadonlyMap<Row, readonly Years[]>

  constructor(store: Store, rows: Iterable<Row>, years: Years) {
    this.#years = years
    this.#runs = new Map(Array.from(rows, (row) => [row, yearsThere(store, row, years)]))
  }

  /** The years in which both are there, in order; none for an entity with itself. */
  together(one: Row, other: Row): readonly Years[] {
    if (one === other) return []
    const theirs = this.#runs.get(other)!
    return this.#runs.get(one)!.flatMap((run) => theirs.flatMap((their) => sharedYears(run, their) ?? []))
  }

  /** How many dyad-years these make, without going through them: year by year, all pairs but those with itself. */
  dyadYears(from: readonly Row[], to: readonly Row[]): number {
    const { first, last } = this.#years
    if (last - first >= MANY_YEARS) return from.length * to.length * (last - first + 1)
    const both = new Set(from)
    const [ones, others] = [this.#perYear(from), this.#perYear(to)]
    const same = this.#perYear(to.filter((row) => both.has(row)))
    return ones.reduce((sum, n, i) => sum + n * others[i]! - same[i]!, 0)
  }

  /** How many of these entities are there in each year. */
  #perYear(rows: readonly Row[]): number[] {
    const { first, last } = this.#years
    const change = new Float64Array(last - first + 2)
    for (const row of rows) {
      for (const run of this.#runs.get(row)!) {
        change[run.first - first]! += 1
        change[run.last - first + 1]! -= 1
      }
    }
    let there = 0
    return Array.from(change.subarray(0, -1), (n) => {
      there += n
      return there
    })
  }
}

/** Beyond so many years there are too many whoever is there. */
const MANY_YEARS = 10_000_000

/**
 * In which of the years asked for an entity was there, as far as it says: a state by the spells in which it
 * `existed`, an organisation as `founded` and `dissolved`, a person as `born` and `died`. What is not known excludes
 * no year.
 *
 * @returns runs of years in order, none touching another
 */
function yearsThere(store: Store, row: Row, asked: Years): readonly Years[] {
  const entity = store.entity(row)
  let runs: readonly Years[] = [asked]
  if (!entity) return runs
  const spells = datesOf(entity.existed)
  if (spells.length > 0) runs = spells.map(yearsTouched)
  const { from } = datesOf(entity.founded ?? entity.born)[0] ?? { from: -Infinity }
  const { until } = datesOf(entity.dissolved ?? entity.died)[0] ?? { until: Infinity }
  const life = yearsTouched({ from, until })
  const within = runs.flatMap((run) => sharedYears(run, asked) ?? [])
  return joined(within.flatMap((run) => sharedYears(run, life) ?? []))
}

/** The possible days of dates: of one, or of a list. */
function datesOf(value: unknown): Span[] {
  return [value].flat().flatMap((date) => {
    const when = typeof date === 'string' ? parseWhen(date) : undefined
    return when === undefined || when instanceof Problem ? [] : [when.possible]
  })
}

function joined(runs: Years[]): Years[] {
  const result: Years[] = []
  for (const run of runs.sort((a, b) => a.first - b.first)) {
    const before = result.at(-1)
    if (before && run.first <= before.last + 1) {
      result[result.length - 1] = { first: before.first, last: Math.max(before.last, run.last) }
    } else result.push(run)
  }
  return result
}
