import { byCodeUnits } from '../../model/canonical'
import { type Prefixes, PrefixMap } from '../../model/id'
import { type Issue, issue, StatecraftError } from '../../model/issue'
import { isStatement, type StatecraftRecord, type StatementRecord } from '../../model/record'
import { core } from '../../ontology/core'
import type { Ontology } from '../../ontology/ontology'
import { RecordReader } from '../../ontology/reader'
import { checkFormat, checkReify, hasGraphs, type RdfFormat, type Reify } from '../formats'
import { Lexicon } from '../lexicon'
import type { Quad } from '../terms'
import type { Encoding } from './block'
import { type Blocks, TextBlocks } from './blocks'
import { encodeEntity } from './entity'
import { JsonLdBlocks } from './jsonld'
import { prefixQuads } from './prefix-quads'
import { encodeStatement, identified } from './statement'

/** How to write a stream of records. */
export interface StreamOptions {
  readonly format: RdfFormat
  /** The vocabulary of the records; the core one where none is given. */
  readonly ontology?: Ontology
  /** Namespaces of prefixes that shall not have the default one. */
  readonly prefixes?: PrefixMap | Prefixes
  /** The source of claims that name neither a claimant nor a source. */
  readonly source?: string
  /** Whether statements say which triples they reify, in RDF 1.2: for those who know its triple terms. Not in JSON-LD. */
  readonly reify?: Reify
  /** Takes what could not be written, and goes on. Where it is not given, the first error is thrown. */
  readonly report?: (found: Issue) => void
}

/** What a stream of records may know about itself: readers of files do. */
interface SelfDescribing {
  readonly line?: number
  readonly node?: string | undefined
  readonly prefixes?: Prefixes
  readonly source?: string
}

/** Turns one record after another into text. What it keeps is the handles of statements, and the prefixes. */
class StreamWriter {
  readonly #format: RdfFormat
  readonly #reify: boolean
  readonly #report: (found: Issue) => void
  readonly #stream: SelfDescribing
  readonly #reader: RecordReader
  readonly #encoding: Encoding
  readonly #blocks: Blocks
  readonly #handles = new Map<string, string>()

