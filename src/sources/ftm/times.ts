import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'
import { oneOf } from '../lists/dates'
import { onlyOf, type Properties, valuesOf } from './node'

/** A date, perhaps with a time of day, which is left out: days have none here. */
const DATE = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{2}:.*)?$/
const PLAIN = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** A date of FollowTheMoney as EDTF: a year, a month or a day; undefined where it is no such date. */
export function readFtmDate(value: string): string | undefined {
  const date = DATE.exec(value)?.[1]
  return date === undefined || parseWhen(date) instanceof Problem ? undefined : date
}

/** Dates of which one is right, as EDTF. */
export function readFtmDates(values: readonly string[]): string | undefined {
  // As many as one expression takes, and more: no list of dates of one event is longer.
  return oneOf(values.slice(0, 100).flatMap((value) => readFtmDate(value) ?? []))
}

/**
 * Dates of an EDTF expression, as FollowTheMoney has them: a plain date, several of which one is right, or one that is
 * marked as uncertain, without its mark.
 *
 * @returns undefined where it cannot be said there
 */
export function writeFtmDates(edtf: string): { values: readonly string[]; exact: boolean } | undefined {
  const dates = /^\[[^[\]]*\]$/.test(edtf) ? edtf.slice(1, -1).split(',') : [edtf]
  const plain = dates.map((date) => date.replace(/[?~%]$/, ''))
  if (!plain.every((date) => PLAIN.test(date))) return undefined
  return { values: plain, exact: plain.every((date, i) => date === dates[i]) }
}

/** When something was, from `startDate`, `endDate` and `date`: `2001/2003-05`, `2001/`, `/2003`, `2001-05-07`. */
export function readWhen(properties: Properties): string | undefined {
  const date = (property: string) => {
    const value = onlyOf(properties, property)
    return value === undefined ? undefined : readFtmDate(value)
  }
  const [start, end] = [date('startDate'), date('endDate')]
  if (start === undefined && end === undefined) return readFtmDates(valuesOf(properties, 'date'))
  const span = `${start ?? ''}/${end ?? ''}`
  return parseWhen(span) instanceof Problem ? start : span
}

/** The same back. `exact` is false where more was said than dates of FollowTheMoney can. */
export function writeWhen(when: string): { properties: Map<string, string[]>; exact: boolean } {
  const properties = new Map<string, string[]>()
  const [start, end] = when.includes('/') ? when.split('/') : [undefined, undefined]
  let exact = true
  for (const [property, part] of [
    ['startDate', start],
    ['endDate', end],
    ['date', when.includes('/') ? undefined : when],
  ] as const) {
    if (part === undefined || part === '' || part === '..') continue
    const written = writeFtmDates(part)
    if (written) properties.set(property, [...written.values])
    exact &&= written?.exact ?? false
  }
  return { properties, exact }
}
