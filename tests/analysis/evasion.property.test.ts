import fc from 'fast-check'
import { type EvasionOptions, evasionRoutes } from 'statecraft/analysis'
import { expect, test } from 'vitest'
import { entity, type Fields, graphOf, statement, states } from '../records'

const RUNS = { numRuns: Number(process.env.STATECRAFT_RUNS ?? 60) }

/** Days of January 2021. */
interface Days {
  readonly from: number
  readonly until: number
}
interface Supply extends Days {
  readonly a: number
  readonly b: number
  readonly route: string | undefined
}

const spells = (longest: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: longest }))
    .map(([from, more]): Days => ({ from, until: from + more }))

const supplies = fc.array(
  fc
    .record({
      a: fc.integer({ min: 0, max: 3 }),
      b: fc.integer({ min: 1, max: 4 }),
      days: spells(5),
      route: fc.constantFrom(undefined, undefined, 'one', 'two'),
    })
    .filter(({ a, b }) => a !== b)
    .map(({ a, b, days: { from, until }, route }): Supply => ({ a, b, from, until, route })),
  { minLength: 3, maxLength: 10 },
)

/** Measures of S on the last state, and what suspends them all. */
const laws = fc.record({
  embargoes: fc.array(spells(15), { minLength: 1, maxLength: 2 }),
  suspensions: fc.array(spells(15), { maxLength: 1 }),
})
type Laws = typeof laws extends fc.Arbitrary<infer T> ? T : never

const when = ({ from, until }: Days) =>
  `2021-01-${String(from).padStart(2, '0')}/2021-01-${String(until).padStart(2, '0')}`

const name = (i: number) => `X${i}`

function recordsOf(all: readonly Supply[], { embargoes, suspensions }: Laws): Fields[] {
  const claim = (of: Days, fields: Fields = {}) => [
    { stance: 'asserts', source: 'source:law', when: when(of), ...fields },
  ]
  return [
    ...states('S', ...[0, 1, 2, 3, 4].map(name)),
    entity('Dataset', 'source:law', { published: '2030' }),
    entity('Commodity', 'commodity:oil'),
    ...all.map((one, i) =>
      statement(name(one.a), 'supplies', name(one.b), claim(one), {
        item: 'commodity:oil',
        occurrence: `n${i}`,
        ...(one.route ? { route: one.route } : {}),
      }),
    ),
    ...embargoes.map((one, i) =>
      statement('S', 'sanctions', name(4), claim(one, { measures: ['export-control'] }), {
        item: 'commodity:oil',
        occurrence: `e${i}`,
      }),
    ),
    ...suspensions.map((one, i) => ({
      ...statement('S', 'suspends', name(4), claim(one)),
      occurrence: `s${i}`,
    })),
  ]
}

/** Every way and how it stands, by trying all days: `X0 X1 X4 n0 n3 in-force`. */
function naive(all: readonly Supply[], { embargoes, suspensions }: Laws): string[] {
  const found: string[] = []
  const go = (
    legs: readonly number[],
    at: number,
    seen: readonly number[],
    daysThere: ReadonlySet<number>,
  ) => {
    if (at === 4) {
      if (legs.length < 2) return
      const each = embargoes.map((embargo) => forceOf(daysThere, embargo))
      const force = each.includes('in-force')
        ? 'in-force'
        : each.includes('possibly')
          ? 'possibly'
          : undefined
      if (force) found.push([...seen.map(name), ...legs.map((leg) => `n${leg}`), force].join(' '))
      return
    }
    if (legs.length === 4) return
    for (const [i, { a, b, from, until, route }] of all.entries()) {
      if (a !== at || seen.includes(b)) continue
      const routes = new Set(
        [route, ...legs.map((leg) => all[leg]!.route)].filter((one) => one !== undefined),
      )
      if (routes.size > 1) continue
      // The days on which this leg can be, if each before it was on some day of its own.
      const next = new Set<number>()
      for (let day = from; day <= until; day++)
        if ([...daysThere].some((before) => before <= day)) next.add(day)
      if (next.size > 0) go([...legs, i], b, [...seen, b], next)
    }
  }
  const forceOf = (last: ReadonlySet<number>, embargo: Days) => {
    const isIn = (day: number, of: Days) => of.from <= day && day <= of.until
    const held = [...last].filter((day) => isIn(day, embargo))
    if (held.length === 0) return 'not'
    if (suspensions.some((one) => held.every((day) => isIn(day, one)))) return 'suspended'
    const isEased = suspensions.some((one) => held.some((day) => isIn(day, one)))
    return held.length === last.size && !isEased ? 'in-force' : 'possibly'
  }
  go([], 0, [0], new Set([0]))
  return found.sort()
}

const asked: EvasionOptions = {
  item: 'commodity:oil',
  from: 'state:X0',
  to: 'state:X4',
  every: true,
  limit: 1000,
}

test('all ways under an embargo in force are found, and no others', () => {
  fc.assert(
    fc.property(supplies, laws, (all, law) => {
      const graph = graphOf(recordsOf(all, law))
      const occurrences = new Map<string, string | undefined>(
        [...graph.statements()].map(({ id, occurrence }) => [id, occurrence]),
      )
      const { routes, complete } = evasionRoutes(graph, asked)
      const found = routes.map(({ entities, legs, score }) =>
        [
          ...entities.map((id) => id.slice(6)),
          ...legs.map((leg) => occurrences.get(leg.statement)),
          score.force,
        ].join(' '),
      )
      expect(complete).toBe(true)
      expect(found.sort()).toEqual(naive(all, law))
    }),
    RUNS,
  )
})

test('the same records in another order give the same answer', () => {
  const shuffled = fc.tuple(supplies, laws).chain(([all, law]) => {
    const records = recordsOf(all, law)
    return fc.tuple(
      fc.constant(records),
      fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
    )
  })
  fc.assert(
    fc.property(shuffled, ([records, others]) => {
      const told = (from: readonly Fields[]) => JSON.stringify(evasionRoutes(graphOf(from), asked))
      expect(told(others)).toBe(told(records))
    }),
    RUNS,
  )
})
