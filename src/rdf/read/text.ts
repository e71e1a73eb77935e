import type * as Rdf from '@rdfjs/types'
import { type Chunk, chunksOf } from '../../model/chunks'
import type { Issue } from '../../model/issue'
import { Utf8 } from '../../model/utf8'
import { checkTextFormat, type TextFormat } from '../formats'
import { parserOf } from './parser'
import { type AsyncRdfRecords, asyncRecordsOf, type RdfRecords, recordsOf, type Source } from './quads'
import { RdfRecordReader, type ReadOptions } from './records'

/** How a text is read. */
export interface ReadTextOptions extends ReadOptions {
  readonly format: TextFormat
}

/**
 * Reads Turtle, TriG, N-Triples or N-Quads: what Statecraft wrote, or foreign RDF, as {@link readQuads} tells. Where the
 * text is wrong, the sentences before are kept and the line is told, and half of a sentence is nothing: it may say what the
 * whole does not. In N-Triples and N-Quads what comes after is read too.
 *
 * @param input a whole text; or chunks of bytes or text, cut anywhere, at hand or still to come
 * @param options the format, and as of {@link readQuads}
 * @returns records to be read once, which know what was wrong
 * @throws {@link StatecraftError} `bad-value` for a format that there is not
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readRdf } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * const text = `
 *   @prefix foaf: <http://xmlns.com/foaf/0.1/> .
 *   <https://example.org/kim> a foaf:Person ; foaf:name "Kim" .`
 * kg.load(readRdf(text, { format: 'turtle' }))
 * console.log(kg.label('iri:https://example.org/kim')) // Kim
 * ```
 */
export function readRdf(input: string | Uint8Array | Iterable<Chunk>, options: ReadTextOptions): RdfRecords
export function readRdf(
  input: AsyncIterable<Chunk> | ReadableStream<Chunk>,
  options: ReadTextOptions,
): AsyncRdfRecords
export function readRdf(
  input: string | Uint8Array | Iterable<Chunk> | AsyncIterable<Chunk> | ReadableStream<Chunk>,
  options: ReadTextOptions,
): RdfRecords | AsyncRdfRecords {
  checkTextFormat(options.format)
  const reader = new RdfRecordReader(options)
  const source = textSource(options.format, reader.report)
  if (typeof input === 'string' || input instanceof Uint8Array) return recordsOf([input], source, reader)
  if (Symbol.asyncIterator in input) return asyncRecordsOf(input, source, reader)
  if (Symbol.iterator in input) return recordsOf(input, source, reader)
  return asyncRecordsOf(chunksOf(input), source, reader)
}

/** Chunks as the quads that are complete with them. */
export function textSource(format: TextFormat, report: (found: Issue) => void): Source<Chunk> {
  let complete: Rdf.Quad[] = []
  const utf8 = new Utf8(report)
  const parser = parserOf(format, { quad: (quad) => complete.push(quad), report })
  const flush = () => {
    const quads = complete
    complete = []
    return quads
  }
  return {
    quads(chunk) {
      parser.push(utf8.text(chunk))
      return flush()
    },
    end() {
      parser.push(utf8.end())
      parser.end()
      return flush()
    },
    refused: () => utf8.refused || parser.refused,
  }
}
