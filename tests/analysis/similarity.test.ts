import fc from 'fast-check'
import { type Core, createGraph, type Graph, StatecraftError } from 'statecraft'
import { type Similarity, similarity, similarityByYear } from 'statecraft/analysis'
import { describe, expect, test } from 'vitest'
import { by, entity, type Fields, graphOf, source, statement, states } from '../records'

const RUNS = { numRuns: Number(process.env.STATECRAFT_RUNS ?? 60) }

const pacts = entity('Dataset', 'source:pacts', { coverage: '1890/1910' })

const pact = (a: string, b: string, details: Fields, claim: Fields = {}) =>
  statement(a, 'alliedWith', b, [
    { stance: 'asserts', source: 'source:pacts', when: '1895-01-01/1905-12-31', ...details, ...claim },
  ])

/** The three measures, and over how many. */
const measures = ({ s, pi, kappa, n }: Similarity) => ({ s, pi, kappa, n })

const near = (s: number, pi: number, kappa: number, n: number) => ({
  s: expect.closeTo(s, 12),
  pi: expect.closeTo(pi, 12),
  kappa: expect.closeTo(kappa, 12),
  n,
})

/** What a question that cannot be asked fails with. */
const failing = (ask: () => unknown) => {
  try {
    ask()
  } catch (error) {
    if (error instanceof StatecraftError) return `${error.code} ${error.issue.path?.join('.') ?? ''}`.trim()
    throw error
  }
  return 'nothing'
}

