import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { createGraph } from 'statecraft'
import { readJsonl } from 'statecraft/jsonl'
import { describe, expect, test } from 'vitest'
import { LEVELS } from '../../src/model/claim'
import { dayOf } from '../../src/model/days'
import { folded } from '../../src/model/fold'
import { daysNamed, readDay } from '../../src/render/page/client/day'
import { type Filter, sift, standings, unfiltered } from '../../src/render/page/client/filter'
import { fragmentOf, readFragment, type Selection } from '../../src/render/page/client/fragment'
import { GLYPHS } from '../../src/render/page/client/glyphs'
import { bends, pairsOf } from '../../src/render/page/client/picture/parallel'
import { Search } from '../../src/render/page/client/search'
import { spanInWords } from '../../src/render/page/client/words'
import { collect } from '../../src/render/page/collect'
import type { PageData } from '../../src/render/page/data'

/** What the client works out itself, without a browser. */

const kg = createGraph()
kg.load(readJsonl(readFileSync('examples/tehran-pyongyang/graph.jsonl', 'utf8')))
const data = collect(kg.excerpt(Number.POSITIVE_INFINITY), 'example')
const day = (year: number, month: number, at: number) => dayOf(year, month, at)

describe('the search', () => {
  const entities = (...names: (readonly string[])[]): PageData =>
    ({
      entities: names.map(([label = '', ...others], i) => ({
        id: `x:${i}`,
        kind: 'thing',
        types: [],
        label,
        names: others.map((text) => [text, '']),
      })),
    }) as unknown as PageData // as much of one as is searched

  test('takes the same for the same, whatever case, accents, widths, vowel signs or letters a keyboard writes', () => {
    const same = [
      ['İstanbul', 'istanbul'],
      ['Zürich', 'ZURICH'],
      ['ﬁnance', 'finance'],
      ['ＫＣＮＡ', 'kcna'],
      ['كُورِيَا', 'كوريا'],
      ['إيران', 'ايران'],
      ['کوریا', 'كوريا'],
      ['كـــوريا', 'كوريا'],
      ['조선', '조선'.normalize('NFD')],
      ['Россия', 'россия'],
      ['zero\u200bwidth', 'zerowidth'],
    ]
    for (const [a, b] of same) expect(folded(a!), a).toBe(folded(b!))
    expect(folded('Iran')).not.toBe(folded('Iraq'))
  })

  test('ranks what is exact before what begins so, a later word, and what is within; then by what is said of it', () => {
    const search = new Search(
      entities(
        ['Korea Town'],
        ['North Korea'],
        ['Korea'],
        ['Neokorea'],
        ['South Korea'],
        ['Chosŏn', 'Korean Peninsula'],
      ),
      [1, 5, 0, 9, 7, 2],
    )
    expect(search.find('korea')).toEqual([2, 5, 0, 4, 1, 3])
    expect(search.find('  ')).toEqual([])
    expect(search.find('nowhere')).toEqual([])
    expect(search.find('x:3')).toEqual([3])
  })

  test('finds North Korea by its Arabic name before South Korea', () => {
    const degrees = data.entities.map(
      (_, place) => data.statements.filter(([, , from, to]) => from === place || to === place).length,
    )
    const ids = new Search(data, degrees).find('كوريا').map((place) => data.entities[place]!.id)
    expect(ids.slice(0, 2)).toEqual(['state:KP', 'state:KR'])
  })
})

