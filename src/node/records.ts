import { basename } from 'node:path'
import { type JsonlOptions, readJsonl } from '../jsonl'
import { mintId } from '../model/id'
import type { RecordStream } from '../model/record-stream'
import type { Ontology } from '../ontology/ontology'
import type { SourceOptions } from '../sources'
import { FORMATS, type Format, formatOfInput, type InputFormat } from './formats'
import type { Input } from './input'

/** How the records of a file are read. */
export interface ReadRecordsOptions extends JsonlOptions, Omit<SourceOptions, 'signal'> {
  /** As the file's name or its beginning tells where not given; JSON Lines where they tell nothing. */
  readonly format?: InputFormat
  /** The vocabulary, for RDF; the core one where none is given. */
  readonly ontology?: Ontology
  /** Contexts that JSON-LD may name, by their IRIs: nothing is fetched. */
  readonly contexts?: { readonly [iri: string]: object }
  /** RDF one record after another, in constant memory: for what was written record by record. JSON-LD is always held whole. */
  readonly stream?: boolean
  /** How a table (`csv`) is read: what `readCsv` takes. */
  readonly mapping?: unknown
}

/** Records that come bit by bit, and know where they are. */
export type Records = AsyncIterable<object> & RecordStream

/**
 * The records of a file, whatever its format. Plain triples of foreign RDF are claimed by the file itself, as a Document.
 *
 * @param input what `openInput` opened
 * @param options the format, where the file's name does not tell it
 * @returns records to be read once: what `kg.load` takes
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { openInput, readRecords } from 'statecraft/node'
 *
 * const kg = createGraph()
 * await kg.load(await readRecords(await openInput('graph.ttl')))
 * ```
 */
export async function readRecords(input: Input, options: ReadRecordsOptions = {}): Promise<Records> {
  const { format = await formatOfInput(input), encoding, published, mapping, onProgress, ...others } = options
  if (!isGraphFormat(format)) {
    const { readFormat } = await import('../sources/read-format')
    return await readFormat(format, input.files, {
      encoding,
      published,
      mapping,
      onProgress,
      ontology: others.ontology,
    })
  }
  if (format === 'jsonl') return readJsonl(input.chunks, others)
  const { stream, ...whole } = others
  const { readJsonLd, readRdf } = await import('../rdf') // n3 only where it is needed
  const rdf = { ...whole, source: documentOf(input.name) }
  if (format === 'jsonld') return readJsonLd(input.chunks, rdf)
  return readRdf(input.chunks, { ...rdf, format, ...(stream === undefined ? {} : { stream }) })
}

/** Whether the format is one of the library's own, or of RDF: not what others publish. */
export function isGraphFormat(format: InputFormat): format is Format {
  return FORMATS.some((own) => own === format)
}

/** A file as the source of what it asserts by plain triples. */
function documentOf(path: string) {
  const name = path === '-' ? 'standard input' : basename(path)
  return { type: 'Document', id: mintId('document', name), label: { und: name } }
}
