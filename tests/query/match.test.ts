import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import {
  type Core,
  core,
  createGraph,
  LEVELS,
  type MatchQuery,
  pattern,
  StatecraftError,
  type Statement,
  type View,
} from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, source, statement, states } from '../records'

const x = by('person:x', 'asserts')
/** As a query comes from outside: whatever it is. */
const execute = (kg: View<Core>, query: unknown) => kg.match(query as MatchQuery<Core>)
const people = [entity('Expert', 'person:x'), entity('Expert', 'person:y')]

describe('matches', () => {
  // Every statement at every place, either way round where it is symmetric, with every value of every variable.
  type Asked = { [property: string]: string }
  type Found = { bound: Map<string, string>; statements: string[] }
  const naive = (statements: readonly Statement[], where: readonly Asked[], unnamed: string): Found[] => {
    const shared = (name: string) => where.filter((one) => Object.values(one).includes(name)).length > 1
    const put = (found: Found, term: string, value: string): Found | undefined => {
      if (!term.startsWith('?')) return term === value ? found : undefined
      if (value === unnamed && shared(term)) return undefined
      const known = found.bound.get(term)
      if (known !== undefined) return known === value ? found : undefined
      return { ...found, bound: new Map([...found.bound, [term, value]]) }
    }
    let all: Found[] = [{ bound: new Map(), statements: [] }]
    for (const asked of where) {
      const next: Found[] = []
      for (const found of all) {
        for (const s of statements) {
          if (s.relation !== asked.relation || found.statements.includes(s.id)) continue
          const ends = [[s.subject, s.object] as const]
          if (s.relation === 'rivals') ends.push([s.object, s.subject] as const)
          for (const [subject, object] of ends) {
            const start: Found | undefined = { ...found, statements: [...found.statements, s.id] }
            let one = put(start, asked.subject!, subject)
            one = one && put(one, asked.object!, object)
            if (asked.id) one = one && put(one, asked.id, s.id)
            if (asked.item) one = one && typeof s.item === 'string' ? put(one, asked.item, s.item) : undefined
            if (asked.over) {
              const over = statements.find(({ id }) => id === s.over)
              one = one && over ? put(one, asked.over, over.id) : undefined
            }
            if (!one) continue
            const level = { asserted: 'asserts', alleged: 'alleges', predicted: 'predicts' }[
              s.status.level as string
            ]
            const claims = s.claims.filter(({ stance }) => stance === level)
            const claimed = claims.flatMap((claim) => {
              const said = asked.by ? put(one!, asked.by, claim.by!) : one
              if (!asked.stage) return said ?? []
              return (said && typeof claim.stage === 'string' && put(said, asked.stage, claim.stage)) || []
            })
            next.push(...(asked.by || asked.stage ? claimed : [one]))
          }
        }
      }
      all = next
    }
    return all
  }

  const key = (bound: Iterable<[string, unknown]>, statements: readonly string[]) =>
    JSON.stringify([...[...bound].map(([k, v]) => `${k}=${v}`).sort(), ...statements])

  test('are all there are: as trying every statement at every place finds them', () => {
    const codes = ['A', 'B', 'C']
    const end = fc.constantFrom(...codes, ...codes, 'u')
    const claim = fc.record(
      {
        stance: fc.constantFrom('asserts', 'asserts', 'alleges', 'predicts', 'denies'),
        by: fc.constantFrom('person:x', 'person:y'),
        stage: fc.constantFrom('ordered', 'delivered'),
      },
      { requiredKeys: ['stance', 'by'] },
    )
    const record = fc.record({
      from: end,
      to: end,
      relation: fc.constantFrom('supplies', 'supplies', 'rivals', 'condemns'),
      item: fc.constantFrom('technology:t', 'technology:n', undefined),
      over: fc.nat(3),
      occurrence: fc.constantFrom('1', '2'),
      claims: fc.array(claim, { minLength: 1, maxLength: 2 }),
    })
    const ends = fc.constantFrom('?a', '?b', '?c', '?d', '?e', 'state:A')
    const term = (...terms: string[]) => fc.option(fc.constantFrom(...terms), { nil: undefined, freq: 1 })
    const pattern = fc.oneof(
      fc.record({
        relation: fc.constant('supplies'),
        subject: ends,
        object: ends,
        item: term('?i', 'technology:t'),
        stage: term('?stage', 'delivered'),
        by: term('?who', 'person:x'),
      }),
      fc.record({
        relation: fc.constant('rivals'),
        subject: ends,
        object: ends,
        by: term('?who', 'person:x'),
      }),
      fc.record({ relation: fc.constant('condemns'), subject: ends, object: ends, over: term('?s', '?s1') }),
    )
    let met = 0
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 4, maxLength: 14 }),
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.constantFrom<('asserted' | 'alleged' | 'predicted')[]>(
          ['asserted'],
          ['asserted', 'alleged', 'predicted'],
        ),
        (records, patterns, status) => {
          const id = (code: string) => (code === 'u' ? 'unnamed:u' : `state:${code}`)
          const kg = graphOf(
            states(...codes),
            people,
            entity('Actor', 'unnamed:u', { unnamed: true }),
            entity('Technology', 'technology:t'),
            entity('WeaponSystem', 'technology:n'),
            records.map(({ from, to, relation, item, over, occurrence, claims }, i) => ({
              relation,
              subject: id(from),
              object: id(to),
              occurrence,
              ref: `r${i}`,
              ...(relation === 'supplies' && item ? { item } : {}),
              // Only over what comes before and condemns nobody, so that none goes round in a circle.
              ...(relation === 'condemns' && over < i && records[over]!.relation !== 'condemns'
                ? { over: `r${over}` }
                : {}),
              claims: claims.map((given, j) => {
                const one = { ...given, at: `${i}.${j}` }
                if (relation === 'supplies') return one
                const { stage: _, ...rest } = one
                return rest
              }),
            })),
          )
          const where = patterns.map((one, i) => ({
            ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
            id: `?s${i}`,
          })) as Asked[]
          const isCircular = where.some(({ id, over }) => id === over) // over itself: nothing is
          const query = { find: 'match', where, status, limit: 1000 }
          const statements = [...kg.view({ status }).statements()]
          const expected = isCircular ? [] : naive(statements, where, 'unnamed:u')
          const answers = execute(kg, query).toArray()
          const found = answers.map((match) => match.toJSON() as { row: { [name: string]: string } })
          met += found.length
          const rows = found.map(({ row }) =>
            Object.entries(row).map(([k, v]) => [`?${k}`, v] as [string, string]),
          )
          const ids = (row: { [name: string]: string }) => where.map(({ id }) => row[id!.slice(1)]!)
          expect(found.map(({ row }, i) => key(rows[i]!, ids(row))).sort()).toEqual(
            [...new Set(expected.map(({ bound, statements }) => key(bound, statements)))].sort(),
          )
          // As strong as the weakest of its statements.
          const statusOf = new Map(statements.map(({ id, status }) => [id as string, status]))
          for (const match of answers) {
            const all = match.statements.map((id) => statusOf.get(id)!)
            const level = LEVELS.findLast((one) => all.some((status) => status.level === one))
            const { disputed } = match.toJSON() as { disputed: boolean }
            expect(match.toJSON()).toMatchObject({ level })
            expect(disputed).toBe(all.some((status) => status.disputed))
          }
          // In the order of the variables as they are mentioned, by code units.
          const order = rows.map((row) => row.map(([, value]) => value).join('\u0000'))
          expect(order).toEqual([...order].sort())
        },
      ),
      { numRuns: 600 },
    )
    expect(met).toBeGreaterThan(200) // else nothing was compared
  })

  test('are the same whatever the order in which records came', () => {
    const records = [
      ...states('A', 'B', 'C'),
      ...people,
      ...['A B', 'B C', 'A C', 'C A'].map((ends) => statement(ends[0]!, 'opposes', ends[2]!, [x])),
      ...['A B', 'B C'].map((ends) => statement(ends[0]!, 'rivals', ends[2]!, [x])),
    ]
    const found = (order: typeof records) =>
      String(graphOf(order).match((m) => m.where('?a', 'opposes', '?b').where('?b', 'rivals', '?c')))
    expect(found([...records].reverse())).toBe(found(records))
    expect(found(records).split('\n')).toHaveLength(5) // A B A, A B C, A C B, B C B, C A B
  })
})

