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
