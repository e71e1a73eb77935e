import fc from 'fast-check'
import { createGraph, type StatecraftError } from 'statecraft'
import { type Exposure, type ExposureOptions, exposure } from 'statecraft/analysis'
import { describe, expect, test } from 'vitest'
import { entity, type Fields, graphOf, states } from '../records'

const said = { stance: 'asserts', source: 'source:register' }
const FREEZE = { measures: ['asset-freeze'], when: '2014-01-01/..' }

/** A statement of one claim, by the register, whose fields are those given. */
const tie = (
  subject: string,
  relation: string,
  object: string,
  claim: Fields = {},
  fields: Fields = {},
): Fields => ({ relation, subject, object, ...fields, claims: [{ ...said, ...claim }] })

const lists = (party: string, claim: Fields = {}, sender = 'state:US', fields: Fields = {}): Fields =>
  tie(sender, 'designates', party, { ...FREEZE, ...claim }, fields)

const embargo = (target: string, claim: Fields = {}, fields: Fields = {}): Fields =>
  tie(
    'state:US',
    'sanctions',
    target,
    { measures: ['trade-embargo'], when: '2000-01-01/..', ...claim },
    fields,
  )
const COMPREHENSIVE = { scope: 'comprehensive' }

const TYPES: { readonly [prefix: string]: string } = {
  company: 'Company',
  person: 'Person',
  vessel: 'Vessel',
  organization: 'IntergovernmentalOrganization',
  group: 'ArmedGroup',
  territory: 'Territory',
  place: 'Place',
  programme: 'SanctionsProgramme',
  sector: 'Sector',
  commodity: 'Commodity',
  list: 'SanctionsList',
}

/** The records with every entity that they name, and the register. */
function world(...records: readonly Fields[]): Fields[] {
  const named = records.flatMap(({ subject, object, programme, item, sector }) => [
    ...[subject, object, programme, item, sector].filter((id) => id !== undefined).map(String),
  ])
  const known = new Set(records.map(({ id }) => id))
  const entities = [...new Set(named)]
    .filter((id) => !known.has(id) && TYPES[id.split(':')[0]!] !== undefined)
    .map((id) => entity(TYPES[id.split(':')[0]!]!, id))
  return [
    ...states('US', 'GB', 'RU', 'KP', 'PA'),
    entity('IntergovernmentalOrganization', 'organization:eu'),
    entity('IntergovernmentalOrganization', 'organization:un'),
    entity('Dataset', 'source:register', { published: '2024-12-31' }),
    ...entities.filter(({ id }) => id !== 'organization:eu' && id !== 'organization:un'),
    ...records,
  ]
}

function ask(
  id: string,
  records: readonly Fields[],
  { asOf = '2024-06-01', ...options }: ExposureOptions & { readonly asOf?: string } = {},
): Exposure {
  return exposure(graphOf(world(...records)).view({ asOf }), id, options)
}

/** What is found in each class: `listing state:US asset-freeze`. */
function brief({ reach, indicators, possibly }: Exposure) {
  const told = (
    what: string,
    {
      senders,
      measures,
      target,
    }: { senders: readonly string[]; measures: readonly string[]; target: string },
  ) => `${what} ${senders.join('+')} ${target}: ${measures.join(', ')}`
  return {
    reach: reach.map((one) => told(one.way, one)),
    possible: possibly.reach.map((one) => `${told(one.way, one)} (${one.doubts.join(', ')})`),
    indicators: indicators.map((one) => told(one.kind, one)),
    maybe: possibly.indicators.map((one) => `${told(one.kind, one)} (${one.doubts.join(', ')})`),
  }
}

/** A chain as `from relation to`, against the direction with `^`. */
const chains = ({ chains }: { readonly chains: Exposure['reach'][number]['chains'] }) =>
  chains.map((chain) =>
    chain.map(({ from, relation, to, forward }) => `${from} ${forward ? '' : '^'}${relation} ${to}`),
  )

const NOTHING = { reach: [], possible: [], indicators: [], maybe: [] }

