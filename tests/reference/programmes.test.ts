import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { createGraph, type EntityRecord, isStatement, type StatementRecord } from 'statecraft'
import { programmes, states } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'

const records = [...programmes()]
const entities = records.filter((record): record is EntityRecord => !isStatement(record))
const programmeEntities = entities.filter(({ type }) => type === 'SanctionsProgramme')
const statements = (relation: string) =>
  records.filter((record): record is StatementRecord => isStatement(record) && record.relation === relation)
const tally = (values: readonly unknown[]) => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1
  return counts
}
const graph = () => {
  const kg = createGraph()
  const issues = [...kg.load(states()).issues, ...kg.load(programmes()).issues]
  return { kg, issues }
}

describe('programmes of sanctions', () => {
  it('load together with states without an issue', () => {
    expect(graph().issues).toEqual([])
  })

  it('speak of nothing but jurisdictions that they do not bring', () => {
    const { issues } = createGraph().load(programmes())
    expect(issues.filter(({ entity }) => !/^(?:state|territory):/.test(entity ?? ''))).toEqual([])
  })

  it('are the same whenever they are asked for', () => {
    expect([...programmes()]).toEqual(records)
  })

  // All counts of the file were made in Python (collections.Counter over programmes.json); the kinds with `cut | uniq`
  // over kinds.csv.
  it('are 261, each issued by one organisation', () => {
    expect(new Set(programmeEntities.map(({ id }) => id)).size).toBe(261)
    expect(statements('issuedBy')).toHaveLength(261)
    const issuers = tally(statements('issuedBy').map(({ object }) => object))
    expect(Object.keys(issuers)).toHaveLength(53)
    expect(issuers).toMatchObject({
      'agency:council-of-the-eu': 43,
      'agency:ofac': 40,
      'agency:fcdo': 31,
      'agency:seco': 31,
      'agency:un-security-council': 15,
      'agency:dfat': 15,
    })
  })

  it('have measures of the core, as many as the file has of each', () => {
    expect(tally(programmeEntities.flatMap(({ measures }) => measures ?? []))).toEqual({
      'asset-freeze': 167,
      'travel-ban': 143,
      'export-control': 51,
      'financial-restrictions': 46,
      'arms-embargo': 43,
      'import-restrictions': 34,
      'arms-restrictions': 33,
      'transportation-restrictions': 21,
      'investment-ban': 17,
      'services-ban': 12,
      'claims-prohibition': 10,
      debarment: 7,
      'sectoral-restrictions': 3,
      'aid-suspension': 3,
    })
  })

  it('have a kind each, by which leaks, notices and penalties are no sanctions', () => {
    expect(tally(programmeEntities.map(({ kind }) => kind))).toEqual({
      country: 151,
      thematic: 58,
      notice: 15,
      'export-control': 10,
      debarment: 9,
      other: 9,
      countermeasure: 5,
      enforcement: 4,
    })
    const kind = new Map(programmeEntities.map((one) => [one.id, one.kind]))
    expect(kind.get('programme:ICIJ-PA')).toBe('notice')
    expect(kind.get('programme:INTERPOL-RN')).toBe('notice')
    expect(kind.get('programme:US-FED-ENF')).toBe('enforcement')
    expect(kind.get('programme:US-BIS-EL')).toBe('export-control')
    expect(kind.get('programme:EU-US-LEG')).toBe('countermeasure')
  })

  it('keep aliases, addresses, the status, and codes that are no territory', () => {
    const aliases = programmeEntities.flatMap(({ names }) => names ?? [])
    expect(aliases).toHaveLength(754)
    expect(programmeEntities.filter(({ url }) => url !== undefined)).toHaveLength(261)
    expect(tally(programmeEntities.map(({ extra }) => extra?.status))).toEqual({
      active: 255,
      ended: 4,
      legacy: 2,
    })
    const elsewhere = programmeEntities.flatMap(({ extra }) => extra?.elsewhere ?? [])
    expect(tally(elsewhere)).toEqual({ zz: 14, ip: 4 })
  })
})

