import { childOf, textAt, type XmlElement } from '../../input/xml'
import { dateOfText } from '../dates'
import { type Period, wordsOfPeriod } from '../periods'

/** The days that an element of this format gives, each end as two days between which it is. */
export function periodOf(element: XmlElement | undefined): Period | undefined {
  const day = (...names: readonly string[]) => {
    for (const name of names) {
      // A time of day may stand after it, which is always midnight.
      const found = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(textAt(element, name) ?? '')?.[0]
      if (found !== undefined) return found
    }
    return undefined
  }
  const start = day('fromDateBegin', 'fromDateEnd')
  const end = day('toDateEnd', 'toDateBegin', 'fromDateEnd', 'fromDateBegin')
  if (start === undefined || end === undefined) return undefined
  return { start, end, isApproximate: textAt(element, 'isApproximate') === 'true' }
}

/** Such an element as it is written, for days that are none. */
export function writtenPeriod(element: XmlElement | undefined): string | undefined {
  const ends = ['fromDateBegin', 'fromDateEnd', 'toDateBegin', 'toDateEnd']
  const days = new Set(ends.flatMap((name) => textAt(element, name) ?? []))
  return days.size === 0 ? undefined : [...days].join(' to ')
}

/**
 * What a feature says, in words. A date stands there in words, `circa 1951`, and in days; the words are as precise as it
 * is known, so that the days are for where there are none, or words of another kind.
 */
export function wordsOfFeature(feature: XmlElement): string | undefined {
  const words = textAt(feature, 'value')
  const period = periodOf(childOf(feature, 'valueDate'))
  if (!period) return words
  const date = words === undefined ? undefined : dateOfText(words)
  const isApproximate = date !== undefined && [date].flat().some((one) => one.endsWith('~'))
  if (date !== undefined && isApproximate === period.isApproximate) return words
  return wordsOfPeriod(period) ?? words
}
