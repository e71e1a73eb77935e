import { parse } from 'edtf'
import { ALWAYS, type Day, dateOf, dayOf, daysInMonth, hull, type Span } from './days'
import { Problem } from './problem'

/** When something holds: an EDTF expression, and the two sets of days that it means. */
export interface When {
  /** The expression, exactly as given. */
  readonly edtf: string
  /** The days on which it may hold: outside, it does not. */
  readonly possible: Span
  /**
   * The days on which it does hold, within `possible`; undefined where there are none. For an open end (`..`)
   * its `until` is Infinity: whoever evaluates a claim cuts it to what that claim can speak for.
   */
  readonly certain: Span | undefined
  /** Whether it is an interval that says `..` at its end. */
  readonly openEnd: boolean
  /** How it starts, as stated: `2024-04` of `2024-04/..`, `..` of `../2024`, '' of `/2024`; of a set, all of it. */
  readonly start: string
}

/** Longer expressions are refused unread. */
export const EDTF_MAX_LENGTH = 64
/** Days are also kept in 32-bit columns: this leaves a margin for widening. About 5.9 million years. */
const MAX_DAY = 2_147_000_000
const MAX_CACHED = 65_536
const cache = new Map<string, When>()

/**
 * Reads a date, an interval or a set of dates in EDTF, levels 0 to 2.
 *
 * | text | possible | certain |
 * | --- | --- | --- |
 * | `2024-05-31` | that day | that day |
 * | `2024-05`, `2024`, `2024-21`, `198X`, `2024-XX-15`, `1950S2` | first to last day | none |
 * | `A/B` | first day of A to last of B | last day of A to first of B, where that is not reversed |
 * | `A/..`, `../B` | unbounded there | unbounded there |
 * | `A/`, `/B`: that end is not known | unbounded there | of the other end, if it is a day |
 * | `?`, and `~` or `%`, anywhere | as without; `~` and `%` widen it outwards | none |
 * | `[a,b]` one of, `{a,b}` all of, `[..a]`, `[a..b]`, `{a..}` | from the first to the last day named | none |
 *
 * `~` and `%` widen by one unit of the component they stand at: a day at a day, a month, a season, a year, a
 * decade (`198~`), a century (`19~`); where several components bear one, by the largest.
 *
 * Month codes from 21 are parts of a year. Seasons are whole months: 21 spring March to May, 22 summer June to
 * August, 23 autumn September to November, 24 winter December to February of the next year; 25 to 28 are the
 * same, said of the north; 29 to 32 are spring, summer, autumn and winter of the south, September to November,
 * December to February of the next year, March to May, June to August. 33 to 36 are quarters, 37 to 39 thirds
 * and 40, 41 halves of the calendar year. They may also be qualified and stand in intervals and sets.
 *
 * @param text EDTF, at most 64 characters, no white space, no time of day
 * @returns a frozen value, the same one for the same text while it is cached; or a {@link Problem} for what is
 *   not EDTF, days that do not exist (2023-02-29), reversed intervals and ranges, and days more than
 *   2,147,000,000 from 1970. Its hint is the EDTF that was probably meant. Nothing is thrown.
 *
 * @example
 * ```ts
 * import { formatDay, parseWhen, Problem } from 'statecraft'
 *
 * const when = parseWhen('2010/2012-05-03')
 * if (when instanceof Problem) throw new Error(`${when.message} (${when.hint})`)
 * formatDay(when.possible.from) // '2010-01-01'
 * formatDay(when.certain!.from) // '2010-12-31': it began in that year, nobody says when
 *
 * parseWhen('May 2024') // Problem { message: "'May 2024' is not an EDTF date", hint: '2024-05' }
 * ```
 *
 * Source: ISO 8601-2:2019; Extended Date/Time Format Specification, Library of Congress, 2019-02-04,
 * https://www.loc.gov/standards/datetime/
 */
