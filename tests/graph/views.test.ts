import { StatecraftError, VIEW_OPTIONS } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { brief, by, entity, graphOf, source, statement, states } from '../records'

const actors = [...states('A', 'B', 'C'), entity('Expert', 'person:x'), entity('Expert', 'person:y')]

describe('a view', () => {
  const kg = graphOf(
    actors,
    entity('Company', 'company:z'),
    statement('A', 'rivals', 'B', [
      by('person:x', 'asserts', { confidence: 0.4 }),
      by('person:y', 'predicts'),
    ]),
    statement('A', 'sanctions', 'C', [
      by('person:x', 'asserts', { when: '2020-01-01/2021-01-01', measures: ['travel-ban'] }),
    ]),
    statement('B', 'attacks', 'C', [by('person:x', 'alleges', { when: '2020-06', method: 'machine' })]),
    { ...statement('A', 'owns', 'C', [by('person:x', 'asserts')]), object: 'company:z' },
  )

  test('by claims changes the level of what is left', () => {
    expect(brief(kg.view({ minConfidence: 0.5 }).statements())).toContain('state:A rivals state:B predicted')
    expect(brief(kg.view({ method: 'machine' }).statements())).toEqual(['state:B attacks state:C alleged'])
  })

  test('by status, relation, type of both ends', () => {
    expect(brief(kg.view({ status: 'alleged' }).statements())).toEqual(['state:B attacks state:C alleged'])
    expect(brief(kg.view({ relations: ['rivals', 'owns'] }).statements())).toHaveLength(2)
    expect(brief(kg.view({ types: 'Jurisdiction' }).statements())).toHaveLength(3)
    expect([...kg.view({ relations: 'owns' }).entities()].map((e) => e.id).sort()).toEqual([
      'company:z',
      'person:x',
      'state:A',
    ])
  })

  test('asOf keeps what possibly holds, and under `certain` what certainly does', () => {
    const at = (asOf: string, certain = false) =>
      brief(kg.view({ asOf, certain, relations: ['sanctions', 'attacks'] }).statements())
    expect(at('2020-06-15')).toEqual([
      'state:A sanctions state:C asserted',
      'state:B attacks state:C alleged',
    ])
    expect(at('2020-06-15', true)).toEqual(['state:A sanctions state:C asserted'])
    expect(at('2022-01-01')).toEqual([])
  })

  test('of a view intersects, whatever the order', () => {
    const one = kg.view({ status: 'asserted' }).view({ relations: ['sanctions', 'attacks'] })
    const other = kg.view({ relations: ['sanctions', 'attacks'] }).view({ status: 'asserted' })
    expect(brief(one.statements())).toEqual(['state:A sanctions state:C asserted'])
    expect(brief(other.statements())).toEqual(brief(one.statements()))
  })

  test('composed with `certain` or `silent` alone applies them to all', () => {
    const relations = ['sanctions', 'attacks'] as const
    const certain = kg.view({ asOf: '2020-06-15', relations }).view({ certain: true })
    expect(brief(certain.statements())).toEqual(['state:A sanctions state:C asserted'])
    const silent = kg.view({ silent: 'exclude' }).view({ viewpoint: 'state:A' })
    expect([...silent.statements()]).toEqual([])
  })

  test('sees later changes of its graph', () => {
    const small = graphOf(actors)
    const view = small.view({ status: 'asserted' })
    expect([...view.statements()]).toEqual([])
    small.load([statement('A', 'rivals', 'B', [by('person:x', 'asserts')])])
    expect([...view.statements()]).toHaveLength(1)
  })

  test.each([
    ['an unknown option', { stauts: 'asserted' }, /stauts.*did you mean status/],
    ['an unknown level', { status: 'assert' }, /did you mean asserted/],
    ['an unknown relation', { relations: 'sanction' }, /did you mean sanctions/],
    ['an unknown entity', { viewpoint: 'state:X' }, /nobody speaks of 'state:X'/],
    ['a month for a day', { asOf: '2024-04' }, /not one day/],
    ['no date', { asKnownOn: 'soon' }, /bad-date/],
    ['a confidence over 1', { minConfidence: 2 }, /0 to 1/],
  ])('refuses %s with a hint', (_, options, message) => {
    expect(() => kg.view(options as never)).toThrow(StatecraftError)
    expect(() => kg.view(options as never)).toThrow(message)
  })

  test('lists every option that it takes', () => {
    expect(VIEW_OPTIONS).toContain('asKnownOn')
  })
})

