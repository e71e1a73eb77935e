import fc from 'fast-check'
import { createGraph, type Graph, StatecraftError } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'

const x = entity('Expert', 'person:x')

describe('two entities are one', () => {
  test('where one names the other in sameAs, before or after either comes', () => {
    const records = [
      entity('Company', 'company:a', { sameAs: 'ofac:36', aliases: { en: 'Alpha' } }),
      entity('Company', 'ofac:36', { label: { ru: 'Альфа' }, aliases: { en: 'Alpha Ltd' } }),
    ]
    for (const order of [records, [...records].reverse()]) {
      const kg = graphOf(order)
      expect(kg.entity('ofac:36')).toMatchObject({
        id: 'company:a',
        label: { en: 'a', ru: 'Альфа' },
        sameAs: ['ofac:36'],
      })
      expect([...kg.entities('Company')]).toHaveLength(1)
      expect(
        kg
          .entity('company:a')
          ?.names?.map((n) => n.text)
          .sort(),
      ).toEqual(['Alpha', 'Alpha Ltd'])
    }
  })

  test('and whoever names them in a set names one, in the order of sets', () => {
    const label = { en: 'the same' }
    const kg = graphOf(
      entity('Article', 'source:a'),
      entity('Article', 'source:c', { label }),
      entity('Company', 'company:x', { sources: ['source:a', 'source:b', 'source:c'] }),
      entity('Article', 'source:b', { label, sameAs: 'source:z' }),
      entity('Article', 'source:z', { label, sameAs: 'source:c' }),
    )
    // The three that are one are called by the smallest id.
    expect(kg.entity('company:x')?.sources).toEqual(['source:a', 'source:b'])
  })

  test('where they share a strong identifier, never one marked invalid, never a name or a weak one', () => {
    const q = (id: string, identifier: object) =>
      entity('Company', id, { label: { en: 'Same Name' }, identifiers: [identifier] })
    const count = (a: object, b: object) =>
      [...graphOf(q('company:a', a), q('company:b', b)).entities('Company')].length
    const lei = { scheme: 'lei', value: '5493001KJTIIGC8Y1R12' }
    expect(count(lei, lei)).toBe(1)
    expect(count(lei, { ...lei, valid: false })).toBe(2)
    expect(count({ scheme: 'tax', value: '7' }, { scheme: 'tax', value: '7' })).toBe(2)
    expect(count({ scheme: 'iso2', value: 'KP' }, { scheme: 'iso2', value: 'KP' })).toBe(2) // of states, not companies
  })

  test('persons with one passport of one country are one, however the number is written', () => {
    const holder = (id: string, passport: object) =>
      entity('Person', id, {
        label: { en: 'A. Holder' },
        identifiers: [{ scheme: 'passport', ...passport }],
      })
    const count = (a: object, b: object) =>
      [...graphOf(holder('un:a', a), holder('ofac:b', b)).entities('Person')].length
    expect(count({ value: 'A 123-45', country: 'IR' }, { value: 'a12345', country: 'IR' })).toBe(1)
    expect(count({ value: 'A12345', country: 'IR' }, { value: 'A12345', country: 'SY' })).toBe(2)
    expect(count({ value: 'A12345', country: 'IR' }, { value: 'A12345' })).toBe(2)
    for (const value of ['-', 'unknown', 'N/A', 'not available', '000000', '٠٠٠']) {
      expect(count({ value, country: 'IR' }, { value, country: 'IR' })).toBe(2) // what stands for a number that is not known
    }
    expect(count({ value: 'الف ٣٤٥', country: 'IR' }, { value: 'الف-٣٤٥', country: 'IR' })).toBe(1)
    expect(count({ value: 'A12345', country: 'IR', valid: false }, { value: 'A12345', country: 'IR' })).toBe(
      2,
    )
  })

  test('a state’s ISO code makes one of two records of it', () => {
    const kg = graphOf(
      entity('State', 'state:KP', { label: { en: 'North Korea' }, identifiers: { iso2: 'KP' } }),
      entity('State', 'un:prk', { label: { fr: 'Corée du Nord' }, identifiers: { iso2: 'KP' } }),
    )
    expect(kg.entity('un:prk')).toMatchObject({
      id: 'state:KP',
      label: { en: 'North Korea', fr: 'Corée du Nord' },
    })
  })

  test('by merge(); the surviving id is chosen by content, and old ids keep resolving everywhere', () => {
    const kg = graphOf(
      states('A', 'B'),
      x,
      entity('Company', 'ofac:9'),
      entity('Company', 'company:nine'),
      entity('Article', 'source:s', { publisher: 'ofac:9' }),
      {
        relation: 'supplies',
        subject: 'state:A',
        object: 'ofac:9',
        claims: [by('ofac:9', 'asserts', { source: 'source:s' })],
      },
      {
        relation: 'supplies',
        subject: 'state:A',
        object: 'company:nine',
        claims: [by('person:x', 'asserts')],
      },
    )
    const old = [...kg.statements()].map((s) => s.id)
    kg.merge('company:nine', 'ofac:9')
    const [found, ...others] = [...kg.statements({ object: 'ofac:9' })]
    expect(others).toEqual([])
    expect(found).toMatchObject({ object: 'company:nine' })
    expect(found!.claims.map((c) => c.by)).toEqual(['person:x', 'company:nine'])
    expect(old.map((id) => kg.statement(id)?.id)).toEqual([found!.id, found!.id])
    expect(kg.entity('source:s')?.publisher).toBe('company:nine')
    expect(kg.claimants(old[0]!)).toEqual(['company:nine', 'person:x'])
  })

  test('and what speaks of statements that become one speaks of the one', () => {
    const kg = graphOf(
      states('A', 'B', 'C'),
      x,
      entity('Company', 'company:a'),
      entity('Company', 'ofac:1'),
      ...['company:a', 'ofac:1'].flatMap((id) => [
        {
          relation: 'supplies',
          subject: 'state:A',
          object: id,
          ref: id.slice(0, 4),
          claims: [by('person:x', 'asserts')],
        },
        statement('B', 'condemns', 'A', [by('person:x', 'asserts')], { over: id.slice(0, 4) }),
      ]),
    )
    expect([...kg.statements({ relation: 'condemns' })]).toHaveLength(2)
    kg.merge('company:a', 'ofac:1')
    const [condemns, ...others] = [...kg.statements({ relation: 'condemns' })]
    expect(others).toEqual([])
    expect(kg.statement(condemns!.over!)?.relation).toBe('supplies')
  })

  test('ends of symmetric relations stay in order when ids change', () => {
    const kg = graphOf(
      states('B'),
      x,
      entity('State', 'zz:1', { label: { fr: 'A' } }),
      entity('State', 'state:A', { sameAs: 'zz:1' }),
      {
        relation: 'rivals',
        subject: 'zz:1',
        object: 'state:B',
        claims: [by('person:x', 'asserts')],
      },
    )
    kg.relate(kg.ref('State', 'state:B'), 'rivals', kg.ref('State', 'state:A'), {
      claims: [by('person:x', 'denies') as never],
    })
    expect(
      [...kg.statements({ relation: 'rivals' })].map((s) => [s.subject, s.object, s.claims.length]),
    ).toEqual([['state:A', 'state:B', 2]])
  })
})

