import { EDTF_MAX_LENGTH } from '../../../model/edtf'
import { EDTF_PATTERN } from '../../../model/edtf-pattern'
import { COMMON_LISTS, type CommonField } from '../../../ontology/common'
import { CURRENCY, URL_FORM } from '../../../ontology/values'
import { booleanLiteral, integerLiteral, numberLiteral } from '../../literals'
import { type Iri, literal } from '../../terms'
import { RDF, XSD } from '../../words'
import { DATATYPES } from '../datatypes'
import type { PredicateKind, Use } from '../predicates'
import { SH } from '../terms'
import { Anonymous, List, type Node } from '../turtle'
import { patternOf } from './pattern'
import { referenceShape, typesInWords } from './references'
import type { Shapes } from './shapes'

/** What a property shape is made for: a name with all its uses there. */
export interface Shaped {
  readonly kind: PredicateKind
  readonly uses: readonly Use[]
  readonly required?: boolean
  /** For numbers. */
  readonly least?: number
  readonly most?: number
}

/** A common field as something that has a shape. */
export function shaped(field: Omit<CommonField, 'kind'> & { readonly kind: PredicateKind }): Shaped {
  const { kind, of = [], list, many = false, required = false, least, most } = field
  return {
    kind,
    uses: [{ of, list, many, ordered: false }],
    required,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  }
}

/**
 * The shape of the values at a predicate: how many, and of what kind. Where their order counts, they stand in a list, whose
 * items have a shape of their own; types that can be of one entity may differ in that, and then either passes.
 *
 * @param name of the shape, as `State-existed`
 * @param word what records call it, for messages
 * @returns one shape, or two for lists
 */
export function valueShapes(shapes: Shapes, name: string, path: Iri, word: string, value: Shaped): Iri[] {
  const message = `${word}: ${inWords(shapes, value)}`
  const plain = { ...value, uses: value.uses.filter(({ ordered }) => !ordered) }
  const ordered = { ...value, uses: value.uses.filter((use) => use.ordered) }
  const self = shapes.property(name, path, ordered.uses.length > 0 ? `${message}; in a list` : message)
  if (value.required) shapes.add(self, SH.minCount, integerLiteral(1))
  if (ordered.uses.length === 0) {
    limit(shapes, self, value)
    constrain(shapes, self, value)
    return [self]
  }
  if (plain.uses.length === 0) {
    shapes.add(self, SH.maxCount, integerLiteral(1))
    shapes.add(self, SH.node, listNode(shapes))
  } else {
    const single = shapes.node(`${name}-value`)
    constrain(shapes, single, plain)
    shapes.add(self, SH.or, new List([listNode(shapes), single]))
  }
  const items = new List([path, new Anonymous(SH.zeroOrMorePath, RDF.rest), RDF.first])
  const item = shapes.property(`${name}-item`, items, message)
  constrain(shapes, item, ordered)
  return [self, item]
}

function listNode(shapes: Shapes): Iri {
  return shapes.shared('list', (name) => {
    const self = shapes.node(name, 'a list with an item')
    const first = shapes.property('first-of-list', RDF.first, 'an item')
    shapes.add(first, SH.minCount, integerLiteral(1))
    shapes.add(self, SH.nodeKind, SH.IRI)
    shapes.add(self, SH.property, first)
  })
}

function limit(shapes: Shapes, self: Iri, { kind, uses }: Shaped): void {
  const many = uses.some((use) => use.many)
  if (many || kind === 'words') return
  if (kind !== 'text') shapes.add(self, SH.maxCount, integerLiteral(1))
  else {
    // One in each language, and one in none.
    shapes.add(self, SH.uniqueLang, booleanLiteral(true))
    shapes.add(self, SH.qualifiedValueShape, plainText(shapes))
    shapes.add(self, SH.qualifiedMaxCount, integerLiteral(1))
  }
}

/** Adds what each value is asked. */
function constrain(shapes: Shapes, self: Iri, { kind, uses, least, most }: Shaped): void {
  const node = nodeShape(shapes, kind, uses)
  const datatype = node ? undefined : DATATYPES[kind]
  if (node) shapes.add(self, SH.node, node)
  else if (datatype) shapes.add(self, SH.datatype, datatype)
  else shapes.add(self, SH.nodeKind, SH.IRI)
  if (least !== undefined) shapes.add(self, SH.minInclusive, number(least))
  if (most !== undefined) shapes.add(self, SH.maxInclusive, number(most))
}

