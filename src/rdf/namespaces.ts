import { ID_BASE } from '../model/id'

/** Namespaces of the vocabularies that our RDF uses, by the prefix under which they are written. */
export const VOCABULARIES = {
  dct: 'http://purl.org/dc/terms/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** The datatype of dates: Extended Date/Time Format, Library of Congress. */
export const EDTF_DATATYPE = 'http://id.loc.gov/datatypes/edtf/EDTF'

/** Names, identifiers, addresses and lists that need a node of their own, by the hash of what they say. */
export const NODES = `${ID_BASE}name/`

/** The namespaces of one ontology. */
export interface Namespaces {
  /** Classes, direct relations, qualifiers and fields. */
  readonly sc: string
  /** From a subject to its statement. */
  readonly scp: string
  /** From a statement to its object. */
  readonly scs: string
}

/**
 * The namespaces of an ontology, from its own IRI: what it ends in (`#` or `/`) makes way for `/statement#`
 * and `/object#`. No name of an ontology has a `/` or `#`, so the three never overlap.
 *
 * @param iri the IRI of the ontology
 *
 * @example
 * ```ts
 * namespacesOf('https://w3id.org/statecraft/ns#').scp // 'https://w3id.org/statecraft/ns/statement#'
 * namespacesOf('https://example.org/rivers/').scs // 'https://example.org/rivers/object#'
 * ```
 */
export function namespacesOf(iri: string): Namespaces {
  const stem = stemOf(iri)
  return { sc: iri, scp: `${stem}/statement#`, scs: `${stem}/object#` }
}

/** The IRI of the JSON-LD context of an ontology: a document that names it needs no other. */
export function contextIri(iri: string): string {
  return `${stemOf(iri)}/context.jsonld`
}

/** The IRI of an ontology without what it ends in. */
export function stemOf(iri: string): string {
  return iri.replace(/[#/]+$/, '')
}
