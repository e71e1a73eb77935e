import { type Between, dateOf } from '../lists/dates'

const CIRCA = /^(?:circa|ca?\.|approximately|about)\s+/i
const RANGE = /^(.+?)(?:\s+to\s+|(?<=\d{4})\s*-\s*(?=\d{4}$))(.+)$/i
const SINGLE = /^(?:(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+)?(\d{4})$/i

/**
 * A date as OFAC writes it, as EDTF, as precise as it stands: `10 Dec 1948`, `Sep 1938`, `1946`, `circa 1951`, `1951 to
 * 1953`, `01 Jan 1961 to 31 Dec 1962`, `circa 1979-1982`. What is circa is approximate (`1951~`).
 *
 * @returns one date, or two between which it was; undefined where it is written in another way, or is no day
 */
export function dateOfText(text: string): string | Between | undefined {
  const trimmed = text.trim()
  const rest = trimmed.replace(CIRCA, '')
  const mark = rest === trimmed ? '' : '~'
  const alone = dayOfText(rest)
  if (alone !== undefined) return alone + mark
  const [, start, end] = RANGE.exec(rest) ?? []
  if (start === undefined || end === undefined) return undefined
  const from = dayOfText(start)
  const until = dayOfText(end)
  if (from === undefined || until === undefined || isAfter(from, until)) return undefined
  return [from + mark, until + mark]
}

/** A day, month or year, not between two; undefined for anything else. */
export function dayOfText(text: string): string | undefined {
  const [, day, month, year] = SINGLE.exec(text.trim()) ?? []
  if (year === undefined) return undefined
  const date = dateOf(year, month, day)
  // A part that is no month or no day: the whole is not a date, and none is made of what is left of it.
  const parts = 1 + (month === undefined ? 0 : 1) + (day === undefined ? 0 : 1)
  return date?.split('-').length === parts ? date : undefined
}

/** Whether a date comes after another, as far as both are known. */
export function isAfter(from: string, until: string): boolean {
  const shared = Math.min(from.length, until.length)
  return from.slice(0, shared) > until.slice(0, shared)
}
