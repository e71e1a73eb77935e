import { describe, expect, it } from 'vitest'
import { kg, members } from './memberships'

describe('NATO', () => {
  // NATO, Member countries: accessions in 1952, 1955, 1982, 1999, 2004, 2009, 2017, 2020, 2023 and 2024.
  it.each([
    ['1949-08-23', 0],
    ['1949-12-31', 12],
    ['1952-02-18', 14],
    ['1955-05-05', 14],
    ['1955-05-06', 15],
    ['1966-07-01', 15],
    ['1982-05-29', 15],
    ['1990-12-31', 16],
    ['1999-03-12', 19],
    ['2004-03-28', 19],
    ['2004-12-31', 26],
    ['2014-12-31', 28],
    ['2017-06-05', 29],
    ['2020-03-27', 30],
    ['2023-04-03', 30],
    ['2023-04-04', 31],
    ['2024-03-06', 31],
    ['2024-12-31', 32],
  ])('on %s certainly has %i members, and no other is possible', (day, count) => {
    expect(members('organization:nato', day)).toHaveLength(count)
    expect(members('organization:nato', day, { certain: false })).toHaveLength(count)
  })

  it('had invited Finland and Sweden at the end of 2022', () => {
    expect(members('organization:nato', '2022-12-31', { standing: 'invited' })).toEqual(['FI', 'SE'])
  })

  it('goes on as far as the sources speak; after that it is possible', () => {
    expect(members('organization:nato', '2025-10-31')).toHaveLength(32)
    expect(members('organization:nato', '2025-11-01')).toHaveLength(0)
    expect(members('organization:nato', '2025-11-01', { certain: false })).toHaveLength(32)
  })
})

describe('the United Nations', () => {
  // United Nations, Growth in United Nations membership: totals at the end of the year.
  it.each([
    [1945, 51],
    [1946, 55],
    [1947, 57],
    [1948, 58],
    [1949, 59],
    [1950, 60],
    [1955, 76],
    [1956, 80],
    [1957, 82],
    [1958, 82],
    [1960, 99],
    [1961, 104],
    [1962, 110],
    [1963, 113],
    [1964, 115],
    [1965, 117],
    [1966, 122],
    [1967, 123],
    [1968, 126],
    [1970, 127],
    [1971, 132],
    [1973, 135],
    [1974, 138],
    [1975, 144],
    [1976, 147],
    [1977, 149],
    [1978, 151],
    [1979, 152],
    [1980, 154],
    [1981, 157],
    [1983, 158],
    [1984, 159],
    [1990, 159],
    [1991, 166],
    [1992, 179],
    [1993, 184],
    [1994, 185],
    [1999, 188],
    [2000, 189],
    [2002, 191],
    [2006, 192],
    [2011, 193],
    [2024, 193],
  ])('at the end of %i have %i members', (year, count) => {
    expect(members('organization:un', `${year}-12-31`)).toHaveLength(count)
  })

  it('began with 29, and reached 193 with South Sudan', () => {
    expect(members('organization:un', '1945-10-24')).toHaveLength(29)
    expect(members('organization:un', '2011-07-13')).toHaveLength(192)
    expect(members('organization:un', '2011-07-14')).toHaveLength(193)
  })

  it('have one member for each seat, whoever holds it', () => {
    const held = (keys: string[], day: string) =>
      members('organization:un', day).filter((key) => keys.includes(key))
    expect(held(['CN', 'TW'], '1971-10-24')).toEqual(['TW'])
    expect(held(['CN', 'TW'], '1971-10-26')).toEqual(['CN'])
    expect(held(['SUHH', 'RU'], '1991-12-23')).toEqual(['SUHH'])
    expect(held(['SUHH', 'RU'], '1991-12-24')).toEqual(['RU'])
    expect(held(['CSXX', 'RS', 'ME'], '2006-06-02')).toEqual(['CSXX'])
    expect(held(['CSXX', 'RS', 'ME'], '2006-06-27')).toEqual(['RS'])
    expect(held(['DE', 'DDDE'], '1990-10-02')).toEqual(['DDDE', 'DE'])
    expect(held(['DE', 'DDDE'], '1990-10-03')).toEqual(['DE'])
    expect(held(['EG', 'SY'], '1960-01-01')).toEqual(['EG'])
    expect(held(['SY', 'EG'], '1961-10-13')).toEqual(['EG', 'SY'])
    expect(held(['YE', 'yemen-arab-republic', 'YDYE'], '1990-05-22')).toEqual(['YE'])
    expect(held(['BY', 'UA'], '1950-01-01')).toEqual(['BY', 'UA'])
  })

  it('have the Holy See and Palestine as observers', () => {
    expect(members('organization:un', '2024-12-31', { standing: 'observer' })).toEqual(['PS', 'VA'])
  })
})

