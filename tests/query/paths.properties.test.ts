import fc from 'fast-check'
import { type Core, createGraph, type Graph, type Path, type PathOptions, StatecraftError } from 'statecraft'
import { describe, expect, test } from 'vitest'
import { by, entity, graphOf, states } from '../records'
import * as naive from './naive'

/** Every option of paths, alone and with others, in small random graphs: against a search that tries everything. */

// In code units 𐐀 (a pair of surrogates) comes before Ａ (full width); in code points it does not.
const STATES = ['state:a', 'state:B', 'state:Ａ', 'state:𐐀']
const ACTORS = [...STATES, 'unnamed:u']
const COMMODITIES = ['commodity:c', 'commodity:d', 'commodity:e']
const RESOLUTIONS = ['resolution:r', 'resolution:q']

const THINGS: readonly naive.Thing[] = [
  ...STATES.map((id) => ({ id, types: ['State', 'Jurisdiction', 'Actor'], unnamed: false })),
  ...COMMODITIES.map((id) => ({ id, types: ['Commodity'], unnamed: false })),
  ...RESOLUTIONS.map((id) => ({ id, types: ['Resolution', 'LegalInstrument'], unnamed: false })),
  { id: 'source:s', types: ['Article', 'Source'], unnamed: false },
  { id: 'unnamed:u', types: ['Actor'], unnamed: true },
  ...['person:x', 'person:y'].map((id) => ({ id, types: ['Expert', 'Person', 'Actor'], unnamed: false })),
]
const NODES = [...ACTORS, ...COMMODITIES, ...RESOLUTIONS, 'source:s']

/** Times with the days that the design's table gives them: possible, and certain for a state. */
const TIMES: readonly (readonly [when: string, possible: readonly string[], certain?: readonly string[]])[] =
  [
    ['2020-03-10', ['2020-03-10', '2020-03-10'], ['2020-03-10', '2020-03-10']],
    ['2020-02', ['2020-02-01', '2020-02-29']],
    ['2020', ['2020-01-01', '2020-12-31']],
    ['2020-01/2020-06', ['2020-01-01', '2020-06-30'], ['2020-01-31', '2020-06-01']],
    ['2020-03-10/2021', ['2020-03-10', '2021-12-31'], ['2020-03-10', '2021-01-01']],
    ['../2020-03', ['', '2020-03-31'], ['', '2020-03-01']],
    // Certain up to the day of the claim.
    ['2020-05/..', ['2020-05-01', ''], ['2020-05-31', '2020-09-01']],
    ['[2019,2020-03]', ['2019-01-01', '2020-03-31']],
  ]
const SAID = '2020-09-01'
const DAYS = ['2019-06-01', '2020-02-15', '2020-03-10', '2020-05-31', '2021-06-01']

const day = (date: string) => Date.parse(date) / 86_400_000
const span = ([from, until]: readonly string[]): naive.Span => [
  from === '' ? -Infinity : day(from!),
  until === '' ? Infinity : day(until!),
]

const LEVELS = ['asserted', 'alleged', 'predicted', 'denied'] as const
const STANCES = ['asserts', 'alleges', 'predicts', 'denies']

interface Stated {
  readonly relation: string
  readonly subject: string
  readonly object: string
  readonly qualifiers: { readonly [name: string]: readonly string[] }
  readonly time: number | undefined
  readonly claims: readonly {
    readonly by: string
    readonly stance: string
    readonly confidence?: number
    readonly derived: boolean
  }[]
}

const claims = fc.array(
  fc.record(
    {
      by: fc.constantFrom('person:x', 'person:y', 'unnamed:u'),
      stance: fc.constantFrom('asserts', 'asserts', 'asserts', ...STANCES),
      confidence: fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
      derived: fc.constantFrom(false, false, false, true),
    },
    { requiredKeys: ['by', 'stance', 'derived'] },
  ),
  { minLength: 1, maxLength: 3 },
)
const some = (...names: string[]) => fc.subarray(names, { maxLength: 2 })
const stated = (
  relation: string,
  from: readonly string[],
  to: readonly string[],
  qualifiers: { readonly [name: string]: fc.Arbitrary<string[]> } = {},
): fc.Arbitrary<Stated> =>
  fc.record({
    relation: fc.constant(relation),
    subject: fc.constantFrom(...from),
    object: fc.constantFrom(...to),
    qualifiers: fc.record(qualifiers),
    // When a thing falls under another is not said: so a denial of it counts against all that say so.
    time:
      relation === 'broader'
        ? fc.constant(undefined)
        : fc.option(fc.nat(TIMES.length - 1), { nil: undefined }),
    claims,
  })
