import { readOfacAdvancedXml } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { alias, document, entry, feature, party, period, relationship } from './advanced-made-up'

async function read(parts: Parameters<typeof document>[0]) {
  const { kg, report, codes, links, listings } = await loaded(readOfacAdvancedXml(document(parts)))
  expect(report.dropped).toBe(0)
  return { kg, links, listings, codes: codes.map((code) => code.replace(/^\d+ /, '')) }
}

async function born(...periods: string[]) {
  const features = periods.map((one) => feature(8, one)).join('')
  const { kg, codes } = await read({ parties: party(1, 4, { features }), entries: entry(1) })
  return { born: kg.entity('ofac:1')?.born, extra: kg.entity('ofac:1')?.extra, codes }
}

describe('dates of the advanced XML', () => {
  it.each([
    ['1962-01-01', '1962-12-31', false, '1962'],
    ['1938-09-01', '1938-09-30', false, '1938-09'],
    ['1940-02-01', '1940-02-29', false, '1940-02'],
    ['1941-02-01', '1941-02-28', false, '1941-02'],
    ['1948-12-10', '1948-12-10', false, '1948-12-10'],
    ['1951-01-01', '1953-12-31', false, '[1951..1953]'],
    ['1951-03-01', '1951-04-30', false, '[1951-03..1951-04]'],
    ['1951-03-02', '1951-04-30', false, '[1951-03-02..1951-04-30]'],
    ['1951-01-01', '1951-12-31', true, '1951~'],
    ['1979-01-01', '1982-12-31', true, '[1979~..1982~]'],
    // Parts that are missing are not known.
    ['1962', '1962', false, '1962'],
    ['1938-09', '1938-09', false, '1938-09'],
  ])('%s to %s (approximate: %s) is %s', async (from, to, isApproximate, expected) => {
    expect(await born(period(from, to, { isApproximate }))).toMatchObject({ born: expected, codes: [] })
  })

  it('of which one is right stand as a set', async () => {
    expect((await born(period('1953-08-31', '1953-08-31'), period('1955-01-01', '1955-12-31'))).born).toBe(
      '[1953-08-31,1955]',
    )
  })

  it('that are none of our calendar are told and kept', async () => {
    expect(await born(period('1380-05-01', '1380-05-30', { calendar: 2 }))).toMatchObject({
      born: undefined,
      extra: { dates: ['Birthdate 1380-5-1 to 1380-5-30 (Islamic)'] },
      codes: ['bad-date'],
    })
    expect(await born(period('1962-13-01', '1962-13-01'))).toMatchObject({
      born: undefined,
      codes: ['bad-date'],
    })
    expect(await born(period('1963-01-01', '1962-12-31'))).toMatchObject({
      born: undefined,
      codes: ['bad-date'],
    })
  })
})

