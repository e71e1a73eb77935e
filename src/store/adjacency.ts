import type { Row, Store } from './store'

/**
 * The statements at each entity, in compressed sparse rows. Entities are vertices here: numbered in the code-unit
 * order of their ids, so that whoever walks neighbours in order meets them in the order of answers, and two vertices
 * are known to be neighbours by halving.
 *
 * The slots of vertex `v` are `offsets[v]` up to `offsets[v + 1]`, by neighbour, parallel statements as they came. A
 * statement has a slot at each of its ends; one from an entity to itself has one.
 */
export interface Adjacency {
  /** The vertex of an entity's row. */
  readonly vertexOf: Uint32Array
  /** The row of a vertex's entity. */
  readonly rowOf: Uint32Array
  readonly offsets: Uint32Array
  /** The vertex at the other end. */
  readonly neighbour: Uint32Array
  readonly statement: Uint32Array
  /** Twice the place of the relation; one more where the vertex is the object: to go on is to go against it. */
  readonly way: Uint16Array
}

/** Edges to be indexed, a column for each part. */
export interface EdgeColumns {
  /** Vertices. */
  readonly subject: Uint32Array
  readonly object: Uint32Array
  readonly statement: Uint32Array
  /** Places of relations. */
  readonly relation: Uint16Array
}

/** Builds the index over the statements that have a claim. */
export function buildAdjacency(store: Store): Adjacency {
  const [rowOf, vertexOf] = inOrder(store)
  const { columns } = store.statements
  let alive = 0
  const statement = new Uint32Array(store.statements.length)
  for (let row = 1; row < store.statements.length; row++) if (store.isAlive(row)) statement[alive++] = row
  const edges: EdgeColumns = {
    subject: new Uint32Array(alive),
    object: new Uint32Array(alive),
    statement: statement.subarray(0, alive),
    relation: new Uint16Array(alive),
  }
  for (let i = 0; i < alive; i++) {
    const row = statement[i]!
    edges.subject[i] = vertexOf[columns.subject[row]!]!
    edges.object[i] = vertexOf[columns.object[row]!]!
    edges.relation[i] = columns.relation[row]!
  }
  return layOut(rowOf, vertexOf, edges)
}

/** Lays edges out by vertex: sorted by counting, once by one end, then, read in that order, by the other. */
export function layOut(rowOf: Uint32Array, vertexOf: Uint32Array, edges: EdgeColumns): Adjacency {
  const { subject, object, statement, relation } = edges
  const vertices = rowOf.length
  const offsets = new Uint32Array(vertices + 1)
  for (let i = 0; i < statement.length; i++) {
    offsets[subject[i]! + 1]!++
    if (subject[i] !== object[i]) offsets[object[i]! + 1]!++
  }
  for (let v = 0; v < vertices; v++) offsets[v + 1]! += offsets[v]!
  const slots = offsets[vertices]!
  const edgeAt = new Uint32Array(slots)
  const next = offsets.slice()
  for (let i = 0; i < statement.length; i++) {
    edgeAt[next[subject[i]!]!++] = i
    if (subject[i] !== object[i]) edgeAt[next[object[i]!]!++] = i
  }
  next.set(offsets)
  const laid: Adjacency = {
    vertexOf,
    rowOf,
    offsets,
    neighbour: new Uint32Array(slots),
    statement: new Uint32Array(slots),
    way: new Uint16Array(slots),
  }
  for (let v = 0; v < vertices; v++) {
    for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
      const i = edgeAt[slot]!
      const at = v === subject[i] ? object[i]! : subject[i]!
      const place = next[at]!++
      laid.neighbour[place] = v
      laid.statement[place] = statement[i]!
      laid.way[place] = relation[i]! * 2 + (at === subject[i] ? 0 : 1)
    }
  }
  return laid
}

/** Rows in the code-unit order of their ids, and the place of each. */
function inOrder(store: Store): [rowOf: Uint32Array, vertexOf: Uint32Array] {
  const total = store.entityRows
  const ids = Array.from({ length: total }, (_, row) => (row === 0 ? '' : store.idOf(row)))
  const rowOf = Uint32Array.from({ length: total - 1 }, (_, i) => i + 1)
  rowOf.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
  const vertexOf = new Uint32Array(total)
  for (let v = 0; v < rowOf.length; v++) vertexOf[rowOf[v]!] = v
  return [rowOf, vertexOf]
}

/** The part of an index whose statements are let through; the index itself where all are. */
export function narrowed(whole: Adjacency, has: (statement: Row) => boolean): Adjacency {
  const { offsets: all, neighbour, statement, way } = whole
  const kept = new Uint32Array(statement.length)
  const offsets = new Uint32Array(all.length)
  let count = 0
  for (let v = 0; v + 1 < all.length; v++) {
    for (let slot = all[v]!; slot < all[v + 1]!; slot++) if (has(statement[slot]!)) kept[count++] = slot
    offsets[v + 1] = count
  }
  if (count === statement.length) return whole
  const take = <C extends Uint32Array | Uint16Array>(from: C, into: C): C => {
    for (let i = 0; i < count; i++) into[i] = from[kept[i]!]!
    return into
  }
  return {
    ...whole,
    offsets,
    neighbour: take(neighbour, new Uint32Array(count)),
    statement: take(statement, new Uint32Array(count)),
    way: take(way, new Uint16Array(count)),
  }
}

/** The first slot of a vertex whose neighbour is not before another; the end of its slots where there is none. */
export function firstSlot({ offsets, neighbour }: Adjacency, vertex: number, other: number): number {
  return firstFrom(neighbour, offsets[vertex]!, offsets[vertex + 1]!, other)
}

/** The first place from `low` up to `high`, in numbers in order, that is not below another; `high` where none is. */
export function firstFrom(numbers: Uint32Array, low: number, high: number, other: number): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (numbers[middle]! < other) from = middle + 1
    else to = middle
  }
  return from
}
