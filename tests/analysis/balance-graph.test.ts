import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../src/analysis/balance/graph/blocks'
import { EXACT_UP_TO, frustrationOf } from '../../src/analysis/balance/graph/frustration'
import { positiveCommunities } from '../../src/analysis/balance/graph/louvain'
import { signedModularity } from '../../src/analysis/balance/graph/modularity'
import { packedCycles } from '../../src/analysis/balance/graph/packing'
import { leastFrustrated } from '../../src/analysis/balance/graph/search'
import {
  costOf,
  type SignedGraph,
  type SignedTie,
  weightedOf,
} from '../../src/analysis/balance/graph/signed-graph'
import { goodDivision } from '../../src/analysis/balance/graph/tabu'
import { countTriads, strongShare, weakShare } from '../../src/analysis/balance/graph/triads'

const RUNS = { numRuns: Number(process.env.STATECRAFT_RUNS ?? 200) }

/** `0+1 1-2`: ties of a graph. */
function graph(text: string): SignedGraph {
  const ties = text.split(' ').map((tie): SignedTie => {
    const [, one, sign, other] = /^(\d+)([+-])(\d+)$/.exec(tie)!
    const [a, b] = [Number(one), Number(other)].sort((x, y) => x - y) as [number, number]
    return { a, b, sign: sign === '+' ? 1 : -1 }
  })
  return { order: Math.max(...ties.map(({ b }) => b)) + 1, ties }
}

/** All pairs of so many vertices, with the sign that each has. */
function complete(order: number, sign: (a: number, b: number) => 1 | -1): SignedGraph {
  const ties: SignedTie[] = []
  for (let a = 0; a < order; a++) for (let b = a + 1; b < order; b++) ties.push({ a, b, sign: sign(a, b) })
  return { order, ties }
}

/** How many ties each division frustrates, one vertex being on a given side. */
function allCosts({ order, ties }: SignedGraph): number[] {
  return Array.from({ length: 2 ** Math.max(0, order - 1) }, (_, division) => {
    const side = (v: number) => (v === 0 ? 1 : (division >> (v - 1)) & 1 ? -1 : 1)
    return ties.filter(({ a, b, sign }) => side(a) * side(b) !== sign).length
  })
}

const index = (given: SignedGraph) => {
  const parts = frustrationOf(given)
  const sum = (of: 'low' | 'high') => parts.reduce((total, part) => total + part[of], 0)
  return { low: sum('low'), high: sum('high') }
}

const anyGraph = (most: number, least = 1) =>
  fc
    .record({
      order: fc.integer({ min: least, max: most }),
      density: fc.integer({ min: 1, max: 10 }),
      draws: fc.array(fc.integer({ min: 0, max: 19 }), {
        minLength: (most * (most - 1)) / 2,
        maxLength: (most * (most - 1)) / 2,
      }),
    })
    .map(({ order, density, draws }): SignedGraph => {
      const all = complete(order, (a, b) =>
        draws[a * order - (a * (a + 1)) / 2 + b - a - 1]! % 2 === 0 ? 1 : -1,
      )
      return { order, ties: all.ties.filter((_, i) => draws[i]! >> 1 < density) }
    })

const turned = ({ order, ties }: SignedGraph, vertex: number): SignedGraph => ({
  order,
  ties: ties.map((tie) =>
    tie.a === vertex || tie.b === vertex ? { ...tie, sign: tie.sign === 1 ? -1 : 1 } : tie,
  ),
})

