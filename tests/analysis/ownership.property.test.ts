import fc from 'fast-check'
import { ownership } from 'statecraft/analysis'
import { describe, expect, test } from 'vitest'
import { entity, type Fields, graphOf, states } from '../records'

const N = 7
/** A holding: who, of what, the least and the most that claims say; half have no most, which is a gap. */
const holding = fc.record({
  owner: fc.nat(N - 1),
  asset: fc.nat(N - 1),
  low: fc.constantFrom(0, 10, 12.5, 16.67, 20, 24.99, 25, 30, 33.33, 40, 49.99, 50, 50.01, 60, 100),
  more: fc.constantFrom(0, 0, 0, 0.01, 10, 30),
  stated: fc.boolean(),
  kind: fc.constantFrom('owns', 'owns', 'owns', 'owns', 'ownsOrControls', 'controls'),
})
type Holding = Omit<typeof holding extends fc.Arbitrary<infer H> ? H : never, 'low'> & {
  readonly low: number
}
const graph = fc.record({
  holdings: fc.uniqueArray(holding, {
    maxLength: 18,
    selector: ({ owner, asset, kind }) => `${owner} ${asset} ${kind}`,
  }),
  listed: fc.uniqueArray(fc.nat(N - 1), { minLength: 1, maxLength: 3 }),
})
const RULES = [
  { id: 'us-ofac', sender: 'state:US', inclusive: true, sums: true, control: false },
  { id: 'eu', sender: 'organization:eu', inclusive: true, sums: true, control: true },
  { id: 'ch', sender: 'state:CH', inclusive: false, sums: true, control: true },
  { id: 'uk', sender: 'state:GB', inclusive: false, sums: false, control: true },
] as const
type Rule = (typeof RULES)[number]

const said = { stance: 'asserts', source: 'source:register' }
const name = (n: number) => `company:${n}`

function world(holdings: readonly Holding[], listed: readonly number[], { sender }: Rule) {
  const records = holdings.map(({ owner, asset, low, more, stated, kind }): Fields => {
    const high = Math.min(100, low + more)
    const at = (share: number, i: number) => ({ ...said, at: String(i), ...(stated ? { share } : {}) })
    return {
      relation: kind,
      subject: name(owner),
      object: name(asset),
      claims: high > low ? [at(low, 1), at(high, 2)] : [at(low, 1)],
    }
  })
  const lists = listed.map(
    (party): Fields => ({
      relation: 'designates',
      subject: sender,
      object: name(party),
      claims: [{ ...said, measures: ['asset-freeze'] }],
    }),
  )
  return graphOf(
    states('US', 'GB', 'CH'),
    entity('IntergovernmentalOrganization', 'organization:eu'),
    entity('Dataset', 'source:register', { published: '2024-12-31' }),
    Array.from({ length: N }, (_, n) => entity('Company', name(n))),
    records,
    lists,
  ).view({ asOf: '2024-12-31' })
}

/** The rule as one would write it down: rounds over everything, until nobody new is blocked. Shares in hundredths. */
function naively(holdings: readonly Holding[], listed: readonly number[], rule: Rule, bound: 'low' | 'high') {
  const pairs = new Map<
    string,
    {
      owner: number
      asset: number
      shares: [number, number][]
      open: boolean
      interest: boolean
      unstated: boolean
    }
  >()
  for (const { owner, asset, low, more, stated, kind } of holdings) {
    if (owner === asset) continue
    const key = `${owner} ${asset}`
    const pair = pairs.get(key) ?? { owner, asset, shares: [], open: false, interest: false, unstated: false }
    pairs.set(key, pair)
    if (rule.control && kind !== 'owns') pair.open = true
    if (kind === 'controls') continue
    pair.interest = true
    if (stated) pair.shares.push([Math.round(low * 100), Math.round(Math.min(100, low + more) * 100)])
    else pair.unstated = true
  }
  const shareOf = ({
    shares,
    unstated,
    interest,
  }: {
    shares: [number, number][]
    unstated: boolean
    interest: boolean
  }) => {
    if (!interest) return 0
    if (shares.length === 0) return unstated && bound === 'high' ? 10_000 : 0
    return bound === 'low'
      ? Math.min(...shares.map(([low]) => low))
      : Math.max(...shares.map(([, high]) => high))
  }
  const owned = new Set<number>()
  for (const group of rule.sums ? [listed] : listed.map((one) => [one])) {
    const blocked = new Set(group)
    for (let grows = true; grows; ) {
      grows = false
      for (let asset = 0; asset < N; asset++) {
        const held = [...pairs.values()].filter((pair) => pair.asset === asset && blocked.has(pair.owner))
        const sum = held.reduce((total, pair) => total + shareOf(pair), 0)
        const isOpen = bound === 'high' && held.some(({ open }) => open)
        if (!(isOpen || sum > 5000 || (rule.inclusive && sum === 5000)) || held.length === 0) continue
        if (!blocked.has(asset)) grows = true
        blocked.add(asset)
        owned.add(asset)
      }
    }
  }
  return owned
}

