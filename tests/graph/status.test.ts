import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'

const actors = [...states('A', 'B', 'C'), entity('Expert', 'person:x'), entity('Expert', 'person:y')]
const one = (kg: ReturnType<typeof graphOf>) => [
  ...kg.view({ status: ['asserted', 'alleged', 'announced', 'predicted', 'denied'] }).statements(),
]

describe('the level of a statement', () => {
  test.each([
    [['asserts', 'alleges', 'predicts'], 'asserted', false],
    [['predicts', 'alleges'], 'alleged', false],
    [['predicts', 'announces'], 'announced', false],
    [['predicts'], 'predicted', false],
    [['denies'], 'denied', false],
    [['denies', 'predicts'], 'predicted', true],
    [['denies', 'asserts'], 'asserted', true],
  ])('of claims %j is %s (disputed: %s)', (stances, level, disputed) => {
    const kg = graphOf(
      actors,
      statement(
        'A',
        'rivals',
        'B',
        stances.map((stance) => by('person:x', stance)),
      ),
    )
    const [found] = one(kg)
    expect(found?.status).toMatchObject({ level, disputed })
  })

  test('of a withdrawn claim is none: the statement is in no view, and still on record', () => {
    const kg = graphOf(
      actors,
      statement('A', 'rivals', 'B', [by('person:x', 'asserts', { withdrawn: '2024' })]),
    )
    expect(one(kg)).toEqual([])
    expect([...kg.records()].filter((record) => 'claims' in record)).toHaveLength(1)
  })

  test('statements that are only denied appear where they are named, and are found by id', () => {
    const kg = graphOf(actors, statement('A', 'rivals', 'B', [by('person:x', 'denies')]))
    expect([...kg.statements()]).toEqual([])
    const [denied] = [...kg.view({ status: 'denied' }).statements()]
    expect(denied?.status.level).toBe('denied')
    expect(kg.statement(denied!.id)?.status.level).toBe('denied')
  })
})

describe('a denial of a wider statement', () => {
  const supplies = (fields: object, claims: object[]) =>
    statement('A', 'supplies', 'B', claims as never, fields as never)
  const items = [entity('Technology', 'technology:t'), entity('Commodity', 'commodity:c')]

  test('counts against each that it entails: same relation and ends, more qualifiers, time within', () => {
    const kg = graphOf(
      actors,
      items,
      supplies({ item: 'technology:t' }, [by('person:x', 'asserts', { when: '2024-03' })]),
      supplies({ item: 'commodity:c' }, [by('person:x', 'asserts', { when: '2023' })]),
      statement('B', 'supplies', 'A', [by('person:x', 'asserts', { when: '2024-03' })]),
      supplies({}, [by('person:y', 'denies', { when: '2024' })]),
    )
    const disputed = [...kg.view({ disputed: 'only' }).statements()]
    expect(disputed.map((s) => s.item)).toEqual(['technology:t'])
    expect(kg.disputes().disputes[0]?.statements[0]?.claimants).toEqual({
      for: ['person:x'],
      against: ['person:y'],
    })
  })

  test('does not count the other way: a narrow denial leaves the wide statement alone', () => {
    const kg = graphOf(
      actors,
      items,
      supplies({}, [by('person:x', 'asserts')]),
      supplies({ item: 'technology:t' }, [by('person:y', 'denies')]),
    )
    expect(kg.disputes().disputes).toEqual([])
  })

  test('leaves alone what has no time, where the denial has one: it may have been at another', () => {
    const kg = graphOf(actors, supplies({}, [by('person:x', 'asserts')]), {
      ...supplies({ occurrence: 'other' }, [by('person:y', 'denies', { when: '2024' })]),
    })
    expect(kg.disputes().disputes).toEqual([])
  })
})

