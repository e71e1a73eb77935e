import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimId, statementId } from '../../src/model/identity'
import { by, entity, graphOf, statement, states } from '../records'
import { claim, stmt } from './parse'

const key = { relation: 'supports', subject: 'state:B', object: 'state:A', occurrence: '', qualifiers: {} }

describe('the id of a statement', () => {
  test('is the hash of its canonical JSON', () => {
    const qualifiers = { item: 'technology:x', event: 'event:y' }
    expect(statementId({ ...key, qualifiers })).toBe(
      `stmt:${stmt(['supports', 'state:B', 'state:A', '', { event: 'event:y', item: 'technology:x' }])}`,
    )
  })

  test('orders the ends of a symmetric relation', () => {
    expect(statementId(key, { symmetric: true })).toBe(
      `stmt:${stmt(['supports', 'state:A', 'state:B', '', {}])}`,
    )
    expect(statementId(key)).toBe(`stmt:${stmt(['supports', 'state:B', 'state:A', '', {}])}`)
  })

  test('takes several values as a set, unless they are in an order', () => {
    const qualifiers = { x: ['b', 'a', 'b'] }
    const expected = (x: string[]) => `stmt:${stmt(['supports', 'state:B', 'state:A', '', { x }])}`
    expect(statementId({ ...key, qualifiers })).toBe(expected(['a', 'b']))
    expect(statementId({ ...key, qualifiers }, { ordered: new Set(['x']) })).toBe(expected(['b', 'a', 'b']))
  })

  test('is the one that the graph works out, and so are those of claims', () => {
    const kg = graphOf(
      states('A', 'B', 'C'),
      entity('Expert', 'person:x'),
      statement('C', 'alliedWith', 'A', [by('person:x', 'denies', { at: '§1', said: '2024' })], {
        against: ['state:C', 'state:B'],
        occurrence: 'x',
      }),
    )
    const [record] = kg.view({ status: 'denied' }).statements()
    const id = statementId(
      {
        relation: 'alliedWith',
        subject: 'state:C',
        object: 'state:A',
        occurrence: 'x',
        qualifiers: { against: ['state:C', 'state:B'] },
      },
      { symmetric: true },
    )
    expect(record?.id).toBe(id)
    expect(record?.claims[0]?.id).toBe(
      claimId(id, { stance: 'denies', by: 'person:x', at: '§1', said: '2024' }),
    )
    expect(id).toBe(
      `stmt:${stmt(['alliedWith', 'state:A', 'state:C', 'x', { against: ['state:B', 'state:C'] }])}`,
    )
  })

  test('of a claim is the hash of its canonical JSON, with null for what is not given', () => {
    expect(claimId('stmt:x', { stance: 'asserts' })).toBe(
      `claim:${claim('x', 'asserts', null, null, null, null)}`,
    )
  })

  test('is the same however values are ordered', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), (values) => {
        const id = (x: string[]) => statementId({ ...key, qualifiers: { x } })
        expect(id([...values].reverse())).toBe(id(values))
      }),
    )
  })
})