describe('what a statement of a pattern is asked for', () => {
  const kg = graphOf(
    states('A', 'B', 'C', 'D'),
    people,
    ['arms', 'missiles', 'ballistic', 'tanks'].map((name) => entity('Technology', `technology:${name}`)),
    entity('Actor', 'unnamed:u', { unnamed: true }),
    ...[
      ['ballistic', 'missiles', 'asserts'],
      ['missiles', 'arms', 'asserts'],
      ['arms', 'ballistic', 'asserts'], // a circle
      ['tanks', 'arms', 'predicts'],
    ].map(([narrow, wide, stance]) => ({
      relation: 'broader',
      subject: `technology:${narrow}`,
      object: `technology:${wide}`,
      claims: [by('person:y', stance!)],
    })),
    statement('A', 'supplies', 'B', [x], { item: 'technology:ballistic' }),
    statement('A', 'supplies', 'C', [x], { item: 'technology:tanks' }),
    statement('C', 'sanctions', 'B', [
      by('person:x', 'asserts', { measures: ['arms-embargo', 'travel-ban'], scope: 'partial' }),
      by('person:y', 'predicts', { measures: ['asset-freeze'], scope: 'comprehensive' }),
    ]),
    statement('D', 'supports', 'B', [x], { against: ['state:A', 'state:C'] }),
    { relation: 'opposes', subject: 'unnamed:u', object: 'state:B', claims: [x] },
    { relation: 'opposes', subject: 'state:D', object: 'unnamed:u', claims: [x] },
  )

  test('a qualifier falls under an id only where that is asked, and the match rests on what says so', () => {
    const exact = kg.match((m) => m.where('?a', 'supplies', '?b', { item: 'technology:arms' }))
    expect(exact.toArray()).toEqual([])
    const [match, ...others] = kg.match((m) =>
      m.where('?a', 'supplies', '?b', { item: 'technology:arms' }).options({ broader: true }),
    )
    expect(others).toEqual([]) // tanks are arms by a prediction only
    expect(match?.row.b).toBe('state:B')
    const rests = match!.statements.map((id) => kg.statement(id)!).map((s) => `${s.relation} ${s.subject}`)
    expect(rests.sort()).toEqual([
      'broader technology:ballistic',
      'broader technology:missiles',
      'supplies state:A',
    ])
  })

  test('a value of a list is met by one that means it and more', () => {
    // An arms embargo is one of the arms restrictions.
    const restricted = kg
      .match((m) => m.where('?a', 'sanctions', '?b', { measures: 'arms-restrictions' }))
      .toArray()
    expect(restricted.map(({ row }) => row.a)).toEqual(['state:C'])
    expect(
      kg.match((m) => m.where('?a', 'sanctions', '?b', { measures: 'trade-embargo' })).toArray(),
    ).toEqual([])
  })

  test('a variable has each of several values', () => {
    const found = kg.match((m) => m.where('?a', 'sanctions', '?b', { measures: '?measure' })).toArray()
    expect(found.map(({ row }) => row.measure)).toEqual(['arms-embargo', 'travel-ban'])
    expect(found.map(({ level }) => level)).toEqual(['asserted', 'asserted'])
    const against = kg.match((m) => m.where('?a', 'supports', '?b', { against: '?c' })).toArray()
    expect(against.map(({ row }) => row.c)).toEqual(['state:A', 'state:C'])
  })

  test('what only a prediction says is no detail of what is asserted', () => {
    const frozen = kg.match((m) => m.where('?a', 'sanctions', '?b', { measures: 'asset-freeze' }))
    expect(frozen.toArray()).toEqual([])
    expect(kg.match((m) => m.where('?a', 'sanctions', '?b', { by: 'person:y' })).toArray()).toEqual([])
    const who = kg.match((m) => m.where('?a', 'sanctions', '?b', { by: '?who' })).toArray()
    expect(who.map(({ row }) => row.who)).toEqual(['person:x'])
  })

  test('unnamed actors stand at ends, and join nothing', () => {
    const opposed = kg.match((m) => m.where('?a', 'opposes', '?b')).toArray()
    expect(opposed.map(({ row }) => [row.a, row.b])).toEqual([
      ['state:D', 'unnamed:u'],
      ['unnamed:u', 'state:B'],
    ])
    expect(kg.match((m) => m.where('?a', 'opposes', '?b').where('?b', 'opposes', '?c')).toArray()).toEqual([])
    expect(kg.match((m) => m.where('?a', 'opposes', 'state:B').entity('?a', 'Actor')).toArray()).toEqual([])
  })

  test('each statement of a pattern meets another', () => {
    const twice = kg.match((m) => m.where('?a', 'supplies', '?b').where('?a', 'supplies', '?c')).toArray()
    expect(twice.map(({ row }) => `${row.b} ${row.c}`)).toEqual(['state:B state:C', 'state:C state:B'])
  })
})

