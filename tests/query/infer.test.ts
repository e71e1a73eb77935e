import { core, createGraph, extendOntology } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { by, entity, type Fields, graphOf, source, statement, states } from '../records'

const asserted = [by('person:x', 'asserts')]
const x = entity('Expert', 'person:x')

describe('along a transitive relation', () => {
  const place = (id: string) => entity('Place', `place:${id}`)
  const inside = (from: string, to: string, claims = asserted) => ({
    relation: 'locatedIn',
    subject: from,
    object: to,
    claims,
  })
  const base = [
    x,
    ...states('IR'),
    place('ministry'),
    place('district'),
    place('tehran'),
    inside('place:ministry', 'place:district'),
    inside('place:district', 'place:tehran'),
    inside('place:tehran', 'state:IR'),
  ]

  test('a part of a part is part of the whole, and says which statements that rests on', () => {
    const kg = graphOf(...base)
    const [path] = kg.paths('place:ministry', 'state:IR', { infer: true, maxSteps: 1 })
    expect(path?.steps[0]).toMatchObject({ statement: undefined, relation: 'locatedIn', rule: 'transitive' })
    expect(path?.statements).toHaveLength(3)
    expect(new Set(path?.statements)).toEqual(new Set([...kg.statements()].map((s) => s.id)))
    expect(String(path)).toBe('ministry ─located in (inferred)→ IR      asserted · x')
    expect(path?.toJSON().steps[0]).toEqual({
      rule: 'transitive',
      relation: 'locatedIn',
      rests: path?.statements,
      forward: true,
    })
  })

  test('nothing is inferred unless that was asked for', () => {
    expect([...graphOf(...base).paths('place:ministry', 'state:IR', { maxSteps: 2 })]).toEqual([])
  })

  test('never over a disputed statement', () => {
    const kg = graphOf(...base, inside('place:district', 'place:tehran', [by('state:IR', 'denies')]))
    expect([...kg.paths('place:ministry', 'state:IR', { infer: true, maxSteps: 1 })]).toEqual([])
    expect([...kg.paths('place:district', 'state:IR', { infer: true, maxSteps: 1 })]).toEqual([])
  })

  test('what rests on a prediction is predicted, and is not among what is asserted', () => {
    const kg = graphOf(...base.slice(0, -1), inside('place:tehran', 'state:IR', [by('person:x', 'predicts')]))
    const level = (from: string, to: string) => kg.shortestPath(from, to, { infer: true, maxSteps: 1 })?.level
    expect(level('place:ministry', 'place:tehran')).toBe('asserted')
    expect(level('place:ministry', 'state:IR')).toBe('predicted')
    expect(kg.shortestPath('place:ministry', 'state:IR', { infer: true, status: 'asserted' })).toBeUndefined()
  })

  test('of two ways the one that is asserted counts, though it is longer', () => {
    const kg = graphOf(
      ...base,
      inside('place:ministry', 'place:palace', [by('person:x', 'predicts')]),
      place('palace'),
      inside('place:palace', 'state:IR'),
    )
    expect(kg.shortestPath('place:ministry', 'state:IR', { infer: true, maxSteps: 1 })?.level).toBe(
      'asserted',
    )
  })

  test('not what somebody denies, in whose eyes ever', () => {
    const kg = graphOf(
      ...base,
      ...states('UA'),
      inside('place:ministry', 'state:IR', [by('state:UA', 'denies')]),
    )
    for (const view of [
      kg,
      kg.view({ viewpoint: 'state:UA' }),
      kg.view({ status: ['denied', 'asserted'] }),
    ]) {
      const inferred = [...view.paths('place:ministry', 'state:IR', { infer: true, maxSteps: 1 })]
      expect(inferred.flatMap((path) => path.steps).filter((step) => step.rule)).toEqual([])
    }
  })

  test('from a denial nothing follows', () => {
    const kg = graphOf(
      x,
      ...states('IR'),
      place('a'),
      place('b'),
      inside('place:a', 'place:b', [by('state:IR', 'denies')]),
      inside('place:b', 'state:IR'),
    )
    const found = kg.paths('place:a', 'state:IR', {
      infer: true,
      maxSteps: 1,
      status: ['denied', 'asserted'],
    })
    expect(found.toArray()).toEqual([])
  })

  test('never through an unnamed actor', () => {
    const part = (from: string, to: string) => ({
      relation: 'partOf',
      subject: from,
      object: to,
      claims: asserted,
    })
    const kg = graphOf(
      x,
      entity('Organization', 'organization:a'),
      entity('Organization', 'unnamed:u', { unnamed: true }),
      entity('Organization', 'organization:c'),
      part('organization:a', 'unnamed:u'),
      part('unnamed:u', 'organization:c'),
    )
    expect(kg.paths('organization:a', 'organization:c', { infer: true }).toArray()).toEqual([])
  })

  test('by another way where the shorter one holds on other days', () => {
    const when = (span: string) => [by('person:x', 'asserts', { when: span })]
    const kg = graphOf(
      x,
      ...['a', 'b', 'c', 'd'].map(place),
      inside('place:a', 'place:b', when('2000/2005')),
      inside('place:a', 'place:c', when('2000/2020')),
      inside('place:c', 'place:b', when('2000/2020')),
      inside('place:b', 'place:d', when('2010/2020')),
    )
    const [path] = kg.paths('place:a', 'place:d', { infer: true, maxSteps: 1 })
    expect(path?.statements).toHaveLength(3)
  })

  test('not around an entity that is to be avoided', () => {
    const kg = graphOf(...base)
    const find = (avoid: string) =>
      kg.paths('place:ministry', 'place:tehran', { infer: true, maxSteps: 1, avoid }).toArray().length
    expect([find('place:district'), find('state:IR')]).toEqual([0, 1])
  })

  test('a prediction of the same hides nothing that follows from what is asserted', () => {
    const kg = graphOf(...base, inside('place:ministry', 'state:IR', [by('person:x', 'predicts')]))
    const levels = kg
      .paths('place:ministry', 'state:IR', { infer: true, maxSteps: 1 })
      .toArray()
      .map((path) => path.level)
    expect(levels).toEqual(['predicted', 'asserted'])
  })

  test('a relation that is symmetric and transitive is closed whichever way round it is stated', () => {
    const blocs = extendOntology(core, {
      relations: {
        sameBloc: {
          from: ['State'],
          to: ['State'],
          symmetric: true,
          transitive: true,
          definition: 'two states are of one bloc',
        },
      },
    })
    const kg = createGraph(blocs)
    const [a, b, c] = ['A', 'B', 'C'].map((code) => kg.add('State', { id: `state:${code}`, label: code }))
    kg.relate(a!, 'sameBloc', c!, { claims: [{ stance: 'asserts', by: a! }] })
    kg.relate(b!, 'sameBloc', c!, { claims: [{ stance: 'asserts', by: a! }] })
    for (const [from, to] of [
      [a, b],
      [b, a],
    ]) {
      expect(kg.paths(from!, to!, { infer: true, maxSteps: 1 }).toArray()).toHaveLength(1)
    }
  })

  test('cycles come to an end', () => {
    const kg = graphOf(...base, inside('place:tehran', 'place:ministry'))
    const found = [...kg.reachable('place:ministry', { infer: true, direction: 'out' })]
    expect(found.map((r) => [r.entity, r.distance])).toEqual([
      ['place:ministry', 0],
      ['place:district', 1],
      ['place:tehran', 1],
      ['state:IR', 1],
    ])
  })

  test('what never holds together is not inferred', () => {
    const when = (span: string) => [by('person:x', 'asserts', { when: span })]
    const kg = graphOf(
      x,
      ...states('IR'),
      place('a'),
      place('b'),
      inside('place:a', 'place:b', when('1990/1999')),
      inside('place:b', 'state:IR', when('2001/2010')),
    )
    expect([...kg.paths('place:a', 'state:IR', { infer: true, maxSteps: 1 })]).toEqual([])
  })

  test('counts towards the budget of whoever asks for it', () => {
    const paths = graphOf(...base).paths('place:ministry', 'state:IR', { infer: true, budget: 0 })
    expect([paths.toArray().length, paths.complete, paths.cut]).toEqual([0, false, 'budget'])
  })

  test('a chain too long to list is an error, not a hang', () => {
    const chain = Array.from({ length: 6000 }, (_, i) => inside(`place:c${i}`, `place:c${i + 1}`))
    const kg = graphOf(x, ...Array.from({ length: 6001 }, (_, i) => place(`c${i}`)), chain)
    expect(() => kg.paths('place:c0', 'place:c9', { infer: true }).next()).toThrow(/too much follows/)
  })
})

