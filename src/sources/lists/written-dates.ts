import type { SourceContext } from '../input/context'
import { dateOf } from './dates'

/** How lists write dates, and where year, month and day stand in them. */
const FORMS: readonly RegExp[] = [
  // 2004-06-07, 2004-06, 1960-01-01-05:00, 2004-06-07T00:00:00
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?(?:T[\d:.]*)?(?:Z|[+-]\d\d:\d\d)?$/,
  // 23/02/2001; parts that are not known are letters or zeros
  /^(?<day>\d\d?|dd)[/.](?<month>\d\d?|mm)[/.](?<year>\d{4})$/i,
  // 24-Jun-2026, 24 June 2026, Jun. 2026
  /^(?:(?<day>\d\d?)[ -])?(?<month>[a-z]{3,9})\.?[ -](?<year>\d{4})$/i,
]

/**
 * A date as lists write it, as EDTF and as precise as it is written: a part `dd`, `mm` or `00` is not known.
 *
 * @returns undefined where it is no date, or a day that does not exist
 *
 * @example
 * ```ts
 * writtenDate('dd/mm/1971') // '1971'
 * writtenDate('2004-06-07T00:00:00') // '2004-06-07'
 * ```
 */
export function writtenDate(text: string): string | undefined {
  for (const form of FORMS) {
    const parts = form.exec(text.trim())?.groups
    if (!parts) continue
    const month = known(parts.month)
    // A day of a month that is not known says nothing.
    const day = month === undefined ? undefined : known(parts.day)
    const date = dateOf(parts.year, month, day)
    const precision = 1 + Number(month !== undefined) + Number(day !== undefined)
    return date?.split('-').length === precision ? date : undefined
  }
  return undefined
}

/** The same of what a list has in a field; what is no date is told. */
export function dateIn(text: string | undefined, field: string, context: SourceContext): string | undefined {
  if (text === undefined) return undefined
  const date = writtenDate(text)
  if (date === undefined) tellBadDate(text, field, context)
  return date
}

/** The day on which a list was published, as it says itself; what is no date is told, and the options may say it. */
export function publishedOn(text: string | undefined, context: SourceContext): string | undefined {
  const said = text?.trim()
  if (said === undefined || said === '') return context.options.published
  const date = writtenDate(said)
  if (date === undefined) {
    const message = `the date of publication '${said.slice(0, 100)}' is no date of our calendar`
    context.tell('bad-date', message, { hint: 'say `published` when it is read' })
  }
  return date ?? context.options.published
}

/** Tells of a date that cannot be read; whoever calls keeps it under `extra`. */
export function tellBadDate(text: string, field: string, context: SourceContext): void {
  context.tellKept('bad-date', `the ${field} '${text.slice(0, 100)}' is no date of our calendar`, {
    hint: 'it is kept under extra as it stands',
  })
}

function known(part: string | undefined): string | undefined {
  return part === undefined || /^(?:dd|mm|0+)$/i.test(part) ? undefined : part
}