describe('the worked example', () => {
  const kg = createGraph()
  kg.load(
    readJsonl(readFileSync(new URL('../../examples/tehran-pyongyang/graph.jsonl', import.meta.url), 'utf8')),
  )

  test('which states that supply Russia are under sanctions of the United States: Iran, as alleged', () => {
    const found = kg
      .match((m) =>
        m
          .where('?a', 'supplies', 'state:RU', { id: '?supply', item: '?item' })
          .where('state:US', 'sanctions', '?a')
          .entity('?a', 'State')
          .options({ status: ['asserted', 'alleged'] })
          .select('?a', '?item'),
      )
      .toArray()
    // Row 13: drones, alleged by the United States. Rows 12 and 16: the sanctions, asserted.
    expect(found.map(({ row, level, count }) => [row.a, row.item, level, count])).toEqual([
      ['state:IR', 'technology:drones', 'alleged', 4],
    ])
    const asserted = kg.match((m) =>
      m
        .where('?a', 'supplies', 'state:RU')
        .where('state:US', 'sanctions', '?a')
        .options({ status: 'asserted' }),
    )
    expect(asserted.toArray()).toEqual([])
    expect(asserted.complete).toBe(true)
  })

  test('who condemned what within a month of its happening', () => {
    const found = kg
      .match((m) =>
        m.where('?who', 'condemns', '?whom', { id: '?words', over: '?act' }).within('?words', '?act', 31),
      )
      .toArray()
    // Row 11: KCNA, the sanctions of row 12.
    expect(found).toHaveLength(1)
    const [{ row, level, statements }] = found as [(typeof found)[0]]
    expect([row.who, row.whom, level]).toEqual(['agency:kcna', 'state:US', 'asserted'])
    if (typeof row.act === 'string') throw new Error('it is a statement')
    expect([row.act.relation, row.act.subject, row.act.object]).toEqual(['sanctions', 'state:US', 'state:IR'])
    expect(statements).toEqual([row.words.id, row.act.id]) // its time counts: the match rests on it
  })

  test('who answered what: a qualifier joins a statement of the pattern', () => {
    const found = kg
      .match((m) =>
        m
          .where('?who', 'attacks', '?whom', { inResponseTo: '?first', id: '?answer' })
          .where('?other', 'attacks', '?target', { id: '?first' })
          .after('?answer', '?first', { certain: true }),
      )
      .toArray()
    // Row 14 answers row 15: on 13 and on 1 April 2024.
    expect(
      found.map(({ row }) => [row.who, row.whom, row.first.object, row.first.claims.length > 0]),
    ).toEqual([['state:IR', 'state:IL', 'agency:ir-consulate-damascus', true]])
  })

  test('prints what is met, what it is worth, and who says so', () => {
    const [first] = kg.match((m) => m.where('?a', 'supplies', 'state:KP', { item: '?item' }))
    expect(String(first)).toBe(
      'Russia ─supplies oil→ North Korea      predicted (our reading) · Daniel Pinkston in Elaph, §16',
    )
    expect(first!.toMarkdown()).toBe(
      '**Russia ─supplies oil→ North Korea**: predicted (our reading) · Daniel Pinkston in Elaph, §16',
    )
    expect(first!.toString(['ar'])).toContain('روسيا')
    expect(first!.toJSON()).toEqual({
      row: { a: 'state:RU', item: 'commodity:oil' },
      statements: [{ statement: first!.statements[0] }],
      level: 'predicted',
      disputed: false,
      certain: true,
    })
    expect(first!.sources).toEqual(['source:elaph-2024'])
    expect(first!.claims).toHaveLength(1)
    expect(first!.entities).toEqual(['state:RU', 'commodity:oil', 'state:KP'])
  })

  test('a statement that is spoken of is told only where the view has it', () => {
    const charges = () => kg.match((m) => m.where('?a', 'accuses', '?b', { of: '?charge' })).toArray()
    // Row 17: KCNA accuses the United States of nothing that is a statement of its own in the view of facts.
    const facts = kg
      .view({ status: 'asserted' })
      .match((m) => m.where('?a', 'accuses', '?b', { of: '?charge' }))
    for (const { row } of facts) expect(row.charge.status.level).toBe('asserted')
    for (const { row, level } of charges()) expect([row.charge.status.level, level]).toBeDefined()
  })
})