describe('reach', () => {
  test('its own listing, by each sender apart, with programme, list, entry, measures and date', () => {
    const found = ask('company:a', [
      entity('SanctionsProgramme', 'programme:ru', { kind: 'country' }),
      entity('SanctionsList', 'list:sdn'),
      lists('company:a', { list: 'list:sdn', entry: '36', legalBasis: 'E.O. 13662' }, 'state:US', {
        programme: 'programme:ru',
      }),
      lists('company:a', { measures: ['travel-ban', 'asset-freeze'] }, 'organization:eu'),
      lists('company:a', { measures: ['arms-embargo'] }, 'organization:un'),
    ])
    expect(brief(found)).toEqual({
      ...NOTHING,
      reach: [
        'listing organization:eu company:a: asset-freeze, travel-ban',
        'listing organization:un company:a: arms-embargo',
        'listing state:US company:a: asset-freeze',
      ],
    })
    expect(found.reach[2]).toMatchObject({
      programme: 'programme:ru',
      lists: ['list:sdn'],
      entries: ['36'],
      legalBasis: ['E.O. 13662'],
      since: ['2014-01-01/..'],
      level: 'asserted',
      disputed: false,
    })
    expect(chains(found.reach[2]!)).toEqual([['company:a ^designates state:US']])
    expect(found.sources).toEqual(['source:register'])
  })

  test('a sectoral listing is a reach of its own measures, and freezes no subsidiary', () => {
    const ssi = [
      lists('company:a', { measures: ['sectoral-restrictions'] }),
      tie('company:a', 'owns', 'company:b', { share: 100 }),
    ]
    expect(brief(ask('company:a', ssi)).reach).toEqual(['listing state:US company:a: sectoral-restrictions'])
    expect(brief(ask('company:b', ssi))).toEqual({
      ...NOTHING,
      indicators: ['ownership state:US company:a: sectoral-restrictions'],
    })
  })

  test('the rule on ownership, with the chain from the entity to the listing', () => {
    const found = ask('company:c', [
      lists('person:x'),
      tie('person:x', 'owns', 'company:b', { share: 50 }),
      tie('company:b', 'owns', 'company:c', { share: 80 }),
    ])
    expect(brief(found)).toEqual({ ...NOTHING, reach: ['ownership state:US person:x: asset-freeze'] })
    const [reach] = found.reach
    expect(reach).toMatchObject({ rule: 'us-ofac', low: 80, high: 80, level: 'asserted' })
    expect(chains(reach!)).toEqual([
      ['company:c ^owns company:b', 'company:b ^owns person:x', 'person:x ^designates state:US'],
    ])
    expect(reach!.statements).toEqual(reach!.chains[0]!.map(({ statement }) => statement))
  })

  test('a holding that is alleged beside is no part of what reaches for certain', () => {
    const found = ask('company:b', [
      lists('person:x'),
      lists('person:y'),
      tie('person:x', 'owns', 'company:b', { share: 80 }),
      tie('person:y', 'owns', 'company:b', { share: 20, stance: 'alleges' }),
    ])
    expect(found.reach).toMatchObject([{ level: 'asserted', target: 'person:x' }])
    expect(chains(found.reach[0]!)).toEqual([['company:b ^owns person:x', 'person:x ^designates state:US']])
    // The allegation is told apart.
    expect(brief(found).maybe).toEqual(['ownership state:US person:y: asset-freeze (alleged)'])
  })

  test('a share too small is an indicator with the sum; one not stated is only possible', () => {
    const held = (claim: Fields) =>
      ask('company:b', [lists('person:x'), tie('person:x', 'owns', 'company:b', claim)], { rules: 'us-ofac' })
    const below = held({ share: 30 })
    expect(brief(below)).toEqual({ ...NOTHING, indicators: ['ownership state:US person:x: asset-freeze'] })
    expect(below.indicators[0]).toMatchObject({ rule: 'us-ofac', low: 30, high: 30 })
    expect(brief(held({}))).toEqual({
      ...NOTHING,
      possible: ['ownership state:US person:x: asset-freeze (share-not-stated)'],
    })
  })

  test('each sender has its rule: at exactly half, the United States block and the United Kingdom does not', () => {
    const found = ask('company:b', [
      lists('person:x'),
      lists('person:x', {}, 'state:GB'),
      tie('person:x', 'owns', 'company:b', { share: 50 }),
    ])
    expect(found.reach.map(({ rule, senders }) => [rule, senders])).toEqual([['us-ofac', ['state:US']]])
    expect(found.indicators.map(({ rule, senders }) => [rule, senders])).toEqual([['uk', ['state:GB']]])
  })

  test('a comprehensive embargo reaches the state, what is registered and what is located there', () => {
    const records = [
      embargo('state:KP', COMPREHENSIVE),
      tie('company:a', 'registeredIn', 'state:KP'),
      tie('company:b', 'locatedIn', 'place:pyongyang'),
      tie('place:pyongyang', 'locatedIn', 'state:KP'),
      tie('person:c', 'citizenOf', 'state:KP'),
      tie('company:d', 'registeredIn', 'state:KP', { kind: 'tax' }),
    ]
    const reach = ['embargo state:US state:KP: trade-embargo']
    expect(brief(ask('state:KP', records))).toEqual({ ...NOTHING, reach })
    expect(brief(ask('company:a', records))).toEqual({ ...NOTHING, reach })
    const located = ask('company:b', records)
    expect(brief(located)).toEqual({ ...NOTHING, reach })
    expect(chains(located.reach[0]!)).toEqual([
      [
        'company:b locatedIn place:pyongyang',
        'place:pyongyang locatedIn state:KP',
        'state:KP ^sanctions state:US',
      ],
    ])
    const indicators = ['state state:US state:KP: trade-embargo']
    expect(brief(ask('person:c', records))).toEqual({ ...NOTHING, indicators })
    expect(brief(ask('company:d', records))).toEqual({ ...NOTHING, indicators })
  })

  test('partial measures on a state reach the state with just these, and are an indicator for what is there', () => {
    const records = [
      embargo('state:RU', { scope: 'partial', measures: ['export-control'] }),
      tie('company:a', 'registeredIn', 'state:RU'),
    ]
    expect(brief(ask('state:RU', records)).reach).toEqual(['target state:US state:RU: export-control'])
    expect(brief(ask('company:a', records))).toEqual({
      ...NOTHING,
      indicators: ['state state:US state:RU: export-control'],
    })
  })

  test('a trade embargo of which nobody says whether it is comprehensive is only possible, on one item it is not', () => {
    const registered = tie('company:a', 'registeredIn', 'state:RU')
    expect(brief(ask('company:a', [embargo('state:RU'), registered]))).toEqual({
      ...NOTHING,
      possible: ['embargo state:US state:RU: trade-embargo (scope-not-stated)'],
    })
    const onOil = embargo('state:RU', COMPREHENSIVE, { item: 'commodity:oil' })
    expect(brief(ask('company:a', [onOil, registered]))).toEqual({
      ...NOTHING,
      indicators: ['state state:US state:RU: trade-embargo'],
    })
  })

  test('a territory is reached only by what is on itself and said to be comprehensive', () => {
    const crimea = (claim: Fields) => [
      embargo('territory:crimea', claim),
      tie('company:a', 'locatedIn', 'territory:crimea'),
    ]
    expect(brief(ask('company:a', crimea(COMPREHENSIVE))).reach).toEqual([
      'embargo state:US territory:crimea: trade-embargo',
    ])
    expect(brief(ask('company:a', crimea({})))).toEqual({
      ...NOTHING,
      indicators: ['state state:US territory:crimea: trade-embargo'],
    })
    // An embargo on the state in which the territory is said to lie does not reach what is in the territory.
    const above = [
      embargo('state:RU', COMPREHENSIVE),
      tie('territory:crimea', 'locatedIn', 'state:RU'),
      tie('company:a', 'locatedIn', 'territory:crimea'),
      tie('company:b', 'registeredIn', 'territory:crimea'),
    ]
    const indicators = ['state state:US state:RU: trade-embargo']
    expect(brief(ask('company:a', above))).toEqual({ ...NOTHING, indicators })
    expect(brief(ask('company:b', above))).toEqual({ ...NOTHING, indicators })
  })

  test('measures on ships reach a vessel by its flag, and by its owner; other measures do not', () => {
    const flagged = (kind: string, measures: string[]) =>
      brief(
        ask('vessel:v', [
          embargo('state:KP', { measures, scope: 'partial' }),
          tie('vessel:v', 'flaggedBy', 'state:KP', { kind }),
        ]),
      )
    expect(flagged('registry', ['export-control', 'transportation-restrictions'])).toEqual({
      ...NOTHING,
      reach: ['craft state:US state:KP: transportation-restrictions'],
    })
    expect(flagged('registry', ['export-control']).indicators).toEqual([
      'flag state:US state:KP: export-control',
    ])
    expect(flagged('false', ['transportation-restrictions'])).toEqual({
      ...NOTHING,
      indicators: ['flag state:US state:KP: transportation-restrictions'],
    })

    const owned = (measures: string[], share?: number) =>
      ask('vessel:v', [
        lists('company:o', { measures }, 'organization:un'),
        tie('company:o', 'owns', 'vessel:v', share === undefined ? {} : { share }),
      ])
    const ships = owned(['transportation-restrictions'])
    expect(brief(ships).reach).toEqual(['craft organization:un company:o: transportation-restrictions'])
    expect(chains(ships.reach[0]!)).toEqual([
      ['vessel:v ^owns company:o', 'company:o ^designates organization:un'],
    ])
    // It is no indicator beside: but for what else the listing says.
    expect(brief(ships).indicators).toEqual([])
    expect(brief(owned(['transportation-restrictions', 'asset-freeze'])).indicators).toEqual([
      'ownership organization:un company:o: asset-freeze, transportation-restrictions',
    ])
    expect(brief(owned(['travel-ban'])).reach).toEqual([])
    expect(brief(owned(['transportation-restrictions'], 20)).reach).toEqual([])
  })
})

