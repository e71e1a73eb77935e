import { VOCABULARIES } from '../namespaces'
import { Iri } from '../terms'

/** Terms that only the schemas use. */

const { owl, rdfs, skos } = VOCABULARIES

export const RDFS = {
  Datatype: new Iri(`${rdfs}Datatype`),
  comment: new Iri(`${rdfs}comment`),
  domain: new Iri(`${rdfs}domain`),
  range: new Iri(`${rdfs}range`),
  subClassOf: new Iri(`${rdfs}subClassOf`),
} as const

export const OWL = {
  AnnotationProperty: new Iri(`${owl}AnnotationProperty`),
  Class: new Iri(`${owl}Class`),
  DatatypeProperty: new Iri(`${owl}DatatypeProperty`),
  ObjectProperty: new Iri(`${owl}ObjectProperty`),
  Ontology: new Iri(`${owl}Ontology`),
  SymmetricProperty: new Iri(`${owl}SymmetricProperty`),
  TransitiveProperty: new Iri(`${owl}TransitiveProperty`),
  disjointWith: new Iri(`${owl}disjointWith`),
  inverseOf: new Iri(`${owl}inverseOf`),
  unionOf: new Iri(`${owl}unionOf`),
  versionIRI: new Iri(`${owl}versionIRI`),
  versionInfo: new Iri(`${owl}versionInfo`),
} as const

export const SKOS = {
  Concept: new Iri(`${skos}Concept`),
  ConceptScheme: new Iri(`${skos}ConceptScheme`),
  broader: new Iri(`${skos}broader`),
  closeMatch: new Iri(`${skos}closeMatch`),
  definition: new Iri(`${skos}definition`),
  inScheme: new Iri(`${skos}inScheme`),
  prefLabel: new Iri(`${skos}prefLabel`),
} as const

/** Its namespace; no data has words of it. */
export const SHACL = 'http://www.w3.org/ns/shacl#'

const sh = (name: string) => new Iri(SHACL + name)

export const SH = {
  BlankNodeOrIRI: sh('BlankNodeOrIRI'),
  IRI: sh('IRI'),
  NodeShape: sh('NodeShape'),
  PropertyShape: sh('PropertyShape'),
  Warning: sh('Warning'),
  class: sh('class'),
  closed: sh('closed'),
  datatype: sh('datatype'),
  flags: sh('flags'),
  hasValue: sh('hasValue'),
  ignoredProperties: sh('ignoredProperties'),
  in: sh('in'),
  inversePath: sh('inversePath'),
  maxCount: sh('maxCount'),
  maxInclusive: sh('maxInclusive'),
  maxLength: sh('maxLength'),
  message: sh('message'),
  minCount: sh('minCount'),
  minInclusive: sh('minInclusive'),
  minLength: sh('minLength'),
  node: sh('node'),
  nodeKind: sh('nodeKind'),
  not: sh('not'),
  or: sh('or'),
  path: sh('path'),
  pattern: sh('pattern'),
  property: sh('property'),
  qualifiedMaxCount: sh('qualifiedMaxCount'),
  qualifiedValueShape: sh('qualifiedValueShape'),
  severity: sh('severity'),
  targetClass: sh('targetClass'),
  targetObjectsOf: sh('targetObjectsOf'),
  targetSubjectsOf: sh('targetSubjectsOf'),
  uniqueLang: sh('uniqueLang'),
  zeroOrMorePath: sh('zeroOrMorePath'),
} as const
