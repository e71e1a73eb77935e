import { type Day, dayOf, type Span } from '../../model/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { dayOfView } from '../day'
import { type Embargo, embargoesOn } from '../measures/embargo'
import { forceOn } from '../measures/force'
import type { Years } from '../years'

/** Sanctions that are suspended: for as long they are no tie. */
export class Suspended {
  readonly #lens: Lens
  readonly #day: Day | undefined
  readonly #embargoes = new Map<Row, readonly Embargo[]>()

  constructor(lens: Lens) {
    this.#lens = lens
    this.#day = dayOfView(lens)
  }

  /** Whether sanctions that something rests on are suspended on the day of the view. */
  isNow(rests: readonly Row[]): boolean {
    const day = this.#day
    return day !== undefined && this.#is(this.#suspendable(rests), { from: day, until: day })
  }

  /** The years in which the sanctions that something rests on are not suspended throughout, in runs. */
  yearsWithout(rests: readonly Row[], { first, last }: Years): readonly Years[] {
    const suspendable = this.#suspendable(rests)
    if (suspendable.length === 0) return [{ first, last }]
    const runs: { first: number; last: number }[] = []
    for (let year = first; year <= last; year++) {
      if (this.#is(suspendable, { from: dayOf(year, 1, 1), until: dayOf(year, 12, 31) })) continue
      const run = runs.at(-1)
      if (run?.last === year - 1) run.last = year
      else runs.push({ first: year, last: year })
    }
    return runs
  }

  #is(suspendable: readonly Embargo[], span: Span): boolean {
    return suspendable.some((embargo) => forceOn(this.#lens, embargo, span) === 'suspended')
  }

  /** The sanctions among these statements of which somebody states a suspension. */
  #suspendable(rests: readonly Row[]): readonly Embargo[] {
    const { store } = this.#lens
    return rests
      .filter((row) => store.relationOf(row).name === 'sanctions')
      .flatMap((row) =>
        this.#on(store.statements.columns.object[row]!).filter((one) => one.statement === row),
      )
      .filter(({ suspensions }) => suspensions.length > 0)
  }

  #on(target: Row): readonly Embargo[] {
    const known = this.#embargoes.get(target) ?? embargoesOn(this.#lens, target)
    this.#embargoes.set(target, known)
    return known
  }
}