describe('triads', () => {
  test('are counted by their negative sides, of all and of each vertex', () => {
    // Of four vertices there are four triads: 012 +++, 013 +−−, 023 +−−, 123 +−− where 3 is everybody's enemy.
    const { all, of } = countTriads(graph('0+1 0+2 1+2 0-3 1-3 2-3'))
    expect(all).toEqual([1, 0, 3, 0])
    expect(of[0]).toEqual([1, 0, 2, 0])
    expect(of[3]).toEqual([0, 0, 3, 0])
    expect(countTriads(graph('0+1 1+2 0-2')).all).toEqual([0, 1, 0, 0])
    expect(countTriads(graph('0-1 1-2 0-2')).all).toEqual([0, 0, 0, 1])
    expect(countTriads(graph('0+1 1+2 2+3 0+3')).all).toEqual([0, 0, 0, 0])
  })

  test('are balanced strongly with none or two, weakly with any but one; without triads there is no share', () => {
    expect([strongShare([1, 2, 3, 4]), weakShare([1, 2, 3, 4])]).toEqual([0.4, 0.8])
    expect([strongShare([0, 0, 0, 0]), weakShare([0, 0, 0, 0])]).toEqual([undefined, undefined])
  })

  test('are those that going through all threes finds', () => {
    fc.assert(
      fc.property(anyGraph(9), (given) => {
        const signs = new Map(given.ties.map(({ a, b, sign }) => [`${a} ${b}`, sign]))
        const counts = [0, 0, 0, 0]
        for (let a = 0; a < given.order; a++)
          for (let b = a + 1; b < given.order; b++)
            for (let c = b + 1; c < given.order; c++) {
              const sides = [`${a} ${b}`, `${b} ${c}`, `${a} ${c}`].map((pair) => signs.get(pair))
              if (sides.every((sign) => sign !== undefined))
                counts[sides.filter((sign) => sign === -1).length]!++
            }
        const { all, of } = countTriads(given)
        expect(all).toEqual(counts)
        for (const i of [0, 1, 2, 3] as const)
          expect(of.reduce((sum, own) => sum + own[i], 0)).toBe(3 * counts[i]!)
      }),
      RUNS,
    )
  })
})

