import type { Ontology } from '../../ontology/ontology'
import type { Vocabulary } from '../../ontology/typing'
import type { Lexicon } from '../lexicon'
import { VOCABULARIES } from '../namespaces'
import type { Iri } from '../terms'
import { XSD } from '../words'
import { DATATYPES } from './datatypes'
import { schemaLexicon } from './lexicon'
import { OBJECT_KINDS, type Predicate, predicatesOf } from './predicates'

/** How one term of a context is defined. */
export interface ContextDefinition {
  readonly '@id'?: string
  readonly '@reverse'?: string
  readonly '@type'?: string
  readonly '@container'?: '@language'
  readonly '@prefix'?: true
}

/** A JSON-LD 1.1 context, as a document of its own. */
export interface JsonLdContext {
  readonly '@context': {
    readonly '@version': 1.1
    readonly '@vocab': string
    readonly [term: string]: string | number | ContextDefinition
  }
}

/** How a predicate is written in JSON-LD. */
export interface ContextTerm {
  /** The key: a term of the context, a name under `@vocab`, a CURIE or an IRI. */
  readonly name: string
  /**
   * What a bare string at this key is read as: `@id` an id, `@vocab` a name of the ontology, `@json` JSON as it is, else
   * the datatype's IRI. Undefined: a plain string, whole number or boolean. Anything else is written in full.
   */
  readonly type?: string
  /** Texts stand in a map of languages; `@none` for those in none. */
  readonly container?: '@language'
}

/**
 * The context of an ontology, and how each predicate is written under it: one for whoever reads JSON-LD, the other for
 * whoever writes it, of the same data.
 *
 * A prefix of ids that is called like a term (`source`, `event`, `treaty`) cannot be declared beside it: JSON-LD would
 * take `source:x` for an IRI of the scheme `source`. {@link has} tells.
 */
export class ContextTerms {
  /** What stands in `@context`. */
  readonly context: JsonLdContext['@context']
  readonly #terms = new Map<string, ContextTerm>()
  readonly #namespaces: readonly (readonly [prefix: string, namespace: string])[]
  readonly #vocab: string

  constructor(lexicon: Lexicon) {
    const { namespaces } = lexicon
    this.#vocab = namespaces.sc
    // `geo:` is a scheme of IRIs as well: beside such a prefix, `geo:37.8,-122.4` would be something else.
    const { geo: _, ...vocabularies } = VOCABULARIES
    this.#namespaces = Object.entries({ ...namespaces, ...vocabularies })
    const prefixes = this.#namespaces.map(
      ([prefix, namespace]) => [prefix, { '@id': namespace, '@prefix': true }] as const,
    )
    const taken = new Set(prefixes.map(([prefix]) => prefix))
    const definitions = predicatesOf(lexicon).map((predicate) => {
      const { iri, name: word } = predicate
      // A property called like a prefix is written with one.
      const name = taken.has(word) ? this.#curie(iri.value) : word
      const { type, container } = coercion(predicate)
      const term = { name, ...(type ? { type } : {}), ...(container ? { container } : {}) }
      this.#terms.set(iri.value, term)
      const definition: ContextDefinition = {
        '@id': this.#curie(iri.value),
        ...(type ? { '@type': type.startsWith('@') ? type : this.#curie(type) } : {}),
        ...(container ? { '@container': container } : {}),
      }
      return [name, definition] as const
    })
    this.context = {
      '@version': 1.1,
      '@vocab': namespaces.sc,
      id: '@id',
      type: '@type',
      ...Object.fromEntries(prefixes),
      ...Object.fromEntries(definitions),
      claims: { '@reverse': this.#curie(lexicon.term('about').value), '@type': '@id' },
    }
  }

  /** How a predicate is written. */
  of(predicate: Pick<Iri, 'value'>): ContextTerm {
    return this.#terms.get(predicate.value) ?? { name: this.word(predicate) }
  }

  /** A class, datatype or value of a closed list, where `@vocab` applies: `State`, `measure-asset-freeze`. */
  word({ value }: Pick<Iri, 'value'>): string {
    const local = value.startsWith(this.#vocab) ? value.slice(this.#vocab.length) : ''
    return LOCAL.test(local) && !this.has(local) ? local : this.#curie(value)
  }

  /** Whether a name is one of the context's own: no prefix of ids may be called so. */
  has(name: string): boolean {
    return Object.hasOwn(this.context, name)
  }

  /** Whether an IRI that stands in a document would be taken for a name: its scheme is called like a prefix. */
  misreads(iri: string): boolean {
    const scheme = iri.slice(0, iri.indexOf(':'))
    return this.#namespaces.some(([prefix]) => prefix === scheme)
  }

  #curie(iri: string): string {
    for (const [prefix, namespace] of this.#namespaces) {
      if (!iri.startsWith(namespace)) continue
      const local = iri.slice(namespace.length)
      if (LOCAL.test(local)) return `${prefix}:${local}`
    }
    return iri
  }
}

const LOCAL = /^[A-Za-z][A-Za-z0-9_-]*$/

/** What values are read as where JSON does not tell by itself. */
function coercion({ kind, uses }: Predicate): { readonly type?: string; readonly container?: '@language' } {
  if (OBJECT_KINDS.has(kind)) return { type: '@id' }
  if (kind === 'words' || (kind === 'text' && !uses.some(({ many }) => many)))
    return { container: '@language' }
  if (kind === 'choice') return { type: '@vocab' }
  if (kind === 'foreign') return { type: '@json' }
  if (kind === 'number') return { type: XSD.decimal.value }
  // JSON has strings, whole numbers and booleans of its own.
  const datatype = kind === 'integer' || kind === 'boolean' ? undefined : DATATYPES[kind]
  return datatype && datatype !== XSD.string ? { type: datatype.value } : {}
}

/**
 * The JSON-LD 1.1 context of an ontology: under it, records read as the RDF that this library writes. Ids need a prefix
 * or a base beside it: those are of the data, and not of the ontology.
 *
 * @param ontology the vocabulary, extended or not
 * @returns `{ '@context': … }`, with the same keys in the same order for the same ontology
 *
 * @example
 * ```ts
 * import { core } from 'statecraft'
 * import { toJsonLdContext } from 'statecraft/rdf'
 *
 * const { '@context': context } = toJsonLdContext(core)
 * context.supplies // { '@id': 'sc:supplies', '@type': '@id' }
 * context.by // { '@id': 'prov:wasAttributedTo', '@type': '@id' }
 * ```
 */
export function toJsonLdContext<D extends Vocabulary>(ontology: Ontology<D>): JsonLdContext {
  return { '@context': new ContextTerms(schemaLexicon(ontology)).context }
}
