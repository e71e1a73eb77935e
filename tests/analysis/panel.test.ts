import fc from 'fast-check'
import { StatecraftError } from 'statecraft'
import { dyadYears, type Panel } from 'statecraft/analysis'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'

const dataset = (id: string, fields: { readonly [field: string]: unknown } = {}) =>
  entity('Dataset', `source:${id}`, fields)

/** An alliance as a source states it. */
const alliance = (a: string, b: string, from: string, fields: { readonly [field: string]: unknown } = {}) =>
  statement(a, 'alliedWith', b, [{ stance: 'asserts', source: `source:${from}` }], fields)

/** `A B 2000: any count strongest`, with `·` for what is not known. */
const lines = (panel: Panel) =>
  Array.from(panel.rows, ({ from, to, year, any = '·', count = '·', strongest = '' }) =>
    `${from.slice(6)} ${to.slice(6)} ${year}: ${any} ${count} ${strongest}`.trimEnd(),
  )

/** The years of the rows, with what is found in each. */
const years = (panel: Panel) => Array.from(panel.rows, ({ year, count = '·' }) => `${year}: ${count}`)

const everyState = { type: 'State' } as const

describe('a panel of dyad-years', () => {
  // Covered: 2000 to 2003, by `one` up to 2002 and by `two` from then.
  const kg = graphOf(
    states('A', 'B', 'C'),
    dataset('one', { coverage: '2000/2002', label: { en: 'Alliances One' }, published: '2003' }),
    dataset('two', { coverage: '2002/2003' }),
    source('news', '2005'),
    alliance('A', 'B', 'one', {
      when: '1999-05-01/2001-06-30',
      obligations: ['nonaggression', 'defence'],
    }),
    alliance('B', 'A', 'news', { when: '2001-03-01/2004-12-31', obligations: 'consultation' }),
    alliance('B', 'C', 'two', { when: '2003-07' }),
    alliance('A', 'C', 'news'),
  )
  const asked = { relation: 'alliedWith', from: everyState, to: everyState, years: [1999, 2004] } as const

  test('counts by dyad and year, in both directions, with zeros only where a source covers the year', () => {
    const ab = ['1999: true 1 defence', '2000: true 1 defence', '2001: true 2 defence']
    const later = ['2002', '2003', '2004'].map((year) => `${year}: true 1 consultation`)
    const zeros = (...covered: number[]) => covered.map((year) => `${year}: false 0`)
    const ac = ['1999: · ·', ...zeros(2000, 2001, 2002, 2003), '2004: · ·']
    const bc = ['1999: · ·', ...zeros(2000, 2001, 2002), '2003: true 1', '2004: · ·']
    const of = (dyad: string, rows: string[]) => rows.map((row) => `${dyad} ${row}`)
    expect(lines(dyadYears(kg, asked))).toEqual([
      ...of('A B', [...ab, ...later]),
      ...of('A C', ac),
      ...of('B A', [...ab, ...later]),
      ...of('B C', bc),
      ...of('C A', ac),
      ...of('C B', bc),
    ])
  })

  test('names the statements of each row, those that are in no year, and the sources to cite', () => {
    const panel = dyadYears(kg, asked)
    const all = [...kg.statements({ relation: 'alliedWith' })]
    const [first, second] = all
    const [both] = [...panel.rows].filter(({ year }) => year === 2001)
    expect(both?.statements).toEqual([first!.id, second!.id].sort())
    expect(panel.undated).toEqual([all[3]!.id])
    expect(panel.sources).toEqual(['source:news', 'source:one', 'source:two'])
    expect(panel.citations()).toEqual([
      'news (2005)',
      'Alliances One (2003; covers 2000/2002)',
      'two (covers 2002/2003)',
    ])
    expect(panel.coverage).toEqual([
      { source: 'source:one', relations: ['alliedWith'], years: [2000, 2002] },
      { source: 'source:two', relations: ['alliedWith'], years: [2002, 2003] },
    ])
    expect(panel.length).toBe(36)
  })

  test('cites a source whose silence makes the zeros, and none that has nothing to do with them', () => {
    const { sources } = dyadYears(kg, { ...asked, from: 'state:A', to: 'state:C', years: [2001, 2001] })
    expect(sources).toEqual(['source:one'])
  })

  test('counts under `certain` what certainly holds, and says neither yes nor no of what only may', () => {
    const bc = { from: 'state:B', to: 'state:C', years: [2002, 2003] } as const
    expect(lines(dyadYears(kg, { ...asked, ...bc, certain: true }))).toEqual([
      'B C 2002: false 0',
      'B C 2003: · ·',
    ])
    const ab = { from: 'state:A', to: 'state:B', years: [2001, 2001] } as const
    expect(lines(dyadYears(kg, { ...asked, ...ab, certain: true }))).toEqual(['A B 2001: true 2 defence'])
  })

  test('is CSV with empty cells for what is not known', () => {
    const small = dyadYears(kg, {
      ...asked,
      from: 'state:A',
      to: ['state:B', 'state:C'],
      years: [1999, 2000],
    })
    expect(small.toCsv()).toBe(
      [
        'from,to,year,any,count,strongest',
        'state:A,state:B,1999,1,1,defence',
        'state:A,state:B,2000,1,1,defence',
        'state:A,state:C,1999,,,',
        'state:A,state:C,2000,0,0,',
        '',
      ].join('\n'),
    )
  })

  test('prints its first rows, and says how many there are more', () => {
    const small = dyadYears(kg, { ...asked, from: 'state:B', to: 'state:C', years: [2002, 2004] })
    expect(String(small).split('\n')).toEqual([
      'alliedWith, 2002–2004: 3 dyad-years',
      'B → C  2002  0',
      'B → C  2003  1',
      'B → C  2004  ·',
      'Sources: Alliances One (2003; covers 2000/2002); two (covers 2002/2003)',
    ])
    const text = String(dyadYears(kg, asked))
    expect(text).toContain('… and 16 more')
    expect(text).toContain('Undated, in no year: 1')
  })

  test('is JSON with its sources', () => {
    const small = dyadYears(kg, { ...asked, from: 'state:A', to: 'state:C', years: [1999, 2000] })
    const { rows, ...rest } = JSON.parse(JSON.stringify(small))
    expect(rows).toEqual([
      expect.not.objectContaining({ any: expect.anything() }),
      expect.objectContaining({ from: 'state:A', to: 'state:C', year: 2000, any: false, count: 0 }),
    ])
    expect(rest).toEqual({
      relations: ['alliedWith'],
      years: [1999, 2000],
      sources: ['source:one'],
      coverage: [{ source: 'source:one', relations: ['alliedWith'], years: [2000, 2000] }],
      undated: [...small.undated],
    })
  })
})