describe('the frustration index', () => {
  test.each([
    ['a balanced triad', '0+1 1+2 0+2', 0],
    ['a friend of two enemies', '0+1 1+2 0-2', 1],
    ['two friends and their enemy', '0+1 1-2 0-2', 0],
    ['three enemies', '0-1 1-2 0-2', 1],
    ['a square with one enemy', '0+1 1+2 2+3 0-3', 1],
    ['a tree', '0-1 1-2 1+3 3-4', 0],
    ['two unbalanced triads that share a vertex', '0-1 1-2 0-2 2-3 3-4 2-4', 2],
    ['two unbalanced triads that share a negative side', '0-1 1+2 0+2 1+3 0+3', 1],
  ])('of %s', (_, text, expected) => {
    expect(index(graph(text))).toEqual({ low: expected, high: expected })
  })

  test('of n who are all enemies is that of the most even division: 4 of five, 6 of six, 9 of seven', () => {
    // Within sides of k and n − k: C(k, 2) + C(n − k, 2), least where they are as even as can be.
    for (const [order, expected] of [
      [4, 2],
      [5, 4],
      [6, 6],
      [7, 9],
      [12, 30],
    ] as const)
      expect(index(complete(order, () => -1))).toEqual({ low: expected, high: expected })
  })

  test('of the Petersen graph, all negative, is 3: it has 15 edges, and no cut has more than 12', () => {
    const outer = [0, 1, 2, 3, 4].map(
      (v) => `${v}-${(v + 1) % 5} ${v}-${v + 5} ${v + 5}-${((v + 2) % 5) + 5}`,
    )
    expect(index(graph(outer.join(' ')))).toEqual({ low: 3, high: 3 })
  })

  test('is that of going through all divisions, with the same answer to whether there is but one', () => {
    fc.assert(
      fc.property(anyGraph(10), (given) => {
        const costs = allCosts(given)
        const least = Math.min(...costs)
        expect(index(given)).toEqual({ low: least, high: least })
        const parts = frustrationOf(given)
        const isOnly = costs.filter((cost) => cost === least).length === 2 ** (parts.length - 1)
        expect(parts.every(({ unique }) => unique)).toBe(isOnly)
        expect(parts.every(({ unique }) => unique !== undefined)).toBe(true)
      }),
      RUNS,
    )
  })

  test('keeps the same where all signs of one vertex are turned', () => {
    fc.assert(
      fc.property(anyGraph(14, 3), fc.nat(), (given, n) => {
        const other = turned(given, n % given.order)
        expect(index(other)).toEqual(index(given))
        // A triad has two ties at the vertex, or none: it stays balanced, or does not.
        const [one, two] = [countTriads(given).all, countTriads(other).all]
        expect(strongShare(two)).toBe(strongShare(one))
      }),
      RUNS,
    )
  })

  test('is 0 of two blocs, which are found', () => {
    fc.assert(
      fc.property(
        anyGraph(14, 2),
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        (given, bloc) => {
          const ties = given.ties.map(
            (tie): SignedTie => ({ ...tie, sign: bloc[tie.a] === bloc[tie.b] ? 1 : -1 }),
          )
          for (const { vertices, sides, low, high, unique } of frustrationOf({ order: given.order, ties })) {
            expect([low, high, unique]).toEqual([0, 0, true])
            const turn = bloc[vertices[0]!] === sides[0]! > 0
            for (const [i, v] of vertices.entries()) expect(sides[i]! > 0 === bloc[v]).toBe(turn)
          }
        },
      ),
      RUNS,
    )
  })

  test('lies between its bounds, and a search that is cut short still knows some', () => {
    fc.assert(
      fc.property(anyGraph(11), fc.integer({ min: 1, max: 400 }), (given, budget) => {
        const near = weightedOf(given)
        const least = Math.min(...allCosts(given))
        const { weight } = packedCycles(near)
        const start = {
          sides: Int8Array.from(near, () => 1),
          cost: costOf(
            near,
            Int8Array.from(near, () => 1),
          ),
        }
        const { best, low, unique } = leastFrustrated(near, start, weight, budget)
        expect(weight).toBeLessThanOrEqual(low)
        expect(low).toBeLessThanOrEqual(least)
        expect(least).toBeLessThanOrEqual(best.cost)
        expect(costOf(near, best.sides)).toBe(best.cost)
        if (unique !== undefined) expect(low).toBe(best.cost)
        const good = goodDivision(near, weight)
        expect(costOf(near, good.sides)).toBe(good.cost)
        expect(good.cost).toBeGreaterThanOrEqual(least)
      }),
      RUNS,
    )
  })

  test('of a core beyond what is always solved stands between bounds that are said to be bounds', () => {
    // Signs without a pattern: multiplicative in the residues of 101, which is as far from two blocs as can be.
    const residues = new Set(Array.from({ length: 100 }, (_, i) => ((i + 1) * (i + 1)) % 101))
    const given = complete(101, (a, b) => (residues.has(b - a) ? 1 : -1))
    const [found] = frustrationOf(given)
    expect(given.order).toBeGreaterThan(EXACT_UP_TO)
    expect(found!.low).toBeLessThan(found!.high)
    expect(found!.unique).toBeUndefined()
    // Each tie is in 99 triads: unbalanced ones need (their number) / 99 ties at least, and half of them will do.
    const [, one, , three] = countTriads(given).all
    expect(found!.high).toBeGreaterThanOrEqual((one + three) / 99)
    expect(found!.high).toBeLessThanOrEqual(given.ties.length / 2)
  })

  test('is bounded of a graph with very many ties in bounded time', { timeout: 20_000 }, () => {
    // 1,200 enemies of each other: half of them on either side is the best there is.
    const given = complete(1200, () => -1)
    const least = 2 * (600 * 599) * 0.5
    const { weight, rest } = packedCycles(weightedOf(given))
    expect(weight).toBeGreaterThan(0)
    expect(weight).toBeLessThanOrEqual(least)
    // Each cycle that is packed is a triangle: what is left of the ties is the others.
    expect(costOf(rest, new Int8Array(given.order).fill(1))).toBe(given.ties.length - 3 * weight)
  })
})

