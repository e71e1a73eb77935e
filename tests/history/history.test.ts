import fc from 'fast-check'
import { createGraph } from 'statecraft'
import { diff, history, readSnapshot, type Snapshot } from 'statecraft/history'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../records'

const LIST = 'source:list'

interface Entry {
  readonly id: string
  readonly fields?: Fields
  readonly details?: Fields
}

/** An edition of a list: who stands on it, on what day it came out. */
function edition(day: string, entries: readonly (string | Entry)[], list = LIST): Fields[] {
  const source = `${list}-${day}`
  const claim = (details: Fields = {}) => [{ stance: 'asserts', source, when: '/..', ...details }]
  return [
    { type: 'State', id: 'state:US', label: 'United States' },
    { type: 'SanctionsList', id: list, label: 'a list', publisher: 'state:US' },
    {
      type: 'SanctionsList',
      id: source,
      label: 'an edition',
      publisher: 'state:US',
      published: day,
      coverage: day,
    },
    { relation: 'partOf', subject: source, object: list, occurrence: '', claims: claim() },
    ...entries
      .map((entry) => (typeof entry === 'string' ? { id: entry } : entry))
      .flatMap(({ id, fields, details }: Entry) => [
        { type: 'Person', id, label: id, ...fields },
        { relation: 'designates', subject: 'state:US', object: id, occurrence: '', claims: claim(details) },
      ]),
  ]
}

const snapshot = (...args: Parameters<typeof edition>): Promise<Snapshot> => readSnapshot(edition(...args))

async function listedOn(snapshots: Snapshot[], day: string, certain = false): Promise<string[]> {
  const kg = createGraph()
  const report = await kg.load(history(snapshots))
  expect(report.issues).toEqual([])
  return [...kg.view({ asOf: day, certain }).statements({ relation: 'designates' })]
    .map(({ object }) => object)
    .sort()
}

/** The end of a file that was cut off, as readers tell it. */
const cutOff = (records: Fields[]) =>
  Object.assign(records, {
    issues: [{ code: 'cut-off', severity: 'error', message: 'the file ends within a record' }] as const,
  })

