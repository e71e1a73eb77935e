import { dateOf, type Span } from '../model/days'
import { fail } from '../model/issue'
import type { Lens } from '../store/lens'
import { dayOfView } from './day'

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

/** Whether something is a calendar year; 0 is the one before 1. */
export function isYear(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

/**
 * Checks a first and a last year, both within.
 *
 * @param path the name of the option
 * @throws {@link StatecraftError} `bad-value`, unless they are two whole numbers in their order
 */
export function readYears(years: unknown, path = 'years'): Years {
  const [first, last] = Array.isArray(years) && years.length === 2 ? (years as readonly unknown[]) : []
  if (!isYear(first) || !isYear(last)) {
    return fail('bad-value', 'years are the first and the last one, as whole numbers', {
      path: [path],
      hint: 'as [1816, 2012]',
    })
  }
  if (first <= last) return { first, last }
  return fail('bad-value', `the years end before they begin: ${first} is after ${last}`, {
    path: [path],
    hint: `did you mean [${last}, ${first}]?`,
  })
}

/**
 * Checks that a view of one day is asked of no other year: what holds in others is not in it, and their emptiness would
 * be no finding.
 *
 * @param path the name of the option
 * @throws {@link StatecraftError} `bad-value`
 */
export function checkYearsOfView(lens: Lens, { first, last }: Years, path: string): void {
  const day = dayOfView(lens)
  if (day === undefined) return
  const { year } = dateOf(day)
  if (first === year && last === year) return
  fail('bad-value', `the view is of one day of ${year}: nothing of other years is in it`, {
    path: [path],
    hint: `ask for ${year}, or a view without a day`,
  })
}
