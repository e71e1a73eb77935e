import { type Core, createGraph, type Graph } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'

/** What was refused leaves nothing behind, and what belongs together is found together, whatever came first. */

const base = (): Graph<Core> =>
  graphOf(states('A', 'B', 'C'), entity('Technology', 'technology:x'), entity('Expert', 'person:x'))
const supply = statement('B', 'supplies', 'C', [by('state:B', 'predicts')], { item: 'technology:x' })
const only = (kg: Graph<Core>, relation: string) =>
  [...kg.statements()].filter((s) => s.relation === relation)
const load = (kg: Graph<Core>, ...records: object[]) => kg.load(records as never)

describe('a refused call', () => {
  test('leaves no statement, however often it is made', () => {
    const kg = base()
    for (let i = 0; i < 2; i++) {
      const about = { claims: [{ stance: 'asserts', by: 'state:C' }] }
      expect(() => kg.relate('technology:x' as never, 'opposes', 'state:B' as never, about as never)).toThrow(
        /bad-domain/,
      )
    }
    expect([...kg.statements()]).toEqual([])
  })

  test('leaves no claim on a statement that is there, and no charge', () => {
    const kg = base()
    load(kg, statement('A', 'opposes', 'B', [by('state:C', 'asserts')]), supply)
    const [a, b] = [kg.ref('State', 'state:A'), kg.ref('State', 'state:B')]
    const denial = { claims: [{ stance: 'denies', by: 'person:nobody' }] } as const
    expect(() => kg.relate(a, 'opposes', b, denial)).toThrow(/dangling/)
    expect(only(kg, 'opposes')[0]?.status.disputed).toBe(false)
    const deed = only(kg, 'supplies')[0]!.id
    const charge = { of: deed, claims: [{ stance: 'asserts', by: 'technology:x' }] } as const
    expect(() => kg.relate(a, 'accuses', b, charge)).toThrow(/bad-range/)
    expect(kg.statement(deed)?.status.level).toBe('predicted')
  })

  test('to add leaves no entity', () => {
    const kg = base()
    kg.add('State', { id: 'state:s', label: 's', identifiers: { wikidata: 'Q5' } })
    expect(() => kg.add('Vessel', { id: 'vessel:v', label: 'v', identifiers: { wikidata: 'Q5' } })).toThrow(
      /type-conflict/,
    )
    expect(kg.entity('vessel:v')).toBeUndefined()
  })

  test('is not refused for what somebody else left dangling', () => {
    const kg = base()
    load(kg, statement('A', 'opposes', 'B', [by('person:ghost', 'asserts')]))
    kg.claim(only(kg, 'opposes')[0]!.id, { stance: 'asserts', by: 'state:C' })
    expect(only(kg, 'opposes')[0]?.claims).toHaveLength(2)
  })
})

describe('a speech act', () => {
  const accusation = (of: string) => statement('C', 'accuses', 'B', [by('state:A', 'asserts')], { of })

  test('is linked to what it is said of, whichever file comes first, and once', () => {
    const deed = only(graphOf(states('B', 'C'), entity('Technology', 'technology:x'), supply), 'supplies')[0]!
      .id
    const graphs = [
      [supply, accusation(deed)],
      [accusation(deed), supply],
      [accusation(deed), supply, accusation(deed)],
    ].map((files) => {
      const kg = base()
      for (const file of files) load(kg, file)
      return kg
    })
    for (const kg of graphs) {
      expect(only(kg, 'accuses').map((s) => s.of)).toEqual([deed])
      expect(only(kg, 'supplies')[0]?.status.level).toBe('alleged')
      expect(JSON.stringify([...kg.records()])).toBe(JSON.stringify([...graphs[0]!.records()]))
    }
  })

  test('takes its charge with it when it is withdrawn or removed', () => {
    const kg = base()
    load(kg, { ...supply, ref: 'deed' }, accusation('deed'))
    const [act, deed] = [only(kg, 'accuses')[0]!, only(kg, 'supplies')[0]!]
    expect(deed.status.level).toBe('alleged')
    kg.withdraw(act.claims[0]!.id, '2021')
    expect(kg.statement(deed.id)?.status.level).toBe('predicted')
    const copy = createGraph()
    copy.load(kg.records())
    expect(copy.statement(deed.id)?.status.level).toBe('predicted')
    kg.update(act.claims[0]!.id, { withdrawn: null })
    expect(kg.statement(deed.id)?.status.level).toBe('alleged')
    kg.remove(act.id)
    expect(kg.statement(deed.id)?.claims).toHaveLength(1)
  })
})