describe('the difference of two editions', () => {
  it('tells who came, who went, and what changed for those on both', async () => {
    const older = await snapshot('2018-08-24', [
      'person:a',
      {
        id: 'person:b',
        fields: { born: '1960', names: ['Bob', 'Rob'] },
        details: { measures: ['asset-freeze'] },
      },
      'person:c',
    ])
    const newer = await snapshot('2025-04-19', [
      {
        id: 'person:b',
        fields: { born: '1960-04-10', names: ['Bob', 'Bobby'] },
        details: { measures: ['asset-freeze', 'travel-ban'] },
      },
      'person:c',
      'person:d',
    ])
    expect(diff(older, newer)).toEqual({
      listed: ['person:d'],
      delisted: ['person:a'],
      amended: [
        {
          id: 'person:b',
          changes: [
            { field: 'born', from: '1960', to: '1960-04-10' },
            {
              field: 'names',
              added: [{ text: 'Bobby', kind: 'alias' }],
              removed: [{ text: 'Rob', kind: 'alias' }],
            },
            {
              statement: { relation: 'designates', subject: 'state:US', object: 'person:b' },
              change: 'amended',
              details: [{ field: 'measures', added: ['travel-ban'], removed: [] }],
            },
          ],
        },
      ],
    })
  })

  it('does not call delisted who is not in an edition that was cut off', async () => {
    const older = await snapshot('2018-08-24', ['person:a', 'person:b'])
    const newer = await readSnapshot(cutOff(edition('2025-04-19', ['person:b'])))
    expect(diff(older, newer)).toEqual({ listed: [], delisted: [], amended: [], unknown: ['person:a'] })
  })

  it('does not call listed who is missing in an older edition that was cut off', async () => {
    const older = await readSnapshot(cutOff(edition('2018-08-24', ['person:b'])))
    const stated = (day: string) => ({ when: `${day}/..`, listed: day })
    const newer = await snapshot('2025-04-19', [
      { id: 'person:a', details: stated('2010-01-01') },
      { id: 'person:c', details: stated('2020-01-01') },
      'person:b',
    ])
    expect(diff(older, newer)).toEqual({
      listed: ['person:c'],
      delisted: [],
      amended: [],
      unknown: ['person:a'],
    })
  })

  it('counts a listing that has ended, nobody knows when, as none', async () => {
    const older = await snapshot('2018-08-24', ['person:a'])
    const newer = await snapshot('2025-04-19', [{ id: 'person:a', details: { when: '2010/' } }])
    expect(diff(older, newer)).toMatchObject({ listed: [], delisted: ['person:a'], amended: [] })
  })

  it('tells a further spell of a listing from the one before, and a second entry claim by claim', async () => {
    const first = { when: '2010-01-01/..', listed: '2010-01-01' }
    const ended = { ...first, when: '2010-01-01/2012-01-01' }
    const again = { when: '2015-01-01/..', listed: '2015-01-01' }
    const older = await snapshot('2011-06-01', [{ id: 'person:a', details: first }])
    const newer = await readSnapshot([
      ...edition('2016-06-01', [{ id: 'person:a', details: ended }]),
      {
        relation: 'designates',
        subject: 'state:US',
        object: 'person:a',
        occurrence: '2015-01-01',
        claims: [{ stance: 'asserts', source: 'source:list-2016-06-01', at: '2', ...again }],
      },
    ])
    const statement = { relation: 'designates', subject: 'state:US', object: 'person:a' }
    expect(diff(older, newer).amended).toEqual([
      {
        id: 'person:a',
        changes: [
          {
            statement,
            change: 'amended',
            details: [{ field: 'when', from: first.when, to: ended.when }],
          },
          { statement: { ...statement, occurrence: '2015-01-01' }, change: 'added' },
        ],
      },
    ])
    const twice = await readSnapshot([
      ...edition('2016-06-01', [{ id: 'person:a', details: first }]),
      ...edition('2016-06-01', [{ id: 'person:a', details: { ...first, at: '2' } }]),
    ])
    expect(diff(older, twice).amended[0]?.changes).toMatchObject([
      { change: 'amended', details: [{ field: 'claims', added: [{ at: '2' }], removed: [] }] },
    ])
  })

  it('is refused between editions of different lists, and for what is no list', async () => {
    const older = await snapshot('2018-08-24', ['person:a'])
    const other = await snapshot('2025-04-19', ['person:a'], 'source:other')
    expect(() => diff(older, other)).toThrow(/editions of different lists: source:list and source:other/)
    await expect(readSnapshot([{ type: 'Person', id: 'person:a', label: 'a' }])).rejects.toThrow(
      /nothing here is a list/,
    )
  })

  it('counts nobody as listed whose listing is only announced, alleged, predicted or denied, or was withdrawn', async () => {
    const older = await snapshot('2018-08-24', [])
    const newer = await snapshot('2025-04-19', [
      ...['announces', 'alleges', 'predicts', 'denies'].map((stance) => ({
        id: `person:${stance}`,
        details: { stance },
      })),
      { id: 'person:withdrawn', details: { withdrawn: '2020-01-01' } },
      'person:a',
    ])
    expect(diff(older, newer).listed).toEqual(['person:a'])
  })

  it('counts a listing whose end is stated as none', async () => {
    const older = await snapshot('2018-08-24', ['person:a'])
    const newer = await snapshot('2025-04-19', [{ id: 'person:a', details: { when: '2010/2020-01-01' } }])
    expect(diff(older, newer)).toMatchObject({ listed: [], delisted: ['person:a'], amended: [] })
  })

  it('of any two editions makes the newer of the older', async () => {
    const ids = fc.uniqueArray(
      fc.constantFrom('person:a', 'person:b', 'person:c', 'person:d', 'person:__proto__'),
    )
    await fc.assert(
      fc.asyncProperty(ids, ids, async (before, after) => {
        const { listed, delisted } = diff(
          await snapshot('2018-01-01', before),
          await snapshot('2019-01-01', after),
        )
        const made = new Set([...before.filter((id) => !delisted.includes(id)), ...listed])
        expect([...made].sort()).toEqual([...after].sort())
      }),
    )
  })
})

