import { idProblem, type Prefixes, PrefixMap } from '../model/id'
import { type Issue, type IssuePlace, issue, StatecraftError } from '../model/issue'
import { didYouMean } from '../model/suggest'

/** The version of the format that is read and written here; a file of a newer major one is refused. */
export const VERSION = '1'

const FIELDS = ['statecraft', 'prefixes', 'source']

/** What the first line of a file says of the others. */
export interface Header {
  /** False where the file was written for a newer version. */
  readonly readable: boolean
  readonly prefixes: Prefixes
  readonly source?: string
}

/** Whether the first object of a file is its header. */
export function isHeader(value: object): value is { readonly [field: string]: unknown } {
  return (
    Object.hasOwn(value, 'statecraft') && !Object.hasOwn(value, 'type') && !Object.hasOwn(value, 'relation')
  )
}

/**
 * Reads a header; what is wrong in it is reported and left out.
 *
 * @param raw the object on the first line
 * @param line its number
 */
export function readHeader(
  raw: { readonly [field: string]: unknown },
  line: number,
  report: (found: Issue) => void,
): Header {
  const complain = (code: Issue['code'], message: string, place: IssuePlace) =>
    report(issue(code, message, { ...place, line }))
  const major = majorVersion(raw.statecraft)
  if (major === undefined) {
    const hint = `it is written "${VERSION}"`
    complain('bad-value', 'the version of the format is a number', { path: ['statecraft'], hint })
  } else if (major > Number(VERSION)) {
    const message = `the file has version ${String(raw.statecraft)} of the format; this reads ${VERSION}`
    const hint = 'a newer statecraft reads it: npm install statecraft@latest'
    complain('unsupported-version', message, { path: ['statecraft'], hint })
    return { readable: false, prefixes: {} }
  }
  for (const field of Object.keys(raw)) {
    if (FIELDS.includes(field)) continue
    const hint = didYouMean(field, FIELDS) ?? `it has ${FIELDS.join(', ')}`
    complain('unknown-field', `'${field.slice(0, 80)}' is no field of a header`, { path: [field], hint })
  }
  const prefixes = readPrefixes(raw.prefixes, complain)
  const source = readSource(raw.source, complain)
  return { readable: true, prefixes, ...(source === undefined ? {} : { source }) }
}

type Complain = (code: Issue['code'], message: string, place: IssuePlace) => void

/** `"1"`, `"1.2"` or the number 1. */
function majorVersion(version: unknown): number | undefined {
  if (typeof version === 'number')
    return Number.isFinite(version) && version >= 0 ? Math.floor(version) : undefined
  const found = typeof version === 'string' ? /^(\d{1,9})(?:\.\d+)*$/.exec(version) : null
  return found ? Number(found[1]) : undefined
}

function readPrefixes(raw: unknown, complain: Complain): Prefixes {
  if (raw === undefined || raw === null) return {}
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    complain('bad-value', 'prefixes are a map of prefix to namespace', { path: ['prefixes'] })
    return {}
  }
  // Tried out one by one: a bad one must not cost the others.
  const map = new PrefixMap()
  const good: [string, string][] = []
  for (const [prefix, namespace] of Object.entries(raw)) {
    try {
      map.set(prefix, namespace)
      good.push([prefix, namespace])
    } catch (error) {
      if (!(error instanceof StatecraftError)) throw error
      complain('bad-id', error.issue.message, { path: ['prefixes', prefix] })
    }
  }
  return Object.fromEntries(good)
}

function readSource(raw: unknown, complain: Complain): string | undefined {
  if (raw === undefined || raw === null) return undefined
  const problem = typeof raw === 'string' ? idProblem(raw) : undefined
  if (typeof raw === 'string' && !problem) return raw
  const message = problem?.message ?? 'the source is the id of an entity'
  return void complain('bad-id', message, {
    path: ['source'],
    ...(problem?.hint ? { hint: problem.hint } : {}),
  })
}
