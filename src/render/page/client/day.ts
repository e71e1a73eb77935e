import { type Day, dayOf, daysInMonth } from '../../../model/days'
import type { PageData } from '../data'

/** Reads `YYYY-MM-DD`; undefined for what is no day of the calendar. */
export function readDay(text: string): Day | undefined {
  const match = /^\s*(-?\d{4,6})-(\d{2})-(\d{2})\s*$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number] // three groups
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isDay ? dayOf(year, month, day) : undefined
}

/** The first and the last day that any statement names; undefined where none does. */
export function daysNamed({ spans }: PageData): readonly [first: Day, last: Day] | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const span of spans) {
    for (const day of span) {
      if (day === null) continue
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
  }
  return Number.isFinite(first) ? [first, last] : undefined
}