describe('groups', () => {
  const kg = graphOf(
    states('A', 'B', 'C'),
    people,
    source('s', '2024', undefined),
    entity('Technology', 'technology:t'),
    entity('Technology', 'technology:n'),
    statement('A', 'supplies', 'B', [by('person:x', 'asserts', { source: 'source:s' })], {
      item: 'technology:t',
    }),
    statement('A', 'supplies', 'B', [by('person:x', 'predicts')], { item: 'technology:n' }),
    statement('A', 'supplies', 'C', [by('person:x', 'alleges'), by('person:y', 'denies')], {
      item: 'technology:t',
    }),
    statement('B', 'supplies', 'C', [x], { item: 'technology:t' }),
  )

  test('say how many, and at which level each of these is', () => {
    const groups = kg.match((m) => m.where('?a', 'supplies', '?b', { item: '?item' }).groupBy('?a')).toArray()
    expect(groups.map(({ row, count, levels, disputed }) => [row.a, count, levels, disputed])).toEqual([
      ['state:A', 3, { asserted: 1, alleged: 1, predicted: 1 }, 1],
      ['state:B', 1, { asserted: 1 }, 0],
    ])
    expect(groups[0]!.sources).toEqual(['source:s'])
    expect(groups[0]!.statements).toHaveLength(3)
    expect(String(groups[0])).toBe('a: A: 3      1 asserted, 1 alleged, 1 predicted, 1 disputed · x · x in s')
  })

  test('count distinct values where one is named, each at its strongest', () => {
    const groups = kg
      .match((m) =>
        m.where('?a', 'supplies', '?b', { item: '?item' }).groupBy('?a').count('?b').orderBy('count'),
      )
      .toArray()
    expect(groups.map(({ row, count, levels }) => [row.a, count, levels])).toEqual([
      ['state:B', 1, { asserted: 1 }],
      ['state:A', 2, { asserted: 1, alleged: 1 }], // to B it supplies something as asserted, something as predicted
    ])
  })

  test('of nothing in common are one, also where nothing is met', () => {
    const all = kg.match((m) => m.where('?a', 'supplies', '?b').groupBy()).toArray()
    expect(all.map(({ count, row }) => [count, { ...row }])).toEqual([[4, {}]])
    const none = kg.match((m) => m.where('?a', 'opposes', '?b').groupBy()).toArray()
    expect(none.map((group) => group.toJSON())).toEqual([
      { row: {}, count: 0, levels: {}, disputed: 0, certain: 0, statements: [] },
    ])
  })

  test('rows are distinct where some variables are selected, as strong as their strongest match', () => {
    const rows = kg
      .match((m) => m.where('?a', 'supplies', '?b', { item: '?item' }).select('?a', '?b'))
      .toArray()
    expect(rows.map(({ row, level, disputed, count }) => [row.a, row.b, level, disputed, count])).toEqual([
      ['state:A', 'state:B', 'asserted', false, 2],
      ['state:A', 'state:C', 'alleged', true, 1],
      ['state:B', 'state:C', 'asserted', false, 1],
    ])
    // The prediction is counted, and does not vouch for what is asserted.
    expect(String(rows[0])).toBe('a: A, b: B      asserted · by 1 of 2 matches · x in s')
  })

  test('are ordered as asked, then by what they have in common', () => {
    const rows = (...order: ('?b' | { by: '?b'; descending: true })[]) =>
      kg
        .match((m) =>
          m
            .where('?a', 'supplies', '?b')
            .select('?a', '?b')
            .orderBy(...order),
        )
        .toArray()
        .map(({ row }) => `${row.a} ${row.b}`.replaceAll('state:', ''))
    expect(rows('?b')).toEqual(['A B', 'A C', 'B C'])
    expect(rows({ by: '?b', descending: true })).toEqual(['A C', 'B C', 'A B'])
  })
})