describe('asKnownOn', () => {
  const kg = graphOf(
    actors,
    source('april', '2024-04-18'),
    source('may', '2024-05'),
    entity('Article', 'source:undated'),
    statement('A', 'rivals', 'B', [{ stance: 'asserts', source: 'source:april' }]),
    statement('A', 'rivals', 'C', [{ stance: 'asserts', source: 'source:may', said: '2024-04' }]),
    statement('B', 'rivals', 'C', [{ stance: 'asserts', source: 'source:undated' }]),
    statement('A', 'opposes', 'B', [{ stance: 'asserts', source: 'source:undated', said: '2024-06' }]),
  )
  const on = (options: object) => brief(kg.view(options).statements()).map((s) => s.slice(0, 22))

  test('keeps what was published by the day; what has no date is possible', () => {
    expect(on({ asKnownOn: '2024-04-20' })).toEqual(['state:A rivals state:B', 'state:B rivals state:C'])
    expect(on({ asKnownOn: '2024-04-20', certain: true })).toEqual(['state:A rivals state:B'])
  })

  test('by what was said keeps also what was published later', () => {
    expect(on({ asKnownOn: { date: '2024-04-20', by: 'said' } })).toEqual([
      'state:A rivals state:B',
      'state:A rivals state:C',
      'state:B rivals state:C',
    ])
  })

  test('a partial date is possible from its first day, certain from its last', () => {
    expect(on({ asKnownOn: '2024-05-10' })).toContain('state:A rivals state:C')
    expect(on({ asKnownOn: '2024-05-10', certain: true })).not.toContain('state:A rivals state:C')
    expect(on({ asKnownOn: '2024-05-31', certain: true })).toContain('state:A rivals state:C')
  })

  test('counts a claim that was withdrawn later', () => {
    const later = graphOf(
      actors,
      source('april', '2024-04-18'),
      statement('A', 'rivals', 'B', [{ stance: 'asserts', source: 'source:april', withdrawn: '2024-06-01' }]),
    )
    expect([...later.statements()]).toEqual([])
    expect([...later.view({ asKnownOn: '2024-05-01' }).statements()]).toHaveLength(1)
    expect([...later.view({ asKnownOn: '2024-06-01' }).statements()]).toEqual([])
  })
})

