import { SCHEMES } from '../../../model/schemes'
import type { Ontology } from '../../../ontology/ontology'
import { booleanLiteral, integerLiteral } from '../../literals'
import { type Iri, literal } from '../../terms'
import { LABEL, RDF, SAME_AS, XSD } from '../../words'
import { entityPredicates } from '../predicates'
import { SH } from '../terms'
import { List } from '../turtle'
import { patternOf } from './pattern'
import type { Shapes } from './shapes'
import { valueShapes } from './values'

/** The shapes of entities: what all have, what those of each type have, and what an entity cannot be at once. */
export function addEntityShapes(shapes: Shapes): void {
  addCommon(shapes)
  addLabelRule(shapes)
  addUnnamedRule(shapes)
  for (const type of shapes.lexicon.ontology.types.keys()) addType(shapes, type)
  addTypeRules(shapes)
  addIdentifierLiterals(shapes)
}

/** A shape that all entities are asked, whether or not the data says which types descend from which. */
function entityShape(shapes: Shapes, name: string, message: string): Iri {
  const { lexicon } = shapes
  const self = shapes.node(name, message)
  shapes.add(self, SH.targetClass, ...[...lexicon.ontology.types.keys()].map((type) => lexicon.term(type)))
  return self
}

function addCommon(shapes: Shapes): void {
  const { lexicon } = shapes
  const self = entityShape(shapes, 'entity', 'an entity has an IRI')
  shapes.add(self, SH.nodeKind, SH.IRI)
  for (const predicate of entityPredicates(lexicon)) {
    const { name, iri } = predicate
    shapes.add(self, SH.property, ...valueShapes(shapes, `entity-${name}`, iri, name, predicate))
  }
}

function addLabelRule(shapes: Shapes): void {
  const { lexicon } = shapes
  const self = entityShape(shapes, 'entity-has-a-label', 'label: every entity has one, but an unnamed actor')
  const labelled = shapes.property('labelled', LABEL, 'has a label')
  shapes.add(labelled, SH.minCount, integerLiteral(1))
  const unnamed = shapes.property('labelled-or-unnamed', lexicon.term('unnamed'), 'is unnamed')
  shapes.add(unnamed, SH.hasValue, booleanLiteral(true))
  shapes.add(self, SH.or, new List([labelled, unnamed]))
}

function addUnnamedRule(shapes: Shapes): void {
  const { lexicon } = shapes
  const self = entityShape(
    shapes,
    'entity-unnamed-is-nobody-else',
    'sameAs: an unnamed actor is never merged',
  )
  const alone = shapes.property('without-sameAs', SAME_AS, 'is merged with nothing')
  shapes.add(alone, SH.maxCount, integerLiteral(0))
  const unnamed = shapes.property('not-named', lexicon.term('unnamed'), 'is unnamed')
  shapes.add(unnamed, SH.hasValue, booleanLiteral(true))
  const named = shapes.node('named', 'is not unnamed')
  shapes.add(named, SH.not, unnamed)
  shapes.add(self, SH.or, new List([named, alone]))
}

/** A type and those that descend from it. */
function kin(type: string, ontology: Ontology): string[] {
  return [...ontology.types.keys()].filter((other) => ontology.isA(other, type))
}

function addType(shapes: Shapes, type: string): void {
  const { lexicon } = shapes
  const { ontology } = lexicon
  const self = shapes.node(type, `${ontology.typeLabel(type)}: an entity has an IRI`)
  const below = kin(type, ontology)
  shapes.add(self, SH.targetClass, ...below.map((one) => lexicon.term(one)))
  shapes.add(self, SH.nodeKind, SH.IRI)
  const { fields = {}, extends: parent } = ontology.types.get(type)!
  for (const name of Object.keys(fields)) {
    // What a type inherits is in the shape of its ancestor, which has it among its targets.
    if (parent !== undefined && ontology.fields(parent).has(name)) continue
    // Whatever types an entity has beside, all shapes of one field ask the same: what any of them may have.
    const may = [...ontology.types.keys()].filter((other) => ontology.compatible(other, type))
    const uses = may.flatMap((other) => ontology.fields(other).get(name) ?? [])
    const value = { kind: ontology.fields(type).get(name)!.kind, uses }
    const word = `${name} of ${ontology.typeLabel(type)}`
    shapes.add(self, SH.property, ...valueShapes(shapes, `${type}-${name}`, lexicon.field(name), word, value))
  }
}

/** Nothing is of two branches below a type whose subtypes are disjoint, nor below two roots. */
function addTypeRules(shapes: Shapes): void {
  const { lexicon } = shapes
  const { ontology } = lexicon
  const parents = [
    undefined,
    ...[...ontology.types].flatMap(([name, { disjoint }]) => (disjoint ? [name] : [])),
  ]
  for (const parent of parents) {
    const branches = [...ontology.types].flatMap(([name, type]) => (type.extends === parent ? [name] : []))
    for (const branch of branches) {
      const others = branches.filter((other) => other !== branch).flatMap((other) => kin(other, ontology))
      if (others.length === 0) continue
      const what = ontology.typeLabel(branch)
      const self = shapes.property(
        `${branch}-type`,
        RDF.type,
        `type: ${what} and types of other branches exclude each other`,
      )
      const beside = shapes.node(`beside-${branch}`)
      shapes.add(beside, SH.in, new List(others.map((type) => lexicon.term(type))))
      shapes.add(self, SH.not, beside)
      shapes.add(shapes.iri(branch), SH.property, self)
    }
  }
}

/** Identifiers that are literals, wherever they stand. */
function addIdentifierLiterals(shapes: Shapes): void {
  for (const [scheme, entry] of Object.entries(SCHEMES)) {
    const path = shapes.lexicon.concept('identifier', scheme)
    const self = shapes.property(`identifier-${scheme}`, path, `${scheme}: ${entry.definition}`)
    shapes.add(self, SH.targetSubjectsOf, path)
    shapes.add(self, SH.datatype, XSD.string)
    if ('form' in entry) shapes.add(self, SH.pattern, literal(patternOf(entry.form)))
    else shapes.add(self, SH.minLength, integerLiteral(1))
  }
}
