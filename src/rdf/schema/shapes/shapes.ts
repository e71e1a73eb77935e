import type { Lexicon } from '../../lexicon'
import { stemOf, VOCABULARIES } from '../../namespaces'
import { type Iri, inLanguage, iri } from '../../terms'
import { RDF } from '../../words'
import { SH, SHACL } from '../terms'
import { type Node, TurtleDocument } from '../turtle'

/** The shapes of an ontology as they are written: each has an IRI, and stands once. */
export class Shapes {
  readonly lexicon: Lexicon
  readonly #document: TurtleDocument
  readonly #namespace: string

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
    this.#namespace = `${stemOf(lexicon.ontology.definition.iri)}/shapes#`
    this.#document = new TurtleDocument({
      ...VOCABULARIES,
      ...lexicon.namespaces,
      sh: SHACL,
      shapes: this.#namespace,
    })
  }

  /** The IRI of the shapes as a whole. */
  get self(): Iri {
    return iri(stemOf(this.#namespace))
  }

  /** A shape by its name. */
  iri(name: string): Iri {
    return iri(this.#namespace + name)
  }

  add(subject: Iri, predicate: Iri, ...objects: readonly Node[]): void {
    this.#document.add(subject, predicate, ...objects)
  }

  /** A shape of nodes. What it asks in words is told when it is not kept to. */
  node(name: string, message?: string): Iri {
    return this.#shape(name, SH.NodeShape, message)
  }

  /** A shape of what stands at a path. */
  property(name: string, path: Node, message: string): Iri {
    const self = this.#shape(name, SH.PropertyShape, message)
    this.add(self, SH.path, path)
    return self
  }

  /** A shape that several share: it is described when it is first asked for. */
  shared(name: string, describe: (name: string) => void): Iri {
    const self = this.iri(name)
    if (!this.#document.has(self)) describe(name)
    return self
  }

  toString(): string {
    return this.#document.toString()
  }

  #shape(name: string, type: Iri, message: string | undefined): Iri {
    const self = this.iri(name)
    this.add(self, RDF.type, type)
    if (message !== undefined) this.add(self, SH.message, inLanguage(message, 'en'))
    return self
  }
}
