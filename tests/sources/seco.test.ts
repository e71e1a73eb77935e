import { readFileSync } from 'node:fs'
import { readSecoXml, readUnXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from './loaded'

const fixture = (name: string) => readFileSync(`tests/fixtures/seco/${name}`)
const SAMPLE = fixture('seco-official-sample-2024-01-17.xml')
const TRIMMED = fixture('seco-trimmed-3targets-2026-08-27.xml')
const MADE_UP = fixture('made-up.xml')
const bare = (codes: readonly string[]) => codes.map((code) => code.replace(/^\d+ /, ''))

// Expected values are read off the fixtures by hand.

describe("SECO's own sample", () => {
  it('is read, with what each set of sanctions does', async () => {
    const { kg, report, codes, listings, links } = await loaded(readSecoXml(SAMPLE))
    expect(report.errors).toBe(0)
    // It is a list of amendments, not the whole list.
    expect(bare(codes)).toEqual(['truncated'])
    expect(kg.entity('seco:64398')).toMatchObject({
      type: 'Person',
      label: { en: 'Test B' },
      gender: 'female',
      born: '2025-12-31',
      sources: ['source:seco-sanctions-list-2024-01-17'],
      extra: { origin: ['ONU, UE'], sanctionsSets: ['Financial measures, annex 2'] },
    })
    const measures = (id: string) => listings(id).map(({ claims }) => claims[0]?.measures)
    expect(measures('seco:64398')).toEqual([['asset-freeze']])
    expect(measures('seco:64403')).toEqual([['travel-ban']])
    // Two sets of one programme: one listing with both.
    expect(measures('seco:64393')).toEqual([['asset-freeze', 'travel-ban']])
    expect(listings('seco:64393')).toMatchObject([
      {
        subject: 'state:CH',
        programme: 'programme:seco-ppdm',
        claims: [
          { entry: '64393', when: '/..', authority: 'agency:seco', list: 'source:seco-sanctions-list' },
        ],
      },
    ])
    expect(links('citizenOf')).toEqual([
      'seco:64393 → state:CH',
      'seco:64398 → state:GB',
      'seco:64403 → state:US',
    ])
  })
})

describe('three targets as published', () => {
  it('are read as they are now', async () => {
    const { kg, report, codes, listings } = await loaded(readSecoXml(TRIMMED))
    expect(report.errors).toBe(0)
    expect(report.dropped).toBe(0)
    const person = kg.entity('seco:5142')
    expect(person).toMatchObject({
      type: 'Person',
      label: { en: 'Lukashenka Dzmitry Aliaksandravich' },
      born: '1980-03-23',
      addresses: [{ street: "President's Sports Club, ul. Starovilenskaya, 4", postcode: '220029' }],
      extra: { foreignIdentifier: ['140'], origin: ['EU'] },
    })
    expect(new Set(person?.names)).toEqual(
      new Set([
        { text: 'Lukashenka Dzmitry Aliaksandravich', lang: 'en', kind: 'primary' },
        { text: 'Lukashenko Dzmitry Aliaksandravich', lang: 'ru', kind: 'alias' },
      ]),
    )
    // Taken off; when it was put on the excerpt does not tell.
    expect(listings('seco:5142')).toMatchObject([
      { occurrence: '', claims: [{ when: '/2016-03-01', measures: ['not-stated'] }] },
    ])
    expect(listings('seco:46130')).toMatchObject([
      {
        programme: 'programme:seco-belarus',
        claims: [
          {
            listed: '2021-08-11',
            when: '2021-08-11/..',
            measures: ['financial-restrictions'],
            legalBasis: 'Ordinance of 15 June 2016 on measures against Belarus',
            reason: { en: 'State-owned bank subject to restrictions on the money and capital market.' },
          },
        ],
      },
    ])
    expect(kg.entity('seco:34461')).toMatchObject({
      type: 'Vessel',
      identifiers: [{ scheme: 'imo', value: '8405270' }],
      names: expect.arrayContaining([{ text: 'Hwang Gum San 2', lang: 'en', kind: 'alias' }]),
    })
    expect(listings('seco:34461')[0]?.claims[0]?.measures).toEqual(['transportation-restrictions'])
    // "Restrictions on named individuals and entities" says no measure.
    expect(bare(codes)).toEqual(['unmapped'])
  })
})

describe('targets made up', () => {
  it('keep everything that is said of them', async () => {
    const { kg, links } = await loaded(readSecoXml(MADE_UP))
    const emil = kg.entity('seco:101')
    expect(emil).toMatchObject({
      type: 'Person',
      label: { en: 'Emil Example' },
      gender: 'male',
      born: '[1960-03-23,1961?]',
      sameAs: ['un:TAi.901'],
      description: { en: 'Treasurer of the Examples.' },
      addresses: [
        { street: '1 Example Street, P.O. Box 7', city: 'Kabul', postcode: '1001', country: 'Afghanistan' },
      ],
      extra: {
        titles: ['Dr.'],
        nationality: ['Utopia'],
        placesOfBirth: [{ location: 'Here', area: 'Example Province', country: 'Afghanistan' }],
        addressNotes: [{ remarks: 'until 2009' }],
        attributes: ['colour: blue'],
        otherOfIdentities: { 'shoe-size': ['unit=EU 43'] },
        documents: [{ type: 'id-card', number: 'I1', issuer: 'Afghanistan', remark: 'expired in 2003' }],
        datesLeft: [
          { ssid: '1018', day: '1', month: '1', year: '1380', calendar: 'Islamic', quality: 'good' },
          { ssid: '1019', day: '31', month: '2', year: '1962', calendar: 'Gregorian', quality: 'good' },
        ],
      },
    })
    expect(new Set(emil?.names)).toEqual(
      new Set([
        { text: 'Emil Example', lang: 'en', kind: 'primary' },
        { text: 'Эмиль Пример', lang: 'ru', script: 'Cyrl', kind: 'alias' },
        { text: 'Emil Primer', lang: 'ru', kind: 'alias' },
        { text: 'Emil Primjer', lang: 'ru', kind: 'alias' },
        { text: 'Emilio', lang: 'en', kind: 'weak' },
        { text: 'Emil Sample', lang: 'en', kind: 'former' },
        { text: 'Erich Muster', lang: 'en', kind: 'alias' },
      ]),
    )
    expect(new Set(emil?.identifiers)).toEqual(
      new Set([
        { scheme: 'passport', value: 'P1', country: 'AF', when: '2000-01-01/2010-01-01' },
        { scheme: 'national-id', value: 'I1', country: 'AF', valid: false },
      ]),
    )
    expect(links('citizenOf')).toEqual(['seco:101 → state:AF'])
    expect(kg.entity('seco:102')).toMatchObject({
      type: 'Organization',
      extra: { foreignIdentifier: ['140'], nationality: ['Russian Federation'], dates: '1999-02-01' },
    })
    expect(kg.entity('seco:103')).toMatchObject({ type: 'Aircraft' })
    expect(kg.entity('seco:104')).toMatchObject({
      type: 'Asset',
      extra: { objectType: 'statue', delisted: true },
    })
  })

  it('have a listing for each programme and spell', async () => {
    const { listings } = await loaded(readSecoXml(MADE_UP))
    const told = (id: string) =>
      listings(id)
        .map(({ programme, occurrence, claims }) => [
          programme,
          occurrence,
          claims[0]?.when,
          claims[0]?.measures,
        ])
        .sort()
    expect(told('seco:101')).toEqual([
      ['programme:seco-example', '', '2001-01-26/..', ['asset-freeze', 'travel-ban']],
      ['programme:seco-sample', '', '2001-01-26/..', ['not-stated']],
    ])
    // Taken off, and put on again five years later.
    expect(told('seco:102')).toEqual([
      ['programme:seco-example', '', '2010-01-02/2015-03-04', ['asset-freeze']],
      ['programme:seco-example', '2020-05-06', '2020-05-06/..', ['asset-freeze']],
    ])
    // Dates go before the order in which modifications stand; the set of sanctions is not in the list.
    expect(told('seco:103')).toEqual([[undefined, '', '2024-01-02/2025-06-20', ['not-stated']]])
    expect(told('seco:104')).toEqual([])
  })

  it('are linked as the list says, also to those that are not there', async () => {
    const { kg, links, codes } = await loaded(readSecoXml(MADE_UP))
    expect(links('linkedTo')).toEqual(['seco:101 → seco:102', 'seco:101 → seco:103', 'seco:101 → seco:999'])
    const notes = Object.fromEntries(
      [...kg.statements()]
        .filter(({ relation }) => relation === 'linkedTo')
        .map(({ object, claims }) => [object, claims[0]?.note]),
    )
    expect(notes).toEqual({
      'seco:102': undefined,
      'seco:103': { en: 'owner-of' },
      'seco:999': { en: 'his bank' },
    })
    expect(kg.entity('seco:999')).toMatchObject({ type: 'Actor', label: { und: '999' } })
    // Two dates, Utopia, annex 13 and the relation of 101; set 77; target 999; the target without a number; the size of a shoe.
    expect(bare(codes).sort()).toEqual([
      'bad-date',
      'bad-date',
      'bad-id',
      'dangling',
      'dangling',
      'unknown-field',
      'unmapped',
      'unmapped',
      'unmapped',
    ])
  })

  it('are one with who is on the list of the United Nations', async () => {
    const un = readUnXml(`<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>EMIL</FIRST_NAME>
      <UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>TAi.901</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`)
    const { kg } = await loaded([readSecoXml(MADE_UP), un])
    expect(kg.entity('seco:101')?.id).toBe(kg.entity('un:TAi.901')?.id)
  })
})

describe('bad input', () => {
  const text = MADE_UP.toString('utf8')

  it.each([
    ['another list', '<export/>'],
    ['a page', '<html></html>'],
    ['nothing', '  '],
  ])('refuses %s, and says so once', async (_, input) => {
    const { codes, report } = await loaded(readSecoXml(input))
    expect(bare(codes)).toEqual(['wrong-format'])
    expect(report.entities).toBe(0)
  })

  it('keeps what came before the end of a file that is cut off', async () => {
    const { kg, codes } = await loaded(readSecoXml(text.slice(0, text.indexOf('EX-AMPLE'))))
    expect(kg.entity('seco:101')).toBeDefined()
    expect(kg.entity('seco:102')).toBeDefined()
    expect(bare(codes).filter((code) => code === 'cut-off')).toHaveLength(1)
  })

  it('keeps the targets around a broken one', async () => {
    const { kg, codes } = await loaded(
      readSecoXml(text.replace('<value>Example Works</value>', '<value>Example < Works')),
    )
    expect(kg.entity('seco:101')).toBeDefined()
    expect(kg.entity('seco:103')).toBeDefined()
    expect(bare(codes)).toContain('bad-xml')
  })

  it('reads a stream, which comes once', async () => {
    const stream = (async function* () {
      for (let at = 0; at < MADE_UP.length; at += 77) yield MADE_UP.subarray(at, at + 77)
    })()
    const { kg } = await loaded(readSecoXml(stream))
    expect(kg.entity('seco:101')?.addresses).toEqual([
      { street: '1 Example Street, P.O. Box 7', city: 'Kabul', postcode: '1001', country: 'Afghanistan' },
    ])
  })
})
