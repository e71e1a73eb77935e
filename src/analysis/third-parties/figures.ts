import { type Day, dayOf } from '../../model/days'
import { under } from '../../query/broader'
import { decisiveClaims } from '../../query/cite'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row, Store } from '../../store/store'
import { isCounted } from '../counted'
import { yearsFilled, yearsTouched } from '../years'
import type { AskedThirdParties } from './options'

/** Whose statistics a figure is from. */
export type Reported = 'exporter' | 'importer' | 'other' | 'not-stated'

/** The value of a year's exports, as one claim has it. */
export interface Figure {
  readonly year: number
  readonly value: number
  /** By id, since nobody need have declared it; '' where it is of all goods. */
  readonly item: string
  /** The statement that gives it, then those by which its item falls under the one that is asked for. */
  readonly rests: readonly Row[]
}

/** The figures of one partner that may be compared with each other. */
export interface Series {
  readonly partner: Row
  readonly reported: Reported
  /** By id, since nobody need have declared it; '' where it is not stated. */
  readonly reporter: string
  readonly currency: string
  readonly figures: Figure[]
}

/** Figures that cannot be used, by why: rows of their statements. */
export interface Unused {
  /** For their standing. */
  readonly standing: Set<Row>
  /** They are not said to be of one whole year, or their date is not stated. */
  readonly partYear: Set<Row>
  /** There is no number, or no currency. */
  readonly noValue: Set<Row>
  /** Their year ends after the day of the view. */
  readonly later: Set<Row>
}

// Sums of such numbers stay finite.
const MOST = 1e290

/** A month that is not stated (`2013-XX`), one of several or each, and a year that its source is not sure of. */
const IN_PART = /[X[{?]/

/** What is undated may be of any year. */
const ALWAYS = { from: -Infinity, until: Infinity }

/** What is exported to the target in these years, by partner, reporter and currency: these are never mixed. */
export function collectFigures(
  lens: Lens,
  { target, reporter: only, item: asked, counted }: AskedThirdParties,
  years: ReadonlySet<number>,
  day: Day | undefined,
): { readonly series: readonly Series[]; readonly unused: Unused } {
  const { store } = lens
  const series = new Map<string, Series>()
  const unused: Unused = {
    standing: new Set(),
    partYear: new Set(),
    noValue: new Set(),
    later: new Set(),
  }
  const items = asked === undefined ? undefined : under(lens, asked)
  const exportsTo = store.ontology.relation('exportsTo')
  for (const { statement, subject: partner } of Edges.of(lens).about(
    new Set([exportsTo.index]),
    undefined,
    target,
  )) {
    if (partner === target || store.isUnnamed(partner) || lens.standing(statement)?.level === 'denied')
      continue
    const { item: named } = store.qualifiersOf(statement)
    const item = idNow(store, named)
    const within = items?.get(store.findEntity(item))
    if (items && !within) continue
    for (const claim of decisiveClaims(lens, statement)) {
      const when = store.claims.columns.when[claim]!
      const possible = when === 0 ? ALWAYS : store.dates.possible(when)
      const touched = yearsTouched(possible)
      if (![...years].some((year) => touched.first <= year && year <= touched.last)) continue
      const { value, currency, reporter: given, likelihood } = store.restOf(claim)
      const reporter = idNow(store, given)
      const reported = sideOf(reporter, store.idOf(partner), store.idOf(target))
      if (only !== undefined && reported !== only) continue
      const filled = yearsFilled(possible)
      const isYear =
        filled.first === touched.first &&
        filled.last === touched.last &&
        filled.first === filled.last &&
        !IN_PART.test(store.dates.text(when) ?? '')
      // What its claimant asserts as only likely is no fact.
      const isUnsure = likelihood !== undefined && lens.standing(statement)?.level === 'asserted'
      const why =
        isUnsure || !isCounted(lens, [statement], counted)
          ? 'standing'
          : !isYear
            ? 'partYear'
            : typeof value !== 'number' || !(value >= 0 && value <= MOST) || typeof currency !== 'string'
              ? 'noValue'
              : day !== undefined && day < dayOf(filled.last, 12, 31)
                ? 'later'
                : undefined
      if (why !== undefined) {
        unused[why].add(statement)
        continue
      }
      const key = JSON.stringify([partner, reported, reporter, currency])
      const known = series.get(key) ?? {
        partner,
        reported,
        reporter,
        currency: String(currency),
        figures: [],
      }
      known.figures.push({
        year: filled.first,
        value: Number(value),
        item,
        rests: [statement, ...(within ?? [])],
      })
      series.set(key, known)
    }
  }
  return { series: [...series.values()], unused }
}

/** The id of what a record speaks of, of that into which it was merged; '' where there is none. */
function idNow(store: Store, id: unknown): string {
  if (typeof id !== 'string') return ''
  const row = store.findEntity(id)
  return row === 0 ? id : store.idOf(store.current(row))
}

function sideOf(reporter: string, partner: string, target: string): Reported {
  if (reporter === '') return 'not-stated'
  if (reporter === partner) return 'exporter'
  return reporter === target ? 'importer' : 'other'
}
