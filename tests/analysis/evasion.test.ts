import { readFileSync } from 'node:fs'
import { createGraph, StatecraftError } from 'statecraft'
import { type EvasionOptions, type EvasionRoutes, evasionRoutes } from 'statecraft/analysis'
import { readJsonl } from 'statecraft/jsonl'
import { describe, expect, test } from 'vitest'
import { by, entity, type Fields, graphOf, statement, states } from '../records'

// A has oil, B and C stand between, T is the target, S and U are senders.
const base = [
  states('A', 'B', 'C', 'T', 'S', 'U'),
  entity('Dataset', 'source:law', { published: '2030' }),
  entity('Commodity', 'commodity:oil'),
  entity('Commodity', 'commodity:crude'),
  entity('Commodity', 'commodity:wheat'),
  entity('Commodity', 'commodity:fuels'),
  entity('SanctionsProgramme', 'programme:p'),
  entity('SanctionsProgramme', 'programme:q'),
].flat()

const claim = (fields: Fields = {}): Fields => ({ stance: 'asserts', source: 'source:law', ...fields })

const supply = (from: string, to: string, when: string | undefined, fields: Fields = {}, said: Fields = {}) =>
  statement(from, 'supplies', to, [claim({ ...(when ? { when } : {}), ...said })], {
    item: 'commodity:oil',
    occurrence: when ?? '',
    ...fields,
  })

const embargo = (fields: Fields = {}, said: Fields = {}, sender = 'S', target = 'T') =>
  statement(
    sender,
    'sanctions',
    target,
    [claim({ measures: ['export-control'], when: '2020-01-01/2022-12-31', ...said })],
    {
      item: 'commodity:oil',
      ...fields,
    },
  )

const broader = (narrow: string, wide: string, said: Fields = {}) => ({
  relation: 'broader',
  subject: `commodity:${narrow}`,
  object: `commodity:${wide}`,
  claims: [claim(said)],
})

const asked: EvasionOptions = { item: 'commodity:oil', from: 'state:A', to: 'state:T' }

const ask = (records: readonly Fields[], options: Partial<EvasionOptions> = {}) =>
  evasionRoutes(graphOf([...base, ...records]), { ...asked, ...options })

/** `A B T: in-force`, one line a route. */
const lines = ({ routes }: EvasionRoutes) =>
  routes.map(({ entities, score }) => `${entities.map((id) => id.slice(6)).join(' ')}: ${score.force}`)

const code = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof StatecraftError) return `${error.code} ${error.issue.path?.join('.')}`
    throw error
  }
  return 'nothing thrown'
}

const way = [supply('A', 'B', '2021-03-01'), supply('B', 'T', '2021-06-01')]

