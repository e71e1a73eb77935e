import { createGraph, isStatement } from 'statecraft'
import { memberships, states, treaties } from 'statecraft/reference'
import { describe, expect, it } from 'vitest'

const kg = createGraph()
const reports = [states(), treaties()].map((records) => kg.load(records))

function parties(treaty: string, asOf: string, certain = true) {
  return [...kg.view({ asOf, certain }).statements({ relation: 'partyTo', object: `treaty:${treaty}` })]
    .map(({ subject }) => subject.slice('state:'.length))
    .sort()
}

/** Pairs of allies under a treaty that a query infers on a day, each once: `BE US`. */
function dyads(treaty: string, asOf: string): string[] {
  const qualifiers = { treaty: `treaty:${treaty}` }
  const options = { via: 'alliedWith', qualifiers, infer: true, maxSteps: 1, asOf, certain: true } as const
  const pairs = new Set<string>()
  for (const { entities } of kg.paths({ type: 'State' }, { type: 'State' }, options)) {
    const ends = entities.map((id) => id.slice('state:'.length))
    if (ends.length > 1) pairs.add(ends.sort().join(' '))
  }
  return [...pairs].sort()
}

/** The allies of a state on a day, under any treaty. */
function allies(id: string, asOf: string): string[] {
  const options = { via: 'alliedWith', infer: true, maxSteps: 1, asOf, certain: true } as const
  const found = [...kg.paths(id, { type: 'State' }, options)].map((path) => path.entities.at(-1) ?? '')
  return [...new Set(found)].map((ally) => ally.slice('state:'.length)).sort()
}

describe('treaties()', () => {
  it('loads with states alone, and with memberships, without an issue', () => {
    for (const { issues } of reports) expect(issues).toEqual([])
    const all = createGraph()
    for (const records of [states(), memberships(), treaties()]) expect(all.load(records).issues).toEqual([])
    expect(all.entity('organization:nato')?.label).toEqual({ en: 'NATO', fr: 'OTAN' })
  })

  it('names only parties and sources that are there', () => {
    for (const record of treaties()) {
      if (!isStatement(record)) continue
      for (const id of [record.subject, record.object, ...record.claims.map(({ source }) => String(source))])
        expect(kg.entity(id)?.label, id).toBeDefined()
    }
  })

  it('gives each treaty its dates, and what its parties promise', () => {
    const of = [...kg.entities()].filter(({ type }) => type === 'Treaty')
    expect(of).toHaveLength(14)
    for (const { id } of of)
      expect(kg.entity(id), id).toMatchObject({
        signed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        inForce: expect.stringMatching(/\//),
        obligations: expect.arrayContaining(['defence']),
      })
    expect(kg.entity('treaty:north-atlantic')).toMatchObject({
      signed: '1949-04-04',
      inForce: '1949-08-24/..',
      obligations: ['consultation', 'defence'],
    })
    expect(kg.entity('treaty:russia-korea-2024')).toMatchObject({
      signed: '2024-06-19',
      inForce: '2024-12-04/..',
    })
  })

  it('says which organisation rests on a treaty', () => {
    const concerned = [...kg.statements({ relation: 'concerns' })].map(
      ({ subject, object }) => `${subject} ${object}`,
    )
    expect(concerned.sort()).toEqual([
      'treaty:collective-security organization:csto',
      'treaty:north-atlantic organization:nato',
      'treaty:warsaw organization:warsaw-pact',
    ])
  })

  // The texts of the treaties, and the depositaries’ lists.
  it.each([
    ['north-atlantic', '1949-12-31', 12],
    ['north-atlantic', '2024-12-31', 32],
    ['warsaw', '1956-01-01', 8],
    ['warsaw', '1968-09-14', 7],
    ['warsaw', '1990-10-02', 7],
    ['warsaw', '1990-10-03', 6],
    ['warsaw', '1991-07-02', 0],
    ['collective-security', '1995-01-01', 9],
    ['collective-security', '2000-01-01', 6],
    ['collective-security', '2008-01-01', 7],
    ['collective-security', '2013-01-01', 6],
    ['anzus', '1960-01-01', 3],
    ['rio', '1948-12-03', 14],
    ['rio', '1950-12-31', 20],
    ['rio', '1961-01-01', 21],
    ['rio', '2001-01-01', 22],
    ['rio', '2005-01-01', 21],
    ['rio', '2020-01-01', 17],
    ['us-japan-1951', '1955-01-01', 2],
    ['us-japan-1951', '1960-06-24', 0],
    ['us-japan-1960', '1960-06-23', 2],
    ['us-korea', '1954-11-16', 0],
    ['us-korea', '1954-11-17', 2],
    ['us-philippines', '1952-08-27', 2],
    ['china-korea-1961', '2025-01-01', 2],
    ['ussr-korea-1961', '1996-09-11', 0],
    ['russia-korea-2024', '2024-12-03', 0],
    ['russia-korea-2024', '2024-12-04', 2],
    ['sino-soviet-1950', '1980-04-12', 0],
    ['us-taiwan-1954', '1979-12-31', 2],
  ])('has the parties of %s on %s: %i', (treaty, day, count) => {
    expect(parties(treaty, day)).toHaveLength(count)
  })

  it('leaves open whether Cuba is bound by the Rio Treaty since 1962', () => {
    expect(parties('rio', '1961-06-01')).toContain('CU')
    expect(parties('rio', '1970-01-01')).not.toContain('CU')
    expect(parties('rio', '1970-01-01', false)).toContain('CU')
  })

  it('has what the United States suspended towards New Zealand in 1986, and nothing before', () => {
    const of = (asOf: string) => [...kg.view({ asOf }).statements({ relation: 'suspendsObligationsTo' })]
    expect(of('1986-08-10')).toEqual([])
    expect(of('1986-08-11')).toMatchObject([
      { subject: 'state:US', object: 'state:NZ', treaty: 'treaty:anzus' },
    ])
    expect(parties('anzus', '1990-01-01')).toEqual(['AU', 'NZ', 'US'])
  })
})

describe('allies that a query infers', () => {
  // Every two of n parties: n(n−1)/2.
  it.each([
    ['north-atlantic', '1949-12-31', 66],
    ['north-atlantic', '1990-12-31', 120],
    ['north-atlantic', '2024-12-31', 496],
    ['warsaw', '1960-01-01', 28],
    ['anzus', '1985-01-01', 3],
  ])('are all pairs of %s on %s: %i', (treaty, day, count) => {
    expect(dyads(treaty, day)).toHaveLength(count)
  })

  it('are none before both are bound', () => {
    expect(dyads('north-atlantic', '2023-04-03').filter((pair) => /\bFI\b/.test(pair))).toEqual([])
    expect(dyads('north-atlantic', '2023-04-04').filter((pair) => /\bFI\b/.test(pair))).toHaveLength(30)
  })

  it('follow North Korea from one partner to the next', () => {
    expect(allies('state:KP', '1955-01-01')).toEqual([])
    expect(allies('state:KP', '1985-01-01')).toEqual(['CN', 'SUHH'])
    expect(allies('state:KP', '1995-01-01')).toEqual(['CN', 'RU'])
    expect(allies('state:KP', '2000-01-01')).toEqual(['CN'])
    expect(allies('state:KP', '2025-01-01')).toEqual(['CN', 'RU'])
  })

  it('are not stated: without inference there are none', () => {
    expect([...kg.statements({ relation: 'alliedWith' })]).toEqual([])
  })
})
