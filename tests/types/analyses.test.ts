import { type Core, createGraph, type Graph } from 'statecraft'
import {
  balance,
  type Doubt,
  evasionRoutes,
  exposure,
  type Interest,
  type OwnershipFinding,
  type OwnershipRule,
  ownership,
  similarity,
  thirdParties,
  type Verdict,
} from 'statecraft/analysis'
import { expectTypeOf, test } from 'vitest'

const kg: Graph<Core> = createGraph()

test('rules on ownership are those that there are, or whole ones of your own', () => {
  const ask = () => {
    ownership(kg, { rule: 'us-ofac', measure: 'asset-freeze' })
    ownership(kg.view({ asOf: '2024-07-03' }))
    // @ts-expect-error: there is no such rule
    ownership(kg, { rule: 'ofac' })
    // @ts-expect-error: a rule of your own says all that a rule says
    ownership(kg, { rule: { id: 'mine', label: 'Mine', threshold: { share: 25, inclusive: true } } })
    // @ts-expect-error: a graphology graph is no view
    ownership(kg.toGraphology())
  }
  expectTypeOf(ask).toBeFunction()
  expectTypeOf<OwnershipRule['interests']>().toEqualTypeOf<readonly Interest[]>()
})

test('a verdict is one of four, and none of them is "clear"', () => {
  expectTypeOf<Verdict>().toEqualTypeOf<'blocked' | 'undetermined' | 'below' | 'no-finding'>()
  const found = () => ownership(kg).of('company:a')
  expectTypeOf(found).returns.toEqualTypeOf<OwnershipFinding | undefined>()
  expectTypeOf<OwnershipFinding['doubts']>().toEqualTypeOf<readonly Doubt[]>()
})

test('what must be said is asked for', () => {
  const ask = () => {
    evasionRoutes(kg, { item: 'commodity:oil', from: 'state:IR', to: 'state:KP' })
    // @ts-expect-error: of what item?
    evasionRoutes(kg, { from: 'state:IR', to: 'state:KP' })
    exposure(kg, 'company:a', { rules: ['eu', 'uk'], maxSteps: 3 })
    // @ts-expect-error: of which entity?
    exposure(kg)
    // @ts-expect-error: there is no such rule
    exposure(kg, 'company:a', { rules: ['ofac'] })
    similarity(kg, 'state:A', 'state:B', { year: 1908, universe: { type: 'State' }, distance: 'squared' })
    // @ts-expect-error: with whom?
    similarity(kg, 'state:A')
    // @ts-expect-error: there is no such type
    similarity(kg, 'state:A', 'state:B', { universe: { type: 'Country' } })
    // @ts-expect-error: there is no such distance
    similarity(kg, 'state:A', 'state:B', { distance: 'euclidean' })
    thirdParties(kg, { sender: 'state:A', target: 'state:B' }, { threshold: 1.25 })
    // @ts-expect-error: on whom?
    thirdParties(kg, { sender: 'state:A' })
    balance(kg, { years: [1816, 2012], signs: { supports: '+', sanctions: 0 } })
    // @ts-expect-error: from when to when?
    balance(kg, { years: 1816 })
  }
  expectTypeOf(ask).toBeFunction()
})

test('what nobody knows is undefined, and the compiler says so', () => {
  const graphs = () => balance(kg).graphs
  expectTypeOf<ReturnType<typeof graphs>[number]['strong']>().toEqualTypeOf<number | undefined>()
  const s = () => similarity(kg, 'state:A', 'state:B').s
  expectTypeOf(s).returns.toEqualTypeOf<number | undefined>()
})
