import { readFileSync } from 'node:fs'
import { type ClaimRecord, core, createGraph, type Issue, PrefixMap, RecordReader } from 'statecraft'
import { readOfacCsv } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'
import { loaded } from '../loaded'
import { file, folder } from './files'

// Expected values are read off the fixtures by hand.

const SDN = 'tests/fixtures/ofac/sdn-2021-07'
const CONS = 'tests/fixtures/ofac/cons-2025-12'

const sdn = () => loaded(readOfacCsv(folder(SDN), { published: '2021-07-20' }))
const cons = () => loaded(readOfacCsv(folder(CONS), { published: '2025-12-01' }))

describe('the SDN List in flat files', () => {
  it('gives its parties by what they are, with nothing dropped', async () => {
    const { kg, report } = await sdn()
    expect(report.errors).toBe(0)
    expect(report.dropped).toBe(0)
    const types = new Map([...kg.entities()].map(({ id, type }) => [id, type]))
    expect(types.get('ofac:306')).toBe('Organization')
    expect(types.get('ofac:2686')).toBe('Person')
    expect(types.get('ofac:15036')).toBe('Vessel')
    expect(types.get('ofac:28332')).toBe('Aircraft')
    expect([...types.keys()].filter((id) => id.startsWith('ofac:'))).toHaveLength(21)
  })

  it('reads a person out of the remarks', async () => {
    const { kg } = await sdn()
    expect(kg.entity('ofac:2686')).toMatchObject({
      label: { und: 'NASRALLAH, Hasan' },
      names: [
        { text: 'NASRALLAH, Hasan Abd-al-Karim', kind: 'alias' },
        { text: 'NASRALLAH, Hasan', kind: 'primary' },
      ],
      born: '[1953-08-31,1955-08-31,1958-08-31,1960-08-31]',
      gender: 'male',
      identifiers: [{ scheme: 'passport', value: '042833', country: 'LB' }],
      addresses: [{ country: 'Lebanon' }],
      sources: ['source:ofac-sdn-2021-07-20'],
      extra: {
        titles: ['Secretary General of Hizballah'],
        placesOfBirth: ['Al Basuriyah, Lebanon'],
        sanctionsInformation: [
          'Additional Sanctions Information - Subject to Secondary Sanctions Pursuant to the Hizballah Financial Sanctions Regulations',
        ],
      },
    })
  })

  it('takes weak aliases out of the remarks, and listed ones from their table', async () => {
    const { kg } = await sdn()
    expect(kg.entity('ofac:306')?.names).toEqual([
      { text: 'NATIONAL BANK OF CUBA', kind: 'alias' },
      { text: 'BANCO NACIONAL DE CUBA', kind: 'primary' },
      { text: 'BNC', kind: 'weak' },
    ])
    expect(kg.entity('ofac:306')?.addresses).toContainEqual({
      text: 'Zweierstrasse 35, Zurich CH-8022',
      street: 'Zweierstrasse 35',
      country: 'Switzerland',
    })
    expect(kg.entity('ofac:306')?.addresses).toContainEqual({
      street: 'Federico Boyd Avenue & 51 Street',
      city: 'Panama City',
      country: 'Panama',
    })
  })

  it('reads a vessel: numbers, call sign, tonnage, flags and owner', async () => {
    const { kg, links } = await sdn()
    expect(kg.entity('ofac:15036')).toMatchObject({
      identifiers: [
        { scheme: 'call-sign', value: 'T2EU4' },
        { scheme: 'imo', value: '9187629' },
        { scheme: 'mmsi', value: '572469210' },
      ],
      names: [
        { text: 'ABADAN', kind: 'former' },
        { text: 'ALPHA', kind: 'former' },
        { text: 'SHONA', kind: 'former' },
        { text: 'ARTAVIL', kind: 'primary' },
      ],
      extra: {
        vesselTypes: ['Crude/Oil Products Tanker'],
        tonnage: ['99,144'],
        grossTonnage: ['56,068'],
        formerFlags: ['Malta', 'Tuvalu', 'None Identified', 'Tanzania'],
        weakFormerNames: ['ALPHA'],
      },
    })
    expect(kg.entity('ofac:15902')?.extra).toMatchObject({ vesselOwners: ['NITC'] })
    expect(links('flaggedBy')).toEqual(['ofac:15036 → state:IR', 'ofac:15902 → state:PA'])
    expect(links('linkedTo')).toContain('ofac:15036 → ofac:15117')
  })

  it('goes on with long remarks where they are cut in the middle of a word', async () => {
    const { links, kg } = await sdn()
    const linked = links('linkedTo').filter((link) => link.startsWith('ofac:12300 '))
    // `Linked To: DESARROLLO MINERO RESPONSABLE C.I. S.A.S.` stands in the comments; nobody of them is in the excerpt.
    expect(linked).toContain('ofac:12300 → ofac-name:desarrollo-minero-responsable-c-i-s-a-s')
    expect(kg.entity('ofac-name:desarrollo-minero-responsable-c-i-s-a-s')).toMatchObject({
      type: 'Actor',
      label: { und: 'DESARROLLO MINERO RESPONSABLE C.I. S.A.S.' },
    })
    expect(kg.entity('ofac:12300')?.born).toBe('[1964-07-07,1965-05-13,1968-04-13]')
  })

  it('links by primary names alone, and tells what it cannot resolve', async () => {
    const { links, report } = await sdn()
    expect(links('linkedTo')).toContain('ofac:10392 → ofac:10465')
    // Two parties are called so: one of North Korea, one of Russia.
    expect(links('linkedTo')).toContain('ofac:20130 → ofac-name:ministry-of-state-security')
    const ambiguous = report.issues.filter(({ code }) => code === 'ambiguous')
    expect(ambiguous).toMatchObject([
      { file: 'sdn.csv', message: "several parties have the name 'MINISTRY OF STATE SECURITY'" },
    ])
    expect(report.issues.map(({ message }) => message)).toContain("no party here has the name 'ROSTEC'")
  })

  it('designates once a programme, with the measures of the list that the party stands on', async () => {
    const { listings, kg } = await sdn()
    const [cuba] = listings('ofac:306')
    expect(cuba).toMatchObject({
      subject: 'state:US',
      programme: 'programme:ofac-cuba',
      occurrence: '',
      claims: [
        {
          source: 'source:ofac-sdn-2021-07-20',
          at: '306',
          entry: '306',
          list: 'source:ofac-sdn',
          measures: ['asset-freeze'],
          authority: 'agency:ofac',
          when: '/..',
        },
      ],
    })
    // Sectoral under one order, blocked under the other.
    const rosneft = Object.fromEntries(listings('ofac:18299').map((one) => [one.programme, one.claims[0]]))
    expect(rosneft['programme:ofac-ukraine-eo13662']).toMatchObject({
      list: 'source:ofac-ssi',
      measures: ['sectoral-restrictions'],
    })
    expect(rosneft['programme:ofac-venezuela-eo13850']).toMatchObject({
      list: 'source:ofac-sdn',
      measures: ['asset-freeze'],
    })
    expect(kg.entity('programme:ofac-cuba')).toMatchObject({
      type: 'SanctionsProgramme',
      label: { en: 'CUBA' },
    })
  })

  it('says that a party exposes others where the list does', async () => {
    const { listings } = await sdn()
    expect(listings('ofac:2686')[0]?.claims[0]?.secondaryRisk).toBe(true)
    expect(listings('ofac:306')[0]?.claims[0]?.secondaryRisk).toBeUndefined()
  })

  it('makes a programme part of the one in the reference graph', async () => {
    const { links } = await sdn()
    expect(links('partOf')).toContain('programme:ofac-cuba → programme:US-CUBA')
    // Two programmes of the reference graph have this tag.
    expect(links('partOf').filter((link) => link.includes('eo13662'))).toEqual([])
  })

  it('does not make one of two persons who use one wallet', async () => {
    const { kg } = await sdn()
    const wallets = kg.entity('ofac:30520')?.identifiers?.filter(({ scheme }) => scheme === 'x-wallet')
    expect(wallets?.map(({ value }) => value)).toContain('LTC:LeKvNdNEzgQkzVVnRdV3fAu2DSF1nLsNw6')
  })
})

