import { dateOf } from '../lists/dates'
import { isAfter } from './dates'

/** Days between which something was, as the advanced and the enhanced XML have all their dates. */
export interface Period {
  /** As exact as they stand: a month is from its first day, or to its last. */
  readonly start: string
  readonly end: string
  readonly isApproximate: boolean
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A period in the words of the flat files, so that all formats say the same in the same words: a year is from its first
 * day to its last in the XML, and `1962` here; also `Sep 1938`, `10 Dec 1948`, `1951 to 1953`, `circa 1951`.
 *
 * @returns undefined where it would end before it starts, or one of its days is none
 */
export function wordsOfPeriod({ start, end, isApproximate }: Period): string | undefined {
  const [from, until] = [firstDay(start), lastDay(end)]
  if (from === undefined || until === undefined || isAfter(from, until)) return undefined
  const words = narrowed(from, until).map(wordsOfDate).join(' to ')
  return isApproximate ? `circa ${words}` : words
}

/** A date in the words of the flat files: `1938-09` is `Sep 1938`. */
export function wordsOfDate(date: string): string {
  const [year, month, day] = date.split('-')
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  return [day, name, year].filter((part) => part !== undefined).join(' ')
}

/** One date, or two, as coarse as the days are: the first and the last of a year are the year. */
function narrowed(from: string, until: string): readonly string[] {
  if (from === until) return [from]
  // A period from the first day of a month to the last of one is of months, or of years.
  if (!from.endsWith('-01') || until !== lastDay(until.slice(0, 7))) return [from, until]
  const parts = from.endsWith('-01-01') && until.endsWith('-12-31') ? 4 : 7
  return [...new Set([from.slice(0, parts), until.slice(0, parts)])]
}

function firstDay(date: string): string | undefined {
  const [year, month = '1', day = '1'] = date.split('-')
  return exact(year, month, day)
}

function lastDay(date: string): string | undefined {
  const [year, month = '12', day] = date.split('-')
  if (day !== undefined) return exact(year, month, day)
  return (
    exact(year, month, '31') ??
    exact(year, month, '30') ??
    exact(year, month, '29') ??
    exact(year, month, '28')
  )
}

/** A day, where it is one. */
function exact(year: string | undefined, month: string, day: string): string | undefined {
  const date = dateOf(year, month, day)
  return date?.length === 10 ? date : undefined
}
