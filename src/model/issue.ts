/**
 * Every kind of trouble that Statecraft reports, with its usual severity and its meaning: a closed list.
 * An `error` lost something (a record, a value, a merge); a `warning` lost nothing.
 */
export const ISSUE_CODES = {
  'bad-json': ['error', 'a line is not a JSON object'],
  'bad-xml': ['error', 'a file is not XML at this place; the records before and after it are kept'],
  'bad-csv': ['error', 'a row of a table cannot be read; the rows before and after it are kept'],
  'wrong-format': ['error', 'the input is of another format, or another list, than was said; it is not read'],
  'cut-off': ['error', 'the input ends before its end; what came before is kept'],
  'bad-rdf': ['error', 'a file is not of its RDF format at this place; what came before it is kept'],
  'bad-shape': ['error', 'RDF does not conform to the shapes of the ontology (SHACL)'],
  'bad-encoding': ['error', 'bytes are not UTF-8; they are read as U+FFFD'],
  'line-too-long': ['error', 'a line is over the limit of 64 MiB and was skipped without being held'],
  'unsupported-version': ['error', 'the file was written for a newer major version of the format'],
  'unknown-type': ['error', 'an entity has a type that the ontology does not define'],
  'unknown-relation': ['error', 'a statement has a relation that the ontology does not define'],
  'unknown-field': ['warning', 'a field is not defined for this type or relation; it is kept under `extra`'],
  'missing-field': ['warning', 'a field that every record of this kind has is not there'],
  'bad-domain': ['error', 'the subject of a statement has a type that its relation does not take'],
  'bad-range': ['error', 'the object or a qualifier of a statement has a type that is not taken there'],
  'bad-date': ['error', 'a date is not EDTF, or names a day that does not exist'],
  'bad-id': ['error', 'an id is not `prefix:local`, or has a character that ids do not take'],
  'bad-text': ['error', 'a text has a character or a language tag that no text may have'],
  'bad-value': ['error', 'a value is not of the kind that its field takes'],
  'no-claims': ['error', 'nobody claims the statement'],
  unattributed: ['warning', 'a claim names neither a claimant nor a source'],
  dangling: ['warning', 'something is referred to that is not there'],
  ambiguous: ['warning', 'a name or code may stand for several things, and nothing says for which'],
  unmapped: [
    'warning',
    'a code or value of the source has no counterpart here; it is kept as it is, or counted',
  ],
  conflict: ['warning', 'two records give one single-valued field different values; the first stands'],
  'conflicting-details': ['warning', 'claims about one statement give times that cannot all be true'],
  'type-conflict': ['error', 'one id would have two types that nothing can have at once'],
  'statement-cycle': ['error', 'statements refer to each other in a circle'],
  truncated: ['warning', 'a limit cut the answer or the input short'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>

/** A code of {@link ISSUE_CODES}. */
export type IssueCode = keyof typeof ISSUE_CODES

/**
 * One piece of trouble, and where it is.
 *
 * @example
 * ```ts
 * import { createGraph, formatIssue } from 'statecraft'
 *
 * const report = createGraph().load([{ type: 'Sate', id: 'state:KP', label: 'North Korea' }])
 * console.log(formatIssue(report.issues[0]!)) // unknown-type: there is no type 'Sate' (did you mean State?)
 * ```
 */
export interface Issue {
  readonly code: IssueCode
  readonly severity: 'error' | 'warning'
  /** A sentence without its place. */
  readonly message: string
  /** Where in the record: keys and indexes, as `['claims', 0, 'when']`. */
  readonly path?: readonly (string | number)[]
  /** The file, of an input that has several. */
  readonly file?: string
  /** The line of the input, from 1. */
  readonly line?: number
  /** What the record is called in its file, where that has no lines for records: in RDF an IRI, or a blank node. */
  readonly node?: string
  /** The record, or the start of its text, where it was dropped. */
  readonly record?: string
  /** What would do instead. */
  readonly hint?: string
  /** The entity that it is about, where it is about one: for `dangling`, the one that never came. */
  readonly entity?: string
}

/** Where an issue was met, and what may help. */
export type IssuePlace = Pick<Issue, 'path' | 'file' | 'line' | 'node' | 'record' | 'hint' | 'entity'>

/** Makes an issue with the severity its code has. */
export function issue(code: IssueCode, message: string, place: IssuePlace = {}): Issue {
  return { code, severity: ISSUE_CODES[code][0], message, ...place }
}

/**
 * One line for people: `line N: code: message, at claims[0].when (hint)`; in RDF, with the node instead of the line.
 *
 * @param found the issue
 * @returns one line, without a line end; control characters of foreign input are escaped
 */
export function formatIssue(found: Issue): string {
  const file = found.file === undefined ? '' : `${found.file}: `
  const line = found.line === undefined ? '' : `line ${found.line}: `
  const node = found.node === undefined ? '' : `${found.node}: `
  const at = found.path?.length ? `, at ${formatPath(found.path)}` : ''
  const hint = found.hint ? ` (${found.hint})` : ''
  return printable(`${file}${line}${node}${found.code}: ${found.message}${at}${hint}`)
}

/** Foreign text made safe for a terminal: control and bidirectional override characters as `\u{…}`. */
export function printable(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`,
  )
}

function formatPath(path: readonly (string | number)[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i ? `.${step}` : step)).join('')
}

/**
 * Thrown where trouble is the caller's to mend at once: by `add`, `relate`, a malformed ontology or query,
 * and by a reader under `strict: true`. It has the shape of an {@link Issue}.
 *
 * @example
 * ```ts
 * import { createGraph, StatecraftError } from 'statecraft'
 *
 * try {
 *   createGraph().add('State', { id: 'North Korea', label: 'North Korea' })
 * } catch (error) {
 *   if (error instanceof StatecraftError) console.log(error.code, error.hint)
 * }
 * ```
 */
export class StatecraftError extends Error implements Issue {
  override readonly name = 'StatecraftError'
  readonly severity = 'error'
  readonly code: IssueCode
  declare readonly path?: readonly (string | number)[]
  declare readonly file?: string
  declare readonly line?: number
  declare readonly node?: string
  declare readonly record?: string
  declare readonly hint?: string
  declare readonly entity?: string
  /** The issue alone, as plain data. */
  readonly issue: Issue

  constructor(found: Issue) {
    super(formatIssue(found))
    const { code, severity: _, message: __, ...place } = found
    this.issue = found
    this.code = code
    Object.assign(this, place)
  }
}

/** Throws an issue of this code. */
export function fail(code: IssueCode, message: string, place?: IssuePlace): never {
  throw new StatecraftError(issue(code, message, place))
}
