import type { Row } from '../../store/store'
import type { Edges } from '../edges'

/** What is shown of a view: some of its entities, and edges among them. */
export interface Excerpt {
  /** The edges of the view; `edges.lens` is the view. */
  readonly edges: Edges
  /** Rows of the entities: every end of an edge, and what stands alone; each once. */
  readonly entities: readonly Row[]
  /** The numbers of the edges; each once. */
  readonly numbers: readonly number[]
  /** Where the answers that are shown begin and end. */
  readonly ends: ReadonlySet<Row>
  /** What it is, in a line. */
  readonly title: string
  /** Whether it is all that a view holds, and not an answer. */
  readonly isView?: true
  /** What is not in it, or why there is nothing. */
  readonly remarks?: readonly string[]
}

/** Edges with their ends, and entities beside them, each once. */
export function excerptOf(
  edges: Edges,
  title: string,
  numbers: Iterable<number>,
  beside: Iterable<Row> = [],
  ends: Iterable<Row> = [],
): Excerpt {
  const { store } = edges.lens
  const current = (rows: Iterable<Row>) => new Set([...rows].map((row) => store.current(row)))
  const distinct = new Set(numbers)
  const entities = current(beside)
  for (const number of distinct) {
    const { subject, object } = edges.edge(number)
    entities.add(store.current(subject)).add(store.current(object))
  }
  return { edges, title, numbers: [...distinct], entities: [...entities], ends: current(ends) }
}

/** Several excerpts of one view as one. */
export function together(title: string, excerpts: readonly [Excerpt, ...Excerpt[]]): Excerpt {
  const all = <T>(of: (excerpt: Excerpt) => Iterable<T>) => new Set(excerpts.flatMap((one) => [...of(one)]))
  return {
    edges: excerpts[0].edges,
    title,
    numbers: [...all(({ numbers }) => numbers)],
    entities: [...all(({ entities }) => entities)],
    ends: all(({ ends }) => ends),
  }
}
