import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTimes, TIMINGS, type Time, type Timing } from '../../src/query/match/timing'
import { by, entity, graphOf, statement, states } from '../records'

type Days = readonly [from: number, until: number]

/** Every run of days that something can have had, given what is known of it. */
function truths({ possible, certain, momentary }: Time): Days[] {
  const found: Days[] = []
  for (let from = possible.from; from <= possible.until; from++) {
    for (let until = from; until <= possible.until; until++) {
      if (momentary && from !== until) continue
      if (certain && !(from <= certain.from && certain.until <= until)) continue
      found.push([from, until])
    }
  }
  return found
}

/** Whether two known runs of days lie as asked, day by day. */
function lie([a, b]: Days, is: Timing, [c, d]: Days, days: number): boolean {
  const first = Array.from({ length: b - a + 1 }, (_, i) => a + i)
  const second = Array.from({ length: d - c + 1 }, (_, i) => c + i)
  if (is === 'during') return first.every((day) => second.includes(day))
  if (is === 'overlaps') return first.some((day) => second.includes(day))
  if (is === 'before') return first.every((day) => second.every((other) => day < other))
  if (is === 'after') return first.every((day) => second.every((other) => day > other))
  return Math.min(...first.flatMap((day) => second.map((other) => Math.abs(day - other)))) <= days
}

const time: fc.Arbitrary<Time> = fc
  .tuple(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), fc.constantFrom('moment', 'state', 'unsure'))
  .map(([given, sort]) => {
    const [a, b, c, d] = given.sort((x, y) => x - y) as [number, number, number, number]
    const possible = { from: a, until: d }
    if (sort === 'moment') return { possible, certain: a === d ? possible : undefined, momentary: true }
    return { possible, certain: sort === 'state' ? { from: b, until: c } : undefined, momentary: false }
  })

describe('times of which only possible and certain days are known', () => {
  test('lie certainly as asked where all days that they can have do, and possibly where some do', () => {
    fc.assert(
      fc.property(time, fc.constantFrom(...TIMINGS), time, fc.nat(6), (first, is, second, days) => {
        const each = truths(first).flatMap((x) => truths(second).map((y) => lie(x, is, y, days)))
        const expected = each.every(Boolean) ? 'certain' : each.some(Boolean) ? 'possible' : 'no'
        expect(compareTimes(first, is, second, days)).toBe(expected)
      }),
      { numRuns: 3000 },
    )
  })

  test('are possible and never certain where a time is not known at all', () => {
    const unknown: Time = { possible: { from: -Infinity, until: Infinity }, momentary: false }
    const known: Time = { possible: { from: 1, until: 5 }, certain: { from: 1, until: 5 }, momentary: false }
    for (const is of TIMINGS) {
      expect(compareTimes(unknown, is, known, 3)).toBe('possible')
      expect(compareTimes(known, is, unknown, 3)).toBe('possible')
      expect(compareTimes(unknown, is, unknown, 3)).toBe('possible')
    }
  })
})

describe('joins on time', () => {
  const x = by('person:x', 'asserts')
  const kg = graphOf(
    states('A', 'B', 'C'),
    entity('Expert', 'person:x'),
    entity('Event', 'event:war', { when: '2022-02-24/..' }),
    entity('Event', 'event:undated'),
    statement('A', 'supplies', 'B', [x], { when: '2012-05-07' }), // under the embargo, for certain
    statement('A', 'supplies', 'B', [x], { when: '2012' }), // perhaps before it
    statement('A', 'supplies', 'B', [x], { when: '2010' }), // before it
    statement('A', 'supplies', 'B', [x]), // nobody knows when
    statement('C', 'sanctions', 'B', [x], { when: '2012-03-01/2016-01-16', measures: ['arms-embargo'] }),
    statement('C', 'condemns', 'A', [x], { when: '2012-06-06', occurrence: '1' }),
    statement('A', 'attacks', 'B', [x], { when: '2022-03', event: 'event:war' }),
    statement('B', 'attacks', 'A', [x], { when: '2022-03-01', event: 'event:undated' }),
  )
  const embargoed = (certain: boolean) =>
    kg
      .match((m) =>
        m
          .where('?a', 'supplies', '?b', { id: '?supply' })
          .where('?c', 'sanctions', '?b', { id: '?embargo', measures: 'arms-embargo' })
          .during('?supply', '?embargo', { certain }),
      )
      .toArray()

  test('keep what is possible, and say what is certain', () => {
    const found = embargoed(false).map(({ row, certain }) => [row.supply.occurrence, certain])
    expect(found.sort()).toEqual([
      ['', false],
      ['2012', false],
      ['2012-05-07', true],
    ])
  })

  test('drop what is only possible, where that is asked', () => {
    expect(embargoed(true).map(({ row }) => row.supply.occurrence)).toEqual(['2012-05-07'])
  })

  test('count days as dates differ, whichever comes first', () => {
    const within = (days: number) =>
      kg
        .match((m) =>
          m
            .where('?a', 'supplies', '?b', { id: '?supply' })
            .where('?c', 'condemns', '?a', { id: '?words' })
            .within('?words', '?supply', days, { certain: true }),
        )
        .toArray()
    // From 7 May to 6 June are 30 days.
    expect(within(29)).toEqual([])
    expect(within(30).map(({ row }) => row.supply.occurrence)).toEqual(['2012-05-07'])
  })

  test('take events by their own time: of an open one only its first day is certain', () => {
    const found = kg
      .match((m) =>
        m.where('?a', 'attacks', '?b', { id: '?attack', event: '?event' }).during('?attack', '?event'),
      )
      .toArray()
    expect(found.map(({ row, certain }) => [row.event, row.attack.occurrence, certain])).toEqual([
      ['event:war', '2022-03', false],
      ['event:undated', '2022-03-01', false],
    ])
    const before = kg
      .match((m) =>
        m.where('?a', 'attacks', '?b', { id: '?attack', event: '?event' }).before('?event', '?attack'),
      )
      .toArray()
    // Whatever is open may not be over: it holds for certain on 24 February alone, so it may have been over by March.
    expect(before.map(({ row, certain }) => [row.event, certain])).toEqual([
      ['event:war', false],
      ['event:undated', false],
    ])
  })
})
