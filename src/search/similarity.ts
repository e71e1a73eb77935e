import { distance } from 'fastest-levenshtein'

/** Words that are as near as this are taken for the same, written in another way. */
const NEAR = 0.75

/** How near two words are: 1 where they are the same, 0 where nothing of them is. */
function nearness(a: string, b: string): number {
  if (a === b) return 1
  // An initial stands for a name, but says little.
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.5 : 0
  return 1 - distance(a, b) / Math.max(a.length, b.length)
}

/**
 * How alike two names are, word by word in whatever order: each word is set beside the one of the other name that is
 * nearest, and counts by how rare it is.
 *
 * The weighted Dice coefficient over words that may differ in some letters (cf. Cohen, Ravikumar and Fienberg, *A Comparison
 * of String Distance Metrics for Name-Matching Tasks*, 2003: soft TF-IDF).
 *
 * @param weight how much a word says
 * @returns from 0 (no word in common) to 1 (the same words)
 */
export function likeness(
  a: readonly string[],
  b: readonly string[],
  weight: (word: string) => number,
): number {
  const pairs = a.flatMap((first, i) =>
    b.map((second, j) => ({ i, j, near: nearness(first, second), weight: weight(first) + weight(second) })),
  )
  pairs.sort((p, q) => q.near - p.near || q.weight - p.weight || p.i - q.i || p.j - q.j)
  const taken = { a: new Set<number>(), b: new Set<number>() }
  let common = 0
  for (const { i, j, near, weight: weighs } of pairs) {
    if (near < NEAR && near !== 0.5) break
    if (taken.a.has(i) || taken.b.has(j)) continue
    taken.a.add(i)
    taken.b.add(j)
    common += near * weighs
  }
  const all = [...a, ...b].reduce((sum, word) => sum + weight(word), 0)
  return all === 0 ? 0 : Math.min(1, common / all) // sums in another order differ in their last digits
}
