import fc from 'fast-check'
import { createGraph, defineOntology, StatecraftError } from 'statecraft'
import { type Balance, type BalanceOptions, balance, STANDING_TIES } from 'statecraft/analysis'
import { describe, expect, test } from 'vitest'
import { by, entity, type Fields, graphOf, source, statement, states } from '../records'

const RUNS = { numRuns: Number(process.env.STATECRAFT_RUNS ?? 40) }

const asserted = [by('state:A', 'asserts')]
const pact = (a: string, b: string, fields: Fields = {}) =>
  statement(a, 'alliedWith', b, asserted, { obligations: ['defence'], ...fields })
const rivals = (a: string, b: string, fields: Fields = {}) => statement(a, 'rivals', b, asserted, fields)

/** A statement by A, of anybody about anybody. */
const acts = (subject: string, relation: string, object: string, fields: Fields = {}): Fields => ({
  ...{ relation, subject, object, claims: asserted },
  ...fields,
})

/** The only graph of an answer. */
const only = (answer: Balance) => {
  expect(answer.graphs).toHaveLength(1)
  return answer.graphs[0]!
}

/** `A+B` and `A-B`, of one graph. */
const ties = (answer: Balance, year?: number) =>
  answer
    .ties(year)
    .map(({ between: [a, b], sign }) => `${a.replace('state:', '')}${sign}${b.replace('state:', '')}`)

/** How many statements are left out, by why. */
const leftOut = ({ leftOut }: Balance) =>
  Object.fromEntries(leftOut.map(({ why, statements }) => [why, statements.length]))

/** `A B | C D`, of the largest component. */
const blocs = ({ components }: ReturnType<typeof only>) =>
  components[0]?.blocs.map((ids) => ids.map((id) => id.replace('state:', '')).join(' ')).join(' | ')

describe('structural balance', () => {
  test('of three rivals: no triad is balanced, all are weakly, one tie is frustrated, whichever', () => {
    const answer = balance(
      graphOf(states('A', 'B', 'C'), rivals('A', 'B'), rivals('B', 'C'), rivals('A', 'C')),
    )
    const graph = only(answer)
    expect(graph).toMatchObject({
      year: undefined,
      positive: 0,
      negative: 3,
      triads: [0, 0, 0, 1],
      strong: 0,
      weak: 1,
      // Of three ties at most one and a half can be frustrated: 1 is two thirds of that.
      frustration: { low: 1, high: 1, exact: true, normalised: [2 / 3, 2 / 3] },
    })
    expect(graph.components).toHaveLength(1)
    expect(graph.components[0]!.unique).toBe(false)
    expect(graph.frustrated).toHaveLength(1)
    expect(graph.positiveCommunities).toEqual([])
    expect(graph.actors.map(({ strong, weak, negative }) => [strong, weak, negative])).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
    ])
  })

  test('of two pacts and a rivalry among three: unbalanced both ways', () => {
    const kg = graphOf(states('A', 'B', 'C'), pact('A', 'B'), pact('B', 'C'), rivals('A', 'C'))
    expect(only(balance(kg))).toMatchObject({
      triads: [0, 1, 0, 0],
      strong: 0,
      weak: 0,
      frustration: { low: 1, high: 1 },
    })
  })

  test('of two alliances against each other: balanced, with the alliances as blocs, the only ones', () => {
    const kg = graphOf(
      states('A', 'B', 'C', 'D', 'E'),
      pact('A', 'B'),
      pact('C', 'D'),
      pact('D', 'E'),
      rivals('A', 'C'),
      rivals('B', 'D'),
      rivals('B', 'E'),
    )
    const graph = only(balance(kg))
    expect(blocs(graph)).toBe('C D E | A B')
    expect(graph).toMatchObject({
      frustration: { low: 0, high: 0, exact: true, normalised: [0, 0] },
      frustrated: [],
    })
    expect(graph.components[0]!.unique).toBe(true)
    // Only B, D and E are all tied: B−D, B−E, D+E.
    expect(graph).toMatchObject({ triads: [0, 0, 1, 0], strong: 1, weak: 1 })
    expect(graph.positiveCommunities).toEqual([
      ['state:C', 'state:D', 'state:E'],
      ['state:A', 'state:B'],
    ])
    // 2w⁺ = 6, 2w⁻ = 6; inside 6. Positive ends: 2 and 4: 20/6. Negative: 3 and 3: 18/6. Q = (6 − 20/6 + 18/6) / 12.
    expect(graph.modularity).toBeCloseTo((6 - 20 / 6 + 18 / 6) / 12, 12)
  })

  test('has no share where there are no triads, and nothing to say of nothing', () => {
    const kg = graphOf(states('A', 'B', 'C'), pact('A', 'B'), rivals('B', 'C'))
    expect(only(balance(kg))).toMatchObject({ triads: [0, 0, 0, 0], strong: undefined, weak: undefined })
    const nothing = balance(graphOf(states('A')))
    expect(only(nothing)).toMatchObject({
      actors: [],
      components: [],
      modularity: undefined,
      frustration: { low: 0, high: 0, normalised: undefined },
    })
    expect(nothing.basis).toBeUndefined()
    expect(nothing.sources).toEqual([])
    expect(nothing.toString()).toContain('unknown, not neutral')
    expect(nothing.toSVG()).toContain('<svg')
  })

  test('tells components apart: the blocs of one say nothing of those of another', () => {
    const graph = only(
      balance(graphOf(states('A', 'B', 'C', 'D', 'E'), rivals('A', 'B'), pact('C', 'D'), rivals('D', 'E'))),
    )
    expect(graph.components.map(({ blocs }) => blocs)).toEqual([
      [['state:C', 'state:D'], ['state:E']],
      [['state:A'], ['state:B']],
    ])
    expect(graph.actors.map(({ actor, component, bloc }) => `${actor} ${component}${bloc}`)).toEqual([
      'state:A 1A',
      'state:B 1B',
      'state:C 0A',
      'state:D 0A',
      'state:E 0B',
    ])
  })
})