describe('the European Union', () => {
  // European Union, EU countries: the six, and the enlargements.
  it.each([
    ['1958-01-01', 6],
    ['1973-01-01', 9],
    ['1981-01-01', 10],
    ['1986-01-01', 12],
    ['1995-01-01', 15],
    ['2004-05-01', 25],
    ['2007-01-01', 27],
    ['2013-07-01', 28],
    ['2020-01-31', 28],
    ['2020-02-01', 27],
  ])('on %s has %i members', (day, count) => {
    expect(members('organization:eu', day)).toHaveLength(count)
  })

  it('had nine candidates in 2024', () => {
    const candidates = members('organization:eu', '2024-12-31', { standing: 'candidate' })
    expect(candidates).toEqual(['AL', 'BA', 'GE', 'MD', 'ME', 'MK', 'RS', 'TR', 'UA'])
  })

  it('sanctions through its members of the day', () => {
    const options = { via: 'sanctions', infer: true, maxSteps: 1, asOf: '2025-10-31' } as const
    const senders = [...kg.paths('state:FR', 'state:KP', options)].map(String)
    expect(senders.some((path) => path.includes('through European Union'))).toBe(true)
    const british = [...kg.paths('state:GB', 'state:KP', options)].map(String)
    expect(british.some((path) => path.includes('through European Union'))).toBe(false)
  })
})

describe('the Shanghai Cooperation Organisation', () => {
  // Wang Yi after the Tianjin summit, 1 September 2025: 27 countries, of which 10 are members and 17 partners.
  it('has one standing for those beside its members since September 2025', () => {
    const beside = (day: string, standing: string) => members('organization:sco', day, { standing })
    expect(beside('2024-12-31', 'observer')).toEqual(['AF', 'MN'])
    expect(beside('2024-12-31', 'partner')).toHaveLength(14)
    expect(beside('2025-10-31', 'observer')).toEqual([])
    expect(beside('2025-10-31', 'partner')).toHaveLength(17)
  })
})

// Totals that the organisations give of themselves, and the years of accession.
describe.each<[string, [day: string, count: number][]]>([
  [
    'organization:warsaw-pact',
    [
      ['1955-12-31', 8],
      ['1968-09-14', 7],
      ['1990-10-02', 7],
      ['1990-10-03', 6],
      ['1991-07-02', 0],
    ],
  ],
  [
    'organization:csto',
    [
      ['2003-12-31', 6],
      ['2006-12-31', 7],
      ['2012-12-20', 6],
      ['2025-10-31', 6],
    ],
  ],
  [
    'organization:council-of-europe',
    [
      ['1949-12-31', 11],
      ['1971-06-01', 17],
      ['1989-12-31', 23],
      ['2007-12-31', 47],
      ['2022-03-17', 46],
    ],
  ],
  [
    'organization:sco',
    [
      ['2001-06-15', 6],
      ['2017-06-09', 8],
      ['2023-07-04', 9],
      ['2024-07-04', 10],
    ],
  ],
  [
    'grouping:brics',
    [
      ['2009-12-31', 4],
      ['2011-12-31', 5],
      ['2024-01-01', 9],
      ['2025-01-06', 10],
    ],
  ],
  [
    'grouping:g7',
    [
      ['1975-12-31', 6],
      ['1976-12-31', 7],
      ['1998-12-31', 8],
      ['2014-03-25', 7],
    ],
  ],
  [
    'organization:arab-league',
    [
      ['1945-12-31', 7],
      ['1958-12-31', 10],
      ['1977-12-31', 22],
      ['1990-12-31', 21],
      ['1993-12-31', 22],
    ],
  ],
  [
    'organization:gcc',
    [
      ['1981-05-25', 6],
      ['2024-12-31', 6],
    ],
  ],
  [
    'organization:asean',
    [
      ['1967-08-08', 5],
      ['1984-12-31', 6],
      ['1997-12-31', 9],
      ['1999-12-31', 10],
      ['2025-10-26', 11],
    ],
  ],
  [
    'organization:oau',
    [
      ['1963-12-31', 33],
      ['1994-12-31', 53],
      ['2002-07-10', 0],
    ],
  ],
  [
    'organization:au',
    [
      ['2003-12-31', 53],
      ['2011-12-31', 54],
      ['2017-01-31', 55],
    ],
  ],
  [
    'organization:ecowas',
    [
      ['1975-12-31', 15],
      ['1977-12-31', 16],
      ['2001-01-01', 15],
      ['2025-01-30', 12],
    ],
  ],
  [
    'organization:oas',
    [
      ['1956-12-31', 21],
      ['1991-12-31', 35],
      ['2023-11-20', 34],
    ],
  ],
])('%s', (organization, totals) => {
  it.each(totals)('on %s has %i members', (day, count) => {
    expect(members(organization, day)).toHaveLength(count)
  })
})