const item = fc.constantFrom(...COMMODITIES.map((one) => [one]), ...COMMODITIES.map((one) => [one]), [])
type Weighted = { readonly weight: number; readonly arbitrary: fc.Arbitrary<Stated> }
/** What has items and other qualifiers, and what these fall under. */
const QUALIFIED: readonly Weighted[] = [
  { weight: 8, arbitrary: stated('supplies', ACTORS, ACTORS, { item }) },
  { weight: 5, arbitrary: stated('tradesWith', STATES, STATES, { item }) },
  {
    weight: 5,
    arbitrary: stated('supports', STATES, STATES, {
      against: some(...STATES),
      form: some('military', 'political', 'material'),
    }),
  },
  { weight: 3, arbitrary: stated('broader', COMMODITIES, COMMODITIES).filter((s) => s.subject !== s.object) },
]
const ANY: readonly Weighted[] = [
  ...QUALIFIED,
  { weight: 3, arbitrary: stated('opposes', ACTORS, ACTORS) },
  { weight: 3, arbitrary: stated('rivals', ACTORS, ACTORS) },
  { weight: 2, arbitrary: stated('needs', STATES, COMMODITIES) },
  {
    weight: 2,
    arbitrary: stated('concerns', RESOLUTIONS, [...STATES, 'unnamed:u', 'source:s', 'commodity:c']),
  },
]
const RELATIONS = ['opposes', 'rivals', 'supplies', 'tradesWith', 'supports', 'needs', 'broader', 'concerns']

interface World {
  readonly kg: Graph<Core>
  readonly graph: naive.Graph
  /** What a counterexample shows. */
  readonly [fc.toStringMethod]: () => string
}

/** Statements of some kinds between things that come in any order. */
const worldOfSome = (kinds: readonly Weighted[], least: number): fc.Arbitrary<World> =>
  fc
    .tuple(
      fc.shuffledSubarray([...THINGS], { minLength: THINGS.length }),
      // Without bias towards few and like statements, between which there are no paths.
      fc.noBias(fc.array(fc.oneof(...kinds), { minLength: least, maxLength: 24, size: 'max' })),
    )
    .map(([things, facts]) => worldOf(things, facts))
const world = worldOfSome(ANY, 6)
const qualified = worldOfSome(QUALIFIED, 12)
const worldFor = (option: string) => (['item', 'qualifiers', 'broader'].includes(option) ? qualified : world)

function worldOf(things: readonly naive.Thing[], facts: readonly Stated[]): World {
  const kg = graphOf(
    things.map(({ id, types, unnamed }) => entity(types[0]!, id, unnamed ? { unnamed } : {})),
    facts.map(({ relation, subject, object, qualifiers, time, claims }, i) => ({
      relation,
      subject,
      object,
      ...Object.fromEntries(
        Object.entries(qualifiers).flatMap(([name, values]) =>
          values.length === 0 ? [] : [[name, name === 'item' ? values[0] : values]],
        ),
      ),
      occurrence: String(i),
      claims: claims.map(({ derived, ...claim }, j) => ({
        ...claim,
        at: String(j),
        said: SAID,
        ...(derived ? { method: 'derived' } : {}),
        ...(time === undefined ? {} : { when: TIMES[time]![0] }),
      })),
    })),
  )
  const ids = new Map([...kg.view({ status: LEVELS }).statements()].map((s) => [s.occurrence, s.id]))
  const found = facts.map((fact, i) => factOf(fact, ids.get(String(i))!, facts))
  return {
    kg,
    graph: { things: THINGS, facts: found },
    [fc.toStringMethod]: () => `\n${JSON.stringify(facts, null, 1)}\n`,
  }
}

