import { readFileSync } from 'node:fs'
import { createGraph, type Issue } from 'statecraft'
import { type CsvMapping, type RawRecord, readCsv } from 'statecraft/sources'
import { describe, expect, test } from 'vitest'

/** What becomes of a worked example; expected records are written by hand, from its table and its mapping. */
async function example(name: string) {
  const folder = `examples/mappings/${name}`
  const mapping: CsvMapping = JSON.parse(readFileSync(`${folder}/map.json`, 'utf8'))
  const records = readCsv(readFileSync(`${folder}/data.csv`, 'utf8'), mapping)
  const all: RawRecord[] = []
  for await (const record of records) all.push(record)
  const kg = createGraph()
  const report = kg.load(all)
  return {
    // States come whole from the reference data.
    records: all.filter(({ type }) => type !== 'State'),
    states: all.filter(({ type }) => type === 'State').map(({ id }) => id),
    issues: records.issues.map(inShort),
    report: {
      errors: report.errors,
      dangling: report.counts.dangling ?? 0,
      statements: [...kg.statements()].length,
    },
  }
}

const inShort = ({ code, line, message }: Issue) => `${line}: ${code}: ${message}`

describe('worked examples', () => {
  test('cases of sanctions: a sender each, states as of a year, measures by counterparts', async () => {
    const { records, states, issues, report } = await example('sanctions-cases')
    const source = 'source:made-up-cases'
    const claim = (at: string) => [{ stance: 'asserts', source, at: `case ${at}` }]
    expect(records).toEqual([
      {
        type: 'Dataset',
        id: source,
        label: { en: 'Made-up sanctions cases' },
        publisher: 'organization:made-up-institute',
        published: '2024',
        coverage: '1979/2000',
      },
      {
        type: 'ResearchInstitution',
        id: 'organization:made-up-institute',
        label: { en: 'Made-up Institute' },
      },
      {
        type: 'SanctionsCase',
        sources: [source],
        id: 'case:made-up-c001',
        label: { en: 'First made-up case' },
        when: '1979/1981',
      },
      {
        relation: 'sanctions',
        subject: 'state:US',
        object: 'state:IR',
        case: 'case:made-up-c001',
        when: '1979/1981',
        measures: ['financial-restrictions', 'export-control'],
        claims: claim('c001'),
      },
      {
        relation: 'sanctions',
        subject: 'state:GB',
        object: 'state:IR',
        case: 'case:made-up-c001',
        when: '1979/1981',
        measures: ['financial-restrictions', 'export-control'],
        claims: claim('c001'),
      },
      {
        type: 'SanctionsCase',
        sources: [source],
        id: 'case:made-up-c002',
        label: { en: 'Second made-up case' },
        when: '1990/..',
      },
      {
        relation: 'sanctions',
        subject: 'state:FR',
        object: 'state:TR',
        case: 'case:made-up-c002',
        when: '1990/..',
        measures: ['arms-embargo'],
        claims: claim('c002'),
      },
      {
        type: 'SanctionsCase',
        sources: [source],
        id: 'case:made-up-c003',
        label: { en: 'Third made-up case' },
        when: '1991/1993',
      },
      {
        type: 'SanctionsCase',
        sources: [source],
        id: 'case:made-up-c004',
        label: { en: 'Fourth made-up case' },
        when: '1995/',
      },
      {
        relation: 'sanctions',
        subject: 'state:US',
        object: 'state:RU',
        case: 'case:made-up-c004',
        when: '1995/',
        measures: ['travel-ban'],
        claims: claim('c004'),
      },
    ])
    expect(states).toEqual(['state:US', 'state:IR', 'state:GB', 'state:FR', 'state:TR', 'state:RU'])
    expect(issues).toEqual([
      "4: ambiguous: the cow code '365' may be state:SUHH or state:RU at 1991: in 1 row",
      "5: unmapped: 'gsdb:tariffs' is counterpart of no measure: in 1 row",
    ])
    expect(report).toEqual({ errors: 0, dangling: 0, statements: 4 })
  })

  test('members of alliances: dates of parts, open ends, obligations of columns', async () => {
    const { records, issues, report } = await example('alliances')
    const source = 'source:made-up-alliances'
    const party = (subject: string, treaty: number, when: string, line: number) => ({
      relation: 'partyTo',
      subject,
      object: `treaty:made-up-${treaty}`,
      when,
      claims: [{ stance: 'asserts', source, at: `line ${line}` }],
    })
    expect(records.slice(1)).toEqual([
      {
        type: 'Treaty',
        sources: [source],
        id: 'treaty:made-up-9001',
        label: { en: 'Made-up Pact' },
        obligations: ['defence', 'consultation'],
      },
      party('state:US', 9001, '1951-04-04/..', 2),
      party('state:FR', 9001, '1951-04-04/1966-03-07', 3),
      party('state:TR', 9001, '1952-02/..', 4),
      {
        type: 'Treaty',
        sources: [source],
        id: 'treaty:made-up-9002',
        label: { en: 'Made-up Treaty of Neutrality' },
        obligations: ['neutrality', 'nonaggression'],
      },
      party('state:SUHH', 9002, '1985/1990-12-31', 5),
      party('state:CN', 9002, '1985/', 6),
    ])
    expect(issues).toEqual(['6: bad-date: February 1990 has 28 days, not 30; it is left out'])
    expect(report).toEqual({ errors: 0, dangling: 0, statements: 5 })
  })

  test('transfers of arms: orders and deliveries, numbers with thousands and in millions', async () => {
    const { records, issues, report } = await example('arms-transfers')
    const source = 'source:made-up-transfers'
    const supply = (item: string, occurrence: string, deal: number, details: object) => ({
      relation: 'supplies',
      subject: 'state:FR',
      object: 'state:IN',
      item,
      occurrence,
      ...details,
      claims: [{ stance: 'asserts', source, at: `deal ${deal}` }],
    })
    const delivered = (year: string) =>
      supply('weapon:made-up-mx-1', `deal 1, ${year}`, 1, {
        when: year,
        stage: 'delivered',
        note: { en: '1,150 in all' },
      })
    const weapon = (id: string, en: string, description: string) => ({
      type: 'WeaponSystem',
      sources: [source],
      id,
      label: { en },
      description: { en: description },
    })
    expect(records.slice(1)).toEqual([
      weapon('weapon:made-up-mx-1', 'Made-up MX-1', 'fighter aircraft'),
      supply('weapon:made-up-mx-1', 'deal 1, order', 1, {
        when: '2001',
        stage: 'ordered',
        quantity: 1200,
        tiv: 812.5,
        value: 1_100_000,
        currency: 'USD',
      }),
      delivered('2003'),
      delivered('2004'),
      delivered('2006'),
      weapon('weapon:made-up-mx-2', 'Made-up MX-2', 'anti-ship missile'),
      supply('weapon:made-up-mx-2', 'deal 2, order', 2, { when: '2005', stage: 'ordered', quantity: 40 }),
      weapon('weapon:made-up-k-3', 'Made-up "K"-3', 'diesel engine'),
    ])
    expect(issues).toEqual(["4: unmapped: 'XXX' is no iso3 code: in 1 row"])
    expect(report).toEqual({ errors: 0, dangling: 0, statements: 5 })
  })

  test('votes: states as of the day, codes by counterparts, one statement said in many rows', async () => {
    const { records, issues, report } = await example('un-votes')
    const source = 'source:made-up-votes'
    const vote = (subject: string, rcid: number, vote: string, when: string, line: number) => ({
      relation: 'votesOn',
      subject,
      object: `resolution:made-up-${rcid}`,
      vote,
      when,
      claims: [{ stance: 'asserts', source, at: `line ${line}` }],
    })
    const issued = (rcid: number) => ({
      relation: 'issuedBy',
      subject: `resolution:made-up-${rcid}`,
      object: 'organization:un',
      occurrence: '',
      claims: [{ stance: 'asserts', source, at: `rcid ${rcid}` }],
    })
    const resolution = (rcid: number, en: string, description: string) => ({
      type: 'Resolution',
      sources: [source],
      id: `resolution:made-up-${rcid}`,
      label: { en },
      description: { en: description },
    })
    expect(records.slice(2)).toEqual([
      resolution(101, 'R/40/1', 'A made-up resolution'),
      vote('state:US', 101, 'no', '1985-12-12', 2),
      issued(101),
      vote('state:SUHH', 101, 'yes', '1985-12-12', 3),
      issued(101),
      vote('state:YUCS', 101, 'abstain', '1985-12-12', 4),
      issued(101),
      resolution(102, 'R/56/2', 'Another made-up resolution'),
      vote('state:RU', 102, 'yes', '2001-12-10', 5),
      issued(102),
      vote('state:TR', 102, 'not-a-member', '2001-12-10', 6),
      issued(102),
      vote('state:US', 102, 'absent', '2001-12-10', 7),
      issued(102),
      issued(102),
    ])
    expect(issues).toEqual(["8: unmapped: 'unvotes:4' is counterpart of no vote: in 1 row"])
    expect(report).toEqual({ errors: 0, dangling: 0, statements: 8 })
  })
})