describe('a year', () => {
  test('has an alliance that ends or begins within it, and the next or former has not', () => {
    // As in the Correlates of War: in force from 18 June 1887 to 18 June 1890.
    const kg = graphOf(
      states('A', 'B'),
      dataset('cow', { coverage: '1816/2012' }),
      alliance('A', 'B', 'cow', { when: '1887-06-18/1890-06-18' }),
    )
    const panel = dyadYears(kg, {
      relation: 'alliedWith',
      from: 'state:A',
      to: 'state:B',
      years: [1886, 1891],
    })
    expect(years(panel)).toEqual(['1886: 0', '1887: 1', '1888: 1', '1889: 1', '1890: 1', '1891: 0'])
  })

  test.each([
    ['2000/2002', '', [2000, 2001, 2002]],
    ['2000-07/2002', '', [2001, 2002]],
    ['2000-01-01/2001-12-30', '', [2000]],
    ['2001', '', [2001]],
    ['2001/2001', '', [2001]],
    ['2001-06', '', []],
    ['../2000', '', [1999, 2000]],
    ['2000/..', '2002-05', [2000, 2001]],
    ['2000/..', '2002', [2000, 2001]],
    ['2000/..', '', []],
    ['2000/', '2002-05', []],
    ['2000~/2002', '', []],
    ['2001?', '', []],
    ['200X', '', []],
    ['[2000..2002]', '', []],
  ] as const)('is covered by %s (published %s) if all its days are: %j', (coverage, published, covered) => {
    const kg = graphOf(
      states('A', 'B', 'C'),
      dataset('d', { coverage, ...(published ? { published } : {}) }),
      alliance('A', 'B', 'd', { when: '1990-05-01/1990-06-01' }),
    )
    const panel = dyadYears(kg, {
      relation: 'alliedWith',
      from: 'state:A',
      to: 'state:C',
      years: [1999, 2003],
    })
    expect(Array.from(panel.rows).flatMap(({ year, any }) => (any === false ? [year] : []))).toEqual(covered)
  })

  test('is covered for several relations only where each of them is', () => {
    const kg = graphOf(
      states('A', 'B', 'C'),
      dataset('pacts', { coverage: '2000/2001' }),
      dataset('pledges', { coverage: '2001/2002' }),
      alliance('A', 'B', 'pacts', { when: '2000-05-01' }),
      statement('A', 'pledgesTo', 'C', [{ stance: 'asserts', source: 'source:pledges' }], {
        when: '2002-05-01',
      }),
    )
    const panel = dyadYears(kg, {
      relation: ['alliedWith', 'pledgesTo'],
      from: 'state:A',
      to: everyState,
      years: [2000, 2002],
    })
    expect(lines(panel)).toEqual([
      'A B 2000: true 1',
      'A B 2001: false 0',
      'A B 2002: · ·',
      'A C 2000: · ·',
      'A C 2001: false 0',
      'A C 2002: true 1',
    ])
    const unknown = dyadYears(kg, {
      relation: ['alliedWith', 'pledgesTo'],
      from: 'state:A',
      to: 'state:C',
      years: [2000, 2000],
    })
    expect(unknown.sources).toEqual([])
  })

  test('is not covered by who only denies', () => {
    const kg = graphOf(
      states('A', 'B', 'C'),
      dataset('denials', { coverage: '2000/2002' }),
      statement('A', 'supports', 'B', [{ stance: 'denies', source: 'source:denials' }], {
        when: '2001-05-01',
      }),
    )
    const asked = { relation: 'supports', from: 'state:A', to: everyState, years: [2001, 2001] } as const
    for (const view of [kg, kg.view({ status: ['asserted', 'denied'] })]) {
      expect(lines(dyadYears(view, asked))).toEqual(['A B 2001: · ·', 'A C 2001: · ·'])
    }
  })

  test('is one of those meant by always, and none of those of what has no date', () => {
    const kg = graphOf(
      states('A', 'B'),
      source('news', '2005-03-01'),
      alliance('A', 'B', 'news', { when: '../..', occurrence: 'ever' }),
      alliance('A', 'B', 'news', { occurrence: 'once' }),
    )
    const panel = dyadYears(kg, {
      relation: 'alliedWith',
      from: 'state:A',
      to: 'state:B',
      years: [1999, 2000],
    })
    expect(years(panel)).toEqual(['1999: 1', '2000: 1'])
    expect(panel.undated).toHaveLength(1)
  })

  test('in which one of a dyad did not exist has no row', () => {
    const kg = graphOf(
      states('A'),
      entity('State', 'state:B', { existed: ['1990-03-10/1991-11-02', '1993/..'] }),
      entity('Alliance', 'alliance:O', { founded: '1991', dissolved: '1994-02' }),
      entity('Person', 'person:P', { born: '1900', died: '1992-01-01' }),
    )
    const when = (to: string) =>
      Array.from(
        dyadYears(kg, { relation: 'supports', from: 'state:B', to, years: [1989, 1995] }).rows,
        ({ year }) => year,
      )
    expect(when('state:A')).toEqual([1990, 1991, 1993, 1994, 1995])
    expect(when('alliance:O')).toEqual([1991, 1993, 1994])
    expect(when('person:P')).toEqual([1990, 1991])
  })
})

