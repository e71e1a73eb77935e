import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type Core, createGraph, type Graph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { describe, expect, test } from 'vitest'
import { LEVELS, type Level } from '../../src/model/claim'
import { dayOf } from '../../src/model/days'
import { Edges } from '../../src/query/edges'
import { type Filter, passing, standings, unfiltered } from '../../src/render/page/client/filter'
import { collect } from '../../src/render/page/collect'
import type { PageData } from '../../src/render/page/data'
import { type Fields, source, states } from '../records'

/** What the page shows is what the library says: for every viewpoint, day and level. */

const wholeOf = ({ lens }: { lens: Graph<Core>['lens'] }): PageData => {
  const edges = Edges.of(lens)
  const numbers = [...lens.statements()]
  const { subject, object } = lens.store.statements.columns
  const entities = [...new Set(numbers.flatMap((row) => [subject[row]!, object[row]!]))]
  return collect({ edges, numbers, entities, ends: new Set(), title: 'all', isView: true }, 'all')
}

const shownBy = (data: PageData, filter: Partial<Filter>): string[] => {
  const asked = { ...unfiltered(data), ...filter }
  const shown = passing(data, standings(data, asked.viewpoint), asked)
  return data.statements.flatMap(([id], place) => (shown[place] === 1 ? [id] : [])).sort()
}

const day = (date: string): number => {
  const [year, month, at] = date.split('-').map(Number)
  return dayOf(year!, month!, at!)
}

/** Actors whose side speaks in a view of the view: every one of them may be chosen. */
function expectAllSpeakers(kg: Graph<Core>, base: object): number {
  const view = kg.view(base)
  const data = wholeOf(view)
  const chosen = new Map(data.viewpoints.map(({ actor, speaks }) => [data.entities[actor]!.id, speaks]))
  let total = 0
  for (const { id } of kg.entities('Actor')) {
    if (id.startsWith('unnamed:')) continue
    const own = [...view.view({ viewpoint: id }).statements()].filter(
      ({ status: { why } }) => why !== 'common-ground',
    )
    // The page has also what is only denied, which a view holds only where it is asked for.
    if (own.length > 0)
      expect(chosen.get(id) ?? 0, `${id} of ${JSON.stringify(base)}`).toBeGreaterThanOrEqual(own.length)
    if (own.length > 0) total++
  }
  return total
}

/** Every statement id that the library gives for a view of the graph, beside what the page shows. */
function compared(kg: Graph<Core>, base: object, dates: readonly (string | undefined)[]) {
  const view = kg.view(base)
  const data = wholeOf(view)
  const levelSets: (readonly Level[] | undefined)[] = [
    undefined,
    ['asserted'],
    ['alleged', 'predicted'],
    LEVELS,
  ]
  const both: { asked: string; library: string[]; page: string[] }[] = []
  for (const viewpoint of [undefined, ...data.viewpoints.map(({ actor }) => data.entities[actor]!.id)]) {
    for (const asOf of dates) {
      for (const status of levelSets) {
        for (const certain of [false, true]) {
          for (const disputed of ['include', 'only', 'exclude'] as const) {
            const options = {
              ...(viewpoint === undefined ? {} : { viewpoint }),
              ...(asOf === undefined ? {} : { asOf, certain }),
              ...(status === undefined ? {} : { status }),
              disputed,
            }
            both.push({
              asked: JSON.stringify(options),
              library: [...view.view(options).statements()].map(({ id }) => id).sort(),
              page: shownBy(data, {
                ...(viewpoint === undefined
                  ? {}
                  : {
                      viewpoint: data.viewpoints.findIndex(
                        ({ actor }) => data.entities[actor]!.id === viewpoint,
                      ),
                    }),
                ...(asOf === undefined ? {} : { day: day(asOf), certain }),
                ...(status === undefined ? {} : { levels: new Set(status) }),
                disputed,
              }),
            })
          }
        }
      }
    }
  }
  return both
}

function expectSame(kg: Graph<Core>, base: object, dates: readonly (string | undefined)[]): number {
  const both = compared(kg, base, dates)
  for (const { asked, library, page } of both) expect(page, asked).toEqual(library)
  return both.length
}

