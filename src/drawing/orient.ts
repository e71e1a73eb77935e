/** A line between two boxes, by their numbers. */
export interface Link {
  readonly from: number
  readonly to: number
  /** False where neither end is the first. */
  readonly isDirected: boolean
}

/**
 * Which links are laid out against their direction, so that the others lead in no circle. All between the same two
 * lead the same way, as most of them do, or else from the first listed. Boxes from each of which one comes to all the
 * others are ordered by how far they are from the first of them: following every link would string them up in a line.
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
  for (const [key, votes] of balance) {
    const [low, high] = [Math.floor(key / count), key % count]
    const [from, to] = votes < 0 ? [high, low] : [low, high]
    next[from]!.push(to)
  }
  const place = new Array<number>(count).fill(0)
  let placed = 0
  for (const knot of knotsOf(next)) for (const at of byDistance(knot, next)) place[at] = placed++
  return links.map(({ from, to }) => place[from]! > place[to]!)
}

/**
 * Strongly connected components, those that lead to others before them.
 *
 * Source: R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM Journal on Computing 1 (1972).
 */
function knotsOf(next: readonly (readonly number[])[]): number[][] {
  const met = new Map<number, number>()
  const lowest: number[] = []
  const open: number[] = []
  const isOpen = new Set<number>()
  const knots: number[][] = []
  const visit = (at: number) => {
    const number = met.size
    met.set(at, number)
    lowest[at] = number
    open.push(at)
    isOpen.add(at)
    for (const to of next[at]!) {
      if (!met.has(to)) visit(to)
      if (isOpen.has(to)) lowest[at] = Math.min(lowest[at]!, lowest[to]!)
    }
    if (lowest[at] !== number) return
    const knot = open.splice(open.indexOf(at))
    for (const member of knot) isOpen.delete(member)
    knots.push(knot)
  }
  next.forEach((_, at) => {
    if (!met.has(at)) visit(at)
  })
  return knots.reverse()
}

/** The members of a knot, by how many links they are from the first listed of them. */
function byDistance(knot: readonly number[], next: readonly (readonly number[])[]): Iterable<number> {
  const members = new Set(knot)
  const reached = new Set([Math.min(...knot)])
  // A set that is added to while it is gone through goes on with what was added.
  for (const at of reached) for (const to of next[at]!) if (members.has(to)) reached.add(to)
  return reached
}
