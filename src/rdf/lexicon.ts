import { ID_BASE, type PrefixMap } from '../model/id'
import { statementClass } from '../ontology/common'
import type { Ontology } from '../ontology/ontology'
import { type Namespaces, NODES, namespacesOf } from './namespaces'
import { type Iri, iri } from './terms'
import { COMMON_TERMS } from './words'

/** A relation's three properties and its class. */
export interface RelationTerms {
  /** `sc:supplies`: layer 1. */
  readonly direct: Iri
  /** `scp:supplies`: from the subject to the statement. */
  readonly statement: Iri
  /** `scs:supplies`: from the statement to its object. */
  readonly object: Iri
  /** `sc:Supplies`: what the statement is a. */
  readonly type: Iri
}

const MAX_CACHED = 65_536
/** Lists whose values need no prefix: no property, relation or type may be called like one of them. */
const BARE_LISTS: ReadonlySet<string> = new Set(['stance', 'level'])

/** How the names of an ontology, and the ids of a graph, are written as IRIs. */
export class Lexicon {
  readonly ontology: Ontology
  readonly prefixes: PrefixMap
  readonly namespaces: Namespaces
  readonly #terms = new Map<string, Iri>()
  readonly #relations = new Map<string, RelationTerms>()
  readonly #entities = new Map<string, Iri>()

  constructor(ontology: Ontology, prefixes: PrefixMap) {
    this.ontology = ontology
    this.prefixes = prefixes
    this.namespaces = namespacesOf(ontology.definition.iri)
  }

  /** A name under `sc:`: a type, a property, or a word of the export itself. */
  term(name: string): Iri {
    let known = this.#terms.get(name)
    if (!known) {
      known = iri(this.namespaces.sc + name)
      if (this.#terms.size >= MAX_CACHED) this.#terms.clear() // schemes of identifiers come from foreign input
      this.#terms.set(name, known)
    }
    return known
  }

  /** The property of a field of records: of another vocabulary where that has the very one, else under `sc:`. */
  field(name: string): Iri {
    return COMMON_TERMS.get(name) ?? this.term(name)
  }

  /**
   * A value of a closed list: `sc:measure-asset-freeze`. No list has a hyphen in its name. Stances and levels are
   * words of their own: `sc:asserts`, `sc:asserted`.
   */
  concept(list: string, value: string): Iri {
    return this.term(BARE_LISTS.has(list) ? value : `${list}-${value}`)
  }

  relation(name: string): RelationTerms {
    let known = this.#relations.get(name)
    if (!known) {
      const { scp, scs } = this.namespaces
      known = {
        direct: this.term(name),
        statement: iri(scp + name),
        object: iri(scs + name),
        type: this.term(statementClass(name)),
      }
      this.#relations.set(name, known)
    }
    return known
  }

  /** An entity by its id. */
  entity(id: string): Iri {
    let known = this.#entities.get(id)
    if (!known) {
      known = iri(this.prefixes.iri(id))
      if (this.#entities.size >= MAX_CACHED) this.#entities.clear()
      this.#entities.set(id, known)
    }
    return known
  }

  /** A statement (`stmt:…`) or claim (`claim:…`) by its id. */
  derived(id: string): Iri {
    const colon = id.indexOf(':')
    return iri(`${ID_BASE}${id.slice(0, colon)}/${id.slice(colon + 1)}`)
  }

  /** A node by the hash of what it says. */
  node(hash: string): Iri {
    return iri(NODES + hash)
  }
}
