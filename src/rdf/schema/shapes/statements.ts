import {
  COMMON_CLAIM_FIELDS,
  type CommonField,
  STANDING_FIELDS,
  statementClass,
} from '../../../ontology/common'
import { MAX_OCCURRENCE } from '../../../ontology/fields'
import type { Property, Relation } from '../../../ontology/ontology'
import { booleanLiteral, integerLiteral } from '../../literals'
import type { Iri } from '../../terms'
import { RDF, REIFIES, XSD } from '../../words'
import { SH } from '../terms'
import { Anonymous, List } from '../turtle'
import { referenceShape, typesInWords } from './references'
import type { Shapes } from './shapes'
import { shaped, valueShapes } from './values'

/** The shapes of the statements of each relation, and of claims. */
export function addStatementShapes(shapes: Shapes): void {
  addClaim(shapes)
  for (const relation of shapes.lexicon.ontology.relations.values()) {
    addStatement(shapes, relation)
    if (relation.alike) addAlike(shapes, relation)
    for (const detail of relation.details.values()) if (detail.required) addRequired(shapes, relation, detail)
  }
}

/** From a statement to the claims about it. */
const claimsOf = ({ lexicon }: Shapes) => new Anonymous(SH.inversePath, lexicon.term('about'))

function addStatement(shapes: Shapes, relation: Relation): void {
  const { lexicon } = shapes
  const terms = lexicon.relation(relation.name)
  const name = statementClass(relation.name)
  const self = shapes.node(
    name,
    `${relation.name}: a statement of the class ${name}, with its qualifiers and nothing else`,
  )
  shapes.add(self, SH.targetClass, terms.type)
  shapes.add(self, SH.targetObjectsOf, terms.statement)
  shapes.add(self, SH.class, terms.type)
  shapes.add(self, SH.nodeKind, SH.BlankNodeOrIRI)
  shapes.add(self, SH.closed, booleanLiteral(true))
  shapes.add(self, SH.ignoredProperties, new List([RDF.type, REIFIES]))
  shapes.add(
    self,
    SH.property,
    end(shapes, relation, 'subject', new Anonymous(SH.inversePath, terms.statement)),
    end(shapes, relation, 'object', terms.object),
    occurrence(shapes),
    claims(shapes, relation),
    ...standing(shapes),
    ...[...relation.defining.values()].flatMap((qualifier) =>
      useShapes(shapes, relation, qualifier, 'Statement'),
    ),
  )
}

function end(shapes: Shapes, relation: Relation, which: 'subject' | 'object', path: Iri | Anonymous): Iri {
  const types = which === 'subject' ? relation.from : relation.to
  const message = `${which} of ${relation.name}: ${typesInWords(types, shapes.lexicon.ontology)}, by its IRI; exactly one`
  const self = shapes.property(`${statementClass(relation.name)}-${which}`, path, message)
  shapes.add(self, SH.minCount, integerLiteral(1))
  shapes.add(self, SH.maxCount, integerLiteral(1))
  const node = referenceShape(shapes, types, false)
  if (node) shapes.add(self, SH.node, node)
  else shapes.add(self, SH.nodeKind, SH.IRI)
  return self
}

function occurrence(shapes: Shapes): Iri {
  return shapes.shared('Statement-occurrence', (name) => {
    const message = `occurrence: a plain string of at most ${MAX_OCCURRENCE} characters; one at most`
    const self = shapes.property(name, shapes.lexicon.term('occurrence'), message)
    shapes.add(self, SH.maxCount, integerLiteral(1))
    shapes.add(self, SH.datatype, XSD.string)
    shapes.add(self, SH.maxLength, integerLiteral(MAX_OCCURRENCE))
  })
}

/** What is worked out when a file is written: nobody reads it back, but whoever queries trusts it. */
function standing(shapes: Shapes): Iri[] {
  return (STANDING_FIELDS as readonly CommonField[]).flatMap((field) => {
    const { name, kind } = field
    const value = shaped({ ...field, kind: kind === 'date' ? 'day' : kind })
    return valueShapes(shapes, `Statement-${name}`, shapes.lexicon.term(name), name, value)
  })
}

/** The shapes of a qualifier or detail; one for all relations where all have it. */
function useShapes(
  shapes: Shapes,
  relation: Relation,
  property: Property,
  every: 'Statement' | 'Claim',
): Iri[] {
  const { lexicon } = shapes
  const { defining, details } = lexicon.ontology.definition.everyRelation
  const { name, kind } = property
  const shared = Object.hasOwn(every === 'Statement' ? defining : details, name)
  const of = shared ? every : statementClass(relation.name)
  // A required detail is asked of each claim but a denial: that has a shape of its own.
  const required = property.required && every === 'Statement'
  return valueShapes(
    shapes,
    `${of}-${name}`,
    lexicon.field(name),
    `${name} of ${shared ? `a ${every.toLowerCase()}` : relation.name}`,
    {
      kind,
      uses: [property],
      required,
    },
  )
}

