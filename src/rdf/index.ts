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
 * | **namespace** of a prefix of ids that is not the default one | `<namespace> sc:idPrefix "prefix"` |
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
 * With `reify: 'rdf12'` also `S rdf:reifies <<( E sc:relation E2 )>>`. JSON-LD says the same triples as Turtle.
 *
 * When it is written, only terms are checked (IRIs by RFC 3987, texts by the model); when it is read, nothing but what
 * belongs together: that a record fits its ontology is for its reader.
 *
 * @packageDocumentation
 */

export { RDF_FORMATS, type RdfFormat, type Reify, type TextFormat } from './formats'
export { EDTF_DATATYPE, type Namespaces, namespacesOf } from './namespaces'
export { type ReadJsonLdOptions, readJsonLd } from './read/jsonld'
export { type ParseOptions, parseQuads } from './read/parse-quads'
export { type AsyncRdfRecords, type RdfRecords, type RdfStream, readQuads } from './read/quads'
export type { ReadOptions } from './read/records'
export { type ReadTextOptions, readRdf } from './read/text'
export { type ContextDefinition, type JsonLdContext, toJsonLdContext } from './schema/context'
export type { SchemaOptions } from './schema/edition'
export { toOwl } from './schema/owl'
export { toShacl } from './schema/shacl'
export { checkShapes, type ShapesOptions } from './shapes'
export {
  type QuadOptions,
  type RdfOptions,
  serialize,
  toDataset,
  toJsonLd,
  toNQuads,
  toNTriples,
  toQuads,
  toStream,
  toTriG,
  toTurtle,
} from './view'
export type { Direct, StandingStatement } from './write/direct'
export { type StreamOptions, writeRecords } from './write/stream'
