import { SCHEMES } from '../../../model/schemes'
import { type CommonField, PARTS, SCRIPT } from '../../../ontology/common'
import { OWN_SCHEME } from '../../../ontology/parts'
import { booleanLiteral, integerLiteral } from '../../literals'
import { type Iri, literal } from '../../terms'
import { RDF } from '../../words'
import { partPath } from '../predicates'
import { SH } from '../terms'
import { List } from '../turtle'
import { patternOf } from './pattern'
import type { Shapes } from './shapes'
import { shaped, valueShapes } from './values'

/** The shapes of the nodes of names, identifiers and addresses. They say nothing but their parts. */
export function addPartShapes(shapes: Shapes): void {
  for (const part of ['name', 'identifier', 'address'] as const) addNode(shapes, part)
  addScriptRule(shapes)
  addIdentifierRule(shapes)
  addAddressRule(shapes)
}

function addNode(shapes: Shapes, part: keyof typeof PARTS): void {
  const { lexicon } = shapes
  const name = `${part.charAt(0).toUpperCase()}${part.slice(1)}`
  const type = lexicon.term(name)
  const self = shapes.node(name, `${part}: a node of the class ${name}, with its parts and nothing else`)
  shapes.add(self, SH.targetClass, type)
  shapes.add(self, SH.targetObjectsOf, lexicon.term(part))
  shapes.add(self, SH.class, type)
  shapes.add(self, SH.closed, booleanLiteral(true))
  shapes.add(self, SH.ignoredProperties, new List([RDF.type]))
  for (const field of PARTS[part] as readonly CommonField[]) {
    const path = partPath(field.name, lexicon)
    if (path === undefined) continue
    // A name has its language; a number or an address has none.
    const inALanguage = part === 'name' && field.name === 'text'
    const value = shaped(inALanguage ? { ...field, kind: 'literal' } : field)
    shapes.add(self, SH.property, ...valueShapes(shapes, `${name}-${field.name}`, path, field.name, value))
  }
}

/** A rule over the nodes of a class, beside the shapes of their parts. */
function rule(shapes: Shapes, type: string, name: string, message: string): Iri {
  const self = shapes.node(`${type}-${name}`, message)
  shapes.add(self, SH.targetClass, shapes.lexicon.term(type))
  return self
}

function addScriptRule(shapes: Shapes): void {
  const self = shapes.property(
    'Name-script-form',
    shapes.lexicon.term('script'),
    'script: four letters (ISO 15924)',
  )
  shapes.add(self, SH.targetClass, shapes.lexicon.term('Name'))
  shapes.add(self, SH.pattern, literal(patternOf(SCRIPT)))
}

/** The value of an identifier has the form of its scheme; a scheme is one that is known, or begins with `x-`. */
function addIdentifierRule(shapes: Shapes): void {
  const scheme = shapes.lexicon.term('scheme')
  const forms: Record<string, RegExp> = {}
  const free: string[] = []
  for (const [name, entry] of Object.entries(SCHEMES)) {
    if ('form' in entry) forms[name] = entry.form
    else free.push(name)
  }
  const members = Object.entries(forms).map(([name, form]) => {
    const is = shapes.property(`scheme-is-${name}`, scheme, `the scheme is ${name}`)
    shapes.add(is, SH.hasValue, literal(name))
    const value = shapes.property(`value-of-${name}`, RDF.value, `a value of the form of ${name}`)
    shapes.add(value, SH.pattern, literal(patternOf(form)))
    const self = shapes.node(`identifier-of-${name}`)
    shapes.add(self, SH.property, is, value)
    return self
  })
  const is = shapes.property(
    'scheme-without-a-form',
    scheme,
    'a scheme whose values have no form, or one with x-',
  )
  shapes.add(is, SH.pattern, literal(`^(${free.join('|')})$|${patternOf(OWN_SCHEME)}`))
  const value = shapes.property('value-without-a-form', RDF.value, 'a value that is not empty')
  shapes.add(value, SH.minLength, integerLiteral(1))
  const other = shapes.node('identifier-without-a-form')
  shapes.add(other, SH.property, is, value)
  const message =
    'identifier: its scheme is known or begins with x-, and its value has the form of the scheme'
  shapes.add(rule(shapes, 'Identifier', 'form', message), SH.or, new List([...members, other]))
}

function addAddressRule(shapes: Shapes): void {
  const parts = PARTS.address.map(({ name }) => {
    const self = shapes.property(`address-with-${name}`, partPath(name, shapes.lexicon)!, `has a ${name}`)
    shapes.add(self, SH.minCount, integerLiteral(1))
    return self
  })
  shapes.add(rule(shapes, 'Address', 'has-parts', 'address: it has some part'), SH.or, new List(parts))
}
