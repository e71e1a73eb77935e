import type * as Rdf from '@rdfjs/types'

/** A quad without its subject. */
export interface Property {
  readonly predicate: Rdf.Term
  readonly object: Rdf.Term
  readonly graph: Rdf.Term
}

/** A term as one string, different for different terms; an IRI as it is. */
export function keyOf(term: Rdf.Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return term.value
    case 'BlankNode':
      return `_:${term.value}`
    case 'Literal': {
      const { value, language, direction, datatype } = term
      if (!language) return `"${value}"^^${datatype.value}`
      return `"${value}"@${language}${direction ? `--${direction}` : ''}`
    }
    case 'Quad':
      return `<<${[term.subject, term.predicate, term.object].map(keyOf).join(' ')}>>`
    default:
      return '' // the default graph
  }
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
  readonly #terms: Rdf.Term[] = []
  readonly #numbers = new Map<string, number>()
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
    this.#subject.push(this.#number(subject))
    this.#predicate.push(this.#number(predicate))
    this.#object.push(this.#number(object))
    this.#graph.push(this.#number(graph))
    this.#bySubject = undefined
    this.#byObject = undefined
  }

  #number(term: Rdf.Term): number {
    const key = keyOf(term)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#terms.push(term) - 1
      this.#numbers.set(key, number)
    }
    return number
  }

  /** Every subject once, in the order in which they came. */
  *subjects(): Generator<Rdf.Term> {
    const seen = new Uint8Array(this.#terms.length)
    for (let row = 0; row < this.size; row++) {
      const subject = this.#subject.values[row]!
      if (seen[subject]) continue
      seen[subject] = 1
      yield this.#terms[subject]!
    }
  }

  /** What is said of a subject, each triple once. */
  about(subject: Rdf.Term): Property[] {
    this.#bySubject ??= indexOf(this.#subject, this.#terms.length)
    const number = this.#numbers.get(keyOf(subject))
    const found: Property[] = []
    const seen = new Set<number>()
    for (const row of rowsOf(this.#bySubject, number)) {
      const [predicate, object] = [this.#predicate.values[row]!, this.#object.values[row]!]
      const triple = predicate * this.#terms.length + object
      if (seen.has(triple)) continue
      seen.add(triple)
      found.push({
        predicate: this.#terms[predicate]!,
        object: this.#terms[object]!,
        graph: this.#terms[this.#graph.values[row]!]!,
      })
    }
    return found
  }

  /** The quads of a predicate, in the order in which they came. */
  *withPredicate(predicate: string): Generator<{ readonly subject: Rdf.Term; readonly object: Rdf.Term }> {
    const number = this.#numbers.get(predicate)
    if (number === undefined) return
    for (let row = 0; row < this.size; row++) {
      if (this.#predicate.values[row] !== number) continue
      yield {
        subject: this.#terms[this.#subject.values[row]!]!,
        object: this.#terms[this.#object.values[row]!]!,
      }
    }
  }

  /** Who speaks of a node. */
  incoming(object: Rdf.Term): { readonly subject: Rdf.Term; readonly predicate: Rdf.Term }[] {
    this.#byObject ??= indexOf(this.#object, this.#terms.length)
    return [...rowsOf(this.#byObject, this.#numbers.get(keyOf(object)))].map((row) => ({
      subject: this.#terms[this.#subject.values[row]!]!,
      predicate: this.#terms[this.#predicate.values[row]!]!,
    }))
  }

  /** The subjects of a predicate that have this object, each once. */
  subjectsOf(predicate: string, object: Rdf.Term): Rdf.Term[] {
    const found = this.incoming(object).filter((one) => one.predicate.value === predicate)
    return [...new Set(found.map(({ subject }) => subject))]
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

function rowsOf({ starts, rows }: Index, term: number | undefined): Uint32Array {
  return term === undefined ? new Uint32Array(0) : rows.subarray(starts[term], starts[term + 1])
}
