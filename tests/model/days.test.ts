import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ALWAYS,
  dateOf,
  dayOf,
  daysInMonth,
  formatDay,
  hull,
  intersect,
  overlap,
  type Span,
  within,
} from '../../src/model/days'

const MS_A_DAY = 86_400_000

describe('dayOf and formatDay', () => {
  test.each([
    [1970, 1, 1, 0, '1970-01-01'],
    [1969, 12, 31, -1, '1969-12-31'],
    [2000, 2, 29, 11_016, '2000-02-29'],
    [2024, 5, 31, 19_874, '2024-05-31'],
    [1, 1, 1, -719_162, '0001-01-01'],
    [0, 12, 31, -719_163, '0000-12-31'],
    [0, 2, 29, -719_469, '0000-02-29'],
    [-44, 3, 15, -735_525, '-0044-03-15'],
    [12_024, 1, 1, 3_672_148, '12024-01-01'],
  ])('the date %i-%i-%i is the day %4$i and is written %5$s', (year, month, day, count, text) => {
    expect(dayOf(year, month, day)).toBe(count)
    expect(formatDay(count)).toBe(text)
  })

  test('they agree with Date on every day from 0001 to 9999', () => {
    const first = dayOf(1, 1, 1)
    const last = dayOf(9999, 12, 31)
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const date = new Date(day * MS_A_DAY)
        expect(formatDay(day)).toBe(date.toISOString().slice(0, 10))
        expect(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day)
      }),
      { numRuns: 2000 },
    )
  })

  test('they go on beyond the range of Date, where each undoes the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }), (day) => {
        const date = dateOf(day)
        expect(dayOf(date.year, date.month, date.day)).toBe(day)
      }),
    )
    expect(formatDay(dayOf(5_000_000, 12, 31))).toBe('5000000-12-31')
    expect(formatDay(dayOf(-5_000_000, 1, 1))).toBe('-5000000-01-01')
  })

  test('months and days outside their range count on', () => {
    expect(formatDay(dayOf(2023, 14, 1))).toBe('2024-02-01')
    expect(formatDay(dayOf(2024, 0, 1))).toBe('2023-12-01')
    expect(formatDay(dayOf(2024, -11, 1))).toBe('2023-01-01')
    expect(formatDay(dayOf(2024, 3, 0))).toBe('2024-02-29')
  })

  test.each([Infinity, -Infinity, Number.NaN, 1.5])('%d is no day to write', (day) => {
    expect(() => formatDay(day)).toThrow(RangeError)
  })
})

test('daysInMonth follows the Gregorian leap years', () => {
  const year = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  expect(year.map((_, i) => daysInMonth(2023, i + 1))).toEqual(year)
  expect([2024, 2000, 1900, 2100, 0, -4, -1].map((y) => daysInMonth(y, 2))).toEqual([
    29, 29, 28, 28, 29, 29, 28,
  ])
})

describe('spans', () => {
  const a: Span = { from: 0, until: 9 }

  test('spans that touch share the day where they touch', () => {
    expect(overlap(a, { from: 9, until: 12 })).toBe(true)
    expect(intersect(a, { from: 9, until: 12 })).toEqual({ from: 9, until: 9 })
  })

  test('spans that do not meet share nothing, and their hull fills the gap', () => {
    const b = { from: 10, until: 12 }
    expect(overlap(a, b)).toBe(false)
    expect(intersect(a, b)).toBeUndefined()
    expect(hull(b, a)).toEqual({ from: 0, until: 12 })
  })

  test('every span is within ALWAYS', () => {
    expect(within(a, ALWAYS)).toBe(true)
    expect(within(ALWAYS, a)).toBe(false)
    expect(within(a, a)).toBe(true)
    expect(intersect(a, ALWAYS)).toEqual(a)
    expect(hull(a, ALWAYS)).toEqual(ALWAYS)
  })
})
