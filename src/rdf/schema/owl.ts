import { COMMON_LISTS } from '../../ontology/common'
import type { Counterpart, ListDefinition } from '../../ontology/definition'
import { type Ontology, type Relation, words } from '../../ontology/ontology'
import type { Vocabulary } from '../../ontology/typing'
import type { Lexicon } from '../lexicon'
import { stemOf, VOCABULARIES } from '../namespaces'
import { type Iri, inLanguage, iri, literal } from '../terms'
import { EDTF, LABEL, RDF, WKT, XSD } from '../words'
import { COMMON_CLASSES, unionName, widest } from './classes'
import { DATATYPES } from './datatypes'
import { checkVersion, type SchemaOptions, TITLE } from './edition'
import { schemaLexicon } from './lexicon'
import { isProperty, OBJECT_KINDS, type Predicate, predicatesOf } from './predicates'
import { OWL, RDFS, SKOS } from './terms'
import { List, TurtleDocument } from './turtle'

/**
 * An ontology as OWL 2, in Turtle: classes, properties and closed lists (SKOS), and every word that the RDF of its data
 * has. There are no blank nodes but lists: unions of classes have names of their own (`sc:Organization-or-State`).
 *
 * It is made for reasoners (OWL 2 DL), and says less than the data must keep to: that is for SHACL. In particular there is
 * no property chain from `scp:` and `scs:` to direct relations: a reasoner would make facts of what is denied.
 *
 * - `sc:supplies` names its two halves, its class and its inverse: `sc:statementForm`, `sc:objectForm`,
 *   `sc:statementClass`, `owl:inverseOf`. Data has no inverses.
 * - Counterparts in other vocabularies come nearest, and are not the same: `skos:closeMatch`. Those of a relation that are
 *   properties stand at the direct relation, classes and codes at the class of its statements.
 * - Datatypes that are not OWL 2's own (EDTF, WKT, `xsd:date`, `rdf:JSON`) are no ranges here: reasoners refuse them.
 * - What takes IRIs and literals alike (`sc:likelihood`) is an annotation property, as OWL 2 DL asks.
 *
 * @param ontology the vocabulary, extended or not
 * @param options its version: `owl:versionInfo`, and the end of `owl:versionIRI`
 * @returns the same bytes for the same ontology and version
 * @throws {@link StatecraftError} `bad-value` for a version that cannot end an IRI; `bad-id` for a counterpart that is no
 * IRI
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 * import { toOwl } from 'statecraft/rdf'
 *
 * toOwl(core, { version: '1.0.0' }).includes('owl:versionIRI <https://w3id.org/statecraft/ns/1.0.0>') // true
 * ```
 */
export function toOwl<D extends Vocabulary>(ontology: Ontology<D>, options: SchemaOptions = {}): string {
  return new OwlWriter(schemaLexicon(ontology)).write(options)
}

/** Of the datatypes of our data, those of the OWL 2 datatype map (OWL 2 Structural Specification, §4). */
const KNOWN_TO_REASONERS: ReadonlySet<Iri> = new Set([XSD.string, XSD.boolean, XSD.integer, XSD.anyURI])

/** Labels and definitions are in English. */
const english = (text: string) => inLanguage(text, 'en')