describe('the consolidated list in flat files', () => {
  const measures = (claims: readonly ClaimRecord[]) => claims.map(({ list, measures }) => [list, measures])

  it('claims no asset freeze where the list does none', async () => {
    const { report, listings } = await cons()
    expect(report.errors).toBe(0)
    const of = (id: string) => measures(listings(id).flatMap(({ claims }) => claims))
    expect(of('ofac:9639')).toEqual([['source:ofac-ns-plc', ['financial-restrictions']]])
    expect(of('ofac:15268')).toEqual([['source:ofac-capta', ['correspondent-account-restrictions']]])
    expect(of('ofac:30882')).toEqual([['source:ofac-ns-cmic', ['investment-ban']]])
    expect(of('ofac:31693')).toEqual([['source:ofac-ns-mbs', ['financial-restrictions']]])
    expect(of('ofac:46072')).toEqual([['source:ofac-ns-mbs', ['financial-restrictions']]])
    // A menu: loans, export licences, and what is aimed at its executives.
    expect(of('ofac:27016')).toEqual([
      ['source:ofac-ns-mbs', ['export-control', 'financial-restrictions', 'other']],
    ])
  })

  it('tells a programme of the SDN List from one of another, and leaves open what it does not tell', async () => {
    const { listings } = await cons()
    const by = (id: string) =>
      Object.fromEntries(listings(id).map(({ programme, claims }) => [programme, claims[0]]))
    expect(by('ofac:9647')['programme:ofac-sdgt']).toMatchObject({
      list: 'source:ofac-sdn',
      measures: ['asset-freeze'],
    })
    expect(by('ofac:9647')['programme:ofac-ns-plc']).toMatchObject({ list: 'source:ofac-ns-plc' })
    // Gazprombank: under E.O. 14024 it may be blocked, or under a directive; the flat file does not say that it is blocked.
    expect(by('ofac:17016')['programme:ofac-ukraine-eo13662']).toMatchObject({ list: 'source:ofac-ssi' })
    expect(by('ofac:17016')['programme:ofac-russia-eo14024']).toMatchObject({
      list: 'source:ofac-consolidated',
      measures: ['financial-restrictions'],
      listed: '2022-02-24',
      when: '2022-02-24/..',
    })
  })

  it('takes the day of listing from the remarks', async () => {
    const { listings, kg } = await cons()
    expect(listings('ofac:30882')[0]?.claims[0]).toMatchObject({
      listed: '2021-06-03',
      when: '2021-06-03/..',
    })
    expect(kg.entity('ofac:30882')?.extra?.sanctionsInformation).toContain(
      'Effective Date (CMIC) 02 Aug 2021',
    )
  })
})

