import { isStatement } from 'statecraft'
import { resolve, states } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'

describe('resolve()', () => {
  it.each([
    [365, 'cow', '1900', ['state:RU']],
    [365, 'cow', '1985', ['state:SUHH']],
    [365, 'cow', '2000', ['state:RU']],
    [365, 'cow', '1991', ['state:SUHH', 'state:RU']],
    [365, 'cow', '1991-12-25', ['state:SUHH']],
    [365, 'cow', '1991-12-26', ['state:RU']],
    [345, 'cow', '1900', ['state:RS']],
    [345, 'cow', '1985', ['state:YUCS']],
    [345, 'cow', '1995', ['state:CSXX']],
    [345, 'cow', '2004', ['state:CSXX']],
    [345, 'cow', '2007', ['state:RS']],
    [345, 'cow', '2006', ['state:CSXX', 'state:RS']],
    [255, 'cow', '1940', ['state:DE']],
    [255, 'cow', '1960', []],
    [260, 'cow', '1960', ['state:DE']],
    [260, 'cow', '2000', []],
    [265, 'cow', '1960', ['state:DDDE']],
    [265, 'cow', '1991', []],
    [210, 'cow', '1943', ['state:NL']], // occupied: off the list, and still its number
    [678, 'cow', '1980', ['state:yemen-arab-republic']],
    [679, 'cow', '1995', ['state:YE']],
    [816, 'cow', '1970', ['state:VN']],
    [817, 'cow', '1970', ['state:south-vietnam']],
    [730, 'cow', '1900', ['state:korea']],
    [678, 'gw', '1980', ['state:yemen-arab-republic']],
    [678, 'gw', '1995', ['state:YE']],
    [679, 'gw', '1995', []],
    [260, 'gw', '1960', ['state:DE']],
    [260, 'gw', '2000', ['state:DE']],
    [340, 'gw', '2010', ['state:RS']],
    [345, 'gw', '2000', ['state:CSXX']],
    [970, 'gw', '2010', ['state:KI']],
    [970, 'cow', '2010', ['state:NR']],
    [711, 'gw', '1930', ['state:tibet']],
    ['CS', 'iso2', '1990', ['state:CSHH']],
    ['CS', 'iso2', '2005', ['state:CSXX']],
    ['CS', 'iso2', '2010', []],
    ['CS', 'iso2', undefined, ['state:CSHH', 'state:CSXX']],
    ['CS', 'iso2', '1980/2010', ['state:CSHH', 'state:CSXX']],
    ['YU', 'iso2', '1980', ['state:YUCS']],
    ['YU', 'iso2', '1999', ['state:CSXX']],
    ['BU', 'iso2', '1980', ['state:MM']],
    ['BU', 'iso2', '2020', []],
    ['ZR', 'iso2', '1990', ['state:CD']],
    ['SK', 'iso2', '1974', ['territory:SKIN']],
    ['SK', 'iso2', '1980', []],
    ['SK', 'iso2', '2000', ['state:SK']],
    ['AI', 'iso2', '1975', ['state:DJ']],
    ['AI', 'iso2', '2000', ['territory:AI']],
    ['BQ', 'iso2', '1975', ['territory:BQAQ']],
    ['BQ', 'iso2', '2015', ['territory:BQ']],
    ['VN', 'iso2', '1974', ['state:south-vietnam']],
    ['VN', 'iso2', '1990', ['state:VN']],
    ['VD', 'iso2', '1975', ['state:VN']],
    ['US', 'iso2', '1950', ['state:US']],
    ['KZ', 'iso2', '1985', []],
    ['KZ', 'iso2', '1991', ['state:KZ']],
    ['UA', 'iso2', '1985', ['state:UA']],
    [705, 'cow', '1985', []],
    [369, 'cow', '1950', ['state:UA']], // a member of the United Nations since 1945
    [316, 'cow', '1985', []],
    [344, 'gw', '1991', ['state:HR']],
    ['ROM', 'iso3', '1995', ['state:RO']],
    ['ROU', 'iso3', '2020', ['state:RO']],
    ['SCG', 'iso3', '2005', ['state:CSXX']],
    ['ATF', 'iso3', '1975', ['territory:FQHH']],
    ['SUHH', 'x-iso3166-3', undefined, ['state:SUHH']],
    ['VDVN', 'x-iso3166-3', undefined, ['state:VN']],
    ['276', 'm49', '2000', ['state:DE']],
    ['280', 'm49', '1980', ['state:DE']],
    ['736', 'm49', '2000', ['state:SD']],
    ['891', 'm49', '2000', ['state:CSXX']],
    ['Q15180', 'wikidata', undefined, ['state:SUHH']],
    ['Q55', 'wikidata', undefined, ['state:NL']],
  ] as const)('%s in %s at %s is %j', (code, scheme, date, ids) => {
    const resolution = resolve(code, scheme, date)
    expect(resolution.ids).toEqual(ids)
    expect(resolution.answer).toBe(ids.length === 0 ? 'none' : ids.length === 1 ? 'one' : 'several')
  })

  it('takes a code in any case, with or without zeros before it', () => {
    for (const code of ['4', 4, '004', ' 04 ']) expect(resolve(code, 'm49').ids).toEqual(['state:AF'])
    expect(resolve('002', 'cow').ids).toEqual(['state:US'])
    expect(resolve('kp', 'iso2').ids).toEqual(['state:KP'])
    expect(resolve('q423', 'wikidata').ids).toEqual(['state:KP'])
  })

  it('says why it finds none', () => {
    const why = (...asked: Parameters<typeof resolve>) => {
      const resolution = resolve(...asked)
      return resolution.answer === 'none' ? [resolution.why.message, resolution.why.hint] : []
    }
    expect(why('CS', 'iso2', '2010')).toEqual([
      "the iso2 code 'CS' is not in use at 2010",
      'state:CSHH 1974/1993-06-15, state:CSXX 2003-07-23/2006-09-26',
    ])
    expect(why('CS', 'iso2', '10/2010')[1]).toBe('2010-10')
    expect(why('CS', 'iso', '2010')[0]).toBe("'iso' is no scheme of codes")
    expect(why('QQ', 'iso2')[0]).toBe("'QQ' is no iso2 code")
  })

  it('finds none for what is meant to break it', () => {
    for (const scheme of ['iso2', 'cow', '__proto__', 'constructor', '']) {
      for (const code of [
        '__proto__',
        'constructor',
        '',
        ' ',
        '-1',
        '1e3',
        'X'.repeat(1_000_000),
        '\u0000',
        'КР',
      ]) {
        const resolution = resolve(code, scheme, '2000')
        expect(resolution.answer).toBe('none')
        expect(JSON.stringify(resolution).length).toBeLessThan(400)
      }
    }
    expect(resolve(Number.NaN, 'cow').answer).toBe('none')
    expect(resolve(365.5, 'cow').answer).toBe('none')
    expect(resolve('US', 'iso2', '9'.repeat(100_000)).answer).toBe('none')
  })

  it('resolves every code that an entity has, at any day on which it has it', () => {
    const day = (when: string | undefined) => when?.split('/').find((end) => end !== '..' && end !== '')
    let codes = 0
    for (const record of states()) {
      if (isStatement(record)) continue
      for (const { scheme, value, when } of record.identifiers ?? []) {
        codes++
        expect(resolve(value, scheme, day(when)).ids, `${record.id} ${scheme} ${value}`).toContain(record.id)
      }
    }
    expect(codes).toBeGreaterThan(1400)
  })
})
