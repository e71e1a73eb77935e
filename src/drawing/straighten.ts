import { type Item, type LabelledLink, LINE_GAP, type Way } from './flow'

/**
 * Lets lines keep the height at which they run by their labels, where there is room: what stands above a line is more
 * than what stands below it, so that it does not run through the middle of the place that it was given.
 */
export function straighten(
  items: readonly Item[],
  ranks: readonly number[],
  centres: readonly number[],
  links: readonly LabelledLink[],
  ways: readonly Way[],
): Way[] {
  const columns = new Map<number, Standing[]>()
  const add = (rank: number, standing: Standing) => {
    const column = columns.get(rank)
    if (column) column.push(standing)
    else columns.set(rank, [standing])
  }
  items.forEach(({ across, loops }, i) => {
    const [low, high] = [centres[i]! - across / 2 - loops.before, centres[i]! + across / 2 + loops.after]
    add(ranks[i]!, { low, high, wish: 0 })
  })
  const straight = ways.map(({ crossings }) => [...crossings])
  ways.forEach(({ firstRank, crossings, labelAt }, i) => {
    const { line, across } = links[i]!.label
    crossings.forEach((at, k) => {
      const rank = firstRank + 1 + k
      if (k === labelAt) add(rank, { low: at - line, high: at - line + across, wish: 0 })
      else add(rank, { low: at, high: at, wish: line - across / 2, crossing: [i, k] })
    })
  })
  for (const column of columns.values()) {
    granted(column, LINE_GAP / 2).forEach((by, at) => {
      const [way, k] = column[at]!.crossing ?? []
      if (way !== undefined && k !== undefined) straight[way]![k]! += by
    })
  }
  return ways.map((way, i) => ({ ...way, crossings: straight[i]! }))
}

/** What stands in a column; if it is a line, which, and at which of its crossings. */
interface Standing extends Stretch {
  readonly crossing?: readonly [way: number, at: number]
}

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