describe('which table a file is', () => {
  const main = readFileSync(`${SDN}/sdn.csv`)

  it('is known without names, by the rows', async () => {
    const unnamed = folder(SDN).map(({ bytes }, i) => ({ name: `part-${i}.txt`, bytes }))
    const [named, other] = [await sdn(), await loaded(readOfacCsv(unnamed, { published: '2021-07-20' }))]
    expect([...other.kg.entities()]).toEqual([...named.kg.entities()])
    const consolidated = folder(CONS).map(({ bytes }, i) => ({ name: `part-${i}.txt`, bytes }))
    const { listings } = await loaded(readOfacCsv(consolidated))
    expect(listings('ofac:9639')[0]?.claims[0]?.source).toBe('source:ofac-consolidated')
  })

  it('may be the main one alone: what is missing is told', async () => {
    const { report, kg } = await loaded(readOfacCsv(main))
    expect(report.issues).toContainEqual(
      expect.objectContaining({
        code: 'missing-field',
        message: 'what is not here: addresses, aliases, the ends of long remarks',
        hint: 'give the folder, with add.csv, alt.csv, sdn_comments.csv',
      }),
    )
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'truncated' }))
    expect(kg.entity('ofac:306')?.names).toEqual([
      { text: 'BANCO NACIONAL DE CUBA', kind: 'primary' },
      { text: 'BNC', kind: 'weak' },
    ])
    // No date is made up where nobody says one.
    expect(kg.entity('ofac:306')?.sources).toEqual(['source:ofac-sdn'])
  })

  it('gives both lists where both are there, and links between them', async () => {
    const { kg, links } = await loaded(readOfacCsv([...folder(SDN), ...folder(CONS)]))
    expect(kg.entity('source:ofac-sdn')).toBeDefined()
    expect(kg.entity('source:ofac-consolidated')).toBeDefined()
    // HAMAS is on neither excerpt; Hizballah is on the first.
    expect(links('linkedTo')).toContain('ofac:2686 → ofac:4697')
  })

  it('does not depend on the order of rows', async () => {
    const turned = folder(SDN).map(({ name }) => {
      const text = readFileSync(`${SDN}/${name}`, 'utf8').replace('\u001a', '')
      const rows = text.split('\r\n').filter((row) => row !== '')
      return file(name, `${rows.toReversed().join('\r\n')}\r\n`)
    })
    const [ordered, other] = [await sdn(), await loaded(readOfacCsv(turned, { published: '2021-07-20' }))]
    const parties = ({ kg }: typeof ordered) =>
      new Map(
        [...kg.entities()].map((one) => [
          one.id,
          { ...one, addresses: new Set(one.addresses), names: new Set(one.names) },
        ]),
      )
    expect(parties(other)).toEqual(parties(ordered))
    const turnedSides = [
      folder(SDN).find(({ name }) => name === 'sdn.csv')!,
      ...turned.filter(({ name }) => name !== 'sdn.csv'),
    ]
    expect(parties(await loaded(readOfacCsv(turnedSides, { published: '2021-07-20' })))).toEqual(
      parties(ordered),
    )
  })
})

it('gives records that a reader takes as they are', async () => {
  const issues: Issue[] = []
  const reader = new RecordReader(core, { prefixes: new PrefixMap(), report: (found) => issues.push(found) })
  for (const path of [SDN, CONS]) {
    for await (const record of readOfacCsv(folder(path))) {
      const { names, identifiers, addresses, extra } = record
      expect(reader.read(record)).toMatchObject(
        Object.fromEntries(
          Object.entries({ names, identifiers, addresses, extra }).flatMap(([field, value]) =>
            // A reader has a set in an order of its own.
            value === undefined
              ? []
              : [[field, Array.isArray(value) ? expect.arrayContaining(value) : value]],
          ),
        ),
      )
    }
  }
  expect(issues).toEqual([])
})

it('tells how far it has come, in bytes of both readings', async () => {
  const files = folder(SDN)
  const total = 2 * files.reduce((sum, { size = 0 }) => sum + size, 0)
  const seen: number[] = []
  const kg = createGraph()
  await kg.load(
    readOfacCsv(files, {
      onProgress: (progress) => {
        expect(progress.total).toBe(total)
        seen.push(progress.bytes)
      },
    }),
  )
  expect(seen.at(-1)).toBe(total)
})
