import type { View } from '../graph/view'
import { byCodeUnits } from '../model/canonical'
import { CLAIM_FIELDS } from '../model/claim'
import type { Prefixes } from '../model/id'
import type { StatecraftRecord } from '../model/record'
import type { Vocabulary } from '../ontology/typing'
import { VERSION } from './header'

/** How to write records that come from no graph. */
export interface JsonlWriteOptions {
  /** Namespaces for the header: those that are not the default ones. */
  readonly prefixes?: Prefixes
}

/** What first, what last; everything else stands between, in code-unit order. */
interface Order {
  readonly first: readonly string[]
  readonly last?: readonly string[]
  /** Derived from the rest, so never written. */
  readonly derived?: readonly string[]
  /** Orders of the objects in a field. */
  readonly within?: { readonly [field: string]: Order | undefined }
}

const ANY: Order = { first: [] }
const CLAIM: Order = { first: CLAIM_FIELDS, last: ['extra'], derived: ['id'] }
const STATEMENT: Order = {
  first: ['ref', 'relation', 'subject', 'object'],
  last: ['occurrence', 'claims', 'extra'],
  derived: ['id', 'status'],
  within: { claims: CLAIM },
}
const ENTITY: Order = {
  first: ['type', 'id', 'label', 'names', 'aliases', 'identifiers', 'addresses', 'description'],
  last: ['sameAs', 'sources', 'unnamed', 'extra'],
  within: {
    names: { first: ['text', 'lang', 'script', 'kind'] },
    identifiers: { first: ['scheme', 'value', 'country', 'when', 'valid'] },
    addresses: { first: ['text', 'street', 'city', 'region', 'postcode', 'country'] },
    point: { first: ['lat', 'lon'] },
  },
}

/**
 * One record as its canonical line: keys in one order, no white space, nothing that is derived (ids of
 * statements and claims, status). Line separators of Unicode and lone surrogates are escaped.
 *
 * @param record an entity or a statement
 * @returns the line with its line end
 *
 * @example
 * ```ts
 * import { jsonlLine } from 'statecraft/jsonl'
 *
 * jsonlLine({ id: 'state:IR', label: { en: 'Iran' }, type: 'State' })
 * // '{"type":"State","id":"state:IR","label":{"en":"Iran"}}\n'
 * ```
 */
export function jsonlLine(record: StatecraftRecord): string {
  return `${safe(write(record, Object.hasOwn(record, 'relation') ? STATEMENT : ENTITY))}\n`
}

/**
 * A view, or records, as lines of JSON: a header where there are namespaces to tell, then a record a line. Of a
 * view the lines are the same whatever the order in which its records came; other records are written in the
 * order in which they come.
 *
 * @param input a graph, a view of one, or records
 * @param options prefixes, for records that come from no graph
 * @returns lines with their line ends, one at a time
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { jsonlLines } from 'statecraft/jsonl'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * for (const line of jsonlLines(kg)) console.log(line) // {"type":"State","id":"state:IR","label":{"en":"Iran"}}
 * ```
 */
export function* jsonlLines<D extends Vocabulary>(
  input: View<D> | Iterable<StatecraftRecord>,
  options: JsonlWriteOptions = {},
): Generator<string> {
  const isView = 'records' in input
  yield* headerLine(isView ? input.lens.store.prefixes.named() : options.prefixes)
  for (const record of isView ? input.records() : input) yield jsonlLine(record)
}

/**
 * A graph, or a view of one, as JSON Lines: the same text whatever the order in which its records came. Loading
 * it gives the same graph.
 *
 * @param view what to write
 * @returns the text: for graphs of millions of statements take {@link jsonlLines}
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readJsonl, toJsonl } from 'statecraft/jsonl'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * const copy = createGraph()
 * copy.load(readJsonl(toJsonl(kg)))
 * console.log(toJsonl(copy) === toJsonl(kg)) // true
 * ```
 */
export function toJsonl<D extends Vocabulary>(view: View<D>): string {
  return [...jsonlLines(view)].join('')
}

/** The first line of a file, where there is something to tell. */
function headerLine(prefixes: Prefixes = {}): string[] {
  if (Object.keys(prefixes).length === 0) return []
  const order: Order = { first: ['statecraft'] }
  return [`${safe(write({ statecraft: VERSION, prefixes }, order))}\n`]
}

/** Text is put together, not objects: a key `__proto__` is a key like any other. */
function write(value: unknown, order: Order): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(item, order)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const { first, last = [], derived = [], within } = order
  const keys = Object.keys(value)
  const place = (key: string) => {
    const [early, late] = [first.indexOf(key), last.indexOf(key)]
    return early >= 0 ? early - first.length : late >= 0 ? late + 1 : 0
  }
  keys.sort((a, b) => place(a) - place(b) || byCodeUnits(a, b))
  let text = ''
  for (const key of keys) {
    const part = (value as Record<string, unknown>)[key] // an object's own key
    if (part === undefined || derived.includes(key)) continue
    const inner = within && Object.hasOwn(within, key) ? within[key] : undefined
    text += `${text && ','}${JSON.stringify(key)}:${write(part, inner ?? ANY)}`
  }
  return `{${text}}`
}

/** Characters that some tools end a line at, though JSON does not: NEL, LINE and PARAGRAPH SEPARATOR. */
const SEPARATORS = /[\u0085\u2028\u2029]/g

function safe(line: string): string {
  return line.replace(SEPARATORS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