const number = (value: number): Node =>
  Number.isInteger(value) ? integerLiteral(value) : numberLiteral(value)

/** The shape that all values of a kind share; undefined where a datatype says it all, or only an IRI is asked. */
function nodeShape(shapes: Shapes, kind: PredicateKind, uses: readonly Use[]): Iri | undefined {
  const of = uses.some((use) => use.of.length === 0) ? [] : uses.flatMap((use) => use.of)
  switch (kind) {
    case 'text':
      return uses.some(({ many }) => many) ? manyTexts(shapes) : text(shapes)
    case 'words':
    case 'literal':
      return text(shapes)
    case 'number':
      return numberShape(shapes)
    case 'share':
      return oneOf(shapes, 'share', 'a number or a range within 0 and 100', [percent, percentRange])
    case 'likelihood':
      return oneOf(shapes, 'likelihood', 'a word of ICD 203, a number or a range within 0 and 100', [
        (same) => listShape(same, 'likelihood'),
        percent,
        percentRange,
      ])
    case 'choice':
      return choiceShape(shapes, uses)
    case 'entity':
      return referenceShape(shapes, of, false)
    case 'statement':
      return referenceShape(shapes, [], true)
    case 'thing':
      return of.length > 0 ? referenceShape(shapes, of, true) : undefined
    default: {
      const form = FORMS[kind]
      return form && formShape(shapes, kind, form)
    }
  }
}

// XPath and SPARQL know no groups that do not capture, and engines of SHACL differ in what `u` does.
const DEGREES = '(\\.[0-9]+)?(e-[0-9]+)?'
const LONGITUDE = `-?(180(\\.0+)?|(1[0-7][0-9]|[0-9]{1,2})${DEGREES})`
const LATITUDE = `-?(90(\\.0+)?|[0-8]?[0-9]${DEGREES})`
const PERCENT = '(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?([eE]-[0-9]+)?)'

/** A form of text. */
interface Form {
  readonly name: string
  readonly pattern: string
  readonly flags?: string
  readonly maxLength?: number
}

