import { dateOf, type Span } from '../model/days'

/** Calendar years, first to last, both within; infinite where they are unbounded. */
export interface Years {
  readonly first: number
  readonly last: number
}

/** The years that have a day in a span. */
export function yearsTouched({ from, until }: Span): Years {
  return { first: yearOf(from), last: yearOf(until) }
}

/** The years whose every day lies in a span; first is after last where there is none. */
export function yearsFilled({ from, until }: Span): Years {
  // A year begins the day after the one before it ends.
  return { first: yearOf(from - 1) + 1, last: yearOf(until + 1) - 1 }
}

function yearOf(day: number): number {
  return Number.isFinite(day) ? dateOf(day).year : day
}

/** The years that two runs of years share; undefined where they share none. */
export function sharedYears(a: Years, b: Years): Years | undefined {
  const years = { first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) }
  return years.first <= years.last ? years : undefined
}