describe('limits', () => {
  const many = Array.from({ length: 60 }, (_, i) => `S${i}`)
  const kg = graphOf(
    states(...many),
    people,
    many.flatMap((from, i) => many.slice(i + 1, i + 6).map((to) => statement(from, 'opposes', to, [x]))),
  )

  test('give the first answers in order, and say that there may be more', () => {
    const whole = kg.match((m) => m.where('?a', 'opposes', '?b').where('?b', 'opposes', '?c')).toArray()
    const some = kg.match((m) =>
      m.where('?a', 'opposes', '?b').where('?b', 'opposes', '?c').options({ limit: 7 }),
    )
    expect(some.toArray().map(String)).toEqual(whole.slice(0, 7).map(String))
    expect([some.complete, some.cut]).toEqual([false, 'limit'])
  })

  test('keep no more than the first answers, where no more are read', () => {
    const three = () =>
      pattern(core).where('?a', 'opposes', '?b').where('?b', 'opposes', '?c').where('?c', 'opposes', '?d')
    const whole = kg.match(three()).toArray()
    expect(whole.length).toBeGreaterThan(5000)
    const some = kg.match(three().options({ limit: 7, frontier: 100 }))
    expect(some.toArray().map(String)).toEqual(whole.slice(0, 7).map(String))
    expect([some.complete, some.cut]).toEqual([false, 'limit'])
  })

  test('of very many, all come, in order', () => {
    const found = kg.match((m) =>
      m
        .where('?a', 'opposes', '?b')
        .where('?b', 'opposes', '?c')
        .where('?c', 'opposes', '?d')
        .where('?d', 'opposes', '?e'),
    )
    const rows = Array.from(found, ({ row }) => [row.a, row.b, row.c, row.d, row.e].join(' '))
    // Each opposes the five that come after it: ways of four steps, counted from the last.
    let ways = many.map(() => 1)
    for (let step = 0; step < 4; step++) {
      ways = ways.map((_, i) => ways.slice(i + 1, i + 6).reduce((sum, one) => sum + one, 0))
    }
    expect(rows).toHaveLength(ways.reduce((sum, one) => sum + one, 0))
    expect(rows).toEqual([...rows].sort())
    expect(found.complete).toBe(true)
  })

  test('end a product of what is not connected', () => {
    const huge = kg.match((m) =>
      m
        .where('?a', 'opposes', '?b')
        .where('?c', 'opposes', '?d')
        .where('?e', 'opposes', '?f')
        .options({ frontier: 1000 }),
    )
    expect(huge.toArray()).toHaveLength(1000)
    expect([huge.complete, huge.cut]).toEqual([false, 'frontier'])
    const timed = kg.match((m) =>
      m
        .where('?a', 'opposes', '?b')
        .where('?c', 'opposes', '?d')
        .where('?e', 'opposes', '?f')
        .where('?g', 'opposes', '?h')
        .options({ budget: 30, limit: 1 }),
    )
    expect(timed.toArray()).toEqual([])
    expect([timed.complete, timed.cut]).toEqual([false, 'budget'])
  })

  test('a signal stops a search that has found nothing yet', async () => {
    const controller = new AbortController()
    const answer = kg.match(
      (m) =>
        m
          .where('?a', 'opposes', '?b')
          .where('?c', 'opposes', '?d')
          .where('?e', 'opposes', '?f')
          .where('?g', 'opposes', '?h')
          .options({ limit: 1 }),
      { signal: controller.signal },
    )
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(
      (async () => {
        for await (const _ of answer) expect.unreachable()
      })(),
    ).rejects.toThrow('enough')
  })
})