describe('through an organisation', () => {
  const eu = entity('IntergovernmentalOrganization', 'organization:eu', { label: { en: 'European Union' } })
  const member = (code: string, fields: Fields = {}, when = '1995/..') =>
    statement(code, 'memberOf', code, [by('person:x', 'asserts', { when })], {
      object: 'organization:eu',
      ...fields,
    })
  const sanction = {
    relation: 'sanctions',
    subject: 'organization:eu',
    object: 'state:IR',
    claims: [by('person:x', 'asserts', { when: '2010-07-26/2016-01-16', measures: ['trade-embargo'] })],
  }
  const kg = graphOf(
    x,
    eu,
    // What an open end is certain of goes as far as its source: this does not matter for what is possible.
    ...states('DE', 'FR', 'GB', 'HR', 'TR', 'HU', 'IR'),
    member('DE'),
    member('FR'),
    member('GB', {}, '1973-01-01/2020-01-31'),
    member('HR', {}, '2013-07-01/..'),
    member('TR', { standing: 'candidate' }),
    member('HU'),
    statement('HU', 'suspendedFrom', 'HU', [by('person:x', 'asserts', { when: '2012/2013' })], {
      object: 'organization:eu',
    }),
    sanction,
  )
  const senders = (asOf: string) =>
    [...kg.paths({ type: 'State' }, 'state:IR', { via: 'sanctions', infer: true, maxSteps: 1, asOf })].map(
      (path) => path.entities[0],
    )

  test('its members sanctioned Iran in 2012: those of that day, none suspended, no candidates', () => {
    expect(senders('2012-06-30')).toEqual(['state:DE', 'state:FR', 'state:GB'])
    expect(senders('2014-06-30')).toEqual(['state:DE', 'state:FR', 'state:GB', 'state:HR', 'state:HU'])
    expect(senders('2018-06-30')).toEqual([])
  })

  test('who is suspended is not counted either where only some relations are looked at', () => {
    const view = kg.view({ relations: ['sanctions', 'memberOf'], asOf: '2012-06-30' })
    const from = [...view.paths({ type: 'State' }, 'state:IR', { infer: true, maxSteps: 1 })]
    expect(from.map((path) => path.entities[0])).not.toContain('state:HU')
  })

  test('each rests on the sanction and the membership', () => {
    const [path] = kg.paths('state:FR', 'state:IR', { via: 'sanctions', infer: true, maxSteps: 1 })
    expect(String(path)).toBe('FR ─sanctions, through European Union→ IR      asserted · x')
    const relations = path?.statements.map((id) => kg.statement(id)?.relation)
    expect(relations).toEqual(['sanctions', 'memberOf'])
  })
})

