import type * as Rdf from '@rdfjs/types'
import { keyOf, TermDictionary } from './term-dictionary'

/** A quad without its subject. */
export interface Property {
  readonly predicate: Rdf.Term
  readonly object: Rdf.Term
  /** Every graph that it stands in. */
  readonly graphs: readonly Rdf.Term[]
}

/** Numbers, as many as come. */
class Column {
  values = new Uint32Array(64)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(2 * this.length)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }
}

/** Quads by one of their terms: those of term `t` are `rows[starts[t]]` to before `rows[starts[t + 1]]`. */
interface Index {
  readonly starts: Uint32Array
  readonly rows: Uint32Array
}

/**
 * Quads at hand, found by subject, in the order in which they came. They are kept as numbers, each term once: a file of
 * ten million is read into memory in some gigabyte.
 */
export class QuadSet {
  readonly #terms = new TermDictionary()
  readonly #subject = new Column()
  readonly #predicate = new Column()
  readonly #object = new Column()
  readonly #graph = new Column()
  #bySubject: Index | undefined
  #byObject: Index | undefined

  get size(): number {
    return this.#subject.length
  }

  add({ subject, predicate, object, graph }: Rdf.BaseQuad): void {
    this.#subject.push(this.#terms.add(subject))
    this.#predicate.push(this.#terms.add(predicate))
    this.#object.push(this.#terms.add(object))
    this.#graph.push(this.#terms.add(graph))
    this.#bySubject = undefined
    this.#byObject = undefined
  }

  /** Forgets all quads, and keeps the room that they took. */
  clear(): void {
    this.#terms.clear()
    for (const column of [this.#subject, this.#predicate, this.#object, this.#graph]) column.length = 0
    this.#bySubject = undefined
    this.#byObject = undefined
  }

  /** Every subject once, in the order in which they came. */
  *subjects(): Generator<Rdf.Term> {
    const seen = new Uint8Array(this.#terms.size)
    for (let row = 0; row < this.size; row++) {
      const subject = this.#subject.values[row]!
      if (seen[subject]) continue
      seen[subject] = 1
      yield this.#terms.term(subject)
    }
  }

  /** Every blank node once, but for those that stand in triple terms only. */
  blankNodes(): Rdf.BlankNode[] {
    const all = Array.from({ length: this.#terms.size }, (_, number) => this.#terms.term(number))
    return all.filter((term) => term.termType === 'BlankNode')
  }

  /** What is said of a subject, each triple once. */
  about(subject: Rdf.Term): Property[] {
    this.#bySubject ??= indexOf(this.#subject, this.#terms.size)
    const number = this.#terms.find(keyOf(subject))
    const graphs = new Map<number, number[]>()
    for (const row of rowsOf(this.#bySubject, number)) {
      const triple = this.#predicate.values[row]! * this.#terms.size + this.#object.values[row]!
      const graph = this.#graph.values[row]!
      const known = graphs.get(triple)
      if (!known) graphs.set(triple, [graph])
      else if (!known.includes(graph)) known.push(graph)
    }
    return [...graphs].map(([triple, in_]) => ({
      predicate: this.#terms.term(Math.floor(triple / this.#terms.size)),
      object: this.#terms.term(triple % this.#terms.size),
      graphs: in_.map((graph) => this.#terms.term(graph)),
    }))
  }

  /** The quads of a predicate, in the order in which they came. */
  *withPredicate(predicate: string): Generator<{ readonly subject: Rdf.Term; readonly object: Rdf.Term }> {
    const number = this.#terms.find(predicate)
    if (number === undefined) return
    for (let row = 0; row < this.size; row++) {
      if (this.#predicate.values[row] !== number) continue
      yield {
        subject: this.#terms.term(this.#subject.values[row]!),
        object: this.#terms.term(this.#object.values[row]!),
      }
    }
  }

  /** Who speaks of a node. */
  incoming(object: Rdf.Term): { readonly subject: Rdf.Term; readonly predicate: Rdf.Term }[] {
    this.#byObject ??= indexOf(this.#object, this.#terms.size)
    return rowsOf(this.#byObject, this.#terms.find(keyOf(object))).map((row) => ({
      subject: this.#terms.term(this.#subject.values[row]!),
      predicate: this.#terms.term(this.#predicate.values[row]!),
    }))
  }

  /** The subjects of a predicate that have this object, each once. */
  subjectsOf(predicate: string, object: Rdf.Term): Rdf.Term[] {
    const found = this.incoming(object).filter((one) => one.predicate.value === predicate)
    return [...new Map(found.map(({ subject }) => [keyOf(subject), subject])).values()]
  }
}

function indexOf(column: Column, terms: number): Index {
  const starts = new Uint32Array(terms + 2)
  const { values, length } = column
  for (let row = 0; row < length; row++) starts[values[row]! + 2]!++
  for (let term = 2; term < starts.length; term++) starts[term]! += starts[term - 1]!
  const rows = new Uint32Array(starts[terms + 1]!)
  // `starts` is one ahead while the rows are dealt out, and right once they are.
  for (let row = 0; row < length; row++) rows[starts[values[row]! + 1]!++] = row
  return { starts, rows }
}

/** A plain list: for the few rows of a term, views of typed arrays cost more than they save. */
function rowsOf({ starts, rows }: Index, term: number | undefined): number[] {
  const found: number[] = []
  if (term === undefined) return found
  for (let at = starts[term]!; at < starts[term + 1]!; at++) found.push(rows[at]!)
  return found
}