  constructor(stream: SelfDescribing, options: StreamOptions) {
    const { format, ontology = core as unknown as Ontology, prefixes = {}, source = stream.source } = options
    this.#format = format
    this.#reify = checkReify(options.reify, format)
    this.#stream = stream
    const report = options.report ?? throwErrors
    this.#report = (found) => {
      const { line, node } = stream
      const placed = line === undefined || found.line ? found : { ...found, line }
      report(node === undefined ? placed : { node, ...placed })
    }
    const map = new PrefixMap(prefixes instanceof PrefixMap ? prefixes.named() : prefixes)
    for (const [prefix, namespace] of Object.entries(stream.prefixes ?? {})) map.set(prefix, namespace)
    const lexicon = new Lexicon(ontology, map)
    this.#encoding = { lexicon, report: this.#report }
    // Records that were read before raise nothing but warnings that have been given: only losses are passed
    // on.
    this.#reader = new RecordReader(ontology, {
      prefixes: map,
      report: (found) => found.severity === 'error' && this.#report(found),
      ...(source === undefined ? {} : { defaultSource: source }),
    })
    this.#blocks = format === 'jsonld' ? new JsonLdBlocks(lexicon) : new TextBlocks(format, lexicon)
  }

  /** What comes first. */
  head(): string {
    const prefixes = prefixQuads(this.#encoding.lexicon)
    return this.#blocks.head + prefixes.map((quad) => this.#blocks.write([quad])).join('')
  }

  /** The block of a record; nothing where it was dropped. */
  block(raw: unknown): string {
    const record = this.#reader.read(raw, this.#stream.line)
    if (!record) return ''
    try {
      return this.#blocks.write(this.#encode(record))
    } catch (error) {
      if (!(error instanceof StatecraftError)) throw error
      this.#report({ ...error.issue, record: JSON.stringify(record).slice(0, 500) })
      return ''
    }
  }

  /** What comes last. */
  tail(): string {
    return this.#blocks.tail
  }

  #encode(record: StatecraftRecord): Quad[] {
    if (!isStatement(record)) return encodeEntity(record, this.#encoding)
    const graphs = hasGraphs(this.#format)
    return encodeStatement(this.#named(record), { graphs, reify: this.#reify }, this.#encoding)
  }

  /**
   * The statement with its id; the handles in it give way to ids, and one that nobody has yet is left out.
   */
  #named(record: StatementRecord) {
    const { ontology } = this.#encoding.lexicon
    const linked: Record<string, unknown> = { ...record }
    for (const { name, kind, ordered } of ontology.relation(record.relation).defining.values()) {
      const value = record[name]
      if ((kind !== 'statement' && kind !== 'thing') || value === undefined) continue
      const ids = [value].flat().flatMap((one) => this.#idOf(String(one), name))
      if (ids.length === 0) delete linked[name]
      else if (!Array.isArray(value)) linked[name] = ids[0]
      else linked[name] = ordered ? ids : [...new Set(ids)].sort(byCodeUnits) // they were in the order of handles
    }
    const statement = identified(linked as StatementRecord, ontology) // as it was, but for the handles
    if (record.ref !== undefined) this.#remember(record.ref, statement.id)
    return statement
  }

  #idOf(name: string, path: string): string[] {
    if (name.includes(':')) return [name]
    const id = this.#handles.get(name)
    if (id !== undefined) return [id]
    const hint = 'in a stream a statement comes before those that speak of it; this one is written without'
    this.#report(
      issue('dangling', `no statement before this one is called '${name}'`, { path: [path], hint }),
    )
    return []
  }

  #remember(handle: string, id: string): void {
    const known = this.#handles.get(handle) ?? id
    this.#handles.set(handle, known)
    if (known === id) return
    const message = `the handle '${handle}' stands for another statement already: that one keeps it`
    this.#report(issue('conflict', message, { path: ['ref'] }))
  }
}

function throwErrors(found: Issue): void {
  if (found.severity === 'error') throw new StatecraftError(found)
}

/**
 * Writes records as RDF, one after another, each in a block of its own: for files of any size, in constant
 * memory (but for one entry a `ref`). Layers 2 and 3 only and no status, since what later records say is not
 * known yet; in Turtle and TriG the vocabularies are declared first, and each prefix of ids ahead of the
 * block that first uses it.
 *
 * @param records canonical or foreign; a stream that knows its `line`, `prefixes` or `source` is asked for
 * them
 * @param options the format, the ontology, and what takes the trouble
 * @returns pieces of text, one a record
 * @throws {@link StatecraftError} at the first error, where there is no `report`
 *
 * @example
 * ```ts
 * import { writeRecords } from 'statecraft/rdf'
 *
 * const records = [{ type: 'State', id: 'state:IR', label: { en: 'Iran' } }]
 * for await (const text of writeRecords(records, { format: 'ntriples' })) console.log(text)
 * // <https://w3id.org/statecraft/id/state/IR> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> …
 * ```
 */
export async function* writeRecords(
  records: Iterable<unknown> | AsyncIterable<unknown>,
  options: StreamOptions,
): AsyncGenerator<string, void, undefined> {
  checkFormat(options.format)
  let writer: StreamWriter | undefined
  for await (const record of records) {
    if (!writer) {
      // Not before: a file's reader knows its header once the first record is there.
      writer = new StreamWriter(records as SelfDescribing, options)
      const head = writer.head()
      if (head) yield head
    }
    const text = writer.block(record)
    if (text) yield text
  }
  // Without a record there is no header to take anything from.
  if (!writer) {
    writer = new StreamWriter(records as SelfDescribing, options)
    if (writer.tail()) yield writer.head()
  }
  const tail = writer.tail()
  if (tail) yield tail
}