describe('indicators', () => {
  const listed = lists('person:x')
  const indicator = (kind: string) => ({
    ...NOTHING,
    indicators: [`${kind} state:US person:x: asset-freeze`],
  })

  test.each([
    ['family', [tie('person:a', 'familyOf', 'person:x')]],
    ['family', [tie('person:x', 'parentOf', 'person:a')]],
    ['association', [tie('person:a', 'associateOf', 'person:x')]],
    ['association', [tie('person:x', 'actsFor', 'person:a')]],
    ['association', [tie('person:a', 'supplies', 'person:x', { when: '2020' })]],
  ])('%s, by %j', (kind, records) => {
    const found = ask('person:a', [listed, ...records])
    expect(brief(found)).toEqual(indicator(kind))
    expect(found.indicators[0]!.relation).toBe(records[0]!.relation)
  })

  test('organisation: it is a member, a leader or a director of one that is listed, or such a one is listed', () => {
    const group = lists('group:g')
    for (const relation of ['memberOf', 'leads', 'directs'])
      expect(brief(ask('person:a', [group, tie('person:a', relation, 'group:g')])).indicators).toEqual([
        'organisation state:US group:g: asset-freeze',
      ])
    expect(brief(ask('company:a', [listed, tie('person:x', 'directs', 'company:a')])).indicators).toEqual([
      'organisation state:US person:x: asset-freeze',
    ])
  })

  test('a chain has at most so many steps, two where not said, and ends at the first who is listed', () => {
    const line = [
      tie('person:a', 'familyOf', 'person:b'),
      tie('person:b', 'associateOf', 'person:c'),
      tie('person:c', 'familyOf', 'person:x'),
      tie('person:x', 'familyOf', 'person:z'),
      listed,
      lists('person:z'),
    ]
    expect(brief(ask('person:a', line))).toEqual(NOTHING)
    const three = ask('person:a', line, { maxSteps: 6 })
    expect(brief(three)).toEqual(indicator('family'))
    expect(chains(three.indicators[0]!)).toEqual([
      [
        'person:a familyOf person:b',
        'person:b associateOf person:c',
        'person:c familyOf person:x',
        'person:x ^designates state:US',
      ],
    ])
    expect(brief(ask('person:b', line))).toEqual(indicator('association'))
  })

  test('a possible listing does not hide a certain one behind it', () => {
    const found = ask('person:a', [
      tie('person:a', 'familyOf', 'person:b'),
      tie('person:b', 'familyOf', 'person:x'),
      lists('person:b', { stance: 'alleges' }),
      listed,
    ])
    expect(brief(found)).toEqual({
      ...indicator('family'),
      maybe: ['family state:US person:b: asset-freeze (alleged)'],
    })
  })

  test('no chain runs through a state, a club of states or an unnamed actor, nor by membership of one body', () => {
    const through = (middle: Fields, first: string, second: string) => {
      const id = String(middle.id)
      return brief(
        ask('person:a', [middle, listed, tie('person:a', first, id), tie('person:x', second, id)], {
          maxSteps: 4,
        }),
      )
    }
    const group = entity('ArmedGroup', 'group:g')
    expect(through(group, 'memberOf', 'directs')).toEqual(indicator('organisation'))
    expect(through(group, 'memberOf', 'memberOf')).toEqual(NOTHING)
    expect(through({ ...group, unnamed: true }, 'memberOf', 'directs')).toEqual(NOTHING)
    expect(through(entity('Alliance', 'group:g'), 'memberOf', 'directs')).toEqual(NOTHING)
    expect(through(entity('State', 'state:FR'), 'actsFor', 'actsFor')).toEqual(NOTHING)
  })

  test('an unnamed actor may be where a chain ends', () => {
    const unnamed = entity('Person', 'person:u', { unnamed: true })
    expect(
      brief(ask('person:a', [unnamed, lists('person:u'), tie('person:a', 'familyOf', 'person:u')]))
        .indicators,
    ).toEqual(['family state:US person:u: asset-freeze'])
  })

  test('sector: where it works, of which its programme speaks, or what it makes where that is under measures', () => {
    const sectoral = [
      tie('state:US', 'sanctions', 'sector:energy', { measures: ['investment-ban'], when: '2014/..' }),
      tie('programme:p', 'concerns', 'sector:energy'),
      lists('company:a', { measures: ['sectoral-restrictions'] }, 'state:US', { programme: 'programme:p' }),
      tie('programme:p', 'concerns', 'company:b'),
      tie('company:c', 'cooperatesWith', 'company:d', {}, { field: 'sector:energy' }),
    ]
    const told = 'sector state:US sector:energy: investment-ban'
    expect(brief(ask('company:a', sectoral)).indicators).toEqual([told])
    expect(brief(ask('company:b', sectoral))).toEqual({ ...NOTHING, indicators: [told] })
    expect(brief(ask('company:c', sectoral)).indicators).toEqual([told])
    const goods = [
      embargo('state:RU', { measures: ['import-restrictions'] }, { item: 'commodity:energy' }),
      tie('commodity:oil', 'broader', 'commodity:energy'),
      tie('company:a', 'produces', 'commodity:oil'),
      tie('company:a', 'registeredIn', 'state:RU'),
      tie('company:b', 'produces', 'commodity:oil'),
    ]
    expect(brief(ask('company:a', goods)).indicators).toEqual([
      'sector state:US state:RU: import-restrictions',
      'state state:US state:RU: import-restrictions',
    ])
    // Who makes the same elsewhere is not touched.
    expect(brief(ask('company:b', goods))).toEqual(NOTHING)
  })

  test('secondary risk: said of its own listing, or of one with whom it deals', () => {
    const risky = lists('company:x', { secondaryRisk: true })
    expect(brief(ask('company:x', [risky]))).toEqual({
      ...NOTHING,
      reach: ['listing state:US company:x: asset-freeze'],
      indicators: ['secondary-risk state:US company:x: asset-freeze'],
    })
    expect(brief(ask('company:a', [risky, tie('company:a', 'supplies', 'company:x')])).indicators).toEqual([
      'secondary-risk state:US company:x: asset-freeze',
      'association state:US company:x: asset-freeze',
    ])
  })

  test('a name in a notice is no listing, and ties nobody', () => {
    const records = [
      entity('SanctionsProgramme', 'programme:n', { kind: 'notice' }),
      lists('company:a', {}, 'state:US', { programme: 'programme:n' }),
      tie('company:b', 'associateOf', 'company:a'),
    ]
    expect(brief(ask('company:a', records))).toEqual({
      ...NOTHING,
      indicators: ['notice state:US company:a: asset-freeze'],
    })
    expect(brief(ask('company:b', records))).toEqual(NOTHING)
  })
})