class OwlWriter {
  readonly #lexicon: Lexicon
  readonly #ontology: Ontology
  readonly #predicates: readonly Predicate[]
  readonly #document: TurtleDocument

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.#ontology = lexicon.ontology
    this.#predicates = predicatesOf(lexicon)
    const { vocabularies } = this.#ontology.definition
    // Our own come last where they are called like one of the ontology's, and so stand.
    this.#document = new TurtleDocument({ ...vocabularies, ...VOCABULARIES, ...lexicon.namespaces })
  }

  write(options: SchemaOptions): string {
    this.#header(options)
    this.#classes()
    this.#disjointness()
    for (const predicate of this.#predicates) this.#property(predicate)
    for (const relation of this.#ontology.relations.values()) this.#relation(relation)
    for (const [name, list] of Object.entries({ ...this.#ontology.definition.lists, ...COMMON_LISTS }))
      this.#list(name, list)
    this.#words()
    this.#inverses()
    return this.#document.toString()
  }

  #header({ version, title = TITLE }: SchemaOptions): void {
    const stem = stemOf(this.#ontology.definition.iri)
    const self = iri(stem)
    const comment =
      'Types of entities, relations between them, and closed lists; with the words of three layers of RDF: direct ' +
      'triples, statements with their qualifiers, and claims, which tell who says so.'
    this.#document.add(self, RDF.type, OWL.Ontology)
    this.#document.add(self, LABEL, english(title))
    this.#document.add(self, RDFS.comment, english(comment))
    if (version === undefined) return
    checkVersion(version)
    this.#document.add(self, OWL.versionInfo, literal(version))
    this.#document.add(self, OWL.versionIRI, iri(`${stem}/${version}`))
  }

  #classes(): void {
    for (const [name, type] of this.#ontology.types) {
      const self = this.#describe(name, OWL.Class, this.#ontology.typeLabel(name), type.definition)
      if (type.extends !== undefined)
        this.#document.add(self, RDFS.subClassOf, this.#lexicon.term(type.extends))
      this.#match(self, type.counterparts)
    }
    for (const [name, definition] of Object.entries(COMMON_CLASSES))
      this.#describe(name, OWL.Class, name.toLowerCase(), definition)
  }

  /** Written at the first of two, in code-unit order. */
  #disjointness(): void {
    const apart = (names: readonly string[]) => {
      const terms = [...names].sort().map((name) => this.#lexicon.term(name))
      terms.forEach((term, i) => {
        this.#document.add(term, OWL.disjointWith, ...terms.slice(i + 1))
      })
    }
    const { types } = this.#ontology
    const below = (parent: string | undefined) =>
      [...types].filter(([, type]) => type.extends === parent).map(([name]) => name)
    apart([...below(undefined), ...Object.keys(COMMON_CLASSES)])
    for (const [name, { disjoint }] of types) if (disjoint) apart(below(name))
  }

  #property(predicate: Predicate): void {
    const { iri: self, label, definition, kind, uses } = predicate
    const lists = uses.some(({ ordered }) => ordered)
    const takesIris = OBJECT_KINDS.has(kind) || kind === 'choice' || kind === 'likelihood' || lists
    const takesLiterals =
      kind === 'likelihood' ||
      (!OBJECT_KINDS.has(kind) && kind !== 'choice' && uses.some((use) => !use.ordered))
    const foreign = !Object.values(this.#lexicon.namespaces).some((namespace) =>
      self.value.startsWith(namespace),
    )
    if (foreign) {
      // What others mean by their words is for them to say; those of RDF and OWL themselves are not even declared.
      if (self.value.startsWith(VOCABULARIES.rdf) || self.value.startsWith(VOCABULARIES.owl)) return
      const annotates = kind === 'text' || kind === 'words'
      const property = annotates ? OWL.AnnotationProperty : OWL.DatatypeProperty
      this.#document.add(self, RDF.type, takesIris ? OWL.ObjectProperty : property)
      return
    }
    const type =
      takesIris && takesLiterals ? OWL.AnnotationProperty : takesIris ? OWL.ObjectProperty : undefined
    this.#document.add(self, RDF.type, type ?? OWL.DatatypeProperty)
    this.#document.add(self, LABEL, english(label))
    this.#document.add(self, SKOS.definition, english(definition))
    const range = type === OWL.AnnotationProperty || lists ? undefined : this.#range(predicate)
    if (range) this.#document.add(self, RDFS.range, range)
    this.#match(self, predicate.counterparts)
  }

  /** The one class or datatype that all uses have. */
  #range({ kind, uses }: Predicate): Iri | undefined {
    if (kind === 'choice') return SKOS.Concept
    if (kind === 'statement') return this.#lexicon.term(uses[0]?.of[0] ?? 'Statement')
    if (kind === 'name' || kind === 'identifier' || kind === 'address')
      return this.#lexicon.term(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`)
    if (kind !== 'entity' && kind !== 'thing') {
      // Of other datatypes reasoners know nothing, and refuse what names them: they are for SHACL.
      const datatype = DATATYPES[kind]
      return datatype && KNOWN_TO_REASONERS.has(datatype) ? datatype : undefined
    }
    const known = uses.map(({ of }) => of.filter((type) => this.#ontology.types.has(type)))
    if (known.some((types) => types.length === 0)) return undefined // somewhere it takes any
    return this.#union(known.flat(), kind === 'thing' ? ['Statement'] : [])
  }

  /** A class, or several as one: under a name that says which. */
  #union(types: readonly string[], others: readonly string[] = []): Iri {
    const parts = [...widest(types, this.#ontology), ...others].sort()
    const [first, ...more] = parts
    const self = this.#lexicon.term(unionName(parts))
    if (first === undefined || more.length === 0) return self
    const labels = parts.map((name) =>
      others.includes(name) ? name.toLowerCase() : this.#ontology.typeLabel(name),
    )
    this.#document.add(self, RDF.type, OWL.Class)
    this.#document.add(self, LABEL, english(labels.join(' or ')))
    this.#document.add(self, OWL.unionOf, new List(parts.map((name) => this.#lexicon.term(name))))
    return self
  }

  #relation(relation: Relation): void {
    const { name, label, definition, from, symmetric, transitive } = relation
    const { direct, statement, object, type } = this.#lexicon.relation(name)
    const domain = this.#union(from)
    const add = this.#document.add.bind(this.#document)

    if (symmetric) add(direct, RDF.type, OWL.SymmetricProperty)
    if (transitive) add(direct, RDF.type, OWL.TransitiveProperty)
    add(direct, RDFS.domain, domain)
    add(direct, this.#lexicon.term('statementForm'), statement)
    add(direct, this.#lexicon.term('objectForm'), object)
    add(direct, this.#lexicon.term('statementClass'), type)

    add(statement, RDFS.domain, domain)
    add(object, RDFS.domain, type)

    add(type, RDF.type, OWL.Class)
    add(type, LABEL, english(`${label} (statement)`))
    add(type, SKOS.definition, english(`a statement that ${definition}`))
    add(type, RDFS.subClassOf, this.#lexicon.term('Statement'))
    this.#match(
      type,
      relation.counterparts?.filter((term) => !isProperty(term)),
    )
  }

  /**
   * Direct relations seen from the object: for reasoners and people, never in data. They come last, and take names that
   * nothing else has.
   */
  #inverses(): void {
    for (const { name: relation, label, inverse } of this.#ontology.relations.values()) {
      if (inverse === undefined) continue
      let name = camelCase(inverse) ?? `${relation}Inverse`
      if (this.#document.has(this.#lexicon.term(name))) name = `${relation}Inverse`
      while (this.#document.has(this.#lexicon.term(name))) name += 'Inverse'
      const self = this.#describe(name, OWL.ObjectProperty, inverse, `the other direction of: ${label}`)
      this.#document.add(self, OWL.inverseOf, this.#lexicon.relation(relation).direct)
    }
  }

  #list(name: string, { definition, values }: ListDefinition): void {
    const scheme = this.#lexicon.term(`list-${name}`)
    this.#document.add(scheme, RDF.type, SKOS.ConceptScheme)
    this.#document.add(scheme, SKOS.prefLabel, english(words(name)))
    this.#document.add(scheme, SKOS.definition, english(definition))
    for (const [value, entry] of Object.entries(values)) {
      const self = this.#lexicon.concept(name, value)
      this.#document.add(self, RDF.type, SKOS.Concept)
      this.#document.add(self, SKOS.inScheme, scheme)
      this.#document.add(self, SKOS.prefLabel, english(value.replaceAll('-', ' ')))
      this.#document.add(self, SKOS.definition, english(entry.definition))
      const broader = (entry.broader ?? []).map((other) => this.#lexicon.concept(name, other))
      this.#document.add(self, SKOS.broader, ...broader)
      this.#match(self, entry.counterparts)
    }
  }

  /** Words of the ontology itself, and the kinds of those of others. */
  #words(): void {
    for (const [name, label, definition] of [
      ['statementForm', 'statement form', 'from a direct relation to the one from subject to statement'],
      ['objectForm', 'object form', 'from a direct relation to the one from statement to object'],
      ['statementClass', 'statement class', 'from a direct relation to the class of its statements'],
      ['idPrefix', 'id prefix', 'the prefix of the ids whose IRIs begin with this namespace'],
    ] as const) {
      this.#describe(name, OWL.AnnotationProperty, label, definition)
    }
    this.#describe('range', RDFS.Datatype, 'range', 'two numbers, the lower first, as JSON: [25,50]')
    for (const datatype of [EDTF, WKT]) this.#document.add(datatype, RDF.type, RDFS.Datatype)
    for (const kind of [SKOS.Concept, SKOS.ConceptScheme]) this.#document.add(kind, RDF.type, OWL.Class)
    for (const link of [SKOS.inScheme, SKOS.broader]) this.#document.add(link, RDF.type, OWL.ObjectProperty)
    for (const note of [SKOS.prefLabel, SKOS.definition, SKOS.closeMatch])
      this.#document.add(note, RDF.type, OWL.AnnotationProperty)
  }

  /** Adds what a term is, what it is called, and what it means. */
  #describe(name: string, type: Iri, label: string, definition: string): Iri {
    const self = this.#lexicon.term(name)
    this.#document.add(self, RDF.type, type)
    this.#document.add(self, LABEL, english(label))
    this.#document.add(self, SKOS.definition, english(definition))
    return self
  }

  #match(self: Iri, counterparts: readonly Counterpart[] = []): void {
    const { vocabularies } = this.#ontology.definition
    const terms = counterparts.map((term) => {
      const colon = term.indexOf(':')
      return iri(`${vocabularies[term.slice(0, colon)]}${term.slice(colon + 1)}`)
    })
    this.#document.add(self, SKOS.closeMatch, ...terms)
  }
}

/** `is supplied by` → "isSuppliedBy"; undefined for a label of other letters than a name takes. */
function camelCase(label: string): string | undefined {
  const name = label.trim().replace(/[\s-]+(\S)/gu, (_, letter: string) => letter.toUpperCase())
  return /^[a-z][A-Za-z0-9]*$/.test(name) ? name : undefined
}