describe('blocks', () => {
  test('are the parts that no vertex separates, each with at most one vertex in those before', () => {
    // Two triangles that share 2, and a bridge from 4 to 5.
    const blocks = blocksOf(weightedOf(graph('0+1 1+2 0+2 2+3 3+4 2+4 4+5')))
    expect(blocks.map((block) => block.join('')).sort()).toEqual(['012', '234', '45'])
    const seen = new Set<number>()
    for (const block of blocks) {
      expect(block.filter((v) => seen.has(v)).length).toBeLessThanOrEqual(1)
      for (const v of block) seen.add(v)
    }
  })
})

describe('signed modularity', () => {
  test('of two friends against two friends, by hand', () => {
    // 0+1, 2+3, 0−2, 1−3. 2w⁺ = 4, 2w⁻ = 4; each vertex has w⁺ = w⁻ = 1, so the two null terms cancel:
    // inside the blocs Σ wᵢⱼ = 4, and Q = 4 / 8.
    expect(signedModularity(graph('0+1 2+3 0-2 1-3'), [0, 0, 1, 1])).toBeCloseTo(0.5, 12)
    // All in one: Σ wᵢⱼ = 4 − 4 = 0, and the null terms cancel again.
    expect(signedModularity(graph('0+1 2+3 0-2 1-3'), [0, 0, 0, 0])).toBeCloseTo(0, 12)
  })

  test('of two friends with a common enemy, by hand', () => {
    // 0+1, 0−2, 1−2. 2w⁺ = 2, 2w⁻ = 4. Inside {0, 1}: 2; positive ends 2: 4/2 = 2; negative ends: {0, 1} 2, {2} 2:
    // (4 + 4)/4 = 2. Q = (2 − 2 + 2) / 6 = 1/3.
    expect(signedModularity(graph('0+1 0-2 1-2'), [0, 0, 1])).toBeCloseTo(1 / 3, 12)
  })

  test('of positive ties alone is that of Newman and Girvan, of negative ones alone has one null term', () => {
    // Two triangles with a tie between: m = 7; each has 3 inside and 7 ends: 2 · (3/7 − (7/14)²) = 6/7 − 1/2.
    const two = graph('0+1 1+2 0+2 3+4 4+5 3+5 2+3')
    expect(signedModularity(two, [0, 0, 0, 1, 1, 1])).toBeCloseTo(6 / 7 - 1 / 2, 12)
    // 0−1, apart: nothing inside; 2w⁻ = 2, one end each: (1 + 1)/2 = 1, and Q = 1/2.
    expect(signedModularity(graph('0-1'), [0, 1])).toBeCloseTo(0.5, 12)
    expect(signedModularity({ order: 1, ties: [] }, [0])).toBeUndefined()
  })
})

describe('communities of positive ties', () => {
  // Two cliques, of five and of four, with one tie between.
  const cliques = complete(5, () => 1).ties.concat(
    complete(4, () => 1).ties.map(({ a, b }): SignedTie => ({ a: a + 5, b: b + 5, sign: 1 })),
    { a: 4, b: 5, sign: 1 },
  )
  const found = [
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8],
  ]

  test('are cliques that one tie connects, the largest first; negative ties are not looked at', () => {
    expect(positiveCommunities({ order: 9, ties: cliques })).toEqual(found)
    const enemies: SignedTie[] = [0, 1, 2].flatMap((a) => [6, 7, 8].map((b) => ({ a, b, sign: -1 })))
    const outsider: SignedTie = { a: 0, b: 9, sign: -1 }
    expect(positiveCommunities({ order: 10, ties: [...cliques, ...enemies, outsider] })).toEqual(found)
  })

  test('are the same each time, and none where no tie is positive', () => {
    const given = { order: 9, ties: cliques }
    expect(positiveCommunities(given)).toEqual(positiveCommunities(given))
    expect(positiveCommunities({ order: 2, ties: [{ a: 0, b: 1, sign: -1 }] })).toEqual([])
  })
})
