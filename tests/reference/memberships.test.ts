import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { createGraph, isStatement, type StatementRecord } from 'statecraft'
import { memberships, programmes, states, treaties } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'
import { kg, members, reports, suspended } from './memberships'

/** Statements between two, in their order in time. */
const between = (subject: string, object: string): StatementRecord[] =>
  [...memberships()].filter(isStatement).filter((one) => one.subject === subject && one.object === object)

const folder = 'reference-data/memberships'

function table(name: string): Record<string, string>[] {
  const options = { columns: true } as const
  return parse(readFileSync(`${folder}/${name}`), options)
}

describe('memberships()', () => {
  it('is what the tables say, row by row', () => {
    const others = ['organizations.csv', 'sources.csv', 'suspensions.csv']
    const rows = readdirSync(folder)
      .filter((name) => !others.includes(name))
      .flatMap((name) =>
        table(name).map(({ id, standing, from, until }) =>
          [name.slice(0, -4), id, standing, `${from}/${until}`].join(' '),
        ),
      )
    const claims = [...memberships()].filter(isStatement).flatMap((one) =>
      one.relation === 'memberOf'
        ? one.claims.map(({ when }) => {
            const slug = one.object.slice(one.object.indexOf(':') + 1)
            return [slug, one.subject, one.standing, when].join(' ')
          })
        : [],
    )
    expect(rows.length).toBeGreaterThan(600)
    expect(claims.sort()).toEqual(rows.sort())
  })

  it('is generated from the tables as they are', () => {
    const parts = ['memberships', 'treaties']
    const run = () => execFileSync(process.execPath, ['reference-data/generate.mjs', '--check', ...parts])
    expect(run).not.toThrow()
  })

  it('loads without an issue, beside states, treaties and programmes', () => {
    for (const { issues } of reports) expect(issues).toEqual([])
  })

  it('loads without an issue in any order', () => {
    const other = createGraph()
    const issues = [memberships(), programmes(), treaties(), states()].flatMap(
      (records) => other.load(records).issues,
    )
    // Ids that come later are not missing: what is there in the end is the same.
    expect(issues.filter(({ code }) => code !== 'dangling')).toEqual([])
    expect([...other.statements()]).toHaveLength([...kg.statements()].length)
  })

  it('names only states, organisations and sources that are there', () => {
    for (const record of memberships()) {
      if (!isStatement(record)) continue
      for (const id of [record.subject, record.object, ...record.claims.map(({ source }) => String(source))])
        expect(kg.entity(id)?.label, id).toBeDefined()
    }
  })

  it('gives each claim a source with a publisher, and what it can speak of', () => {
    const sources = new Set([...memberships()].filter(isStatement).flatMap(({ claims }) => claims))
    for (const { source, when } of sources) {
      const entity = kg.entity(String(source)) as Record<string, unknown> | undefined
      expect(entity?.publisher, String(source)).toBeDefined()
      if (String(when).endsWith('..')) expect(entity?.coverage, String(source)).toBeDefined()
    }
  })

  it('has the spell of a state once for each standing, and later ones under their first day', () => {
    expect(between('state:GR', 'organization:council-of-europe')).toMatchObject([
      { occurrence: '', claims: [{ when: '1949-08-09/1970-12-31' }] },
      { occurrence: '1974-11-28', claims: [{ when: '1974-11-28/..' }] },
    ])
    expect(between('state:ID', 'organization:un').map(({ occurrence }) => occurrence)).toEqual([
      '',
      '1966-09-28',
    ])
    expect(between('state:FI', 'organization:nato')).toMatchObject([
      { standing: 'invited', occurrence: '' },
      { standing: 'member', occurrence: '' },
    ])
  })
})

describe('days that are not known', () => {
  it('make members possible before they are certain', () => {
    expect(members('organization:warsaw-pact', '1955-06-15')).toEqual([])
    expect(members('organization:warsaw-pact', '1955-06-15', { certain: false })).toHaveLength(8)
    expect(members('organization:oau', '1963-06-01')).toEqual([])
    expect(members('organization:oau', '1963-06-01', { certain: false })).toHaveLength(32)
    expect(members('organization:oau', '1963-06-01', { certain: false })).not.toContain('KE')
  })
})

describe('leaving and being suspended', () => {
  it('is told apart: who is suspended is a member still', () => {
    expect(suspended('organization:arab-league', '1985-01-01')).toEqual(['EG'])
    expect(members('organization:arab-league', '1985-01-01')).toContain('EG')
    expect(suspended('organization:arab-league', '2015-01-01')).toEqual(['SY'])
    expect(suspended('organization:arab-league', '2023-05-08')).toEqual([])
    expect(suspended('organization:oas', '2010-01-01')).toEqual(['HN'])
    expect(suspended('organization:oas', '1970-01-01')).toEqual(['CU'])
    expect(suspended('organization:council-of-europe', '2022-03-01')).toEqual(['RU'])
    expect(suspended('organization:ecowas', '2022-06-01')).toEqual(['BF', 'GN', 'ML'])
    // Statement of the ECOWAS Commission, December 2023: from 10 December, not before.
    expect(suspended('organization:ecowas', '2023-12-09')).toEqual(['BF', 'GN', 'ML'])
    expect(suspended('organization:ecowas', '2023-12-10')).toEqual(['BF', 'GN', 'ML', 'NE'])
    expect(suspended('organization:ecowas', '2025-01-30')).toEqual(['GN'])
    expect(suspended('organization:au', '2004-01-01')).toEqual(['CF'])
  })

  it('counts six suspended from the African Union in March 2024', () => {
    // Political Geography Now, September 2023: Burkina Faso, Gabon, Guinea, Mali, Niger and Sudan.
    expect(suspended('organization:au', '2024-03-01')).toEqual(['BF', 'GA', 'GN', 'ML', 'NE', 'SD'])
  })

  it('is no matter of a command: France and Greece were members of NATO throughout', () => {
    for (const id of ['state:FR', 'state:GR']) expect(between(id, 'organization:nato')).toHaveLength(1)
  })

  it('can be disputed: whether Venezuela is in the OAS since April 2019', () => {
    const in2018 = kg.view({ asOf: '2018-01-01', disputed: 'exclude' })
    const in2020 = kg.view({ asOf: '2020-01-01', disputed: 'only' })
    const of = (view: typeof in2018) =>
      [...view.statements({ relation: 'memberOf', object: 'organization:oas' })].map(({ subject }) => subject)
    expect(of(in2018)).toContain('state:VE')
    expect(of(in2020)).toEqual(['state:VE'])
  })

  it('has the African Union in the place of the Organisation of African Unity', () => {
    const [succession] = [...kg.statements({ relation: 'succeeds' })].filter(
      ({ subject }) => subject === 'organization:au',
    )
    expect(succession).toMatchObject({ object: 'organization:oau', kind: 'replacement' })
  })
})
