import type { Ontology } from '../../ontology/ontology'
import type { Vocabulary } from '../../ontology/typing'
import { inLanguage, iri, literal } from '../terms'
import { LABEL, RDF } from '../words'
import { checkVersion, type SchemaOptions, TITLE } from './edition'
import { schemaLexicon } from './lexicon'
import { addEntityShapes } from './shapes/entities'
import { addPartShapes } from './shapes/parts'
import { Shapes } from './shapes/shapes'
import { addStatementShapes } from './shapes/statements'
import { OWL, RDFS } from './terms'

/**
 * An ontology as shapes (SHACL Core), in Turtle: what RDF that this library writes keeps to, in layers 2 and 3. Every
 * shape has an IRI under `<ontology>/shapes#` and says in words what it asks, so that a report names what is wrong:
 * `State-existed`, `Supplies-item`, `Supplies-object`, `Claim-confidence`.
 *
 * - **Which types descend from which** an engine has to be told: `sh:class` asks for `rdfs:subClassOf`. Give it the data
 *   together with the ontology ({@link toOwl}); some engines look into the shapes instead, and want it there too. No other
 *   inference is needed. Targets name all types, so that nothing goes unseen without it.
 * - **Entities** are open: statements, direct triples and the words of others stand with them. **Statements, claims and
 *   nodes** of names, identifiers and addresses are closed, but for what is derived (`sc:status`, the four bounds) and
 *   `rdf:reifies`.
 * - **Details** stand on claims, and which there may be follows from the relation: a claim is checked with the statement
 *   that it is about, and what is wrong with its details is told at `Supplies-claims`, `Supplies-quantity` and the like.
 * - **What the data does not declare passes** wherever it is spoken of: it dangles, which is no error. So does an unnamed
 *   actor (`sc:unnamed true`) where its type is an ancestor of what is asked.
 * - **What shapes cannot say**: whether a date is in the calendar, whether the low end of a range comes first, whether a
 *   text is well-formed Unicode, whether an id follows from what it stands for.
 *
 * @param ontology the vocabulary, extended or not
 * @param options its version
 * @returns the same bytes for the same ontology and version
 * @throws {@link StatecraftError} `bad-value` for a version that cannot end an IRI
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 * import { toShacl } from 'statecraft/rdf'
 *
 * toShacl(core).includes('shapes:Supplies-item a sh:PropertyShape') // true
 * ```
 */
export function toShacl<D extends Vocabulary>(ontology: Ontology<D>, options: SchemaOptions = {}): string {
  const { version, title = TITLE } = options
  const shapes = new Shapes(schemaLexicon(ontology))
  shapes.add(shapes.self, RDF.type, OWL.Ontology)
  shapes.add(shapes.self, LABEL, inLanguage(`${title}: shapes`, 'en'))
  shapes.add(shapes.self, RDFS.comment, inLanguage('What data keeps to, in SHACL Core.', 'en'))
  if (version !== undefined) {
    checkVersion(version)
    shapes.add(shapes.self, OWL.versionInfo, literal(version))
    shapes.add(shapes.self, OWL.versionIRI, iri(`${shapes.self.value}/${version}`))
  }
  addEntityShapes(shapes)
  addPartShapes(shapes)
  addStatementShapes(shapes)
  return shapes.toString()
}