describe('in a view', () => {
  const person = entity('Expert', 'person:x')
  const predicted = { obligations: 'defence', when: '2001-01-01/2001-12-31' }
  const kg = graphOf(
    states('A', 'B', 'C'),
    person,
    dataset('one', { coverage: '2000/2003', published: '2004' }),
    dataset('two', { coverage: '2001/2002', published: '2009' }),
    dataset('forecasts', { coverage: '2000/2010', published: '2000' }),
    alliance('A', 'B', 'one', { when: '2000-02-01/2000-03-01' }),
    alliance('B', 'C', 'two', { when: '2001-02-01/2001-03-01' }),
    statement(
      'A',
      'alliedWith',
      'C',
      [by('person:x', 'predicts', { source: 'source:forecasts' })],
      predicted,
    ),
  )
  const asked = { relation: 'alliedWith', from: 'state:A', to: 'state:C', years: [2000, 2004] } as const

  test('of what is asserted no prediction counts, nor does a forecaster’s silence', () => {
    expect(years(dyadYears(kg, asked))).toEqual(['2000: 0', '2001: 1', '2002: 0', '2003: 0', '2004: 0'])
    const facts = dyadYears(kg.view({ status: 'asserted' }), asked)
    expect(years(facts)).toEqual(['2000: 0', '2001: 0', '2002: 0', '2003: 0', '2004: ·'])
    expect(facts.sources).toEqual(['source:one', 'source:two'])
  })

  test('of some sources, or of what was known, only the sources that are left cover a year', () => {
    const two = dyadYears(kg.view({ sources: ['source:two'] }), asked)
    expect(years(two)).toEqual(['2000: ·', '2001: 0', '2002: 0', '2003: ·', '2004: ·'])
    const then = dyadYears(kg.view({ status: 'asserted', asKnownOn: '2005-01-01' }), asked)
    expect(then.sources).toEqual(['source:one'])
    const before = dyadYears(kg.view({ status: 'asserted', asKnownOn: '2003-01-01' }), asked)
    expect(years(before)).toEqual(['2000: ·', '2001: ·', '2002: ·', '2003: ·', '2004: ·'])
  })

  test('with more than assertions, CSV says how many are of which level', () => {
    expect(dyadYears(kg, { ...asked, to: everyState, years: [2000, 2001] }).toCsv()).toBe(
      [
        'from,to,year,any,count,strongest,asserted,predicted',
        'state:A,state:B,2000,1,1,,1,0',
        'state:A,state:B,2001,0,0,,0,0',
        'state:A,state:C,2000,0,0,,0,0',
        'state:A,state:C,2001,1,1,defence,0,1',
        '',
      ].join('\n'),
    )
  })

  test('what is disputed is counted and told apart; what is only denied is not counted', () => {
    const disputed = graphOf(
      states('A', 'B', 'C'),
      person,
      statement('A', 'opposes', 'B', [by('person:x', 'asserts'), by('state:A', 'denies')], {
        when: '2001-05-01',
      }),
      statement('A', 'opposes', 'C', [by('state:A', 'denies')], { when: '2001-05-01' }),
    )
    const question = { relation: 'opposes', from: 'state:A', to: everyState, years: [2001, 2001] } as const
    expect(dyadYears(disputed, question).toCsv()).toBe(
      'from,to,year,any,count,strongest,disputed\nstate:A,state:B,2001,1,1,,1\nstate:A,state:C,2001,,,,\n',
    )
    const panel = dyadYears(disputed.view({ status: ['asserted', 'denied'] }), question)
    expect(lines(panel)).toEqual(['A B 2001: true 1', 'A C 2001: · ·'])
    expect(panel.sources).toEqual(['person:x'])
  })
})