describe('what programmes concern', () => {
  it('is every pair of the file: 244, less 18 with codes that are no territory', () => {
    const concerns = tally(statements('concerns').map(({ object }) => object))
    expect(statements('concerns')).toHaveLength(226)
    expect(concerns).toMatchObject({
      'state:RU': 26,
      'territory:UA-DPR': 12,
      'territory:UA-LPR': 12,
      'territory:UA-CRI': 11,
      'state:IR': 10,
      'state:SY': 8,
      'state:CN': 7,
      'state:KP': 6,
      'territory:MD-PMR': 1,
      'territory:HK': 1,
      'state:TW': 2,
      'state:XK': 1,
      'organization:eu': 1,
    })
    expect(Object.keys(concerns).filter((id) => /zz|ip$/i.test(id))).toEqual([])
  })

  it('is corrected where the file is wrong, and told to be our reading there', () => {
    const corrected = statements('concerns').filter(({ claims }) => claims[0]?.method === 'derived')
    expect(corrected.map(({ subject, object }) => [subject, object])).toEqual([
      ['programme:AU-YUGO', 'state:CSXX'],
      ['programme:SECO-YUGO', 'state:CSXX'],
      ['programme:UN-SC1533', 'state:CD'],
    ])
  })

  it('mends a title in which the path of a file had slipped', () => {
    const kidnappers = programmeEntities.find(({ id }) => id === 'programme:UA-WS-KIDNAPPERS')
    expect(kidnappers?.label).toEqual({
      en: 'Individuals and entities involved in deportation of Ukrainian children',
    })
  })
})

