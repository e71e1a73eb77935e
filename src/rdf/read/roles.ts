import type * as Rdf from '@rdfjs/types'
import { NAME_KINDS, type NameKind } from '../../model/record'
import { COMMON_CLAIM_FIELDS, ENTITY_FIELDS, PARTS, STANDING_FIELDS } from '../../ontology/common'
import type { Lexicon } from '../lexicon'
import { ALT_LABEL, RDF, REIFIES } from '../words'

/** What a predicate of our own RDF says. */
export type Role =
  | { readonly is: 'type' }
  /** A field of an entity, a qualifier of a statement, a detail or field of a claim, a part of a node: as records call it. */
  | { readonly is: 'field'; readonly name: string }
  /** A literal that is a name by itself. */
  | { readonly is: 'name'; readonly kind: NameKind }
  /** A literal that is an identifier by itself. */
  | { readonly is: 'identifier'; readonly scheme: string }
  /** A literal that is an address by itself. */
  | { readonly is: 'address' }
  /** To the node of a name, identifier or address. */
  | { readonly is: 'node'; readonly of: keyof typeof PARTS }
  /** Layer 1, and layer 2 on either side of the statement. */
  | { readonly is: 'direct' | 'statement' | 'object'; readonly relation: string }
  /** What is worked out when a file is written. */
  | { readonly is: 'derived' }

/** What the predicates and classes of our own RDF mean, in one ontology. */
export class Roles {
  readonly #roles = new Map<string, Role>()
  readonly #types = new Map<string, string>()
  readonly #parts = new Set<string>()
  readonly #identifier: string
  readonly #namespaces: readonly string[]
  /** Predicates by which statements speak of others. */
  readonly speaking: ReadonlySet<string>
  /** `sc:Claim`, from a claim to its statement, and from a namespace to its prefix. */
  readonly claim: string
  readonly about: string
  readonly idPrefix: string

  constructor(lexicon: Lexicon) {
    const { ontology } = lexicon
    this.#namespaces = Object.values(lexicon.namespaces)
    const set = (term: Rdf.NamedNode, role: Role) => this.#roles.set(term.value, role)
    const field = (name: string) => set(lexicon.field(name), { is: 'field', name })
    for (const name of Object.keys(ontology.definition.properties)) field(name)
    for (const { name } of [...ENTITY_FIELDS, ...COMMON_CLAIM_FIELDS]) field(name)
    for (const name of ['occurrence', 'nameKind', 'scheme']) field(name)
    for (const { name } of [...PARTS.name, ...PARTS.identifier, ...PARTS.address]) {
      // What stands at `rdf:value` is read where it stands; `kind` is `nameKind` there.
      if (!['text', 'value', 'kind', 'lang'].includes(name)) field(name)
    }
    for (const { name } of STANDING_FIELDS) set(lexicon.term(name), { is: 'derived' })
    for (const kind of NAME_KINDS) {
      set(kind === 'alias' ? ALT_LABEL : lexicon.concept('name', kind), { is: 'name', kind })
    }
    set(lexicon.concept('address', 'text'), { is: 'address' })
    for (const of of ['name', 'identifier', 'address'] as const) set(lexicon.term(of), { is: 'node', of })
    for (const relation of ontology.relations.keys()) {
      const terms = lexicon.relation(relation)
      for (const is of ['direct', 'statement', 'object'] as const) set(terms[is], { is, relation })
      this.#parts.add(terms.type.value)
    }
    for (const type of ontology.types.keys()) this.#types.set(lexicon.term(type).value, type)
    const properties = Object.entries(ontology.definition.properties)
    const speaking = properties.filter(([, { kind }]) => kind === 'statement' || kind === 'thing')
    this.speaking = new Set(speaking.map(([name]) => lexicon.term(name).value))
    this.#identifier = lexicon.concept('identifier', '').value
    for (const name of ['Claim', 'Name', 'Identifier', 'Address']) this.#parts.add(lexicon.term(name).value)
    this.claim = lexicon.term('Claim').value
    this.about = lexicon.term('about').value
    this.idPrefix = lexicon.term('idPrefix').value
    set(RDF.type, { is: 'type' })
    set(REIFIES, { is: 'derived' })
    for (const iri of [this.about, this.idPrefix]) this.#roles.set(iri, { is: 'derived' })
  }

  /** Whether an IRI is one of the ontology's own words, or a misspelt one. */
  isOwn(iri: string): boolean {
    return this.#namespaces.some((namespace) => iri.startsWith(namespace))
  }

  /** All predicates and classes that mean something here: what a misspelt one may have been. */
  *words(): Generator<string> {
    yield* this.#roles.keys()
    yield* this.#types.keys()
    yield* this.#parts
  }

  /** Undefined for a predicate that is none of ours. */
  of(predicate: Rdf.Term): Role | undefined {
    const { value } = predicate
    const known = this.#roles.get(value)
    if (known || !value.startsWith(this.#identifier)) return known
    return { is: 'identifier', scheme: value.slice(this.#identifier.length) }
  }

  /** The type that a class stands for. */
  type(term: Rdf.Term): string | undefined {
    return term.termType === 'NamedNode' ? this.#types.get(term.value) : undefined
  }

  /** Whether a class is that of statements, claims, or of parts of entities: of what is no entity itself. */
  isPart(term: Rdf.Term): boolean {
    return this.#parts.has(term.value)
  }
}