describe('the strongest obligation', () => {
  const panelOf = (...claims: (readonly [stance: string, obligations: string | readonly string[]])[]) => {
    const kg = graphOf(
      states('A', 'B'),
      entity('Expert', 'person:x'),
      claims.map(([stance, obligations], i) =>
        statement('A', 'alliedWith', 'B', [by('person:x', stance)], {
          when: '2001',
          obligations,
          occurrence: String(i),
        }),
      ),
    )
    const asked = { relation: 'alliedWith', from: 'state:A', to: 'state:B', years: [2001, 2001] } as const
    return [...dyadYears(kg, asked).rows][0]
  }

  test('is defence or offence, then neutrality, nonaggression, consultation', () => {
    const order = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation']
    for (const [i, strong] of order.entries()) {
      for (const weak of order.slice(i + 1)) {
        expect(panelOf(['asserts', [weak, strong]])?.strongest).toBe(strong)
        expect(panelOf(['asserts', weak], ['asserts', strong])?.strongest).toBe(strong)
      }
    }
  })

  test('of an asserted alliance is none that is only predicted', () => {
    const row = panelOf(['predicts', 'defence'], ['asserts', 'consultation'])
    expect(row).toMatchObject({ count: 2, strongest: 'consultation', levels: { asserted: 1, predicted: 1 } })
    expect(panelOf(['predicts', 'defence'])?.strongest).toBe('defence')
  })

  test('may be another detail of the relation', () => {
    const kg = graphOf(
      states('A', 'B'),
      dataset('cow'),
      alliance('A', 'B', 'cow', { when: '2001', cowType: 'entente', obligations: 'defence' }),
      alliance('A', 'B', 'cow', { when: '2001', cowType: 'neutrality', occurrence: 'x' }),
    )
    const asked = { relation: 'alliedWith', from: 'state:A', to: 'state:B', years: [2001, 2001] } as const
    expect(lines(dyadYears(kg, { ...asked, detail: 'cowType' }))).toEqual(['A B 2001: true 2 neutrality'])
  })
})

