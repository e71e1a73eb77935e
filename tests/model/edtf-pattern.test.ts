import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { EDTF_MAX_LENGTH, parseWhen } from '../../src/model/edtf'
import { EDTF_PATTERN } from '../../src/model/edtf-pattern'
import { Problem } from '../../src/model/problem'

const RUNS = Number(process.env.STATECRAFT_RUNS ?? 1_500)

const pattern = new RegExp(EDTF_PATTERN, 'u')
const matches = (text: string) => pattern.test(text)

/** What no pattern can tell: the calendar, the order, the size. */
const BEYOND =
  /^no day fits|has \d\d days, not \d\d$|^the year 0 has no sign$|ends before it starts$|cannot be counted$/

// The examples of the Extended Date/Time Format Specification, but for times of day and intervals of years with
// significant digits, which are no dates here; and what ISO 8601-2 has beside.
const DATES = `
  1985-04-12 1985-04 1985 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02
  Y170002 Y-170002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX
  1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985
  -1985 Y-17E5 Y17E5 Y17E5S3 1950S2 Y171010S3 Y3388E2S3 2001-34 2001-41
  [1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..] [1667,1760-12]
  {1667,1668,1670..1672} {1960,1961-12} {..1984} {..1983-12-31,1984-10-10..1984-11-01}
  2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X
  2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03 198 19 198~ 19? 00 000 0000 -0044-03-15 -1XXX
  2024-21/2024-23 2024-22/2025-06-01 2024-22~ ~2024-22 198X-21 2010~/2012 ../.. /.. ../ [2020~..2022] [198X,2001]
  2024-02-29 1984-X4-30 1984-XX-31 2016-02-2X [..1760,1762-12..] {~2001,198X}
`
  .trim()
  .split(/\s+/)

const NO_DATES = [
  ...'2024-13 2024-00 2024-42 2024-05-32 2024-05-00 2024-04-31 2024-02-30 2024-21-05 2024-5 2024-05-1 24-05 20240501'.split(
    ' ',
  ),
  ...'198X~ 2024~~ ??2024 2024-X3 2024-04-3X X02X-02-3X 2024-20 20/21 198/199 1 12345 Y2024 Y12345678 Y017000 Y17E Y17E123'.split(
    ' ',
  ),
  ...'-00 -000 1950S0 1950S12 1950S S2 [] [..] [2024} {2024] [2024 2024] [2020..,2024] [2020,..2024] [..2020..2021] [2020/2021]'.split(
    ' ',
  ),
  ...'[2020..2021..] [2024,] [,2024] [198X..2001] [2020~,198X] / // 2020/2021/2022 .../2024 2024/... .. ./2024 2024..2025'.split(
    ' ',
  ),
  ...[
    '',
    ' 2024',
    '2024 ',
    '2024\n',
    '\n2024',
    '2024\n2025',
    'May 2024',
    '198x',
    '1984-uu',
    '٢٠٢٤',
    '２０２４',
    '2024–05',
  ],
  ...[
    '2024-05-01T10:00:00Z',
    '{1960, 1961-12}',
    'open/2024',
    '2024/open',
    '__proto__',
    '~2024/198X~',
    '2024~/198X',
  ],
]

