import type { SourceContext } from '../input/context'
import { attributeOf, type XmlElement } from '../input/xml'
import { type Between, dateOf, oneOf } from '../lists/dates'
import { anyStated, stated } from '../lists/stated'
import { tellBadDate, writtenDate } from '../lists/written-dates'
import { countryCode } from './list'
import { remarksOf } from './remarks'

/** Dates and places of birth of an entry. */
export interface Births {
  /** EDTF. */
  readonly born: string | undefined
  /** Dates that are not of our calendar, or no dates, as the list has them. */
  readonly left: readonly { readonly [attribute: string]: string }[]
  readonly places: readonly object[]
}

/** Reads dates of birth: a day, what is known of one, or a range of years; each of several is an alternative. */
export function readBirths(elements: readonly XmlElement[], context: SourceContext): Births {
  const alternatives: (string | Between)[] = []
  const left: { [attribute: string]: string }[] = []
  for (const element of elements) {
    const calendar = attributeOf(element, 'calendarType') ?? 'GREGORIAN'
    const date = calendar === 'GREGORIAN' ? readBirth(element) : undefined
    const told = ['birthdate', 'year', 'monthOfYear', 'dayOfMonth', 'yearRangeFrom', 'yearRangeTo']
    const said = told.flatMap((name) => {
      const value = attributeOf(element, name)
      return value === undefined ? [] : [[name, value] as const]
    })
    if (date !== undefined) alternatives.push(date)
    else if (said.length > 0) {
      left.push(Object.fromEntries([['calendarType', calendar], ...said]))
      const text = `${said.map(([, value]) => value).join(' ')} (${calendar.toLowerCase()})`
      tellBadDate(text, 'date of birth', context)
    }
  }
  return {
    born: oneOf(alternatives),
    left,
    places: elements.map(placeOf).filter((place) => place !== undefined),
  }
}

function readBirth(element: XmlElement): string | Between | undefined {
  const at = (name: string) => attributeOf(element, name)
  const about = at('circa') === 'true' ? '~' : ''
  const from = dateOf(at('yearRangeFrom'))
  const to = dateOf(at('yearRangeTo'))
  const day = at('birthdate')
  const date = day === undefined ? parts(at('year'), at('monthOfYear'), at('dayOfMonth')) : writtenDate(day)
  if (date !== undefined) return date + about
  if (day !== undefined || from === undefined || to === undefined || from > to) return undefined
  return [from + about, to + about]
}

/** A date of its parts, unless one of them is there and cannot be. */
function parts(year?: string, month?: string, day?: string): string | undefined {
  const date = dateOf(year, month, day)
  const given = day !== undefined && month !== undefined ? 3 : month !== undefined ? 2 : 1
  return date?.split('-').length === given ? date : undefined
}

function placeOf(element: XmlElement): object | undefined {
  const at = (name: string) => attributeOf(element, name)
  const place = {
    city: at('city'),
    zipCode: at('zipCode'),
    place: at('place'),
    region: at('region'),
    country: countryCode(at('countryIso2Code')) === undefined ? undefined : at('countryDescription'),
  }
  return anyStated({ ...stated(place), remarks: remarksOf(element) })
}