describe('what follows from statements', () => {
  test('counts for parties of a treaty, as strong as the treaty, and its source covers the years', () => {
    const kg = graphOf(
      states('A', 'B', 'C'),
      dataset('atop', { coverage: '1990/1995' }),
      entity('Treaty', 'treaty:t', { obligations: ['consultation', 'neutrality'] }),
      (['A', 'B'] as const).map((state, i) => ({
        relation: 'partyTo',
        subject: `state:${state}`,
        object: 'treaty:t',
        when: i === 0 ? '1991-01-01/1993-05-05' : '1992-07-01/1999-01-01',
        claims: [{ stance: 'asserts', source: 'source:atop' }],
      })),
    )
    const asked = { relation: 'alliedWith', from: 'state:B', to: everyState, years: [1991, 1994] } as const
    const panel = dyadYears(kg, { ...asked, infer: true })
    expect(lines(panel)).toEqual([
      'B A 1991: false 0',
      'B A 1992: true 1 neutrality',
      'B A 1993: true 1 neutrality',
      'B A 1994: false 0',
      ...[1991, 1992, 1993, 1994].map((year) => `B C ${year}: false 0`),
    ])
    expect([...panel.rows][1]?.statements).toEqual([...kg.statements()].map(({ id }) => id).sort())
    expect(lines(dyadYears(kg, asked))[1]).toBe('B A 1992: · ·')
  })

  test('counts for members of an organisation, once for what it does however often they are said to be members', () => {
    const member = (when: string, from: string) => ({
      relation: 'memberOf',
      subject: 'state:A',
      object: 'organization:o',
      when,
      claims: [{ stance: 'asserts', source: `source:${from}` }],
    })
    const kg = graphOf(
      states('A', 'B'),
      entity('IntergovernmentalOrganization', 'organization:o'),
      dataset('members', { coverage: '1990/2020' }),
      dataset('sanctions', { coverage: '2000/2001' }),
      member('1990/2020', 'members'),
      member('1990-03-01/2020', 'sanctions'),
      {
        relation: 'sanctions',
        subject: 'organization:o',
        object: 'state:B',
        measures: ['arms-embargo'],
        when: '2000-03-01/2000-05-01',
        claims: [{ stance: 'asserts', source: 'source:sanctions' }],
      },
    )
    const asked = { relation: 'sanctions', from: 'state:A', to: 'state:B', years: [2000, 2002] } as const
    // Who is a member of what says nothing of sanctions: 2002 is not known.
    expect(years(dyadYears(kg, { ...asked, infer: true }))).toEqual(['2000: 1', '2001: 0', '2002: ·'])
    expect(years(dyadYears(kg, asked))).toEqual(['2000: 0', '2001: 0', '2002: ·'])
  })
})

describe('CSV', () => {
  test('has labels where asked for, and none of them is a formula', () => {
    const kg = graphOf(
      entity('State', 'state:A', { label: { en: '=HYPERLINK("https://example.org")', fr: '-1' } }),
      entity('State', 'state:B', { label: { en: 'B, "the other"' } }),
    )
    const panel = dyadYears(kg, { relation: 'supports', from: 'state:A', to: 'state:B', years: [-44, -44] })
    expect(panel.toCsv({ labels: true })).toBe(
      'from,to,year,any,count,strongest,from_label,to_label\n' +
        'state:A,state:B,-44,,,,"\'=HYPERLINK(""https://example.org"")","B, ""the other"""\n',
    )
    expect(panel.toCsv({ labels: ['fr'] })).toContain(`"'-1"`)
  })
})

