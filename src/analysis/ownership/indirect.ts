import { type Holdings, INDIRECT, INTEREST, UNEXPLAINED, UNSURE } from './holdings'

/**
 * Flags what is held indirectly and not explained by direct holdings. It is explained where those that the owner holds
 * something of, in a chain of certain and direct holdings, hold as much together: then these count, and the indirect
 * share says nothing more.
 *
 * @param stated by holding, the share that is held indirectly; 0 where nobody says how much
 */
export function flagUnexplained(holdings: Holdings, stated: readonly number[]): void {
  const { owner, flags } = holdings
  const ofOwner = new Map<number, number[]>()
  for (let h = 0; h < owner.length; h++) {
    if ((flags[h]! & INDIRECT) === 0) continue
    const known = ofOwner.get(owner[h]!)
    if (known) known.push(h)
    else ofOwner.set(owner[h]!, [h])
  }
  for (const [from, indirect] of ofOwner)
    for (const h of unexplained(holdings, from, indirect, stated)) flags[h]! |= UNEXPLAINED
}

/** Those of an owner's indirect holdings that no chains of direct ones explain. */
function unexplained(
  { asset, flags, ofOwner, holding, shares }: Holdings,
  from: number,
  indirect: readonly number[],
  stated: readonly number[],
): Iterable<number> {
  const open = new Map(indirect.map((h) => [asset[h]!, h]))
  const left = new Map(indirect.map((h) => [asset[h]!, stated[h]!]))
  const reached = new Set([from])
  // A set is read in the order in which it grows.
  for (const at of reached) {
    for (let i = ofOwner[at]!; i < ofOwner[at + 1]!; i++) {
      const h = holding[i]!
      if ((flags[h]! & INTEREST) === 0 || (flags[h]! & UNSURE) !== 0) continue
      const held = asset[h]!
      reached.add(held)
      if (at === from || !open.has(held)) continue
      const rest = left.get(held)! - Math.max(...shares.map(({ high }) => high[h]!))
      left.set(held, rest)
      if (rest > NOTHING) continue
      open.delete(held)
      if (open.size === 0) return []
    }
  }
  return open.values()
}

/** Less than any share: what binary fractions leave over. */
const NOTHING = 1e-9