describe('similarity of pledges', () => {
  // In 1900:     A B C D E
  //   A has      3 3 1 0 0   (with itself: 3)
  //   B has      3 3 1 2 0
  const records = [
    states('A', 'B', 'C', 'D', 'E'),
    pacts,
    pact('A', 'B', { cowType: 'defence' }),
    pact('C', 'A', { cowType: 'entente' }),
    pact('B', 'C', { obligations: 'consultation' }),
    pact('B', 'D', { obligations: ['neutrality', 'consultation'] }),
  ].flat()
  const kg = graphOf(records)
  const year = 1900

  test('is what a hand works out', () => {
    // S: one difference, of 2, over five thirds: 1 − 2·2/(3·5).
    // Squared, observed 4/5; means 7/5 and 9/5; variances 19/5 − 49/25 = 46/25 and 23/5 − 81/25 = 34/25.
    // κ expects 46/25 + 34/25 + (2/5)² = 84/25: 1 − 20/84. π expects 80/25 + (2/5)²/2 = 82/25: 1 − 20/82.
    expect(measures(similarity(kg, 'state:A', 'state:B', { year }))).toEqual(
      near(11 / 15, 31 / 41, 16 / 21, 5),
    )
  })

  test('leaves out the two themselves where asked to', () => {
    // A has 1 0 0, B 1 2 0. S = 1 − 2·2/(3·3). Observed 4/3; variances 2/9 and 6/9, means 1/3 and 1.
    // κ expects 8/9 + 4/9 = 4/3: 0. π expects 8/9 + 2/9 = 10/9: 1 − 12/10.
    const found = similarity(kg, 'state:A', 'state:B', { year, self: 'exclude' })
    expect(measures(found)).toEqual(near(5 / 9, -1 / 5, 0, 3))
    expect(found.rows.map(({ id, a, b }) => [id, a, b])).toEqual([
      ['state:C', 1, 1],
      ['state:D', 0, 2],
      ['state:E', 0, 0],
    ])
  })

  test('weighs thirds', () => {
    // Weights 4 3 2 1 0, 10 in all. S = 1 − 2·1·2/(3·10). Observed 4/10; means 2.3 and 2.5; variances
    // 6.5 − 5.29 = 1.21 and 6.9 − 6.25 = 0.65. κ expects 1.86 + 0.04: 1 − 4/19. π 1.86 + 0.02: 1 − 40/188.
    const weights = { 'state:A': 4, 'state:B': 3, 'state:C': 2, 'state:D': 1, 'state:E': 0 }
    const expected = near(13 / 15, 37 / 47, 15 / 19, 5)
    expect(measures(similarity(kg, 'state:A', 'state:B', { year, weights }))).toEqual(expected)
    for (const scale of [1e-300, 1e307]) {
      const scaled = (id: string) => (weights[id as keyof typeof weights] ?? 0) * scale
      const found = similarity(kg, 'state:A', 'state:B', { year, weights: scaled })
      expect(found.s).toBeCloseTo(13 / 15, 12)
      expect(found.kappa).toBeCloseTo(15 / 19, 12)
    }
  })

  test('takes one distance for all three measures where asked to', () => {
    // Absolute, observed 2/5. Of 25 pairs of one of A's with one of B's: 2·9 + 6 + 2·6 = 36 apart: κ = 1 − 10/36.
    // Pooled 3 zeros, 2 ones, 1 two, 4 threes: 2·(6 + 6 + 36 + 2 + 16 + 4)/100 = 1.4: π = 1 − 4/14.
    const absolute = similarity(kg, 'state:A', 'state:B', { year, distance: 'absolute' })
    expect(measures(absolute)).toEqual(near(11 / 15, 5 / 7, 13 / 18, 5))
    // Squared, S = 1 − 2·4/(9·5).
    const squared = similarity(kg, 'state:A', 'state:B', { year, distance: 'squared' })
    expect(measures(squared)).toEqual(near(37 / 45, 31 / 41, 16 / 21, 5))
  })

  test('gives the table of pairs, and what each code rests on', () => {
    const found = similarity(kg, 'state:A', 'state:B', { year })
    expect(found.table).toEqual([
      [1, 0, 1, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 2],
    ])
    const idOf = (a: string, b: string) =>
      [...kg.statements({ relation: 'alliedWith' })].find(
        ({ subject, object }) => new Set([subject, object, `state:${a}`, `state:${b}`]).size === 2,
      )?.id
    const [a, b, c, d, e] = found.rows
    expect(a?.aRests).toBeUndefined()
    expect(a?.bRests?.statements).toEqual([idOf('A', 'B')])
    expect(b?.aRests?.statements).toEqual([idOf('A', 'B')])
    expect(c?.aRests).toMatchObject({ level: 'asserted', disputed: false, statements: [idOf('A', 'C')] })
    expect(d?.aRests).toBeUndefined()
    expect(d?.bRests?.statements).toEqual([idOf('B', 'D')])
    expect(e).toEqual({ id: 'state:E', a: 0, b: 0, weight: 1, leftOut: [] })
    expect(found.sources).toEqual(['source:pacts'])
  })

  test('codes obligations and COW types, the strongest first; offence is active help', () => {
    const code = (details: Fields) => {
      const graph = graphOf(states('A', 'B', 'C'), pacts, pact('A', 'C', details))
      return similarity(graph, 'state:A', 'state:B', { year }).rows.find(({ id }) => id === 'state:C')?.a
    }
    expect(code({ cowType: 'defence' })).toBe(3)
    expect(code({ cowType: 'neutrality' })).toBe(2)
    expect(code({ cowType: 'nonaggression' })).toBe(2)
    expect(code({ cowType: 'entente' })).toBe(1)
    expect(code({ obligations: 'defence' })).toBe(3)
    expect(code({ obligations: 'offence' })).toBe(3)
    expect(code({ obligations: 'neutrality' })).toBe(2)
    expect(code({ obligations: 'nonaggression' })).toBe(2)
    expect(code({ obligations: 'consultation' })).toBe(1)
    expect(code({ obligations: ['consultation', 'neutrality'], cowType: 'entente' })).toBe(2)
  })

  test('does not compare over an alliance whose type nobody states', () => {
    const found = similarity(graphOf(records, pact('A', 'E', {})), 'state:A', 'state:B', { year })
    expect(found.unpaired).toEqual([{ id: 'state:E', why: 'type-not-stated', of: ['state:A'] }])
    expect(found.n).toBe(4)
    expect(String(found)).toContain('Not compared over 1: an alliance is stated, and not of what type')
  })

  test('takes what one state alone has promised for a pledge of that one', () => {
    const guarantee = statement('A', 'pledgesTo', 'E', [
      { stance: 'asserts', source: 'source:pacts', when: '1900', obligations: 'defence' },
    ])
    const graph = graphOf(records, guarantee)
    const row = (a: string, b: string, id: string) =>
      similarity(graph, `state:${a}`, `state:${b}`, { year }).rows.find((one) => one.id === `state:${id}`)
    expect(row('A', 'B', 'E')).toMatchObject({ a: 3, b: 0 })
    expect(row('E', 'B', 'A')).toMatchObject({ a: 0, b: 3 })
  })

  test('infers pledges between the parties of a treaty only where asked to', () => {
    const party = (code: string) => ({
      ...{ relation: 'partyTo', subject: `state:${code}`, object: 'treaty:t', when: '1899/1901' },
      claims: [{ stance: 'asserts', source: 'source:pacts' }],
    })
    const treaty = entity('Treaty', 'treaty:t', { obligations: ['nonaggression'] })
    const graph = graphOf(records, treaty, party('A'), party('E'))
    const code = (infer?: boolean) =>
      similarity(graph, 'state:A', 'state:B', { year, ...(infer === undefined ? {} : { infer }) }).rows[4]
    expect(code()).toMatchObject({ id: 'state:E', a: 0 })
    expect(code(true)).toMatchObject({ id: 'state:E', a: 2 })
    expect(code(true)?.aRests?.statements).toHaveLength(2)
  })

  test('counts what is asserted and undisputed, and tells what it leaves out', () => {
    const graph = graphOf(
      ...[states('A', 'B', 'C', 'D', 'E'), pacts, source('news', '1900')],
      pact('A', 'C', { cowType: 'defence' }, { stance: 'predicts' }),
      statement('A', 'alliedWith', 'D', [
        { stance: 'asserts', source: 'source:pacts', when: '1900', cowType: 'defence' },
        by('state:A', 'denies', { source: 'source:news' }),
      ]),
      statement('A', 'alliedWith', 'E', [by('state:A', 'denies', { source: 'source:news', when: '1900' })]),
    )
    const codes = (options: object) =>
      similarity(graph, 'state:A', 'state:B', { year, ...options }).rows.map(({ a }) => a)
    const found = similarity(graph, 'state:A', 'state:B', { year })
    expect(codes({})).toEqual([3, 0, 0, 0, 0])
    expect(found.leftOut).toHaveLength(2)
    expect(found.rows[2]?.leftOut).toHaveLength(1)
    expect(String(found)).toContain('2 statements left out for their standing')
    expect(codes({ levels: ['asserted', 'predicted'] })).toEqual([3, 0, 3, 0, 0])
    expect(codes({ disputed: 'include' })).toEqual([3, 0, 0, 3, 0])
    expect(failing(() => codes({ levels: 'denied' }))).toBe('bad-value levels')
    const denied = graph.view({ status: ['asserted', 'denied'] })
    expect(similarity(denied, 'state:A', 'state:B', { year, disputed: 'include' }).rows[4]?.a).toBe(0)
  })

  test('compares over the states that are there in the year, or those that are asked for', () => {
    const graph = graphOf(
      records,
      entity('State', 'state:F', { existed: ['1950/..'] }),
      entity('State', 'state:G', { existed: ['1880/1901'] }),
      entity('Company', 'company:c'),
    )
    const thirds = (options: object) =>
      similarity(graph, 'state:A', 'state:B', { year, ...options }).rows.map(({ id }) => id.slice(6))
    expect(thirds({})).toEqual(['A', 'B', 'C', 'D', 'E', 'G'])
    expect(thirds({ year: 1902 })).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(thirds({ universe: ['state:G', 'state:F', 'state:C'] })).toEqual(['C', 'G'])
    const early = similarity(graph, 'state:A', 'state:F', { year })
    expect(early).toMatchObject({ s: undefined, pi: undefined, kappa: undefined, n: 0 })
    expect(early.why.s).toBe('one of the two is not there in 1900')
  })

  test('is undefined, with the reason, where there is nothing that could differ', () => {
    const alone = similarity(graphOf(states('A', 'B')), 'state:A', 'state:B', { year, self: 'exclude' })
    expect(measures(alone)).toEqual({ s: undefined, pi: undefined, kappa: undefined, n: 0 })
    expect(alone.why.s).toBe('the two have no third in common')
    const silent = graphOf(states('A', 'B', 'C', 'D'))
    const none = similarity(silent, 'state:A', 'state:B', { year, self: 'exclude' })
    expect(measures(none)).toEqual({ s: 1, pi: undefined, kappa: undefined, n: 2 })
    expect(none.why.kappa).toContain('same one value')
    const weightless = similarity(kg, 'state:A', 'state:B', { year, weights: () => 0 })
    expect(weightless.s).toBeUndefined()
    expect(weightless.why.s).toContain('weighs nothing')
    expect(JSON.stringify([alone, none, weightless])).not.toContain('null')
  })

  test('leaves out a third without a weight', () => {
    const weights = { 'state:A': 1, 'state:B': 1, 'state:C': 1, 'state:nowhere': 5 }
    const found = similarity(kg, 'state:A', 'state:B', { year, weights })
    expect(found.n).toBe(3)
    expect(found.unpaired).toEqual([
      { id: 'state:D', why: 'no-weight', of: [] },
      { id: 'state:E', why: 'no-weight', of: [] },
    ])
  })

  test('says on whose silence the zeros rest, and where on nobody’s', () => {
    // D twice with A and E with both: A has two zeros, B one.
    const covered = similarity(kg, 'state:A', 'state:B', { year })
    expect(covered.coverage).toEqual([
      { source: 'source:pacts', relations: ['alliedWith'], years: [1900, 1900] },
    ])
    expect(String(covered)).toContain('3 of the 10 codes are 0 and rest on the silence of what covers 1900')
    const graph = graphOf(
      ...[states('A', 'B', 'C', 'D'), pacts, entity('Dataset', 'source:other', { coverage: '1890/1910' })],
      pact('A', 'B', { cowType: 'defence' }),
      pact('C', 'D', { cowType: 'defence' }, { source: 'source:other' }),
    )
    const silent = similarity(graph, 'state:A', 'state:B', { year })
    expect(silent.sources).toEqual(['source:other', 'source:pacts'])
    expect(String(silent).split('\n').at(-1)).toBe('Sources: other; pacts')
    const full = { year, universe: ['state:A', 'state:B'] }
    expect(similarity(graph, 'state:A', 'state:B', full).sources).toEqual(['source:pacts'])
    const series = similarityByYear(graph, 'state:A', 'state:B', { years: [1900, 1901] })
    expect(series.sources).toEqual(['source:other', 'source:pacts'])
    const late = similarity(kg, 'state:A', 'state:B', { year: 1920 })
    expect(late.coverage).toEqual([])
    expect(String(late)).toContain("rest on no source's coverage of 1920")
  })

  test('places pledges in years, tells the undated, and those that only may hold', () => {
    const graph = graphOf(
      states('A', 'B', 'C', 'D'),
      pacts,
      statement('A', 'alliedWith', 'C', [{ stance: 'asserts', source: 'source:pacts', cowType: 'defence' }]),
      statement('A', 'alliedWith', 'D', [
        { stance: 'asserts', source: 'source:pacts', cowType: 'defence', when: '[1899,1900]' },
      ]),
    )
    const found = similarity(graph, 'state:A', 'state:B', { year })
    expect(found.rows.map(({ a }) => a)).toEqual([3, 0, 0, 3])
    expect(found.undated).toHaveLength(1)
    expect(found.vague).toHaveLength(1)
    expect(similarity(graph, 'state:A', 'state:B', { year: 1901 }).rows[3]?.a).toBe(0)
  })

  test('takes what holds on the day of a view, and no other year than its', () => {
    const changed = graphOf(
      states('A', 'B', 'C'),
      pacts,
      pact('A', 'C', { cowType: 'defence' }, { when: '1900-01-01/1900-03-31' }),
      pact('B', 'C', { cowType: 'defence' }, { when: '1900-06-01/1900-12-31' }),
    )
    const s = (asOf?: string) => {
      const view = asOf === undefined ? changed : changed.view({ asOf })
      return similarity(
        view,
        'state:A',
        'state:B',
        asOf === undefined ? { year, self: 'exclude' } : { self: 'exclude' },
      ).s
    }
    // Over C alone: in the whole year 3 and 3, in February 3 and 0, in May 0 and 0, in July 0 and 3.
    expect([s(), s('1900-02-01'), s('1900-05-01'), s('1900-07-01')]).toEqual([1, -1, 1, -1])
    const view = changed.view({ asOf: '1900-02-01' })
    expect(failing(() => similarity(view, 'state:A', 'state:B', { year: 1901 }))).toBe('bad-value year')
    expect(failing(() => similarityByYear(view, 'state:A', 'state:B', { years: [1900, 1901] }))).toBe(
      'bad-value years',
    )
    expect(similarity(view, 'state:A', 'state:B').years).toEqual([1900, 1900])
  })

  test('follows what one could know, and a viewpoint', () => {
    const graph = graphOf(
      states('A', 'B', 'C'),
      source('leak', '1918'),
      pact('A', 'C', { cowType: 'defence' }, { source: 'source:leak', by: 'state:B' }),
      statement('A', 'alliedWith', 'C', [by('state:C', 'denies')], { occurrence: '1895-01-01' }),
    )
    const a = (view: Parameters<typeof similarity>[0]) =>
      similarity(view, 'state:A', 'state:B', { year, self: 'exclude' }).rows[0]?.a
    expect(a(graph)).toBe(0)
    expect(a(graph.view({ viewpoint: 'state:B' }))).toBe(3)
    expect(a(graph.view({ asKnownOn: '1910-01-01', viewpoint: 'state:B' }))).toBe(0)
  })

  test('prints a table with what it must not be taken for', () => {
    const lines = String(similarity(kg, 'state:A', 'state:B', { year })).split('\n')
    expect(lines[0]).toBe('Similarity of A (a) and B (b) in pledges, 1900: S 0.733, π 0.756, κ 0.762, n 5')
    expect(lines.slice(1, 7).map((line) => line.trim().split(/\s+/))).toEqual([
      ['with', 'a', 'b', 'weight', 'apart', 'standing'],
      ['A', '3', '3', '1', '0', 'asserted'],
      ['B', '3', '3', '1', '0', 'asserted'],
      ['C', '1', '1', '1', '0', 'asserted'],
      ['D', '0', '2', '1', '2', 'asserted'],
      ['E', '0', '0', '1', '0'],
    ])
    expect(lines.join('\n')).toContain('not how friendly the two are')
    expect(lines.at(-1)).toBe('Sources: pacts')
    expect(similarity(kg, 'state:A', 'state:B', { year }).toSVG()).toContain('<svg')
  })

  test('is JSON with its caveat and sources', () => {
    const record = JSON.parse(JSON.stringify(similarity(kg, 'state:A', 'state:B', { year })))
    expect(record).toMatchObject({
      ...{ a: 'state:A', b: 'state:B', over: 'pledges', years: [1900, 1900], n: 5 },
      distance: { s: 'absolute', corrected: 'squared' },
      sources: ['source:pacts'],
      caveat: expect.stringContaining('forecasts nothing'),
    })
    expect(record.rows).toHaveLength(5)
  })

  test('is told of a graph as it was', () => {
    const graph = graphOf(records)
    const found = similarity(graph, 'state:A', 'state:B', { year })
    graph.add('State', { id: 'state:Z', label: 'Z' })
    expect(found.n).toBe(5)
    expect(() => String(found)).toThrow('changed')
  })

  test('goes year by year', () => {
    const series = similarityByYear(kg, 'state:A', 'state:B', { years: [1894, 1896] })
    // In 1894 each has 3 with itself alone: 1 − 2·6/(3·5).
    expect(series.years.map(({ year, s, n }) => [year, s, n])).toEqual([
      [1894, expect.closeTo(1 / 5, 12), 5],
      [1895, expect.closeTo(11 / 15, 12), 5],
      [1896, expect.closeTo(11 / 15, 12), 5],
    ])
    expect(series.sources).toEqual(['source:pacts'])
    const [head, columns, first] = String(series).split('\n')
    expect(head).toBe('Similarity of A and B in pledges, 1894–1896')
    expect(columns?.trim().split(/\s{2,}/)).toEqual([
      'year',
      'S',
      'π',
      'κ',
      'n',
      'not compared',
      'left out',
      'covered',
    ])
    expect(first?.trim().split(/\s+/).slice(0, 2)).toEqual(['1894', '0.200'])
    expect(JSON.parse(JSON.stringify(series)).years).toHaveLength(3)
  })

  test('refuses what cannot be asked', () => {
    const ask = (options: object, a = 'state:A', b = 'state:B') =>
      failing(() => similarity(kg, a, b, options))
    expect(ask({})).toBe('missing-field year')
    expect(ask({ year: Number.NaN })).toBe('bad-value year')
    expect(ask({ year: Infinity })).toBe('bad-value year')
    expect(ask({ year, yaer: 1 })).toBe('bad-value yaer')
    expect(ask({ year, over: 'trade' })).toBe('bad-value over')
    expect(ask({ year, distance: 'cubed' })).toBe('bad-value distance')
    expect(ask({ year, self: 'own' })).toBe('bad-value self')
    expect(ask({ year, absent: 'abstain' })).toBe('bad-value absent')
    expect(ask({ year, infer: 'yes' })).toBe('bad-value infer')
    expect(ask({ year, period: [1, 2] })).toBe('bad-value period')
    expect(ask({ year, weights: () => Number.NaN })).toBe('bad-value weights.state:A')
    expect(ask({ year, weights: { 'state:A': -1 } })).toBe('bad-value weights.state:A')
    expect(ask({ year, weights: { 'state:A': Infinity } })).toBe('bad-value weights.state:A')
    expect(ask({ year, weights: 3 })).toBe('bad-value weights')
    expect(ask({ year, levels: [] })).toBe('bad-value levels')
    expect(ask({ year, universe: { type: 'Sate' } })).toBe('unknown-type universe.type')
    expect(ask({ year, universe: 'source:pacts' })).toBe('bad-range universe')
    expect(ask({ year }, 'state:A', 'state:A')).toBe('bad-value b')
    expect(ask({ year }, 'state:X')).toBe('dangling a')
    expect(ask({ year }, 'constructor')).toMatch(/^(bad-id|dangling) a$/)
    expect(ask({ year }, 'source:pacts')).toBe('bad-domain a')
    const graph = graphOf(records, entity('State', 'state:U', { unnamed: true }))
    expect(failing(() => similarity(graph, 'state:A', 'state:U', { year }))).toBe('bad-value b')
    const years = (first: number, last: number) =>
      failing(() => similarityByYear(kg, 'state:A', 'state:B', { years: [first, last] }))
    expect([years(1901, 1900), years(0, 1000), years(0.5, 2)]).toEqual(new Array(3).fill('bad-value years'))
  })

  test('knows merged states by any of their ids, and keeps foreign labels in their cells', () => {
    const graph = graphOf(
      records,
      entity('State', 'alias:A', { sameAs: ['state:A'] }),
      entity('State', 'state:__proto__', { label: { en: 'x\u202Ey\nz' } }),
    )
    const found = similarity(graph, 'alias:A', 'state:B', {
      year,
      weights: { 'alias:A': 1, 'state:__proto__': 1 },
    })
    expect(found.n).toBe(2)
    expect(failing(() => similarity(graph, 'alias:A', 'state:A', { year }))).toBe('bad-value b')
    const text = String(found)
    expect(text).not.toContain('\u202E')
    expect(text.split('\n').filter((line) => line.startsWith('z'))).toEqual([])
  })
})

