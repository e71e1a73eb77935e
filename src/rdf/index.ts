/**
 * Statecraft as RDF.
 *
 * @packageDocumentation
 */

import type * as Rdf from '@rdfjs/types'
import type { View } from '../graph/view'
import type { Issue } from '../model/issue'
import { isStatement } from '../model/record'
import type { Vocabulary } from '../ontology/typing'
import type { Encoding } from './block'
import { type Direct, readDirect, type StandingStatement } from './direct'
import { writeDocument } from './document'
import { encodeEntity } from './entity'
import { Lexicon } from './lexicon'
import { hasGraphs, type RdfFormat } from './n3'
import { Prefixing } from './prefixes'
import { encodeStatement } from './statement'
import { checkFormat } from './stream'
import type { Quad } from './terms'

export type { Direct, StandingStatement } from './direct'
export { RDF_FORMATS, type RdfFormat } from './n3'
export { EDTF_DATATYPE, type Namespaces, namespacesOf } from './namespaces'
export { type StreamOptions, writeRecords } from './stream'

/** How a view is written. */
export interface RdfOptions {
  /** Which statements also stand as a direct triple; those that are asserted and undisputed by default. */
  readonly direct?: Direct
  /** Takes what had to be left out: names of statements that are not there. */
  readonly report?: (found: Issue) => void
}

/** How a view is turned into quads. */
export interface QuadOptions extends RdfOptions {
  /** Whether a claim's quads stand in the graph of its source; in the default graph otherwise. */
  readonly graphs?: boolean
}

/**
 * What a view holds as RDF/JS quads, record by record: entities by id, then statements by id with their claims.
 * No blank nodes; a quad may come twice.
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
  return quadsOf(view, lexiconOf(view), options)
}

/**
 * A view as Turtle: sorted, with prefixes, the same bytes for the same content.
 *
 * @param view a graph or a view of one; for direct triples that hold on a day, a view with `asOf`
 * @param options what stands as a direct triple
 * @throws {@link StatecraftError} `bad-id` for an id that is no IRI; RangeError for more than a string can hold:
 * then {@link serialize}
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
 * A view in any format, piece by piece: what the functions above join. The quads are sorted first, so they are all
 * in memory, but their text never is.
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
  const lexicon = lexiconOf(view)
  return writeDocument(
    quadsOf(view, lexicon, { ...options, graphs: hasGraphs(format) }),
    format,
    new Prefixing(lexicon),
  )
}

function lexiconOf<D extends Vocabulary>(view: View<D>): Lexicon {
  const { ontology, prefixes } = view.lens.store
  return new Lexicon(ontology, prefixes)
}

function quadsOf<D extends Vocabulary>(
  view: View<D>,
  lexicon: Lexicon,
  options: QuadOptions,
): Iterable<Quad> {
  // Checked at once, not when the first quad is asked for.
  const isDirect = readDirect(options.direct)
  const encoding = { lexicon, report: options.report ?? (() => undefined) }
  return encode(view, isDirect, options.graphs ?? false, encoding)
}

function* encode<D extends Vocabulary>(
  view: View<D>,
  isDirect: (statement: StandingStatement) => boolean,
  graphs: boolean,
  encoding: Encoding,
): Generator<Quad> {
  for (const record of view.records()) {
    if (!isStatement(record)) {
      yield* encodeEntity(record, encoding)
      continue
    }
    const { status } = record
    const direct = status !== undefined && isDirect({ ...record, status })
    yield* encodeStatement(record, { standing: status, direct, graphs }, encoding)
  }
}

function join(pieces: Iterable<string>): string {
  return [...pieces].join('')
}
