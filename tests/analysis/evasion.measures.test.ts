import { type EvasionRoutes, evasionRoutes } from 'statecraft/analysis'
import { describe, expect, test } from 'vitest'
import { entity, type Fields, graphOf, statement, states } from '../records'

// A has oil, B stands between, T is the target, S is the sender.
const base = [
  states('A', 'B', 'T', 'S'),
  entity('Dataset', 'source:law', { published: '2030' }),
  entity('Dataset', 'source:press', { published: '2030' }),
  entity('Commodity', 'commodity:oil'),
  entity('Commodity', 'commodity:wheat'),
  entity('SanctionsProgramme', 'programme:p'),
].flat()

const claim = (fields: Fields = {}): Fields => ({ stance: 'asserts', source: 'source:law', ...fields })
const press = (fields: Fields = {}): Fields => claim({ source: 'source:press', ...fields })

const supply = (from: string, to: string, claims: readonly Fields[]) =>
  statement(from, 'supplies', to, claims, { item: 'commodity:oil', occurrence: '1' })

const LAW = { measures: ['export-control'], when: '2020-01-01/2022-12-31' }
const embargo = (fields: Fields = {}, said: Fields = {}, sender = 'S', target = 'T', more: Fields[] = []) =>
  statement(sender, 'sanctions', target, [claim({ ...LAW, ...said }), ...more], {
    item: 'commodity:oil',
    ...fields,
  })
const eases = (relation: string, object: string, claims: readonly Fields[], fields: Fields = {}) => ({
  relation,
  subject: 'state:S',
  object,
  claims,
  ...fields,
})

const first = supply('A', 'B', [claim({ when: '2021-03-01' })])
const last = supply('B', 'T', [claim({ when: '2021-06-01' })])
const year = { when: '2021-01-01/2021-12-31' }

const ask = (...records: readonly Fields[]) =>
  evasionRoutes(graphOf([...base, ...records]), { item: 'commodity:oil', from: 'state:A', to: 'state:T' })
const forces = ({ routes }: EvasionRoutes) => routes.map(({ score }) => score.force)

describe('what one claimant predicts is not what another states', () => {
  test('of the days of a suspension', () => {
    const past = claim({ when: '2020-01-01/2020-12-31' })
    const suspended = eases('suspends', 'state:T', [past, press({ ...year, stance: 'predicts' })], {
      occurrence: '1',
    })
    expect(forces(ask(embargo(), suspended, first, last))).toEqual(['in-force'])
  })

  test('of the day of an earlier leg, which then was after the last one', () => {
    const late = supply('A', 'B', [
      claim({ when: '2021-09-01' }),
      press({ stance: 'predicts', when: '2021-01-01' }),
    ])
    expect(forces(ask(embargo(), late, last))).toEqual([])
    expect(forces(ask(embargo(), first, last))).toEqual(['in-force'])
  })
})

describe('a licence', () => {
  const licensed = (covers: string) => claim({ ...year, covers: [covers] })

  test('of which claims differ in what it covers may cover the item', () => {
    const both = [licensed('commodity:oil'), { ...licensed('commodity:wheat'), source: 'source:press' }]
    expect(forces(ask(embargo(), eases('licenses', 'state:T', both), first, last))).toEqual(['possibly'])
    const alike = [licensed('commodity:oil'), press(year)]
    expect(forces(ask(embargo(), eases('licenses', 'state:T', alike), first, last))).toEqual([])
  })

  test('of no stated programme for who deals with the target may be from the measures', () => {
    const law = embargo({ programme: 'programme:p' })
    const by = (fields: Fields) => eases('licenses', 'state:A', [claim(year)], fields)
    expect(forces(ask(law, by({}), first, last))).toEqual(['possibly'])
    expect(forces(ask(law, by({ programme: 'programme:p' }), first, last))).toEqual([])
  })

  test('for another item bears on nothing', () => {
    const other = eases('licenses', 'state:T', [licensed('commodity:wheat')])
    const [route] = ask(embargo(), other, first, last).routes
    expect(route!.embargoes.map(({ force, eased }) => [force, eased])).toEqual([['in-force', []]])
  })
})

test('a ban on imports binds the party that imports, an export ban the supplier', () => {
  const binds = (sender: string, target: string, measures: string[]) =>
    ask(embargo({}, { measures }, sender, target), first, last).routes.map(({ embargoes }) => [
      embargoes[0]!.goods,
      embargoes[0]!.binds,
    ])
  expect(binds('T', 'A', ['import-restrictions'])).toEqual([['from', 'own']])
  expect(binds('S', 'A', ['import-restrictions'])).toEqual([['from', 'another']])
  expect(binds('A', 'T', ['export-control'])).toEqual([['to', 'own']])
})

test('what is offered or ordered beside the legs is no trade', () => {
  const other = (from: string, to: string, stage: string) => ({
    ...supply(from, to, [claim({ when: '2018-01-01', stage })]),
    occurrence: '2018',
  })
  const sides = (stage: string) =>
    ask(embargo(), first, last, other('A', 'B', stage), other('B', 'T', stage)).routes[0]!.score.bothSides
  expect(sides('ordered')).toBe(0)
  expect(sides('delivered')).toBe(1)
})

test('where claims differ on whether sanctions are comprehensive, they may be on goods', () => {
  const claims = [press({ ...LAW, measures: ['other'], scope: 'partial' })]
  const law = embargo({ item: undefined }, { measures: ['other'], scope: 'comprehensive' }, 'S', 'T', claims)
  const found = ask(law, first, last)
  expect([found.routes, found.vague.length]).toEqual([[], 1])
  const agreed = embargo({ item: undefined }, { measures: ['other'], scope: 'partial' }, 'S', 'T', claims)
  expect(ask(agreed, first, last).vague).toEqual([])
})

test('measures on goods that are only likely, beside others that are plain, are not in force', () => {
  const likely = [press({ ...LAW, measures: ['export-control'], likelihood: 'likely' })]
  const law = embargo({ item: undefined }, { measures: ['travel-ban'] }, 'S', 'T', likely)
  const found = ask(law, first, last)
  expect([found.routes, found.vague.length]).toEqual([[], 1])
})

test('of parallel steps to a broader item the same is told, whichever came first', () => {
  const step = (occurrence: string, stance = 'asserts') => ({
    relation: 'broader',
    subject: 'commodity:oil',
    object: 'commodity:wheat',
    occurrence,
    claims: [claim({ stance })],
  })
  const rests = (...steps: readonly Fields[]) =>
    ask(...steps, embargo({ item: 'commodity:wheat' }), first, last).routes.map(
      ({ embargoes }) => embargoes[0]!.statements,
    )
  for (const other of ['2', '3', '4', '5'])
    expect(rests(step('1'), step(other))).toEqual(rests(step(other), step('1')))
  expect(rests(step('1', 'predicts'))).toEqual([])
})

test('measures in plenty by one sender take no longer for each', () => {
  const laws = Array.from({ length: 8000 }, (_, i) => embargo({ occurrence: `${i}` }))
  const graph = graphOf([...base, ...laws, first, last])
  const start = performance.now()
  const { routes } = evasionRoutes(graph, { item: 'commodity:oil', from: 'state:A', to: 'state:T' })
  expect(routes[0]!.embargoes).toHaveLength(8000)
  // Each by each they would be 64 million: six seconds.
  expect(performance.now() - start).toBeLessThan(3000)
})
