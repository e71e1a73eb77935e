import { canonicalJson } from '../../model/canonical'
import { digest } from '../../model/id'
import { issue } from '../../model/issue'
import type { Text } from '../../model/text'
import type { Kind } from '../../ontology/definition'
import type { Property } from '../../ontology/ontology'
import type { Block, Encoding } from './block'
import type { Lexicon } from '../lexicon'
import {
  booleanLiteral,
  dateLiteral,
  integerLiteral,
  jsonLiteral,
  numberLiteral,
  textLiterals,
} from '../literals'
import { type Iri, type Literal, literal, type ObjectTerm, termKey } from '../terms'
import { RDF, WKT, XSD } from '../words'

type Encode = (value: unknown, property: Property, lexicon: Lexicon) => ObjectTerm | undefined

/** One value of each kind as one term; undefined for the handle of a statement that nobody knows. */
const ENCODE: { readonly [K in Exclude<Kind, 'text'>]: Encode } = {
  string: (value) => literal(String(value)),
  date: (value) => dateLiteral(String(value)),
  number: (value) => numberLiteral(Number(value)),
  integer: (value) => integerLiteral(Number(value)),
  boolean: (value) => booleanLiteral(value === true),
  // A literal: addresses of the web are foreign text, and few of them are IRIs by the letter.
  url: (value) => literal(String(value), XSD.anyURI),
  share: (value, _, lexicon) => rangeLiteral(value, lexicon),
  currency: (value) => literal(String(value)),
  language: (value) => literal(String(value)),
  point: (value) => {
    const { lat, lon } = value as { lat: number; lon: number } // as a reader read it
    return literal(`POINT(${lon} ${lat})`, WKT)
  },
  choice: (value, { list }, lexicon) => lexicon.concept(list ?? '', String(value)),
  entity: (value, _, lexicon) => lexicon.entity(String(value)),
  statement: (value, _, lexicon) => statementTerm(String(value), lexicon),
  thing: (value, _, lexicon) =>
    String(value).includes(':') && !String(value).startsWith('stmt:')
      ? lexicon.entity(String(value))
      : statementTerm(String(value), lexicon),
}

/** A number, or `[low, high]`. */
export function rangeLiteral(value: unknown, lexicon: Lexicon): Literal {
  return typeof value === 'number'
    ? numberLiteral(value)
    : literal(canonicalJson(value), lexicon.term('range'))
}

function statementTerm(id: string, lexicon: Lexicon): Iri | undefined {
  return id.startsWith('stmt:') ? lexicon.derived(id) : undefined
}

/**
 * Adds what a property says of a subject: a triple for each value; or, where the order of the values matters,
 * one to a list.
 */
export function addProperty(
  block: Block,
  subject: Iri,
  property: Property,
  value: unknown,
  { lexicon, report }: Encoding,
): void {
  if (value === undefined) return
  const predicate = lexicon.term(property.name)
  const objects: ObjectTerm[] = []
  for (const one of property.many && Array.isArray(value) ? value : [value]) {
    if (property.kind === 'text')
      objects.push(...texts(one as Text, property.many)) // as a reader read it
    else {
      const object = ENCODE[property.kind](one, property, lexicon)
      if (object) objects.push(object)
      else
        report(issue('dangling', `no statement here is called '${String(one)}'`, { path: [property.name] }))
    }
  }
  if (property.ordered && objects.length > 0) block.add(subject, predicate, addList(block, objects, lexicon))
  else for (const object of objects) block.add(subject, predicate, object)
}

/** Several texts in several languages each cannot be told apart as literals: such a text is JSON. */
function texts(text: Text, many: boolean): Literal[] {
  const literals = textLiterals(text)
  return many && literals.length > 1 ? [jsonLiteral(text)] : literals
}

/** An RDF list of nodes that are named by what follows from there on. */
function addList(block: Block, objects: readonly ObjectTerm[], lexicon: Lexicon): Iri {
  let rest: Iri = RDF.nil
  for (const object of [...objects].reverse()) {
    const node = lexicon.node(digest(canonicalJson(['list', termKey(object), rest.value])))
    block.describe(node, RDF.first, object)
    block.describe(node, RDF.rest, rest)
    rest = node
  }
  return rest
}