describe('similarity of votes', () => {
  const votes = (state: string, cast: readonly (string | undefined)[], fields: Fields = {}) =>
    cast.flatMap((vote, i) =>
      vote === undefined
        ? []
        : {
            ...{ relation: 'votesOn', subject: `state:${state}`, object: `resolution:${i + 1}`, vote },
            when: `${2001 + i}-12-01`,
            claims: [{ stance: 'asserts', source: 'source:un' }],
            ...fields,
          },
    )
  const resolutions = Array.from({ length: 6 }, (_, i) => entity('Resolution', `resolution:${i + 1}`))
  const a = votes('A', ['yes', 'yes', 'no', 'abstain', 'absent', 'yes'])
  const b = votes('B', ['yes', 'no', 'no', 'yes', 'yes', undefined])
  const records = [states('A', 'B'), entity('Dataset', 'source:un'), resolutions, a, b].flat()
  const kg = graphOf(records)
  const over = 'votes'

  test('is what a hand works out, over those on which both voted', () => {
    // A 2 2 0 1, B 2 0 0 2. S = 1 − 2·3/(2·4). Squared, observed 5/4; means 5/4 and 1; variances 11/16 and 1.
    // κ expects 27/16 + 1/16 = 28/16: 1 − 20/28. π expects 27/16 + 1/32 = 55/32: 1 − 40/55.
    const found = similarity(kg, 'state:A', 'state:B', { over })
    expect(measures(found)).toEqual(near(1 / 4, 3 / 11, 2 / 7, 4))
    expect(found.unpaired).toEqual([
      { id: 'resolution:5', why: 'absent', of: ['state:A'] },
      { id: 'resolution:6', why: 'not-stated', of: ['state:B'] },
    ])
    expect(found.years).toBeUndefined()
    expect(found.table).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [1, 0, 1],
    ])
  })

  test('counts absence as abstention where asked to', () => {
    // A fifth pair, 1 and 2: 1 − 2·4/(2·5).
    expect(similarity(kg, 'state:A', 'state:B', { over, absent: 'abstain' })).toMatchObject({
      s: expect.closeTo(1 / 5, 12),
      n: 5,
    })
  })

  test('takes a year, a period, or a series of years', () => {
    const s = (options: object) => similarity(kg, 'state:A', 'state:B', { over, ...options })
    expect(s({ year: 2002 })).toMatchObject({ s: -1, n: 1, years: [2002, 2002] })
    // 2 0 and 0 0: 1 − 2·2/(2·2).
    expect(s({ period: [2002, 2003] })).toMatchObject({ s: 0, n: 2, years: [2002, 2003] })
    expect(s({ universe: ['resolution:1', 'resolution:4'] }).n).toBe(2)
    const series = similarityByYear(kg, 'state:A', 'state:B', { over, years: [2001, 2003] })
    expect(series.years.map((one) => one.s)).toEqual([1, -1, 1])
    expect(failing(() => s({ self: 'exclude' }))).toBe('bad-value self')
    expect(failing(() => s({ year: 2001, period: [2001, 2002] }))).toBe('bad-value period')
  })

  test('leaves out what is too vague for the period, and differing statements', () => {
    const vague = graphOf(
      ...[states('A', 'B'), entity('Dataset', 'source:un'), resolutions],
      votes('A', ['yes', 'no']),
      votes('A', ['no']),
      votes('B', ['yes']),
      votes('B', [undefined, 'no'], { when: '2001/2002' }),
    )
    const found = similarity(vague, 'state:A', 'state:B', { over, year: 2002 })
    expect(found.undated).toHaveLength(1)
    expect(found.n).toBe(0)
    const all = similarity(vague, 'state:A', 'state:B', { over })
    expect(all.unpaired).toEqual([{ id: 'resolution:1', why: 'sources-differ', of: ['state:A'] }])
    expect(all.n).toBe(1)
  })

  test('sees on the day of a view only its votes, and says so', () => {
    const found = similarity(kg.view({ asOf: '2002-12-01' }), 'state:A', 'state:B', { over })
    expect(found).toMatchObject({ n: 1, s: -1 })
    expect(String(found)).toContain('The view is of one day')
    expect(
      failing(() =>
        similarity(kg.view({ asOf: '2002-12-01' }), 'state:A', 'state:B', { over, period: [2001, 2002] }),
      ),
    ).toBe('bad-value period')
  })
})

