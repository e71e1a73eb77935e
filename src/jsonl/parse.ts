import type { Prefixes } from '../model/id'
import { type Issue, issue } from '../model/issue'
import { FoundIssues } from '../model/issues'
import { isHeader, readHeader } from './header'
import { EXCERPT, LineCutter, MAX_LINE } from './lines'

/** How to read JSON Lines. */
export interface JsonlOptions {
  /**
   * Bytes (of text: UTF-16 code units) that a line may have; a longer one is skipped without being held.
   * 64 MiB where not given.
   */
  readonly maxLine?: number
}

/**
 * The records of a JSON Lines file, in the order of its lines: what `kg.load` takes. It is read once, record by
 * record, and knows where it is. Made by {@link readJsonl}.
 */
export abstract class JsonlStream {
  /** Lines that gave no record, and what was wrong in the header, as far as the file was read. */
  readonly issues: readonly Issue[]
  /** Namespaces that the header gives: known once the first record was asked for. */
  prefixes: Prefixes = {}
  /** The default source that the header gives: known once the first record was asked for. */
  source?: string
  readonly #found = new FoundIssues()
  readonly #lines: LineCutter
  #begun = false
  #readable = true

  /** @internal */
  constructor({ maxLine = MAX_LINE }: JsonlOptions) {
    if (!(maxLine > 0)) throw new RangeError('maxLine is a number of bytes')
    this.issues = this.#found.issues
    this.#lines = new LineCutter(maxLine, this.#found.report)
  }

  /** The line of the record that came last, from 1. */
  get line(): number {
    return this.#lines.line
  }

  /** @internal Whether nothing further is to be read, whatever may come. */
  protected get refused(): boolean {
    return this.#lines.refused || !this.#readable
  }

  /** @internal */
  protected push(chunk: string | Uint8Array): void {
    this.#lines.push(chunk)
  }

  /** @internal */
  protected end(): void {
    this.#lines.end()
  }

  /** @internal Whatever was pushed, no record comes any more. */
  protected stop(): void {
    this.#readable = false
  }

  /** @internal The next record of what was pushed. */
  protected take(): object | undefined {
    while (this.#readable) {
      const text = this.#lines.next()
      if (text === undefined) return undefined
      const found = this.#begun ? this.#parse(text) : this.#first(text)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The first line that is not empty may be a header. */
  #first(text: string): object | undefined {
    const line = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    if (line.trim() === '') return undefined
    this.#begun = true
    const found = this.#parse(line)
    if (found === undefined || !isHeader(found)) return found
    const { readable, prefixes, source } = readHeader(found, this.line, this.#found.report)
    this.#readable = readable
    this.prefixes = prefixes
    if (source !== undefined) this.source = source
    return undefined
  }

  #parse(text: string): object | undefined {
    if (text === '') return undefined
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      if (text.trim() !== '') this.#bad(text, `the line is not JSON: ${(error as SyntaxError).message}`)
      return undefined
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
    const what = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`
    return this.#bad(text, `a line is a JSON object, not ${what}`)
  }

  #bad(text: string, message: string): undefined {
    const record = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text
    const hint = hintFor(text.trim())
    this.#found.report(issue('bad-json', message, { line: this.line, record, ...(hint ? { hint } : {}) }))
  }
}

/** What somebody probably did who wrote a line that is not a JSON object. */
function hintFor(line: string): string | undefined {
  if (line.includes('"@context"')) return 'is this JSON-LD?'
  if (line.startsWith('[')) return 'is this a JSON array? JSON Lines has one record a line, without brackets'
  if (line === '{' || line === '}' || line === '},')
    return 'is this pretty-printed? JSON Lines has a whole record on each line'
  if (line.endsWith('},')) return 'no comma stands between records'
  if (/,\s*[}\]]/.test(line)) return 'is there a comma before } or ]?'
  if (/^\{\s*'/.test(line)) return 'JSON has double quotes'
  if (/[:[,]\s*-?(?:NaN|Infinity|undefined|None|True|False)\b/.test(line))
    return 'JSON has null, true, false and finite numbers'
  if (line.startsWith('{') && !line.endsWith('}')) return 'is the line cut short?'
  if (/^(?:@prefix|PREFIX|<|_:)/.test(line)) return 'is this RDF?'
  return undefined
}
