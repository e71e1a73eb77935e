import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, statement, states } from '../records'

const x = entity('Expert', 'person:x')
const claims = [by('person:x', 'asserts')]
const names = Array.from({ length: 9 }, (_, i) => `S${i}`)
/** Each state opposes all others: 1 + 7 + 7·6 + … paths between two. */
const clique = () =>
  graphOf(
    x,
    ...states(...names),
    names.flatMap((a) => names.filter((b) => a < b).map((b) => statement(a, 'opposes', b, claims))),
  )

describe('an answer', () => {
  test('is complete only when everything was read and nothing cut it short', () => {
    const kg = clique()
    const all = kg.paths('state:S0', 'state:S1', { maxSteps: 3 })
    expect(all.complete).toBe(false)
    expect(all.next().value?.length).toBe(1)
    expect(all.complete).toBe(false)
    expect(all.toArray()).toHaveLength(7 + 7 * 6)
    expect([all.complete, all.cut]).toEqual([true, undefined])
    const some = kg.paths('state:S0', 'state:S1', { maxSteps: 3, limit: 7 })
    expect(some.toArray()).toHaveLength(7)
    expect([some.complete, some.cut]).toEqual([false, 'limit'])
    const broken = kg.paths('state:S0', 'state:S1')
    for (const _ of broken) break
    expect([broken.complete, broken.cut, broken.next().done]).toEqual([false, undefined, true])
  })

  test('is cut by a budget of time, and says so, instead of going on for ever', () => {
    const kg = clique()
    const paths = kg.paths('state:S0', 'state:S1', { maxSteps: 32, budget: 5 })
    const found = paths.toArray()
    expect([paths.complete, paths.cut]).toEqual([false, 'budget'])
    expect(found.length).toBeGreaterThan(0)
    expect(String(kg.paths('state:S0', 'state:S1', { maxSteps: 2, budget: 0 }))).toMatch(
      /cut short by budget/,
    )
  })

  test('is cut where more entities are open than allowed', () => {
    const hub = graphOf(
      x,
      ...states('A', 'B', 'C'),
      Array.from({ length: 3000 }, (_, i) => entity('Company', `company:c${i}`)),
      ['A', 'B'].flatMap((state) =>
        Array.from({ length: 1500 }, (_, i) =>
          statement(state, 'linkedTo', state, claims, { object: `company:c${state === 'A' ? i : 1500 + i}` }),
        ),
      ),
      { relation: 'linkedTo', subject: 'company:c1', object: 'company:c2999', claims },
    )
    const paths = hub.paths('state:A', 'state:B', { frontier: 10 })
    expect(paths.toArray()).toEqual([])
    expect([paths.complete, paths.cut]).toEqual([false, 'frontier'])
    expect(() => hub.shortestPath('state:A', 'state:B', { frontier: 10 })).toThrow(
      /cut short by its frontier/,
    )
    expect(hub.shortestPath('state:A', 'state:B')?.length).toBe(3)
  })

  test('says when the graph changed under it, and when it was aborted', async () => {
    const kg = clique()
    const paths = kg.paths('state:S0', 'state:S1')
    paths.next()
    kg.add('State', { id: 'state:new', label: 'new' })
    expect(() => paths.next()).toThrow(/changed while the answer was being read/)
    expect(paths.next().done).toBe(true)

    const stop = new AbortController()
    const aborted = kg.paths('state:S0', 'state:S1', { signal: stop.signal })
    aborted.next()
    stop.abort(new Error('enough'))
    expect(() => aborted.next()).toThrow('enough')
    expect(aborted.complete).toBe(false)
  })

  test('lets other work go on where it is awaited: a timer can abort a long search', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `S${i}`)
    const kg = graphOf(
      x,
      ...states(...many, 'alone', 'end'),
      many.flatMap((a) => many.filter((b) => a < b).map((b) => statement(a, 'opposes', b, claims))),
      statement('alone', 'opposes', 'end', claims),
    )
    // No path runs through the pair that stands alone: every path is tried in vain.
    const signal = AbortSignal.timeout(30)
    const search = kg.paths('state:S0', 'state:S1', { maxSteps: 12, through: 'state:alone', signal })
    const read = async () => {
      for await (const _ of search) expect.unreachable()
    }
    await expect(Promise.race([read(), Promise.resolve('done')])).resolves.toBe('done')
    const long = kg.paths('state:S0', 'state:S1', {
      maxSteps: 12,
      qualifiers: {},
      signal: AbortSignal.timeout(30),
    })
    await expect(
      (async () => {
        for await (const _ of long);
      })(),
    ).rejects.toThrow(/timeout/i)
  })

  test('writes itself as JSON, text and Markdown, and shows itself without being read', () => {
    const kg = clique()
    const answer = () => kg.paths('state:S0', 'state:S1', { maxSteps: 2, limit: 2 })
    const json = JSON.parse(JSON.stringify(answer()))
    expect(json.complete).toBe(false)
    expect(json.paths).toHaveLength(2)
    expect(json.paths[0]).toEqual({
      steps: [{ statement: expect.stringMatching(/^stmt:/), forward: true }],
      level: 'asserted',
      disputed: false,
    })
    expect(String(answer())).toBe(
      'S0 ─opposes→ S1      asserted · x\nS0 ─opposes→ S2 ←opposes─ S1      asserted · x\n… cut short by limit: there may be more',
    )
    expect(answer().toMarkdown()).toBe(
      [
        '- **S0 ─opposes→ S1**',
        '',
        '  1. S0 ─opposes→ S1: asserted · x',
        '- **S0 ─opposes→ S2 ←opposes─ S1**',
        '',
        '  1. S0 ─opposes→ S2: asserted · x',
        '  2. S2 ←opposes─ S1: asserted · x',
        '',
        '… cut short by limit: there may be more',
      ].join('\n'),
    )
    const shown = answer()
    expect(inspect(shown)).toMatch(
      /^Answer { at least 2 paths\n {2}S0 .*\n.*\n {2}… cut short by limit: there may be more }$/,
    )
    expect(inspect(shown.next().value)).toBe('Path { S0 ─opposes→ S1      asserted · x }')
  })

  test('ends where a loop over it stops, awaited or not', async () => {
    const kg = clique()
    const awaited = kg.paths('state:S0', 'state:S1')
    for await (const _ of awaited) break
    expect(awaited.next().done).toBe(true)
  })

  test('leaves room for a timer, however densely answers come', async () => {
    const many = Array.from({ length: 700 }, (_, i) => i)
    const legs = [
      ['A', 'B'],
      ['B', 'C'],
    ] as const
    const kg = graphOf(
      x,
      ...states('A', 'B', 'C'),
      legs.flatMap(([a, b]) => many.map((i) => statement(a, 'supplies', b, claims, { occurrence: `${i}` }))),
    )
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('enough')), 20)
    const read = async () => {
      let count = 0
      for await (const _ of kg.paths('state:A', 'state:C', { signal: stop.signal })) count++
      return count
    }
    await expect(read()).rejects.toThrow('enough')
  })

  test('gives up where it would try in vain for ever, and says so', () => {
    const many = Array.from({ length: 14 }, (_, i) => `S${i}`)
    const kg = graphOf(
      x,
      ...states(...many, 'leaf', 'end'),
      many.flatMap((a) => many.filter((b) => a < b).map((b) => statement(a, 'opposes', b, claims))),
      statement('S5', 'opposes', 'leaf', claims),
    )
    // Through a dead end there is no way: told at once, for certain.
    const dead = kg.shortestPaths('state:S0', 'state:S1', { through: 'state:leaf' })
    expect([dead.toArray().length, dead.complete]).toEqual([0, true])
    // A pair of leaves is as dead, but looks like a way.
    const pair = graphOf(
      x,
      ...states(...many, 'leaf', 'end'),
      many.flatMap((a) => many.filter((b) => a < b).map((b) => statement(a, 'opposes', b, claims))),
      statement('S5', 'opposes', 'leaf', claims),
      statement('leaf', 'opposes', 'end', claims),
    )
    const vain = pair.shortestPaths('state:S0', 'state:S1', { through: 'state:leaf' })
    expect([vain.toArray().length, vain.complete, vain.cut]).toEqual([0, false, 'effort'])
    expect(() => pair.shortestPath('state:S0', 'state:S1', { through: 'state:leaf' })).toThrow(/effort/)
  })

  test('does not take what could not be searched for what is not there', () => {
    const many = Array.from({ length: 14 }, (_, i) => `S${i}`)
    const kg = graphOf(
      x,
      ...states(...many, 'end'),
      many.flatMap((a) => many.filter((b) => a < b).map((b) => statement(a, 'rivals', b, claims))),
      statement('S5', 'supplies', 'end', claims),
    )
    // Fourteen steps among fourteen states: the relations lead to the end, and whether a path does nobody can try.
    const sequence = [...many.map(() => 'rivals' as const), 'supplies' as const]
    const reached = kg.reachable('state:S0', { sequence })
    expect([reached.toArray().length, reached.complete, reached.cut]).toEqual([0, false, 'effort'])
  })

  test('of paths that were kept stays right after a merge, and is refused when a statement is gone', () => {
    const kg = graphOf(
      x,
      entity('Company', 'company:z'),
      entity('Company', 'company:a'),
      ...states('B'),
      statement('B', 'supplies', 'B', claims, { subject: 'company:z' }),
    )
    const [path] = kg.paths('company:z', 'state:B').toArray()
    kg.merge('company:z', 'company:a')
    expect(path?.steps[0]?.forward).toBe(true)
    const [again] = kg.paths('company:z', 'state:B').toArray()
    kg.remove(again!.statements[0]!)
    expect(() => String(again)).toThrow(/is there no more/)
  })

  test('tells who claims and who denies, and each of them where', () => {
    const kg = graphOf(
      x,
      ...states('A', 'B'),
      entity('Article', 'source:s', { published: '2024' }),
      entity('Article', 'source:d', { published: '2024' }),
      statement('A', 'opposes', 'B', [
        by('person:x', 'asserts', { source: 'source:s' }),
        by('state:A', 'denies', { source: 'source:d' }),
        by('state:B', 'alleges', { source: 'source:d' }),
      ]),
    )
    const path = kg.shortestPath('state:A', 'state:B')
    expect([path?.level, path?.disputed, path?.sources]).toEqual(['asserted', true, ['source:s']])
    const by_ = (ids: readonly string[] | undefined) =>
      [...kg.statements()].flatMap((s) => s.claims.filter((c) => ids?.includes(c.id)).map((c) => c.by))
    expect([by_(path?.claims), by_(path?.denials)]).toEqual([['person:x'], ['state:A']])
  })

  test('is one line a path, whatever a label holds', () => {
    const kg = graphOf(
      x,
      entity('State', 'state:A', { label: { en: 'A\n\u202eB ─attacks→ C      asserted · Reuters' } }),
      ...states('B'),
      statement('A', 'opposes', 'B', claims),
    )
    const line = String(kg.paths('state:A', 'state:B'))
    expect(line.split('\n')).toHaveLength(1)
    expect(line).not.toContain('\u202e')
  })

  test('weighs the path of no steps, too', () => {
    const kg = clique()
    const weight = (by: 'confidence' | 'claimants') =>
      kg.shortestPath('state:S0', 'state:S0', { weight: by })?.weight
    expect([weight('confidence'), weight('claimants')]).toEqual([1, 0])
  })

  test('keeps the markup of labels out of its Markdown', () => {
    const kg = graphOf(
      x,
      entity('State', 'state:A', {
        label: { en: '**A** <script>alert(1)</script> [x](javascript:y)\n# B | C' },
      }),
      ...states('B'),
      statement('A', 'opposes', 'B', claims),
    )
    const [line] = kg.paths('state:A', 'state:B').toMarkdown().split('\n')
    expect(line).toBe(
      '- **\\*\\*A\\*\\* &#60;script&#62;alert(1)&#60;/script&#62; \\[x\\](javascript&#58;y) # B &#124; C ─opposes→ B**',
    )
  })

  test('speaks the language that was asked for, and falls back where a label lacks it', () => {
    const kg = graphOf(
      x,
      entity('State', 'state:A', { label: { en: 'Iran', ar: 'إيران' } }),
      entity('State', 'state:B', { label: { en: 'Russia' } }),
      statement('A', 'opposes', 'B', claims),
    )
    expect(kg.shortestPath('state:A', 'state:B')?.toString(['ar'])).toContain(
      '\u2068إيران\u2069 ─opposes→ Russia',
    )
  })
})

