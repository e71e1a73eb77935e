import type { SignedGraph } from './signed-graph'

/**
 * Signed modularity of a division into communities (Gómez, Jensen and Arenas 2009, *Physical Review E* 80, 016114):
 * Q = 1/(2w⁺ + 2w⁻) Σᵢⱼ (wᵢⱼ − (wᵢ⁺wⱼ⁺/2w⁺ − wᵢ⁻wⱼ⁻/2w⁻)) δ(Cᵢ, Cⱼ), each tie of the weight 1. The term of a sign of
 * which there are no ties is 0.
 *
 * @param communities of each vertex, by any number
 * @returns undefined where there are no ties
 */
export function signedModularity({ ties }: SignedGraph, communities: ArrayLike<number>): number | undefined {
  if (ties.length === 0) return undefined
  let inside = 0
  const ends = { plus: new Map<number, number>(), minus: new Map<number, number>() }
  const twice = { plus: 0, minus: 0 }
  for (const { a, b, sign } of ties) {
    const of = sign > 0 ? 'plus' : 'minus'
    // Each tie stands twice in the sum over ordered pairs.
    if (communities[a] === communities[b]) inside += 2 * sign
    twice[of] += 2
    for (const v of [a, b]) ends[of].set(communities[v]!, (ends[of].get(communities[v]!) ?? 0) + 1)
  }
  const expected = (of: 'plus' | 'minus') =>
    twice[of] === 0 ? 0 : [...ends[of].values()].reduce((sum, n) => sum + n * n, 0) / twice[of]
  return (inside - expected('plus') + expected('minus')) / (twice.plus + twice.minus)
}