describe('parties of the advanced XML', () => {
  it('have vessels with all that is said of them', async () => {
    const { kg, links, codes } = await read({
      locations: `<Location ID="5"><LocationAreaCode AreaCodeID="11291"/><LocationCountry CountryID="11160"/></Location>`,
      documents: `<IDRegDocument ID="3" IDRegDocTypeID="1626" IdentityID="150360" ValidityID="1"><Comment/><IDRegistrationNo>IMO 9187629</IDRegistrationNo><IssuingAuthority/></IDRegDocument>`,
      parties: party(15036, 1, {
        names: [alias([[1526, 'Amber']])],
        features:
          feature(1, '<VersionDetail DetailTypeID="1432">T2EU4</VersionDetail>') +
          feature(2, '<VersionDetail DetailTypeID="1431" DetailReferenceID="91275"/>') +
          feature(3, '<VersionDetail DetailTypeID="1433"/><VersionLocation LocationID="5"/>') +
          feature(5, '<VersionDetail DetailTypeID="1432">99144</VersionDetail>') +
          feature(264, '<VersionDetail DetailTypeID="1432">572469210</VersionDetail>', 1560),
      }),
      entries: entry(15036),
    })
    expect(kg.entity('ofac:15036')).toMatchObject({
      type: 'Vessel',
      label: { und: 'AMBER' },
      identifiers: expect.arrayContaining([
        { scheme: 'imo', value: '9187629' },
        { scheme: 'call-sign', value: 'T2EU4' },
        { scheme: 'mmsi', value: '572469210' },
      ]),
      extra: {
        vesselTypes: ['Crude/Oil Products Tanker'],
        tonnage: ['99144'],
        reliability: ['MMSI 572469210: Confirmed'],
      },
    })
    expect(links('flaggedBy')).toEqual(['ofac:15036 → state:PA'])
    expect(codes).toEqual([])
  })

  it('have names in their order, weak and former ones, and those in other scripts', async () => {
    const { kg } = await read({
      parties: party(1, 4, {
        names: [
          alias([[1528, 'Sweet Micky']], { type: 1400, isPrimary: false, isLowQuality: true, status: 2 }),
          alias([[1520, 'Old']], { type: 1401, isPrimary: false, status: 2 }),
          alias(
            [
              [1521, 'Jan'],
              [91708, 'Petrovich'],
              [1520, 'Nobody'],
            ],
            {},
          ),
          alias([[1520, 'لا أحد']], { type: 1400, isPrimary: false, script: 160, status: 2 }),
        ],
      }),
      entries: entry(1),
    })
    expect(kg.entity('ofac:1')).toMatchObject({
      label: { und: 'NOBODY, Jan Petrovich' },
      names: expect.arrayContaining([
        { text: 'NOBODY, Jan Petrovich', kind: 'primary' },
        { text: 'OLD', kind: 'former' },
        { text: 'Sweet Micky', kind: 'weak' },
        { text: 'لا أحد', script: 'Arab', kind: 'alias' },
      ]),
    })
  })

  it('have documents with their days; what is false is none', async () => {
    const days = `<DocumentDate IDRegDocDateTypeID="1480">${period('2006-09-12', '2006-09-12')}</DocumentDate>
      <DocumentDate IDRegDocDateTypeID="1481">${period('2016-09-01', '2016-09-30')}</DocumentDate>`
    const { kg, codes } = await read({
      documents: `<IDRegDocument IDRegDocTypeID="1571" IdentityID="10" IssuedBy-CountryID="11110" ValidityID="1"><IDRegistrationNo>A1</IDRegistrationNo>${days}</IDRegDocument>
        <IDRegDocument IDRegDocTypeID="1571" IdentityID="10" IssuedBy-CountryID="11999" ValidityID="2"><IDRegistrationNo>A2</IDRegistrationNo></IDRegDocument>
        <IDRegDocument IDRegDocTypeID="1571" IdentityID="10"/>`,
      parties: party(1, 4, {
        features:
          feature(344, '<VersionDetail DetailTypeID="1432">1AbC</VersionDetail>') +
          feature(224, '<VersionDetail DetailReferenceID="91526"/>') +
          feature(8, period('1950-01-01', '1950-12-31'), 1561) +
          feature(64, '<VersionDetail DetailTypeID="1432">Subject to Secondary Sanctions</VersionDetail>') +
          feature(999, '<VersionDetail DetailTypeID="1432">red</VersionDetail>') +
          feature(12345, '<VersionDetail DetailTypeID="1432">new</VersionDetail>'),
        more: '<Novelty kind="x">said</Novelty>',
      }),
      entries: entry(1),
    })
    expect(kg.entity('ofac:1')).toMatchObject({
      gender: 'male',
      identifiers: expect.arrayContaining([
        { scheme: 'passport', value: 'A1', country: 'IR', when: '2006-09-12/2016-09' },
        { scheme: 'passport', value: 'A2', valid: false },
        { scheme: 'x-wallet', value: 'XBT:1AbC' },
      ]),
      extra: {
        reliability: ['Birthdate 1950: False'],
        documents: ['Passport A2 (fraudulent) (issued by: Atlantis)'],
        other: ['Favourite Colour red', 'FeatureType 12345 new', 'Novelty: kind=x said'],
      },
    })
    expect(kg.entity('ofac:1')?.born).toBeUndefined()
    expect(codes).toEqual(['missing-field', 'dangling'])
    const [claim] = [...kg.statements()].find(({ relation }) => relation === 'designates')?.claims ?? []
    expect(claim?.secondaryRisk).toBe(true)
  })

  it('are told where their list, or what it does, is not known', async () => {
    const { listings, kg, codes } = await read({
      parties: party(1, 3) + party(2, 3) + party(3, 9),
      entries: entry(1, { list: 77, type: 9 }) + entry(2) + entry(2, { list: 91512, day: '2014-10-10' }),
    })
    expect(codes).toEqual(['unmapped', 'unmapped', 'dangling', 'unmapped', 'missing-field'])
    expect(kg.entity('ofac:1')?.extra).toMatchObject({
      sanctionsInformation: ['List of Lists 2001-10-12'],
      sanctionsTypes: ['Frown'],
    })
    expect(listings('ofac:1')).toHaveLength(1)
    expect(listings('ofac:2')[0]?.claims).toMatchObject([{ list: 'source:ofac-sdn', listed: '2001-10-12' }])
    expect(kg.entity('ofac:3')?.type).toBe('Actor')
    expect(kg.entity('source:ofac-sdn-2024-05-01')).toBeDefined()
  })
})

describe('relations of the advanced XML', () => {
  it('go by profiles, in the direction of the relation, with what is said of them', async () => {
    const { kg, links, codes } = await read({
      parties: party(1, 4) + party(2, 3) + party(3, 1) + party(4, 4),
      relationships:
        relationship(3, 15003, 2, { quality: 1540 }) +
        relationship(1, 15002, 2) +
        relationship(1, 15004, 4) +
        relationship(1, 91725, 2) +
        relationship(4, 1555, 1, { isFormer: true }),
      entries: entry(1) + entry(2) + entry(3) + entry(4),
    })
    expect(codes).toEqual([])
    expect(links('ownsOrControls')).toEqual(['ofac:2 → ofac:3'])
    expect(links('actsFor')).toEqual(['ofac:1 → ofac:2'])
    expect(links('affiliatedWith')).toEqual(['ofac:1 → ofac:2'])
    const claims = (relation: string) =>
      [...kg.statements()].find((one) => one.relation === relation)?.claims[0]
    expect(claims('ownsOrControls')).toMatchObject({ at: '3', note: { en: 'quality: High' } })
    expect(claims('familyOf')).toMatchObject({ at: '1', when: '/..' })
    // It had ended when the list came out: from when and until when is not said.
    expect(claims('associateOf')).toMatchObject({ when: '[..2024-05-01]', note: { en: 'former' } })
  })
})