describe('the worked example', () => {
  const read = () => {
    const kg = createGraph()
    kg.load(readJsonl(readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8')))
    return kg
  }

  test('the oil route is found, predicted, and a risk only', () => {
    const found = evasionRoutes(read(), { item: 'commodity:oil', from: 'state:IR', to: 'state:KP' })
    expect(found.routes.map(({ entities }) => entities)).toEqual([['state:IR', 'state:RU', 'state:KP']])
    const [route] = found.routes
    expect(route).toMatchObject({
      level: 'predicted',
      disputed: false,
      route: 'Iran–Russia–North Korea',
      charges: [],
      lastLeg: {},
    })
    expect(route!.legs.map(({ level }) => level)).toEqual(['predicted', 'predicted'])
    // Neither the sanctions nor the legs have a date.
    expect(route!.score).toMatchObject({ force: 'possibly', steps: 2, told: 'as-one', flows: 'unknown' })
    expect(route!.embargoes.map(({ sender, force, binds }) => [sender, force, binds])).toEqual([
      ['unnamed:oil-sanctions', 'possibly', 'another'],
    ])
    expect(found.complete).toBe(true)
    expect(found.citations()).toEqual(['Daniel Pinkston in Elaph, §16'])
    expect(String(found)).toContain(
      'Iran ─supplies oil→ Russia ─supplies oil→ North Korea  predicted (our reading)',
    )
    expect(String(found)).toContain('no finding of evasion')
    expect(found.toSVG()).toContain('Russia')
  })

  test('where only what is asserted counts, there is none', () => {
    const kg = read()
    const view = kg.view({ status: 'asserted' })
    const found = evasionRoutes(view, { item: 'commodity:oil', from: 'state:IR', to: 'state:KP' })
    expect(found.routes).toEqual([])
    expect(String(found)).toContain('that is not a no')
  })
})

describe('when an embargo is in force', () => {
  const sector = entity('Sector', 'sector:steel')
  const force = (records: readonly Fields[], legs = way) => lines(ask([...records, ...legs]))

  test.each([
    ['asserted, on the day of the last leg', [embargo()], ['A B T: in-force']],
    ['only on days of the first leg', [embargo({}, { when: '2021-01-01/2021-05-31' })], []],
    [
      'from the day of the last leg on',
      [embargo({}, { when: '2021-06-01/2021-12-31' })],
      ['A B T: in-force'],
    ],
    ['without a date', [embargo({}, { when: undefined })], ['A B T: possibly']],
    ['vague in its date', [embargo({}, { when: '2021' })], ['A B T: possibly']],
    ['with no end, by a source of before', [embargo({}, { when: '2020-01-01/..' })], ['A B T: in-force']],
    ['alleged', [embargo({}, { stance: 'alleges' })], ['A B T: possibly']],
    ['asserted only as likely', [embargo({}, { likelihood: 'likely' })], ['A B T: possibly']],
    ['announced', [embargo({}, { stance: 'announces' })], []],
    ['predicted', [embargo({}, { stance: 'predicts' })], []],
    ['of another item', [embargo({ item: 'commodity:wheat' })], []],
    ['on no item, on exports', [embargo({ item: undefined })], ['A B T: in-force']],
    [
      'on no item, on imports from the target',
      [embargo({ item: undefined }, { measures: ['import-restrictions'] })],
      [],
    ],
    ['on the item, on imports from the target', [embargo({}, { measures: ['import-restrictions'] })], []],
    ['on the item, of no stated kind', [embargo({}, { measures: ['not-stated'] })], ['A B T: in-force']],
    ['on no item, of no stated kind', [embargo({ item: undefined }, { measures: ['not-stated'] })], []],
    [
      'comprehensive',
      [embargo({ item: undefined }, { measures: ['other'], scope: 'comprehensive' })],
      ['A B T: in-force'],
    ],
    ['a freeze of assets', [embargo({ item: undefined }, { measures: ['asset-freeze'] })], []],
    ['on a sector, on exports', [sector, embargo({ item: undefined, sector: 'sector:steel' })], []],
    ['on arms', [embargo({ item: undefined }, { measures: ['arms-embargo'] })], []],
  ])('%s', (_, records, expected) => {
    expect(force(records)).toEqual(expected)
  })

  const measures = { measures: ['export-control'] }
  const twice = (first: Fields, second: Fields) => [
    {
      ...embargo(),
      claims: [claim({ ...measures, source: 'source:old', ...first }), claim({ ...measures, ...second })],
    },
  ]
  const old = entity('Dataset', 'source:old', { published: '2020-06-30' })

  test('its end is not what somebody predicts or alleges, nor its beginning', () => {
    const predicted = twice({ when: '2020-01-01/..' }, { stance: 'predicts', when: '2020-01-01/2021-01-31' })
    expect(force([old, ...predicted])).toEqual(['A B T: in-force'])
    const alleged = twice({ when: '2020-01-01/..' }, { stance: 'alleges', when: '2020-01-01/2021-01-31' })
    expect(force([old, ...alleged])).toEqual(['A B T: in-force'])
    const before = twice(
      { when: '2021-09-01/2022-12-31' },
      { stance: 'alleges', when: '2021-01-01/2022-12-31' },
    )
    expect(force([old, ...before])).toEqual(['A B T: possibly'])
    const foreseen = twice(
      { when: '2021-09-01/2022-12-31' },
      { stance: 'predicts', when: '2021-01-01/2022-12-31' },
    )
    expect(force([old, ...foreseen])).toEqual([])
  })

  test('by a broader item that is only likely, it is possibly', () => {
    const fuels = embargo({ item: 'commodity:fuels' })
    expect(force([fuels, broader('oil', 'fuels')])).toEqual(['A B T: in-force'])
    expect(force([fuels, broader('oil', 'fuels', { likelihood: 'likely' })])).toEqual(['A B T: possibly'])
  })

  test('a day of the last leg that is only alleged or predicted does not settle it', () => {
    const began = embargo({}, { when: '2021-05-01/2021-12-31' })
    for (const stance of ['alleges', 'predicts']) {
      const last = {
        ...supply('B', 'T', '2021'),
        claims: [claim({ when: '2021' }), claim({ stance, when: '2021-06-01' })],
      }
      expect(force([began], [supply('A', 'B', '2021-01-01'), last])).toEqual(['A B T: possibly'])
    }
  })

  test('disputed, it is possibly', () => {
    const denied = { ...embargo(), claims: [...(embargo().claims as Fields[]), by('state:T', 'denies')] }
    expect(force([denied])).toEqual(['A B T: possibly'])
  })

  test('a last leg of some day of the year in which it began is possibly under it', () => {
    const legs = [supply('A', 'B', '2019-03-01'), supply('B', 'T', '2020')]
    expect(force([embargo({}, { when: '2020-06-01/2022-12-31' })], legs)).toEqual(['A B T: possibly'])
    expect(force([embargo()], legs)).toEqual(['A B T: in-force'])
  })

  test('a last leg cannot have been before an earlier one', () => {
    // Of 2020, but not before 1 July, when the embargo was in force.
    const legs = [supply('A', 'B', '2020-07-01'), supply('B', 'T', '2020')]
    expect(force([embargo({}, { when: '2020-06-01/2022-12-31' })], legs)).toEqual(['A B T: in-force'])
  })

  test('a leg without a date may have been before', () => {
    expect(force([embargo()], [supply('A', 'B', undefined), supply('B', 'T', undefined)])).toEqual([
      'A B T: possibly',
    ])
  })

  test('on where the item comes from, an import ban is', () => {
    const ban = (measures: string[], item?: string) => embargo({ item }, { measures }, 'S', 'A')
    expect(force([ban(['import-restrictions'])])).toEqual(['A B T: in-force'])
    expect(force([ban(['trade-embargo'])])).toEqual(['A B T: in-force'])
    expect(force([ban(['export-control'])])).toEqual([])
    expect(force([ban(['export-control'], 'commodity:oil')])).toEqual([])
  })

  test('on a broader item it is, by steps that are asserted and undisputed', () => {
    const wide = embargo({ item: 'commodity:fuels' })
    expect(force([wide])).toEqual([])
    expect(force([wide, broader('oil', 'fuels')])).toEqual(['A B T: in-force'])
    expect(force([wide, broader('oil', 'fuels', { stance: 'alleges' })])).toEqual([])
    const [route] = ask([wide, broader('oil', 'fuels'), ...way]).routes
    expect(route!.embargoes[0]!.statements).toHaveLength(2)
  })

  test('on a narrower item it is not', () => {
    expect(force([embargo({ item: 'commodity:crude' }), broader('crude', 'oil')])).toEqual([])
  })

  test('an arms embargo is on weapons, and on goods of chapter 93', () => {
    const arms = embargo({ item: undefined }, { measures: ['arms-embargo'] })
    const legs = (item: string) => [
      supply('A', 'B', '2021-03-01', { item }),
      supply('B', 'T', '2021-06-01', { item }),
    ]
    const weapon = entity('WeaponSystem', 'technology:gun')
    const rounds = entity('Commodity', 'commodity:rounds', { hs: '930690' })
    expect(lines(ask([arms, weapon, ...legs('technology:gun')], { item: 'technology:gun' }))).toEqual([
      'A B T: in-force',
    ])
    expect(lines(ask([arms, rounds, ...legs('commodity:rounds')], { item: 'commodity:rounds' }))).toEqual([
      'A B T: in-force',
    ])
  })
})

describe('suspensions and licences', () => {
  const eased = (records: readonly Fields[], law = embargo({ programme: 'programme:p' })) => {
    const found = ask([law, ...records, ...way])
    return lines(found).concat(found.leftOut.eased > 0 ? ['eased'] : [])
  }
  const suspends = (object: string, fields: Fields = {}, said: Fields = {}, sender = 'S') => ({
    relation: 'suspends',
    subject: `state:${sender}`,
    object,
    claims: [claim({ when: '2021-01-01/2021-12-31', ...said })],
    ...fields,
  })
  const licenses = (object: string, fields: Fields = {}, said: Fields = {}, sender = 'S') => ({
    ...suspends(object, fields, said, sender),
    relation: 'licenses',
  })
  const named = { ...embargo({ programme: 'programme:p' }), ref: 'law' }

  test.each([
    ['the programme', [suspends('programme:p')], ['eased']],
    ['another programme', [suspends('programme:q')], ['A B T: in-force']],
    ['all on the target', [suspends('state:T')], ['eased']],
    ['by another sender', [suspends('state:T', {}, {}, 'U')], ['A B T: in-force']],
    ['after the last leg', [suspends('state:T', {}, { when: '2021-07-01/2021-12-31' })], ['A B T: in-force']],
    ['alleged', [suspends('state:T', {}, { stance: 'alleges' })], ['A B T: possibly']],
    ['announced', [suspends('state:T', {}, { stance: 'announces' })], ['A B T: in-force']],
    ['without a date', [suspends('state:T', {}, { when: undefined })], ['A B T: possibly']],
    ['a licence for the target', [licenses('state:T')], ['eased']],
    ['a licence for the supplier', [licenses('state:A', { programme: 'programme:p' })], ['eased']],
    ['a licence for an intermediary', [licenses('state:B')], ['A B T: in-force']],
    [
      'a licence under another programme',
      [licenses('state:T', { programme: 'programme:q' })],
      ['A B T: in-force'],
    ],
    ['a licence under the programme', [licenses('state:T', { programme: 'programme:p' })], ['eased']],
    ['a licence by another', [licenses('state:T', {}, {}, 'U')], ['A B T: in-force']],
    ['a licence for the item', [licenses('state:T', {}, { covers: ['commodity:oil'] })], ['eased']],
    [
      'a licence for another item',
      [licenses('state:T', {}, { covers: ['commodity:wheat'] })],
      ['A B T: in-force'],
    ],
    [
      'a licence for a part of it',
      [licenses('state:T', {}, { covers: ['commodity:crude'] }), broader('crude', 'oil')],
      ['A B T: possibly'],
    ],
    [
      'a licence for a broader item',
      [licenses('state:T', {}, { covers: ['commodity:fuels'] }), broader('oil', 'fuels')],
      ['eased'],
    ],
  ])('%s', (_, records, expected) => {
    expect(eased(records)).toEqual(expected)
  })

  test('of just one statement, only that', () => {
    expect(eased([suspends('state:T', { of: 'law' })], named)).toEqual(['eased'])
    const other = { ...embargo({ item: 'commodity:wheat' }), ref: 'other' }
    expect(eased([other, suspends('state:T', { of: 'other' })], named)).toEqual(['A B T: in-force'])
  })

  test('while the measures can be in force, whatever the other days', () => {
    // The last leg is of 2021; the measures hold in its second half, and are suspended then.
    const law = embargo({}, { when: '2021-07-01/2022-12-31' })
    const found = ask([
      law,
      suspends('state:T', {}, { when: '2021-07-01/2022-06-30' }),
      way[0]!,
      supply('B', 'T', '2021'),
    ])
    expect([lines(found), found.leftOut.eased]).toEqual([[], 1])
  })

  test('what one sender suspends, another may have in force', () => {
    expect(eased([suspends('state:T'), embargo({}, {}, 'U')])).toEqual(['A B T: in-force'])
    const [route] = ask([embargo(), suspends('state:T'), embargo({}, {}, 'U'), ...way]).routes
    expect(route!.embargoes.map(({ sender, force, eased }) => [sender, force, eased.length])).toEqual([
      ['state:S', 'suspended', 1],
      ['state:U', 'in-force', 0],
    ])
  })
})

describe('ways', () => {
  const law = embargo()

  test('legs that are said to be of different ways make none', () => {
    const legs = [
      supply('A', 'B', '2021-03-01', { route: 'one' }),
      supply('B', 'T', '2021-06-01', { route: 'two' }),
    ]
    const found = ask([law, ...legs])
    expect(found.routes).toEqual([])
    expect(found.leftOut.mixed).toBe(1)
    expect(String(found)).toContain('1 way left out, since the legs are said to be of different ways')
  })

  test('legs of one way come before such as nobody says belong together', () => {
    const found = ask([
      law,
      supply('A', 'B', '2021-03-01'),
      supply('B', 'T', '2021-06-01', { route: 'one' }),
      supply('A', 'C', '2021-03-01', { route: 'two' }),
      supply('C', 'T', '2021-06-01', { route: 'two' }),
    ])
    expect(found.routes.map(({ route, score }) => [route, score.told])).toEqual([
      ['two', 'as-one'],
      ['one', 'in-part'],
    ])
  })

  test('a direct supply is told apart, with what it falls under', () => {
    const found = ask([law, supply('A', 'T', '2021-06-01'), supply('A', 'T', '2019-06-01')])
    expect(found.routes).toEqual([])
    expect(
      found.direct.map(({ leg, embargoes }) => [leg.when[0], embargoes.map(({ force }) => force)]).sort(),
    ).toEqual([
      ['2019-06-01', []],
      ['2021-06-01', ['in-force']],
    ])
    expect(String(found)).toContain('2 statements of direct supply; an embargo is in force at 1')
  })

  test('goods go one way, in the order of time, and through nobody twice', () => {
    expect(lines(ask([law, supply('B', 'A', '2021-03-01'), supply('B', 'T', '2021-06-01')]))).toEqual([])
    expect(lines(ask([law, supply('A', 'B', '2021-07-01'), supply('B', 'T', '2021-06-01')]))).toEqual([])
    expect(lines(ask([law, ...way, supply('B', 'A', '2021-04-01'), supply('T', 'B', '2021-07-01')]))).toEqual(
      ['A B T: in-force'],
    )
  })

  test('exports make legs; what is only traded does not', () => {
    const exports = (from: string, to: string, when: string) =>
      statement(from, 'exportsTo', to, [claim({ when })], { item: 'commodity:oil' })
    const trades = statement('B', 'tradesWith', 'T', [claim({ when: '2021-06-01' })], {
      item: 'commodity:oil',
    })
    const found = ask([law, exports('A', 'B', '2021-03-01'), exports('B', 'T', '2021-06-01')])
    expect(lines(found)).toEqual(['A B T: in-force'])
    expect(found.routes[0]!.score.delivery).toBe('delivered')
    expect(lines(ask([law, exports('A', 'B', '2021-03-01'), trades]))).toEqual([])
  })

  test('no way runs through an unnamed actor', () => {
    const nobody = entity('State', 'state:N', { unnamed: true })
    const found = ask([nobody, law, supply('A', 'N', '2021-03-01'), supply('N', 'T', '2021-06-01')])
    expect(found.routes).toEqual([])
  })

  test('of more legs than asked for there are none', () => {
    const long = [
      supply('A', 'B', '2021-03-01'),
      supply('B', 'C', '2021-04-01'),
      supply('C', 'T', '2021-06-01'),
    ]
    expect(lines(ask([law, ...long]))).toEqual(['A B C T: in-force'])
    expect(lines(ask([law, ...long], { maxSteps: 2 }))).toEqual([])
  })

  test('of more than the limit the best are here, and it says so', () => {
    const found = ask(
      [
        law,
        ...way,
        supply('A', 'C', '2021-03-01', {}, { stance: 'alleges' }),
        supply('C', 'T', '2021-06-01'),
      ],
      { limit: 1 },
    )
    expect(lines(found)).toEqual(['A B T: in-force'])
    expect(found.complete).toBe(false)
    expect(String(found)).toContain('cut short by limit')
    expect(JSON.parse(JSON.stringify(found)).complete).toBe(false)
  })

  test('a narrower item passes for the one asked for, and the step is among what the leg rests on', () => {
    const legs = [supply('A', 'B', '2021-03-01', { item: 'commodity:crude' }), supply('B', 'T', '2021-06-01')]
    expect(lines(ask([law, ...legs]))).toEqual([])
    const found = ask([law, broader('crude', 'oil'), ...legs])
    expect(lines(found)).toEqual(['A B T: in-force'])
    expect(found.routes[0]!.legs[0]!.statements).toHaveLength(2)
    expect(found.routes[0]!.statements).toHaveLength(3)
  })
})

describe('chains through the same entities', () => {
  const twice = [
    ...way,
    supply('A', 'B', '2021-04-01', {}, { stance: 'alleges' }),
    supply('B', 'T', '2021-07-01'),
  ]

  test('are one way: the best established, and how many others', () => {
    const found = ask([embargo(), ...twice])
    expect(found.routes.map(({ level, others }) => [level, others])).toEqual([['asserted', 3]])
    expect(String(found)).toContain('by 3 more chains of statements')
    // Of all of them, which one it is.
    expect(String(found)).toMatch(/T +asserted +on 2021-03-01, then on 2021-06-01 /)
  })

  test('are each told where asked for', () => {
    const found = ask([embargo(), ...twice], { every: true })
    expect(found.routes.map(({ level, others }) => [level, others])).toEqual([
      ['asserted', 0],
      ['asserted', 0],
      ['alleged', 0],
      ['alleged', 0],
    ])
  })

  test('of ways with other names are others', () => {
    const named = (route: string) => [
      supply('A', 'B', '2021-03-01', { route }),
      supply('B', 'T', '2021-06-01', { route }),
    ]
    expect(
      ask([embargo(), ...named('one'), ...named('two')])
        .routes.map(({ route }) => route)
        .sort(),
    ).toEqual(['one', 'two'])
  })
})

describe('what speaks for a route', () => {
  const one = (records: readonly Fields[], legs = way) => ask([embargo(), ...records, ...legs]).routes[0]!

  test('the weakest leg gives its standing; each keeps its own', () => {
    const route = one([], [way[0]!, supply('B', 'T', '2021-06-01', {}, { stance: 'alleges' })])
    expect([route.level, ...route.legs.map(({ level }) => level)]).toEqual(['alleged', 'asserted', 'alleged'])
  })

  test.each([
    [['delivered'], 'delivered'],
    [['ordered'], 'not-delivered'],
    [['offered'], 'not-delivered'],
    [['licensed'], 'not-delivered'],
    [['delivered', 'ordered'], 'claims-differ'],
    [[], 'not-stated'],
  ])('stages %j: %s', (stages, delivery) => {
    const legs = [
      supply('A', 'B', '2021-03-01', {}, { stage: 'delivered' }),
      {
        ...supply('B', 'T', '2021-06-01'),
        claims:
          stages.length === 0
            ? [claim({ when: '2021-06-01' })]
            : stages.map((stage, i) => claim({ when: '2021-06-01', stage, at: `§${i}` })),
      },
    ]
    const route = one([], legs)
    expect(route.legs[1]!.delivery).toBe(delivery)
    expect(route.score.delivery).toBe(delivery)
  })

  test('what is predicted, announced or only likely is not said to be delivered', () => {
    const delivery = (relation: string, said: Fields) => {
      const last = { ...supply('B', 'T', '2021-06-01', {}, said), relation }
      return ask([embargo(), way[0]!, last]).routes.map(({ legs }) => legs[1]?.delivery)
    }
    for (const [relation, said] of [
      ['supplies', { stage: 'delivered' }],
      ['exportsTo', {}],
    ] as const) {
      expect(delivery(relation, said)).toEqual(['delivered'])
      expect(delivery(relation, { ...said, stance: 'alleges' })).toEqual(['delivered'])
      expect(delivery(relation, { ...said, likelihood: 'likely' })).toEqual(['not-stated'])
      expect(delivery(relation, { ...said, stance: 'predicts' })).toEqual(['not-stated'])
      expect(delivery(relation, { ...said, stance: 'announces' })).toEqual(['not-stated'])
    }
  })

  test('an intermediary trades with both sides where other statements say so', () => {
    const before = supply('A', 'B', '2018-03-01')
    const after = statement('T', 'tradesWith', 'B', [claim({ when: '2018' })], { item: 'commodity:oil' })
    const otherItem = supply('B', 'T', '2018-03-01', { item: 'commodity:wheat' })
    const alleged = supply('B', 'T', '2018-03-01', {}, { stance: 'alleges' })
    const sides = (records: readonly Fields[]) => {
      const route = ask([embargo(), ...records, ...way]).routes.find(
        ({ legs }) => legs[0]!.when[0] === '2021-03-01',
      )!
      const [intermediary] = route.intermediaries
      return [intermediary!.bothSides, !!intermediary!.before, !!intermediary!.after, route.score.bothSides]
    }
    expect(sides([])).toEqual(['these-legs', false, false, 0])
    expect(sides([before])).toEqual(['these-legs', true, false, 0])
    expect(sides([before, otherItem, alleged])).toEqual(['these-legs', true, false, 0])
    expect(sides([before, after])).toEqual(['elsewhere', true, true, 1])
  })

  test('flows to the target rise after the embargo began, do not, or are not known', () => {
    const flow = (year: number, value: number) =>
      statement(
        'B',
        'exportsTo',
        'T',
        [claim({ when: String(year), value, currency: 'USD', reporter: 'state:B' })],
        { item: 'commodity:oil', occurrence: String(year) },
      )
    // Three years before 2020 and three after: means of 10, and of what is given.
    const flows = (after: number) =>
      [2017, 2018, 2019]
        .map((year) => flow(year, 10))
        .concat([2021, 2022, 2023].map((year) => flow(year, after)))
    const verdict = (records: readonly Fields[]) => {
      const { routes } = ask([embargo(), ...records, ...way], { every: true })
      const supplied = routes.find(({ legs }) => legs.every(({ relation }) => relation === 'supplies'))!
      return [supplied.score.flows, supplied.embargoes[0]!.flows, supplied.embargoes[0]!.figures.length]
    }
    expect(verdict(flows(11))).toEqual(['rises', 'rises', 1])
    expect(verdict(flows(10))).toEqual(['does-not-rise', 'does-not-rise', 1])
    expect(verdict([flow(2021, 10)])).toEqual(['unknown', 'unknown', 0])
    expect(verdict([])).toEqual(['unknown', 'unknown', 0])
  })

  test('who may have been a member then, or is only likely one, is not said to be bound', () => {
    const union = entity('IntergovernmentalOrganization', 'organization:o')
    const binds = (said: Fields) => {
      const member = {
        relation: 'memberOf',
        subject: 'state:A',
        object: 'organization:o',
        claims: [claim(said)],
      }
      const ban = { ...embargo(), subject: 'organization:o' }
      return ask([...way, union, ban, member]).routes.map(({ embargoes }) => embargoes[0]?.binds)
    }
    expect(binds({ when: '1990/..' })).toEqual(['as-member'])
    expect(binds({})).toEqual(['as-member'])
    expect(binds({ when: '1990/2021' })).toEqual(['another'])
    expect(binds({ when: '1990/2000' })).toEqual(['another'])
    expect(binds({ when: '1990/..', likelihood: 'likely' })).toEqual(['another'])
  })

  test('an intermediary that is a sender, or a member of one, is kept and flagged', () => {
    const union = entity('Organization', 'organization:union')
    const law = {
      ...embargo(),
      subject: 'organization:union',
    }
    const member = (state: string, said: Fields = {}) => ({
      relation: 'memberOf',
      subject: `state:${state}`,
      object: 'organization:union',
      claims: [claim({ when: '2000-01-01/2029-12-31', ...said })],
    })
    const flags = (records: readonly Fields[]) => {
      const [route] = ask([...records, ...way]).routes
      return [route!.intermediaries[0]!.sender.map(({ role }) => role), route!.embargoes[0]!.binds]
    }
    expect(flags([embargo({}, {}, 'B')])).toEqual([['sender'], 'another'])
    expect(flags([union, law, member('B')])).toEqual([['member-of-sender'], 'another'])
    expect(flags([union, law, member('B', { when: '2000/2010' })])).toEqual([[], 'another'])
    expect(flags([union, law, member('B', { stance: 'alleges' })])).toEqual([[], 'another'])
    expect(flags([union, law, member('A')])).toEqual([[], 'as-member'])
    expect(flags([embargo({}, {}, 'A')])).toEqual([[], 'own'])
    expect(flags([union, law])).toEqual([[], 'another'])
    expect(String(ask([embargo({}, {}, 'B'), ...way]))).toContain('B is a sender itself')
  })

  test('a charge is told only where it is of a leg itself', () => {
    const leg = { ...way[1]!, ref: 'leg' }
    const charge = (of?: string) => ({
      relation: 'accuses',
      subject: 'state:U',
      object: 'state:B',
      ...(of ? { of } : {}),
      claims: [claim({ when: '2022-01-01' })],
    })
    expect(one([], [way[0]!, leg]).charges).toEqual([])
    expect(one([charge()], [way[0]!, leg]).charges).toEqual([])
    const charged = one([charge('leg')], [way[0]!, leg])
    expect(charged.charges).toMatchObject([{ accuser: 'state:U', accused: 'state:B', level: 'asserted' }])
    expect(charged.charges[0]!.leg).toBe(charged.legs[1]!.statement)
  })
})

describe('the order of routes', () => {
  /** Ways by B and by C: which comes first. */
  const first = (b: readonly Fields[], c: readonly Fields[], laws = [embargo()]) =>
    lines(ask([...laws, ...b, ...c])).map((line) => line.split(' ')[1])
  const by = (via: string, fields: Fields = {}, said: Fields = {}, when = '2021-06-01') => [
    supply('A', via, '2021-03-01', {}, { stage: 'delivered' }),
    supply(via, 'T', when, fields, { stage: 'delivered', ...said }),
  ]

  test.each([
    ['asserted before alleged', by('B', {}, { stance: 'alleges' }), by('C')],
    ['delivered before ordered', by('B', {}, { stage: 'ordered' }), by('C')],
    ['delivered before not stated', by('B', {}, { stage: undefined }), by('C')],
    ['in force before possibly', by('B', {}, {}, '2022/2023'), by('C')],
    ['in an order that is sure before another', by('B', {}, {}, '2021'), by('C')],
    [
      'of one way before not',
      by('B'),
      [
        supply('A', 'C', '2021-03-01', { route: 'r' }, { stage: 'delivered' }),
        supply('C', 'T', '2021-06-01', { route: 'r' }, { stage: 'delivered' }),
      ],
    ],
  ])('%s', (_, worse, better) => {
    expect(first(worse, better)).toEqual(['C', 'B'])
  })

  test('with trade on both sides before without, and rising flows before others', () => {
    const wheat = 'commodity:wheat'
    const flow = (from: string, to: string, year: number, value: number, item = 'commodity:oil') =>
      statement(
        from,
        'exportsTo',
        to,
        [claim({ when: String(year), value, currency: 'USD', reporter: `state:${from}` })],
        {
          item,
          occurrence: String(year),
        },
      )
    const supplied = (records: readonly Fields[]) =>
      ask([embargo(), ...by('B'), ...by('C'), ...records], { every: true })
        .routes.filter(({ legs }) => legs.every(({ relation }) => relation === 'supplies'))
        .map(({ entities }) => entities[1])
    expect(supplied([flow('A', 'C', 2015, 1), flow('C', 'T', 2015, 1)])).toEqual(['state:C', 'state:B'])
    const rising = (via: string, after: number, item?: string) => [
      flow(via, 'T', 2019, 10, item),
      flow(via, 'T', 2021, after, item),
    ]
    expect(supplied([...rising('B', 5), ...rising('C', 15)])).toEqual(['state:C', 'state:B'])
    expect(supplied(rising('B', 5))).toEqual(['state:C', 'state:B'])
    expect(supplied(rising('C', 15, wheat))).toEqual(['state:B', 'state:C'])
  })

  test('by ids, where all is alike, and fewer legs before more', () => {
    expect(first(by('C'), by('B'))).toEqual(['B', 'C'])
    const long = [supply('B', 'C', '2021-04-01', {}, { stage: 'delivered' })]
    expect(lines(ask([embargo(), ...by('B'), ...by('C'), ...long]))).toEqual([
      'A B T: in-force',
      'A C T: in-force',
      'A B C T: in-force',
    ])
  })
})

describe('views', () => {
  const kg = () => graphOf([...base, embargo(), ...way])

  test('as of a day, legs are those of that day or before', () => {
    const at = (asOf: string, certain = false) => {
      const found = evasionRoutes(kg().view({ asOf, ...(certain ? { certain } : {}) }), asked)
      return [lines(found), found.leftOut.later]
    }
    expect(at('2021-06-01')).toEqual([['A B T: in-force'], 0])
    // Neither the leg nor the embargo is of that day: the route was.
    expect(at('2024-01-01')).toEqual([['A B T: in-force'], 0])
    expect(at('2021-05-31')).toEqual([[], 1])
    expect(at('2024-01-01', true)).toEqual([['A B T: in-force'], 0])
  })

  test('as of a day within the days of a leg, it may have been, and certainly not yet', () => {
    const graph = graphOf([...base, embargo(), supply('A', 'B', '2021-03-01'), supply('B', 'T', '2021')])
    const [route] = evasionRoutes(graph.view({ asOf: '2021-06-30' }), asked).routes
    expect(route!.lastLeg).toEqual({ from: '2021-03-01', until: '2021-06-30' })
    expect(evasionRoutes(graph.view({ asOf: '2021-06-30', certain: true }), asked).routes).toEqual([])
  })

  test('what has no end holds on only as long as its source can speak of, where certainty is asked for', () => {
    const old = entity('Dataset', 'source:old', { published: '2020-06-01' })
    const graph = graphOf([
      ...base,
      old,
      embargo({}, { when: '2020-01-01/..', source: 'source:old' }),
      ...way,
    ])
    expect(lines(evasionRoutes(graph, asked))).toEqual(['A B T: in-force'])
    expect(lines(evasionRoutes(graph.view({ certain: true }), asked))).toEqual(['A B T: possibly'])
  })

  test('a view without sanctions has no routes; one by a viewpoint has what its side says', () => {
    expect(evasionRoutes(kg().view({ relations: 'supplies' }), asked).routes).toEqual([])
    const denied = {
      ...way[1]!,
      claims: [...(way[1]!.claims as Fields[]), by('state:B', 'denies', { when: '2021-06-01' })],
    }
    const graph = graphOf([...base, embargo(), way[0]!, denied])
    expect(evasionRoutes(graph, asked).routes[0]!.disputed).toBe(true)
    expect(evasionRoutes(graph.view({ viewpoint: 'state:B' }), asked).routes).toEqual([])
  })

  test('what is only denied is no leg, also where it is asked for', () => {
    const denied = { ...way[1]!, claims: [by('state:B', 'denies', { when: '2021-06-01' })] }
    const graph = graphOf([...base, embargo(), way[0]!, denied])
    expect(evasionRoutes(graph.view({ status: ['asserted', 'denied'] }), asked).routes).toEqual([])
  })
})

describe('hostile and wrong input', () => {
  test.each([
    [{ item: 'commodity:nothing' }, 'dangling item'],
    [{ from: '__proto__' }, 'bad-id from'],
    [{ to: 'state:A' }, 'bad-value to'],
    [{ item: 'state:B' }, 'bad-value item'],
    [{ maxSteps: 1 }, 'bad-value maxSteps'],
    [{ maxSteps: Number.NaN }, 'bad-value maxSteps'],
    [{ maxSteps: 2.5 }, 'bad-value maxSteps'],
    [{ every: 1 as unknown as boolean }, 'bad-value every'],
    [{ limit: 0 }, 'bad-value limit'],
    [{ limit: Number.POSITIVE_INFINITY }, 'bad-value limit'],
  ])('%j', (options, expected) => {
    expect(code(() => ask([embargo()], options))).toBe(expected)
  })

  test('an option that there is none of is told', () => {
    const wrong = { ...asked, items: 'commodity:oil' } as EvasionOptions
    expect(() => evasionRoutes(graphOf(base), wrong)).toThrow(/items/)
  })

  test('ids of prototypes and labels that turn text around are only text', () => {
    const records = [
      entity('State', 'state:__proto__', { label: { en: 'evil\u202e\nstate' } }),
      embargo(),
      supply('A', '__proto__', '2021-03-01'),
      supply('__proto__', 'T', '2021-06-01'),
    ]
    const found = ask(records)
    expect(found.routes[0]!.entities[1]).toBe('state:__proto__')
    expect(String(found)).not.toMatch(/evil[^\n]*\u202e/)
    expect(found.toSVG()).not.toContain('\u202e')
  })

  test('items that are broader than each other are no endless matter', () => {
    expect(
      lines(
        ask([embargo({ item: 'commodity:fuels' }), broader('oil', 'fuels'), broader('fuels', 'oil'), ...way]),
      ),
    ).toEqual(['A B T: in-force'])
  })

  test('entities that are one are one', () => {
    const twin = entity('State', 'state:B2', { sameAs: ['state:B'], label: { en: 'B' } })
    const found = ask([twin, embargo(), supply('A', 'B2', '2021-03-01'), supply('B', 'T', '2021-06-01')])
    expect(lines(found)).toEqual(['A B T: in-force'])
  })

  test('an answer of a graph that has changed is told no more', () => {
    const graph = graphOf([...base, embargo(), ...way])
    const found = evasionRoutes(graph, asked)
    graph.add('State', { id: 'state:X', label: 'X' })
    expect(() => String(found)).toThrow(/changed/)
    expect(found.routes).toHaveLength(1)
  })
})