export function parseWhen(text: string): When | Problem {
  if (text.length > EDTF_MAX_LENGTH) return new Problem(`a date has at most ${EDTF_MAX_LENGTH} characters`)
  const known = cache.get(text)
  if (known) return known
  const when = understand(text)
  if (when instanceof Problem) return new Problem(when.message, when.hint ?? suggestion(text))
  // Input is not trusted: endless different dates must not fill the memory.
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(text, when)
  return when
}

// Plain dates, and intervals and sets of them, are EDTF by their shape: no need to ask the slow parser.
const ORDINARY = /^(?:-?\d{4}(?:-\d\d){0,2}[?~%]?(?=[/,.\]}]|$)|\.\.|[[{\]}/,])+$/

function understand(text: string): When | Problem {
  if (/[^!-~]/.test(text)) return notEdtf(text)
  const when = /^[[{]/.test(text) ? readSet(text) : text.includes('/') ? readInterval(text) : readSingle(text)
  return when instanceof Problem || ORDINARY.test(text) || isEdtf(text) ? when : notEdtf(text)
}

/**
 * Whether the text has the shape of EDTF. The package is asked no more than that: it rolls 29 February over, its
 * seasons are quarters, its values lose `X` digits and its days end where those of `Date` do.
 */
function isEdtf(text: string): boolean {
  try {
    parse(text, { level: 3 })
    return true
  } catch {
    return false
  }
}

function notEdtf(text: string): Problem {
  if (text === '') return new Problem('the date is empty')
  if (text.search(TIME) >= 0) return new Problem('dates are whole days, without a time of day')
  const unprintable = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.exec(text)?.[0].codePointAt(0)
  if (unprintable === undefined) return new Problem(`'${text}' is not an EDTF date`)
  return new Problem(`a date has no U+${unprintable.toString(16).toUpperCase().padStart(4, '0')}`)
}

// ---- Expressions

function makeWhen(edtf: string, possible: Span, certain?: Span, start = edtf, openEnd = false): When {
  const days = (span: Span) => Object.freeze({ from: span.from, until: span.until })
  return Object.freeze({ edtf, possible: days(possible), certain: certain && days(certain), openEnd, start })
}

function readSingle(text: string): When | Problem {
  const date = readDate(text)
  if (date instanceof Problem) return date
  return makeWhen(text, date.wide, date.sure && date.days.from === date.days.until ? date.days : undefined)
}

function readInterval(text: string): When | Problem {
  const [start = '', end = '', ...more] = text.split('/')
  if (more.length > 0) return notEdtf(text)
  if (start === '' && end === '') return new Problem("'/' says nothing", '../.. (always)')
  const a = readEnd(start, -Infinity)
  if (a instanceof Problem) return a
  const b = readEnd(end, Infinity)
  if (b instanceof Problem) return b
  if (a.days.from > b.days.until) return new Problem(`'${text}' ends before it starts`)
  // Beside an end that is not known, all that is certain is the other end, if that is a day.
  const from = start === '' ? b.days.until : a.days.until
  const until = end === '' ? a.days.from : b.days.from
  const certain = a.sure && b.sure && from <= until && from < Infinity && until > -Infinity
  const possible = { from: a.wide.from, until: b.wide.until }
  return makeWhen(text, possible, certain ? { from, until } : undefined, start, end === '..')
}

function readEnd(text: string, open: number): Stated | Problem {
  if (text === '') return { days: ALWAYS, wide: ALWAYS, sure: true }
  if (text !== '..') return readDate(text)
  const days = { from: open, until: open }
  return { days, wide: days, sure: true }
}

function readSet(text: string): When | Problem {
  if (!/^(\[.+\]|\{.+\})$/.test(text)) return notEdtf(text)
  const members = text.slice(1, -1).split(',')
  let possible: Span | undefined
  for (const [i, member] of members.entries()) {
    const [start = '', end = start, ...more] = member.split('..')
    // Only the first may lack its start, and only the last its end.
    const complete = (start !== '' || i === 0) && (end !== '' || i === members.length - 1)
    if (!complete || more.length > 0 || start + end === '') return notEdtf(text)
    const a = start === '' ? undefined : readDate(start)
    if (a instanceof Problem) return a
    const b = end === '' ? undefined : readDate(end)
    if (b instanceof Problem) return b
    if (a && b && a.days.from > b.days.until) return new Problem(`'${member}' ends before it starts`)
    const days = { from: a?.wide.from ?? -Infinity, until: b?.wide.until ?? Infinity }
    possible = possible ? hull(possible, days) : days
  }
  return possible ? makeWhen(text, possible) : notEdtf(text)
}

// ---- Dates

/** One date: the days it names, the same widened for `~` and `%`, and whether it has no qualifier. */
interface Stated {
  readonly days: Span
  readonly wide: Span
  readonly sure: boolean
}

/** One date as digits, where `X` is any digit, and the qualifiers at its year, month and day. */
interface Pattern {
  readonly year: string
  readonly month?: string | undefined
  readonly day?: string | undefined
  readonly marks: readonly string[]
}

const DATE = /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/
const CENTURY_OR_DECADE = /^(-?)(\d{2,3})([?~%]?)$/
const LONG_YEAR = /^(?=Y|.*S)Y?(-?0*)(\d+)(?:E(\d{1,2}))?(?:S(\d+))?$/

function patternOf(text: string): Pattern | undefined {
  const date = DATE.exec(text)
  if (date) {
    const [, y0, year = '', y1, m0 = '', month, m1 = '', d0 = '', day, d1 = ''] = date
    return { year, month, day, marks: [`${y0}${y1}`, `${m0}${m1}`, `${d0}${d1}`] }
  }
  const block = CENTURY_OR_DECADE.exec(text)
  if (block) {
    const [, sign, digits = '', mark = ''] = block
    return { year: sign + digits.padEnd(4, 'X'), marks: [mark] }
  }
  const long = LONG_YEAR.exec(text)
  if (long) {
    const [, lead = '', digits = '', zeros, significant] = long
    const year = digits + '0'.repeat(Number(zeros ?? 0))
    const kept = year.slice(0, Number(significant ?? year.length))
    return { year: lead + kept.padEnd(year.length, 'X'), marks: [] }
  }
  return undefined
}

/** A season, quarter, third or half: its first month, and how many it has. */
interface Part {
  readonly first: number
  readonly months: number
}

const parts = (months: number, ...firsts: number[]): Part[] => firsts.map((first) => ({ first, months }))

/** The parts of a year by their code, from 21. */
const PARTS_OF_YEAR: readonly Part[] = [
  ...parts(3, 3, 6, 9, 12), // 21 to 24: seasons
  ...parts(3, 3, 6, 9, 12), // 25 to 28: seasons of the north
  ...parts(3, 9, 12, 3, 6), // 29 to 32: seasons of the south
  ...parts(3, 1, 4, 7, 10), // 33 to 36: quarters
  ...parts(4, 1, 5, 9), // 37 to 39: thirds
  ...parts(6, 1, 7), // 40 and 41: halves
]
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const MONTH_NUMBERS = MONTHS.map((_, i) => i + 1)
const DAY_NUMBERS = Array.from({ length: 31 }, (_, i) => i + 1)

function readDate(text: string): Stated | Problem {
  const pattern = patternOf(text)
  if (!pattern) return notEdtf(text)
  const part = pattern.month === undefined ? undefined : PARTS_OF_YEAR[Number(pattern.month) - 21]
  const days = part ? daysOfPart(pattern, part) : daysOf(pattern)
  if (days instanceof Problem) return days
  // How many months `~` and `%` widen by, at the year, the month and the day, which is less than a month.
  const unspecified = /X*$/.exec(pattern.year)?.[0].length ?? 0
  const units = [12 * 10 ** unspecified, part?.months ?? 1, 0]
  const unit = Math.max(...units.map((months, i) => (/[~%]/.test(pattern.marks[i] ?? '') ? months : -1)))
  return { days, wide: unit < 0 ? days : widen(days, unit), sure: pattern.marks.every((mark) => mark === '') }
}

function widen({ from, until }: Span, months: number): Span {
  if (months === 0) return { from: from - 1, until: until + 1 }
  return { from: addMonths(from, -months), until: addMonths(until + 1, months) - 1 }
}

function addMonths(day: Day, months: number): Day {
  const date = dateOf(day)
  const first = dateOf(dayOf(date.year, date.month + months, 1))
  return dayOf(first.year, first.month, Math.min(date.day, daysInMonth(first.year, first.month)))
}

function daysOfPart({ year, day }: Pattern, { first, months }: Part): Span | Problem {
  if (day !== undefined) return new Problem('a season or another part of a year takes no day')
  const years = yearsOf(year)
  if (years instanceof Problem) return years
  return { from: dayOf(years.first, first, 1), until: dayOf(years.last, first + months, 1) - 1 }
}

function daysOf(pattern: Pattern): Span | Problem {
  const years = yearsOf(pattern.year)
  if (years instanceof Problem) return years
  // A part that is not stated is any: 2024 has the days of 2024-XX-XX.
  const months = matching(pattern.month, MONTH_NUMBERS)
  if (months.length === 0) return new Problem(`there is no month ${pattern.month}`)
  const days = matching(pattern.day, DAY_NUMBERS)
  if (days.length === 0) return new Problem(`there is no day ${pattern.day} in any month`)
  // What does not fit a leap year fits none: XXXX-02-30 is not looked for in ten thousand years.
  if (edge([2000], months, days) !== undefined) {
    const from = edge(completions(pattern.year, years.ascending), months, days)
    const until = edge(completions(pattern.year, years.descending), months.toReversed(), days.toReversed())
    if (from !== undefined && until !== undefined) return { from, until }
  }
  const { year, month, day } = pattern
  if (`${year}${month}${day}`.includes('X')) return new Problem(`no day fits ${year}-${month}-${day}`)
  const length = daysInMonth(Number(year), Number(month))
  return new Problem(`${MONTHS[Number(month) - 1]} ${year} has ${length} days, not ${day}`)
}

/** The first day there is in a year, a month and a day of those given, in their order. */
function edge(years: Iterable<number>, months: readonly number[], days: readonly number[]): Day | undefined {
  for (const year of years) {
    for (const month of months) {
      const day = days.find((day) => day <= daysInMonth(year, month))
      if (day !== undefined) return dayOf(year, month, day)
    }
  }
  return undefined
}

interface Years {
  readonly first: number
  readonly last: number
  /** The order of digits that gives the years from the first to the last. */
  readonly ascending: string
  readonly descending: string
}

function yearsOf(pattern: string): Years | Problem {
  if (pattern === '-0000') return new Problem('the year 0 has no sign', '0000')
  const up = '0123456789'
  const down = '9876543210'
  const negative = pattern.startsWith('-')
  const ascending = negative ? down : up
  const descending = negative ? up : down
  const first = Number(pattern.replaceAll('X', ascending.charAt(0)))
  const last = Number(pattern.replaceAll('X', descending.charAt(0)))
  const far = Math.max(-dayOf(first, 1, 1), dayOf(last + 1, 1, 1)) > MAX_DAY
  return far ? new Problem('days so far from now cannot be counted') : { first, last, ascending, descending }
}

/** The numbers that a pattern stands for, lazily: `XXXX` stands for many. */
function* completions(pattern: string, digits: string): Generator<number> {
  if (!pattern.includes('X')) yield Number(pattern)
  else for (const digit of digits) yield* completions(pattern.replace('X', digit), digits)
}

/** Those of the numbers that fit two digits; all of them where nothing is stated. */
function matching(pattern: string | undefined, numbers: readonly number[]): readonly number[] {
  if (pattern === undefined) return numbers
  if (!pattern.includes('X')) return numbers.includes(Number(pattern)) ? [Number(pattern)] : []
  const fitting = new Set(completions(pattern, '0123456789'))
  return numbers.filter((n) => fitting.has(n))
}

// ---- Hints

const TIME = /(?<=\d)(?:[Tt]\d\d| \d\d:)[\d:.,]*(?: ?[Zz]|[+-]\d\d:?\d*)?/g

/** Slips that leave no doubt: digits of Arabic script, dashes, blanks, times of day, words and letters of older EDTF. */
function tidy(text: string): string {
  return text
    .trim()
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*([/,])\s*/g, '$1')
    .replace(TIME, '')
    .replace(/\/(?:open|now|present|ongoing)$/i, '/..')
    .replace(/^unknown\/|\/unknown$/i, '/')
    .replace(/(?<=\d[\dux-]*)[ux]/g, 'X')
}

const two = (digits: string) => digits.padStart(2, '0')
const ymd = (year: string, month: string, day?: string) =>
  day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`

/** What people write, by its shape, and the EDTF that it may be; tried in this order. */
const SLIPS: readonly (readonly [shape: RegExp, mend: (...parts: string[]) => string[]])[] = [
  [/^(\d{4})[-./ ](\d\d?)(?:[-./ ](\d\d?))?$/, (y = '', m = '', d) => [ymd(y, m, d)]],
  [/^(\d{4})[-./ ](\d\d?)[-./ ](\d\d?)$/, (y = '', d = '', m = '') => [ymd(y, m, d)]],
  [/^(\d{4})(\d\d)(\d\d)$/, (y = '', m = '', d = '') => [ymd(y, m, d)]],
  [/^(\d\d?)[-./ ](\d\d?)[-./ ](\d{4})$/, (a = '', b = '', y = '') => [ymd(y, a, b), ymd(y, b, a)]],
  [/^(\d\d?)[-./ ](\d{4})$/, (m = '', y = '') => [ymd(y, m)]],
  [/^(\d{4}) ?- ?(\d{4})$/, (a = '', b = '') => [`${a}/${b}`]],
  [/^(?:c|ca|circa|about)[. ]{0,2}(\d{4})$/i, (y = '') => [`${y}~`]],
  [
    /^(?:(\d\d?)(?:st|nd|rd|th)?[. ]{1,2})?([a-z]{3,9})[. ]{0,2}(\d{4})$/i,
    (d, name = '', y = '') => byName(y, name, d),
  ],
  [
    /^([a-z]{3,9})[. ]{1,2}(\d\d?)(?:st|nd|rd|th)?[, ]{1,2}(\d{4})$/i,
    (name = '', d, y = '') => byName(y, name, d),
  ],
  [/^([^/]+)\/([^/]+)$/, (a = '', b = '') => [`${b}/${a}`]],
  [
    /^([[{])([^.,]+)\.\.([^.,]+)(.)$/,
    (open = '', a = '', b = '', close = '') => [`${open}${b}..${a}${close}`],
  ],
  [/^(-?\d{4}-\d\d)-\d\d$/, (month = '') => [month]],
]

function byName(year: string, name: string, day?: string): string[] {
  const month = MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()))
  return [ymd(year, String(month + 1), day)]
}

/** The EDTF that was probably meant, if that can be told. */
function suggestion(text: string): string | undefined {
  const isDate = (text: string) => !(understand(text) instanceof Problem)
  const tidied = tidy(text)
  if (isDate(tidied)) return tidied
  for (const [shape, mend] of SLIPS) {
    const [, ...parts] = shape.exec(tidied) ?? []
    const dates = parts.length > 0 ? [...new Set(mend(...parts))].filter(isDate) : []
    if (dates.length > 0) return dates.length === 1 ? dates[0] : `${dates.join(' or ')}: write year-month-day`
  }
  const ends = tidied.split('/')
  if (ends.length !== 2) return undefined
  const mended = ends.map((end) => (isDate(end) ? end : (suggestion(end) ?? end))).join('/')
  return isDate(mended) ? mended : undefined
}