/** What the claims about statements of a relation may say: its details, and no others. */
function claims(shapes: Shapes, relation: Relation): Iri {
  const details = [...relation.details.values()]
  const message = `claims about ${relation.name}: at least one, and none with a detail of another relation`
  const self = shapes.property(`${statementClass(relation.name)}-claims`, claimsOf(shapes), message)
  shapes.add(self, SH.minCount, integerLiteral(1))
  shapes.add(self, SH.node, closedClaim(shapes, relation))
  shapes.add(self, SH.property, ...details.flatMap((detail) => useShapes(shapes, relation, detail, 'Claim')))
  return self
}

/** A claim that says nothing but what claims about a relation can say; relations with the same details share it. */
function closedClaim(shapes: Shapes, { details }: Relation): Iri {
  const { lexicon } = shapes
  const every = lexicon.ontology.definition.everyRelation.details
  const own = [...details.keys()].filter((name) => !Object.hasOwn(every, name)).sort()
  return shapes.shared(['claim', ...own].join('-'), (name) => {
    const self = shapes.node(name, `a claim with no details but ${[...details.keys()].join(', ')}`)
    const fields = COMMON_CLAIM_FIELDS.map((field) => lexicon.field(field.name))
    const own = [...details.keys()].map((detail) => lexicon.field(detail))
    shapes.add(self, SH.closed, booleanLiteral(true))
    shapes.add(self, SH.ignoredProperties, new List([RDF.type, lexicon.term('about'), ...fields, ...own]))
  })
}

/** What every claim may say; its details are asked of the statement that it is about. */
function addClaim(shapes: Shapes): void {
  const { lexicon } = shapes
  const self = shapes.node('Claim', 'claim: what is about a statement is of the class Claim')
  const about = shapes.property('Claim-about', lexicon.term('about'), 'about: a statement; exactly one')
  shapes.add(self, SH.targetClass, lexicon.term('Claim'))
  shapes.add(self, SH.targetSubjectsOf, lexicon.term('about'))
  shapes.add(self, SH.class, lexicon.term('Claim'))
  shapes.add(self, SH.nodeKind, SH.BlankNodeOrIRI)
  shapes.add(about, SH.minCount, integerLiteral(1))
  shapes.add(about, SH.maxCount, integerLiteral(1))
  shapes.add(about, SH.class, lexicon.term('Statement'))
  shapes.add(self, SH.property, about)
  for (const field of COMMON_CLAIM_FIELDS as readonly CommonField[]) {
    const { name } = field
    shapes.add(
      self,
      SH.property,
      ...valueShapes(shapes, `Claim-${name}`, lexicon.field(name), name, shaped(field)),
    )
  }
}

/** A detail that each claim has, unless it denies: without it, it reads as not stated, which is no error. */
function addRequired(shapes: Shapes, relation: Relation, { name }: Property): void {
  const { lexicon } = shapes
  const of = statementClass(relation.name)
  const message = `${name} of ${relation.name}: each claim has it, but a denial`
  const self = shapes.property(`${of}-${name}-required`, claimsOf(shapes), message)
  const denial = shapes.shared('denial', (shape) => {
    const property = shapes.property(shape, lexicon.field('stance'), 'it denies')
    shapes.add(property, SH.hasValue, lexicon.concept('stance', 'denies'))
  })
  const given = shapes.property(`${of}-${name}-given`, lexicon.field(name), `has ${name}`)
  shapes.add(given, SH.minCount, integerLiteral(1))
  shapes.add(self, SH.severity, SH.Warning)
  shapes.add(self, SH.or, new List([denial, given]))
  shapes.add(shapes.iri(of), SH.property, self)
}

/** Like with like: both ends are of one of the types. */
function addAlike(shapes: Shapes, relation: Relation): void {
  const { lexicon } = shapes
  const { statement, object, type } = lexicon.relation(relation.name)
  const of = statementClass(relation.name)
  const self = shapes.node(
    `${of}-like-with-like`,
    `subject and object: ${relation.name} joins like with like`,
  )
  shapes.add(self, SH.targetClass, type)
  const sorts = relation.from.map((sort) => {
    const what = typesInWords([sort], lexicon.ontology)
    const both = shapes.node(`${of}-of-${sort}`, `subject and object are both: ${what}`)
    const [from, to] = (['subject', 'object'] as const).map((which) => {
      const path = which === 'subject' ? new Anonymous(SH.inversePath, statement) : object
      const property = shapes.property(`${of}-of-${sort}-${which}`, path, `${which}: ${what}`)
      shapes.add(property, SH.node, referenceShape(shapes, [sort], false)!)
      return property
    })
    shapes.add(both, SH.property, from!, to!)
    return both
  })
  shapes.add(self, SH.or, new List(sorts))
}
