import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'

/** Columns of an event export of GDELT 2.0 (Event Codebook V2.0, 2015). */
export const EVENT_COLUMNS = 61

/** Places of the columns that are read, from 0. */
const COLUMN = {
  id: 0,
  day: 1,
  actor1: 5,
  country1: 7,
  actor2: 15,
  country2: 17,
  code: 26,
  root: 28,
  mentions: 31,
  added: 59,
  url: 60,
} as const

/** One row of the export, as far as it is read. */
export interface GdeltEvent {
  /** GLOBALEVENTID. */
  readonly id: string
  /** EDTF: the day of the event. */
  readonly day: string
  /** EDTF: the day on which GDELT took it up. */
  readonly added: string
  /** CAMEO, with leading zeros. */
  readonly code: string
  readonly rootCode: string
  /** Country codes of CAMEO; empty where the actor, or its country, is not known. */
  readonly countries: readonly [string, string]
  /** Actor codes of CAMEO: country, group and roles in one, as `USAGOV`. */
  readonly actors: readonly [string, string]
  readonly mentions: number
  /** Of the first article, or its citation. */
  readonly url: string
  /** The row had lost the leading zero of its code. */
  readonly mended?: true
}

/** The event in a row of cells, or why it is none. */
export function readEvent(cells: readonly string[]): GdeltEvent | Problem {
  const cell = (column: keyof typeof COLUMN) => cells[COLUMN[column]]!.trim()
  const id = cell('id')
  if (!/^\d+$/.test(id)) return new Problem(`GLOBALEVENTID is a number, not '${id.slice(0, 40)}'`)
  const day = dayOf(cell('day'))
  if (day instanceof Problem) return new Problem(`SQLDATE: ${day.message}`)
  const added = dayOf(cell('added').slice(0, 8))
  if (added instanceof Problem) return new Problem(`DATEADDED: ${added.message}`)
  const root = cell('root')
  // Spreadsheets take codes for numbers; a root code of one digit shows it.
  const mended = /^\d$/.test(root)
  const zero = mended ? '0' : ''
  const mentions = Number(cell('mentions'))
  return {
    id,
    day,
    added,
    code: zero + cell('code'),
    rootCode: zero + root,
    countries: [cell('country1'), cell('country2')],
    actors: [cell('actor1'), cell('actor2')],
    mentions: Number.isSafeInteger(mentions) ? mentions : 0,
    url: cell('url'),
    ...(mended ? { mended } : {}),
  }
}

/** A day of eight digits as EDTF. */
function dayOf(digits: string): string | Problem {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(digits)
  if (!parts) return new Problem(`a day is eight digits, not '${digits.slice(0, 40)}'`)
  const day = parts.slice(1).join('-')
  const when = parseWhen(day)
  return when instanceof Problem ? when : day
}