describe('entities', () => {
  test('an unnamed actor is never merged, whichever record comes first', () => {
    const records = [
      entity('State', 'state:a', { sameAs: ['state:u'] }),
      entity('State', 'state:u', { unnamed: true }),
    ]
    for (const order of [records, [...records].reverse()]) {
      const kg = createGraph()
      expect(kg.load(order as never).counts['type-conflict']).toBe(1)
      expect(kg.entity('state:a')).not.toHaveProperty('unnamed')
      expect(kg.entity('state:u')?.unnamed).toBe(true)
    }
    const kg = base()
    expect(() => kg.unnamed('Person', { id: 'person:x', label: 'x' })).toThrow(/type-conflict/)
  })

  test('a wrong sameAs loses no good record, whichever comes first', () => {
    const records = [entity('State', 'state:a', { sameAs: ['vessel:u'] }), entity('Vessel', 'vessel:u')]
    for (const order of [records, [...records].reverse()]) {
      const kg = createGraph()
      kg.load(order as never)
      expect([...kg.entities()].map((e) => e.id).sort()).toEqual(['state:a', 'vessel:u'])
    }
  })

  test('an identifier that was changed or found invalid unites no more; a type that comes later counts', () => {
    const kg = createGraph()
    kg.add('Person', { id: 'person:a', label: 'a', identifiers: { wikidata: 'Q1' } })
    kg.update('person:a', { identifiers: { wikidata: 'Q2' } })
    kg.add('Person', { id: 'person:b', label: 'b', identifiers: { wikidata: 'Q1' } })
    expect([...kg.entities()]).toHaveLength(2)
    const late = createGraph()
    late.load([
      entity('Actor', 'x:a', { identifiers: { iso2: 'KP' } }),
      entity('State', 'x:a'),
      entity('State', 'state:b', { label: { fr: 'b' }, identifiers: { iso2: 'KP' } }),
    ])
    expect([...late.entities()].map((e) => e.id)).toEqual(['state:b'])
  })

  test('the record that came first stands, not the id that was mentioned first', () => {
    const kg = createGraph()
    kg.load([
      { relation: 'leads', subject: 'person:b', object: 'state:A', claims: [by('person:b', 'asserts')] },
      ...states('A'),
      entity('Person', 'person:a', { label: { en: 'FIRST' } }),
      entity('Person', 'person:b', { label: { en: 'SECOND' }, sameAs: 'person:a' }),
    ])
    expect(kg.label('person:b')).toBe('FIRST')
  })

  test('a prefix that comes later takes up the foreign IRIs under it', () => {
    const kg = createGraph()
    kg.add('State', { id: 'iri:http://www.wikidata.org/entity/Q1', label: { en: 'q' } })
    const prefixes = { wikidata: 'http://www.wikidata.org/entity/' }
    kg.load(Object.assign([entity('State', 'wikidata:Q1', { label: { fr: 'q' } })], { prefixes }))
    expect([...kg.entities()].map((e) => e.id)).toEqual(['wikidata:Q1'])
  })

  test('foreign data called conflicts is not taken apart', () => {
    const kg = createGraph()
    kg.load([
      entity('State', 'state:A', { label: { en: 'a' }, extra: { conflicts: 'mine' } }),
      entity('State', 'state:A', { label: { en: 'b' } }),
    ])
    expect(kg.entity('state:A')?.extra).toEqual({
      conflicts: { 'extra.conflicts': ['mine'], 'label.en': ['b'] },
    })
  })
})

describe('after a merge or a removal', () => {
  test('a statement that was removed and comes again is found by its id', () => {
    const kg = base()
    load(kg, supply)
    const { id } = only(kg, 'supplies')[0]!
    kg.remove(id)
    kg.add('State', { id: 'state:Z', label: 'Z' })
    kg.merge('state:Z', 'state:A')
    expect([...kg.statements()]).toEqual([])
    load(kg, supply)
    expect(kg.statement(id)?.relation).toBe('supplies')
  })

  test('views, paths and ids of claims that were made before go on', () => {
    const kg = base()
    kg.add('State', { id: 'state:0', label: 'zero' })
    load(
      kg,
      source('s', '2024'),
      statement('A', 'opposes', 'B', [by('state:C', 'alleges', { source: 'source:s' })]),
    )
    const view = kg.view({ viewpoint: 'state:C', sources: ['source:s'] })
    const paths = kg.paths('state:A', 'state:B')
    const claim = only(kg, 'opposes')[0]!.claims[0]!.id
    expect([...view.statements()]).toHaveLength(1)
    kg.merge('state:C', 'state:0')
    kg.add('Article', { id: 'source:r', label: 'r', sameAs: 'source:s' })
    expect([...view.statements()]).toHaveLength(1)
    expect([...paths]).toHaveLength(1)
    kg.withdraw(claim, '2025')
    expect([...kg.statements()]).toEqual([])
  })

  test('records, as everything else, are not read across a change', () => {
    const kg = base()
    const reading = kg.records()
    reading.next()
    kg.add('State', { id: 'state:Z', label: 'Z' })
    expect(() => reading.next()).toThrow(/changed/)
  })
})

describe('cost', () => {
  test('a thousand denied parallel statements are no burden', () => {
    const kg = base()
    const denied = Array.from({ length: 1000 }, (_, i) =>
      statement('A', 'supplies', 'B', [by('state:B', 'denies', { when: '2020-01-01' })], {
        occurrence: `o${i}`,
      }),
    )
    load(kg, ...denied)
    const began = performance.now()
    expect([...kg.view({ status: 'denied' }).statements()]).toHaveLength(1000)
    expect(performance.now() - began).toBeLessThan(2000) // it took six seconds; it takes milliseconds
  })
})

test.each([
  [{ avoids: [] }, /did you mean avoid/],
  [{ direction: 'x' }, /no direction 'x'/],
  [{ limit: Number.NaN }, /limit/],
  [{ avoid: 7 }, /`avoid` names entities/],
  [{ maxSteps: 0 }, /maxSteps is a whole number from 1 to 32/],
])('path options %j are refused', (options, message) => {
  expect(() => base().paths('state:A', 'state:B', options as never)).toThrow(message)
})