describe('under `infer`', () => {
  const kg = graphOf(
    entity('Place', 'place:a'),
    entity('Place', 'place:b'),
    states('C'),
    people,
    { relation: 'locatedIn', subject: 'place:a', object: 'place:b', claims: [x] },
    { relation: 'locatedIn', subject: 'place:b', object: 'state:C', claims: [by('person:y', 'alleges')] },
  )

  test('what follows is met too, and says what it rests on', () => {
    expect(kg.match((m) => m.where('place:a', 'locatedIn', 'state:C')).toArray()).toEqual([])
    const [match, ...others] = kg.match((m) => m.where('?x', 'locatedIn', 'state:C').options({ infer: true }))
    expect(others).toHaveLength(1)
    expect([match!.row.x, match!.level, match!.statements.length]).toEqual(['place:a', 'alleged', 2])
    expect(match!.toJSON().statements).toEqual([
      {
        rule: 'transitive',
        relation: 'locatedIn',
        subject: 'place:a',
        object: 'state:C',
        rests: [...match!.statements],
      },
    ])
  })

  test('a variable for a statement meets statements only', () => {
    const named = kg.match((m) =>
      m.where('?x', 'locatedIn', 'state:C', { id: '?s' }).options({ infer: true }),
    )
    expect(named.toArray().map(({ row }) => row.x)).toEqual(['place:b'])
  })
})

