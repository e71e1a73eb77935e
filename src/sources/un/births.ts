import type { SourceContext } from '../input/context'
import { textAt, type XmlElement } from '../input/xml'
import { type Between, oneOf } from '../lists/dates'
import { distinct, stated, tidy } from '../lists/stated'
import { tellBadDate, writtenDate } from '../lists/written-dates'

/** Dates of birth of an entry, and what of them has no place in a date. */
export interface Births {
  /** EDTF. */
  readonly born: string | undefined
  readonly left: readonly { readonly [field: string]: string }[]
}

/**
 * Reads dates of birth: exact, approximate or between two years, by day or year. Each of several is an alternative.
 * A note may be the date itself (`Nov. 1973`), the month of the year beside (`Sep.`), or `Approximately`.
 */
export function readBirths(elements: readonly XmlElement[], context: SourceContext): Births {
  const alternatives: (string | Between)[] = []
  const left: { [field: string]: string }[] = []
  for (const element of elements) {
    const note = tidy(textAt(element, 'NOTE'))
    const date = readBirth(element, note)
    if (
      date === undefined &&
      element.children.every(({ name, text }) => name === 'TYPE_OF_DATE' || text === '')
    ) {
      continue
    }
    if (date !== undefined && !isFalse(note)) alternatives.push(date)
    if (date !== undefined && (note === undefined || isUsed(note))) continue
    left.push(Object.fromEntries(element.children.map(({ name, text }) => [name, text])))
    if (date === undefined) tellBadDate(note ?? whole(element), 'date of birth', context)
  }
  return { born: oneOf(distinct(alternatives, String)), left }
}

function readBirth(element: XmlElement, note: string | undefined): string | Between | undefined {
  const about =
    textAt(element, 'TYPE_OF_DATE') === 'APPROXIMATELY' || /^approximately$/i.test(note ?? '') ? '~' : ''
  const from = writtenDate(textAt(element, 'FROM_YEAR') ?? '')
  const to = writtenDate(textAt(element, 'TO_YEAR') ?? '')
  if (from !== undefined && to !== undefined) return from <= to ? [from + about, to + about] : undefined
  const year = textAt(element, 'YEAR')
  const byMonth = note !== undefined && year !== undefined ? writtenDate(`${note} ${year}`) : undefined
  const date = byMonth ?? writtenDate(textAt(element, 'DATE') ?? year ?? note ?? '')
  return date === undefined ? undefined : date + about
}

/** Whether the note says that the date is not that of the birth: `from false passport`. */
const isFalse = (note: string | undefined) => /\bfalse\b/i.test(note ?? '')

/** Whether nothing of the note is lost: it was the date, or a part of it. */
function isUsed(note: string): boolean {
  return (
    /^approximately$/i.test(note) ||
    writtenDate(note) !== undefined ||
    writtenDate(`${note} 2000`) !== undefined
  )
}

function whole(element: XmlElement): string {
  return element.children
    .map(({ text }) => text)
    .join(' ')
    .trim()
}

/** Places of birth as the list has them. */
export function readPlaces(elements: readonly XmlElement[]): readonly { readonly [field: string]: string }[] {
  return elements
    .map((element) => {
      const at = (name: string) => tidy(textAt(element, name))
      return stated({
        street: at('STREET'),
        city: at('CITY'),
        region: at('STATE_PROVINCE'),
        country: at('COUNTRY'),
        note: at('NOTE'),
      })
    })
    .filter((place) => Object.keys(place).length > 0)
}
