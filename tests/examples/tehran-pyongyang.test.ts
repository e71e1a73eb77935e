import { readFileSync } from 'node:fs'
import { createGraph, type Statement } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { toQuads } from 'statecraft/rdf'
import { describe, expect, test } from 'vitest'
import * as ask from '../../examples/tehran-pyongyang/questions'

/**
 * The answers that the fact sheet behind the example gives, row by row; `row N` in a comment names its row.
 * None of them is taken from a run of the program.
 */
const text = readFileSync(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url), 'utf8')
const kg = createGraph()

/** A statement in few words: `KP supplies IR nuclear`, with what tells it apart. */
const brief = (s: Statement): string =>
  [s.subject, s.relation, s.object, s.item, s.topic, s.field, s.sector, s.against]
    .flat()
    .filter((part) => part !== undefined)
    .map((part) => String(part).replace(/^[a-z]+:/, ''))
    .join(' ')
const briefs = (statements: Iterable<unknown>) => [...(statements as Iterable<Statement>)].map(brief).sort()

const report = kg.load(readJsonl(text))

test('the file loads without an issue', () => {
  expect(report.issues).toEqual([])
})

test('the file has every row of the sheet', () => {
  const refs = text.split('\n').flatMap((line) => /"ref": ?"row-(\d+b?)/.exec(line)?.[1] ?? [])
  const notes = ['7b', '23', '24', '24b', '28b', '32'] // told in claims, reasons and descriptions of other rows
  const rows = [...Array.from({ length: 33 }, (_, i) => String(i + 1)), '1b', '5b', '7b', '24b', '28b']
  expect(rows.filter((row) => !refs.includes(row) && !notes.includes(row))).toEqual([])
  for (const told of [
    /reticence/,
    /Economic reasons/,
    /diplomats abroad defect/,
    /firm up ties/,
    /proved effective/,
    /theocracy/,
  ]) {
    expect(text).toMatch(told)
  }
})

test('labels are in English and Arabic', () => {
  expect(kg.label('state:KP', ['ar'])).toBe('كوريا الشمالية')
  const states = [...kg.entities('State'), ...kg.entities('Technology'), ...kg.entities('Commodity')]
  expect(states.filter((e) => !e.label?.en || !e.label?.ar).map((e) => e.id)).toEqual([])
})

describe('question 1: who supplies what to whom', () => {
  const asserted = ['KP supplies IR nuclear'] // row 26
  const alleged = ['IR supplies RU drones'] // row 13
  const predicted = [
    'KP supplies IR arms', // row 5
    'KP supplies IR military', // row 5
    'KP supplies IR nuclear', // row 27: again what it has developed
    'KP supplies IR nuclear-test-data', // row 27
    'IR supplies RU oil', // row 30
    'RU supplies KP oil', // row 30
  ]
  test('as asserted fact: row 26 alone', () => {
    expect(briefs(ask.supplies(kg, ['asserted']))).toEqual(asserted)
  })
  test('with allegations: row 13 too', () => {
    expect(briefs(ask.supplies(kg, ['asserted', 'alleged']))).toEqual([...asserted, ...alleged].sort())
  })
  test('with predictions: rows 5, 27 and both legs of 30', () => {
    expect(briefs(ask.supplies(kg, ['asserted', 'alleged', 'predicted']))).toEqual(
      [...asserted, ...alleged, ...predicted].sort(),
    )
  })
})

test('question 2: oil can get to North Korea through Russia, a prediction whose legs are inferred', () => {
  const { routes, sanctions } = ask.oilRoutes(kg)
  expect(routes.map((route) => [route.entities, route.level])).toEqual([
    [['state:IR', 'state:RU', 'state:KP'], 'predicted'],
  ])
  expect(String(routes[0])).toBe(
    'Iran ─supplies oil→ Russia ─supplies oil→ North Korea      predicted (our reading) · Daniel Pinkston in Elaph, §16',
  )
  expect(new Set(sanctions.map((s) => s.object))).toEqual(new Set(['state:IR', 'state:KP'])) // rows 6, 12, 29
})

test('question 3: the nuclear topic of the talks and the charge of 17 are disputed; accounts stand side by side', () => {
  const { disputes, accounts } = ask.disputes(kg)
  expect(disputes.map((d) => [brief(d.statement), d.claimants.for, d.claimants.against]).sort()).toEqual([
    ['IR meets KP nuclear-weapons', ['unnamed:analysts-talks'], ['agency:ir-mfa']], // rows 8 and 9
    ['IR responsibleFor regional-escalation', ['state:US'], ['agency:kcna']], // row 17
  ])
  expect(accounts.map((account) => account.by).sort()).toEqual(
    ['agency:yonhap', 'unnamed:analysts-closures', 'unnamed:others-closures'], // rows 23, 24, 24b
  )
})

describe('question 4: in whose eyes', () => {
  const seen = (id: string) => briefs(kg.view({ viewpoint: id }).statements())

  test('KCNA’s: 12 and 16 hold, the charge of 17 does not', () => {
    expect(seen('agency:kcna')).toEqual(
      expect.arrayContaining([
        'US sanctions IR',
        'US sanctions IR steel',
        'US sanctions IR automobiles',
        'US sanctions IR drones',
      ]),
    )
    expect(seen('agency:kcna')).not.toContain('IR responsibleFor regional-escalation')
    expect(briefs(ask.viewpoint(kg, 'agency:kcna'))).toHaveLength(4)
  })

  test('Iran’s foreign ministry’s: 10 holds, the nuclear part of 8 does not', () => {
    expect(seen('agency:ir-mfa')).toEqual(
      expect.arrayContaining(['KP participatesIn tehran-exhibition', 'IR meets KP trade']),
    )
    expect(seen('agency:ir-mfa').filter((s) => s.startsWith('IR meets KP'))).toEqual(['IR meets KP trade'])
  })

  test('the United States’: 13 holds, as its own charge', () => {
    const supplies = [...kg.view({ viewpoint: 'state:US' }).statements({ relation: 'supplies' })]
    expect(supplies.map((s) => [brief(s), s.status.level, s.status.why])).toEqual(
      expect.arrayContaining([['IR supplies RU drones', 'alleged', 'own']]),
    )
    expect(seen('agency:kcna')).not.toContain('IR supplies RU drones')
  })

  test('North Korea’s side speaks through KCNA, and the three views differ', () => {
    expect(
      kg.view({ viewpoint: 'state:KP' }).statements({ relation: 'sanctions', subject: 'state:US' }).next()
        .value?.status.why,
    ).toBe('spokesman')
    const eyes = ['agency:kcna', 'agency:ir-mfa', 'state:US'].map((id) =>
      briefs(ask.viewpoint(kg, id)).join(),
    )
    expect(new Set(eyes).size).toBe(3)
  })
})

describe('question 5: paths between the United States and North Korea of at most three steps', () => {
  const paths = ask.paths(kg)

  test('begin with the shortest: North Korea condemns and opposes the United States', () => {
    expect(paths.filter((path) => path.length === 1).map(String)).toEqual([
      'United States ←condemns─ North Korea      asserted · Daniel Pinkston in Elaph, §10', // row 20
      'United States ←opposes─ North Korea      asserted · Kim Sung-kyung in Elaph, §3', // row 4
    ])
    expect(paths.map((path) => path.length)).toEqual(paths.map((path) => path.length).sort())
    expect(
      paths.every((path) => path.length <= 3 && new Set(path.entities).size === path.entities.length),
    ).toBe(true)
  })

  test('have a source at each step, and a paragraph where it is the report', () => {
    for (const path of paths) {
      for (const statement of path.statements) {
        for (const claim of kg.statement(statement)!.claims) {
          expect(claim.source).toBeDefined()
          if (claim.source === 'source:elaph-2024') expect(claim.at).toMatch(/^(§\d+|H)/)
        }
      }
    }
  })

  test('go through KCNA and Iran, and never through an unnamed actor', () => {
    const through = new Set(paths.flatMap((path) => path.entities.slice(1, -1)))
    expect([...through].filter((id) => id.startsWith('unnamed:'))).toEqual([])
    expect([...through]).toEqual(expect.arrayContaining(['state:IR', 'agency:kcna']))
  })
})

describe('question 6: 20 April 2024', () => {
  test('12 alone held for certain', () => {
    expect(briefs(ask.held(kg).certainly)).toEqual(['US sanctions IR'])
  })

  test('possibly, what has that day among its days; not 14 and 15, which are past, nor 7, which is not yet', () => {
    const possibly = briefs(ask.held(kg).possibly)
    expect(possibly).toEqual(
      expect.arrayContaining([
        'US sanctions IR steel',
        'KP opposes US',
        'KP supplies IR nuclear',
        'IR supplies RU drones',
      ]),
    )
    expect(possibly.filter((s) => / attacks | visits /.test(s))).toEqual([])
  })

  test('known by then: Xinhua’s claims alone', () => {
    const then = kg.view({ asKnownOn: '2024-04-20' })
    expect(briefs(ask.known(kg).published)).toEqual([
      'IL attacks ir-consulate-damascus', // row 15, as Iran alleges
      'IR attacks IL', // row 14
      'US sanctions IR', // row 12
      'damascus-strike attacks ir-consulate-damascus', // row 15
    ])
    const sources = [...then.statements()].flatMap((s) => s.claims.map((claim) => claim.source))
    expect(new Set(sources)).toEqual(new Set(['source:xinhua-2024-04-18']))
  })

  test('said by then, possibly: also what the report tells as said in April', () => {
    const said = briefs(ask.known(kg).said)
    expect(said).toEqual(
      expect.arrayContaining([
        'KP participatesIn tehran-exhibition',
        'IR meets KP trade',
        'US sanctions IR steel',
      ]),
    )
    expect(said).not.toContain('KP supplies IR nuclear')
  })
})

test('question 7: rows 7, 12, 14, 15 and 22 have two independent claimants, and DW’s original counts for none', () => {
  const found = ask.corroborated(kg).map(({ statement, claimants }) => [brief(statement), claimants] as const)
  expect(Object.fromEntries(found)).toEqual({
    'KP visits tehran': ['agency:dw', 'agency:reuters'], // row 7
    'US sanctions IR': ['agency:dw', 'agency:kcna', 'agency:xinhua'], // row 12
    'IR attacks IL': ['agency:dw', 'agency:xinhua'], // row 14
    'damascus-strike attacks ir-consulate-damascus': ['agency:dw', 'agency:xinhua'], // row 15
    'KP closesMissionIn ES': ['agency:dw', 'agency:yonhap'], // row 22
    'KP closesMissionIn AO': ['agency:dw', 'agency:yonhap'],
    'KP closesMissionIn UG': ['agency:dw', 'agency:yonhap'],
    'KP closesMissionIn NP': ['agency:dw', 'agency:yonhap'],
    'KP closesMissionIn HK': ['agency:dw', 'agency:yonhap'],
  })
  // The original, loaded as a source of its own, is one more claim by the same claimant.
  const more = createGraph()
  more.load(readJsonl(text))
  const [opposes] = [...more.statements({ relation: 'seeksTiesWith', object: 'state:RU' })]
  more.claim(opposes!.id, { stance: 'asserts', source: 'source:dw-2024-05-07' })
  expect(more.claimants(opposes!.id)).toEqual(['agency:dw'])
})

describe('questions 8 to 11, each one query', () => {
  test('oil can reach North Korea from Russia, and through it from Iran: a prediction', () => {
    const oil = ask.oilTo(kg)
    expect(oil.toArray().map((path) => [path.entities.join(' '), path.level])).toEqual([
      ['state:RU state:KP', 'predicted'], // row 30, one leg
      ['state:IR state:RU state:KP', 'predicted'], // row 30, both
    ])
    expect(oil.complete).toBe(true)
    expect(ask.oilTo(kg.view({ status: ['asserted', 'alleged'] })).toArray()).toEqual([])
  })

  test('Iran supplies Russia and is under sanctions of the United States: alleged, and none asserted', () => {
    const found = ask.sanctionedSuppliers(kg.view({ status: ['asserted', 'alleged', 'announced'] })).toArray()
    expect(found.map(({ row, levels }) => [row.supplier, levels])).toEqual([
      ['state:IR', { alleged: 4 }], // row 13 with 12 and the three sectors of 16
    ])
    expect(ask.sanctionedSuppliers(kg.view({ status: 'asserted' })).toArray()).toEqual([])
  })

  test('KCNA condemned the sanctions of 12 within a month of them', () => {
    const found = ask.condemnedWithinAMonth(kg).toArray()
    expect(found.map(({ row }) => [row.who, row.whom])).toEqual([['agency:kcna', 'state:US']]) // row 11
    const [condemned] = found
    const act = kg.statement(String(JSON.parse(JSON.stringify(condemned)).row.act))
    expect(brief(act as Statement)).toBe('US sanctions IR')
    // Some day of April 2024, and from 18 April on: never more than 31 days apart.
    expect(condemned?.certain).toBe(true)
    expect(condemned?.sources).toEqual(['source:elaph-2024', 'source:xinhua-2024-04-18'])
  })

  test('Kim and Pinkston are four steps apart: by North Korea or Iran, the United States, and his university', () => {
    const paths = ask.connections(kg).toArray()
    expect(new Set(paths.map((path) => path.entities.join(' ')))).toEqual(
      new Set([
        'person:kim-jong-un state:IR state:US organization:troy-university person:daniel-pinkston',
        'person:kim-jong-un state:KP state:US organization:troy-university person:daniel-pinkston',
      ]),
    )
    for (const path of paths) expect(path.sources).toContain('source:elaph-2024')
  })
})

describe('predictions and allegations', () => {
  // Rows marked † or ‡ throughout.
  const notFacts = (s: Statement) => s.claims.every((claim) => claim.stance !== 'asserts')

  test('are never among asserted statements', () => {
    const facts = [...kg.view({ status: 'asserted' }).statements()]
    expect(facts.filter((s) => notFacts(s as Statement))).toEqual([])
    expect(briefs(facts)).not.toContain('IR responsibleFor regional-escalation') // row 17
    expect(briefs(facts)).not.toContain('IL attacks ir-consulate-damascus') // row 15
  })

  test('are never in the direct layer of the RDF', () => {
    const ns = 'https://w3id.org/statecraft/ns#'
    const direct = new Set(
      [...toQuads(kg)]
        .filter((quad) => kg.ontology.relations.has(quad.predicate.value.replace(ns, '')))
        .map((quad) => `${quad.subject.value} ${quad.predicate.value} ${quad.object.value}`),
    )
    const id = (local: string) => `https://w3id.org/statecraft/id/${local.replace(':', '/')}`
    const triple = (s: Statement) => `${id(s.subject)} ${ns}${s.relation} ${id(s.object)}`
    const all = [...kg.statements()] as Statement[]
    const established = new Set(
      all.filter((s) => s.status.level === 'asserted' && !s.status.disputed).map(triple),
    )
    expect(all.filter((s) => notFacts(s) && !established.has(triple(s)) && direct.has(triple(s)))).toEqual([])
    expect(direct.has(`${id('state:KP')} ${ns}supplies ${id('state:IR')}`)).toBe(true) // row 26
    expect(direct.has(`${id('state:IR')} ${ns}supplies ${id('state:RU')}`)).toBe(false) // rows 13, 30
  })
})