describe('trouble', () => {
  const kg = graphOf(
    states('A', 'B'),
    entity('Actor', 'unnamed:u', { unnamed: true }),
    statement('A', 'supports', 'B', [by('state:B', 'asserts')], { when: '2001' }),
  )
  const asked = { relation: 'supports', from: 'state:A', to: 'state:B', years: [2000, 2001] } as const

  test('is told at once, with what was probably meant', () => {
    const ask = (options: object) => () => dyadYears(kg, { ...asked, ...options })
    expect(ask({ relation: 'suports' })).toThrow(/did you mean supports/)
    expect(ask({ relation: [] })).toThrow(/at least one relation/)
    expect(ask({ from: 'state:X' })).toThrow(/nobody speaks of 'state:X'/)
    expect(ask({ to: { type: 'Stat' } })).toThrow(/did you mean State/)
    expect(ask({ to: 'unnamed:u' })).toThrow(/unnamed actor/)
    expect(ask({ years: [2001, 2000] })).toThrow(/did you mean \[2000, 2001\]/)
    for (const years of [[2000.5, 2001], [2000], ['2000', '2001'], 2000, [Number.NaN, 1]]) {
      expect(ask({ years })).toThrow(/whole numbers/)
    }
    expect(ask({ detail: 'obligations' })).toThrow(/obligations/)
    expect(ask({ relation: 'alliedWith', detail: 'cowTyp' })).toThrow(/did you mean cowType/)
    expect(ask({ relation: 'alliedWith', detail: 'when' })).toThrow(StatecraftError)
    expect(ask({ certainly: true })).toThrow(/did you mean certain/)
    expect(ask({ years: [0, 20_000_000] })).toThrow(/10 million/)
    expect(ask({ from: everyState, to: everyState, years: [1, 5_000_001] })).toThrow(/10,000,002 dyad-years/)
  })

  test('does not compile where the compiler can tell', () => {
    // @ts-expect-error there is no such relation
    expect(() => dyadYears(kg, { ...asked, relation: 'suports' })).toThrow()
    // @ts-expect-error there is no such type
    expect(() => dyadYears(kg, { ...asked, to: { type: 'Stat' } })).toThrow()
    // @ts-expect-error a share is no choice from a list
    expect(() => dyadYears(kg, { ...asked, relation: 'owns', detail: 'share' })).toThrow()
  })

  test('a type is no unnamed actor, and an entity makes no dyad with itself', () => {
    const panel = dyadYears(kg, {
      ...asked,
      from: { type: 'Actor' },
      to: { type: 'Actor' },
      years: [2001, 2001],
    })
    expect(lines(panel)).toEqual(['A B 2001: true 1', 'B A 2001: · ·'])
  })

  test('a change of the graph while rows are read is an error', () => {
    const changing = graphOf(states('A', 'B'))
    const panel = dyadYears(changing, asked)
    const [first] = panel.rows
    expect(first?.year).toBe(2000)
    changing.add('State', { id: 'state:Z', label: 'Z' })
    expect(() => [...panel.rows]).toThrow(/the graph was changed/)
  })
})