describe('a link', () => {
  const choice = fc.record({
    viewpoint: fc.integer({ min: -1, max: data.viewpoints.length - 1 }),
    day: fc.option(fc.integer({ min: -800_000, max: 60_000 }), { nil: undefined }),
    certain: fc.boolean(),
    levels: fc.subarray([...LEVELS]).map((levels) => new Set(levels)),
    disputed: fc.constantFrom('include' as const, 'exclude' as const, 'only' as const),
    relations: fc.option(
      fc.subarray([...data.relations.keys()]).map((places) => new Set(places)),
      { nil: undefined },
    ),
  })
  const entityPlace = fc.integer({ min: 0, max: data.entities.length - 1 })
  const selection = fc.oneof(
    fc.constant(undefined),
    entityPlace.map((place): Selection => ({ kind: 'entity', place })),
    fc
      .integer({ min: 0, max: data.statements.length - 1 })
      .map((place): Selection => ({ kind: 'edge', place })),
    fc.tuple(entityPlace, entityPlace).map(([place, other]): Selection => ({ kind: 'pair', place, other })),
  )

  test('says all that is asked, and is read back as it was', () => {
    fc.assert(
      fc.property(choice, selection, (filter, selected) => {
        const fragment = fragmentOf(data, { filter, selected })
        const read = readFragment(data, `#${fragment}`)
        expect(read).toEqual({ filter, selected, strange: [] })
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  test('to the page as it is has no fragment', () => {
    expect(fragmentOf(data, { filter: unfiltered(data), selected: undefined })).toBe('')
  })

  test('of any kind is read without harm: what is not understood is named and left out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { filter } = readFragment(data, `#${text}`)
        expect(filter.viewpoint).toBeGreaterThanOrEqual(-1)
      }),
      { numRuns: 1000, seed: 2 },
    )
    expect(readFragment(data, '#disputed=only&disputed=exclude').strange).toEqual(['disputed'])
    const { filter, selected, strange } = readFragment(
      data,
      '#select=__proto__&asof=2024-02-30&toString=1&levels=sure',
    )
    expect([filter, selected, strange]).toEqual([
      unfiltered(data),
      undefined,
      ['asof', 'toString', 'levels', 'select'],
    ])
  })
})

describe('a day', () => {
  test('is one of the calendar', () => {
    expect(readDay('2024-02-29')).toBe(day(2024, 2, 29))
    expect(readDay(' -0044-03-15 ')).toBe(day(-44, 3, 15))
    for (const bad of ['2023-02-29', '2024-13-01', '2024-00-10', '2024-04', '24-04-2024', 'today', '']) {
      expect(readDay(bad), bad).toBeUndefined()
    }
  })

  test('is looked for between the first and the last that are named', () => {
    expect(daysNamed(data)).toEqual([day(2024, 1, 1), day(2024, 12, 31)])
    expect(daysNamed({ ...data, spans: [[null, null]] })).toBeUndefined()
  })

  test('is told in words: possible days never look certain', () => {
    const [a, b, c, d] = [day(2024, 4, 1), day(2024, 4, 30), day(2024, 4, 10), day(2024, 4, 20)]
    expect(spanInWords([null, null], false)).toBe('')
    expect(spanInWords([a, b], false)).toBe('possibly in 2024-04')
    expect(spanInWords([a, b], true)).toBe('at some time in 2024-04')
    expect(spanInWords([null, b], true)).toBe('at some time to 2024-04-30')
    expect(spanInWords([c, c, c, c], true)).toBe('on 2024-04-10')
    expect(spanInWords([a, b, c, d], false)).toBe(
      'certainly from 2024-04-10 to 2024-04-20, possibly in 2024-04',
    )
    expect(spanInWords([null, null, c, d], false)).toBe(
      'certainly from 2024-04-10 to 2024-04-20, possibly always',
    )
    expect(spanInWords(undefined, false)).toBe('never')
  })
})

test('the number beside a choice is what it would show', () => {
  const all = standings(data, -1)
  const count = (filter: Filter) => sift(data, all, filter).shown.reduce((sum, bit) => sum + bit, 0)
  const base: Filter = {
    ...unfiltered(data),
    day: day(2024, 4, 23),
    relations: new Set([0, 1, 2, 3, 4, 5, 6, 7]),
  }
  const { facets } = sift(data, all, base)
  for (const level of LEVELS)
    expect(facets.levels.get(level)).toBe(count({ ...base, levels: new Set([level]) }))
  for (const [place, found] of facets.relations.entries()) {
    expect(found).toBe(count({ ...base, relations: new Set([place]) }))
  }
  expect(facets.disputed).toBe(count({ ...base, disputed: 'only' }))
})

describe('edges between the same two entities', () => {
  test('are found whichever comes first, and bend apart', () => {
    expect(
      pairsOf([
        [1, 2],
        [2, 1],
        [1, 3],
        [1, 1],
      ]),
    ).toEqual([
      { a: 1, b: 2, edges: [0, 1] },
      { a: 1, b: 3, edges: [2] },
      { a: 1, b: 1, edges: [3] },
    ])
    expect(bends(1, false)).toEqual([0])
    for (const count of [2, 5, 8]) {
      const all = bends(count, false)
      expect(new Set(all).size).toBe(count)
      expect(all.reduce((sum, bend) => sum + bend, 0)).toBeCloseTo(0)
    }
    expect(new Set(bends(4, true)).size).toBe(4)
  })
})

test('every kind of entity has a form of its own, and each is convex', () => {
  const forms = Object.values(GLYPHS).map((corners) => JSON.stringify(corners))
  expect(new Set(forms).size).toBe(forms.length)
  for (const [kind, corners] of Object.entries(GLYPHS)) {
    for (const [i, [x, y]] of corners.entries()) {
      const [x2, y2] = corners[(i + 1) % corners.length]!
      const [x3, y3] = corners[(i + 2) % corners.length]!
      expect((x2 - x) * (y3 - y2) - (y2 - y) * (x3 - x2), kind).toBeGreaterThan(0)
    }
  }
})
