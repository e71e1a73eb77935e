/*
 * The shape of EDTF as `parseWhen` takes it, put together from its parts. Groups are plain, digits are `[0-9]`, and
 * nothing looks ahead or behind: XPath's expressions, which SPARQL and SHACL have, know no more. In a list each item
 * fits in one way only, or refusing a long list would take time without end.
 */

const oneOf = (...parts: readonly string[]) => `(${parts.join('|')})`

const YEAR = '-?[0-9]{4}'
const MONTH = '(0[1-9]|1[0-2])'
/** Seasons, quarters, thirds and halves. */
const PART = '(2[1-9]|3[0-9]|4[01])'
const DAYS_29 = '0[1-9]|[12][0-9]'
const MARK = '[?~%]'
const MAYBE = `${MARK}?`

/** A month and its day; `mark` may stand before and after each. */
function monthAndDay(mark: string, day: 'optional' | 'required'): string {
  const month = (months: string, days: string) =>
    `(${months})${mark}(-${mark}(${days})${mark})${day === 'optional' ? '?' : ''}`
  return oneOf(
    month('0[13578]|1[02]', `${DAYS_29}|3[01]`),
    month('0[469]|11', `${DAYS_29}|30`),
    month('02', DAYS_29),
  )
}

/** With a qualifier at its end, if any. */
const PLAIN = `${YEAR}(-${oneOf(monthAndDay('', 'optional'), PART)})?${MAYBE}`
/** With qualifiers anywhere; after a year that stands alone it would be plain. */
const QUALIFIED = `${MAYBE}${YEAR}(${MAYBE}-${MAYBE}${monthAndDay(MAYBE, 'optional')})?`

const YEAR_X = '-?(X[0-9X]{3}|[0-9]X[0-9X]{2}|[0-9]{2}X[0-9X]|[0-9]{3}X)'
const DAYS_29_X = '0[1-9X]|[12X][0-9X]'
/** With an X at least: in the year, else in the month, else in the day. */
const UNSPECIFIED = oneOf(
  `${YEAR_X}(-${oneOf(
    '0[1-9X]|[1X][012X]',
    `([0X][13578X]|[1X][02]|1X)-(${DAYS_29_X}|3[01X])`,
    `([0X][469]|11)-(${DAYS_29_X}|30)`,
    `02-(${DAYS_29_X})`,
  )})?`,
  `${YEAR}-${oneOf(
    '[01]X|X[012X]',
    `([01]X|X[0-3578X])-(${DAYS_29_X}|3[01X])`,
    `X[469]-(${DAYS_29_X}|30)`,
    `${MONTH}-([0-2]X|X[0-9X])`,
    '(0[13578]|1[02])-3X',
  )}`,
)
/** Qualified dates and dates with an X may be combined with each other, but not with all that is plain. */
const DATE = oneOf(QUALIFIED, UNSPECIFIED)

const SEASON = oneOf(`${MAYBE}${YEAR}${MAYBE}-${MAYBE}${PART}${MAYBE}`, `${YEAR_X}-${PART}`)
const CENTURY_OR_DECADE = `(000?|-?(0[1-9]|[1-9][0-9]|00[1-9]|0[1-9][0-9]|[1-9][0-9]{2}))${MAYBE}`
const LONG_YEAR = `(Y-?([1-9][0-9]{4,6}|[0-9]+E[0-9]{1,2})(S[1-9])?|${YEAR}S[1-9])`

const OPEN = '[.]{2}'

/** What stands between the brackets of a set: dates and ranges, where the first may lack its start, the last its end. */
function members(date: string, range: string): string {
  const first = oneOf(`(${OPEN})?${date}`, range)
  return oneOf(`${first}(,${oneOf(date, range)})*(,${date}${OPEN})?`, date + OPEN)
}
const RANGE = oneOf(
  `${YEAR}${OPEN}${YEAR}`,
  `${YEAR}-${MONTH}${OPEN}${YEAR}-${MONTH}`,
  `${YEAR}-${monthAndDay('', 'required')}${OPEN}${YEAR}-${monthAndDay('', 'required')}`,
)
const MEMBERS = oneOf(members(PLAIN, `${PLAIN}${OPEN}${PLAIN}`), members(DATE, RANGE))

/**
 * A regular expression for the shape of what `parseWhen` takes: EDTF (ISO 8601-2), levels 0 to 2. It leaves what only
 * a calendar can tell: 29 February, days that fit no X, a year 0 with a sign, ends before starts, days too far from now;
 * and the length, which is another facet (`EDTF_MAX_LENGTH`). It means the same in ECMAScript, with or without `u`, in
 * XPath 2.0, and wherever groups, classes and quantifiers are known.
 *
 * @example
 * ```ts
 * new RegExp(EDTF_PATTERN).test('2024-05/..') // true
 * new RegExp(EDTF_PATTERN).test('2024-13') // false
 * ```
 *
 * Source: Extended Date/Time Format Specification, Library of Congress, 2019-02-04,
 * https://www.loc.gov/standards/datetime/
 */
export const EDTF_PATTERN = `^${oneOf(
  `${oneOf(PLAIN, DATE)}/?`,
  `${OPEN}/`,
  `(${PLAIN}|${OPEN})?/(${PLAIN}|${OPEN})`,
  `(${DATE}|${OPEN})?/(${DATE}|${OPEN})`,
  `${SEASON}(/${SEASON})?`,
  CENTURY_OR_DECADE,
  LONG_YEAR,
  `\\[${MEMBERS}\\]`,
  `\\{${MEMBERS}\\}`,
)}$`
