import { byCodeUnits } from '../model/canonical'
import type { Relation } from '../ontology/ontology'
import { type Adjacency, firstSlot, layOut } from '../store/adjacency'
import { type Lens, statementsAt } from '../store/lens'
import type { Fields } from '../store/merge'
import type { Row } from '../store/store'
import { type Edge, statedEdge } from './edge'
import { type InferredEdge, inferredEdges } from './infer'

/**
 * The edges of a view: its statements and, under `infer`, what follows from them. An edge is named by a number: a
 * statement's row, or one beyond all rows.
 */
export class Edges {
  readonly lens: Lens
  /** Where `statement` is the number of an edge. */
  readonly adjacency: Adjacency
  readonly #inferred: readonly InferredEdge[]
  /** Numbers from here on are inferred. */
  readonly #stated: number
  #blocked: Uint8Array | undefined
  #counted: Uint32Array | undefined
  #ranks: Uint16Array | undefined
  readonly #spare: Uint8Array[] = []
  readonly #notes = new Map<string, Float64Array>()

  /** The edges of a view: made once for each state of the graph. */
  static of(lens: Lens, { infer = false }: { readonly infer?: boolean | undefined } = {}): Edges {
    const made = known.get(lens)
    const current = made?.version === lens.store.version ? made : { version: lens.store.version, edges: [] }
    if (current !== made) known.set(lens, current)
    current.edges[+infer] ??= new Edges(lens, { infer })
    return current.edges[+infer]!
  }

  constructor(lens: Lens, { infer = false }: { readonly infer?: boolean | undefined } = {}) {
    this.lens = lens
    this.#stated = lens.store.statements.length
    this.#inferred = infer ? inferredEdges(lens) : []
    const stated = lens.adjacency()
    this.adjacency = this.#inferred.length === 0 ? stated : joined(lens, this.#inferred, this.#stated)
  }

  edge(number: number): Edge {
    return this.#inferredAt(number) ?? statedEdge(this.lens, number)
  }

  relationOf(number: number): Relation {
    return this.#inferredAt(number)?.relation ?? this.lens.store.relationOf(number)
  }

  /** The statements that an edge rests on. */
  restsOf(number: number): readonly Row[] {
    return this.#inferredAt(number)?.rests ?? [number]
  }

  /** Defining qualifiers as they are stored: a statement among them is `#row`. */
  qualifiersOf(number: number): Fields {
    return this.#inferredAt(number)?.qualifiers ?? this.lens.store.qualifiersOf(number)
  }