describe('what is not certain', () => {
  test('what a sender announces to license to others is not near', () => {
    const announced = (to: string) => tie('state:US', 'licenses', to, { stance: 'announces' })
    const leftOut = (to: string) =>
      ask('company:a', [lists('company:a'), lists('company:b'), announced(to)]).leftOut.length
    expect([leftOut('company:a'), leftOut('company:b')]).toEqual([1, 0])
  })

  test('a flag that some say is false, and others not, may be the flag', () => {
    const flagged = tie('vessel:v', 'flaggedBy', 'state:KP')
    const claims = [
      { ...said, kind: 'registry' },
      { ...said, by: 'state:GB', kind: 'false' },
    ]
    const under = (law: Fields) => brief(ask('vessel:v', [law, { ...flagged, claims }]))
    expect(under(embargo('state:KP', COMPREHENSIVE))).toEqual({
      ...NOTHING,
      possible: ['embargo state:US state:KP: trade-embargo (flag-not-settled)'],
    })
    expect(under(embargo('state:KP', { scope: 'partial', measures: ['export-control'] }))).toEqual({
      ...NOTHING,
      indicators: ['flag state:US state:KP: export-control'],
    })
  })

  test('sanctions that somebody only alleges to be comprehensive may be', () => {
    const law = (stance: string) => ({
      ...embargo('state:KP'),
      claims: [
        { ...said, measures: ['export-control'], when: '2000-01-01/..' },
        { ...said, by: 'state:GB', stance, scope: 'comprehensive', measures: ['export-control'] },
      ],
    })
    const of = (stance: string) =>
      brief(ask('company:a', [law(stance), tie('company:a', 'registeredIn', 'state:KP')]))
    expect(of('alleges')).toEqual({
      ...NOTHING,
      possible: ['embargo state:US state:KP: export-control (scope-not-stated)'],
    })
    expect(of('predicts')).toEqual({ ...NOTHING, indicators: ['state state:US state:KP: export-control'] })
  })

  test('who says how likely it is does not make it certain', () => {
    const likely = { likelihood: 'very-likely' }
    expect(brief(ask('company:a', [lists('company:a', likely)]))).toEqual({
      ...NOTHING,
      possible: ['listing state:US company:a: asset-freeze (only-likely)'],
    })
    expect(brief(ask('state:KP', [embargo('state:KP', { ...COMPREHENSIVE, ...likely })]))).toEqual({
      ...NOTHING,
      possible: ['embargo state:US state:KP: trade-embargo (only-likely)'],
    })
    // Nor where somebody beside says less, and plainly.
    const partial = embargo('state:KP', { measures: ['export-control'] })
    const both = {
      ...partial,
      claims: [
        ...(partial.claims as Fields[]),
        {
          stance: 'asserts',
          by: 'state:US',
          when: '2000-01-01/..',
          measures: ['export-control'],
          ...COMPREHENSIVE,
          ...likely,
        },
      ],
    }
    const home = tie('company:a', 'registeredIn', 'state:KP')
    expect(ask('company:a', [both, home]).reach).toEqual([])
    expect(ask('company:a', [both, home]).possibly.reach.map(({ way }) => way)).toEqual(['embargo'])
    const supplied = [
      lists('company:b'),
      tie(
        'company:b',
        'supplies',
        'company:a',
        { when: '2020-01-01', ...likely },
        { item: 'commodity:oil', occurrence: '1' },
      ),
    ]
    expect(brief(ask('company:a', supplied))).toEqual({
      ...NOTHING,
      maybe: ['association state:US company:b: asset-freeze (only-likely)'],
    })
    const suspended = ask('state:KP', [
      embargo('state:KP', COMPREHENSIVE),
      tie('state:US', 'suspends', 'state:KP', { when: '2020-01-01/..', ...likely }),
    ])
    expect(suspended.reach.map(({ suspensions }) => suspensions.map(({ certain }) => certain))).toEqual([
      [false],
    ])
  })

  test('a share of half of a craft that is alleged leaves it open', () => {
    const owned = (share: number) => ({
      ...tie('company:b', 'owns', 'vessel:v'),
      claims: [
        { ...said, share: 20 },
        { ...said, stance: 'alleges', share },
      ],
    })
    const blockade = lists('company:b', { measures: ['blockade'] })
    const possible = (share: number) => ask('vessel:v', [blockade, owned(share)]).possibly.reach
    expect(possible(80).map(({ way, doubts }) => [way, doubts])).toEqual([['craft', ['owner-not-settled']]])
    expect(possible(40)).toEqual([])
  })

  test('a notice is no reach of what the one who is named in it owns', () => {
    const notice = entity('SanctionsProgramme', 'programme:wanted', { kind: 'notice' })
    const owned = tie('company:a', 'owns', 'company:b', { share: 80 })
    const named = lists('company:a', {}, 'state:US', { programme: 'programme:wanted' })
    expect(brief(ask('company:b', [notice, named, owned], { rules: 'us-ofac' }))).toEqual({
      ...NOTHING,
      indicators: ['notice state:US company:a: asset-freeze'],
    })
    const both = ask('company:b', [notice, named, lists('company:a'), owned], { rules: 'us-ofac' })
    expect(both.reach.map(({ way }) => way)).toEqual(['ownership'])
    const half = [
      tie('company:a', 'owns', 'company:c', { share: 30 }),
      tie('company:b', 'owns', 'company:c', { share: 30 }),
    ]
    const mixed = ask('company:c', [notice, named, lists('company:b'), ...half], { rules: 'us-ofac' })
    expect(mixed.possibly.reach.map(({ way, doubts }) => [way, doubts])).toEqual([
      ['ownership', ['owner-not-sure']],
    ])
    expect(mixed.reach).toEqual([])
  })

  test('many places hide none, and where too many are in the way it is told', () => {
    const places = (count: number) =>
      Array.from({ length: count }, (_, i) => tie('company:a', 'locatedIn', `place:${1000 + i}`))
    const last = tie('place:1299', 'locatedIn', 'state:KP')
    const found = ask('company:a', [embargo('state:KP', COMPREHENSIVE), last, ...places(300)])
    expect(brief(found).reach).toEqual(['embargo state:US state:KP: trade-embargo'])
    expect(found.complete).toBe(true)
    const deep = Array.from({ length: 9 }, (_, i) =>
      tie(i === 0 ? 'company:a' : `place:${i}`, 'locatedIn', `place:${i + 1}`),
    )
    expect(ask('company:a', deep.slice(0, 8)).complete).toBe(true)
    const cut = ask('company:a', deep)
    expect(cut.complete).toBe(false)
    expect(String(cut)).toContain('Not all is here')
    expect(ask('company:a', places(5000)).complete).toBe(false)
  })

  test('an event was not later because somebody predicts so', () => {
    const supplied = tie('company:b', 'supplies', 'company:a', {}, { item: 'commodity:oil', occurrence: '1' })
    const claims = [
      { ...said, when: '2020-01-01' },
      { ...said, stance: 'predicts', when: '2026-01-01' },
    ]
    expect(brief(ask('company:a', [lists('company:b'), { ...supplied, claims }]))).toEqual({
      ...NOTHING,
      indicators: ['association state:US company:b: asset-freeze'],
    })
  })

  const related = (claim: Fields) => [lists('person:x'), tie('person:a', 'associateOf', 'person:x', claim)]

  test('an alleged association, or an alleged or disputed listing, stands apart', () => {
    const what = 'state:US person:x: asset-freeze'
    expect(brief(ask('person:a', related({ stance: 'alleges' })))).toEqual({
      ...NOTHING,
      maybe: [`association ${what} (alleged)`],
    })
    expect(brief(ask('person:x', [lists('person:x', { stance: 'alleges' })]))).toEqual({
      ...NOTHING,
      possible: [`listing ${what} (alleged)`],
    })
    const disputed = {
      ...lists('person:x'),
      claims: [
        { ...said, ...FREEZE },
        { ...said, by: 'state:RU', stance: 'denies' },
      ],
    }
    expect(brief(ask('person:x', [disputed]))).toEqual({
      ...NOTHING,
      possible: [`listing ${what} (disputed)`],
    })
  })

  test('a date that is vague is a doubt: it may have ended by then', () => {
    const vague = lists('person:x', { when: '2014-01-01/2024' })
    expect(brief(ask('person:x', [vague])).possible).toEqual([
      'listing state:US person:x: asset-freeze (date-not-sure)',
    ])
    expect(brief(ask('person:x', [vague], { asOf: '2023-12-31' })).reach).toHaveLength(1)
  })

  test.each(['announces', 'predicts'])(
    'what one %s reaches nobody, and is no indicator, but is told',
    (stance) => {
      const listing = ask('person:x', [lists('person:x', { stance })])
      expect(brief(listing)).toEqual(NOTHING)
      expect(listing.leftOut).toHaveLength(1)
      expect(String(listing)).toContain('Left out, as announced or predicted: 1')
      expect(brief(ask('person:a', related({ stance })))).toEqual(NOTHING)
      const planned = [
        embargo('state:KP', { ...COMPREHENSIVE, stance }),
        tie('company:a', 'registeredIn', 'state:KP'),
      ]
      expect(brief(ask('company:a', planned))).toEqual(NOTHING)
      const bought = [lists('person:x'), tie('person:x', 'owns', 'company:b', { share: 100, stance })]
      const owned = ask('company:b', bought)
      expect(brief(owned)).toEqual(NOTHING)
      expect(owned.leftOut).toHaveLength(1)
    },
  )

  test('a view that is certain counts what is stated without an end as possible only', () => {
    const kg = graphOf(world(lists('person:x', { when: '2014-01-01/..' })))
    const view = kg.view({ asOf: '2025-06-01', certain: true })
    expect(brief(exposure(view, 'person:x'))).toMatchObject({ reach: [] })
    expect(brief(exposure(kg.view({ asOf: '2025-06-01' }), 'person:x')).reach).toHaveLength(1)
  })
})

