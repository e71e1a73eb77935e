import type * as Rdf from '@rdfjs/types'
import type { Prefixes } from '../../model/id'
import type { Issue } from '../../model/issue'
import { RdfRecordReader, type ReadOptions } from './records'

/** Records of RDF, to be read once: what `kg.load` takes. They know what was wrong, and the prefixes of their ids. */
export interface RdfStream {
  /** What gave no record, as far as the input was read. */
  readonly issues: readonly Issue[]
  /**
   * Prefixes that the file tells of: known once the first record was asked for. Ids under them stand as IRIs
   * (`iri:https://…`); with these prefixes, as `kg.load` takes them, they are `prefix:local` again.
   */
  readonly prefixes: Prefixes
  /** So a prefix that already means something else where the records go is not taken. */
  readonly byIri: true
  /** What the record that came last is called in the file: an IRI, or the label of a blank node. */
  readonly node: string | undefined
}
export interface RdfRecords extends RdfStream, IterableIterator<object> {}
export interface AsyncRdfRecords extends RdfStream, AsyncIterableIterator<object> {}

/** Pieces of an input, each as the quads that are complete with it. */
export interface Source<Piece> {
  readonly quads: (piece: Piece) => Iterable<Rdf.BaseQuad>
  /** What comes after the last piece. */
  readonly end: () => Iterable<Rdf.BaseQuad>
  /** Nothing further is asked for. */
  readonly refused: () => boolean
}

/** Records of pieces that are at hand. */
export function recordsOf<Piece>(
  pieces: Iterable<Piece>,
  source: Source<Piece>,
  reader: RdfRecordReader,
): RdfRecords {
  function* records(): Generator<object> {
    for (const piece of pieces) {
      yield* reader.take(source.quads(piece))
      if (source.refused()) break
    }
    yield* reader.take(source.end())
    yield* reader.end(source.refused())
  }
  return told(records(), reader)
}

/** Records of pieces that are still to come. */
export function asyncRecordsOf<Piece>(
  pieces: AsyncIterable<Piece>,
  source: Source<Piece>,
  reader: RdfRecordReader,
): AsyncRdfRecords {
  async function* records(): AsyncGenerator<object> {
    for await (const piece of pieces) {
      yield* reader.take(source.quads(piece))
      if (source.refused()) break
    }
    yield* reader.take(source.end())
    yield* reader.end(source.refused())
  }
  return told(records(), reader)
}

/** An iterator that also tells what its reader knows. */
function told<I extends object>(records: I, reader: RdfRecordReader): I & RdfStream {
  return Object.defineProperties(records, {
    issues: { get: () => reader.issues },
    prefixes: { get: () => reader.prefixes },
    byIri: { value: true },
    node: { get: () => reader.node },
  }) as I & RdfStream // as it says
}

/** Quads as they are. */
const AS_THEY_ARE: Source<Rdf.BaseQuad> = {
  quads: (quad) => [quad],
  end: () => [],
  refused: () => false,
}

/**
 * Reads RDF/JS quads, from whatever has them: a list, a Dataset, a Store of n3, a Stream of quads.
 *
 * What Statecraft wrote comes back as the records that it was made of. In foreign RDF classes and properties are read by
 * the counterparts that the ontology names; a plain triple with a known predicate is a statement that the document
 * asserts ({@link ReadOptions.source}); the rest is kept as `extra` of the entity that is its subject. A blank node that has
 * a class is an entity, called `genid:…` by what is said of it and by the source, so that those of two documents are two.
 *
 * @param quads at hand, or still to come
 * @param options the vocabulary, what answers for plain triples, and how much is kept
 * @returns records to be read once, as they stand there: `kg.load`, or a {@link RecordReader}, checks them
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readQuads, toQuads } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * const copy = createGraph()
 * console.log(copy.load(readQuads(toQuads(kg))).entities) // 1
 * ```
 */
export function readQuads(quads: Iterable<Rdf.BaseQuad>, options?: ReadOptions): RdfRecords
export function readQuads(
  quads: AsyncIterable<Rdf.BaseQuad> | Rdf.Stream<Rdf.BaseQuad>,
  options?: ReadOptions,
): AsyncRdfRecords
export function readQuads(
  quads: Iterable<Rdf.BaseQuad> | AsyncIterable<Rdf.BaseQuad> | Rdf.Stream<Rdf.BaseQuad>,
  options: ReadOptions = {},
): RdfRecords | AsyncRdfRecords {
  const reader = new RdfRecordReader(options)
  if (Symbol.iterator in quads) return recordsOf(quads, AS_THEY_ARE, reader)
  if (Symbol.asyncIterator in quads) return asyncRecordsOf(quads, AS_THEY_ARE, reader)
  return asyncRecordsOf(eventsOf(quads), AS_THEY_ARE, reader)
}

/** A Stream that only has events. */
async function* eventsOf<Q extends Rdf.BaseQuad>(stream: Rdf.Stream<Q>): AsyncGenerator<Q> {
  const held: Q[] = []
  let ended = false
  let failure: unknown
  let wake: () => void = () => {}
  stream.on('data', (quad: Q) => {
    held.push(quad)
    wake()
  })
  stream.on('end', () => {
    ended = true
    wake()
  })
  stream.on('error', (error: unknown) => {
    failure = error ?? new Error('the stream failed')
    wake()
  })
  for (;;) {
    yield* held.splice(0)
    if (held.length > 0) continue
    if (failure !== undefined) throw failure
    if (ended) return
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}
