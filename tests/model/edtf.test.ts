import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDay, type Span, within } from '../../src/model/days'
import { parseWhen, type When } from '../../src/model/edtf'
import { Problem } from '../../src/model/problem'

const bound = (day: number) => (Number.isFinite(day) ? formatDay(day) : '∞')
const write = (span: Span | undefined) => (span ? `${bound(span.from)} – ${bound(span.until)}` : 'none')

function read(text: string): When {
  const when = parseWhen(text)
  if (when instanceof Problem) throw new Error(when.message)
  return when
}

function refused(text: string): Problem {
  const when = parseWhen(text)
  if (!(when instanceof Problem)) throw new Error(`'${text}' was taken`)
  return when
}

/** Rows of text, possible days and certain days. */
function means(rows: readonly (readonly [text: string, possible: string, certain: string])[]) {
  test.each(rows)("'%s' is possible %s, certain %s", (text, possible, certain) => {
    const when = read(text)
    expect({ possible: write(when.possible), certain: write(when.certain) }).toEqual({ possible, certain })
  })
}

describe('a date', () => {
  means([
    ['2024-05-31', '2024-05-31 – 2024-05-31', '2024-05-31 – 2024-05-31'],
    ['2024-02-29', '2024-02-29 – 2024-02-29', '2024-02-29 – 2024-02-29'],
    ['-0044-03-15', '-0044-03-15 – -0044-03-15', '-0044-03-15 – -0044-03-15'],
    ['2024-05', '2024-05-01 – 2024-05-31', 'none'],
    ['2024-02', '2024-02-01 – 2024-02-29', 'none'],
    ['2023-02', '2023-02-01 – 2023-02-28', 'none'],
    ['2024', '2024-01-01 – 2024-12-31', 'none'],
    ['0000', '0000-01-01 – 0000-12-31', 'none'],
    ['-0044', '-0044-01-01 – -0044-12-31', 'none'],
    ['198', '1980-01-01 – 1989-12-31', 'none'],
    ['19', '1900-01-01 – 1999-12-31', 'none'],
  ])
})

describe('a part of a year', () => {
  means([
    ['2024-21', '2024-03-01 – 2024-05-31', 'none'],
    ['2024-22', '2024-06-01 – 2024-08-31', 'none'],
    ['2024-23', '2024-09-01 – 2024-11-30', 'none'],
    ['2024-24', '2024-12-01 – 2025-02-28', 'none'],
    ['2023-24', '2023-12-01 – 2024-02-29', 'none'],
    ['2024-25', '2024-03-01 – 2024-05-31', 'none'],
    ['2024-28', '2024-12-01 – 2025-02-28', 'none'],
    ['2024-29', '2024-09-01 – 2024-11-30', 'none'],
    ['2024-30', '2024-12-01 – 2025-02-28', 'none'],
    ['2024-31', '2024-03-01 – 2024-05-31', 'none'],
    ['2024-32', '2024-06-01 – 2024-08-31', 'none'],
    ['2024-33', '2024-01-01 – 2024-03-31', 'none'],
    ['2024-36', '2024-10-01 – 2024-12-31', 'none'],
    ['2024-37', '2024-01-01 – 2024-04-30', 'none'],
    ['2024-39', '2024-09-01 – 2024-12-31', 'none'],
    ['2024-40', '2024-01-01 – 2024-06-30', 'none'],
    ['2024-41', '2024-07-01 – 2024-12-31', 'none'],
    ['2024-21/2024-23', '2024-03-01 – 2024-11-30', '2024-05-31 – 2024-09-01'],
    ['2024-22/2025-06-01', '2024-06-01 – 2025-06-01', '2024-08-31 – 2025-06-01'],
  ])
})

describe('unspecified digits', () => {
  means([
    ['198X', '1980-01-01 – 1989-12-31', 'none'],
    ['19XX', '1900-01-01 – 1999-12-31', 'none'],
    ['-1XXX', '-1999-01-01 – -1000-12-31', 'none'],
    ['1984-XX', '1984-01-01 – 1984-12-31', 'none'],
    ['1984-XX-XX', '1984-01-01 – 1984-12-31', 'none'],
    ['1985-02-XX', '1985-02-01 – 1985-02-28', 'none'],
    ['1984-XX-31', '1984-01-31 – 1984-12-31', 'none'],
    ['1984-1X', '1984-10-01 – 1984-12-31', 'none'],
    ['2016-02-2X', '2016-02-20 – 2016-02-29', 'none'],
    ['156X-12-25', '1560-12-25 – 1569-12-25', 'none'],
    ['15XX-12-XX', '1500-12-01 – 1599-12-31', 'none'],
    ['201X-02-29', '2012-02-29 – 2016-02-29', 'none'],
    ['2004-06-XX/2004-07-03', '2004-06-01 – 2004-07-03', '2004-06-30 – 2004-07-03'],
  ])
})