describe('the history of a list', () => {
  it('ends a listing between the edition that has it and the one that has not', async () => {
    const editions = [
      await snapshot('2018-08-24', [
        { id: 'person:a', details: { when: '2010-03-01/..', listed: '2010-03-01' } },
      ]),
      await snapshot('2020-01-01', [
        { id: 'person:a', details: { when: '2010-03-01/..', listed: '2010-03-01' } },
      ]),
      await snapshot('2025-04-19', []),
    ]
    const kg = createGraph()
    await kg.load(history(editions))
    const listings = [...kg.statements({ relation: 'designates' })]
    expect(listings).toHaveLength(1)
    expect(listings[0]).toMatchObject({
      occurrence: '',
      status: {
        possible: { from: '2010-03-01', until: '2025-04-19' },
        certain: { from: '2010-03-01', until: '2020-01-01' },
      },
    })
    expect(listings[0]?.claims.map(({ when, source, method }) => ({ when, source, method }))).toEqual([
      { when: '2010-03-01/..', source: 'source:list-2020-01-01', method: undefined },
      { when: '[..2025-04-19]', source: 'source:list-2025-04-19', method: 'derived' },
    ])
  })

  it('begins a listing whose day is not stated between two editions, and is certain of what both have seen', async () => {
    const editions = [
      await snapshot('2018-01-01', []),
      await snapshot('2019-01-01', ['person:a']),
      await snapshot('2020-01-01', ['person:a']),
    ]
    const kg = createGraph()
    await kg.load(history(editions))
    expect([...kg.statements({ relation: 'designates' })][0]?.status).toMatchObject({
      possible: { from: '2018-01-01' },
      certain: { from: '2019-01-01', until: '2020-01-01' },
    })
  })

  it('ends a listing on the day that the list states', async () => {
    const editions = [
      await snapshot('2018-01-01', ['person:a']),
      await snapshot('2019-01-01', [{ id: 'person:a', details: { when: '2010-03-01/2018-06-30' } }]),
      await snapshot('2020-01-01', []),
    ]
    expect(await listedOn(editions, '2018-06-30', true)).toEqual(['person:a'])
    expect(await listedOn(editions, '2018-07-01')).toEqual([])
  })

  it('gives a party that comes back a second listing, told apart by its first day', async () => {
    const stated = { when: '2020-05-05/..', listed: '2020-05-05' }
    const editions = [
      await snapshot('2018-01-01', ['person:a', 'person:b']),
      await snapshot('2019-01-01', []),
      await snapshot('2021-01-01', [{ id: 'person:a', details: stated }, 'person:b']),
    ]
    const kg = createGraph()
    await kg.load(history(editions))
    const told = [...kg.statements({ relation: 'designates' })]
      .map((one) => `${one.object} ${one.occurrence}`)
      .sort()
    expect(told).toEqual([
      'person:a ',
      'person:a 2020-05-05',
      'person:b ',
      'person:b [2019-01-01..2021-01-01]',
    ])
    expect(await listedOn(editions, '2020-01-01')).toEqual(['person:b'])
    expect(await listedOn(editions, '2020-01-01', true)).toEqual([])
    expect(await listedOn(editions, '2020-05-05', true)).toEqual(['person:a'])
  })

  it('calls a second listing the same however many editions show it', async () => {
    const editions = [
      await snapshot('2018-01-01', ['person:a']),
      await snapshot('2019-01-01', []),
      await snapshot('2021-01-01', ['person:a']),
    ]
    const occurrences = async (snapshots: Snapshot[]) => {
      const kg = createGraph()
      await kg.load(history(snapshots))
      return [...kg.statements({ relation: 'designates' })].map(({ id }) => id).sort()
    }
    const before = await occurrences(editions)
    const after = await occurrences([...editions, await snapshot('2025-01-01', ['person:a'])])
    expect(after).toEqual(before)
  })

  it('keeps the day that one edition states where those around it do not', async () => {
    const stated = { id: 'person:a', details: { when: '2019-03-14/..', listed: '2019-03-14' } }
    const editions = [
      await snapshot('2018-01-01', ['person:b']),
      await snapshot('2020-01-01', ['person:a', 'person:b']),
      await snapshot('2021-01-01', [stated, 'person:b']),
      await snapshot('2022-01-01', ['person:a', 'person:b']),
    ]
    expect(await listedOn(editions, '2019-03-13')).not.toContain('person:a')
    expect(await listedOn(editions, '2019-03-14', true)).toContain('person:a')
    expect(await listedOn(editions, '2022-01-01', true)).toContain('person:a')
    const kg = createGraph()
    const again = [
      await snapshot('2016-01-01', ['person:a']),
      await snapshot('2017-01-01', ['person:b']),
      ...editions,
    ]
    await kg.load(history(again))
    const spells = [...kg.statements({ relation: 'designates' })].filter(
      ({ object }) => object === 'person:a',
    )
    expect(spells.map(({ occurrence }) => occurrence).sort()).toEqual(['', '2019-03-14'])
  })

  it('keeps each of several spells that one edition tells of', async () => {
    const spells = async (day: string, ...dates: string[]) => {
      const [first, ...others] = dates
      return readSnapshot([
        ...edition(day, [{ id: 'person:a', details: { when: first, listed: first!.slice(0, 10) } }]),
        ...others.map((when) => ({
          relation: 'designates',
          subject: 'state:US',
          object: 'person:a',
          occurrence: when.slice(0, 10),
          claims: [{ stance: 'asserts', source: `${LIST}-${day}`, when, listed: when.slice(0, 10) }],
        })),
      ])
    }
    const editions = [
      await spells('2011-06-01', '2010-01-01/..'),
      await spells('2013-06-01', '2010-01-01/2012-01-01'),
      await spells('2016-06-01', '2010-01-01/2012-01-01', '2015-01-01/..'),
    ]
    for (const some of [editions, [editions[0]!, editions[2]!], [editions[2]!]]) {
      expect(await listedOn(some, '2011-01-01', true)).toEqual(['person:a'])
      expect(await listedOn(some, '2013-06-01')).toEqual([])
      expect(await listedOn(some, '2016-01-01', true)).toEqual(['person:a'])
    }
  })

  it('ends a listing between two editions where the later one says only that it has ended', async () => {
    const editions = [
      await snapshot('2018-01-01', [{ id: 'person:a', details: { when: '2010/..', listed: '2010' } }]),
      await snapshot('2020-01-01', [{ id: 'person:a', details: { when: '2010/', listed: '2010' } }]),
    ]
    expect(await listedOn(editions, '2018-01-01', true)).toEqual(['person:a'])
    expect(await listedOn(editions, '2019-01-01')).toEqual(['person:a'])
    expect(await listedOn(editions, '2020-01-02')).toEqual([])
  })

  it('ends a listing before the day on which the party was listed anew', async () => {
    const editions = [
      await snapshot('2018-01-01', [
        { id: 'person:a', details: { when: '2010-01-01/..', listed: '2010-01-01' } },
      ]),
      await snapshot('2021-01-01', [
        { id: 'person:a', details: { when: '2019-09-09/..', listed: '2019-09-09' } },
      ]),
    ]
    const kg = createGraph()
    await kg.load(history(editions))
    const first = [...kg.statements({ relation: 'designates' })].find(({ occurrence }) => occurrence === '')
    expect(first?.status.possible?.until).toBe('2019-09-09')
    expect(first?.claims.map(({ note }) => note)).toEqual([undefined, { en: 'listed anew on 2019-09-09' }])
  })

  it('sees a new listing where the stated day is after the edition before', async () => {
    const editions = [
      await snapshot('2018-01-01', [{ id: 'person:a', details: { when: '2010/..', listed: '2010' } }]),
      await snapshot('2021-01-01', [
        { id: 'person:a', details: { when: '2019-09-09/..', listed: '2019-09-09' } },
      ]),
    ]
    const kg = createGraph()
    await kg.load(history(editions))
    expect([...kg.statements({ relation: 'designates' })].map(({ occurrence }) => occurrence).sort()).toEqual(
      ['', '2019-09-09'],
    )
  })

  it('reads nothing out of the silence of an edition that is not whole, or of another list', async () => {
    const editions = [
      await snapshot('2018-01-01', ['person:a']),
      await readSnapshot(cutOff(edition('2019-01-01', []))),
      await snapshot('2020-01-01', [], 'source:other'),
      await snapshot('2020-06-01', ['person:a']),
      await snapshot('2021-01-01', []),
    ]
    const kg = createGraph()
    const stream = history(editions)
    const report = await kg.load(stream)
    expect(report.issues.map(({ code }) => code).sort()).toEqual(['cut-off', 'truncated'])
    expect([...kg.statements({ relation: 'designates' })].map(({ status }) => status)).toMatchObject([
      { possible: { until: '2021-01-01' }, certain: { from: '2018-01-01', until: '2020-06-01' } },
    ])
  })

  it('makes no fact of a listing that is only announced', async () => {
    const editions = [
      await snapshot('2018-01-01', []),
      await snapshot('2019-01-01', [{ id: 'person:a', details: { stance: 'announces' } }]),
      await snapshot('2020-01-01', []),
    ]
    const kg = createGraph()
    await kg.load(history(editions))
    expect([...kg.statements({ relation: 'designates' })].map(({ status }) => status.level)).toEqual([
      'announced',
    ])
    expect(await listedOn(editions, '2019-06-01')).toEqual(['person:a']) // possible, and no fact: see its level
  })

  it('wants dates, in their order', async () => {
    const undated = edition('2018-01-01', ['person:a']).map(({ published: _, ...fields }) => fields)
    const run = async (editions: Snapshot[]) => createGraph().load(history(editions))
    await expect(run([await readSnapshot(undated)])).rejects.toThrow(/does not say when it was published/)
    await expect(run([await snapshot('2020-01-01', []), await snapshot('2019-01-01', [])])).rejects.toThrow(
      /of 2019-01-01 comes after that of 2020-01-01/,
    )
  })
})