describe('time', () => {
  test('a listing that was lifted is gone from its day on; one withdrawn is gone', () => {
    const lifted = [
      lists('person:x', { when: '2014-01-01/2020-05-01' }),
      tie('person:a', 'familyOf', 'person:x'),
    ]
    const at = (asOf: string) => ['person:x', 'person:a'].map((id) => brief(ask(id, lifted, { asOf })))
    expect(at('2020-05-01')).toEqual([
      { ...NOTHING, reach: ['listing state:US person:x: asset-freeze'] },
      { ...NOTHING, indicators: ['family state:US person:x: asset-freeze'] },
    ])
    expect(at('2020-05-02')).toEqual([NOTHING, NOTHING])
    expect(brief(ask('person:x', [lists('person:x', { withdrawn: '2021-01-01' })]))).toEqual(NOTHING)
  })

  test('a supply of the past ties the two, one after the day does not', () => {
    const records = [lists('company:x'), tie('company:a', 'supplies', 'company:x', { when: '2020-03-04' })]
    expect(brief(ask('company:a', records)).indicators).toHaveLength(1)
    expect(brief(ask('company:a', records, { asOf: '2020-03-03' }))).toEqual(NOTHING)
  })

  test('on a day without a rule the authority is told; asked for by name it is an error', () => {
    const found = ask('person:x', [lists('person:x')], { asOf: '2015-01-01' })
    expect(found.rules).toEqual(['us-ofac', 'eu'])
    expect(String(found)).toContain('No rule on that day: uk, ch')
    expect(() => ask('person:x', [lists('person:x')], { asOf: '2015-01-01', rules: ['uk'] })).toThrow(
      expect.objectContaining({ code: 'bad-value' }),
    )
  })
})