describe('as properties', () => {
  const code = fc.constantFrom(undefined, 'entente', 'neutrality', 'defence')
  const ties = fc.array(fc.tuple(code, code, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 8 })

  /** A and B with these ties to as many others. */
  const recordsOf = (given: readonly (readonly [string | undefined, string | undefined, number])[]) => [
    ...states('A', 'B', ...given.map((_, i) => `T${i}`)),
    pacts,
    ...given.flatMap(([a, b], i) => [
      ...(a ? [pact('A', `T${i}`, { cowType: a })] : []),
      ...(b ? [pact('B', `T${i}`, { cowType: b })] : []),
    ]),
  ]
  const ask = (kg: Graph<Core>, a: string, b: string, options: object = {}) =>
    similarity(kg, a, b, { year: 1900, self: 'exclude', ...options })

  test('the same either way round, in bounds, 1 only of equals, κ never below π', () => {
    fc.assert(
      fc.property(
        ties,
        fc.constantFrom('absolute', 'squared'),
        fc.boolean(),
        (given, distance, isWeighted) => {
          const kg = graphOf(recordsOf(given))
          const weights = isWeighted
            ? { weights: Object.fromEntries(given.map(([, , weight], i) => [`state:T${i}`, weight])) }
            : {}
          const found = ask(kg, 'state:A', 'state:B', { distance, ...weights })
          const other = ask(kg, 'state:B', 'state:A', { distance, ...weights })
          expect(measures(other)).toEqual(measures(found))
          const weighing = found.rows.filter(({ weight }) => weight > 0)
          if (weighing.length === 0) {
            expect(found.s).toBeUndefined()
            return
          }
          const areEqual = weighing.every(({ a, b }) => a === b)
          expect(found.s === 1).toBe(areEqual)
          expect(found.s).toBeGreaterThanOrEqual(-1)
          const hasVariance = new Set(weighing.flatMap(({ a, b }) => [a, b])).size > 1
          expect(found.kappa !== undefined).toBe(hasVariance)
          if (found.kappa === undefined || found.pi === undefined) return
          expect(found.kappa === 1).toBe(areEqual)
          expect(found.pi).toBeLessThanOrEqual(found.kappa + 1e-12)
          expect(found.pi).toBeGreaterThanOrEqual(-1)
        },
      ),
      RUNS,
    )
  })

  test('equal weights are no weights, whatever they are', () => {
    fc.assert(
      fc.property(ties, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (given, weight) => {
        const kg = graphOf(recordsOf(given))
        const plain = ask(kg, 'state:A', 'state:B')
        const weighted = ask(kg, 'state:A', 'state:B', { weights: () => weight })
        for (const name of ['s', 'pi', 'kappa'] as const) {
          const value = plain[name]
          if (value === undefined) expect(weighted[name]).toBeUndefined()
          else expect(weighted[name]).toBeCloseTo(value, 9)
        }
      }),
      RUNS,
    )
  })

  test('the same whatever the order of the records', () => {
    fc.assert(
      fc.property(ties, fc.infiniteStream(fc.nat()), (given, keys) => {
        const records = recordsOf(given)
        const shuffled = records
          .map((record) => ({ record, key: keys.next().value as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ record }) => record)
        const kg = createGraph()
        kg.load(shuffled)
        expect(JSON.stringify(ask(kg, 'state:A', 'state:B'))).toBe(
          JSON.stringify(ask(graphOf(records), 'state:A', 'state:B')),
        )
      }),
      RUNS,
    )
  })
})