describe('the pattern of EDTF', () => {
  test.each(DATES)('matches %s', (text) => {
    expect(matches(text)).toBe(true)
    expect(parseWhen(text)).not.toBeInstanceOf(Problem)
  })

  test.each(NO_DATES)('does not match %j', (text) => {
    expect(matches(text)).toBe(false)
    expect(parseWhen(text)).toBeInstanceOf(Problem)
  })

  test.each([
    ['2023-02-29', 'February 2023 has 28 days, not 29'],
    ['X9X3-02-29', 'no day fits X9X3-02-29'],
    ['-0000', 'the year 0 has no sign'],
    ['2024/2023', "'2024/2023' ends before it starts"],
    ['Y-17E7', 'days so far from now cannot be counted'],
  ])('leaves to the calendar: %s', (text, message) => {
    expect(matches(text)).toBe(true)
    expect(parseWhen(text)).toMatchObject({ message })
  })

  it('is of what ECMAScript and XPath have in common, in ASCII', () => {
    expect(EDTF_PATTERN).toMatch(/^[ -~]+$/)
    expect(EDTF_PATTERN).not.toMatch(/\(\?|\\[^[\]{}]/) // no group but plain ones, no escape but of brackets
    expect(matches('2024-05')).toBe(new RegExp(EDTF_PATTERN).test('2024-05'))
  })

  it('refuses a long list in no time', () => {
    const long = `[${Array.from({ length: 50_000 }, (_, i) => ['2024', '198X', '~2024-05', '2024..2025'][i % 4]).join(',')}`
    const start = performance.now()
    expect(matches(long)).toBe(false)
    expect(matches(`[${'2024-05,'.repeat(50_000)}`)).toBe(false)
    expect(matches(`Y${'1'.repeat(500_000)}`)).toBe(false)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

// Dates as the specification builds them, in years of four digits and on days that every month has.
const two = (n: number) => String(n).padStart(2, '0')
const mark = fc.constantFrom('', '?', '~', '%')
const month = fc.integer({ min: 1, max: 12 }).map(two)
const day = fc.integer({ min: 1, max: 28 }).map(two)
const part = fc.integer({ min: 21, max: 41 }).map(String)
const joined = (...pieces: (fc.Arbitrary<string> | string)[]) =>
  fc
    .tuple(...pieces.map((piece) => (typeof piece === 'string' ? fc.constant(piece) : piece)))
    .map((all) => all.join(''))

function dates(year: fc.Arbitrary<string>) {
  const plain = fc.oneof(year, joined(year, '-', month), joined(year, '-', month, '-', day))
  const qualified = fc.oneof(
    joined(fc.constantFrom('?', '~', '%'), year),
    joined(mark, year, mark, '-', mark, month, mark),
    joined(mark, year, mark, '-', mark, month, mark, '-', mark, day, mark),
  )
  const century = year.map((digits) => digits.slice(0, 2))
  const unspecified = fc.oneof(
    joined(century, 'XX'),
    joined(
      year.map((digits) => `${digits.slice(0, 3)}X`),
      fc.constantFrom('', '-XX', '-12-XX', '-02-2X', '-1X-0X'),
    ),
    joined(year, fc.constantFrom('-XX', '-XX-XX', '-0X', '-X2-1X')),
    joined(year, '-', month, '-XX'),
  )
  return { plain, qualified, unspecified }
}
const years = (min: number, max: number) => fc.integer({ min, max }).map(String)
const early = dates(years(1000, 1499))
const late = dates(years(1600, 2999))
const open = fc.constantFrom('', '..')
const anywhere = dates(years(1000, 2999))
const member = fc.oneof(anywhere.plain, anywhere.qualified, anywhere.unspecified)
const list = fc.tuple(fc.array(member, { minLength: 1, maxLength: 3 }), fc.constantFrom(['', ''], ['..', '']))
const valid = fc
  .oneof(
    joined(anywhere.plain, mark),
    anywhere.qualified,
    anywhere.unspecified,
    joined(years(1000, 2999), mark, '-', part, mark),
    joined(years(10, 999), mark),
    joined('Y', fc.constantFrom('', '-'), years(10_000, 5_000_000)),
    joined(years(1000, 2999), 'S', fc.integer({ min: 1, max: 4 }).map(String)),
    joined(fc.oneof(joined(early.plain, mark), open), '/', joined(late.plain, mark)),
    joined(
      fc.oneof(early.qualified, early.unspecified),
      '/',
      fc.oneof(late.qualified, late.unspecified, open),
    ),
    list.map(([members, [first, last]]) => `[${first}${members.join(',')}${last}]`),
    list.map(([members, [first, last]]) => `{${first}${members.join(',')}${last}}`),
    joined('[', early.plain, '..', late.plain, ']'),
  )
  .filter((text) => text.length <= EDTF_MAX_LENGTH)

// Letters of EDTF in any order, and dates put together without care.
const letters = fc
  .array(
    fc.constantFrom(
      ...[
        '2024',
        '1999',
        '-0044',
        '02',
        '04',
        '-04',
        '-02',
        '-29',
        '-30',
        '-31',
        '-21',
        '-12-25',
        '-XX',
        '-X4',
        '-3X',
      ],
      ...[
        '198',
        '19',
        'X',
        'XX',
        'Y',
        'E',
        'S',
        '3',
        '-',
        '/',
        '..',
        '[',
        '{',
        ']',
        '}',
        ',',
        '?',
        '~',
        '%',
        '17E5',
      ],
    ),
    { maxLength: 9 },
  )
  .map((pieces) => pieces.join(''))
const careless = joined(
  mark,
  fc.oneof(fc.stringMatching(/^[0-9X]{4}$/), years(1900, 2030)),
  mark,
  fc.constantFrom('', '', '-02', '-04', '-12', '-21', '-XX', '-0X', '-X1', '-X3', '-X4', '-~05', '-37~'),
  fc.constantFrom('', '', '-01', '-~01', '-29', '-30', '-31', '-XX', '-3X', '-2X', '-X0', '-30?'),
)
const end = fc.oneof(
  { weight: 3, arbitrary: careless },
  fc.constantFrom('', '..', '2024', '2024~', '198X', '~2024'),
)
/** Often of the shape, and not in the calendar. */
const close = fc.oneof(
  joined(anywhere.plain, mark, '/', anywhere.plain),
  joined(fc.oneof(years(1900, 2030), fc.constantFrom('XX01', 'X9X3', '-0000')), mark, '-02-29'),
  joined('Y', years(4_000_000, 9_000_000)),
)
const text = fc.oneof(
  close,
  letters,
  careless,
  joined(end, '/', end),
  joined('[', fc.oneof(end, joined(end, '..', end)), ',', fc.oneof(end, joined(end, '..', end)), ']'),
)

describe('for any text', () => {
  it('matches what the specification builds', () => {
    fc.assert(
      fc.property(valid, (text) => {
        expect(matches(text)).toBe(true)
        expect(parseWhen(text)).not.toBeInstanceOf(Problem)
      }),
      { numRuns: RUNS },
    )
  })

  it('tells the same as the reader, but for the calendar, the order and the size', () => {
    const tally = { taken: 0, left: 0, refused: 0 }
    fc.assert(
      fc.property(text, (text) => {
        const when = parseWhen(text)
        const isTaken = !(when instanceof Problem)
        tally[isTaken ? 'taken' : matches(text) ? 'left' : 'refused']++
        if (isTaken) expect(matches(text)).toBe(true)
        else if (matches(text) && text.length <= EDTF_MAX_LENGTH) expect(when.message).toMatch(BEYOND)
      }),
      { numRuns: 2 * RUNS },
    )
    // No outcome is rare, or the property would say little.
    expect(Math.min(tally.taken, tally.left, tally.refused)).toBeGreaterThan(RUNS / 20)
  })
})
