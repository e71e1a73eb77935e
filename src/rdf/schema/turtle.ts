import { byCodeUnits } from '../../model/canonical'
import { isIri } from '../../model/iri'
import { N3_LOCAL, prefixLines } from '../n3'
import { Iri, type Literal, type ObjectTerm } from '../terms'
import { RDF, XSD } from '../words'

/*
 * Turtle for schemas. n3 writes neither lists nor anonymous nodes in short without keeping all of them aside, and
 * published files shall be read by people too.
 */

/** An RDF list: written `( … )`. */
export class List {
  constructor(readonly items: readonly Node[]) {}
}

/** A node without an IRI that says one thing: a path of SHACL, `[ sh:inversePath sc:about ]`. */
export class Anonymous {
  constructor(
    readonly predicate: Iri,
    readonly object: Iri,
  ) {}
}

/** What can stand as an object. */
export type Node = ObjectTerm | List | Anonymous

/** Where a list is broken: characters of a line. */
const WIDTH = 110
const SHORT_LITERAL = [XSD.boolean, XSD.integer].map(({ value }) => value)
const PREFIX = /^[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/

/**
 * Triples that are written as one Turtle document: subjects in order, `a` first, each triple once. The same triples give
 * the same bytes.
 */
export class TurtleDocument {
  readonly #subjects = new Map<string, Map<string, Map<string, Node>>>()
  readonly #namespaces: readonly (readonly [prefix: string, namespace: string])[]
  readonly #used = new Map<string, string>()

  /** @param prefixes of two that stand for one namespace the first is taken; those that Turtle does not take, not */
  constructor(prefixes: { readonly [prefix: string]: string }) {
    this.#namespaces = Object.entries(prefixes).filter(
      ([prefix, namespace]) => PREFIX.test(prefix) && isIri(namespace),
    )
  }

  /** Adds a triple for each object. */
  add(subject: Iri, predicate: Iri, ...objects: readonly Node[]): void {
    if (objects.length === 0) return
    const predicates = this.#subjects.get(subject.value) ?? new Map<string, Map<string, Node>>()
    this.#subjects.set(subject.value, predicates)
    const known = predicates.get(predicate.value) ?? new Map<string, Node>()
    predicates.set(predicate.value, known)
    for (const object of objects) known.set(this.#node(object), object)
  }

  /** Whether anything is said of a subject. */
  has(subject: Iri): boolean {
    return this.#subjects.has(subject.value)
  }

  /** The document. */
  toString(): string {
    const body = [...this.#subjects]
      .sort(([a], [b]) => byCodeUnits(a, b))
      .map(([subject, predicates]) => `\n${this.#iri(subject)} ${this.#said(predicates)} .\n`)
      .join('')
    const prefixes = [...this.#used].sort(([a], [b]) => byCodeUnits(a, b))
    return prefixLines(prefixes) + body
  }

  #said(predicates: ReadonlyMap<string, ReadonlyMap<string, Node>>): string {
    return [...predicates]
      .sort(([a], [b]) => Number(b === RDF.type.value) - Number(a === RDF.type.value) || byCodeUnits(a, b))
      .map(([predicate, objects]) => {
        const verb = predicate === RDF.type.value ? 'a' : this.#iri(predicate)
        return `${verb} ${[...objects.keys()].sort(byCodeUnits).join(', ')}`
      })
      .join(' ;\n    ')
  }

  #node(node: Node): string {
    if (node instanceof List) {
      const items = node.items.map((item) => this.#node(item))
      const line = items.length > 0 ? `( ${items.join(' ')} )` : '()'
      return line.length <= WIDTH ? line : `(\n        ${items.join('\n        ')}\n    )`
    }
    if (node instanceof Anonymous) {
      return `[ ${this.#iri(node.predicate.value)} ${this.#iri(node.object.value)} ]`
    }
    return node instanceof Iri ? this.#iri(node.value) : this.#literal(node)
  }

  #iri(iri: string): string {
    for (const [prefix, namespace] of this.#namespaces) {
      if (!iri.startsWith(namespace) || !N3_LOCAL.test(iri.slice(namespace.length))) continue
      this.#used.set(prefix, namespace)
      return `${prefix}:${iri.slice(namespace.length)}`
    }
    return `<${iri}>`
  }

  #literal({ value, language, datatype }: Literal): string {
    if (SHORT_LITERAL.includes(datatype.value)) return value
    const text = `"${value.replace(/["\\\n\r\t]/g, (char) => ESCAPES[char] ?? char)}"`
    if (language) return `${text}@${language}`
    return datatype.value === XSD.string.value ? text : `${text}^^${this.#iri(datatype.value)}`
  }
}

const ESCAPES: { readonly [char: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}