describe('a viewpoint', () => {
  const voices = [
    entity('GovernmentAgency', 'agency:ministry'),
    entity('NewsAgency', 'agency:broadcaster'),
    entity('NewsAgency', 'agency:mouthpiece'),
    entity('Official', 'person:minister'),
    {
      relation: 'agencyOf',
      subject: 'agency:ministry',
      object: 'state:A',
      claims: [by('person:x', 'asserts')],
    },
    {
      relation: 'agencyOf',
      subject: 'agency:broadcaster',
      object: 'state:A',
      claims: [by('person:x', 'asserts')],
    },
    {
      relation: 'speaksFor',
      subject: 'agency:mouthpiece',
      object: 'agency:ministry',
      claims: [by('person:x', 'asserts', { when: '2020/2022' })],
    },
    {
      relation: 'leads',
      subject: 'person:minister',
      object: 'agency:ministry',
      claims: [by('person:x', 'alleges')],
    },
  ]
  const charge = (...claims: object[]) => statement('B', 'attacks', 'A', claims as never, { occurrence: '1' })
  const seen = (kg: ReturnType<typeof graphOf>, options: object = {}) =>
    [...kg.view({ viewpoint: 'state:A', relations: 'attacks', ...options }).statements()].map((s) => [
      s.status.level,
      s.status.why,
    ])

  test('where its side speaks, that side’s claims alone give the status', () => {
    expect(
      seen(graphOf(actors, voices, charge(by('state:A', 'alleges'), by('person:x', 'asserts')))),
    ).toEqual([['alleged', 'own']])
    expect(
      seen(graphOf(actors, voices, charge(by('agency:ministry', 'asserts'), by('state:B', 'denies')))),
    ).toEqual([['asserted', 'spokesman']])
  })

  test('what it only denies is out, though everybody else asserts it', () => {
    expect(seen(graphOf(actors, voices, charge(by('state:A', 'denies'), by('person:x', 'asserts'))))).toEqual(
      [],
    )
  })

  test('a news agency is no voice of its state by belonging to it, and one that speaks for it is, while it does', () => {
    expect(seen(graphOf(actors, voices, charge(by('agency:broadcaster', 'alleges'))))).toEqual([])
    expect(
      seen(graphOf(actors, voices, charge(by('agency:mouthpiece', 'alleges', { said: '2021' })))),
    ).toEqual([['alleged', 'spokesman']])
    expect(
      seen(graphOf(actors, voices, charge(by('agency:mouthpiece', 'alleges', { said: '2024' })))),
    ).toEqual([])
  })

  test('an alleged office puts no words into a mouth', () => {
    expect(seen(graphOf(actors, voices, charge(by('person:minister', 'alleges'))))).toEqual([])
  })

  test('the latest of its own words wins', () => {
    const words = [by('state:A', 'asserts', { said: '2020' }), by('state:A', 'denies', { said: '2021-05' })]
    expect(seen(graphOf(actors, voices, charge(...words)))).toEqual([])
    expect(
      seen(graphOf(actors, voices, charge(...words, by('agency:ministry', 'alleges', { said: '2022' })))),
    ).toEqual([['alleged', 'spokesman']])
  })

  test('where it is silent, what is asserted and undisputed is common ground, or nothing is', () => {
    const silent = graphOf(
      actors,
      voices,
      charge(by('person:x', 'asserts')),
      statement('C', 'attacks', 'A', [by('person:x', 'predicts')]),
      statement('C', 'attacks', 'B', [by('person:x', 'asserts'), by('person:y', 'denies')]),
    )
    expect(seen(silent)).toEqual([['asserted', 'common-ground']])
    expect(seen(silent, { silent: 'exclude' })).toEqual([])
  })

  test('comes before what the status is asked for: an own charge is no fact', () => {
    const kg = graphOf(actors, voices, charge(by('state:A', 'alleges'), by('person:x', 'asserts')))
    expect([
      ...kg.view({ status: 'asserted' }).view({ viewpoint: 'state:A', relations: 'attacks' }).statements(),
    ]).toEqual([])
  })

  test('is one', () => {
    expect(() => graphOf(actors).view({ viewpoint: 'state:A' }).view({ viewpoint: 'state:B' })).toThrow(
      'one viewpoint',
    )
  })
})

describe('conflicts of exclusive relations', () => {
  const ship = entity('Vessel', 'vessel:v')
  const flies = (flag: string, fields: object = {}) => ({
    relation: 'flaggedBy',
    subject: 'vessel:v',
    object: `state:${flag}`,
    ...fields,
    claims: [by('person:x', 'asserts')],
  })

  test('two flags at one time are listed; one after the other are not', () => {
    const rivals = graphOf(
      actors,
      ship,
      flies('A', { when: '2020/2022' }),
      flies('B', { when: '2021/2023' }),
    ).disputes()
    expect(rivals.conflicts.map((c) => [c.relation, c.statements.map((s) => s.object).sort()])).toEqual([
      ['flaggedBy', ['state:A', 'state:B']],
    ])
    expect(
      graphOf(actors, ship, flies('A', { when: '2020' }), flies('B', { when: '2021' })).disputes().conflicts,
    ).toEqual([])
  })

  test('one flag told twice is no conflict', () => {
    expect(
      graphOf(actors, ship, flies('A', { when: '2020' }), flies('A', { when: '2020-05' })).disputes()
        .conflicts,
    ).toEqual([])
  })
})
