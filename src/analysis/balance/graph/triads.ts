import type { SignedGraph } from './signed-graph'

/** How many triads have no negative side, one, two, three. */
export type TriadCounts = readonly [none: number, one: number, two: number, three: number]

/** Triads of a graph: of all, and of those that each vertex is in. */
export interface Triads {
  readonly all: TriadCounts
  readonly of: readonly TriadCounts[]
}

/**
 * Counts triads, three vertices of which each two are tied, by their negative sides.
 *
 * Each is found once, from its first vertex: for each of its neighbours, the later neighbours that both share. That
 * takes time in the number of ties by the number of neighbours.
 */
export function countTriads({ order, ties }: SignedGraph): Triads {
  const later: { readonly to: number; readonly sign: number }[][] = Array.from({ length: order }, () => [])
  for (const { a, b, sign } of ties) later[a]!.push({ to: b, sign })
  const of = Array.from({ length: order }, () => [0, 0, 0, 0] as Counting)
  const all: Counting = [0, 0, 0, 0]
  const marked = new Int8Array(order)
  for (let u = 0; u < order; u++) {
    for (const { to, sign } of later[u]!) marked[to] = sign
    for (const { to: v, sign: uv } of later[u]!) {
      for (const { to: w, sign: vw } of later[v]!) {
        const uw = marked[w]!
        if (uw === 0) continue
        const negative = (+(uv < 0) + +(vw < 0) + +(uw < 0)) as 0 | 1 | 2 | 3 // each adds 0 or 1
        all[negative]++
        of[u]![negative]++
        of[v]![negative]++
        of[w]![negative]++
      }
    }
    for (const { to } of later[u]!) marked[to] = 0
  }
  return { all, of }
}

type Counting = [number, number, number, number]

/**
 * The share of triads that are balanced: those with none or two negative sides (Cartwright and Harary 1956,
 * *Psychological Review* 63, 277–293).
 *
 * @returns undefined where there are no triads
 */
export function strongShare([none, one, two, three]: TriadCounts): number | undefined {
  const all = none + one + two + three
  return all === 0 ? undefined : (none + two) / all
}

/**
 * The share of triads that are weakly balanced: all but those with just one negative side (Davis 1967, *Human
 * Relations* 20, 181–187).
 *
 * @returns undefined where there are no triads
 */
export function weakShare([none, one, two, three]: TriadCounts): number | undefined {
  const all = none + one + two + three
  return all === 0 ? undefined : (none + two + three) / all
}