describe('licences and suspensions', () => {
  const programme = entity('SanctionsProgramme', 'programme:p', { kind: 'country' })
  const under = { programme: 'programme:p' }

  test('a licence stands beside what it bears on, and takes nothing away', () => {
    const found = ask('company:a', [
      programme,
      lists('company:a', {}, 'state:US', under),
      lists('company:a', {}, 'state:GB'),
      tie(
        'state:US',
        'licenses',
        'company:a',
        { general: true, covers: ['commodity:food'], when: '2022-01-01/..' },
        under,
      ),
      tie('state:US', 'licenses', 'company:a', { when: '2022-01-01/2022-12-31' }),
      tie('state:US', 'licenses', 'company:a', {}, { programme: 'programme:other' }),
      entity('Commodity', 'commodity:food'),
    ])
    expect(brief(found).reach).toHaveLength(2)
    expect(found.reach.map(({ senders, licences }) => [senders[0], licences.length])).toEqual([
      ['state:GB', 0],
      ['state:US', 1],
    ])
    expect(found.reach[1]!.licences[0]).toMatchObject({
      sender: 'state:US',
      object: 'company:a',
      general: true,
      covers: ['commodity:food'],
      certain: true,
      level: 'asserted',
    })
    expect(String(found)).toContain('general licence of US, a for food')
  })

  test('a licence for a jurisdiction bears on what is on this, and on listings only under its programme', () => {
    const found = ask('company:a', [
      programme,
      tie('company:a', 'registeredIn', 'state:KP'),
      embargo('state:KP', COMPREHENSIVE),
      lists('company:a'),
      lists('company:a', { measures: ['travel-ban'] }, 'state:US', under),
      tie('state:US', 'licenses', 'state:KP', { general: true }),
      tie('state:US', 'licenses', 'state:KP', { general: true }, under),
    ])
    const licences = found.reach.map(({ way, measures, licences }) => [
      way,
      measures[0],
      licences.map((one) => one.programme),
    ])
    expect(licences).toEqual([
      ['listing', 'asset-freeze', []],
      ['listing', 'travel-ban', ['programme:p']],
      ['embargo', 'trade-embargo', [undefined]],
    ])
  })

  test('a suspended embargo, or listing, does not reach, and is told as suspended', () => {
    const suspended = (claim: Fields = {}) => [
      embargo('state:KP', COMPREHENSIVE),
      tie('company:a', 'registeredIn', 'state:KP'),
      tie('state:US', 'suspends', 'state:KP', { when: '2024-01-01/2024-12-31', ...claim }),
    ]
    const found = ask('company:a', suspended())
    expect(brief(found)).toEqual({ ...NOTHING, indicators: ['suspended state:US state:KP: trade-embargo'] })
    expect(found.indicators[0]!.suspensions).toHaveLength(1)
    expect(brief(ask('company:a', suspended(), { asOf: '2023-06-01' })).reach).toHaveLength(1)
    // An allegation suspends nothing; it is told beside.
    const alleged = ask('company:a', suspended({ stance: 'alleges' }))
    expect(brief(alleged).reach).toHaveLength(1)
    expect(alleged.reach[0]!.suspensions).toMatchObject([{ certain: false, level: 'alleged' }])

    const listing = ask('company:a', [
      programme,
      lists('company:a', {}, 'state:US', under),
      lists('company:a', {}, 'state:GB'),
      tie('state:US', 'suspends', 'programme:p', { when: '2024-01-01/..' }),
    ])
    expect(brief(listing)).toEqual({
      ...NOTHING,
      reach: ['listing state:GB company:a: asset-freeze'],
      indicators: ['suspended state:US company:a: asset-freeze'],
    })
  })

  test('ownership by one whose listing is suspended does not reach; if one of two is, it may', () => {
    const records = [
      programme,
      lists('person:x', {}, 'state:US', under),
      tie('state:US', 'suspends', 'programme:p'),
      tie('person:x', 'owns', 'company:b', { share: 60 }),
    ]
    expect(brief(ask('company:b', records))).toEqual({
      ...NOTHING,
      indicators: ['suspended state:US person:x: asset-freeze'],
    })
    const two = [...records, lists('person:x')]
    expect(brief(ask('company:b', two)).possible).toEqual([
      'ownership state:US person:x: asset-freeze (partly-suspended)',
    ])
  })
})

