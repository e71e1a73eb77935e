import type { Answer, Path, PathQuery, Query } from 'statecraft'
import { describe, expectTypeOf, it } from 'vitest'
import { refused, world } from './world'

const { kg, kp, us, nuclear } = world()
kg.relate(kp, 'opposes', us, { claims: [{ stance: 'asserts', by: kp }] })

describe('the options of a search for paths', () => {
  it('name relations, along them or against', () => {
    kg.paths(kp, us, { via: ['opposes', '^rivals'] })
    // @ts-expect-error there is no relation 'oposes'
    refused('unknown-relation', () => kg.paths(kp, us, { via: 'oposes' }))
    // @ts-expect-error nor one to go against
    refused('unknown-relation', () => kg.paths(kp, us, { via: ['^oposes'] }))
    kg.paths(kp, us, { sequence: ['opposes'] })
    // @ts-expect-error nor in a sequence
    refused('unknown-relation', () => kg.paths(kp, us, { sequence: ['oposes'] }))
  })

  it('name types at the ends and between them', () => {
    kg.paths({ type: 'State' }, [us, { type: ['Expert', 'Company'] }], { avoid: { type: 'Person' } })
    // @ts-expect-error there is no type 'Stat'
    refused('unknown-type', () => kg.paths({ type: 'Stat' }, us))
    // @ts-expect-error nor one to avoid
    refused('unknown-type', () => kg.paths(kp, us, { avoid: { type: 'Persn' } }))
  })

  it('are no others than there are', () => {
    // @ts-expect-error it is called maxSteps
    refused('unknown-field', () => kg.paths(kp, us, { maxStep: 3 }))
    // @ts-expect-error possibly or certainly
    refused('bad-value', () => kg.paths(kp, us, { timeRespecting: true }))
    // @ts-expect-error what can be reached has no weight
    refused('unknown-field', () => kg.reachable(kp, { weight: 'confidence' }))
    kg.paths(kp, us, { status: 'asserted', asOf: '2024-04-20', item: nuclear })
    // @ts-expect-error options of views are checked like those of `view`
    refused('bad-value', () => kg.paths(kp, us, { status: 'certain' }))
  })
})

describe('an answer', () => {
  it('is of what was asked for', () => {
    expectTypeOf(kg.paths(kp, us)).toEqualTypeOf<Answer<Path>>()
    expectTypeOf(kg.shortestPath(kp, us)).toEqualTypeOf<Path | undefined>()
    const [reached] = kg.execute({ find: 'reachable', from: 'state:KP' })
    expectTypeOf(reached!.distance).toEqualTypeOf<number>()
    expectTypeOf(kg.execute({ find: 'paths', from: 'state:KP', to: 'state:US' })).toEqualTypeOf<
      Answer<Path>
    >()
    const query: Query = { find: 'shortestPaths', from: 'state:KP', to: 'state:US' }
    expectTypeOf(query).toMatchTypeOf<PathQuery>()
  })
})