function factOf(stated: Stated, id: string, all: readonly Stated[]): naive.Fact {
  const { relation, subject, object, qualifiers, time, claims } = stated
  const stance = STANCES[Math.min(...claims.map((claim) => STANCES.indexOf(claim.stance)))]!
  const deciding = claims.filter((claim) => claim.stance === stance)
  const event = ['supplies', 'tradesWith'].includes(relation)
  const [, possible, certain] = time === undefined ? ['', ['', '']] : TIMES[time]!
  const same = (other: Stated) =>
    other.relation === relation && other.subject === subject && other.object === object
  const known = event && possible[0] !== possible[1] ? undefined : certain
  const stated01 = deciding.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]))
  return {
    id,
    relation,
    symmetric: ['rivals', 'tradesWith'].includes(relation),
    event,
    subject,
    object,
    qualifiers,
    level: LEVELS[STANCES.indexOf(stance)]!,
    disputed:
      relation === 'broader' &&
      all.some((other) => same(other) && other.claims.some((claim) => claim.stance === 'denies')),
    possible: span(possible),
    certain: known && span(known),
    confidence: stated01.length > 0 ? Math.max(...stated01) : 1,
    claimants:
      stance === 'denies'
        ? 0
        : new Set(deciding.flatMap(({ by, derived }) => (derived || by === 'unnamed:u' ? [] : [by]))).size,
  }
}

// What is asked

const oneOrMore = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: one }, fc.array(one, { minLength: 1, maxLength: 3 }))
const node = fc.constantFrom(...NODES)
const type = fc.record({
  type: oneOrMore(fc.constantFrom('State', 'Actor', 'Commodity', 'LegalInstrument', 'Source')),
})
const selection: fc.Arbitrary<naive.Selection> = oneOrMore(
  fc.oneof({ weight: 3, arbitrary: node }, type) as fc.Arbitrary<string | { type: string | string[] }>,
)
/** Mostly states, since little else lies on the way to anything. */
const end: fc.Arbitrary<naive.Selection> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...STATES) },
  { weight: 2, arbitrary: node },
  { weight: 1, arbitrary: selection },
)
const VIAS = [...RELATIONS, ...RELATIONS.map((relation) => `^${relation}`)]
const via = fc.constantFrom(...VIAS)
const item1 = fc.constantFrom(...COMMODITIES)

const OPTIONS = {
  via: fc.oneof(via, fc.noBias(fc.subarray(VIAS, { minLength: 1 }))),
  sequence: fc.array(
    fc.oneof(
      { weight: 1, arbitrary: via },
      { weight: 3, arbitrary: fc.noBias(fc.subarray(VIAS, { minLength: 3 })) },
    ),
    { minLength: 1, maxLength: 5, size: 'max' },
  ),
  direction: fc.constantFrom('any', 'out', 'in'),
  item: fc.oneof(item1, fc.subarray(COMMODITIES, { minLength: 1 })),
  qualifiers: fc.oneof(
    fc.record({ against: fc.subarray(STATES, { minLength: 2 }) }),
    fc.record({ form: oneOrMore(fc.constantFrom('military', 'political')) }),
    fc.record({ item: fc.subarray(COMMODITIES, { minLength: 1 }) }),
  ),
  broader: fc.constant(true),
  avoid: selection,
  through: end,
  timeRespecting: fc.constantFrom('possibly', 'certainly'),
  weight: fc.constantFrom('confidence', 'claimants'),
  maxSteps: fc.integer({ min: 1, max: 6 }),
  status: oneOrMore(fc.constantFrom(...LEVELS)),
  relations: fc.subarray(RELATIONS, { minLength: 1 }),
  asOf: fc.constantFrom(...DAYS),
  certain: fc.constant(true),
} satisfies { [option: string]: fc.Arbitrary<unknown> }
type Option = keyof typeof OPTIONS
const NAMES = Object.keys(OPTIONS) as Option[] // the keys that stand above
/** What is asked of paths, and not of what can be reached. */
const OF_PATHS: readonly Option[] = ['through', 'weight']

