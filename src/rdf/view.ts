import type * as Rdf from '@rdfjs/types'
import { Readable } from 'readable-stream'
import type { View } from '../graph/view'
import type { Issue } from '../model/issue'
import { isStatement } from '../model/record'
import type { Vocabulary } from '../ontology/typing'
import { checkFormat, checkReify, hasGraphs, type RdfFormat, type Reify } from './formats'
import { Lexicon } from './lexicon'
import type { Quad } from './terms'
import type { Encoding } from './write/block'
import { type Direct, readDirect, type StandingStatement } from './write/direct'
import { writeDocument } from './write/document'
import { encodeEntity } from './write/entity'
import { writeJsonLd } from './write/jsonld'
import { prefixQuads } from './write/prefix-quads'
import { Prefixing } from './write/prefixes'
import { encodeStatement } from './write/statement'

/** How a view is written. */
export interface RdfOptions {
  /** Which statements also stand as a direct triple; those that are asserted and undisputed by default. */
  readonly direct?: Direct
  /**
   * `'rdf12'`: each statement also says which triples it reifies, `S rdf:reifies <<( E sc:relation E2 )>>`, for those who
   * query with RDF 1.2's triple terms. Parsers of RDF 1.1 refuse it; JSON-LD has no such terms.
   */
  readonly reify?: Reify
  /** Takes what had to be left out: names of statements that are not there. */
  readonly report?: (found: Issue) => void
}

/** How a view is turned into quads. */
export interface QuadOptions extends RdfOptions {
  /** Whether a claim's quads stand in the graph of its source; in the default graph otherwise. */
  readonly graphs?: boolean
}

/**
 * What a view holds as RDF/JS quads, record by record: entities by id, then statements by id with their
 * claims. No blank nodes; a quad may come twice.
 *
 * @param view a graph or a view of one
 * @param options what stands as a direct triple, and whether there are graphs
 * @throws {@link StatecraftError} `bad-id` for an id that is no IRI
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toQuads } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * for (const { subject, object } of toQuads(kg)) console.log(subject.value, object.value)
 * // https://w3id.org/statecraft/id/state/IR https://w3id.org/statecraft/ns#State
 * // https://w3id.org/statecraft/id/state/IR Iran
 * ```
 */
export function toQuads<D extends Vocabulary>(view: View<D>, options: QuadOptions = {}): Iterable<Rdf.Quad> {
  return flat(blocksOf(view, lexiconOf(view), options))
}

/**
 * What a view holds as an RDF/JS dataset.
 *
 * @param view a graph or a view of one
 * @param factory of datasets: `@rdfjs/dataset`, n3's `StoreFactory`, `rdf-ext`…
 * @param options as of {@link toQuads}
 * @returns what the factory makes: each quad once
 * @throws {@link StatecraftError} `bad-id` for an id that is no IRI
 *
 * @example
 * ```ts
 * import { StoreFactory } from 'n3'
 * import { createGraph } from 'statecraft'
 * import { toDataset } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * console.log(toDataset(kg, new StoreFactory()).size) // 2
 * ```
 */
export function toDataset<D extends Vocabulary, S>(
  view: View<D>,
  factory: { dataset(quads: Rdf.Quad[]): S },
  options: QuadOptions = {},
): S {
  return factory.dataset([...toQuads(view, options)])
}

/**
 * What a view holds as an RDF/JS stream of quads: for sinks, parsers' counterparts, and stores that import.
 *
 * @param view a graph or a view of one: the stream fails where it is changed meanwhile
 * @param options as of {@link toQuads}
 * @returns a readable stream of quads, no faster than they are taken
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toStream } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * toStream(kg).on('data', (quad) => console.log(quad.object.value))
 * ```
 */
export function toStream<D extends Vocabulary>(
  view: View<D>,
  options: QuadOptions = {},
): Rdf.Stream<Rdf.Quad> & AsyncIterable<Rdf.Quad> {
  // The boundary: the types of the streams of Node, whose copy this is, say more than RDF/JS asks for.
  return Readable.from(toQuads(view, options), { objectMode: true }) as unknown as Rdf.Stream<Rdf.Quad> &
    AsyncIterable<Rdf.Quad>
}

/**
 * A view as Turtle: sorted, with prefixes, the same bytes for the same content.
 *
 * @param view a graph or a view of one; for direct triples that hold on a day, a view with `asOf`
 * @param options what stands as a direct triple
 * @throws {@link StatecraftError} `bad-id` for an id that is no IRI; RangeError for more than a string can
 * hold: then {@link serialize}
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toTurtle } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * console.log(toTurtle(kg))
 * // …
 * // state:IR a sc:State;
 * //     rdfs:label "Iran"@en.
 * ```
 */