describe('a query as a plain value', () => {
  const kg = clique()

  test('is answered as the method of its name', () => {
    const query = {
      find: 'paths',
      from: 'state:S0',
      to: ['state:S1', 'state:S2'],
      maxSteps: 2,
      limit: 3,
    } as const
    const again = JSON.parse(JSON.stringify(query))
    expect(JSON.stringify(kg.execute(again))).toBe(
      JSON.stringify(kg.paths('state:S0', ['state:S1', 'state:S2'], { maxSteps: 2, limit: 3 })),
    )
    expect(JSON.stringify(kg.execute({ find: 'reachable', from: 'state:S0' }))).toBe(
      JSON.stringify(kg.reachable('state:S0')),
    )
    const one = { find: 'shortestPath', from: 'state:S0', to: 'state:S1', limit: 5 } as const
    expect(kg.execute(one).toArray()).toHaveLength(1)
    expect(kg.view({ relations: 'supports' }).execute(query).toArray()).toEqual([])
  })

  test.each<[unknown, RegExp]>([
    [null, /a query is an object/],
    [{}, /does not find 'nothing'/],
    [{ find: 'path' }, /did you mean paths/],
    [{ find: 'paths', from: 'state:S0' }, /no `to`/],
    [{ find: 'reachable', from: 'state:S0', to: 'state:S1' }, /there is no option 'to' here/],
    [{ find: 'reachable', from: 'state:S0', weight: 'confidence' }, /there is no option 'weight' here/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S9' }, /did you mean state:S/],
    [{ find: 'paths', from: { type: 'Stat' }, to: 'state:S1' }, /did you mean State/],
    [{ find: 'paths', from: { type: 'State', id: 'x' }, to: 'state:S1' }, /`from` names entities/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', maxSteps: 0 }, /from 1 to 32/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', maxSteps: 100 }, /from 1 to 32/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', maxSteps: '3' }, /from 1 to 32/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', limit: -1 }, /limit is a whole number/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', budget: Number.NaN }, /budget is milliseconds/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', via: 'suports' }, /did you mean supports/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', via: [] }, /no relation is named/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', sequence: ['opposes'], via: 'opposes' }, /not both/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', sequence: 'opposes' }, /a sequence is a list/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', asOf: '2024-13-01' }, /bad-date/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', status: 'certain' }, /there is no level/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', timeRespecting: true }, /way of respecting time/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', qualifiers: { itm: 'a:b' } }, /did you mean item/],
    [{ find: 'paths', from: 'state:S0', to: 'state:S1', through: 'state:S0' }, /is an end of the path/],
    [
      JSON.parse('{"find":"paths","from":"state:S0","to":"state:S1","__proto__":{"limit":1}}'),
      /no option '__proto__'/,
    ],
    [
      JSON.parse('{"find":"paths","from":"state:S0","to":"state:S1","constructor":1}'),
      /no option 'constructor'/,
    ],
    [
      JSON.parse('{"find":"paths","from":"state:S0","to":"state:S1","qualifiers":{"__proto__":"a:b"}}'),
      /__proto__/,
    ],
    [Object.create({ find: 'paths', from: 'state:S0', to: 'state:S1' }), /does not find/],
  ])('%j is refused, with its place and a hint', (query, message) => {
    expect(() => kg.execute(query as never)).toThrow(message)
  })

  test.each<[object, RegExp]>([
    [{ via: 'broader' }, /no path leaves state:S0, a State, by broader/],
    [
      { sequence: ['memberOf', 'broader'] },
      /no path reaches state:S1|after memberOf no path goes on by broader/,
    ],
    [{ sequence: ['partyTo', 'visits', 'opposes'] }, /after partyTo no path goes on by visits/],
    [{ via: 'opposes', direction: 'in' }, /the direction 'in' and opposes exclude each other/],
  ])('a way that can never hold is told: %j', (options, message) => {
    expect(() => kg.paths('state:S0', 'state:S1', options)).toThrow(message)
  })
})