/** An option with up to two others. A sequence sets the length, so `maxSteps` has nothing to say beside it. */
function asked(name: Option, names: readonly Option[] = NAMES): fc.Arbitrary<object> {
  const others = names.filter((other) => other !== name)
  return fc
    .oneof(fc.constant([]), fc.subarray(others, { maxLength: 2 }))
    .map((more) => [name, ...more, ...(name === 'broader' ? (['item'] as const) : [])])
    .filter((all) => !(all.includes('sequence') && (all.includes('maxSteps') || all.includes('via'))))
    .chain((all) => fc.record(Object.fromEntries(all.map((one) => [one, OPTIONS[one]]))))
    .filter((options: { item?: unknown; qualifiers?: object }) => {
      return options.item === undefined || !Object.hasOwn(options.qualifiers ?? {}, 'item') // it is given once
    })
}

/** What was found; undefined where the library refuses at once to look for what can never be. */
function answered<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof StatecraftError && /no path|no step is left/.test(error.message)) return undefined
    throw error
  }
}
/** That, or nothing but paths of no steps where it was refused. */
function expectSame(found: string[] | undefined, expected: readonly string[]): void {
  if (found) expect(found).toEqual(expected)
  else expect(expected.filter((path) => path.includes(' '))).toEqual([])
}

const inShort = (paths: Iterable<Path>) =>
  [...paths].map(({ entities, steps }) => [...entities, ...steps.map((step) => step.statement)].join(' '))
const expectedOf = (paths: readonly naive.Found[]) =>
  paths.map(({ entities, facts }) => [...entities, ...facts.map((fact) => fact.id)].join(' '))
const plain = (options: object): naive.Options => {
  const { asOf, ...rest } = options as { asOf?: string }
  return { ...rest, ...(asOf ? { asOf: day(asOf) } : {}) }
}

const RUNS = { numRuns: Number(process.env.STATECRAFT_RUNS ?? 30) }
type End = Parameters<Graph<Core>['paths']>[0]

describe.each(NAMES)('`%s`', (name) => {
  const world = worldFor(name)

  test('gives the paths that a search which tries everything finds, in their order', () => {
    fc.assert(
      fc.property(world, end, end, asked(name), fc.nat(5), ({ kg, graph }, from, to, options, limit) => {
        const all = expectedOf(naive.paths(graph, from, to, plain(options)))
        const ask = (more: object = {}) =>
          kg.paths(from as End, to as End, { ...options, ...more } as PathOptions<Core>)
        expectSame(
          answered(() => inShort(ask())),
          all,
        )

        const some = answered(() => ask({ limit }))
        if (!some) return
        expect(inShort(some)).toEqual(all.slice(0, limit))
        expect(some.complete).toBe(all.length <= limit)
      }),
      RUNS,
    )
  })

  test('gives the shortest or best path, and all of these', () => {
    fc.assert(
      fc.property(world, end, end, asked(name), ({ kg, graph }, from, to, options) => {
        const best = expectedOf(naive.shortestPaths(graph, from, to, plain(options)))
        const ends = [from as End, to as End, options as PathOptions<Core>] as const
        expectSame(
          answered(() => inShort(kg.shortestPaths(...ends))),
          best,
        )
        expectSame(
          answered(() => inShort([kg.shortestPath(...ends) ?? []].flat())),
          best.slice(0, 1),
        )
      }),
      RUNS,
    )
  })
})

const OF_REACH = NAMES.filter((name) => !OF_PATHS.includes(name))
test.each(OF_REACH)('what can be reached under `%s` is so near as the shortest path to it', (name) => {
  fc.assert(
    fc.property(worldFor(name), end, asked(name, OF_REACH), ({ kg, graph }, from, options) => {
      const near = naive.reachable(graph, from, plain(options))
      const reached = answered(() => [...kg.reachable(from as End, options)])
      const starts = near.filter(([, distance]) => distance === 0)
      expect(reached?.map(({ entity, distance }) => [entity, distance]) ?? starts).toEqual(near)
    }),
    RUNS,
  )
})

