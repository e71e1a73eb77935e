import { readFileSync } from 'node:fs'
import { readEuXml, readUkXml, readUnXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from './loaded'

const fixture = (name: string) => readFileSync(`tests/fixtures/eu/${name}`)
const ENTITY507 = fixture('fsf-xml-1.1-entity507.xml')
const MADE_UP = fixture('made-up.xml')
const bare = (codes: readonly string[]) => codes.map((code) => code.replace(/^\d+ /, ''))

// Expected values are read off the fixtures by hand.

describe('the financial sanctions files', () => {
  it('give the entry that was published', async () => {
    const { kg, report, links, listings } = await loaded(readEuXml(ENTITY507))
    expect(report.errors).toBe(0)
    expect(report.dropped).toBe(0)
    expect(kg.entity('eu:EU.513.75')).toMatchObject({
      type: 'Person',
      label: { und: 'Abdul Rahman Yasin' },
      born: '1960-04-10',
      identifiers: [
        { scheme: 'national-id', value: 'SSN 156-92-9858', country: 'US' },
        { scheme: 'passport', value: '27082171', country: 'US' },
        { scheme: 'x-eu-logical-id', value: '507' },
      ],
      sources: ['source:eu-financial-sanctions-files'],
      extra: {
        addressNotes: [{ remarks: ['SSN 156-92-9858 (USA)'] }],
        placesOfBirth: [{ city: 'Bloomington, Indiana', country: 'UNITED STATES' }],
        documents: [
          {
            number: 'SSN 156-92-9858',
            identificationTypeDescription: 'National identification card',
            remarks: ['(usa national identification no)'],
          },
        ],
      },
    })
    // Of the one address, the country is unknown, and nothing else is said.
    expect(kg.entity('eu:EU.513.75')?.addresses).toBeUndefined()
    expect(links('citizenOf')).toEqual(['eu:EU.513.75 → state:US'])
    expect(listings('eu:EU.513.75')).toMatchObject([
      {
        subject: 'organization:eu',
        programme: 'programme:eu-taqa',
        occurrence: '',
        claims: [
          {
            entry: 'EU.513.75',
            listed: '2003-05-20',
            list: 'source:eu-financial-sanctions-files',
            authority: 'agency:council-of-the-eu',
            measures: ['asset-freeze'],
          },
        ],
      },
    ])
  })

  it('give everything that is said of a person', async () => {
    const { kg, links, listings } = await loaded(readEuXml(MADE_UP))
    const emil = kg.entity('eu:EU.9001.1')
    expect(emil).toMatchObject({
      label: { de: 'Emil Erich Example' },
      born: '[1960-04-10,1961~,1962..1964,1965-05]',
      gender: 'male',
      sameAs: ['un:TAi.901'],
      description: { en: 'Treasurer of the Examples.' },
      addresses: [
        {
          street: '1 Example Street, P.O. Box 7',
          city: 'Kabul',
          region: 'Kabul Province',
          postcode: '1001',
          country: 'AFGHANISTAN',
        },
      ],
      extra: {
        designationDetails: 'by letter',
        titles: ['Dr'],
        functions: ['Treasurer'],
        aliasRemarks: ['Emil Erich Example: Good quality a.k.a.'],
        citizenships: [{ country: 'AFGHANISTAN', acquired: '1970-01-01' }],
        datesOfBirth: [
          { calendarType: 'ISLAMIC', year: '1380', monthOfYear: '1', dayOfMonth: '1' },
          { calendarType: 'GREGORIAN', year: '1966', monthOfYear: '2', dayOfMonth: '31' },
        ],
        placesOfBirth: [{ city: 'Here', country: 'AFGHANISTAN' }],
        addressNotes: [
          { city: 'Kabul', asAtListingTime: true, 'contact FAX': '+93 1' },
          { remarks: ['moves about'] },
        ],
        regulations: [
          { title: '753/2011 (OJ L199)', url: 'http://eur-lex.europa.eu/example', programme: 'AFG' },
          { title: '1057/2014 (OJ L293)', type: 'amendment' },
        ],
      },
    })
    expect(new Set(emil?.names)).toEqual(
      new Set([
        { text: 'Emil Erich Example', lang: 'de', kind: 'primary' },
        { text: 'Эмиль Пример', lang: 'ru', script: 'Cyrl', kind: 'alias' },
        { text: 'Emilio', kind: 'weak' },
      ]),
    )
    expect(new Set(emil?.identifiers)).toEqual(
      new Set([
        { scheme: 'x-eu-logical-id', value: '9001' },
        { scheme: 'passport', value: 'P1', country: 'AF', when: '2000-01-01/2010-01-01' },
        { scheme: 'passport', value: 'P2', country: 'AF', valid: false },
        { scheme: 'passport', value: 'P3', valid: false },
        { scheme: 'national-id', value: 'I1', country: 'AF', valid: false },
        { scheme: 'national-id', value: 'I2', country: 'AF', valid: false },
        { scheme: 'x-document', value: 'O1' },
        { scheme: 'email', value: 'a@example.org' },
      ]),
    )
    expect(links('citizenOf')).toEqual(['eu:EU.9001.1 → state:AF'])
    expect(listings('eu:EU.9001.1')[0]?.claims).toMatchObject([
      {
        source: 'source:eu-financial-sanctions-files-2026-03-04',
        listed: '2001-01-25',
        when: '2001-01-25/..',
        legalBasis: '753/2011 (OJ L199)',
      },
    ])
  })

  it('give entries without a reference by their logical id, and end listings where they say so', async () => {
    const { kg, codes, listings } = await loaded(readEuXml(MADE_UP))
    expect(kg.entity('eu:logical-9002')).toMatchObject({
      type: 'Organization',
      // A reference of a person is not that of an organisation.
      extra: { unitedNationId: 'QDi.902' },
      identifiers: [
        { scheme: 'registration', value: 'R-9', country: 'RU' },
        { scheme: 'registration', value: 'R9', country: 'RU' },
        { scheme: 'tax', value: '7700000000', country: 'RU' },
        { scheme: 'x-eu-logical-id', value: '9002' },
      ],
    })
    expect(kg.entity('eu:logical-9002')?.sameAs).toBeUndefined()
    expect(listings('eu:logical-9002')[0]?.claims).toMatchObject([{ listed: '2003-05-20' }])
    expect(listings('eu:EU.9003.1')[0]?.claims).toMatchObject([{ when: '2012-03-05/2020-02-03' }])
    expect(kg.entity('eu:EU.9003.1')).toMatchObject({ type: 'Actor', label: { und: 'Only Weak' } })
    // Two dates of birth; the thirteenth month; the robot; the entry without a key.
    expect(codes).toEqual(['3 bad-date', '3 bad-date', '39 bad-date', '46 unmapped', '51 bad-id'])
  })

  it('make one person of who stands on three lists, by the reference of the United Nations', async () => {
    const un = readUnXml(`<CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00Z"><INDIVIDUALS><INDIVIDUAL>
      <FIRST_NAME>EMIL</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>TAi.901 </REFERENCE_NUMBER>
      <LISTED_ON>2001-01-25</LISTED_ON></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`)
    const uk = readUkXml(readFileSync('tests/fixtures/uk/made-up.xml'))
    const { kg } = await loaded([readEuXml(MADE_UP), uk, un])
    const ids = ['un:TAi.901', 'eu:EU.9001.1', 'uk:AFG9001'].map((id) => kg.entity(id)?.id)
    expect(new Set(ids).size).toBe(1)
    const listed = [...kg.statements()].filter(
      ({ relation, object }) => relation === 'designates' && object === ids[0],
    )
    expect(listed.map(({ subject }) => subject).sort()).toEqual([
      'organization:eu',
      'organization:un',
      'state:GB',
    ])
    expect(kg.entity('un:TAi.901')?.names?.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['EMIL', 'EMIL ERICH EXAMPLE', 'Emil Erich Example', 'Эмиль Пример']),
    )
  })
})

