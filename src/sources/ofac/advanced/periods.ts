import { attributeOf, childOf, textAt, type XmlElement } from '../../input/xml'
import { dateOf } from '../../lists/dates'
import { wordsOfPeriod } from '../periods'
import type { Values } from './values'

/** A date or period, in the words of the flat files; where it is none of our calendar, what stands there instead. */
export type PeriodInWords = { readonly words: string } | { readonly unread: string }

/**
 * The words for a period: each of its ends is given as two days between which it is.
 *
 * @returns undefined where it has neither end, as all periods of measures
 */
export function wordsOfDatePeriod(period: XmlElement, values: Values): PeriodInWords | undefined {
  const [start, end] = [childOf(period, 'Start'), childOf(period, 'End')]
  if (!start && !end) return undefined
  const calendar = calendarOf(period, values)
  const first = start && (childOf(start, 'From') ?? childOf(start, 'To'))
  const last = end ? (childOf(end, 'To') ?? childOf(end, 'From')) : start && (childOf(start, 'To') ?? first)
  const isApproximate = [start, end].some((one) => attributeOf(one, 'Approximate') === 'true')
  const [from, until] = [dateIn(first), dateIn(last)]
  const words =
    calendar === undefined && from !== undefined && until !== undefined
      ? wordsOfPeriod({ start: from, end: until, isApproximate })
      : undefined
  if (words !== undefined) return { words }
  const written = [first, last].map((one) => partsOf(one).join('-')).join(' to ')
  return { unread: calendar === undefined ? written : `${written} (${calendar})` }
}

/** A date of one day, as of an entry or of the whole list: EDTF, as exact as its parts are. */
export function dateOfElement(element: XmlElement | undefined, values: Values): string | undefined {
  return element && calendarOf(element, values) === undefined ? dateIn(element) : undefined
}

/** What a date says, in its own parts. */
export function partsOf(element: XmlElement | undefined): readonly string[] {
  return ['Year', 'Month', 'Day'].map((name) => textAt(element, name)).filter((part) => part !== undefined)
}

function dateIn(element: XmlElement | undefined): string | undefined {
  const parts = partsOf(element)
  const [year, month, day] = parts
  const date = dateOf(year, month, day)
  // A part that is no month, or no day: the whole is no date, and none is made of the rest.
  return date?.split('-').length === parts.length ? date : undefined
}

/** Our calendar, by its name, or by the number that it has with OFAC where the file does not name it. */
const OURS = /^(?:gregorian|calendartype 1)$/i

/** The calendar, where it is not ours. */
function calendarOf(element: XmlElement, values: Values): string | undefined {
  const name = values.words(element, 'CalendarType')
  return name === undefined || OURS.test(name) ? undefined : name
}
