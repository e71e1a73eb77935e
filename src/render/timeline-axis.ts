import { scaleUtc } from 'd3-scale'
import { type Day, dateOf, dayOf, formatDay, type Span } from '../model/days'
import type { DaySpan } from '../query/read'

/** A tick of an axis. */
export interface Tick {
  readonly x: number
  readonly words: string
}

/** Days along a line, px from its left end; unbounded ends are the ends of the line. */
export interface Axis {
  /** Where a day begins. */
  readonly at: (day: Day) => number
  readonly ticks: readonly Tick[]
}

/** Days that a `Date` can hold: to the year 275760. */
const LAST_DAY = 100_000_000
/** What happens within a day or two is shown among some days more. */
const SHORTEST = 30
const DAY = 86_400_000
const TICK_ROOM = 96

/** Reads days as a statement has them; what no `Date` can hold is beyond every axis. */
export function spanOf({ from, until }: DaySpan): Span {
  return {
    from: from === undefined ? -Infinity : dayIn(from),
    until: until === undefined ? Infinity : dayIn(until),
  }
}

function dayIn(text: string): Day {
  const [, year, month, day] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (day === undefined) throw new RangeError(`${text} is not a day, as 2024-05-31 is`)
  const count = dayOf(Number(year), Number(month), Number(day))
  return Math.abs(count) < LAST_DAY ? count : Math.sign(count) * Infinity
}

/**
 * The axis on which all bounds that are known find room.
 *
 * @param width in px
 * @returns undefined where no bound is known at all
 */
export function axisOf(spans: readonly Span[], width: number): Axis | undefined {
  const inclusive = spans.flatMap(({ from, until }) => [from, until + 1])
  const bounds = inclusive.filter(Number.isFinite)
  if (bounds.length === 0) return undefined
  const first = bounds.reduce((a, b) => Math.min(a, b))
  const last = bounds.reduce((a, b) => Math.max(a, b))
  const room = Math.max((last - first) * 0.04, (SHORTEST - (last - first)) / 2, 1)
  const ends = [first - room, last + room].map((day) => Math.max(-LAST_DAY, Math.min(LAST_DAY, day)))
  const scale = scaleUtc(
    ends.map((day) => new Date(day * DAY)),
    [0, width],
  )
  const days = scale.ticks(Math.max(2, Math.floor(width / TICK_ROOM))).map((date) => date.getTime() / DAY)
  return {
    at: (day) =>
      Math.max(0, Math.min(width, scale(new Date(Math.max(ends[0]!, Math.min(ends[1]!, day)) * DAY)))),
    ticks: days.map((day) => ({ x: scale(new Date(day * DAY)), words: wordsFor(Math.floor(day), days) })),
  }
}

/** As much of the date as tells the ticks apart: a year, a month, a day. */
function wordsFor(day: Day, days: readonly Day[]): string {
  const dates = days.map((other) => dateOf(Math.floor(other)))
  const words = formatDay(day)
  if (dates.some((date) => date.day !== 1)) return words
  return words.slice(0, dates.some(({ month }) => month !== 1) ? -3 : -6)
}
