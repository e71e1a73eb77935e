import fc from 'fast-check'
import {
  type Core,
  core,
  createGraph,
  extendOntology,
  type MatchQuery,
  type PathQuery,
  type Query,
  StatecraftError,
} from 'statecraft'
import { querySchema } from 'statecraft/zod'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { by, statement } from '../records'

const schema = querySchema(core)

/** What the schema has to say: code, place, message. */
function refusals(query: unknown): [code: unknown, path: string, message: string][] {
  return (schema.safeParse(query).error?.issues ?? []).map((issue) => [
    'params' in issue ? issue.params?.code : undefined,
    issue.path.join('.'),
    issue.message,
  ])
}

const paths = { find: 'paths', from: 'state:IR', to: 'state:KP' } as const
const match = {
  find: 'match',
  where: [
    { id: '?supply', relation: 'supplies', subject: '?a', object: '?b', item: '?item' },
    { id: '?embargo', relation: 'sanctions', subject: '?c', object: '?b', measures: 'arms-embargo' },
  ],
  entities: { '?a': 'State', '?c': ['State', 'Organization'] },
  times: [
    { first: '?supply', is: 'during', second: '?embargo', certain: true },
    { first: '?supply', is: 'within', second: '?embargo', days: 30 },
  ],
  groupBy: ['?a'],
  count: '?item',
  orderBy: [{ by: 'count', descending: true }, '?a'],
}

