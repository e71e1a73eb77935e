import type * as Rdf from '@rdfjs/types'
import { canonicalJson } from '../model/canonical'
import type { Text } from '../model/text'
import type { CommonField, CommonKind } from '../ontology/common'
import type { Property } from '../ontology/ontology'
import type { Lexicon } from './lexicon'
import {
  booleanLiteral,
  dateLiteral,
  integerLiteral,
  jsonLiteral,
  numberLiteral,
  textLiterals,
} from './literals'
import { type Iri, type Literal, literal, type ObjectTerm } from './terms'
import { EDTF, RDF, WKT, XSD } from './words'

/** What has values: a field, qualifier or detail of an ontology, or a field that all records have. */
export type Valued = Pick<Property, 'name' | 'many' | 'list'> & { readonly kind: CommonKind }

/** A common field as something that has values. */
export function valued(field: CommonField): Valued {
  const { name, kind, many = false, list } = field
  return { name, kind, many, list }
}

/** What the terms of a foreign or half-written file stand for: whoever reads it knows. */
export interface Names {
  readonly lexicon: Lexicon
  /** The id of an entity. */
  entity(term: Rdf.Term): string
  /** The id or the handle of a statement; undefined where the term is none. */
  statement(term: Rdf.Term): string | undefined
}

/** One value ⇄ one term. What a term that makes no sense is read as, a record's reader refuses. */
interface Codec {
  /** Undefined for the handle of a statement that nobody knows. */
  readonly encode: (value: unknown, valued: Valued, lexicon: Lexicon) => ObjectTerm | undefined
  readonly decode: (term: Rdf.Term, valued: Valued, names: Names) => unknown
}

const asString = (term: Rdf.Term): unknown => term.value

const plain: Codec = { encode: (value) => literal(String(value)), decode: asString }
const range: Codec = {
  encode: (value, _, lexicon) => rangeLiteral(value, lexicon),
  decode: (term) => (isNumeric(term) ? Number(term.value) : parsed(term.value)),
}

/** Kinds whose values are one term each. */
export type SimpleKind = Exclude<CommonKind, 'text' | 'name' | 'identifier' | 'address'>

/** One value of each kind as one term, and back. */
export const CODECS: { readonly [K in SimpleKind]: Codec } = {
  string: plain,
  currency: plain,
  language: plain,
  date: { encode: (value) => dateLiteral(String(value)), decode: (term) => dateOf(term) },
  number: {
    encode: (value) => numberLiteral(Number(value)),
    decode: (term) => (isNumeric(term) ? Number(term.value) : term.value),
  },
  integer: {
    encode: (value) => integerLiteral(Number(value)),
    decode: (term) => (/^[+-]?\d+$/.test(term.value) ? Number(term.value) : term.value),
  },
  boolean: {
    encode: (value) => booleanLiteral(value === true),
    decode: ({ value }) => (/^(?:true|1)$/.test(value) ? true : /^(?:false|0)$/.test(value) ? false : value),
  },
  // A literal: addresses of the web are foreign text, and few of them are IRIs by the letter.
  url: { encode: (value) => literal(String(value), XSD.anyURI), decode: asString },
  share: range,
  likelihood: {
    encode: (value, _, lexicon) =>
      typeof value === 'string' ? lexicon.concept('likelihood', value) : rangeLiteral(value, lexicon),
    decode: (term, valued, names) =>
      term.termType === 'NamedNode'
        ? conceptOf(term, 'likelihood', names)
        : range.decode(term, valued, names),
  },
  point: {
    encode: (value) => {
      const { lat, lon } = value as { lat: number; lon: number } // as a reader read it
      return literal(`POINT(${lon} ${lat})`, WKT)
    },
    decode: ({ value }) => {
      const [, lon, lat] = /^\s*POINT\s*\(\s*(\S+)\s+(\S+?)\s*\)\s*$/i.exec(value) ?? []
      return lon === undefined ? value : { lat: Number(lat), lon: Number(lon) }
    },
  },
  choice: {
    encode: (value, { list }, lexicon) => lexicon.concept(list ?? '', String(value)),
    decode: (term, { list }, names) => conceptOf(term, list ?? '', names),
  },
  entity: {
    encode: (value, _, lexicon) => lexicon.entity(String(value)),
    decode: (term, _, names) => names.entity(term),
  },
  statement: {
    encode: (value, _, lexicon) => statementTerm(String(value), lexicon),
    decode: (term, _, names) => names.statement(term) ?? term.value,
  },
  thing: {
    encode: (value, _, lexicon) =>
      String(value).includes(':') && !String(value).startsWith('stmt:')
        ? lexicon.entity(String(value))
        : statementTerm(String(value), lexicon),
    decode: (term, _, names) => names.statement(term) ?? names.entity(term),
  },
  foreign: { encode: (value) => jsonLiteral(value), decode: (term) => parsed(term.value) },
}

/** A number, or `[low, high]`. */
function rangeLiteral(value: unknown, lexicon: Lexicon): Literal {
  return typeof value === 'number'
    ? numberLiteral(value)
    : literal(canonicalJson(value), lexicon.term('range'))
}

function statementTerm(id: string, lexicon: Lexicon): Iri | undefined {
  return id.startsWith('stmt:') ? lexicon.derived(id) : undefined
}

/** Texts as literals: several texts in several languages each cannot be told apart, so such a text is JSON. */
export function encodeText(text: Text, many: boolean): Literal[] {
  const literals = textLiterals(text)
  return many && literals.length > 1 ? [jsonLiteral(text)] : literals
}

/** One of several texts. */
export function decodeText(term: Rdf.Term): unknown {
  if (term.termType !== 'Literal') return term.termType === 'NamedNode' && term.value
  if (term.datatype.value === RDF.JSON.value) return parsed(term.value)
  return { [term.language || 'und']: term.value }
}

/** JSON, or the text itself where it is none: that is for the record's reader to refuse. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

function isNumeric(term: Rdf.Term): boolean {
  return term.termType === 'Literal' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/.test(term.value)
}

/** Datatypes of XML Schema whose values EDTF writes as they do, but for time of day and time zone. */
const XSD_DATES = ['date', 'dateTime', 'dateTimeStamp', 'gYear', 'gYearMonth'].map((name) =>
  XSD.string.value.replace(/string$/, name),
)

/** A day with a time, whatever its datatype: schema.org has one of its own, and much JSON-LD none. */
const DAY_AND_TIME = /^-?\d{4,}-\d\d-\d\dT\d/

function dateOf(term: Rdf.Term): string {
  if (term.termType !== 'Literal' || term.datatype.value === EDTF.value) return term.value
  if (!XSD_DATES.includes(term.datatype.value) && !DAY_AND_TIME.test(term.value)) return term.value
  return term.value.replace(/T.*$|(?:Z|[+-]\d\d:\d\d)$/, '')
}

/** A value of a closed list, by the IRI that it has here. */
function conceptOf(term: Rdf.Term, list: string, { lexicon }: Names): string {
  const start = lexicon.concept(list, '').value
  return term.termType === 'NamedNode' && term.value.startsWith(start)
    ? term.value.slice(start.length)
    : term.value
}
