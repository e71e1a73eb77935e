import type * as Rdf from '@rdfjs/types'
import { byCodeUnits } from '../../model/canonical'
import { digest } from '../../model/id'
import type { QuadSet } from './quad-set'
import { keyOf } from './term-dictionary'

/** How far around a blank node is looked at what tells it from others. */
const ROUNDS = 6

/** What is known of blank nodes, by their labels. */
type Hashes = ReadonlyMap<string, string>

/**
 * Names for blank nodes, made of what is said of them and around them: the same whatever their labels and the order of the
 * file. Those of which the same is said are numbered, since nothing says that they are one.
 *
 * Each is hashed with the hashes of those next to it, in rounds: to walk through what hangs together takes exponential time.
 */
export class BlankNames {
  readonly #set: QuadSet
  readonly #scope: string
  #names: Hashes | undefined

  /** @param scope what the nodes are of: those of two documents are never one */
  constructor(set: QuadSet, scope: string) {
    this.#set = set
    this.#scope = scope
  }

  of(node: Rdf.BlankNode): string {
    this.#names ??= this.#named()
    return this.#names.get(node.value) ?? digest(node.value) // every node of the set has one
  }

  #named(): Hashes {
    const nodes = this.#set.blankNodes()
    let hashes: Hashes = new Map(nodes.map(({ value }) => [value, '']))
    let alike = nodes
    for (let round = 0, classes = 0; round < ROUNDS; round++) {
      const next = new Map(hashes)
      for (const node of alike) next.set(node.value, this.#hash(node, hashes))
      hashes = next
      const counts = countsOf(hashes.values())
      if (counts.size === classes) break // a round that tells no more of them apart is the last
      classes = counts.size
      alike = alike.filter(({ value }) => counts.get(hashes.get(value)!)! > 1)
    }
    const numbers = new Map<string, number>()
    const name = (hash: string) => {
      const number = numbers.get(hash) ?? 0
      numbers.set(hash, number + 1)
      return digest(JSON.stringify([this.#scope, hash, number]))
    }
    return new Map([...hashes].map(([label, hash]) => [label, name(hash)]))
  }

  #hash(node: Rdf.BlankNode, hashes: Hashes): string {
    const said = this.#set
      .about(node)
      .map(({ predicate, object }) => JSON.stringify([predicate.value, signOf(object, hashes)]))
    const spoken = this.#set
      .incoming(node)
      .map(({ subject, predicate }) => JSON.stringify([signOf(subject, hashes), predicate.value]))
    return digest(JSON.stringify([said.sort(byCodeUnits), [...new Set(spoken)].sort(byCodeUnits)]))
  }
}

/** A term as a string without labels of blank nodes. */
function signOf(term: Rdf.Term, hashes: Hashes): string {
  if (term.termType === 'BlankNode') return `_:${hashes.get(term.value) ?? ''}`
  if (term.termType !== 'Quad') return keyOf(term)
  return JSON.stringify([term.subject, term.predicate, term.object].map((part) => signOf(part, hashes)))
}

function countsOf(hashes: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return counts
}