describe('a long or estimated year', () => {
  means([
    ['Y12345', '12345-01-01 – 12345-12-31', 'none'],
    ['Y-12345', '-12345-01-01 – -12345-12-31', 'none'],
    ['Y-17E5', '-1700000-01-01 – -1700000-12-31', 'none'],
    ['1950S2', '1900-01-01 – 1999-12-31', 'none'],
    ['-1950S2', '-1999-01-01 – -1900-12-31', 'none'],
    ['Y3388E2S3', '338000-01-01 – 338999-12-31', 'none'],
  ])
})

describe('an interval', () => {
  means([
    ['2024-05-01/2024-05-31', '2024-05-01 – 2024-05-31', '2024-05-01 – 2024-05-31'],
    ['2024-05-01/2024-05-01', '2024-05-01 – 2024-05-01', '2024-05-01 – 2024-05-01'],
    ['2010/2012', '2010-01-01 – 2012-12-31', '2010-12-31 – 2012-01-01'],
    ['2010/2012-05-03', '2010-01-01 – 2012-05-03', '2010-12-31 – 2012-05-03'],
    ['2010/2011', '2010-01-01 – 2011-12-31', '2010-12-31 – 2011-01-01'],
    ['2010/2010', '2010-01-01 – 2010-12-31', 'none'],
    ['2010/2010-06', '2010-01-01 – 2010-06-30', 'none'],
    ['2010-06/2010', '2010-06-01 – 2010-12-31', 'none'],
    ['-0044-03-15/0014', '-0044-03-15 – 0014-12-31', '-0044-03-15 – 0014-01-01'],
  ])
})

describe('an open end, which is said to be open', () => {
  means([
    ['2010/..', '2010-01-01 – ∞', '2010-12-31 – ∞'],
    ['2010-05-03/..', '2010-05-03 – ∞', '2010-05-03 – ∞'],
    ['../2010', '∞ – 2010-12-31', '∞ – 2010-01-01'],
    ['../..', '∞ – ∞', '∞ – ∞'],
  ])
})

describe('an end that is not known', () => {
  means([
    ['2010/', '2010-01-01 – ∞', 'none'],
    ['2010-05/', '2010-05-01 – ∞', 'none'],
    ['2010-05-03/', '2010-05-03 – ∞', '2010-05-03 – 2010-05-03'],
    ['/2010-05-03', '∞ – 2010-05-03', '2010-05-03 – 2010-05-03'],
    ['/2010', '∞ – 2010-12-31', 'none'],
    ['/..', '∞ – ∞', 'none'],
    ['../', '∞ – ∞', 'none'],
  ])
})

describe('a qualifier leaves no day certain; ~ and % widen by a unit', () => {
  means([
    ['2024-05-31?', '2024-05-31 – 2024-05-31', 'none'],
    ['2024-05-31~', '2024-05-30 – 2024-06-01', 'none'],
    ['2024-05-31%', '2024-05-30 – 2024-06-01', 'none'],
    ['2024-05?', '2024-05-01 – 2024-05-31', 'none'],
    ['2024-05~', '2024-04-01 – 2024-06-30', 'none'],
    ['2024-01~', '2023-12-01 – 2024-02-29', 'none'],
    ['2024~', '2023-01-01 – 2025-12-31', 'none'],
    ['198~', '1970-01-01 – 1999-12-31', 'none'],
    ['19~', '1800-01-01 – 2099-12-31', 'none'],
    ['2024-22~', '2024-03-01 – 2024-11-30', 'none'],
    ['2024-37%', '2023-09-01 – 2024-08-31', 'none'],
    ['2010~/2012', '2009-01-01 – 2012-12-31', 'none'],
    ['2010/2012-05~', '2010-01-01 – 2012-06-30', 'none'],
    ['2010-05-03?/2012', '2010-05-03 – 2012-12-31', 'none'],
    ['2010~/..', '2009-01-01 – ∞', 'none'],
    ['/2010-05-03%', '∞ – 2010-05-04', 'none'],
  ])
})

describe('a qualifier inside a date widens by the component it stands at', () => {
  means([
    ['2004-06-~11', '2004-06-10 – 2004-06-12', 'none'],
    ['2004-06~-11', '2004-05-11 – 2004-07-11', 'none'],
    ['~2004-06-11', '2003-06-11 – 2005-06-11', 'none'],
    ['2004?-06-11', '2004-06-11 – 2004-06-11', 'none'],
    ['2004?-06-~11', '2004-06-10 – 2004-06-12', 'none'],
    ['~2004-02-29', '2003-02-28 – 2005-02-28', 'none'],
    ['2004-06-~01/2004-06-~20', '2004-05-31 – 2004-06-21', 'none'],
  ])
})