describe('what cannot be one', () => {
  test('is refused with both kept: a state is no vessel', () => {
    const kg = createGraph()
    const report = kg.load([entity('State', 'state:A'), entity('Vessel', 'vessel:v', { sameAs: 'state:A' })])
    expect(report.counts).toEqual({ 'type-conflict': 1 })
    expect([...kg.entities()].map((e) => e.id)).toEqual(['state:A', 'vessel:v'])
    expect(() => kg.merge('state:A', 'vessel:v')).toThrow(StatecraftError)
  })

  test('one id with two unrelated types: the second record is dropped', () => {
    const kg = createGraph()
    const report = kg.load([entity('State', 'state:A'), entity('Person', 'state:A')])
    expect(report.issues).toMatchObject([{ code: 'type-conflict', path: ['type'] }])
    expect(report.dropped).toBe(1)
    expect(kg.entity('state:A')?.type).toBe('State')
  })

  test('related types are united, ancestors dropped', () => {
    const kg = graphOf(
      entity('Person', 'person:p'),
      entity('Expert', 'person:p'),
      entity('Official', 'person:p'),
    )
    expect(kg.entity('person:p')?.type).toEqual(['Expert', 'Official'])
  })

  test('an unnamed actor is never merged', () => {
    const kg = createGraph()
    kg.load([
      entity('Actor', 'unnamed:a', { unnamed: true }),
      entity('State', 'state:A', { sameAs: 'unnamed:a' }),
    ])
    expect(kg.entity('unnamed:a')?.id).toBe('unnamed:a')
  })
})