describe('the schema of queries', () => {
  it.each<[string, object]>([
    ['a search for paths', paths],
    ['for the shortest', { ...paths, find: 'shortestPaths', from: { type: 'State' }, to: ['state:KP'] }],
    ['for what can be reached', { find: 'reachable', from: [{ type: ['State', 'Agency'] }, 'state:KP'] }],
    ['for matches', match],
    ['with relations', { ...paths, via: ['supplies', '^sanctions'], direction: 'out', maxSteps: 32 }],
    ['with a sequence', { ...paths, sequence: ['supplies', ['supplies', 'aids'], '^sanctions'] }],
    ['with qualifiers', { ...paths, item: 'commodity:oil', qualifiers: { form: 'economic' }, broader: true }],
    ['with ways', { ...paths, through: 'state:RU', avoid: { type: 'Agency' }, weight: 'claimants' }],
    ['with limits', { ...paths, limit: 0, budget: 0.5, frontier: 1000, timeRespecting: 'certainly' }],
    ['with views', { ...paths, status: ['asserted'], asOf: '2024-02-29', viewpoint: 'agency:kcna' }],
    ['with knowledge', { ...paths, asKnownOn: { date: '2024-04-20', by: 'said' }, certain: true }],
  ])('takes a query %s, and gives it back as it is', (_, query) => {
    expect(refusals(query)).toEqual([])
    expect(schema.parse(query)).toBe(query)
  })

  it.each<[string, unknown, code: string, path: string, message: RegExp]>([
    ['no object', 'paths', 'bad-value', '', /an object that says what to `find`/],
    ['nothing to find', { from: 'state:IR' }, 'bad-value', 'find', /paths, shortestPath/],
    ['what cannot be found', { ...paths, find: 'pahts' }, 'bad-value', 'find', /did you mean paths\?/],
    ['no end', { find: 'paths', from: 'state:IR' }, 'missing-field', 'to', /no `to`/],
    ['an end too many', { ...paths, find: 'reachable' }, 'unknown-field', 'to', /no option 'to'/],
    ['an unknown option', { ...paths, maxStep: 2 }, 'unknown-field', 'maxStep', /did you mean maxSteps\?/],
    [
      'a prototype key',
      JSON.parse('{"find":"reachable","from":"state:IR","__proto__":{"via":"x"}}'),
      'unknown-field',
      '__proto__',
      /__proto__/,
    ],
    ['an inherited key', { ...paths, constructor: 1 }, 'unknown-field', 'constructor', /constructor/],
    [
      'an unknown relation',
      { ...paths, via: ['suplies'] },
      'unknown-relation',
      'via',
      /did you mean supplies\?/,
    ],
    [
      'an unknown type',
      { ...paths, to: { type: 'Sate' } },
      'unknown-type',
      'to.type',
      /did you mean State\?/,
    ],
    ['what is no id', { ...paths, avoid: 'Russia' }, 'bad-id', 'avoid', /Russia/],
    [
      'an unknown qualifier',
      { ...paths, qualifiers: { itm: 'a:b' } },
      'unknown-field',
      'qualifiers.itm',
      /did you mean item\?/,
    ],
    ['an unknown value', { ...paths, qualifiers: { form: 'econ' } }, 'bad-value', 'qualifiers.form', /econ/],
    ['too many steps', { ...paths, maxSteps: 100 }, 'bad-value', 'maxSteps', /1 to 32/],
    ['a number as text', { ...paths, maxSteps: '3' }, 'bad-value', 'maxSteps', /1 to 32/],
    ['a day that there is not', { ...paths, asOf: '2023-02-29' }, 'bad-date', 'asOf', /February/],
    ['an unknown level', { ...paths, status: 'aserted' }, 'bad-value', 'status', /did you mean asserted\?/],
    ['a truth that is none', { ...paths, certain: 'yes' }, 'bad-value', 'certain', /./],
    [
      'two ways at once',
      { ...paths, via: 'supplies', sequence: ['aids'] },
      'bad-value',
      'sequence',
      /not both/,
    ],
    [
      'steps that never meet',
      { ...paths, sequence: ['needs', 'supplies'] },
      'bad-domain',
      'sequence.1',
      /no path goes on/,
    ],
    ['an empty pattern', { find: 'match', where: [] }, 'bad-value', 'where', /a statement to be met/],
    [
      'a qualifier of another relation',
      { find: 'match', where: [{ ...match.where[0], topic: '?t' }] },
      'unknown-field',
      'where.0.topic',
      /supplies has no 'topic'/,
    ],
    [
      'what a variable can never be',
      { ...match, entities: { '?item': 'State' } },
      'bad-domain',
      'entities.?item',
      /can never be/,
    ],
    [
      'a variable without a place',
      { ...match, groupBy: ['?x'] },
      'bad-value',
      'groupBy.0',
      /no statement has the variable/,
    ],
    [
      'times that are not compared so',
      { ...match, times: [{ first: '?supply', is: 'since', second: '?embargo' }] },
      'bad-value',
      'times.0.is',
      /during, overlaps/,
    ],
  ])('refuses %s, and tells where and why', (_, query, code, path, message) => {
    expect(refusals(query)).toEqual([[code, path, expect.stringMatching(message)]])
  })

  it('tells all that is wrong with a search for paths at once', () => {
    const query = { ...paths, from: { type: 'Sate' }, via: 'suplies', maxSteps: 0, limit: -1, foo: 1 }
    const places = refusals(query).map(([, path]) => path)
    expect(places.sort()).toEqual(['foo', 'from.type', 'limit', 'maxSteps', 'via'])
  })

  it('has soon enough of a query that is nothing but mistakes', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => [`key${i}`, i])
    const start = performance.now()
    expect(refusals({ ...paths, ...Object.fromEntries(keys) }).length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(3000)
  })

  it('gives hints apart from the message', () => {
    const [issue] = schema.safeParse({ ...paths, via: 'suplies' }).error?.issues ?? []
    expect(issue).toMatchObject({
      code: 'custom',
      message: "there is no relation 'suplies' (did you mean supplies?)",
      params: { code: 'unknown-relation', hint: 'did you mean supplies?' },
    })
  })

  it('follows the ontology that it is made of', () => {
    const mine = extendOntology(core, {
      relations: { bribes: { from: ['Actor'], to: ['Actor'], aspect: 'event', definition: 'buys a favour' } },
    })
    expect(querySchema(mine).safeParse({ ...paths, via: 'bribes' }).success).toBe(true)
    expect(schema.safeParse({ ...paths, via: 'bribes' }).success).toBe(false)
  })

  it('is typed', () => {
    expectTypeOf(schema).toEqualTypeOf<z.ZodType<Query<Core>, Query<Core>>>()
    expectTypeOf<PathQuery<Core>>().toMatchTypeOf<z.infer<typeof schema>>()
    expectTypeOf<MatchQuery<Core>>().toMatchTypeOf<z.infer<typeof schema>>()
  })
})

