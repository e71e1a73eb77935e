import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What may stand in a format, and what it stands for. */
const TOKENS = /YYYY|MMMM|MMM|MM|M|DD|D/g
const DIGITS: { readonly [token: string]: string } = {
  YYYY: '(?<y>\\d{4})',
  MMMM: '(?<n>\\p{L}{3,})',
  MMM: '(?<n>\\p{L}{3,})',
  MM: '(?<m>\\d\\d)',
  M: '(?<m>\\d\\d?)',
  DD: '(?<d>\\d\\d)',
  D: '(?<d>\\d\\d?)',
}

const formats = new Map<string, RegExp | Problem>()
const MAX_CACHED = 1000

/**
 * Reads a format of dates: `YYYY`, `MM` or `M`, `MMM` or `MMMM` (English names), `DD` or `D`, and whatever stands between.
 *
 * @returns the pattern of such dates, or what is wrong
 */
export function readFormat(format: string): RegExp | Problem {
  const known = formats.get(format)
  if (known) return known
  if (formats.size >= MAX_CACHED) formats.clear()
  const read = patternOf(format)
  formats.set(format, read)
  return read
}

function patternOf(format: string): RegExp | Problem {
  const tokens = format.match(TOKENS) ?? []
  const kinds = tokens.map((token) => token.charAt(0))
  if (
    !kinds.includes('Y') ||
    new Set(kinds).size < kinds.length ||
    (kinds.includes('D') && !kinds.includes('M'))
  ) {
    return new Problem(`'${format.slice(0, 40)}' is no form of dates`, "as 'DD/MM/YYYY' or 'YYYYMMDD'")
  }
  const between = format.split(TOKENS).map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const pattern = between.flatMap((text, i) => [text, DIGITS[tokens[i] ?? ''] ?? '']).join('')
  return new RegExp(`^${pattern}$`, 'u')
}

/** A date as it is written in a table, as EDTF. */
export function dateOfFormat(text: string, format: string): string | Problem {
  const pattern = readFormat(format)
  if (pattern instanceof Problem) return pattern
  const { y, m, n, d } = pattern.exec(text)?.groups ?? {}
  const month = n === undefined ? m : MONTHS.findIndex((name) => n.toLowerCase().startsWith(name)) + 1
  if (y === undefined || month === 0)
    return new Problem(`'${text.slice(0, 40)}' is not of the form ${format}`)
  return dateOfParts(y, month, d)
}

/**
 * A date of its parts as EDTF, as precise as they are.
 *
 * @param year four digits
 * @param day left out where there is no month
 * @returns a problem where the parts are no date
 */
export function dateOfParts(
  year: string,
  month: string | number | undefined,
  day: string | undefined,
): string | Problem {
  const given = [year, month, day].filter((part) => part !== undefined)
  // Spreadsheets and statistical packages write whole numbers as 1990.0, too.
  if (
    !/^\d{4}(?:\.0)?$/.test(year) ||
    given.slice(1).some((part) => !/^\d{1,2}(?:\.0)?$/.test(String(part)))
  ) {
    return new Problem(
      `'${given.join('-').slice(0, 40)}' is no date`,
      'is a part of it a sign for missing? say so',
    )
  }
  const two = (part: string | number) => String(Number(part)).padStart(2, '0')
  const date = [
    String(Number(year)).padStart(4, '0'),
    ...(month === undefined ? [] : [two(month), ...(day === undefined ? [] : [two(day)])]),
  ].join('-')
  return checkedDate(date)
}

/** The interval between two dates; undefined for an end that is not known, `..` for one that is open. */
export function intervalOf(from: string | undefined, to: string | undefined): string | Problem | undefined {
  return from === undefined && to === undefined ? undefined : checkedDate(`${from ?? ''}/${to ?? ''}`)
}

/** The same text where it is EDTF; else what is wrong with it. */
export function checkedDate(text: string): string | Problem {
  const when = parseWhen(text)
  return when instanceof Problem ? when : text
}
