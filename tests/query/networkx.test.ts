import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Core, type Graph, type RelationName, StatecraftError } from 'statecraft'
import { beforeAll, describe, expect, test } from 'vitest'
import { random } from '../../bench/generate'
import { by, entity, graphOf, statement } from '../records'

/**
 * Paths and distances as networkx finds them, in random graphs: with parallel statements, statements from an entity
 * to itself, entities that nothing connects, symmetric relations, and entities that no path runs through.
 */

const pythons = ['python3', '/usr/bin/python3']
const python = pythons.find((path) => spawnSync(path, ['-c', 'import networkx']).status === 0)
const required = process.env.STATECRAFT_PARTS === 'required'
if (!python && !required) console.log('skipped: networkx (Debian python3-networkx) is not installed')

const RELATIONS = ['opposes', 'supports', 'rivals', 'hasTiesWith'] as const satisfies RelationName<Core>[]
const SYMMETRIC: readonly string[] = ['rivals', 'hasTiesWith']
const DIRECTIONS = ['any', 'out', 'in'] as const

interface Asked {
  readonly find: 'distances' | 'paths'
  readonly direction: (typeof DIRECTIONS)[number]
  readonly relations: readonly (typeof RELATIONS)[number][] | null
  readonly from: string
  readonly to: string
  readonly cutoff: number
}

interface World {
  readonly kg: Graph<Core>
  readonly nodes: readonly string[]
  readonly ends: readonly string[]
  readonly edges: readonly (readonly [string, string, string, boolean, string])[]
  readonly asked: readonly Asked[]
}

function worldOf(seed: number, size: number, pairs: number): World {
  const next = random(seed)
  const roll = (limit: number) => Math.floor(next() * limit)
  const one = <T>(values: readonly T[]): T => values[roll(values.length)]!
  const states = Array.from({ length: size }, (_, i) => `state:${i}`)
  const special = roll(3) === 0 ? ['unnamed:u'] : []
  // What a treaty concerns may be anything: so there are paths into sources too.
  const sources = roll(3) === 0 ? ['source:s'] : []
  const treaties = sources.length > 0 ? ['treaty:t', 'treaty:v'] : []
  const nodes = [...states, ...special, ...sources, ...treaties]
  const actors = [...states, ...special]
  const most = Math.round(size * (size > 12 ? 1.5 : 3.5))
  const records = Array.from({ length: 1 + roll(most) }, (_, i) => {
    const relation = one(RELATIONS)
    const [subject, object] = roll(12) === 0 ? Array(2).fill(one(actors)) : [one(actors), one(actors)]
    return { relation, subject, object, occurrence: String(i), claims: [by('state:0', 'asserts')] }
  })
  const concerns = treaties.flatMap((treaty) =>
    [...sources, one(states)].map((object) => ({
      ...statement('0', 'concerns', '0', [by('state:0', 'asserts')]),
      subject: treaty,
      object,
    })),
  )
  const kg = graphOf(
    states.map((id) => entity('State', id)),
    special.map((id) => entity('Actor', id, { unnamed: true })),
    sources.map((id) => entity('Article', id)),
    treaties.map((id) => entity('Treaty', id)),
    records,
    concerns,
  )
  const stated = [...kg.statements()]
  expect(stated).toHaveLength(records.length + concerns.length)
  const edges = stated.map(
    ({ subject, object, relation, id }) =>
      [subject, object, relation, SYMMETRIC.includes(relation), id] as const,
  )
  const asked = Array.from({ length: pairs }, () => one(nodes)).flatMap((from) =>
    DIRECTIONS.flatMap((direction) =>
      [null, RELATIONS.filter(() => roll(2) === 0)].flatMap((relations) => {
        const to = one(nodes.filter((node) => node !== from))
        if (relations?.length === 0) return []
        const rest = { direction, relations, from, to, cutoff: 5 }
        const distances = { find: 'distances', ...rest } as const
        return size > 12 ? [distances] : [distances, { find: 'paths', ...rest } as const]
      }),
    ),
  )
  return { kg, nodes, ends: [...special, ...sources], edges, asked }
}

/** The same graphs from one process. */
function ask(worlds: readonly World[]): unknown[][] {
  const script = fileURLToPath(new URL('paths_in_networkx.py', import.meta.url))
  const input = JSON.stringify(worlds.map(({ nodes, edges, ends, asked }) => ({ nodes, edges, ends, asked })))
  const out = execFileSync(python ?? 'python3', [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
  return JSON.parse(out) as unknown[][] // as the script prints it
}

describe.skipIf(!python && !required)('networkx', () => {
  let worlds: World[] = []
  let answers: unknown[][] = []
  beforeAll(() => {
    const small = Array.from({ length: 220 }, (_, i) => worldOf(i, 3 + (i % 10), 2))
    const large = Array.from({ length: 30 }, (_, i) => worldOf(1000 + i, 20 + ((7 * i) % 41), 3))
    worlds = [...small, ...large]
    answers = ask(worlds)
  })

  const each = (
    find: Asked['find'],
    check: (world: World, asked: Asked, answer: unknown) => void,
  ): number => {
    let checked = 0
    for (const [i, world] of worlds.entries()) {
      for (const [j, asked] of world.asked.entries()) {
        if (asked.find !== find) continue
        checked++
        check(world, asked, answers[i]![j])
      }
    }
    return checked
  }
  const over = ({ direction, relations }: Asked) => ({
    direction,
    ...(relations ? { via: both(relations) } : {}),
  })

  test('finds the same simple paths of up to 5 steps', () => {
    let found = 0
    const checked = each('paths', ({ kg }, asked, answer) => {
      const expected = (answer as string[][]).map((keys) => keys.join(' ')).sort()
      const paths = orNone(() => kg.paths(asked.from, asked.to, { ...over(asked), maxSteps: 5 }))
      const keys = [...paths].map((path) => path.steps.map((step) => step.statement).join(' '))
      expect([...keys].sort(), JSON.stringify(asked)).toEqual(expected)
      found += expected.length
    })
    expect(checked).toBeGreaterThan(2000)
    expect(found).toBeGreaterThan(10_000)
  })

  test('finds the same distances', () => {
    const checked = each('distances', ({ kg }, asked, answer) => {
      const expected = answer as { readonly [node: string]: number }
      const reached = orNone(() => kg.reachable(asked.from, over(asked)))
      const distances = [...reached].map(({ entity, distance }) => [entity, distance])
      expect({ [asked.from]: 0, ...Object.fromEntries(distances) }, JSON.stringify(asked)).toEqual(expected)
      const [shortest] = orNone(() => [kg.shortestPath(asked.from, asked.to, over(asked)) ?? []].flat())
      expect(shortest?.length, JSON.stringify(asked)).toBe(expected[asked.to])
    })
    expect(checked).toBeGreaterThan(2500)
  })
})

/** What is found; nothing where the ends are such that these relations never lead from or to them. */
function orNone<T>(find: () => Iterable<T>): Iterable<T> {
  try {
    return find()
  } catch (error) {
    if (error instanceof StatecraftError && error.code === 'bad-domain') return []
    throw error
  }
}

/** Relations along and against their direction: which of the two, `direction` says. */
function both<R extends string>(relations: readonly R[]): (R | `^${R}`)[] {
  return relations.flatMap((relation) => [relation, `^${relation}`] as const)
}