export function toTurtle<D extends Vocabulary>(view: View<D>, options: RdfOptions = {}): string {
  return join(serialize(view, { ...options, format: 'turtle' }))
}

/**
 * A view as TriG: as {@link toTurtle}, with the triples of each claim in the graph of its source.
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toTriG } from 'statecraft/rdf'
 *
 * console.log(toTriG(createGraph())) // ''
 * ```
 */
export function toTriG<D extends Vocabulary>(view: View<D>, options: RdfOptions = {}): string {
  return join(serialize(view, { ...options, format: 'trig' }))
}

/**
 * A view as N-Triples: one triple a line, sorted.
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toNTriples } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * console.log(toNTriples(kg).split('\n').length) // 3
 * ```
 */
export function toNTriples<D extends Vocabulary>(view: View<D>, options: RdfOptions = {}): string {
  return join(serialize(view, { ...options, format: 'ntriples' }))
}

/**
 * A view as N-Quads: as {@link toNTriples}, with the triples of each claim in the graph of its source.
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toNQuads } from 'statecraft/rdf'
 *
 * console.log(toNQuads(createGraph())) // ''
 * ```
 */
export function toNQuads<D extends Vocabulary>(view: View<D>, options: RdfOptions = {}): string {
  return join(serialize(view, { ...options, format: 'nquads' }))
}

/**
 * A view as JSON-LD 1.1: a node a line for each entity, in it its statements, in these their claims. The context stands in
 * the document.
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toJsonLd } from 'statecraft/rdf'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:IR', label: { en: 'Iran' } })
 * JSON.parse(toJsonLd(kg))['@graph'] // [{ id: 'state:IR', type: 'State', label: { en: 'Iran' } }]
 * ```
 */
export function toJsonLd<D extends Vocabulary>(view: View<D>, options: RdfOptions = {}): string {
  return join(serialize(view, { ...options, format: 'jsonld' }))
}

/**
 * A view in any format, piece by piece: what the functions above join. The quads are sorted first, so they
 * are all in memory, but their text never is.
 *
 * @param view a graph or a view of one
 * @param options the format, and what stands as a direct triple
 * @returns pieces that break anywhere; for `Readable.from`, `for await` and the like
 *
 * @example
 * ```ts
 * import { createWriteStream } from 'node:fs'
 * import { pipeline } from 'node:stream/promises'
 * import { createGraph } from 'statecraft'
 * import { serialize } from 'statecraft/rdf'
 *
 * await pipeline(serialize(createGraph(), { format: 'nquads' }), createWriteStream('graph.nq'))
 * ```
 */
export function serialize<D extends Vocabulary>(
  view: View<D>,
  options: RdfOptions & { readonly format: RdfFormat },
): Iterable<string> {
  const { format } = options
  checkFormat(format)
  checkReify(options.reify, format)
  const lexicon = lexiconOf(view)
  const blocks = blocksOf(view, lexicon, { ...options, graphs: hasGraphs(format) })
  if (format === 'jsonld') return writeJsonLd(blocks, lexicon)
  return writeDocument(flat(blocks), format, new Prefixing(lexicon))
}

function lexiconOf<D extends Vocabulary>(view: View<D>): Lexicon {
  const { ontology, prefixes } = view.lens.store
  return new Lexicon(ontology, prefixes)
}

/** The quads of each record. */
function blocksOf<D extends Vocabulary>(
  view: View<D>,
  lexicon: Lexicon,
  options: QuadOptions,
): Iterable<readonly Quad[]> {
  // Checked at once, not when the first quad is asked for.
  const isDirect = readDirect(options.direct, lexicon.ontology)
  const encoding = { lexicon, report: options.report ?? (() => undefined) }
  const reify = checkReify(options.reify)
  return encode(view, isDirect, { graphs: options.graphs ?? false, reify }, encoding)
}

function* encode<D extends Vocabulary>(
  view: View<D>,
  isDirect: (statement: StandingStatement) => boolean,
  options: { readonly graphs: boolean; readonly reify: boolean },
  encoding: Encoding,
): Generator<readonly Quad[]> {
  for (const quad of prefixQuads(encoding.lexicon)) yield [quad]
  for (const record of view.records()) {
    if (!isStatement(record)) {
      yield encodeEntity(record, encoding)
      continue
    }
    const { status } = record
    const direct = status !== undefined && isDirect({ ...record, status })
    yield encodeStatement(record, { ...options, standing: status, direct }, encoding)
  }
}

function* flat(blocks: Iterable<readonly Quad[]>): Generator<Quad> {
  for (const block of blocks) yield* block
}

function join(pieces: Iterable<string>): string {
  return [...pieces].join('')
}