test('panels are as counting day by day finds them', () => {
  const names = ['A', 'B', 'C', 'D']
  const date = fc.constantFrom(
    '2000',
    '2001-07',
    '2001-12-31',
    '2000-06-01/2002-02-01',
    '2001/2003',
    '2002-01-01/..',
    '../2001-05-05',
    '2001~',
    '2002/',
  )
  const edge = fc.record({
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    relation: fc.constantFrom('alliedWith', 'pledgesTo', 'supports'),
    when: fc.option(date, { nil: undefined }),
    stance: fc.constantFrom('asserts', 'predicts'),
    source: fc.constantFrom('one', 'two'),
  })
  fc.assert(
    fc.property(
      fc.array(edge, { maxLength: 14 }),
      fc.subarray(['alliedWith', 'pledgesTo', 'supports'] as const, { minLength: 1 }),
      fc.boolean(),
      fc.boolean(),
      (edges, relations, certain, isNarrow) => {
        const graph = graphOf(
          states(...names),
          dataset('one', { coverage: '2000/2001', published: '2004' }),
          dataset('two', { coverage: '2001-02/2003', published: '2004' }),
          edges.map((e, i) =>
            statement(e.from, e.relation, e.to, [{ stance: e.stance, source: `source:${e.source}` }], {
              occurrence: String(i),
              ...(e.when ? { when: e.when } : {}),
            }),
          ),
        )
        const view = isNarrow ? graph.view({ status: 'asserted' }) : graph
        const all = [...view.statements()].filter(({ relation }) => relations.some((one) => one === relation))
        const covers = { 'source:one': [2000, 2001], 'source:two': [2002, 2003] }
        const isCovered = (year: number) =>
          relations.every((relation) =>
            Object.entries(covers).some(
              ([id, covered]) =>
                covered.includes(year) &&
                all.some((s) => s.relation === relation && s.claims.some((claim) => claim.source === id)),
            ),
          )
        const found: string[] = []
        for (const from of names.slice(0, 2)) {
          for (const to of names) {
            for (let year = 1999; from !== to && year <= 2004; year++) {
              const ends = [`state:${from}`, `state:${to}`]
              const about = all.filter(
                (s) =>
                  (s.subject === ends[0] && s.object === ends[1]) ||
                  (s.relation === 'alliedWith' && s.subject === ends[1] && s.object === ends[0]),
              )
              const shares = (span?: { from?: string; until?: string }) =>
                span !== undefined &&
                (span.from ?? '') <= `${year}-12-31` &&
                (span.until === undefined || span.until >= `${year}-01-01`)
              const dated = about.filter(({ status }) => status.possible.from ?? status.possible.until)
              const possible = dated.filter(({ status }) => shares(status.possible))
              const sure = dated.filter(({ status }) => shares(status.certain))
              const count = (certain ? sure : possible).length
              const isKnown = count > 0 || (isCovered(year) && possible.length === 0)
              found.push(`${from} ${to} ${year}: ${isKnown ? count > 0 : '·'} ${isKnown ? count : '·'}`)
            }
          }
        }
        const some = ['state:B', 'state:A']
        const panel = dyadYears(view, {
          relation: relations,
          from: some,
          to: everyState,
          years: [1999, 2004],
          certain,
        })
        expect(lines(panel)).toEqual(found)
        expect(panel.length).toBe(found.length)
        const turned = dyadYears(view, {
          relation: relations,
          from: everyState,
          to: some,
          years: [1999, 2004],
          certain,
        })
        const forth = [...panel.rows].filter(({ to }) => some.includes(to))
        expect([...turned.rows].filter(({ from }) => some.includes(from))).toEqual(forth)
      },
    ),
    { numRuns: 150 },
  )
})

describe('what cannot be', () => {
  const kg = graphOf(
    states('A', 'B'),
    dataset('one', { coverage: '2000/2010', label: { en: '=HYPERLINK("http://x")\nB' } }),
    entity('State', 'state:C', { label: { en: '=1+1\nB' } }),
    alliance('A', 'B', 'one', { when: '2001' }),
  )

  test('is no zero: a relation that never holds between the ends is refused', () => {
    const ask = () =>
      dyadYears(kg, { relation: 'develops', from: 'state:A', to: 'state:B', years: [2000, 2001] })
    expect(ask).toThrow(/develops never holds between these/)
    expect(() => dyadYears(kg, null as never)).toThrow(StatecraftError)
    expect(() =>
      dyadYears(kg, {
        relation: 'alliedWith',
        from: 'state:A',
        to: 'state:B',
        years: [2000, 2001],
        certain: 1 as never,
      }),
    ).toThrow(/certain is true or false/)
  })

  test('a label is no formula, on whatever line', () => {
    const panel = dyadYears(kg, {
      relation: 'alliedWith',
      from: 'state:A',
      to: 'state:C',
      years: [2001, 2001],
    })
    expect(panel.toCsv({ labels: true })).toContain(`"'=1+1\nB"`)
  })
})
