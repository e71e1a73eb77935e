/** What stands in a column, across: from where to where, and by how much it would rather stand further on. */
export interface Stretch {
  readonly low: number
  readonly high: number
  /** px; negative where it would rather stand further back, 0 where it must stay. */
  readonly wish: number
}

/**
 * By how much each may move: as it wishes, as far as what is beside it leaves room.
 *
 * @param stretches that do not overlap, in any order
 * @param gap that is kept, in px; where there is less already, nothing moves closer
 */
export function granted(stretches: readonly Stretch[], gap: number): number[] {
  const moves = new Array<number>(stretches.length).fill(0)
  const order = stretches.map((_, i) => i).sort((a, b) => stretches[a]!.low - stretches[b]!.low || a - b)
  // Those that wish to move on from the last, so that the next to it has moved already; the others from the first.
  let limit = Number.POSITIVE_INFINITY
  for (const i of order.toReversed()) {
    const { low, high, wish } = stretches[i]!
    moves[i] = Math.max(0, Math.min(wish, limit - gap - high))
    limit = low + moves[i]
  }
  limit = Number.NEGATIVE_INFINITY
  for (const i of order) {
    const { low, high, wish } = stretches[i]!
    if (wish < 0) moves[i] = Math.min(0, Math.max(wish, limit + gap - low))
    limit = high + moves[i]!
  }
  return moves
}