test('a search that its frontier cuts short gives the first paths, and says so; a query as JSON gives the same', () => {
  const from = fc.constantFrom(...STATES)
  fc.assert(
    fc.property(world, from, from, asked('maxSteps'), fc.integer({ min: 1, max: 6 }), (...given) => {
      const [{ kg }, from, to, options, frontier] = given
      const query = { find: 'paths', from, to, ...options } as const
      const all = answered(() => inShort(kg.execute(query)))
      if (!all) return
      expect(inShort(kg.execute(JSON.parse(JSON.stringify(query)) as typeof query))).toEqual(all)
      const some = kg.execute({ ...query, frontier })
      const found = inShort(some)
      expect(found).toEqual(all.slice(0, found.length))
      if (some.complete) expect(found).toEqual(all)
      else expect(some.cut).toBe('frontier')
    }),
    RUNS,
  )
})

test('options of a view give what the same view gives', () => {
  fc.assert(
    fc.property(world, end, end, asked('status'), ({ kg }, from, to, options) => {
      const { status, relations, asOf, certain, ...rest } = options as PathOptions<Core>
      const view = Object.entries({ status, relations, asOf, certain }).filter(
        ([, value]) => value !== undefined,
      )
      const ends = [from as End, to as End] as const
      const here = answered(() => inShort(kg.paths(...ends, options as PathOptions<Core>)))
      const there = answered(() => inShort(kg.view(Object.fromEntries(view)).paths(...ends, rest)))
      expect(here).toEqual(there)
    }),
    RUNS,
  )
})