describe('its JSON Schema', () => {
  // biome-ignore lint/suspicious/noExplicitAny: it is looked into as JSON
  const json = z.toJSONSchema(schema) as any
  const [path, reach, pattern] = json.oneOf

  it('tells the three kinds apart, and takes no other options', () => {
    expect(path.properties.find.enum).toEqual(['paths', 'shortestPath', 'shortestPaths'])
    expect([reach.properties.find.const, pattern.properties.find.const]).toEqual(['reachable', 'match'])
    for (const kind of json.oneOf) expect(kind.additionalProperties).toBe(false)
    expect(path.required).toEqual(['find', 'from', 'to'])
    expect(pattern.required).toEqual(['find', 'where'])
    expect(Object.keys(reach.properties)).not.toContain('through')
  })

  it('names the relations, types and values that there are', () => {
    const [one, several] = path.properties.via.anyOf
    expect(one.enum).toEqual(expect.arrayContaining(['supplies', '^supplies', '^sanctions']))
    expect(several.items).toEqual(one)
    expect(path.properties.types.anyOf[0].enum).toEqual([...core.types.keys()])
    expect(path.properties.maxSteps).toMatchObject({ type: 'integer', minimum: 1, maximum: 32 })
    expect(path.properties.qualifiers.properties.form.anyOf[0].enum).toContain('economic')
    const { properties } = pattern.properties.where.items
    expect(properties.relation.anyOf[0].enum).toEqual([...core.relations.keys()])
    expect(JSON.stringify(properties.measures)).toContain('arms-embargo')
  })

  it('is the same for what goes in, and within another schema', () => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toEqual(json)
    const { $schema: _, ...inner } = json
    expect(z.toJSONSchema(z.object({ query: schema })).properties?.query).toEqual(inner)
  })
})

// Against `execute` itself, over a graph that speaks of all these ids and knows no more of them.
const IDS = ['state:IR', 'state:KP', 'state:RU', 'commodity:oil', 'agency:kcna', 'source:elaph']
const kg = createGraph()
kg.load([
  ...IDS.map((id) => ({ ...statement('XX', 'opposes', 'XX', [by('state:XX', 'asserts')]), object: id })),
  statement('IR', 'supplies', 'KP', [by('state:XX', 'asserts')], { item: 'commodity:oil' }),
])
const [known] = [...kg.statements({ relation: 'supplies' })]

const id = fc.constantFrom(...IDS)
const type = fc.constantFrom('State', 'Actor', 'Expert')
const relation = fc.constantFrom('supplies', 'sanctions', 'alliedWith', 'locatedIn', 'needs', 'leads')
const way = fc.oneof(
  relation,
  relation.map((name) => `^${name}`),
)
const some = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }))
const entities = some(fc.oneof(id, fc.record({ type: some(type) })))
const truth = fc.boolean()
const day = fc.constantFrom('2024-02-29', '1991-12-26')

