import { type Holdings, INTEREST } from './holdings'

/**
 * Whether it is known through whom an owner holds what it holds indirectly: there is a chain of direct holdings from
 * one to the other. Then these count, and the indirect share says nothing more.
 */
export function isExplained({ owner, asset, flags, inAsset }: Holdings, indirect: number): boolean {
  const [from, to] = [owner[indirect]!, asset[indirect]!]
  const seen = new Set([to])
  // A set is read in the order in which it grows.
  for (const at of seen) {
    for (let h = inAsset[at]!; h < inAsset[at + 1]!; h++) {
      if ((flags[h]! & INTEREST) === 0) continue
      if (owner[h] === from) {
        if (at !== to) return true
      } else seen.add(owner[h]!)
    }
  }
  return false
}