describe('labels', () => {
  test('are text and nothing else in Markdown', () => {
    const kg = graphOf(
      entity('State', 'state:A', { label: '**A**\n\n# <script>alert(1)</script> [x](javascript:1)' }),
      states('B'),
      people,
      statement('A', 'opposes', 'B', [x]),
    )
    const [match] = kg.match((m) => m.where('?a', 'opposes', '?b'))
    const text = match!.toMarkdown()
    expect(text).not.toMatch(/\n|[^\\]<|[^\\]\[/)
    const [group] = kg.match((m) => m.where('?a', 'opposes', '?b').groupBy('?a'))
    expect(group!.toMarkdown()).not.toMatch(/\n|[^\\]<|[^\\]\[/)
  })
})

describe('a query that is no good', () => {
  const kg = graphOf(
    states('IR', 'KP'),
    people,
    entity('Technology', 'technology:nuclear'),
    statement('KP', 'supplies', 'IR', [x], { item: 'technology:nuclear' }),
  )
  const one = { relation: 'supplies', subject: '?a', object: '?b' }
  const good = { find: 'match', where: [one] }
  const refused = (query: unknown) => {
    try {
      execute(kg, query)
    } catch (error) {
      if (error instanceof StatecraftError) return [error.code, ...(error.path ?? [])].join(' ')
      throw error
    }
    return 'fine'
  }

  test.each<[string, string, unknown]>([
    ['nothing to meet', 'bad-value where', { ...good, where: [] }],
    ['no list', 'bad-value where', { ...good, where: one }],
    ['no statement', 'bad-value where 0', { ...good, where: ['supplies'] }],
    ['a hole in a list', 'bad-value groupBy 1', { ...good, groupBy: Object.assign(['?a'], { 2: '?b' }) }],
    ['an unknown key', 'unknown-field wher', { ...good, wher: [] }],
    [
      'an unknown relation',
      'unknown-relation where 0 relation',
      { ...good, where: [{ ...one, relation: 'suplies' }] },
    ],
    [
      'a relation of prototypes',
      'unknown-relation where 0 relation',
      { ...good, where: [{ ...one, relation: 'constructor' }] },
    ],
    [
      'an end that is neither',
      'bad-value where 0 subject',
      { ...good, where: [{ ...one, subject: 'Iran' }] },
    ],
    ['no end', 'bad-value where 0 object', { ...good, where: [{ relation: 'supplies', subject: '?a' }] }],
    [
      'an id nobody speaks of',
      'dangling where 0 subject',
      { ...good, where: [{ ...one, subject: 'state:IE' }] },
    ],
    [
      'an end that never fits',
      'bad-domain where 0 subject',
      { ...good, where: [{ ...one, subject: 'technology:nuclear' }] },
    ],
    ['an unknown qualifier', 'unknown-field where 0 itm', { ...good, where: [{ ...one, itm: '?i' }] }],
    ['an item that never fits', 'bad-range where 0 item', { ...good, where: [{ ...one, item: 'state:IR' }] }],
    ['a value off its list', 'bad-value where 0 stage', { ...good, where: [{ ...one, stage: 'deliverd' }] }],
    ['a date as a value', 'bad-value where 0 when', { ...good, where: [{ ...one, when: '2024' }] }],
    [
      'uses that exclude each other',
      'bad-range where 1 object',
      {
        ...good,
        where: [
          { ...one, item: '?i' },
          { ...one, object: '?i' },
        ],
      },
    ],
    ['an entity as a statement', 'bad-domain where 1 id', { ...good, where: [one, { ...one, id: '?a' }] }],
    [
      'one variable for two statements',
      'bad-value where 1 id',
      {
        ...good,
        where: [
          { ...one, id: '?s' },
          { ...one, id: '?s' },
        ],
      },
    ],
    ['a bad variable', 'bad-value where 0 subject', { ...good, where: [{ ...one, subject: '?a b' }] }],
    [
      'a variable of prototypes',
      'bad-value where 0 subject',
      { ...good, where: [{ ...one, subject: '?constructor' }] },
    ],
    ['an unknown type', 'unknown-type entities ?a', { ...good, entities: { '?a': 'Sate' } }],
    ['a type that never fits', 'bad-domain entities ?a', { ...good, entities: { '?a': 'Technology' } }],
    ['a type of no variable', 'bad-value entities ?z', { ...good, entities: { '?z': 'State' } }],
    [
      'a join of no variable',
      'bad-value times 0 first',
      { ...good, times: [{ first: '?s', is: 'during', second: '?s' }] },
    ],
    [
      'a join of what has no time',
      'bad-domain times 0 first',
      { ...good, times: [{ first: '?a', is: 'during', second: '?b' }] },
    ],
    [
      'a join by nothing',
      'bad-value times 0 is',
      { ...good, times: [{ first: '?a', is: 'near', second: '?b' }] },
    ],
    ['no days', 'bad-value times 0 days', { ...good, times: [{ first: '?a', is: 'within', second: '?b' }] }],
    [
      'days below zero',
      'bad-value times 0 days',
      { ...good, times: [{ first: '?a', is: 'within', second: '?b', days: -1 }] },
    ],
    [
      'days of another join',
      'bad-value times 0 days',
      { ...good, times: [{ first: '?a', is: 'during', second: '?b', days: 1 }] },
    ],
    [
      'a key of no join',
      'unknown-field times 0 day',
      { ...good, times: [{ first: '?a', is: 'during', second: '?b', day: 1 }] },
    ],
    ['groups and rows', 'bad-value groupBy', { ...good, select: ['?a'], groupBy: ['?a'] }],
    ['a count of no group', 'bad-value count', { ...good, count: '?a' }],
    ['an order by what is not shown', 'bad-value orderBy 0', { ...good, select: ['?a'], orderBy: ['?b'] }],
    ['an order by no count', 'bad-value orderBy 0', { ...good, orderBy: ['count'] }],
    ['half an answer', 'bad-value limit', { ...good, limit: 0.5 }],
    ['no budget', 'bad-value budget', { ...good, budget: '1s' }],
    ['maybe inferred', 'bad-value infer', { ...good, infer: 'yes' }],
    ['too much', 'bad-value where', { ...good, where: Array(33).fill(one) }],
  ])('%s: %s', (_, expected, query) => {
    expect(refused(query)).toBe(expected)
    // As JSON brings it.
    expect(refused(JSON.parse(JSON.stringify(query)))).toBe(expected)
  })

  test('keys of prototypes are refused wherever they stand, and do no harm', () => {
    const parsed = (text: string) => refused(JSON.parse(text))
    const where = '"where": [{"relation": "supplies", "subject": "?a", "object": "?b"}]'
    expect(parsed(`{"find": "match", ${where}, "__proto__": {"limit": 1}}`)).toBe('unknown-field __proto__')
    expect(parsed(`{"find": "match", ${where}, "constructor": 1}`)).toBe('unknown-field constructor')
    expect(
      parsed(
        '{"find": "match", "where": [{"relation": "supplies", "subject": "?a", "object": "?b", "__proto__": "?x"}]}',
      ),
    ).toBe('unknown-field where 0 __proto__')
    expect(parsed(`{"find": "match", ${where}, "entities": {"__proto__": "State"}}`)).toBe(
      'bad-value entities __proto__',
    )
    expect(refused(Object.create({ find: 'match', where: [one] }))).toMatch(/^bad-value/)
    expect(({} as { limit?: number }).limit).toBeUndefined()
  })

  test('whatever stands wherever in it, it is answered or refused, and nothing else happens', () => {
    const whole = {
      find: 'match',
      where: [
        { ...one, id: '?s', item: '?i', stage: '?stage' },
        { relation: ['opposes', 'rivals'], subject: '?a', object: '?c' },
      ],
      entities: { '?a': ['State'] },
      times: [{ first: '?s', is: 'within', second: '?s', days: 3, certain: true }],
      groupBy: ['?a'],
      count: '?b',
      orderBy: ['count', { by: '?a', descending: true }],
      infer: true,
      broader: false,
      limit: 3,
    }
    expect(refused(whole)).toBe('fine')
    const foreign = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        '?a',
        '?',
        '?z',
        'state:IR',
        'stmt:x',
        '__proto__',
        'count',
        'State',
        '#1',
        '@x',
        -1,
        1e9,
      ),
    )
    const paths = (value: unknown, path: string[] = []): string[][] =>
      typeof value === 'object' && value !== null
        ? [path, ...Object.entries(value).flatMap(([key, part]) => paths(part, [...path, key]))]
        : [path]
    fc.assert(
      fc.property(
        fc.constantFrom(...paths(whole)),
        foreign,
        fc.option(fc.string().filter((key) => key !== 'length')),
        (path, value, extra) => {
          const query = structuredClone(whole) as never as { [key: string]: never }
          const last = [...path, ...(extra === null ? [] : [extra])]
          let at = query
          for (const key of last.slice(0, -1)) at = at[key] ?? at
          if (typeof at === 'object')
            Object.defineProperty(at, last.at(-1) ?? 'find', { value, enumerable: true, configurable: true })
          const outcome = (() => {
            try {
              return execute(kg, query).toArray().length >= 0
            } catch (error) {
              return error instanceof StatecraftError || error
            }
          })()
          expect(outcome).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('hints say what was probably meant', () => {
    expect(() => execute(kg, { ...good, where: [{ ...one, itm: '?i' }] })).toThrow(/did you mean item\?/)
    expect(() => execute(kg, { ...good, where: [{ ...one, subject: 'state:IRN' }] })).toThrow(
      /did you mean state:IR\?/,
    )
    expect(() => execute(kg, { ...good, where: [{ ...one, relation: 'suplies' }] })).toThrow(
      /did you mean supplies\?/,
    )
  })

  test('a good one comes back from JSON as it went', () => {
    const pattern = {
      ...good,
      where: [{ ...one, id: '?s', item: '?i' }],
      orderBy: [{ by: '?i', descending: true }],
    }
    const found = execute(kg, JSON.parse(JSON.stringify(pattern))).toArray()
    expect(found.map((match) => match.toJSON().row)).toEqual([
      { a: 'state:KP', b: 'state:IR', s: [...kg.statements()][0]!.id, i: 'technology:nuclear' },
    ])
  })
})

describe('what is only spoken of', () => {
  const kg = graphOf(
    people,
    states('A', 'B', 'D'),
    entity('State', 'unnamed:u', { unnamed: true }),
    statement('A', 'attacks', 'B', [by('person:x', 'predicts')], { ref: 'act', when: '2020-03' }),
    statement('D', 'condemns', 'A', [x], { over: 'act', when: '2020-04' }),
    statement('B', 'condemns', 'A', [x], { over: 'act', when: '2020-05' }),
    statement('A', 'supplies', 'B', [x]),
    statement('u', 'supplies', 'B', [x], { subject: 'unnamed:u' }),
  )

  test('is told with its own standing: a prediction is none the less one for being condemned', () => {
    const [match] = kg.match((m) => m.where('state:D', 'condemns', '?whom', { over: '?act' }))
    expect(match?.level).toBe('asserted') // that it was condemned
    expect(String(match)).toContain('A ─attacks→ B (predicted)')
  })

  test('is worth what it is where it is what is asked for or counted', () => {
    const acts = kg.match((m) => m.where('?who', 'condemns', '?whom', { over: '?act' }).select('?act'))
    expect(acts.toArray().map((match) => match.level)).toEqual(['predicted'])
    const groups = kg.match((m) => m.where('?who', 'condemns', '?whom', { over: '?act' }).groupBy('?act'))
    expect(groups.toArray().map(({ count, levels }) => [count, levels])).toEqual([[2, { predicted: 2 }]])
    const count = kg.match((m) =>
      m.where('?who', 'condemns', '?whom', { over: '?act' }).groupBy().count('?act'),
    )
    expect(count.toArray().map(({ levels }) => levels)).toEqual([{ predicted: 1 }])
  })

  test('unnamed actors are in no count', () => {
    const [all] = kg.match((m) => m.where('?a', 'supplies', '?b').groupBy().count('?a'))
    expect(all?.count).toBe(1)
  })

  test('is neither before nor after itself, and certainly while it is', () => {
    const itself = (is: 'before' | 'after' | 'during' | 'overlaps') =>
      kg
        .match((m) =>
          m
            .where('state:D', 'condemns', '?a', { over: '?s' })
            .where('state:B', 'condemns', '?b', { over: '?t' })
            [is]('?s', '?t'),
        )
        .toArray()
        .map(({ certain }) => certain)
    expect([itself('before'), itself('after'), itself('during'), itself('overlaps')]).toEqual([
      [],
      [],
      [true],
      [true],
    ])
  })
})

test.each([null, undefined, 7, 'match', [], () => undefined])('%s is no pattern', (nothing) => {
  expect(() => graphOf(states('A')).match(nothing as never)).toThrow(StatecraftError)
})

test('a prediction is no source of a row that others assert', () => {
  const kg = graphOf(
    people,
    states('A', 'B', 'C'),
    source('fact', '2024'),
    source('guess', '2024'),
    statement('A', 'supplies', 'B', [by('person:x', 'asserts', { source: 'source:fact' })]),
    statement('A', 'supplies', 'C', [by('person:x', 'predicts', { source: 'source:guess' })]),
  )
  const [match] = kg.match((m) => m.where('?a', 'supplies', '?b').select('?a'))
  expect([match?.level, match?.count, match?.sources]).toEqual(['asserted', 2, ['source:fact']])
  expect(match?.statements).toHaveLength(2)
})