const view = {
  sources: some(id),
  asKnownOn: fc.oneof(day, fc.record({ date: day, by: fc.constantFrom('said', 'published') })),
  minConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
  minReliability: fc.constantFrom('A', 'F'),
  method: some(fc.constantFrom('human', 'machine')),
  viewpoint: id,
  silent: fc.constantFrom('include', 'exclude'),
  status: some(fc.constantFrom('asserted', 'denied')),
  disputed: fc.constantFrom('include', 'exclude', 'only'),
  relations: some(relation),
  types: some(type),
  asOf: day,
  certain: truth,
}
const limits = {
  limit: fc.nat(5),
  budget: fc.double({ min: 0, max: 9, noNaN: true }),
  frontier: fc.integer({ min: 1, max: 9 }),
}
const steps = {
  via: some(way),
  sequence: fc.array(some(way), { minLength: 1, maxLength: 3 }),
  direction: fc.constantFrom('any', 'out', 'in'),
  item: some(id),
  qualifiers: fc.constantFrom(
    {},
    { form: 'economic' },
    { over: known!.id },
    { against: ['state:IR', 'state:KP'] },
  ),
  broader: truth,
  infer: truth,
  avoid: entities,
  timeRespecting: fc.constantFrom('possibly', 'certainly'),
  maxSteps: fc.integer({ min: 1, max: 32 }),
}
const variable = fc.constantFrom('?a', '?b', '?c')
const end = fc.oneof(variable, id)
const patterns = {
  entities: fc.dictionary(variable, some(type), { maxKeys: 2 }),
  times: fc.array(
    fc.record(
      {
        first: fc.constantFrom('?s', '?a'),
        is: fc.constantFrom('during', 'before'),
        second: fc.constant('?t'),
        certain: truth,
      },
      { requiredKeys: ['first', 'is', 'second'] },
    ),
    { maxLength: 2 },
  ),
  select: fc.array(variable, { maxLength: 2 }),
  groupBy: fc.array(variable, { maxLength: 2 }),
  count: variable,
  orderBy: fc.array(
    fc.oneof(variable, fc.constant('count'), fc.record({ by: variable, descending: truth })),
    { maxLength: 2 },
  ),
  infer: truth,
  broader: truth,
}
const asked = fc.record(
  {
    id: fc.constantFrom('?s', '?t'),
    relation: some(relation),
    subject: end,
    object: end,
    item: end,
    by: end,
    when: variable,
  },
  { requiredKeys: ['relation', 'subject', 'object'] },
)

// Most options are left out of a query, or nearly all would be refused for one that does not go with another.
const few = (options: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .subarray(Object.keys(options), { maxLength: 4 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, options[name]!]))))
const searches = fc.oneof(
  fc.tuple(
    fc.record({
      find: fc.constantFrom('paths', 'shortestPath', 'shortestPaths'),
      from: entities,
      to: entities,
    }),
    few({
      ...view,
      ...limits,
      ...steps,
      through: entities,
      weight: fc.constantFrom('confidence', 'claimants'),
    }),
  ),
  fc.tuple(
    fc.record({ find: fc.constant('reachable'), from: entities }),
    few({ ...view, ...limits, ...steps }),
  ),
  fc.tuple(
    fc.record({ find: fc.constant('match'), where: fc.array(asked, { minLength: 1, maxLength: 2 }) }),
    few({ ...view, ...limits, ...patterns }),
  ),
)
const queries = searches.map(([main, options]): object => ({ ...main, ...options }))

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'nonsense',
    0,
    -1,
    1.5,
    1e300,
    100,
    '2',
    true,
    '2023-02-29',
    'state:IR',
    'supplies',
    '?a',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    ['nonsense'],
    [{}],
    ['asserted'],
    ['possibly'],
    { type: 'Sate' },
    { type: 'State', x: 1 },
  ),
  fc.constantFrom<unknown>(
    { item: null },
    { date: '2024-01-01' },
    { date: '2024-01-01', by: 'said', x: 1 },
    { '?a': null },
    { 'a b': 'State' },
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const names = Object.keys({
  find: 0,
  from: 0,
  to: 0,
  where: 0,
  ...view,
  ...limits,
  ...steps,
  ...patterns,
  through: 0,
  weight: 0,
})
const option = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'nope', 'signal'),
)
/** A query with one part put in the place of another, or beside the others. */
const broken = fc.tuple(queries, option, junk).map(([query, name, value]) => {
  const changed = Object.entries(query).filter(([key]) => key !== name)
  return Object.fromEntries([...changed, [name, value]])
})

/** What `execute` throws, if anything. */
function thrown(query: unknown): string | undefined {
  try {
    kg.execute(query as Query<Core>)
    return undefined
  } catch (error) {
    if (error instanceof StatecraftError) return error.code
    throw error
  }
}

describe('its verdict', () => {
  it.each([
    ['on good queries and on such as do not fit together', queries],
    ['on broken ones', broken],
  ])('is that of `execute`, %s', (_, any) => {
    let taken = 0
    const same = fc.property(any, (query) => {
      const code = thrown(query)
      const codes = refusals(query).map(([found]) => found)
      if (code === undefined) taken++
      expect(codes.length > 0).toBe(code !== undefined)
      if (code !== undefined) expect(codes).toContain(code)
    })
    fc.assert(same, { numRuns: 1500 })
    expect(taken).toBeGreaterThan(0)
  })
})
