import { MultiDirectedGraph } from 'graphology'
import type { AbstractGraph } from 'graphology-types'
import type { EntityRecord } from '../model/record'
import { Edges } from '../query/edges'
import { type ReadStatement, readStatement } from '../query/read'
import type { Excerpt } from '../query/show/excerpt'
import type { ShowOptions } from '../query/show/options'
import type { ElementMaker, MediaBundle, Showing } from '../query/show/shown'
import { Statements } from '../query/show/statements'
import type { Lens } from '../store/lens'
import type { Row } from '../store/store'

/**
 * A graphology graph whose nodes are entities and whose edges are statements; attributes are the records. It shows
 * itself: what of it is still in the view that it was copied from.
 */
export class DirectedGraph extends MultiDirectedGraph<NodeAttributes, EdgeAttributes> implements Showing {
  readonly #lens: Lens

  /** @internal Made by views. */
  constructor(lens: Lens) {
    super()
    this.#lens = lens
  }

  /** How much there is, and of which levels. */
  override toString(languages?: readonly string[]): string {
    return this.#shown().toString(languages)
  }

  /** Its statements as a list in Markdown: {@link View.toMarkdown}. */
  toMarkdown(languages?: readonly string[], rows?: number): string {
    return this.#shown().toMarkdown(languages, rows)
  }

  /** Its picture: {@link View.toSVG}. */
  toSVG(options?: ShowOptions): string {
    return this.#shown().toSVG(options)
  }

  /** Its picture and statements: {@link View.toHTML}. */
  toHTML(options?: ShowOptions): string {
    return this.#shown().toHTML(options)
  }

  /** Its picture and statements as an element: {@link View.toElement}. */
  toElement<E extends { innerHTML: string }>(document: ElementMaker<E>, options?: ShowOptions): E {
    return this.#shown().toElement(document, options)
  }

  /** @internal */
  excerpt(rows?: number, languages?: readonly string[]): Excerpt {
    return this.#shown().excerpt(rows, languages)
  }

  /** @internal What a notebook shows. */
  [Symbol.for('Jupyter.display')](): MediaBundle {
    return this.#shown().display()
  }

  /** @internal What Node shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.#shown().inspect()
  }

  #shown(): Statements {
    const { store } = this.#lens
    const entities = this.nodes().map((id) => store.findEntity(id))
    const statements = this.edges().map((id) => store.findStatement(id))
    return new Statements(
      Edges.of(this.#lens),
      statements.filter((row) => row !== 0 && this.#lens.has(row)),
      () => entities.filter((row) => row !== 0),
    )
  }
}

/** The record of an entity; `undeclared` where statements speak of it and no record came. */
export type NodeAttributes = Partial<EntityRecord> & { undeclared?: true }
export type EdgeAttributes = ReadStatement

/** Copies a lens into a graphology graph: keys are ids, whose colon keeps `__proto__` out of graphology's maps. */
export function project(lens: Lens, entities: Iterable<Row>, statements: Iterable<Row>): DirectedGraph {
  const { store } = lens
  const { subject, object } = store.statements.columns
  const graph = new DirectedGraph(lens)
  const add = (row: Row) => graph.mergeNode(store.idOf(row), store.entity(row) ?? { undeclared: true })
  for (const row of entities) add(row)
  for (const row of statements) {
    for (const end of [subject[row]!, object[row]!]) if (!graph.hasNode(store.idOf(end))) add(end)
    const statement = readStatement(lens, row)
    graph.addEdgeWithKey(statement.id, statement.subject, statement.object, statement)
  }
  return graph
}

/** The entities within some steps of one and the statements among them. Found on the columns, then copied. */
export function neighbourhood(lens: Lens, middle: Row, depth: number): DirectedGraph {
  const adjacency = lens.adjacency()
  const { rowOf, vertexOf, offsets } = adjacency
  const found = new Set<Row>([middle])
  const statements = new Set<Row>()
  let frontier = [middle]
  for (let step = 0; step <= depth && frontier.length > 0; step++) {
    const next: Row[] = []
    for (const at of frontier) {
      const v = vertexOf[at]!
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
        const [to, statement] = [rowOf[adjacency.neighbour[slot]!]!, adjacency.statement[slot]!]
        if (found.has(to)) statements.add(statement)
        else if (step < depth) {
          found.add(to)
          next.push(to)
          statements.add(statement)
        }
      }
    }
    frontier = next
  }
  return project(lens, found, statements)
}

/**
 * The records in a graphology graph: node attributes as entities, edge attributes as statements. Keys stand in
 * for an `id` that is not there, source and target for `subject` and `object`.
 */
export function* recordsOfGraphology(graph: AbstractGraph): Generator<unknown> {
  for (const { node, attributes } of graph.nodeEntries()) {
    if (!attributes.undeclared) yield { id: node, ...attributes }
  }
  for (const { source, target, attributes } of graph.edgeEntries()) {
    yield { subject: source, object: target, ...attributes }
  }
}