describe('the answer', () => {
  const records = [
    lists('person:x'),
    tie('person:x', 'owns', 'company:b', { share: 60 }),
    tie('person:a', 'familyOf', 'person:x'),
    tie('person:a', 'memberOf', 'group:g'),
    lists('group:g', { stance: 'alleges' }),
    tie('person:a', 'citizenOf', 'state:RU'),
    embargo('state:RU', { scope: 'partial' }),
    tie('company:b', 'registeredIn', 'state:RU'),
    tie('company:b', 'linkedTo', 'group:g'),
    tie('person:x', 'leads', 'group:g'),
  ]

  test('tells the classes, chains and sources in a table, with the caveat, and as JSON', () => {
    const found = ask('company:b', records)
    const text = String(found)
    expect(text).toMatch(/^Exposure of b to sanctions on 2024-06-01; holding on 2024-06-01\n/)
    expect(text).toContain('b ←owns─ x ←designates─ US')
    expect(text).toMatch(/reach +ownership \(us-ofac: 60 %\) +US on x: asset-freeze/)
    expect(text).toContain('Not legal advice, and not a clearance')
    expect(text).toContain('indicators, which have no legal effect: ')
    const data = JSON.parse(JSON.stringify(found))
    expect(data).toMatchObject({ entity: 'company:b', day: '2024-06-01', maxSteps: 2, complete: true })
    expect(data.reach).toHaveLength(1)
    expect(found.toMarkdown()).toContain('not a clearance')
    expect(found.toSVG()).toContain('<svg')
    expect(found.toHTML()).toContain('not a clearance')
  })

  test('nothing found is worded as no finding', () => {
    const found = ask('company:q', [entity('Company', 'company:q')])
    expect(brief(found)).toEqual(NOTHING)
    expect(String(found)).toContain('Reach in law: no finding; possible reach: no finding')
    expect(String(found)).not.toMatch(/\bclear\b/)
    expect(found.toSVG()).toContain('>q<')
  })

  test('a limit that cuts it short is told', () => {
    const many = [
      ...['b', 'c', 'd'].map((name) => tie('person:a', 'familyOf', `person:${name}`)),
      ...['b', 'c', 'd'].map((name) => lists(`person:${name}`)),
    ]
    const two = ask('person:a', many, { limit: 2 })
    expect(two.complete).toBe(false)
    expect(two.indicators.map(({ target }) => target)).toEqual(['person:b', 'person:c'])
    expect(String(two)).toContain('Not all is here')
    expect(ask('person:a', many, { limit: 3 })).toMatchObject({ complete: true })
  })

  test('merged entities are one, by either id', () => {
    const merged = [entity('Person', 'person:y', { label: { en: 'x' }, sameAs: ['person:x'] }), ...records]
    for (const id of ['person:x', 'person:y'])
      expect(brief(ask(id, merged)).reach.map((one) => one.split(' ')[0])).toEqual(['listing'])
    expect(brief(ask('company:b', merged)).reach).toHaveLength(1)
  })

  test('options are checked at once', () => {
    const wrong = (options: object) => () => ask('person:x', records, options)
    for (const options of [
      { maxSteps: 0 },
      { maxSteps: 7 },
      { maxSteps: Number.NaN },
      { maxSteps: 1.5 },
      { limit: 0 },
      { limit: Number.POSITIVE_INFINITY },
      { rules: ['mars'] },
      { rules: ['__proto__'] },
      { constructor: 1 },
    ])
      expect(wrong(options), JSON.stringify(options)).toThrow(expect.objectContaining({ code: 'bad-value' }))
    expect(() => ask('person:nobody', records)).toThrow(expect.objectContaining({ code: 'dangling' }))
    expect(() => ask('no id', records)).toThrow(expect.objectContaining({ code: 'bad-id' }))
    expect(ask('company:b', records, { rules: [] }).reach).toEqual([])
  })

  test('hostile ids and labels do no harm', () => {
    const label = { en: 'x\u202e\n| <b>' }
    const found = ask('person:__proto__', [
      entity('Person', 'person:__proto__', { label }),
      lists('person:__proto__'),
      tie('person:__proto__', 'familyOf', 'person:constructor'),
      lists('person:constructor'),
      tie('person:constructor', 'familyOf', 'person:__proto__', {}, { occurrence: 'again' }),
    ])
    expect(found.reach).toHaveLength(1)
    expect(found.indicators).toHaveLength(2)
    expect(String(found)).not.toContain('\u202e')
    expect(String(found)).not.toContain('\n| <b>')
    expect(found.toHTML()).not.toContain('<b>')
    // The store may know an entity that nobody describes.
    const kg = createGraph()
    kg.load([
      ...states('US'),
      tie('state:US', 'designates', 'person:ghost', { source: undefined, ...FREEZE }),
    ])
    expect(exposure(kg.view({ asOf: '2024-01-01' }), 'person:ghost').reach).toHaveLength(1)
  })

  test('a view tells: sources, viewpoint, disputes', () => {
    const kg = graphOf(
      world(lists('person:x', { by: 'state:US' }), {
        ...tie('person:a', 'familyOf', 'person:x'),
        claims: [{ stance: 'asserts', by: 'state:GB' }],
      }),
    )
    const view = kg.view({ asOf: '2024-06-01', sources: ['source:register'] })
    expect(brief(exposure(view, 'person:a'))).toEqual(NOTHING)
    expect(brief(exposure(kg.view({ asOf: '2024-06-01' }), 'person:a')).indicators).toHaveLength(1)
  })

  test('in words, it is told that the graph has changed', () => {
    const kg = graphOf(world(lists('person:x')))
    const found = exposure(kg.view({ asOf: '2024-06-01' }), 'person:x')
    kg.load(states('FR'))
    expect(() => String(found)).toThrow(/changed/)
  })
})

