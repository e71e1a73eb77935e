import type { Lens } from '../store/lens'
import type { Row } from '../store/store'
import { type Edge, statedEdge } from './edge'

/** The edges of a view: its statements and, under `infer`, what follows from them. */
export class Edges {
  readonly #lens: Lens

  constructor(lens: Lens, _options: { readonly infer?: boolean | undefined } = {}) {
    this.#lens = lens
  }

  /**
   * The edges between these ends.
   *
   * @param relations by their `index`; all where not given
   * @param subject one end; any where not given
   * @param object the other; a symmetric edge is given whichever way round it is asked for, with its ends as stored
   */
  *about(relations?: ReadonlySet<number>, subject?: Row, object?: Row): Generator<Edge> {
    const { store } = this.#lens
    const { columns: c } = store.statements
    for (const row of this.#near(subject ?? object)) {
      if (!this.#lens.has(row)) continue
      if (relations && !relations.has(c.relation[row]!)) continue
      const [a, b] = [c.subject[row]!, c.object[row]!]
      const fits = (from: Row, to: Row) =>
        (subject === undefined || from === subject) && (object === undefined || to === object)
      if (fits(a, b) || (store.relationOf(row).symmetric && fits(b, a))) yield statedEdge(this.#lens, row)
    }
  }

  /** At most how many edges {@link Edges.about} gives, as far as can be told at once. */
  bound(_relations?: ReadonlySet<number>, subject?: Row, object?: Row): number {
    const adjacency = this.#lens.adjacency()
    const at = (end: Row) =>
      [adjacency.out, adjacency.in].reduce((sum, { offsets }) => sum + offsets[end + 1]! - offsets[end]!, 0)
    const ends = [subject, object].filter((end) => end !== undefined).map(at)
    return ends.length > 0 ? Math.min(...ends) : this.#lens.store.statements.length
  }

  *#near(end: Row | undefined): Generator<Row> {
    if (end === undefined) return yield* this.#lens.statements()
    const adjacency = this.#lens.adjacency()
    for (const slots of [adjacency.out, adjacency.in]) {
      for (let slot: number = slots.offsets[end]!; slot < slots.offsets[end + 1]!; slot++) {
        // A statement from an entity to itself stands in both.
        if (slots === adjacency.in && slots.neighbour[slot] === end) continue
        yield slots.statement[slot]!
      }
    }
  }
}