  #inferredAt(number: number): InferredEdge | undefined {
    return number < this.#stated ? undefined : this.#inferred[number - this.#stated]
  }

  /** By vertex: 1 where no path runs through. Unnamed actors and sources may be ends only. */
  get blocked(): Uint8Array {
    const { store } = this.lens
    this.#blocked ??= Uint8Array.from(this.adjacency.rowOf, (row) =>
      store.isUnnamed(row) || store.isOf(row, ['Source']) ? 1 : 0,
    )
    return this.#blocked
  }

  /** A byte for each vertex, all 0: to be given back so. */
  borrow(): Uint8Array {
    return this.#spare.pop() ?? new Uint8Array(this.adjacency.rowOf.length)
  }

  giveBack(bytes: Uint8Array): void {
    this.#spare.push(bytes)
  }

  /** A number for each edge, not a number until it is noted: what searches work out once for all that follow. */
  noted(what: string): Float64Array {
    let notes = this.#notes.get(what)
    if (!notes) {
      notes = new Float64Array(this.#stated + this.#inferred.length).fill(Number.NaN)
      this.#notes.set(what, notes)
    }
    return notes
  }

  /** Parallel edges in the order of answers: by relation, then id; inferred ones last. */
  inOrder(a: number, b: number): number {
    const { store } = this.lens
    const byRelation = this.#rank(a) - this.#rank(b)
    if (byRelation !== 0) return byRelation
    if (a >= this.#stated || b >= this.#stated) {
      const ids = (edge: Edge) =>
        (edge.statement === 0 ? '~' : '') + edge.rests.map((row) => store.statementId(row)).join()
      return byCodeUnits(ids(this.edge(a)), ids(this.edge(b)))
    }
    return byCodeUnits(store.statementId(a), store.statementId(b))
  }

  /** The place of an edge's relation in the order of names. */
  #rank(number: number): number {
    if (!this.#ranks) {
      const relations = [...this.lens.store.ontology.relations.values()]
      this.#ranks = new Uint16Array(relations.length)
      const sorted = relations.sort((a, b) => byCodeUnits(a.name, b.name))
      for (const [rank, { index }] of sorted.entries()) this.#ranks[index] = rank
    }
    const inferred = this.#inferredAt(number)
    return this.#ranks[
      inferred ? inferred.relation.index : this.lens.store.statements.columns.relation[number]!
    ]!
  }

  /**
   * The edges between these ends.
   *
   * @param relations by their `index`; all where not given
   * @param subject one end; any where not given
   * @param object the other; a symmetric edge is given whichever way round it is asked for, with its ends as stored
   */
  *about(relations?: ReadonlySet<number>, subject?: Row, object?: Row): Generator<Edge> {
    for (const number of this.#near(subject, object)) {
      const relation = this.relationOf(number)
      if (relations && !relations.has(relation.index)) continue
      const edge = this.edge(number)
      const fits = (from: Row, to: Row) =>
        (subject === undefined || from === subject) && (object === undefined || to === object)
      if (fits(edge.subject, edge.object) || (relation.symmetric && fits(edge.object, edge.subject)))
        yield edge
    }
  }

  /** At most how many edges {@link Edges.about} gives, as far as can be told at once. */
  bound(relations?: ReadonlySet<number>, subject?: Row, object?: Row): number {
    const { vertexOf, offsets } = this.adjacency
    const ends = [subject, object].filter((end) => end !== undefined)
    if (ends.length === 0) return relations ? this.#counts(relations) : this.#stated + this.#inferred.length
    return Math.min(...ends.map((end) => offsets[vertexOf[end]! + 1]! - offsets[vertexOf[end]!]!))
  }

  #counts(relations: ReadonlySet<number>): number {
    if (!this.#counted) {
      this.#counted = new Uint32Array(this.lens.store.ontology.relations.size)
      const { relation } = this.lens.store.statements.columns
      for (const row of this.lens.statements()) this.#counted[relation[row]!]!++
      for (const edge of this.#inferred) this.#counted[edge.relation.index]!++
    }
    return [...relations].reduce((sum, index) => sum + this.#counted![index]!, 0)
  }

  /** Numbers of edges at an end (between both, where both are given), or of all. */
  *#near(subject: Row | undefined, object: Row | undefined): Generator<number> {
    const end = subject ?? object
    if (end === undefined) {
      yield* this.lens.statements()
      for (let i = 0; i < this.#inferred.length; i++) yield this.#stated + i
      return
    }
    if (subject === undefined || object === undefined) return yield* statementsAt(this.adjacency, end)
    const { vertexOf, offsets, neighbour, statement } = this.adjacency
    const [at, other] = [vertexOf[subject]!, vertexOf[object]!]
    for (let slot = firstSlot(this.adjacency, at, other); slot < offsets[at + 1]!; slot++) {
      if (neighbour[slot] !== other) return
      yield statement[slot]!
    }
  }
}

const known = new WeakMap<Lens, { readonly version: number; readonly edges: Edges[] }>()

/** The adjacency of stated and inferred edges together. */
function joined(lens: Lens, inferred: readonly InferredEdge[], stated: number): Adjacency {
  const { rowOf, vertexOf } = lens.adjacency()
  const { columns: c } = lens.store.statements
  const rows = [...lens.statements()]
  const total = rows.length + inferred.length
  const edges = {
    subject: new Uint32Array(total),
    object: new Uint32Array(total),
    statement: new Uint32Array(total),
    relation: new Uint16Array(total),
  }
  for (let i = 0; i < total; i++) {
    const row = rows[i]
    const edge = inferred[i - rows.length]
    edges.subject[i] = vertexOf[row === undefined ? edge!.subject : c.subject[row]!]!
    edges.object[i] = vertexOf[row === undefined ? edge!.object : c.object[row]!]!
    edges.statement[i] = row ?? stated + i - rows.length
    edges.relation[i] = row === undefined ? edge!.relation.index : c.relation[row]!
  }
  return layOut(rowOf, vertexOf, edges)
}