const RUNS = Number(process.env.STATECRAFT_RUNS ?? 60)
const persons = ['person:a', 'person:b', 'person:c']
const companies = ['company:d', 'company:e', 'company:f']
const ids = [...persons, ...companies, 'group:g', 'state:KP']

test('property: the order of the records changes nothing, and what is not a fact reaches nobody', () => {
  const between = (
    relation: string,
    subjects: readonly string[],
    objects: readonly string[],
    details: fc.Arbitrary<Fields> = fc.constant({}),
  ) =>
    fc
      .record({
        subject: fc.constantFrom(...subjects),
        object: fc.constantFrom(...objects),
        details,
        stance: fc.oneof(
          { weight: 6, arbitrary: fc.constant('asserts') },
          { weight: 2, arbitrary: fc.constantFrom('alleges', 'announces', 'predicts', 'denies') },
        ),
        when: fc.constantFrom('2014-01-01/..', undefined, '2014/2024', '2020-01-01/2021-01-01'),
      })
      .map(({ subject, object, details: said, stance, when }) =>
        // Of one claim that is told in two ways the first stands: here each is a claim of its own.
        tie(subject, relation, object, {
          ...said,
          stance,
          at: JSON.stringify([when, said]),
          ...(when === undefined ? {} : { when }),
        }),
      )
  const record = fc.oneof(
    between('designates', ['state:US', 'organization:eu'], ids, fc.constant({ measures: ['asset-freeze'] })),
    between('owns', [...persons, ...companies], companies, fc.record({ share: fc.constantFrom(20, 50, 80) })),
    between('familyOf', persons, persons),
    between('associateOf', ids, ids),
    between('memberOf', ids, ['group:g']),
    between('registeredIn', companies, ['state:KP']),
    between(
      'sanctions',
      ['state:US'],
      ['state:KP'],
      fc.constant({ measures: ['trade-embargo'], ...COMPREHENSIVE }),
    ),
    between('suspends', ['state:US'], ['state:KP']),
    between('licenses', ['state:US'], ids),
  )
  const answers = (records: readonly Fields[]) => {
    const kg = createGraph()
    const described = ids.filter((id) => !id.startsWith('state:'))
    kg.load([...world(), ...described.map((id) => entity(TYPES[id.split(':')[0]!]!, id)), ...records])
    const view = kg.view({ asOf: '2024-06-01' })
    return ids.map((id) => exposure(view, id, { maxSteps: 3 }))
  }
  const chainsOf = (items: readonly { readonly chains: Exposure['reach'][number]['chains'] }[]) =>
    items.flatMap(({ chains }) => chains.map((chain) => JSON.stringify(chain)))
  const met = new Set<string>()
  const records = fc.array(record, { minLength: 12, maxLength: 32 })
  const withShuffled = records.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  )
  fc.assert(
    fc.property(withShuffled, ([all, shuffled]) => {
      const found = answers(all)
      expect(JSON.stringify(answers(shuffled))).toBe(JSON.stringify(found))
      for (const { reach, indicators, possibly } of found) {
        for (const { way } of reach) met.add(way)
        for (const { kind } of indicators) met.add(kind)
        for (const { level, disputed, statements, claims } of [...reach, ...indicators]) {
          expect([level, disputed]).toEqual(['asserted', false])
          expect(statements.length * claims.length).toBeGreaterThan(0)
        }
        const others = new Set(chainsOf(indicators))
        for (const chain of chainsOf(reach)) expect(others).not.toContain(chain)
        for (const { doubts, level } of [...possibly.reach, ...possibly.indicators]) {
          expect(doubts.length).toBeGreaterThan(0)
          expect(['asserted', 'alleged']).toContain(level)
        }
      }
    }),
    { numRuns: RUNS },
  )
  // Else nothing was put to the test: few runs may not meet them all.
  for (const one of RUNS < 60 ? [] : ['listing', 'ownership', 'association']) expect([...met]).toContain(one)
})

test('an error is one of the library', () => {
  try {
    ask('person:x', [], { maxSteps: 99 })
    expect.unreachable()
  } catch (error) {
    expect((error as StatecraftError).issue).toMatchObject({ code: 'bad-value', path: ['maxSteps'] })
  }
})
