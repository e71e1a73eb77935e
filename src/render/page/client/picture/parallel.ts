/** Above so many statements between the same two entities, they are drawn as one line with their number. */
export const MOST_PARALLEL = 8

/** Edges between the same two entities, whichever is first. */
export interface Pair {
  readonly a: number
  readonly b: number
  /** Places of the edges. */
  readonly edges: readonly number[]
}

/** The edges of a page by the entities that they join. */
export function pairsOf(ends: readonly (readonly [from: number, to: number])[]): Pair[] {
  const pairs = new Map<string, { a: number; b: number; edges: number[] }>()
  for (const [place, [from, to]] of ends.entries()) {
    const [a, b] = from < to ? [from, to] : [to, from]
    const key = `${a} ${b}`
    const pair = pairs.get(key)
    if (pair) pair.edges.push(place)
    else pairs.set(key, { a, b, edges: [place] })
  }
  return [...pairs.values()]
}

/**
 * How far each of several edges between two entities bends, so that none lies on another: as parts of the distance, to
 * the left of the way from the first entity to the second.
 *
 * @param count of edges, at most {@link MOST_PARALLEL}
 */
export function bends(count: number, isRing: boolean): number[] {
  const step = Math.min(0.22, 1.3 / count)
  return Array.from({ length: count }, (_, i) => (isRing ? (i * 1.2) / count : (i - (count - 1) / 2) * step))
}