describe('a set', () => {
  means([
    ['[2024-05-01,2024-05-09]', '2024-05-01 – 2024-05-09', 'none'],
    ['[..2024-05]', '∞ – 2024-05-31', 'none'],
    ['[2024-05..]', '2024-05-01 – ∞', 'none'],
    ['[2020..2022]', '2020-01-01 – 2022-12-31', 'none'],
    ['[1667,1668-12,1670..1672]', '1667-01-01 – 1672-12-31', 'none'],
    ['[2024,2020]', '2020-01-01 – 2024-12-31', 'none'],
    ['{1960,1961-12}', '1960-01-01 – 1961-12-31', 'none'],
    ['{..1983}', '∞ – 1983-12-31', 'none'],
    ['[..1760,1762-12..]', '∞ – ∞', 'none'],
    ['[198X,2001]', '1980-01-01 – 2001-12-31', 'none'],
    ['[2020~..2022]', '2019-01-01 – 2022-12-31', 'none'],
  ])
})

test('the start is what was stated, and an open end is told', () => {
  const rows = [
    '2024-05',
    '2024-04/..',
    '../2024',
    '/2024',
    '2024/',
    '../..',
    '/..',
    '[..2024-05]',
    '[2024..]',
  ]
  expect(rows.map((text) => [text, read(text).edtf, read(text).start, read(text).openEnd])).toEqual([
    ['2024-05', '2024-05', '2024-05', false],
    ['2024-04/..', '2024-04/..', '2024-04', true],
    ['../2024', '../2024', '..', false],
    ['/2024', '/2024', '', false],
    ['2024/', '2024/', '2024', false],
    ['../..', '../..', '..', true],
    ['/..', '/..', '', true],
    ['[..2024-05]', '[..2024-05]', '[..2024-05]', false],
    ['[2024..]', '[2024..]', '[2024..]', false],
  ])
})