describe('the least fixpoint', () => {
  test.each(RULES)('is that of the plain one, on random graphs with rings, ranges and gaps: $id', (rule) => {
    fc.assert(
      fc.property(graph, ({ holdings, listed }) => {
        const found = ownership(world(holdings, listed, rule), { rule: rule.id })
        const surely = naively(holdings, listed, rule, 'low')
        const possibly = naively(holdings, listed, rule, 'high')
        for (let n = 0; n < N; n++) {
          const verdict = found.of(name(n))?.verdict
          const expected = surely.has(n) ? 'blocked' : possibly.has(n) ? 'undetermined' : undefined
          if (expected) expect(verdict).toBe(expected)
          else expect(verdict === 'below' || verdict === 'no-finding').toBe(true)
        }
      }),
      { numRuns: 250 },
    )
  })

  test('is monotone: more shares, or more who are listed, free nobody', () => {
    const gravity = ['no-finding', 'below', 'undetermined', 'blocked']
    fc.assert(
      fc.property(graph, fc.nat(17), fc.nat(N - 1), ({ holdings, listed }, which, also) => {
        const more = holdings.map((one, i) =>
          i === which % Math.max(1, holdings.length) ? { ...one, low: Math.min(100, one.low + 15) } : one,
        )
        const [rule] = RULES
        const before = ownership(world(holdings, listed, rule))
        const after = ownership(world(more, [...new Set([...listed, also])], rule))
        for (let n = 0; n < N; n++) {
          const [a, b] = [before, after].map((found) => gravity.indexOf(found.of(name(n))!.verdict))
          expect(b).toBeGreaterThanOrEqual(a!)
        }
      }),
      { numRuns: 200 },
    )
  })

  test.each(RULES)(
    'what is blocked rests on listings and holdings that by themselves block it: $id',
    (rule) => {
      fc.assert(
        fc.property(graph, ({ holdings, listed }) => {
          const view = world(holdings, listed, rule)
          const found = ownership(view, { rule: rule.id })
          for (const { entity: id, verdict, basis } of found.findings) {
            if (verdict !== 'blocked') continue
            const named = new Set(basis!.statements)
            const alone = graphOf(
              states('US', 'GB', 'CH'),
              entity('IntergovernmentalOrganization', 'organization:eu'),
              entity('Dataset', 'source:register', { published: '2024-12-31' }),
              Array.from({ length: N }, (_, n) => entity('Company', name(n))),
              [...view.statements()]
                .filter((one) => named.has(one.id))
                .map(({ status: _, id: __, ...one }) => one as Fields),
            )
            expect(ownership(alone.view({ asOf: '2024-12-31' }), { rule: rule.id }).of(id)?.verdict).toBe(
              'blocked',
            )
          }
        }),
        { numRuns: 60 },
      )
    },
  )
})

const tangled = fc.record({
  owner: fc.nat(N - 1),
  asset: fc.nat(N - 1),
  relation: fc.constantFrom('owns', 'owns', 'ownsOrControls', 'controls'),
  occurrence: fc.constantFrom('a', 'b'),
  claim: fc.record(
    {
      stance: fc.constantFrom('asserts', 'asserts', 'alleges', 'denies', 'predicts'),
      share: fc.constantFrom<unknown>(0, 20, 30, 50, 60, [10, 55]),
      when: fc.constantFrom('2010-01-01/..', '2023', '2010-01-01/2020-01-01'),
      direct: fc.constant(false),
      interest: fc.constantFrom('votes', 'equity'),
      likelihood: fc.constant('likely'),
    },
    { requiredKeys: ['stance'] },
  ),
})

describe('whatever is said, by whatever stance, with whatever dates', () => {
  test.each(RULES)(
    'the order of the records changes nothing, and no verdict lacks its reasons: $id',
    (rule) => {
      fc.assert(
        fc.property(
          fc.array(tangled, { maxLength: 14 }),
          fc.array(fc.nat(N - 1), { maxLength: 4 }),
          fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
          (holdings, listed, order) => {
            const records: Fields[] = [
              ...holdings.map(({ owner, asset, relation, occurrence, claim }, i) => ({
                relation,
                subject: name(owner),
                object: name(asset),
                occurrence,
                claims: [{ ...said, at: String(i), ...claim }],
              })),
              ...listed.map((party, i) => ({
                relation: 'designates',
                subject: rule.sender,
                object: name(party),
                occurrence: String(i),
                claims: [{ ...said, stance: i % 2 ? 'alleges' : 'asserts', measures: ['asset-freeze'] }],
              })),
              ...Array.from({ length: N }, (_, n) => entity('Company', name(n))),
            ]
            const ask = (all: readonly Fields[]) =>
              ownership(
                graphOf(
                  states('US', 'GB', 'CH'),
                  entity('IntergovernmentalOrganization', 'organization:eu'),
                  entity('Dataset', 'source:register', { published: '2024-12-31' }),
                  all,
                ).view({ asOf: '2024-06-01' }),
                { rule: rule.id },
              )
            const found = ask(records)
            const shuffled = records
              .map((record, i) => [order[i]!, record] as const)
              .sort(([a], [b]) => a - b)
              .map(([, record]) => record)
            const other = ask(shuffled)
            expect(JSON.stringify(other)).toBe(JSON.stringify(found))
            expect(String(other)).toBe(String(found))
            for (const { verdict, basis, doubts, low, high } of found.findings) {
              expect(low).toBeLessThanOrEqual(high)
              expect(doubts.length > 0).toBe(verdict === 'undetermined')
              if (verdict === 'no-finding') continue
              expect(basis?.statements.length).toBeGreaterThan(1)
              if (verdict === 'blocked') expect(basis).toMatchObject({ level: 'asserted', disputed: false })
            }
          },
        ),
        { numRuns: 250 },
      )
    },
  )
})