describe('the days of a statement', () => {
  const spell = (...claims: object[]) => {
    const kg = graphOf(
      actors,
      source('s1', '2020-05-10'),
      source('s2', '2021'),
      entity('Dataset', 'source:d', { published: '2022', coverage: '1990/2018' }),
      statement('A', 'alliedWith', 'B', claims as never, { occurrence: '1' }),
    )
    return [...kg.statements()][0]!.status
  }

  test('intersect the possible and unite the certain where all claims can be true', () => {
    expect(
      spell(
        by('person:x', 'asserts', { when: '2010/2015' }),
        by('person:y', 'asserts', { when: '2010-06/2015-03' }),
      ),
    ).toMatchObject({
      possible: { from: '2010-06-01', until: '2015-03-31' },
      certain: { from: '2010-06-30', until: '2015-03-01' },
    })
  })

  test('unite the possible and intersect the certain where claims contradict each other', () => {
    expect(
      spell(
        by('person:x', 'asserts', { when: '2010-01-01/2012-12-31' }),
        by('person:y', 'asserts', { when: '2012-01-01/2015-12-31' }),
      ),
    ).toMatchObject({
      possible: { from: '2010-01-01', until: '2015-12-31' },
      certain: { from: '2012-01-01', until: '2012-12-31' },
    })
  })

  test('with an open end are certain only as far as the claim can speak: to its date', () => {
    expect(spell({ stance: 'asserts', source: 'source:s1', when: '2010-01-01/..' }).certain).toEqual({
      from: '2010-01-01',
      until: '2020-05-10',
    })
    expect(spell({ stance: 'asserts', source: 'source:s2', when: '2010-01-01/..' }).certain?.until).toBe(
      '2021-01-01',
    )
  })

  test('of what began nobody knows when and goes on are certain on the last day of which the claim can speak', () => {
    const { possible, certain } = spell({ stance: 'asserts', source: 'source:d', when: '/..' })
    expect(possible).toEqual({})
    expect(certain).toEqual({ from: '2018-12-31', until: '2018-12-31' })
    expect(spell(by('person:x', 'asserts', { when: '/..' })).certain).toBeUndefined()
    expect(spell({ stance: 'asserts', source: 'source:d', when: '2019~/..' }).certain).toEqual({
      from: '2018-12-31',
      until: '2018-12-31',
    })
    expect(spell({ stance: 'asserts', source: 'source:d', when: '2021~/..' }).certain).toBeUndefined()
  })

  test('with an open end are certain to the end of the source’s coverage, where it states one', () => {
    expect(spell({ stance: 'asserts', source: 'source:d', when: '2010-01-01/..' }).certain?.until).toBe(
      '2018-12-31',
    )
  })

  test('are not told by a denial where others tell them', () => {
    expect(
      spell(
        by('person:x', 'asserts', { when: '2010-02-03/2011-02-03' }),
        by('person:y', 'denies', { when: '1950' }),
      ).possible,
    ).toEqual({ from: '2010-02-03', until: '2011-02-03' })
  })

  test('of an event are certain only where one day is possible', () => {
    const kg = graphOf(
      actors,
      statement(
        'A',
        'attacks',
        'B',
        [
          by('person:x', 'asserts', { when: '[2024-04-11..2024-04-20]' }),
          by('person:y', 'asserts', { when: '2024-04-13' }),
        ],
        { occurrence: '1' },
      ),
      statement('A', 'attacks', 'C', [by('person:x', 'asserts', { when: '2024-04-13/2024-04-14' })]),
    )
    const [day, spell] = [...kg.statements()].sort((a, b) => (a.object < b.object ? -1 : 1))
    expect(day!.status.certain).toEqual({ from: '2024-04-13', until: '2024-04-13' })
    expect(spell!.status.certain).toBeUndefined()
  })
})

describe('independent support', () => {
  test('counts distinct claimants at the statement’s level, not sources, readings of our own or unnamed actors', () => {
    const kg = graphOf(
      actors,
      entity('NewsAgency', 'agency:n'),
      { ...entity('Actor', 'unnamed:analysts'), unnamed: true },
      source('a', '2024', 'agency:n'),
      source('b', '2024', 'agency:n'),
      statement('A', 'rivals', 'B', [
        { stance: 'asserts', source: 'source:a' },
        { stance: 'asserts', source: 'source:b' },
        by('person:x', 'asserts'),
        by('person:y', 'asserts', { method: 'derived' }),
        by('unnamed:analysts', 'asserts'),
        by('state:C', 'alleges'),
      ]),
    )
    const [found] = [...kg.statements()]
    expect(kg.claimants(found!.id)).toEqual(['agency:n', 'person:x'])
  })
})