describe('what is refused', () => {
  test.each([
    ['2023-02-29', 'February 2023 has 28 days, not 29', '2023-02'],
    ['1900-02-29', 'February 1900 has 28 days, not 29', '1900-02'],
    ['2024-02-31', 'February 2024 has 29 days, not 31', '2024-02'],
    ['2024-04-31', 'April 2024 has 30 days, not 31', '2024-04'],
    ['2024-05-32', 'there is no day 32 in any month', '2024-05'],
    ['2024-05-00', 'there is no day 00 in any month', '2024-05'],
    ['2024-13', 'there is no month 13', undefined],
    ['2024-00', 'there is no month 00', undefined],
    ['2024-42', 'there is no month 42', undefined],
    ['2024-21-05', 'a season or another part of a year takes no day', '2024-05-21'],
    ['2023-02-29/2024', 'February 2023 has 28 days, not 29', '2023-02/2024'],
    ['2022/2023-02-29', 'February 2023 has 28 days, not 29', '2022/2023-02'],
    ['2023-02-29~', 'February 2023 has 28 days, not 29', undefined],
    ['2023-~02-29', 'February 2023 has 28 days, not 29', undefined],
    ['{2023-02-29,2024}', 'February 2023 has 28 days, not 29', undefined],
    ['[2000,2001..2023-02-29]', 'February 2023 has 28 days, not 29', undefined],
    ['XXXX-02-30', 'no day fits XXXX-02-30', undefined],
    ['X9X3-02-29', 'no day fits X9X3-02-29', undefined],
    ['2024/2023', "'2024/2023' ends before it starts", '2023/2024'],
    ['2024-05-02/2024-05-01', "'2024-05-02/2024-05-01' ends before it starts", '2024-05-01/2024-05-02'],
    ['[2024..2023]', "'2024..2023' ends before it starts", '[2023..2024]'],
    ['/', "'/' says nothing", '../.. (always)'],
    ['-0000', 'the year 0 has no sign', '0000'],
    ['Y-17E7', 'days so far from now cannot be counted', undefined],
    ['Y170000002', 'days so far from now cannot be counted', undefined],
    [`Y1E99`, 'days so far from now cannot be counted', undefined],
    ['', 'the date is empty', undefined],
    ['2024\0', 'a date has no U+0000', undefined],
    ['\ud800', 'a date has no U+D800', undefined],
    ['2'.repeat(65), 'a date has at most 64 characters', undefined],
    ['[2020..2023'.repeat(100_000), 'a date has at most 64 characters', undefined],
  ])('%j: %s', (text, message, hint) => {
    expect(refused(text)).toEqual(new Problem(message, hint))
  })

  test.each([
    ['5/1/2024', '2024-05-01 or 2024-01-05: write year-month-day'],
    ['13/1/2024', '2024-01-13'],
    ['05.05.2024', '2024-05-05'],
    ['05/2024', '2024-05'],
    ['2024-5', '2024-05'],
    ['2024/5', '2024-05'],
    ['2024/05/01', '2024-05-01'],
    ['2024-13-05', '2024-05-13'],
    ['20240501', '2024-05-01'],
    ['May 2024', '2024-05'],
    ['Sept. 2024', '2024-09'],
    ['1 May 2024', '2024-05-01'],
    ['May 1st, 2024', '2024-05-01'],
    ['31 February 2024', undefined],
    ['c. 1990', '1990~'],
    ['2020-2024', '2020/2024'],
    ['2020–2024', '2020/2024'],
    ['May 2024/June 2024', '2024-05/2024-06'],
    ['2010/present', '2010/..'],
    ['2010/open', '2010/..'],
    ['unknown/2010', '/2010'],
    ['198x', '198X'],
    ['1984-uu', '1984-XX'],
    ['٢٠٢٤-٠٥', '2024-05'],
    ['２０２４', undefined],
    [' 2024', '2024'],
    ['2024\n', '2024'],
    ['{1960, 1961-12}', '{1960,1961-12}'],
    ['last spring', undefined],
    ['Foo 2024', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
    ['20/21', undefined],
    ['198X~', undefined],
    ['[]', undefined],
    ['[..]', undefined],
    ['[2024}', undefined],
    ['[2020..,2024]', undefined],
    ['[2020/2021]', undefined],
    ['2020/2021/2022', undefined],
    ['.../2024', undefined],
  ])('%j, with the hint %s', (text, hint) => {
    expect(refused(text).hint).toBe(hint)
  })

  test.each([
    ['2024-05-01T10:00:00Z', '2024-05-01'],
    ['2024-05-01T10:00:00.123+02:00', '2024-05-01'],
    ['2024-05-01 10:00', '2024-05-01'],
    ['2024-05-01T10:00:00Z/2024-06', '2024-05-01/2024-06'],
  ])('a time of day: %s', (text, hint) => {
    expect(refused(text)).toEqual(new Problem('dates are whole days, without a time of day', hint))
  })
})

describe('for any text', () => {
  // Letters of EDTF in any order reach much deeper than any other text does.
  const likely = fc
    .array(
      fc.constantFrom(
        ...['2024', '-0044', '02', '29', '31', '21', '198', 'X', 'XX', 'Y', 'E', 'S', '-', '-', '/', '..'],
        ...['[', ']', '{', '}', ',', '?', '~', '%', ' ', 'T10:00', 'May', 'c. ', '٢'],
      ),
      { maxLength: 14 },
    )
    .map((pieces) => pieces.join(''))
  const date = fc
    .tuple(
      fc.constantFrom('', '-', '~'),
      fc.stringMatching(/^[0-9X]{4}(-[01X][0-9X](-[0-3X][0-9X])?)?$/),
      fc.constantFrom('', '?', '%'),
    )
    .map((parts) => parts.join(''))
  const composed = fc.oneof(
    date,
    fc.tuple(date, date).map(([a, b]) => `${a}/${b}`),
    fc.tuple(date, date).map(([a, b]) => `[${a}..${b}]`),
    date.map((a) => `{..${a}}`),
  )
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), likely, composed)

  test('nothing is thrown, and what is certain is possible', () => {
    fc.assert(
      fc.property(text, (text) => {
        const when = parseWhen(text)
        if (when instanceof Problem) return
        expect(when.edtf).toBe(text)
        expect(when.possible.from).toBeLessThanOrEqual(when.possible.until)
        if (!when.certain) return
        expect(when.certain.from).toBeLessThanOrEqual(when.certain.until)
        expect(within(when.certain, when.possible)).toBe(true)
      }),
      { numRuns: 4000 },
    )
  })

  test('a hint of one date is itself a date', () => {
    fc.assert(
      fc.property(text, (text) => {
        const when = parseWhen(text)
        if (!(when instanceof Problem) || !when.hint || /[ (]/.test(when.hint)) return
        expect(parseWhen(when.hint)).not.toBeInstanceOf(Problem)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a parsed date', () => {
  test('is frozen, and the same for the same text', () => {
    const when = read('2024-05-06/2024-05-07')
    expect(read(['2024-05-06', '2024-05-07'].join('/'))).toBe(when)
    expect(Object.isFrozen(when) && Object.isFrozen(when.possible) && Object.isFrozen(when.certain)).toBe(
      true,
    )
  })

  test('is forgotten when too many others came, so that memory is bounded', () => {
    const before = read('1999-12-31')
    for (let i = 0; i <= 65_536; i++)
      read(`[${String(i % 10_000).padStart(4, '0')},${1000 + Math.floor(i / 10_000)}]`)
    const after = read('1999-12-31')
    expect(after).not.toBe(before)
    expect(after).toEqual(before)
  })
})