test('of two labels the first stands; the other is no conflict where it is among the names', () => {
  const company = (id: string, label: string, names: readonly string[]) =>
    entity('Company', id, { label: { en: label }, names, identifiers: { lei: '5493001KJTIIGC8Y1R12' } })
  const kg = graphOf(
    company('company:a', 'Bank Melli', []),
    company('company:b', 'BANK MELLI IRAN', ['BANK MELLI IRAN']),
  )
  const [bank] = kg.entities('Company')
  expect(bank).toMatchObject({
    label: { en: 'Bank Melli' },
    names: [{ text: 'BANK MELLI IRAN', kind: 'alias' }],
  })
  expect(bank?.extra).toBeUndefined()
  expect(
    createGraph().load([company('company:a', 'A', []), company('company:b', 'B', [])]).counts.conflict,
  ).toBe(1)
})

test('where single values differ the first stands, and the other is kept under extra.conflicts', () => {
  const kg = createGraph()
  const report = kg.load([
    entity('Company', 'company:a', { founded: '1990' }),
    entity('Company', 'company:a', { founded: '1991' }),
  ])
  expect(report.issues).toMatchObject([{ code: 'conflict', severity: 'warning' }])
  expect(kg.entity('company:a')).toMatchObject({
    founded: '1990',
    extra: { conflicts: { founded: ['1991'] } },
  })
})

describe('a graph', () => {
  const records = [
    ...states('A', 'B', 'C'),
    entity('State', 'un:a', { label: { fr: 'Â' }, sameAs: 'state:A' }),
    x,
    source('s', '2024', 'un:a'),
    statement('A', 'rivals', 'B', [by('person:x', 'asserts', { source: 'source:s' })], { ref: 'r1' }),
    { relation: 'rivals', subject: 'state:B', object: 'un:a', claims: [by('un:a', 'denies', { at: '§2' })] },
    statement('C', 'condemns', 'A', [by('person:x', 'asserts')], { over: 'r1' }),
    statement('B', 'accuses', 'C', [by('person:x', 'asserts')], { of: 'r1' }),
  ]
  const everything = (kg: Graph) => JSON.stringify([...kg.records()])

  test('is the same whatever the order of its records, and however often they come', () => {
    const expected = everything(graphOf(records))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(records, { minLength: records.length }),
        fc.nat(records.length),
        (shuffled, cut) => {
          const kg = createGraph()
          kg.load(shuffled)
          expect(everything(kg)).toBe(expected)
          kg.load(shuffled.slice(0, cut).filter((record) => !('over' in record) && !('of' in record)))
          expect(everything(kg)).toBe(expected)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('takes back what it gives', () => {
    const kg = graphOf(records)
    const copy = createGraph()
    expect(copy.load(kg.records()).issues).toEqual([])
    expect(everything(copy)).toBe(everything(kg))
  })
})
