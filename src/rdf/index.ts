/**
 * Statecraft as RDF: three layers, every IRI made of content, no blank nodes.
 *
 * `sc:` is the ontology's own IRI, `scp:` and `scs:` follow from it ({@link namespacesOf}); `E` is an entity,
 * `S` the statement `stmt:…`, `C` the claim `claim:…`, `N` a node `name:…` named by the hash of what it says.
 *
 * | of the model | in RDF |
 * | --- | --- |
 * | id `prefix:local`, `iri:…`, `stmt:…`, `claim:…` | its IRI in the prefix map |
 * | **entity**: `type` | `E a sc:Type`, one for each |
 * | `label`, `description` | `E rdfs:label`, `E dct:description`: a literal for each language, `und` a plain string |
 * | name: alias, primary, weak, former | `E skos:altLabel`, `sc:name-primary`, `sc:name-weak`, `sc:name-former` with its text; a `lang` that is given is its tag, `und` too |
 * | name with `script` | that literal, and `E sc:name N . N a sc:Name ; rdf:value text ; sc:nameKind sc:nameKind-alias ; sc:script "Latn"` |
 * | identifier | `E sc:identifier-<scheme> "value"` |
 * | identifier with `country`, `when` or `valid` | that literal (not where `valid` is false), and `E sc:identifier N . N a sc:Identifier ; sc:scheme ; rdf:value ; sc:country ; sc:when ; sc:valid` |
 * | address that is only text | `E sc:address-text "text"` |
 * | address with parts | that literal where it has a text, and `E sc:address N . N a sc:Address ; rdf:value text ; sc:street ; sc:city ; sc:region ; sc:postcode ; sc:country` |
 * | one of these that is simple, but the same literal as one with a node | a node of its own as well: so a literal that no node of `E` says is simple, and complete |
 * | `sameAs`, `sources` | `E owl:sameAs`, `E dct:source` |
 * | `unnamed` | `E sc:unnamed true` |
 * | `extra` (of claims too) | `sc:extra "{…}"^^rdf:JSON`, canonical JSON, what no literal holds as `\uXXXX` |
 * | own fields, qualifiers, details | `sc:<property>`, by kind, below |
 * | **statement** | layer 1, where the policy lets it through: `E sc:relation E2`, for symmetric relations both ways |
 * | | layer 2: `E scp:relation S . S a sc:Relation ; scs:relation E2 ; sc:occurrence "…"`, and defining qualifiers; once, also for symmetric relations |
 * | its standing (never read back) | `S sc:status sc:asserted ; sc:disputed true ; sc:possibleFrom, …Until, sc:certainFrom, …Until` as `xsd:date`; no status where no claim counts |
 * | **claim** (layer 3) | `C a sc:Claim ; sc:about S ; sc:stance sc:asserts`, and details; in TriG and N-Quads in the graph of its source |
 * | `by`, `source`, `via` | `C prov:wasAttributedTo`, `prov:hadPrimarySource`, `sc:via` |
 * | `at`; `said`, `withdrawn` | `sc:at "…"`; dates |
 * | `likelihood` | `sc:likelihood sc:likelihood-likely`, or `"[20,45]"^^sc:range` |
 * | `confidence`, `credibility`, `method` | a decimal, an integer, `sc:method-machine` |
 *
 * | kind | in RDF |
 * | --- | --- |
 * | string, currency, language | a plain string |
 * | text | a literal for each language; among several texts, one in several languages is an `rdf:JSON` map |
 * | date | `"…"^^<http://id.loc.gov/datatypes/edtf/EDTF>` |
 * | number | `xsd:decimal`; `xsd:double` where JavaScript writes an exponent |
 * | integer, boolean | `xsd:integer`, `xsd:boolean` |
 * | url | `xsd:anyURI` (a literal: foreign, and rarely an IRI by the letter) |
 * | share | a number, or `"[25,50]"^^sc:range` |
 * | point | `"POINT(lon lat)"^^geo:wktLiteral` |
 * | choice | `sc:<list>-<value>`; no list has a hyphen in its name |
 * | entity, statement, thing | its IRI |
 * | several values | a triple each; where their order counts, one to an RDF list of nodes `N` |
 *
 * Only terms are checked (IRIs by RFC 3987, texts by the model): that a record fits its ontology is for its
 * reader.
 *
 * @packageDocumentation
 */

import type * as Rdf from '@rdfjs/types'
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

export { RDF_FORMATS, type RdfFormat, type Reify, type TextFormat } from './formats'
export { EDTF_DATATYPE, type Namespaces, namespacesOf } from './namespaces'
export { type ReadJsonLdOptions, readJsonLd } from './read/jsonld'
export { type AsyncRdfRecords, type RdfRecords, type RdfStream, readQuads } from './read/quads'
export type { ReadOptions } from './read/records'
export { type ReadTextOptions, readRdf } from './read/text'
export type { Direct, StandingStatement } from './write/direct'
export { type StreamOptions, writeRecords } from './write/stream'

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
  const isDirect = readDirect(options.direct)
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
