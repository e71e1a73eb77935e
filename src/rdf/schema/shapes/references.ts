import { byCodeUnits } from '../../../model/canonical'
import type { Ontology } from '../../../ontology/ontology'
import { booleanLiteral, integerLiteral } from '../../literals'
import type { Iri, ObjectTerm } from '../../terms'
import { RDF } from '../../words'
import { unionName, widest } from '../classes'
import { SH } from '../terms'
import { List } from '../turtle'
import type { Shapes } from './shapes'

/** What else than entities may be spoken of. */
const STATEMENT = 'Statement'

/**
 * The shape of what is spoken of by its IRI: of one of these types, or a descendant. What the data does not declare passes
 * (it dangles, which is no error), and an unnamed actor where it might be what is asked: where its type is an ancestor.
 *
 * @param types names of types, of which those count that the ontology has; none: anything with an IRI
 * @param statement whether statements pass as well
 * @returns undefined where anything with an IRI passes
 */
export function referenceShape(
  shapes: Shapes,
  types: readonly string[],
  statement: boolean,
): Iri | undefined {
  const { ontology } = shapes.lexicon
  const known = widest(
    types.filter((type) => ontology.types.has(type)),
    ontology,
  )
  const classes = statement ? [...known, STATEMENT].sort(byCodeUnits) : known
  if (classes.length === 0) return undefined
  return shapes.shared(`ref-${unionName(classes)}`, (name) => {
    const self = shapes.node(name, `is ${typesInWords(classes, ontology)}, where the data says what it is`)
    const unnamed = unnamedShape(shapes, known)
    shapes.add(self, SH.nodeKind, SH.IRI)
    shapes.add(
      self,
      SH.or,
      new List([
        undeclaredShape(shapes),
        ...classes.map((type) => classShape(shapes, type)),
        ...(unnamed ? [unnamed] : []),
      ]),
    )
  })
}

/** Types in words: `technology, commodity or asset`. */
export function typesInWords(types: readonly string[], ontology: Ontology): string {
  const labels = types.map((type) =>
    ontology.types.has(type) ? ontology.typeLabel(type) : type.toLowerCase(),
  )
  const last = labels.at(-1) ?? ''
  return labels.length > 1 ? `${labels.slice(0, -1).join(', ')} or ${last}` : last
}

function undeclaredShape(shapes: Shapes): Iri {
  return shapes.shared('undeclared', (name) => {
    const self = shapes.property(name, RDF.type, 'the data does not say what it is')
    shapes.add(self, SH.maxCount, integerLiteral(0))
  })
}

function classShape(shapes: Shapes, type: string): Iri {
  return shapes.shared(`class-${type}`, (name) => {
    const self = shapes.node(name, `is of the class ${type}`)
    shapes.add(self, SH.class, shapes.lexicon.term(type))
  })
}

/** An unnamed actor of a type that is an ancestor of one that is asked; undefined where none has an ancestor. */
function unnamedShape(shapes: Shapes, types: readonly string[]): Iri | undefined {
  const { lexicon } = shapes
  const above = [...new Set(types.flatMap((type) => lexicon.ontology.lineage(type).slice(1)))].sort(
    byCodeUnits,
  )
  if (above.length === 0) return undefined
  return shapes.shared(`unnamed-as-${unionName(above)}`, (name) => {
    const self = shapes.node(name, 'is an unnamed actor that might be it')
    const unnamed = hasValueShape(shapes, 'unnamed', lexicon.term('unnamed'), booleanLiteral(true))
    const types = above.map((type) => hasValueShape(shapes, `typed-${type}`, RDF.type, lexicon.term(type)))
    shapes.add(self, SH.property, unnamed)
    shapes.add(self, SH.or, new List(types))
  })
}

function hasValueShape(shapes: Shapes, what: string, path: Iri, value: ObjectTerm): Iri {
  return shapes.shared(what, (name) => {
    const self = shapes.property(name, path, `is ${what}`)
    shapes.add(self, SH.hasValue, value)
  })
}
