import { intersect, overlap, type Span, within } from '../../model/days'

/** How two times may lie: each asks whether the first does so to the second. */
export const TIMINGS = ['during', 'overlaps', 'before', 'after', 'within'] as const
export type Timing = (typeof TIMINGS)[number]

/** What is known of when something is. */
export interface Time {
  /** Outside these days it is not. */
  readonly possible: Span
  /** On these it is; undefined where no day is certain. */
  readonly certain?: Span | undefined
  /** It happens on one day, which may not be known; otherwise it lasts, throughout what is certain at least. */
  readonly momentary: boolean
}

/** How sure an answer about times is: on all days that these can have, on some of them, or on none. */
export type Sureness = 'certain' | 'possible' | 'no'

/**
 * Whether one time lies to another as asked, given that of each only possible and certain days are known.
 *
 * - `during`: no day of the first lies outside the second
 * - `overlaps`: they share a day
 * - `before`: the last day of the first comes before the first day of the second; `after`: the other way round
 * - `within`: at most so many days lie between them, whichever comes first; 0 where they share a day
 *
 * @param days of `within`: the difference of two dates, so that neighbouring days are 1 apart
 * @returns `certain` where it is so whatever their true days are, `possible` where it is so on some, else `no`
 *
 * Source: the relations of J. F. Allen, *Maintaining Knowledge about Temporal Intervals* (CACM 26, 1983), joined to
 * what dates are compared for, with the two readings of an uncertain time (ISO 8601-2 does not define any).
 */
export function compareTimes(first: Time, is: Timing, second: Time, days = 0): Sureness {
  const [x, y] = [settled(first), settled(second)]
  if (is === 'after') return compareTimes(second, 'before', first)
  if (COMPARE[is].certain(x, y, days)) return 'certain'
  return COMPARE[is].possible(x, y, days) ? 'possible' : 'no'
}

/** A time of which only one day is possible is on that day. */
function settled(time: Time): Time {
  const { possible, certain } = time
  return !certain && possible.from === possible.until ? { ...time, certain: possible } : time
}

type Compare = (x: Time, y: Time, days: number) => boolean

// Of the times that are possible, each test takes those that help it most (possible) or least (certain): the longest
// is all possible days, the shortest the certain ones or, where there are none, any single day.
const COMPARE: Record<Exclude<Timing, 'after'>, { readonly possible: Compare; readonly certain: Compare }> = {
  during: {
    possible: (x, y) => {
      const room = y.possible
      if (!x.certain) return overlap(x.possible, room)
      // What lasts for certain is no part of a single day, whichever day that is.
      return within(x.certain, room) && !(y.momentary && x.certain.from !== x.certain.until)
    },
    certain: (x, y) => y.certain !== undefined && within(x.possible, y.certain),
  },
  overlaps: {
    possible: (x, y) => overlap(x.possible, y.possible),
    certain: (x, y) => {
      if (x.certain && y.certain) return overlap(x.certain, y.certain)
      if (x.certain) return within(y.possible, x.certain)
      return y.certain !== undefined && within(x.possible, y.certain)
    },
  },
  before: {
    possible: (x, y) =>
      (x.certain ? x.certain.until : x.possible.from) < (y.certain ? y.certain.from : y.possible.until),
    certain: (x, y) => x.possible.until < y.possible.from,
  },
  within: {
    possible: (x, y, days) => gap(x.possible, y.possible) <= days,
    certain: (x, y, days) => widestGap(x, y) <= days,
  },
}

/** Days from the end of the earlier to the start of the later; 0 where they share a day. */
function gap(a: Span, b: Span): number {
  if (intersect(a, b)) return 0
  return a.until < b.from ? b.from - a.until : a.from - b.until
}

/** The gap at its widest, whatever the true days of both are. */
function widestGap(x: Time, y: Time): number {
  if (x.certain && y.certain) return gap(x.certain, y.certain)
  if (!x.certain && !y.certain) {
    return Math.max(x.possible.until - y.possible.from, y.possible.until - x.possible.from)
  }
  const known = (x.certain ?? y.certain)!
  const other = x.certain ? y.possible : x.possible
  const day = (at: number): Span => ({ from: at, until: at })
  return Math.max(gap(day(other.from), known), gap(day(other.until), known))
}