const example = (): Graph<Core> => {
  const kg = createGraph()
  kg.load(readJsonl(readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8')))
  return kg
}
const DATES = [undefined, '2019-02-27', '2024-01-01', '2024-04-13', '2024-04-23', '2024-04-30', '2030-01-01']

describe('the worked example', () => {
  test('is shown as the library says, from every viewpoint, on every day', () => {
    expect(expectSame(example(), {}, DATES)).toBeGreaterThan(1000)
  })

  test('so are views of it', () => {
    const kg = example()
    for (const base of [
      { status: ['asserted', 'denied'] },
      { disputed: 'exclude' },
      { asOf: '2024-04-20' },
      { asKnownOn: '2024-04-24' },
      { sources: ['source:elaph-2024'], silent: 'exclude' },
      { relations: ['visits', 'supplies', 'condemns'] },
    ]) {
      // Where "certainly" would change which claims count, the page does not offer it.
      const dates = 'asKnownOn' in base ? [undefined] : DATES
      expectSame(kg, base, dates)
    }
  })

  test('everyone whose side speaks can be chosen, whatever the view itself leaves out', () => {
    const kg = example()
    const speakers = BASES.map((base) => expectAllSpeakers(kg, base))
    expect(Math.max(...speakers)).toBeGreaterThan(5)
  })

  test('KCNA and whom it speaks for can be chosen; nobody unnamed can', () => {
    const data = wholeOf(example())
    const ids = data.viewpoints.map(({ actor }) => data.entities[actor]!.id)
    expect(ids).toEqual(expect.arrayContaining(['agency:kcna', 'state:KP', 'agency:dw', 'agency:ir-mfa']))
    expect(ids.filter((id) => id.startsWith('unnamed:'))).toEqual([])
  })

  test('a view with a viewpoint of its own offers no other, and tells why each statement is in', () => {
    const kg = example()
    const view = kg.view({ viewpoint: 'state:KP' })
    const data = wholeOf(view)
    expect(data.view.hasViewpoint).toBe(true)
    expect(data.viewpoints).toHaveLength(1)
    const found = standings(data, 0)
    const why = Object.fromEntries(data.statements.map(([id], place) => [id, found[place]?.why]))
    for (const { id, status } of view.statements()) expect(why[id], id).toBe(status.why)
  })
})

const BASES = [
  {},
  { status: ['alleged', 'denied'] },
  { status: 'predicted' },
  { disputed: 'only' },
  { disputed: 'exclude' },
  { asOf: '2024-04-20' },
]

const ACTORS = ['A', 'B', 'C', 'D']
const WHENS = [
  undefined,
  '2020',
  '2020-05-01',
  '2019/2021',
  '2020/..',
  '../2020-06',
  '[2020-01..2020-12]',
  '2020-05~',
]
const STANCES = ['asserts', 'alleges', 'announces', 'predicts', 'denies']
const claim = fc.record({
  stance: fc.constantFrom(...STANCES),
  by: fc.constantFrom(...ACTORS).map((actor) => `state:${actor}`),
  source: fc.constantFrom(undefined, 'source:s', 'source:t'),
  when: fc.constantFrom(...WHENS),
  said: fc.constantFrom(undefined, '2020', '2020-03-01', '2021-01-01'),
})
const statement = fc
  .record({
    relation: fc.constantFrom(
      'opposes',
      'condemns',
      'seeksTiesWith',
      'hasTiesWith',
      'speaksFor',
      'alliedWith',
    ),
    ends: fc.uniqueArray(fc.constantFrom(...ACTORS), { minLength: 2, maxLength: 2 }),
    occurrence: fc.constantFrom('', 'again'),
    claims: fc.array(claim, { minLength: 1, maxLength: 4 }),
  })
  .map(({ relation, ends: [from, to], occurrence, claims }): Fields => {
    const isVoice = relation === 'speaksFor'
    return {
      relation,
      subject: isVoice ? `person:${from}` : `state:${from}`,
      object: `state:${to}`,
      occurrence,
      claims: JSON.parse(JSON.stringify(claims)),
    }
  })

test('random graphs are shown as the library says', () => {
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 14 }), (statements) => {
      const people = ACTORS.map((name) => ({ type: 'Person', id: `person:${name}`, label: name }))
      const spoken = statements.map((one, i) => {
        if (i % 3 !== 0) return one
        const [first, ...others] = one.claims as Fields[]
        return { ...one, claims: [{ ...first, by: `person:${ACTORS[i % 4]}` }, ...others] }
      })
      const kg = createGraph()
      // Claims that are one and differ in a detail are joined: that is told, and no matter here.
      kg.load([...states(...ACTORS), ...people, source('s', '2020-02'), source('t', '2021'), ...spoken])
      expectSame(kg, {}, [undefined, '2020-05-01', '2021-06-01'])
      for (const base of [{ status: ['alleged', 'denied'] }, { disputed: 'only' }, { asOf: '2020-05-01' }]) {
        expectAllSpeakers(kg, base)
      }
    }),
    { numRuns: Number(process.env.STATECRAFT_RUNS ?? 12), seed: 20_240_423 },
  )
})