describe('in a graph that is', () => {
  const x = entity('Expert', 'person:x')
  const asserted = [by('person:x', 'asserts')]
  const opposes = (from: string, to: string, occurrence = '') => ({
    relation: 'opposes',
    subject: `state:${from}`,
    object: `state:${to}`,
    occurrence,
    claims: asserted,
  })

  test('a chain, paths go as far as they may', () => {
    const names = Array.from({ length: 34 }, (_, i) => `S${i}`)
    const kg = graphOf(
      states(...names),
      x,
      names.slice(1).map((name, i) => opposes(names[i]!, name)),
    )
    expect(kg.shortestPath('state:S0', 'state:S32')?.length).toBe(32)
    expect([...kg.paths('state:S0', 'state:S32', { maxSteps: 32 })]).toHaveLength(1)
    expect(kg.shortestPath('state:S0', 'state:S33')).toBeUndefined()
    expect([...kg.paths('state:S0', 'state:S32', { maxSteps: 31 })]).toEqual([])
    expect([...kg.reachable('state:S0')].at(-1)).toMatchObject({ entity: 'state:S33', distance: 33 })
  })

  test('a chain of parallel statements, each of 2³² paths is there for the asking', () => {
    const names = Array.from({ length: 33 }, (_, i) => `S${i}`)
    const kg = graphOf(
      states(...names),
      x,
      names.slice(1).flatMap((name, i) => [opposes(names[i]!, name, '1'), opposes(names[i]!, name, '2')]),
    )
    const paths = kg.paths('state:S0', 'state:S32', { maxSteps: 32, limit: 5 })
    const last = [...paths].map((path) => path.steps.slice(-3).map((step) => step.statement))
    // The last steps change first, each from the smaller id to the greater.
    const [s29, s30, s31] = [29, 30, 31].map((i) =>
      [...kg.statements()]
        .filter((s) => s.subject === `state:S${i}`)
        .map((s) => s.id)
        .sort(),
    )
    expect(last).toEqual([
      [s29![0], s30![0], s31![0]],
      [s29![0], s30![0], s31![1]],
      [s29![0], s30![1], s31![0]],
      [s29![0], s30![1], s31![1]],
      [s29![1], s30![0], s31![0]],
    ])
    expect(paths.complete).toBe(false)
  })

  test('in pieces, there is no path between them, and nothing is cut short', () => {
    const kg = graphOf(states('A', 'B', 'C', 'D'), x, opposes('A', 'B'), opposes('C', 'D'), opposes('A', 'A'))
    const paths = kg.paths('state:A', 'state:C', { maxSteps: 32 })
    expect([...paths]).toEqual([])
    expect(paths.complete).toBe(true)
    expect(kg.shortestPath('state:A', 'state:C')).toBeUndefined()
    expect([...kg.reachable('state:A')].map((reached) => reached.entity)).toEqual(['state:A', 'state:B'])
  })

  test('loaded in another order, paths come in the same', () => {
    const records = [
      ...states('A', 'B', 'C', 'D', 'E'),
      x,
      ...['AB', 'BE', 'AC', 'CE', 'AD', 'DE', 'CB', 'EB', 'AB'].map(([from, to], i) =>
        opposes(from!, to!, `${i}`),
      ),
    ]
    const inOrder = (some: typeof records) =>
      graphOf(some)
        .paths('state:A', 'state:E')
        .toArray()
        .map((path) => JSON.stringify(path))
    expect(inOrder(records)).toHaveLength(10)
    expect(inOrder(records.toReversed())).toEqual(inOrder(records))
  })

  test('asked for between entities that are both begin and end, a path still goes from one to another', () => {
    const kg = graphOf(
      states('A', 'B', 'C', 'D', 'Z'),
      x,
      opposes('A', 'B'),
      opposes('B', 'C'),
      opposes('A', 'D'),
    )
    const both = ['state:A', 'state:C', 'state:Z']
    const among = (ends: readonly string[], options: PathOptions<Core> = {}) =>
      [...kg.shortestPaths(ends, both, options)].map((path) => path.entities.join(' '))
    expect(among(both)).toEqual(['state:A state:B state:C', 'state:C state:B state:A'])
    expect(among(['state:A'])).toEqual(['state:A state:B state:C'])
    expect(among(both, { direction: 'out' })).toEqual(['state:A state:B state:C'])
    expect(among(['state:Z'])).toEqual([])
    expect([...kg.paths({ type: 'State' }, { type: 'State' }, { maxSteps: 1 })]).toHaveLength(6)
  })

  test('two hubs of 100,000 neighbours, paths through them are found, and the first at once', () => {
    const kg = createGraph()
    const many = 100_000
    const registered = (company: number | string, state: string) => ({
      relation: 'registeredIn',
      subject: `company:${company}`,
      object: `state:${state}`,
      claims: asserted,
    })
    const started = performance.now()
    const report = kg.load(
      (function* () {
        yield* states('P', 'Q')
        yield x
        for (let i = 0; i < 2 * many; i++) yield entity('Company', `company:${i}`)
        for (let i = 0; i < many; i++) yield registered(i, 'P')
        for (let i = many; i < 2 * many; i++) yield registered(i, 'Q')
        for (const shared of [7, 70_000, 99_999]) yield registered(shared, 'Q')
      })(),
    )
    const load = performance.now() - started
    expect(report.issues).toEqual([])
    const entities = (paths: Iterable<Path>) => [...paths].map((path) => path.entities.join(' '))
    expect(entities(kg.paths('state:P', 'state:Q'))).toEqual([
      'state:P company:7 state:Q',
      'state:P company:70000 state:Q',
      'state:P company:99999 state:Q',
    ])
    expect(entities(kg.paths('company:1', 'company:2'))).toEqual(['company:1 state:P company:2'])
    expect(entities(kg.paths('company:1', 'company:150000'))).toEqual([
      'company:1 state:P company:7 state:Q company:150000',
      'company:1 state:P company:70000 state:Q company:150000',
      'company:1 state:P company:99999 state:Q company:150000',
    ])
    expect([...kg.paths('company:1', 'company:2', { direction: 'out' })]).toEqual([])
    expect(kg.reachable('state:P', { maxSteps: 1 }).toArray()).toHaveLength(many + 1)
    const asked = performance.now()
    const first = kg.paths('state:P', { type: 'Company' }, { limit: 1 })
    expect(entities(first)).toEqual(['state:P company:0'])
    expect(entities(kg.paths('company:1', 'company:150000', { limit: 1 }))).toHaveLength(1)
    expect(performance.now() - asked).toBeLessThan(load)
  })
})
