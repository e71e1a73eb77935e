import { EDTF_MAX_LENGTH } from '../../model/edtf'

/** Two dates between which something was, both within. */
export type Between = readonly [from: string, to: string]

/**
 * Dates of which one is right, as EDTF: `1960-04-10` alone, `[1960-04-10,1961]`, `[1951..1953]`.
 *
 * @param alternatives EDTF dates, or two between which it was
 * @returns undefined where there are none; the span of all where they are more than EDTF is read of
 */
export function oneOf(alternatives: readonly (string | Between)[]): string | undefined {
  const parts = [
    ...new Set(alternatives.map((one) => (typeof one === 'string' ? one : one.join('..')))),
  ].sort()
  const [only] = parts
  if (only === undefined) return undefined
  if (parts.length === 1 && !only.includes('..')) return only
  const set = `[${parts.join(',')}]`
  if (set.length <= EDTF_MAX_LENGTH) return set
  // Too many to be written one by one: that it is between the first and the last is true as well.
  const ends = parts.flatMap((part) => part.split('..'))
  const [first] = ends.toSorted((a, b) => compare(unmarked(a), unmarked(b)) || b.length - a.length)
  // A year ends after each of its months, and a month after each of its days.
  const lastDay = (date: string) => unmarked(date).padEnd(10, '~')
  const last = ends.toSorted((a, b) => compare(lastDay(a), lastDay(b)) || a.length - b.length).at(-1)
  return `[${first}..${last}]`
}

const unmarked = (date: string) => date.replace(/[?~%]/g, '')
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date of its parts, as precise as they are: parts that are missing, or not within a calendar, leave it coarser.
 *
 * @param year four digits; anything else gives undefined
 * @param month `4`, `04` or the first letters of its English name
 * @param day `1` to `31`
 */
export function dateOf(
  year: string | number | undefined,
  month?: string | number,
  day?: string | number,
): string | undefined {
  const y = String(year ?? '')
  if (!/^\d{4}$/.test(y) || y === '0000') return undefined
  const m = monthOf(month)
  if (m === undefined) return y
  const d = Number(day)
  const days = new Date(Date.UTC(Number(y), m, 0)).getUTCDate()
  const yearAndMonth = `${y}-${String(m).padStart(2, '0')}`
  return Number.isInteger(d) && d >= 1 && d <= days
    ? `${yearAndMonth}-${String(d).padStart(2, '0')}`
    : yearAndMonth
}

function monthOf(month: string | number | undefined): number | undefined {
  if (month === undefined || month === '') return undefined
  const m = Number(month)
  if (Number.isInteger(m)) return m >= 1 && m <= 12 ? m : undefined
  const named = MONTHS.indexOf(String(month).slice(0, 3).toLowerCase())
  return named < 0 ? undefined : named + 1
}
