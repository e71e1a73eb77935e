/** A line between two boxes, by their numbers. */
export interface Link {
  readonly from: number
  readonly to: number
  /** False where neither end is the first. */
  readonly isDirected: boolean
}

/**
 * Which links are laid out against their direction, so that the others lead in no circle. All between the same two
 * lead the same way, as most of them do; what is open, and where a circle is cut, follows the order of the boxes.
 *
 * @param count of boxes
 * @param links between two different boxes
 */
export function turned(count: number, links: readonly Link[]): boolean[] {
  const balance = new Map<number, number>()
  const keyOf = ({ from, to }: Link) => Math.min(from, to) * count + Math.max(from, to)
  for (const link of links) {
    const key = keyOf(link)
    const vote = !link.isDirected ? 0 : link.from < link.to ? 1 : -1
    balance.set(key, (balance.get(key) ?? 0) + vote)
  }
  const next: number[][] = Array.from({ length: count }, () => [])
  const hasBefore = new Array<boolean>(count).fill(false)
  for (const [key, votes] of balance) {
    const [low, high] = [Math.floor(key / count), key % count]
    const [from, to] = votes < 0 ? [high, low] : [low, high]
    next[from]!.push(to)
    hasBefore[to] = true
  }
  const place = orderOf(next, hasBefore)
  return links.map(({ from, to }) => place[from]! > place[to]!)
}

/** A place for each so that every step leads onwards but those that close a circle: depth first, last done first. */
function orderOf(next: readonly (readonly number[])[], hasBefore: readonly boolean[]): number[] {
  const place = new Array<number>(next.length).fill(-1)
  const isSeen = new Array<boolean>(next.length).fill(false)
  let last = next.length
  const visit = (at: number) => {
    if (isSeen[at]) return
    isSeen[at] = true
    for (const to of next[at]!.toReversed()) visit(to)
    last--
    place[at] = last
  }
  // From the last, since what is done first is placed last; where nothing leads to them, they come first.
  const starts = next.map((_, at) => at)
  for (const at of starts.toReversed()) if (!hasBefore[at]) visit(at)
  for (const at of starts) visit(at)
  return place
}
