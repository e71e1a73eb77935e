import { METHODS, readLikelihood } from '../model/claim'
import type { IssueCode } from '../model/issue'
import { Problem } from '../model/problem'
import { kindOf, readDate, readId, readString, type ValueContext } from './values'

/** The fields that statements and claims have whatever their relation. */

/** How deep foreign data may be nested where it is kept as it is. */
const MAX_DEPTH = 32
export const MAX_OCCURRENCE = 256

interface FieldReader {
  readonly read: (value: unknown, context: ValueContext) => unknown
  /** The code of the issue that a refused value raises. */
  readonly code: IssueCode
}

/** The fields of a claim but its stance, by name. */
export const CLAIM_FIELD_READERS: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ['by', { read: readId, code: 'bad-id' }],
  ['source', { read: readId, code: 'bad-id' }],
  ['via', { read: readId, code: 'bad-id' }],
  ['at', { read: readString, code: 'bad-text' }],
  ['said', { read: readDate, code: 'bad-date' }],
  ['withdrawn', { read: readDate, code: 'bad-date' }],
  ['likelihood', { read: readLikelihood, code: 'bad-value' }],
  ['confidence', { read: readConfidence, code: 'bad-value' }],
  ['credibility', { read: readCredibility, code: 'bad-value' }],
  ['method', { read: readMethod, code: 'bad-value' }],
])

function readConfidence(value: unknown): number | Problem {
  return typeof value === 'number' && value >= 0 && value <= 1
    ? value + 0
    : new Problem('confidence is 0 to 1')
}

function readCredibility(value: unknown): number | Problem {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 6
    ? value
    : new Problem('credibility is 1 to 6 (Admiralty code)')
}

function readMethod(value: unknown): string | Problem {
  return METHODS.find((method) => method === value) ?? new Problem(`method is one of ${METHODS.join(', ')}`)
}

/** Reads what tells apart repeated events or spells. */
export function readOccurrence(value: unknown): string | Problem {
  const text = readString(value)
  return typeof text === 'string' && text.length > MAX_OCCURRENCE
    ? new Problem(`an occurrence has at most ${MAX_OCCURRENCE} characters`)
    : text
}

/**
 * Reads foreign data that is kept as it is: any JSON, not nested without end.
 *
 * @returns a copy
 */
export function readForeign(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return new Problem(`foreign data is nested deeper than ${MAX_DEPTH}`)
  if (typeof value === 'object' && value !== null) {
    const copied = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, readForeign(part, depth + 1)] as const)
    const bad = copied.find(([, part]) => part instanceof Problem)
    if (bad) return bad[1]
    // fromEntries makes own properties of all keys, also of `__proto__`.
    return Array.isArray(value) ? copied.map(([, part]) => part) : Object.fromEntries(copied)
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return new Problem('the number is not finite')
  return typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol'
    ? new Problem(`${kindOf(value)} is not JSON`)
    : value
}