describe('signs', () => {
  const kg = graphOf(
    states('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
    statement('A', 'alliedWith', 'B', asserted),
    pact('A', 'C', { obligations: ['consultation'] }),
    statement('A', 'alliedWith', 'D', asserted, { cowType: 'defence' }),
    statement('A', 'alliedWith', 'E', [
      by('state:A', 'asserts', { obligations: ['neutrality'] }),
      by('state:B', 'asserts', { obligations: ['consultation', 'defence'] }),
    ]),
    statement('A', 'sanctions', 'F', asserted, { measures: ['arms-embargo'] }),
    statement('A', 'attacks', 'G', asserted, { when: '2001-09-01' }),
    statement('A', 'condemns', 'H', asserted),
    statement('A', 'supports', 'H', asserted),
    statement('B', 'opposes', 'H', asserted),
  )

  test('of standing ties: pacts that oblige to defence by any claim, sanctions, attacks; what is said is none', () => {
    const answer = balance(kg)
    expect(ties(answer)).toEqual(['A+D', 'A+E', 'A-F', 'A-G'])
    expect(leftOut(answer)).toEqual({ condition: 2 })
    expect(answer.signs.map(({ relation, sign }) => `${relation} ${sign}`)).toEqual([
      'alliedWith +',
      'attacks -',
      'rivals -',
      'sanctions -',
    ])
    expect(answer.toString()).toContain('no obligation to defence is stated: 2 statements')
  })

  test('of standing ties are those that an ontology can state: what knows no obligations states no such pact', () => {
    const own = createGraph(
      defineOntology({
        ...{ iri: 'https://example.org/states#', vocabularies: {}, lists: {} },
        properties: { when: { kind: 'date', definition: 'when it holds' } },
        types: {
          State: { definition: 'a state' },
          Source: { definition: 'who says so' },
        },
        everyRelation: { defining: {}, details: { when: {} } },
        relations: {
          alliedWith: { from: ['State'], to: ['State'], symmetric: true, definition: 'has a pact with' },
          rivals: { from: ['State'], to: ['State'], symmetric: true, definition: 'is a rival of' },
        },
      }),
    )
    const [a, b, c] = ['A', 'B', 'C'].map((code) =>
      own.add('State', { id: `state:${code}`, label: code }),
    ) as [never, never, never] // the boundary: three states
    own.relate(a, 'rivals', b, { claims: [{ stance: 'asserts', by: a }] })
    own.relate(a, 'alliedWith', c, { claims: [{ stance: 'asserts', by: a }] })
    expect(ties(balance(own))).toEqual(['A-B'])
    expect(ties(balance(own, { signs: { alliedWith: '+' } }))).toEqual(['A-B', 'A+C'])
  })

  test('that are given are added, replaced, or taken out', () => {
    const signs = { condemns: '-', opposes: '-', sanctions: 0, alliedWith: '+' } as const
    expect(ties(balance(kg, { signs }))).toEqual(['A+B', 'A+C', 'A+D', 'A+E', 'A-G', 'A-H', 'B-H'])
    const where = { alliedWith: { sign: '+', where: { obligations: ['defence', 'consultation'] } } } as const
    expect(ties(balance(kg, { signs: where }))).toEqual(['A+C', 'A+E', 'A-F', 'A-G'])
  })

  test('of both kinds between two make a negative tie, which rests on both', () => {
    const answer = balance(kg, { signs: { condemns: '-', supports: '+' } })
    const tie = answer.ties().find(({ between }) => between.includes('state:H'))
    expect(tie).toMatchObject({ sign: '-', mixed: true })
    const about = [...kg.statements({ relation: ['condemns', 'supports'] })].map(({ id }) => id)
    expect(tie!.basis.statements).toEqual(about.sort())
    expect(only(answer)).toMatchObject({ positive: 2, negative: 3, mixed: 1 })
  })

  test.each([
    [{ signs: { aliedWith: '+' } }, 'unknown-relation', 'signs'],
    [{ signs: { supports: 'plus' } }, 'bad-value', 'signs'],
    [{ signs: { supports: { sign: '+' } } }, 'bad-value', 'signs'],
    [{ signs: { supports: { sign: '+', where: {} } } }, 'bad-value', 'signs'],
    [{ signs: { alliedWith: { sign: '+', where: { obligations: ['defense'] } } } }, 'bad-value', 'signs'],
    [{ signs: { alliedWith: { sign: '+', where: { measures: ['asset-freeze'] } } } }, 'bad-value', 'signs'],
    [{ signs: ['supports'] }, 'bad-value', 'signs'],
    [{ levels: 'denied' }, 'bad-value', 'levels'],
    [{ levels: [] }, 'bad-value', 'levels'],
    [{ disputed: 'only' }, 'bad-value', 'disputed'],
    [{ years: [2000, 1990] }, 'bad-value', 'years'],
    [{ years: [Number.NaN, 2000] }, 'bad-value', 'years'],
    [{ years: [0, Number.POSITIVE_INFINITY] }, 'bad-value', 'years'],
    [{ years: [-90_000, 90_000] }, 'truncated', 'years'],
    [{ certain: true }, 'bad-value', 'certain'],
    [{ infer: 'yes' }, 'bad-value', 'infer'],
    [{ actors: 'people' }, 'bad-value', 'actors'],
    [{ sign: {} }, 'bad-value', 'sign'],
  ])('and other options that there are not are refused: %j', (options, code, path) => {
    const asked = () => balance(kg, options as unknown as BalanceOptions)
    expect(asked).toThrow(StatecraftError)
    try {
      asked()
    } catch (error) {
      expect((error as StatecraftError).code).toBe(code)
      expect((error as StatecraftError).issue.path?.[0]).toBe(path)
    }
  })
})

test('signs and levels are those that there are, for the compiler too', () => {
  const kg = graphOf(states('A', 'B'), rivals('A', 'B'))
  // @ts-expect-error: there is no such relation
  expect(() => balance(kg, { signs: { rivalry: '-' } })).toThrow(StatecraftError)
  // @ts-expect-error: a sign is '+', '-' or 0
  expect(() => balance(kg, { signs: { rivals: -1 } })).toThrow(StatecraftError)
  // @ts-expect-error: a denial is no tie
  expect(() => balance(kg, { levels: ['denied'] })).toThrow(StatecraftError)
  expect(ties(balance(kg, { signs: { ...STANDING_TIES, rivals: '-' }, levels: ['asserted'] }))).toEqual([
    'A-B',
  ])
})

describe('what counts', () => {
  const kg = graphOf(
    states('A', 'B', 'C', 'D', 'E', 'F'),
    pact('A', 'B'),
    statement('A', 'alliedWith', 'C', [by('state:B', 'predicts')], { obligations: ['defence'] }),
    statement('A', 'alliedWith', 'D', [by('state:A', 'announces')], { obligations: ['defence'] }),
    statement('A', 'attacks', 'E', [by('state:E', 'alleges')]),
    statement('A', 'rivals', 'F', [by('state:F', 'asserts'), by('state:A', 'denies')]),
    statement('B', 'rivals', 'F', [by('state:F', 'denies')]),
  )

  test('is asserted and undisputed: no forecast, announcement, allegation or dispute passes for a fact', () => {
    const answer = balance(kg)
    expect(ties(answer)).toEqual(['A+B'])
    expect(leftOut(answer)).toEqual({ level: 3, disputed: 1 })
    expect(answer.basis).toMatchObject({ level: 'asserted', disputed: false })
  })

  test('else only as far as it is asked for, and what it rests on tells', () => {
    expect(ties(balance(kg, { levels: ['asserted', 'predicted'] }))).toEqual(['A+B', 'A+C'])
    expect(ties(balance(kg, { levels: 'alleged' }))).toEqual(['A-E'])
    const disputed = balance(kg, { disputed: 'include' })
    expect(ties(disputed)).toEqual(['A+B', 'A-F'])
    expect(disputed.ties()[1]!.basis).toMatchObject({ level: 'asserted', disputed: true })
  })

  test('is in force: sanctions that are suspended all year, or on the day of the view, are no tie', () => {
    const kg = graphOf(
      states('A', 'B'),
      entity('SanctionsProgramme', 'programme:x'),
      {
        ...statement('A', 'sanctions', 'B', [
          by('state:A', 'asserts', {
            measures: ['trade-embargo'],
            when: '2012-01-01/2020-12-31',
            said: '2021',
          }),
        ]),
        programme: 'programme:x',
      },
      {
        relation: 'suspends',
        subject: 'state:A',
        object: 'programme:x',
        claims: [by('state:A', 'asserts', { when: '2015-07-01/2018-05-08', said: '2021' })],
      },
    )
    const years = balance(kg, { years: [2014, 2019] }).graphs.map(
      ({ year, negative }) => `${year} ${negative}`,
    )
    expect(years).toEqual(['2014 1', '2015 1', '2016 0', '2017 0', '2018 1', '2019 1'])
    const on = (asOf: string) => balance(kg.view({ asOf }))
    // Without a day or years what ended stands beside what holds, which is told.
    expect(String(balance(kg))).toContain('of all times at once')
    expect(String(on('2015-06-30'))).not.toContain('of all times')
    expect(ties(on('2015-06-30'))).toEqual(['A-B'])
    expect(ties(on('2016-06-30'))).toEqual([])
    expect(leftOut(on('2016-06-30'))).toEqual({ suspended: 1 })
  })

  test('is what the view shows', () => {
    const dated = graphOf(
      states('A', 'B', 'C'),
      source('old', '1950'),
      pact('A', 'B', { when: '1949-04-04/1966-06-30' }),
      rivals('A', 'B', { when: '1970/1980' }),
      pact('B', 'C', { when: '1960/1970' }),
    )
    expect(ties(balance(dated.view({ asOf: '1965-01-01' })))).toEqual(['A+B', 'B+C'])
    expect(ties(balance(dated.view({ asOf: '1975-01-01' })))).toEqual(['A-B'])
    // Of the view as it is, all of its times are one.
    expect(ties(balance(dated))).toEqual(['A-B', 'B+C'])
    expect(ties(balance(dated.view({ relations: ['rivals'] })))).toEqual(['A-B'])
    expect(balance(dated.view({ asOf: '1965-01-01' })).toString()).toContain('1965-01-01')
  })
})

describe('actors', () => {
  const organs = [
    entity('GovernmentAgency', 'org:ministry'),
    entity('Government', 'org:cabinet'),
    entity('Government', 'org:exiled'),
    entity('ArmedForce', 'org:army'),
    entity('Company', 'org:company'),
    entity('ArmedGroup', 'org:group'),
    entity('NewsAgency', 'org:news'),
    entity('Person', 'person:leader'),
    entity('Person', 'person:citizen'),
  ]
  const plain = (
    subject: string,
    relation: string,
    object: string,
    fields: Fields = {},
    claims: readonly Fields[] = asserted,
  ) => ({
    relation,
    subject,
    object,
    claims,
    ...fields,
  })
  const kg = graphOf(
    states('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'),
    organs,
    plain('org:cabinet', 'governs', 'state:A'),
    plain('org:ministry', 'agencyOf', 'org:cabinet'),
    plain('org:army', 'partOf', 'org:ministry'),
    plain('person:leader', 'leads', 'org:army', { when: '1990/2000' }),
    plain('org:exiled', 'governs', 'state:A', { basis: 'in-exile' }),
    plain('org:news', 'agencyOf', 'state:A'),
    plain('person:citizen', 'citizenOf', 'state:A'),
    plain('org:army', 'attacks', 'state:B', { when: '1995-05-01' }),
    plain('person:leader', 'rivals', 'state:C', { when: '1980/1995' }),
    plain('org:ministry', 'alliedWith', 'state:D', { obligations: ['defence'] }),
    plain('org:exiled', 'rivals', 'state:E'),
    plain('org:company', 'rivals', 'state:F'),
    plain('org:group', 'attacks', 'state:G'),
    plain('org:news', 'rivals', 'state:H'),
    plain('person:citizen', 'rivals', 'state:I'),
    plain('org:army', 'attacks', 'state:A', { when: '1999' }),
  )

  test('are rolled up to the states that they act for, and it is told by what', () => {
    const answer = balance(kg)
    expect(ties(answer)).toEqual(['A-B', 'A-C', 'A+D'])
    expect(leftOut(answer)).toEqual({ 'no-state': 5, 'same-state': 1 })
    expect(answer.rolledUp.map(({ actor, state }) => `${actor} ${state}`)).toEqual([
      'org:army state:A',
      'org:ministry state:A',
      'person:leader state:A',
    ])
    expect(answer.rolledUp[2]!.basis.statements).toHaveLength(4)
    // The attack, and that the army is part of the ministry, an agency of the cabinet, which governs A.
    expect(answer.ties()[0]!.basis.statements).toHaveLength(4)
  })

  test('are rolled up only while they act for them', () => {
    const answer = balance(kg, { years: [1985, 1996] })
    const years = answer.graphs
      .filter(({ year }) => ties(answer, year).includes('A-C'))
      .map(({ year }) => year)
    // A rival from 1980 to 1995, and at the head of the army from 1990.
    expect(years).toEqual([1990, 1991, 1992, 1993, 1994, 1995])
  })

  test('are not rolled up by what is disputed or only alleged, nor to two states at a time', () => {
    const doubtful = graphOf(
      states('A', 'B', 'C'),
      organs,
      plain('org:army', 'partOf', 'state:A', {}, [by('state:B', 'alleges')]),
      plain('org:ministry', 'agencyOf', 'state:A', {}, [by('state:B', 'asserts'), by('state:A', 'denies')]),
      plain('org:cabinet', 'governs', 'state:A'),
      plain('org:cabinet', 'governs', 'state:B'),
      plain('org:army', 'attacks', 'state:C'),
      plain('org:ministry', 'rivals', 'state:C'),
      plain('org:cabinet', 'rivals', 'state:C'),
    )
    const answer = balance(doubtful)
    expect(ties(answer)).toEqual([])
    expect(leftOut(answer)).toEqual({ 'no-state': 2, 'several-states': 1 })
  })

  test('are rolled up by each way that there is, each while it holds', () => {
    // The office was of the ministry at first, and then of a council that is of the ministry.
    const kg = graphOf(
      states('A', 'B', 'C'),
      ['office', 'council', 'ministry'].map((name) => entity('GovernmentAgency', `agency:${name}`)),
      acts('agency:office', 'agencyOf', 'agency:ministry', { when: '1990/1994' }),
      acts('agency:office', 'agencyOf', 'agency:council', { when: '1996/1999' }),
      acts('agency:council', 'agencyOf', 'agency:ministry', { when: '1996/1999' }),
      acts('agency:ministry', 'agencyOf', 'state:A', { when: '1980/2010' }),
      acts('agency:office', 'attacks', 'state:B', { when: '1997-01-01' }),
      acts('agency:office', 'attacks', 'state:C', { when: '1992-01-01' }),
    )
    const answer = balance(kg)
    expect(ties(answer)).toEqual(['A-B', 'A-C'])
    expect(answer.ties().map(({ basis }) => basis.statements.length)).toEqual([4, 3])
    expect(answer.leftOut).toEqual([])
  })

  test('what they did while they acted for no state is told as left out', () => {
    const kg = graphOf(
      states('A', 'B'),
      entity('Person', 'person:p'),
      acts('person:p', 'leads', 'state:A', { when: '1990/1994' }),
      acts('person:p', 'attacks', 'state:B', { when: '2000-01-01' }),
    )
    expect(ties(balance(kg))).toEqual([])
    expect(leftOut(balance(kg))).toEqual({ 'no-state': 1 })
    expect(leftOut(balance(kg, { years: [1990, 2005] }))).toEqual({ 'no-state': 1 })
  })

  test('what makes a tie is not told as left out, though its actor once was of the other side', () => {
    const kg = graphOf(
      states('A', 'B'),
      entity('Person', 'person:p'),
      acts('person:p', 'leads', 'state:A', { when: '1990/1994' }),
      acts('person:p', 'leads', 'state:B', { when: '1996/1999' }),
      acts('person:p', 'attacks', 'state:B', { when: '1992-01-01' }),
      acts('person:p', 'attacks', 'state:A', { when: '1991-01-01' }),
    )
    expect(ties(balance(kg))).toEqual(['A-B'])
    expect(leftOut(balance(kg))).toEqual({ 'same-state': 1 })
  })

  test('who are no states stand for themselves where that is asked for; those left unnamed never', () => {
    const answer = balance(kg, { actors: 'all' })
    expect(ties(answer)).toContain('org:group-G')
    expect(ties(answer)).toContain('person:citizen-I')
    const unnamed = graphOf(
      states('A', 'B'),
      { type: 'State', id: 'state:someone', label: 'a state', unnamed: true },
      plain('state:someone', 'attacks', 'state:A'),
      rivals('A', 'B'),
    )
    for (const actors of ['states', 'all'] as const) {
      expect(ties(balance(unnamed, { actors }))).toEqual(['A-B'])
      expect(leftOut(balance(unnamed, { actors }))).toEqual({ unnamed: 1 })
    }
  })

  test('who are one are one: merged states have their ties together', () => {
    const merged = graphOf(
      states('A', 'B', 'C'),
      entity('State', 'state:Z', { sameAs: ['state:B'], label: { en: 'B' } }),
      pact('A', 'B'),
      rivals('Z', 'C'),
    )
    expect(balance(merged).graphs[0]!.actors).toHaveLength(3)
  })

  test('may have any ids and labels', () => {
    const odd = ['state:__proto__', 'state:constructor', 'state:toString']
    const hostile = graphOf(
      states('A'),
      odd.map((id) => ({ type: 'State', id, label: { en: 'a\u202eb | c' } })),
      plain(odd[0]!, 'rivals', odd[1]!, { when: '2000/2001' }),
      plain(odd[1]!, 'rivals', odd[2]!, { when: '2000' }),
      plain(odd[0]!, 'rivals', odd[2]!, { when: '2000' }),
    )
    expect(only(balance(hostile)).triads).toEqual([0, 0, 0, 1])
    const answer = balance(hostile, { years: [1999, 2002] })
    expect(answer.graphs.map(({ negative }) => negative)).toEqual([0, 3, 1, 0])
    for (const text of [answer.toString(), answer.toMarkdown(), answer.toSVG(), answer.toHTML()])
      expect(text).not.toContain('\u202e')
  })
})

describe('what follows', () => {
  const kg = graphOf(
    states('A', 'B', 'C', 'D'),
    entity('Treaty', 'treaty:T', { obligations: ['defence'] }),
    entity('Treaty', 'treaty:U', { obligations: ['consultation'] }),
    entity('IntergovernmentalOrganization', 'org:EU'),
    ...(['A', 'B'] as const).map((code) => ({
      relation: 'partyTo',
      subject: `state:${code}`,
      object: 'treaty:T',
      claims: asserted,
    })),
    ...(['B', 'C'] as const).map((code) => ({
      relation: 'partyTo',
      subject: `state:${code}`,
      object: 'treaty:U',
      claims: asserted,
    })),
    ...(['A', 'C'] as const).map((code) => ({
      relation: 'memberOf',
      subject: `state:${code}`,
      object: 'org:EU',
      claims: asserted,
    })),
    {
      relation: 'sanctions',
      subject: 'org:EU',
      object: 'state:D',
      claims: asserted,
      measures: ['asset-freeze'],
    },
  )

  test('is not counted unless asked: an organisation is no state', () => {
    expect(ties(balance(kg))).toEqual([])
    expect(leftOut(balance(kg))).toEqual({ 'no-state': 1 })
  })

  test('binds parties of a treaty that obliges to defence, and members by what their organisation does', () => {
    const answer = balance(kg, { infer: true })
    expect(ties(answer)).toEqual(['A+B', 'A-D', 'C-D'])
    expect(answer.ties()[1]!.basis.statements).toHaveLength(2)
    expect(leftOut(answer)).toEqual({ condition: 2, 'no-state': 1 })
    expect(ties(balance(kg, { infer: true, actors: 'all' }))).toContain('org:EU-D')
  })
})

describe('over years', () => {
  const kg = graphOf(
    entity('State', 'state:A'),
    entity('State', 'state:B'),
    entity('State', 'state:C'),
    entity('State', 'state:D', { existed: ['1900/1903'] }),
    pact('A', 'B', { when: '1900-03-01/1902-02-01' }),
    rivals('A', 'B', { when: '1904/1905' }),
    rivals('A', 'C', { when: '1901/1903' }),
    pact('A', 'C', { when: '1904' }),
    pact('B', 'C', { when: '1903/1904' }),
    rivals('B', 'C', { when: '1905' }),
    pact('C', 'D', { when: '1900/1910' }),
    rivals('B', 'D'),
  )
  const answer = balance(kg, { years: [1899, 1906] })

  test('a statement counts in each year with which its days share one, while both states exist', () => {
    const found = answer.graphs.map(({ year }) => `${year}: ${ties(answer, year).join(' ')}`.trim())
    expect(found).toEqual([
      '1899:',
      '1900: A+B C+D',
      '1901: A+B A-C C+D',
      '1902: A+B A-C C+D',
      '1903: A-C B+C C+D',
      '1904: A-B A+C B+C',
      '1905: A-B B-C',
      '1906:',
    ])
    expect(answer.graphs.map(({ strong }) => strong)).toEqual([...Array(5), 0, undefined, undefined])
    expect(leftOut(answer)).toEqual({ undated: 1 })
    expect(only(balance(kg)).negative).toBe(4) // the undated rivalry too
  })

  test('who left whom: pacts that ended or turned, rivals that made up, with what both rest on', () => {
    const told = answer.tieChanges.map(({ year, change, between: [a, b] }) => `${year} ${a} ${b} ${change}`)
    expect(told).toEqual([
      '1903 state:A state:B ended',
      '1904 state:A state:C turned-positive',
      '1904 state:C state:D gone',
      '1905 state:A state:C ended',
      '1905 state:B state:C turned-negative',
    ])
    const turned = answer.tieChanges.at(-1)!
    const id = (relation: 'rivals' | 'alliedWith') =>
      [...kg.statements({ relation, subject: 'state:B', object: 'state:C' })].map((one) => one.id)
    expect(turned.before.statements).toEqual(id('alliedWith'))
    expect(turned.after?.statements).toEqual(id('rivals'))
  })

  test('only what is certain counts where that is asked: a year named alone holds for no certain day', () => {
    const certain = balance(kg, { years: [1899, 1906], certain: true })
    expect(ties(certain, 1904)).toEqual(['A-B', 'B+C'])
    expect(ties(certain, 1900)).toEqual(['A+B', 'C+D'])
    // The pact of A and C in 1904, the rivalry of B and C in 1905.
    expect(leftOut(certain)).toEqual({ undated: 1, uncertain: 2 })
  })

  test('a view of one day is asked of its own year alone: the emptiness of others would be no finding', () => {
    const kg = graphOf(
      states('A', 'B', 'C'),
      pact('A', 'B', { when: '1890/1899' }),
      pact('A', 'C', { when: '1890/1910' }),
    )
    const view = kg.view({ asOf: '1905-06-01' })
    expect(() => balance(view, { years: [1895, 1905] })).toThrow(/one day of 1905/)
    expect(() => balance(view, { years: [1906, 1906] })).toThrow(/one day of 1905/)
    expect(ties(balance(view, { years: [1905, 1905] }), 1905)).toEqual(['A+C'])
  })

  test('a year that was not asked for is refused', () => {
    expect(() => answer.ties(1950)).toThrow('the year 1950 was not asked for')
    expect(() => answer.ties()).toThrow('of which year')
  })

  test('blocs keep their names, and who moves from one to the other is told', () => {
    // A and B against C and D; C leaves D and joins A and B.
    const years = (first: number, last: number) => ({ when: `${first}-01-01/${last}-12-31` })
    const moving = graphOf(
      states('A', 'B', 'C', 'D', 'E'),
      pact('A', 'B', years(1900, 1901)),
      rivals('A', 'D', years(1900, 1901)),
      rivals('B', 'D', years(1900, 1901)),
      rivals('B', 'E', years(1900, 1901)),
      pact('D', 'E', years(1900, 1901)),
      rivals('A', 'C', years(1900, 1900)),
      pact('C', 'D', years(1900, 1900)),
      pact('A', 'C', years(1901, 1901)),
      rivals('C', 'D', years(1901, 1901)),
    )
    const found = balance(moving, { years: [1900, 1901] })
    expect(found.graphs.map(blocs)).toEqual(['C D E | A B', 'D E | A B C'])
    expect(found.blocChanges).toEqual([{ year: 1901, actor: 'state:C', certain: true }])
    expect(found.graphs.map(({ frustration }) => frustration.high)).toEqual([0, 0])
    expect(found.toString()).toContain('Changed blocs: 1901: C')
  })

  test('the picture is a chart with gaps, and the table has a row a year', () => {
    const svg = answer.toSVG({ theme: 'light' })
    expect(svg).toContain('Cartwright–Harary')
    expect(svg.match(/class="statecraft-series"/g)).toHaveLength(3)
    expect(answer.tabulate(undefined, 3).rows.map(({ cells }) => cells[0])).toEqual(['1899', '1900', '1901'])
    expect(answer.toHTML()).toContain('<svg')
    expect(() => answer.toSVG({ theme: 'blue' as 'dark' })).toThrow(StatecraftError)
  })

  test('as plain data it has its caveat and what it rests on; words are refused once the graph has changed', () => {
    const changing = graphOf(states('A', 'B'), rivals('A', 'B', { when: '2000' }))
    const before = balance(changing, { years: [2000, 2000] })
    const data = JSON.parse(JSON.stringify(before))
    expect(data).toMatchObject({ years: [2000, 2000], levels: ['asserted'], caveat: before.caveat })
    expect(data.basis.statements).toEqual([...changing.statements()].map(({ id }) => id))
    expect(before.sources).toEqual(['state:A'])
    changing.load(states('C'))
    expect(() => before.toString()).toThrow('was changed')
  })
})

test('the order of records changes nothing', () => {
  const codes = ['A', 'B', 'C', 'D', 'E', 'F']
  const tie = fc.record({
    pair: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 2, maxLength: 2 }),
    isPact: fc.boolean(),
    year: fc.integer({ min: 2000, max: 2003 }),
  })
  fc.assert(
    fc.property(fc.array(tie, { maxLength: 18 }), fc.infiniteStream(fc.nat()), (drawn, numbers) => {
      const records = drawn.map(({ pair: [a, b], isPact, year }) =>
        (isPact ? pact : rivals)(a!, b!, { when: String(year) }),
      )
      const all = [...states(...codes), ...records]
      const keyed = all.map((record) => ({ record, key: numbers.next().value as number }))
      const shuffled = keyed.sort((one, other) => one.key - other.key).map(({ record }) => record)
      for (const options of [{}, { years: [2000, 2003] }] as const) {
        const [one, two] = [balance(graphOf(all), options), balance(graphOf(shuffled), options)]
        expect(two.toJSON()).toEqual(one.toJSON())
        expect(two.toString()).toBe(one.toString())
      }
    }),
    RUNS,
  )
})
