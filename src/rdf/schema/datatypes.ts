import type { Iri } from '../terms'
import { EDTF, RDF, WKT, XSD } from '../words'
import type { PredicateKind } from './predicates'

/** The one datatype that values of a kind have, where there is one. Numbers have two, texts and ranges several. */
export const DATATYPES: { readonly [K in PredicateKind]?: Iri } = {
  string: XSD.string,
  currency: XSD.string,
  language: XSD.string,
  date: EDTF,
  day: XSD.date,
  integer: XSD.integer,
  boolean: XSD.boolean,
  url: XSD.anyURI,
  point: WKT,
  foreign: RDF.JSON,
}