/** Kinds of values with a form of their own. */
const FORMS: { readonly [K in PredicateKind]?: Form } = {
  date: { name: 'edtf', pattern: EDTF_PATTERN, maxLength: EDTF_MAX_LENGTH },
  url: { name: 'url', pattern: patternOf(URL_FORM) },
  currency: { name: 'currency', pattern: patternOf(CURRENCY) },
  language: { name: 'language', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
  point: {
    name: 'point',
    pattern: `^\\s*POINT\\s*\\(\\s*${LONGITUDE}\\s+${LATITUDE}\\s*\\)\\s*$`,
    flags: 'i',
  },
}

function formShape(shapes: Shapes, kind: PredicateKind, { name, pattern, flags, maxLength }: Form): Iri {
  return shapes.shared(name, () => {
    const self = shapes.node(name, IN_WORDS[kind])
    shapes.add(self, SH.datatype, DATATYPES[kind]!)
    shapes.add(self, SH.pattern, literal(pattern))
    if (flags !== undefined) shapes.add(self, SH.flags, literal(flags))
    if (maxLength !== undefined) shapes.add(self, SH.maxLength, integerLiteral(maxLength))
  })
}

/** A value of one of the lists that are used here. */
function choiceShape(shapes: Shapes, uses: readonly Use[]): Iri {
  const lists = [...new Set(uses.flatMap(({ list }) => list ?? []))].sort()
  const [first = '', ...more] = lists
  if (more.length === 0) return listShape(shapes, first)
  return oneOf(
    shapes,
    `list-${lists.join('-or-')}`,
    `a value of one of the lists ${lists.join(', ')}`,
    lists.map((list) => (same) => listShape(same, list)),
  )
}

function listShape(shapes: Shapes, list: string): Iri {
  const { lexicon } = shapes
  return shapes.shared(`list-${list}`, (name) => {
    const self = shapes.node(name, `a value of the list ${list}`)
    const { values } = { ...lexicon.ontology.definition.lists, ...COMMON_LISTS }[list] ?? { values: {} }
    shapes.add(self, SH.in, new List(Object.keys(values).map((value) => lexicon.concept(list, value))))
  })
}

function oneOf(
  shapes: Shapes,
  what: string,
  message: string,
  members: readonly ((shapes: Shapes) => Iri)[],
): Iri {
  return shapes.shared(what, (name) => {
    const self = shapes.node(name, message)
    shapes.add(self, SH.or, new List(members.map((member) => member(shapes))))
  })
}

function datatypeShape(shapes: Shapes, name: string, datatype: Iri): Iri {
  return shapes.shared(name, () => shapes.add(shapes.node(name), SH.datatype, datatype))
}

function plainText(shapes: Shapes): Iri {
  return datatypeShape(shapes, 'text-plain', XSD.string)
}

const taggedText = (shapes: Shapes) => datatypeShape(shapes, 'text-in-a-language', RDF.langString)

function text(shapes: Shapes): Iri {
  return oneOf(shapes, 'text', 'a text, in a language or in none', [plainText, taggedText])
}

/** Several texts, of which one in several languages is JSON. */
function manyTexts(shapes: Shapes): Iri {
  const json = (same: Shapes) => datatypeShape(same, 'text-as-json', RDF.JSON)
  return oneOf(shapes, 'texts', 'a text, or a map of languages as JSON', [plainText, taggedText, json])
}

/** JSON and other tools write whole numbers as such. */
function numberShape(shapes: Shapes): Iri {
  return oneOf(
    shapes,
    'number',
    'a number',
    (['decimal', 'double', 'integer'] as const).map(
      (type) => (same) => datatypeShape(same, `number-${type}`, XSD[type]),
    ),
  )
}

function percent(shapes: Shapes): Iri {
  return shapes.shared('percent', (name) => {
    const self = shapes.node(name, 'a number within 0 and 100')
    shapes.add(self, SH.node, numberShape(shapes))
    shapes.add(self, SH.minInclusive, integerLiteral(0))
    shapes.add(self, SH.maxInclusive, integerLiteral(100))
  })
}

function percentRange(shapes: Shapes): Iri {
  return shapes.shared('range', (name) => {
    const self = shapes.node(name, 'two numbers within 0 and 100, as [25,50]')
    shapes.add(self, SH.datatype, shapes.lexicon.term('range'))
    shapes.add(self, SH.pattern, literal(`^\\[\\s*${PERCENT}\\s*,\\s*${PERCENT}\\s*\\]$`))
  })
}

/** Kinds in words, for messages. */
const IN_WORDS: { readonly [K in PredicateKind]: string } = {
  string: 'a plain string',
  text: 'a text, one in each language',
  words: 'texts, in a language or in none',
  literal: 'a text, in a language or in none',
  date: 'a date in EDTF',
  day: 'a day, as xsd:date',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  url: 'an address (http, https, urn or doi), as xsd:anyURI',
  share: 'a share in percent, or a range',
  likelihood: 'a word of ICD 203, or a range in percent',
  currency: 'three capital letters (ISO 4217)',
  language: 'a BCP 47 tag',
  point: 'POINT(longitude latitude) in degrees, as WKT',
  choice: 'a value of a list',
  entity: 'an entity, by its IRI',
  statement: 'a statement, by its IRI',
  thing: 'an entity or statement, by its IRI',
  foreign: 'JSON',
  name: 'the node of a name',
  identifier: 'the node of an identifier',
  address: 'the node of an address',
}

function inWords({ lexicon }: Shapes, { kind, uses, required, least, most }: Shaped): string {
  const { ontology } = lexicon
  const of = uses.flatMap((use) => use.of).filter((type) => ontology.types.has(type))
  const lists = [...new Set(uses.flatMap(({ list }) => list ?? []))].sort()
  const unlimited = kind === 'text' || kind === 'words' || uses.some(({ many }) => many)
  const what =
    kind === 'choice'
      ? `a value of the list ${lists.join(' or ')}`
      : (kind === 'entity' || kind === 'thing') && of.length > 0
        ? `${typesInWords([...new Set(of)], ontology)}${kind === 'thing' ? ' or a statement' : ''}, by its IRI`
        : IN_WORDS[kind]
  const within = least === undefined || most === undefined ? '' : ` from ${least} to ${most}`
  const count = required ? '; exactly one' : '; at most one'
  return `${what}${within}${unlimited ? '' : count}`
}
