import type { Issue } from '../../model/issue'
import type { Lexicon } from '../lexicon'
import { DEFAULT_GRAPH, type DefaultGraph, type Iri, type ObjectTerm, Quad } from '../terms'

/** What every encoder works with. */
export interface Encoding {
  readonly lexicon: Lexicon
  /** Takes what had to be left out. */
  readonly report: (found: Issue) => void
}

/** The quads of one thing in one graph: its own first, then those of the nodes that it needs. */
export class Block {
  readonly #own: Quad[] = []
  readonly #nodes: Quad[] = []
  readonly #graph: Iri | DefaultGraph

  constructor(graph: Iri | DefaultGraph = DEFAULT_GRAPH) {
    this.#graph = graph
  }

  add(subject: Iri, predicate: Iri, object: ObjectTerm): void {
    this.#own.push(new Quad(subject, predicate, object, this.#graph))
  }

  /** A quad of a node that something in this block points to. */
  describe(node: Iri, predicate: Iri, object: ObjectTerm): void {
    this.#nodes.push(new Quad(node, predicate, object, this.#graph))
  }

  quads(): Quad[] {
    return [...this.#own, ...this.#nodes]
  }
}
