import { EDTF_DATATYPE, VOCABULARIES } from './namespaces'
import { Iri } from './terms'

/** Terms of other vocabularies that our RDF uses. */

const { dct, geo, owl, prov, rdf, rdfs, skos, xsd } = VOCABULARIES

export const RDF = {
  type: new Iri(`${rdf}type`),
  value: new Iri(`${rdf}value`),
  first: new Iri(`${rdf}first`),
  rest: new Iri(`${rdf}rest`),
  nil: new Iri(`${rdf}nil`),
  JSON: new Iri(`${rdf}JSON`),
  langString: new Iri(`${rdf}langString`),
} as const

export const XSD = {
  anyURI: new Iri(`${xsd}anyURI`),
  boolean: new Iri(`${xsd}boolean`),
  date: new Iri(`${xsd}date`),
  decimal: new Iri(`${xsd}decimal`),
  double: new Iri(`${xsd}double`),
  integer: new Iri(`${xsd}integer`),
  string: new Iri(`${xsd}string`),
} as const

export const REIFIES = new Iri(`${rdf}reifies`)
export const LABEL = new Iri(`${rdfs}label`)
export const ALT_LABEL = new Iri(`${skos}altLabel`)
export const DESCRIPTION = new Iri(`${dct}description`)
export const SOURCE = new Iri(`${dct}source`)
export const SAME_AS = new Iri(`${owl}sameAs`)
export const ATTRIBUTED_TO = new Iri(`${prov}wasAttributedTo`)
export const PRIMARY_SOURCE = new Iri(`${prov}hadPrimarySource`)
export const EDTF = new Iri(EDTF_DATATYPE)
export const WKT = new Iri(`${geo}wktLiteral`)

/** Fields that records have whatever their ontology, and that another vocabulary has the very term for. */
export const COMMON_TERMS: ReadonlyMap<string, Iri> = new Map([
  ['label', LABEL],
  ['description', DESCRIPTION],
  ['sameAs', SAME_AS],
  ['sources', SOURCE],
  ['by', ATTRIBUTED_TO],
  ['source', PRIMARY_SOURCE],
])