describe('from a treaty', () => {
  const treaty = (id: string, fields: Fields = {}) => entity('Treaty', `treaty:${id}`, fields)
  const party = (code: string, id: string, when: string) => ({
    relation: 'partyTo',
    subject: `state:${code}`,
    object: `treaty:${id}`,
    claims: [by('person:x', 'asserts', { when })],
  })
  const kg = graphOf(
    x,
    ...states('A', 'B', 'C', 'D'),
    treaty('pact', { obligations: ['defence'] }),
    treaty('trade'),
    party('A', 'pact', '1950/1990'),
    party('B', 'pact', '1950/1990'),
    party('C', 'pact', '1980/1990'),
    party('D', 'pact', '1991/..'),
    party('A', 'trade', '1950/1990'),
    party('D', 'trade', '1950/1990'),
  )

  test('its parties are allied two by two, while both are bound, where it obliges them', () => {
    const pairs = [
      ...kg.paths({ type: 'State' }, { type: 'State' }, { via: 'alliedWith', infer: true, maxSteps: 1 }),
    ]
    expect(pairs.map((path) => path.entities.map((id) => id.slice(6)).join(''))).toEqual([
      'AB',
      'AC',
      'BA',
      'BC',
      'CA',
      'CB',
    ])
    expect(String(pairs[0])).toBe('A ─allied with, under pact (inferred)─ B      asserted · x')
    expect(
      kg.shortestPath('state:A', 'state:C', { via: 'alliedWith', infer: true, asOf: '1960-01-01' }),
    ).toBeUndefined()
  })
})

describe('what falls under a class of things', () => {
  const item = (id: string) => entity('Technology', `technology:${id}`)
  const broader = (from: string, to: string, claims = asserted) => ({
    relation: 'broader',
    subject: `technology:${from}`,
    object: `technology:${to}`,
    claims,
  })
  const supply = (id: string) => statement('A', 'supplies', 'B', asserted, { item: `technology:${id}` })
  const kg = graphOf(
    x,
    ...states('A', 'B'),
    source('s', '2020'),
    ...['arms', 'missiles', 'ballistic', 'toys', 'guesses'].map(item),
    broader('missiles', 'arms', [by('person:x', 'asserts', { source: 'source:s', at: '§1' })]),
    broader('ballistic', 'missiles'),
    broader('missiles', 'ballistic'), // a cycle
    broader('guesses', 'arms', [by('person:x', 'predicts')]),
    ...['ballistic', 'toys', 'guesses'].map(supply),
  )

  test('is found with `broader`, and the statements by which it does are among what the answer rests on', () => {
    const find = (broader: boolean) => [
      ...kg.paths('state:A', 'state:B', { item: 'technology:arms', broader }),
    ]
    expect(find(false)).toEqual([])
    const [path, ...others] = find(true)
    expect(others).toEqual([])
    expect(path?.statements.map((id) => kg.statement(id)?.relation)).toEqual([
      'supplies',
      'broader',
      'broader',
    ])
    expect(path?.sources).toEqual(['source:s'])
    expect(String(path)).toBe('A ─supplies ballistic→ B      asserted · x · x in s, §1')
  })
})
