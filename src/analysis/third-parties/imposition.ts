import { hull, type Span } from '../../model/days'
import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'
import { decisiveClaims } from '../../query/cite'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Years, yearsTouched } from '../years'

/** When sanctions began: the years in which it may have been, from the first possible day to the last. */
export type Imposition = Years | { readonly unknown: string }

/**
 * The years in which sanctions may have been imposed: by a claim, those of the possible days of its start, as stated
 * (`2014-03/..`: March 2014; `2013~/2020`: 2012 to 2014); where claims differ, from the first of all to the last. A
 * claim without a date says nothing.
 */
export function impositionOf(lens: Lens, sanction: Row): Imposition {
  const { claims, dates } = lens.store
  let span: Span | undefined
  for (const claim of decisiveClaims(lens, sanction)) {
    const when = dates.text(claims.columns.when[claim]!)
    if (when === undefined) continue
    const start = startOf(when)
    if (!start) return { unknown: 'it is not stated since when the sanctions are' }
    span = span ? hull(span, start) : start
  }
  return span ? yearsTouched(span) : { unknown: 'no date is stated for the sanctions' }
}

/** The days on which what is stated may have begun; undefined where its beginning is left open. */
function startOf(text: string): Span | undefined {
  const [start = ''] = text.split('/')
  const when = start === '' || start === '..' ? undefined : parseWhen(start)
  if (when === undefined || when instanceof Problem) return undefined
  const { from, until } = when.possible
  return Number.isFinite(from) && Number.isFinite(until) ? { from, until } : undefined
}

/** The years whose means are compared, each in order. */
export interface Windows {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

export function windowsAround(
  { first, last }: Years,
  years: number,
  impositionYear: 'exclude' | 'before' | 'after',
): Windows {
  const end = impositionYear === 'before' ? first : first - 1
  const start = impositionYear === 'after' ? last : last + 1
  return {
    before: Array.from({ length: years }, (_, i) => end - years + 1 + i),
    after: Array.from({ length: years }, (_, i) => start + i),
  }
}
