import { readRange } from '../model/claim'
import { parseWhen } from '../model/edtf'
import { idProblem, type PrefixMap, RESERVED_PREFIXES } from '../model/id'
import { Problem } from '../model/problem'
import { didYouMean } from '../model/suggest'
import { canonicalLanguage, stringProblem } from '../model/text'
import type { Kind } from './definition'
import type { Property } from './ontology'

/** What a value of any kind is read with. */
export interface ValueContext {
  readonly prefixes: PrefixMap
  /** Whether a date was read before, and need not be read again. */
  readonly isKnownDate?: (text: string) => boolean
}

type Read = (value: unknown, property: Property, context: ValueContext) => unknown

/** A statement's handle within one file. */
export const HANDLE = /^[\p{L}\p{N}._-]{1,128}$/u
export const STATEMENT_ID = /^stmt:[a-z2-7]{26}$/
/** A URL, in a text without other control characters. Its scheme is in any case without a flag: JSON Schema has none. */
export const URL_FORM = /^(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/|[Uu][Rr][Nn]:|[Dd][Oo][Ii]:)[^\t\n\r <>"{}|\\^`]+$/
/** ISO 4217. */
export const CURRENCY = /^[A-Z]{3}$/

/** Reads a short string. */
export function readString(value: unknown): string | Problem {
  if (typeof value !== 'string') return new Problem(`a string is wanted, not ${kindOf(value)}`)
  return stringProblem(value) ?? value
}

/** Reads an EDTF date; what comes back is its text. */
export function readDate(value: unknown, context?: ValueContext): string | Problem {
  if (typeof value !== 'string') {
    const hint = typeof value === 'number' ? `write it as the string '${value}'` : undefined
    return new Problem(`a date is a string in EDTF, not ${kindOf(value)}`, hint)
  }
  if (context?.isKnownDate?.(value)) return value
  const when = parseWhen(value)
  return when instanceof Problem ? when : value
}

/** Ids that are fine by their shape, and have no other form: nearly all, so that nearly none needs a closer look. */
const ORDINARY_ID = new RegExp(
  `^(?!(?:${RESERVED_PREFIXES.join('|')}):)[a-z][a-z0-9-]*:[A-Za-z0-9._-]{1,200}$`,
)

/** Reads the id of an entity, in the one form in which it is known here. */
export function readId(value: unknown, context: ValueContext): string | Problem {
  if (typeof value === 'string' && ORDINARY_ID.test(value)) return value
  if (typeof value !== 'string') return new Problem(`an id is a string, not ${kindOf(value)}`)
  return idProblem(value) ?? context.prefixes.canonical(value)
}

/** Reads the name that a statement has within one file. */
export function readHandle(value: unknown): string | Problem {
  return typeof value === 'string' && HANDLE.test(value)
    ? value
    : new Problem('a `ref` is up to 128 letters, digits, dots, hyphens and underscores')
}

/** Reads the id or the handle of a statement. */
function readStatementRef(value: unknown): string | Problem {
  if (typeof value === 'string' && (STATEMENT_ID.test(value) || HANDLE.test(value))) return value
  return new Problem('a statement is named by its id (stmt:…) or by the `ref` it has in the same file')
}

/** Reads an address of the web: http(s), urn or doi. */
function readUrl(value: unknown): string | Problem {
  const text = readString(value)
  if (text instanceof Problem) return text
  return URL_FORM.test(text) ? text : new Problem('a URL is http(s), urn or doi, without spaces')
}

function readNumber(value: unknown): number | Problem {
  return typeof value === 'number' && Number.isFinite(value)
    ? value + 0 // no negative zero
    : new Problem(`a number is wanted, not ${kindOf(value)}`)
}

const READ: Record<Exclude<Kind, 'text'>, Read> = {
  string: readString,
  date: (value, _, context) => readDate(value, context),
  number: readNumber,
  integer: (value) =>
    Number.isSafeInteger(value) ? value : new Problem(`a whole number is wanted, not ${kindOf(value)}`),
  boolean: (value) =>
    typeof value === 'boolean' ? value : new Problem(`true or false is wanted, not ${kindOf(value)}`),
  url: readUrl,
  share: (value) => {
    const range = readRange(value, 100)
    return range instanceof Problem || typeof value !== 'number' ? range : value
  },
  currency: (value) =>
    typeof value === 'string' && CURRENCY.test(value)
      ? value
      : new Problem('a currency is three capital letters (ISO 4217)', "as 'USD'"),
  language: (value) =>
    (typeof value === 'string' ? canonicalLanguage(value) : undefined) ??
    new Problem('a language is a BCP 47 tag', "as 'ar' or 'zh-Hans'"),
  point: readPoint,
  choice: (value, { values = new Set(), list }) =>
    typeof value === 'string' && values.has(value)
      ? value
      : new Problem(
          typeof value === 'string'
            ? `'${value.slice(0, 80)}' is no ${list}`
            : `a ${list} is wanted, not ${kindOf(value)}`,
          (typeof value === 'string' ? didYouMean(value, values) : undefined) ??
            `one of ${[...values].join(', ')}`,
        ),
  entity: (value, _, context) => readId(value, context),
  statement: readStatementRef,
  thing: (value, _, context) =>
    typeof value === 'string' && value.includes(':') && !value.startsWith('stmt:')
      ? readId(value, context)
      : readStatementRef(value),
}

/**
 * Reads one value of a property of any kind but `text`.
 *
 * @returns the value in its canonical form, or why it was refused
 */
export function readOne(value: unknown, property: Property, context: ValueContext): unknown {
  return READ[property.kind as Exclude<Kind, 'text'>](value, property, context)
}

function readPoint(value: unknown): unknown {
  const problem = new Problem(
    'a point is { lat, lon } in degrees',
    'latitude −90 to 90, longitude −180 to 180',
  )
  if (typeof value !== 'object' || value === null || !('lat' in value) || !('lon' in value)) return problem
  const { lat, lon } = value
  if (typeof lat !== 'number' || typeof lon !== 'number') return problem
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat: lat + 0, lon: lon + 0 } : problem
}

/** The code of the issue that a refused value of this kind raises. */
export function issueCodeOf(kind: Kind): 'bad-date' | 'bad-id' | 'bad-text' | 'bad-value' {
  if (kind === 'date') return 'bad-date'
  if (kind === 'entity' || kind === 'statement' || kind === 'thing') return 'bad-id'
  return kind === 'text' || kind === 'string' ? 'bad-text' : 'bad-value'
}

/** A value in a message, whatever it is: what is no text, number or truth by its kind. */
export function told(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : kindOf(value)
}

/** What a value is, for messages. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object'
    ? 'an object'
    : typeof value === 'undefined'
      ? 'nothing'
      : `a ${typeof value}`
}
