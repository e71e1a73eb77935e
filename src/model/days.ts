/** Whole days since 1970-01-01, proleptic Gregorian, no time zone. */
export type Day = number

/** A run of days, inclusive at both ends; -Infinity or Infinity where it is unbounded. */
export interface Span {
  readonly from: Day
  readonly until: Day
}

/** Every day there is. */
export const ALWAYS: Span = Object.freeze({ from: -Infinity, until: Infinity })

// Counting starts at 1 March of the year 0, so that a leap day is the last day of its year.
const EPOCH = 719_468 // days from 0000-03-01 to 1970-01-01
const DAYS_IN_400_YEARS = 146_097

/**
 * The day of a calendar date. Integer arithmetic, since `Date` ends at the year 275760.
 *
 * @param year astronomical: 0 is 1 BC, -43 is 44 BC
 * @param month 1 to 12; outside, it counts on into other years (13 is January of the next)
 * @param day of the month, from 1; outside, it counts on into other months
 * @returns days since 1970-01-01
 *
 * @example
 * ```ts
 * dayOf(1970, 1, 1) // 0
 * dayOf(2024, 5, 31) // 19874
 * ```
 *
 * Source: the months of the proleptic Gregorian calendar (ISO 8601-1:2019, 4.2.1).
 */
export function dayOf(year: number, month: number, day: number): Day {
  const march = month - 3
  const y = year + Math.floor(march / 12)
  const m = march - Math.floor(march / 12) * 12
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  // 153 days in five months, from March: 31, 30, 31, 30, 31.
  return 365 * y + leapDays + Math.floor((153 * m + 2) / 5) + day - 1 - EPOCH
}

/**
 * The calendar date of a day: the inverse of {@link dayOf}.
 *
 * @param day days since 1970-01-01
 * @returns astronomical year, month 1 to 12, day of the month
 *
 * @example
 * ```ts
 * dateOf(19874) // { year: 2024, month: 5, day: 31 }
 * ```
 */
export function dateOf(day: Day): { year: number; month: number; day: number } {
  const since = day + EPOCH
  const era = Math.floor(since / DAYS_IN_400_YEARS)
  const rest = since - era * DAYS_IN_400_YEARS
  const y = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  )
  const dayOfYear = rest - (365 * y + Math.floor(y / 4) - Math.floor(y / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  return {
    year: era * 400 + y + (m < 10 ? 0 : 1),
    month: m < 10 ? m + 3 : m - 9,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/**
 * How many days a month has.
 *
 * @param year astronomical: 0 is 1 BC
 * @param month 1 to 12
 * @returns 28 to 31
 *
 * @example
 * ```ts
 * daysInMonth(2023, 2) // 28
 * ```
 */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}

/**
 * A day as `xsd:date` writes it: `2024-05-31`; years have at least four digits, `-0044-03-15`, `12024-01-01`.
 *
 * @param day days since 1970-01-01
 * @returns the date, without time zone
 * @throws RangeError for what is no day, as the Infinity of an unbounded span
 *
 * @example
 * ```ts
 * formatDay(19874) // '2024-05-31'
 * ```
 *
 * Source: XML Schema Part 2, 1.1, §3.3.9 (there, as here, the year 0000 is 1 BC).
 */
export function formatDay(day: Day): string {
  if (!Number.isInteger(day)) throw new RangeError(`${day} is not a day`)
  const date = dateOf(day)
  const two = (n: number) => String(n).padStart(2, '0')
  const year = String(Math.abs(date.year)).padStart(4, '0')
  return `${date.year < 0 ? '-' : ''}${year}-${two(date.month)}-${two(date.day)}`
}

/**
 * The days that two spans share.
 *
 * @returns undefined where they share none
 *
 * @example
 * ```ts
 * intersect({ from: 0, until: 9 }, { from: 5, until: Infinity }) // { from: 5, until: 9 }
 * ```
 */
export function intersect(a: Span, b: Span): Span | undefined {
  return overlap(a, b) ? { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) } : undefined
}

/**
 * The smallest span that holds both, with whatever lies between them.
 *
 * @example
 * ```ts
 * hull({ from: 0, until: 1 }, { from: 8, until: 9 }) // { from: 0, until: 9 }
 * ```
 */
export function hull(a: Span, b: Span): Span {
  return { from: Math.min(a.from, b.from), until: Math.max(a.until, b.until) }
}

/**
 * Whether every day of `inner` is a day of `outer`.
 *
 * @example
 * ```ts
 * within({ from: 5, until: 9 }, ALWAYS) // true
 * ```
 */
export function within(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.until <= outer.until
}

/**
 * Whether two spans share a day.
 *
 * @example
 * ```ts
 * overlap({ from: 0, until: 5 }, { from: 5, until: 9 }) // true
 * ```
 */
export function overlap(a: Span, b: Span): boolean {
  return a.from <= b.until && b.from <= a.until
}
