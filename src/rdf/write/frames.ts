import { fail } from '../../model/issue'
import type { ContextTerm, ContextTerms } from '../schema/context'
import { type Iri, type Literal, type ObjectTerm, type Quad, termKey } from '../terms'
import { RDF, XSD } from '../words'

/** A node of JSON-LD. */
export type JsonLdNode = { [key: string]: unknown }

/** Writes quads as nodes of JSON-LD, each where it is spoken of. */
export class Framer {
  readonly #terms: ContextTerms
  readonly #about: string
  readonly #prefixes: readonly (readonly [prefix: string, namespace: string])[]

  /**
   * @param about the predicate from a claim to its statement: claims stand in their statement
   * @param prefixes of ids, that the context declares
   */
  constructor(terms: ContextTerms, about: Iri, prefixes: ReadonlyMap<string, string>) {
    this.#terms = terms
    this.#about = about.value
    this.#prefixes = [...prefixes]
  }

  /** One node with all that these quads say: what it leads to stands in it, and claims in their statements. */
  frame(root: Iri, quads: readonly Quad[]): JsonLdNode {
    const nodes = new Map<string, Quad[]>()
    const claims = new Map<string, Iri[]>()
    for (const quad of quads) {
      const said = nodes.get(quad.subject.value)
      if (said) said.push(quad)
      else nodes.set(quad.subject.value, [quad])
      if (quad.predicate.value !== this.#about) continue
      const about = claims.get(quad.object.value)
      if (about) about.push(quad.subject)
      else claims.set(quad.object.value, [quad.subject])
    }
    return this.#node(root, nodes, claims)
  }

  /** An id as it stands in the document. */
  #id(iri: string): string {
    for (const [prefix, namespace] of this.#prefixes) {
      const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : ''
      if (LOCAL.test(local)) return `${prefix}:${local}`
    }
    if (this.#terms.misreads(iri)) {
      const hint = 'take another format'
      fail('bad-id', `JSON-LD would take the IRI <${iri.slice(0, 120)}> for a name with a prefix`, { hint })
    }
    return iri
  }

  /** Takes a node out of those that are left, so that each stands in one place. */
  #node(iri: Iri, nodes: Map<string, Quad[]>, claims: ReadonlyMap<string, readonly Iri[]>): JsonLdNode {
    const said = nodes.get(iri.value) ?? []
    nodes.delete(iri.value)
    const node: JsonLdNode = { id: this.#id(iri.value) }
    const types = said.filter(({ predicate }) => predicate.value === RDF.type.value)
    if (types.length > 0) node.type = single(types.map(({ object }) => this.#terms.word(object)))
    for (const [predicate, objects] of byPredicate(said)) {
      if (predicate.value === RDF.type.value || predicate.value === this.#about) continue
      const term = this.#termOf(predicate, objects)
      const literals = objects.filter((object) => object.termType === 'Literal')
      node[term.name] =
        term.container && literals.length === objects.length
          ? languageMap(literals)
          : single(
              objects.map((object) =>
                object.termType === 'Literal'
                  ? this.#literal(object, term)
                  : this.#reference(object, term, nodes, claims),
              ),
            )
    }
    const about = claims.get(iri.value) ?? []
    if (about.length > 0) node.claims = about.map((claim) => this.#node(claim, nodes, claims))
    return node
  }

  /** Processors copy JSON with keys such as `__proto__` in it badly: that is written as the text of a literal. */
  #termOf(predicate: Iri, objects: readonly ObjectTerm[]): ContextTerm {
    const term = this.#terms.of(predicate)
    const asText = term.type === '@json' && objects.some(({ value }) => value.includes('"__proto__"'))
    return asText ? { name: predicate.value } : term
  }

  #reference(
    object: Iri,
    term: ContextTerm,
    nodes: Map<string, Quad[]>,
    claims: ReadonlyMap<string, readonly Iri[]>,
  ): unknown {
    if (nodes.has(object.value)) return this.#node(object, nodes, claims)
    if (term.type === '@id') return this.#id(object.value)
    return term.type === '@vocab' ? this.#terms.word(object) : { id: this.#id(object.value) }
  }

  #literal({ value, language, datatype }: Literal, term: ContextTerm): unknown {
    if (language) return { '@value': value, '@language': language }
    if (datatype.value === term.type) return value
    if (term.type === '@json' && datatype.value === RDF.JSON.value) return JSON.parse(value)
    if (term.type === undefined) {
      if (datatype.value === XSD.string.value) return value
      if (datatype.value === XSD.boolean.value && (value === 'true' || value === 'false'))
        return value === 'true'
      if (datatype.value === XSD.integer.value && Number.isSafeInteger(Number(value))) return Number(value)
    }
    if (datatype.value === XSD.string.value) return { '@value': value }
    return { '@value': value, '@type': this.#terms.word(datatype) }
  }
}

/** What JSON-LD takes after a prefix, whatever it is: a local name that begins with `//` would make an IRI of it all. */
const LOCAL = /^[A-Za-z0-9_](?:\.?[-A-Za-z0-9_])*$/

/** Each predicate once, in the order in which they came, with its objects, each once. */
function byPredicate(said: readonly Quad[]): Map<Iri, ObjectTerm[]> {
  const known = new Map<string, Iri>()
  const found = new Map<Iri, Map<string, ObjectTerm>>()
  for (const { predicate, object } of said) {
    if (object.termType === 'Quad') continue // nobody asks for triple terms in JSON-LD: `checkReify`
    const key = known.get(predicate.value) ?? predicate
    known.set(predicate.value, key)
    const objects = found.get(key) ?? new Map<string, ObjectTerm>()
    found.set(key, objects.set(termKey(object), object))
  }
  return new Map([...found].map(([predicate, objects]) => [predicate, [...objects.values()]]))
}

/** Texts by their language; `@none` for those in none. */
function languageMap(literals: readonly Literal[]): JsonLdNode {
  const map = new Map<string, string[]>()
  for (const { value, language } of literals) {
    const key = language || '@none'
    map.set(key, [...(map.get(key) ?? []), value])
  }
  return Object.fromEntries([...map].map(([language, values]) => [language, single(values)]))
}

/** One value by itself, several in a list. */
function single<T>(values: readonly T[]): T | readonly T[] {
  return values.length === 1 ? values[0]! : values
}
