import { readFileSync } from 'node:fs'
import { createGraph } from 'statecraft'
import { readRdf, toTurtle, writeRecords } from 'statecraft/rdf'
import { type FtmEntity, ftmLines, readFtm, toFtm } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { sameAs } from './same'

// Expected values are read off the fixture by hand.
const TEXT = readFileSync('tests/fixtures/ftm/entities.ftm.json', 'utf8')
const GIVEN = TEXT.trim()
  .split('\n')
  .map((line): FtmEntity => JSON.parse(line))

describe('entities of FollowTheMoney', () => {
  const read = () => loaded(readFtm(TEXT, { dataset: 'made_up' }))

  it('are things of the types that their schemata are', async () => {
    const { kg, report } = await read()
    expect(report.errors).toBe(0)
    expect(report.dropped).toBe(0)
    const types = [...kg.entities()]
      .filter(({ id }) => id.startsWith('ftm:'))
      .map(({ id, type }) => [id, type])
    expect(Object.fromEntries(types)).toEqual({
      'ftm:NK-Person1': 'Person',
      'ftm:NK-Son': 'Person',
      'ftm:NK-Wife': 'Person',
      'ftm:NK-Holding': 'Company',
      'ftm:NK-Vessel': 'Vessel',
      'ftm:NK-Wallet': 'CryptoWallet',
      'ftm:addr-1': 'Place',
      'ftm:pass-1': 'Document',
      'ftm:pos-1': 'Organization',
      // Not in the file: a predecessor is like its successor, so the most general that a party can be.
      'ftm:NK-Old': 'Actor',
      // What is no statement is a record.
      'ftm:sanc-nobody': 'Source',
      'ftm:econ-1': 'Source',
    })
  })

  it('have names, dates, identifiers, and what documents and addresses say of them', async () => {
    const { kg } = await read()
    const person = kg.entity('ftm:NK-Person1')
    expect(person).toMatchObject({
      label: { und: 'Jane Q. Public' },
      born: '[1960,1961-04-10]',
      gender: 'female',
      sameAs: ['ftm:eu-fsf-900001', 'ftm:ofac-900001'],
      sources: ['ftm:pass-1', 'source:ftm-eu_fsf', 'source:ftm-us_ofac_sdn'],
    })
    expect(new Set(person?.names)).toEqual(
      new Set([
        { text: 'Jane Q. Public', kind: 'primary' },
        { text: 'Ιωάννα Δημοσίου', kind: 'primary' },
        { text: 'J. Public', kind: 'alias' },
        { text: 'JQP', kind: 'weak' },
        { text: 'Jane Private', kind: 'former' },
      ]),
    )
    expect(new Set(person?.identifiers)).toEqual(
      new Set([
        { scheme: 'wikidata', value: 'Q999999901' },
        { scheme: 'passport', value: 'K00000001' },
        { scheme: 'x-diplomatic-passport', value: 'K00000002', country: 'CY', when: '2010-05-01/2020-04-30' },
        { scheme: 'tax', value: '500100732259', country: 'RU' },
        { scheme: 'email', value: 'jane@example.org' },
      ]),
    )
    expect(new Set(person?.addresses)).toEqual(
      new Set([
        {
          text: 'Harbour Road 1, 3011 Limassol, Cyprus',
          street: 'Harbour Road 1',
          city: 'Limassol',
          postcode: '3011',
          country: 'CY',
        },
        { text: 'PO Box 1, Nicosia' },
      ]),
    )
    expect(person?.extra?.ftm).toMatchObject({
      id: 'NK-Person1',
      schema: 'Person',
      datasets: ['eu_fsf', 'us_ofac_sdn'],
      referents: ['eu-fsf-900001', 'ofac-900001'],
      first_seen: '2023-04-20T18:00:25',
      target: true,
      properties: { topics: ['sanction', 'role.pep'], position: ['Director, Example Holding'] },
    })
    const company = kg.entity('ftm:NK-Holding')
    expect(company).toMatchObject({ founded: '2001-02' })
    expect(new Set(company?.identifiers)).toEqual(
      new Set([
        { scheme: 'registration', value: 'HE 1' },
        { scheme: 'lei', value: '529900T8BM49AURSDO55' },
        { scheme: 'imo-company', value: '5555555' },
        { scheme: 'bic', value: 'EXAMCY2N' },
        { scheme: 'x-okpo-code', value: '12345678' },
        { scheme: 'x-issued-isin', value: 'US0378331005' },
      ]),
    )
    expect(kg.entity('ftm:NK-Wallet')?.identifiers).toEqual([{ scheme: 'wallet', value: 'XBT:bc1qexample' }])
  })

  it('belong to jurisdictions, also to those that are gone', async () => {
    const { links, codes } = await read()
    expect(links('citizenOf')).toEqual(['ftm:NK-Person1 → state:CY', 'ftm:NK-Person1 → state:SUHH'])
    expect(links('registeredIn')).toEqual(['ftm:NK-Holding → territory:VG'])
    expect(links('flaggedBy')).toEqual(['ftm:NK-Vessel → state:LR'])
    expect(links('locatedIn')).toEqual(['ftm:NK-Person1 → ftm:addr-1', 'ftm:addr-1 → state:CY'])
    // zz is no country.
    expect(codes).toContain('1 unmapped')
  })

  it('are links in the direction of their relation', async () => {
    const { links } = await read()
    expect(links('owns')).toEqual(['ftm:NK-Person1 → ftm:NK-Holding'])
    expect(links('ownsOrControls')).toEqual(['ftm:NK-Holding → ftm:NK-Vessel'])
    expect(links('directs')).toEqual(['ftm:NK-Person1 → ftm:NK-Holding'])
    expect(links('parentOf')).toEqual(['ftm:NK-Person1 → ftm:NK-Son'])
    expect(links('familyOf')).toEqual(['ftm:NK-Son → ftm:NK-Wife'])
    expect(links('actsFor')).toEqual(['ftm:NK-Son → ftm:NK-Person1'])
    expect(links('succeeds')).toEqual(['ftm:NK-Holding → ftm:NK-Old'])
    expect(links('affiliatedWith')).toEqual(['ftm:NK-Person1 → ftm:pos-1'])
    expect(links('linkedTo').filter((link) => !link.includes('state:'))).toEqual([
      'ftm:NK-Holding → ftm:NK-Son',
      'ftm:NK-Holding → ftm:NK-Son',
      'ftm:NK-Vessel → ftm:NK-Person1',
    ])
  })

  it('say of links how much, since when and as what; each data set that has one claims it', async () => {
    const { kg } = await read()
    const one = (relation: string) =>
      [...kg.statements()].find((statement) => statement.relation === relation)
    expect(one('owns')?.claims).toMatchObject([
      { stance: 'asserts', source: 'source:ftm-eu_fsf', at: 'own-1', share: 51, when: '2005/' },
    ])
    expect(one('directs')?.claims.map(({ source, role, when }) => [source, role, when])).toEqual([
      ['source:ftm-eu_fsf', { und: 'Director' }, '2001-02-03/2009'],
      ['source:ftm-us_ofac_sdn', { und: 'Director' }, '2001-02-03/2009'],
    ])
    expect(one('familyOf')?.claims).toMatchObject([{ kind: 'spouse' }])
    // Which of two data sets has the nationality is not told: the file says it.
    expect(one('citizenOf')?.claims).toMatchObject([
      { source: 'source:ftm-made_up', at: 'NK-Person1 nationality', kind: 'nationality' },
    ])
    expect(kg.entity('source:ftm-eu_fsf')).toMatchObject({ type: 'Dataset', publisher: 'agency:dg-fisma' })
  })

  it('are listings by the sender of the programme, of the authority, or of its country', async () => {
    const { listings, kg } = await read()
    const found = listings('ftm:NK-Person1').sort((a, b) => (a.subject < b.subject ? -1 : 1))
    expect(found).toMatchObject([
      {
        subject: 'organization:eu',
        programme: 'programme:dg-fisma-2014-145-cfsp',
        occurrence: '',
        claims: [{ when: '2014-03-17/2020-09-15', authority: 'agency:dg-fisma', at: 'sanc-eu' }],
      },
      {
        subject: 'state:US',
        programme: 'programme:US-RUSHAR',
        occurrence: '',
        claims: [
          {
            when: '2022-04-06/..',
            listed: '2022-04-06',
            authority: 'agency:ofac',
            measures: ['asset-freeze'],
            entry: '900001',
            reason: { und: 'For reasons.' },
          },
        ],
      },
    ])
    // Nobody knows in whose name: it is kept, and the ship knows of it.
    expect(listings('ftm:NK-Vessel')).toEqual([])
    expect(kg.entity('ftm:NK-Vessel')?.sources).toContain('ftm:sanc-nobody')
  })

  it('come back as they were', async () => {
    const { kg } = await read()
    sameAs([...toFtm(kg)], GIVEN)
    sameAs(
      [...ftmLines(kg)].map((line): FtmEntity => JSON.parse(line)),
      GIVEN,
    )
    // Records that were not put into a graph do, too.
    sameAs([...toFtm([...kg.records()].reverse())], GIVEN)
  })

  it('come back from Turtle, of a graph and of a stream', async () => {
    const { kg } = await read()
    let streamed = ''
    for await (const chunk of writeRecords(readFtm(TEXT), { format: 'turtle' })) streamed += chunk
    for (const turtle of [toTurtle(kg), streamed]) {
      const copy = createGraph()
      expect(copy.load(readRdf(turtle, { format: 'turtle' })).issues).toEqual([])
      sameAs([...toFtm(copy)], GIVEN)
    }
  })

  it('tell once what is missing, and what is kept as a record', async () => {
    const { report } = await read()
    expect(report.issues.map(({ code, entity, message }) => [code, entity ?? message.split(':')[0]])).toEqual(
      [
        ['unmapped', "'zz' is no country that is known here (country); it is kept as it is"],
        ['dangling', 'ftm:NK-Old'],
        ['unmapped', 'Sanction'],
        ['unmapped', 'EconomicActivity'],
      ],
    )
  })
})