describe('sanctions on countries as such', () => {
  const sanctions = statements('sanctions')
  const pairs = new Set(sanctions.map(({ subject, object }) => `${subject} ${object}`))

  it('are those of the rows checked by hand, and no others', () => {
    const url = new URL('../../reference-data/programmes/country-measures.csv', import.meta.url)
    const rows = parse<Record<string, string>>(readFileSync(url), { columns: true })
    const checked = rows
      .filter((row) => row.measures)
      .map((row) => `${row.programme} ${row.target?.toUpperCase()}: ${row.measures?.split('; ').join(' ')}`)
    const said = sanctions.map(
      ({ programme, object, claims }) =>
        `${String(programme).slice(10)} ${object.slice(object.indexOf(':') + 1)}: ${[claims[0]?.measures].flat().join(' ')}`,
    )
    expect(said).toHaveLength(68)
    expect(said.sort()).toEqual(checked.sort())
    // The checked rows without measures say why there are none.
    expect(rows.filter((row) => !row.measures && !row.reason)).toEqual([])
  })

  it('are by nobody on itself, nor by the EU on Ukraine or the United States, nor on the UK at all', () => {
    for (const pair of ['organization:eu state:UA', 'organization:eu state:US', 'state:GB state:GB'])
      expect(pairs).not.toContain(pair)
    expect(sanctions.filter(({ subject, object }) => subject === object)).toEqual([])
    expect(
      sanctions.filter(({ object }) => /^(?:state:(?:UA|US|GB|CN|TW|CA)|organization:)/.test(object)),
    ).toEqual([])
  })

  it('are under no countermeasure, notice, penalty, debarment or export list', () => {
    const kind = new Map(programmeEntities.map((one) => [one.id, one.kind]))
    const kinds = tally(sanctions.map(({ programme }) => kind.get(String(programme))))
    // SG-MAS alone is of several causes.
    expect(kinds).toEqual({ country: 65, other: 3 })
  })

  it('are under no programme that only lists parties, but where the act itself is cited for it', () => {
    const ofLists = ['asset-freeze', 'travel-ban', 'claims-prohibition', 'debarment']
    const measures = new Map(
      programmeEntities.map((one) => [one.id, [one.measures ?? []].flat().map(String)]),
    )
    const onlyLists = (id: string) => (measures.get(id) ?? []).every((one) => ofLists.includes(one))
    // In Python: 131 of 244 pairs, of which 14 are with `zz` or `ip`.
    expect(statements('concerns').filter(({ subject }) => onlyLists(subject))).toHaveLength(117)
    const beyond = sanctions.filter(({ programme }) => onlyLists(String(programme)))
    expect(beyond.map(({ programme, object }) => `${programme} ${object}`)).toEqual([
      'programme:NZ-RSA2022 state:RU',
      'programme:SG-MAS state:RU',
      'programme:SG-MAS territory:UA-DPR',
      'programme:SG-MAS territory:UA-LPR',
      'programme:UN-SC1737 state:IR',
    ])
  })

  it('fall on a jurisdiction that the programme concerns, and cite an act and an authority', () => {
    const concerned = new Set(statements('concerns').map(({ subject, object }) => `${subject} ${object}`))
    for (const { programme, object, claims } of sanctions) {
      expect(concerned).toContain(`${programme} ${object}`)
      expect(claims).toHaveLength(1)
      expect(claims[0]).toMatchObject({
        stance: 'asserts',
        method: 'derived',
        source: 'source:statecraft-programmes',
      })
      expect(claims[0]?.legalBasis).toMatch(/\d/)
      expect(claims[0]?.authority).toMatch(/^agency:/)
      expect(claims[0]?.scope).toMatch(/^(?:partial|comprehensive)$/)
    }
  })

  it('are comprehensive of the United States alone: Cuba, Iran, North Korea, Syria once, three regions of Ukraine', () => {
    const comprehensive = sanctions.filter(({ claims }) => claims[0]?.scope === 'comprehensive')
    expect(comprehensive.map(({ subject, object }) => `${subject} ${object}`).sort()).toEqual(
      [
        'state:CU',
        'state:IR',
        'state:KP',
        'state:SY',
        'territory:UA-CRI',
        'territory:UA-DPR',
        'territory:UA-LPR',
      ].map((object) => `state:US ${object}`),
    )
  })

  it('hold on the day of which the file speaks, and perhaps on others; ended ones end with their act', () => {
    const { kg } = graph()
    const who = (target: string, asOf: string, certain: boolean) => {
      const view = kg.view({ asOf, certain, relations: ['sanctions'] })
      const found = view.match((m) => m.where('?sender', 'sanctions', target, { programme: '?programme' }))
      return [...found].map(({ row }) => row.programme.slice(10)).sort()
    }
    expect(who('state:CU', '2026-06-08', true)).toEqual(['US-CUBA'])
    expect(who('state:CU', '1999-01-01', true)).toEqual([])
    expect(who('state:CU', '1999-01-01', false)).toEqual(['US-CUBA'])
    // Revoked as of 1 July 2025 (E.O. 14312).
    expect(who('state:SY', '2025-06-30', true)).toEqual(['US-SYR'])
    expect(who('state:SY', '2025-07-01', false)).not.toContain('US-SYR')
    // Applied again from 28 September 2025, thirty days after the notification under resolution 2231.
    expect(who('state:IR', '2025-09-27', false)).not.toContain('UN-SC1737')
    expect(who('state:IR', '2025-09-28', true)).toEqual(['UN-SC1737'])
  })

  it('a programme that ended held before, no date is made up for it', () => {
    const egypt = statements('concerns').find(({ subject }) => subject === 'programme:CH-FIAA-EG')
    expect(egypt?.claims[0]?.when).toBe('[..2026-06-08]')
    const { kg } = graph()
    const certain = kg.view({ asOf: '2026-06-08', certain: true })
    const concerning = [...certain.match((m) => m.where('?p', 'concerns', 'state:EG'))]
    expect(concerning).toEqual([])
  })
})