describe('bad input', () => {
  const text = MADE_UP.toString('utf8')

  it.each([
    ['another list', '<CONSOLIDATED_LIST/>'],
    ['a page', '<!doctype html><p>Please log in'],
    ['a table', 'fileGenerationDate;Entity_LogicalId\n'],
  ])('refuses %s', async (_, input) => {
    const { codes, report } = await loaded(readEuXml(input))
    expect(bare(codes)).toContain('wrong-format')
    expect(report.entities).toBe(0)
  })

  it('keeps the entries around a broken one', async () => {
    const broken = text.replace('wholeName="Example Works"', 'wholeName="Example & <Works"')
    const { kg, codes } = await loaded(readEuXml(broken))
    expect(kg.entity('eu:EU.9001.1')).toBeDefined()
    expect(kg.entity('eu:EU.9003.1')).toBeDefined()
    expect(bare(codes)).toContain('bad-xml')
  })

  it('keeps what came before the end of a file that is cut off', async () => {
    const { kg, codes } = await loaded(readEuXml(text.slice(0, text.indexOf('EU.9003.1'))))
    expect(kg.entity('eu:EU.9001.1')).toBeDefined()
    expect(bare(codes)).toContain('cut-off')
  })

  it('tells one reference on two entries', async () => {
    const { codes } = await loaded(
      readEuXml(text.replace('EU.9003.1', 'EU.9001.1').replace('robot', 'person')),
    )
    expect(bare(codes)).toContain('conflict')
  })
})
