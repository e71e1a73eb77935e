import type { Item, LabelledLink, Way } from './flow'

/** How far a line runs straight beyond a column: of boxes, where its arrowhead stands, or of labels. */
const HEAD_ROOM = 16
const LABEL_ROOM = 5
/** How long a line has between them to change its place: the steeper it is, the longer. */
const BEND = 20
const STEEPNESS = 0.14
const LONGEST_BEND = 110

/** A column of boxes or of labels. */
export interface Column {
  readonly middle: number
  readonly half: number
  /** From where to where lines that cross it run straight. */
  readonly start: number
  readonly end: number
}

/** Where the columns stand, along: apart enough for the steepest line between two of them. */
export function columnsOf(
  items: readonly Item[],
  ranks: readonly number[],
  links: readonly LabelledLink[],
  ways: readonly Way[],
  centres: readonly number[],
): Map<number, Column> {
  const halves = new Map<number, number>()
  const bends = new Map<number, number>()
  const grow = (sizes: Map<number, number>, rank: number, size: number) =>
    sizes.set(rank, Math.max(sizes.get(rank) ?? 0, size))
  items.forEach(({ along, loops }, i) => {
    grow(halves, ranks[i]!, Math.max(along, loops.along) / 2)
  })
  ways.forEach(({ from, to, firstRank, crossings, labelAt }, i) => {
    grow(halves, firstRank + 1 + labelAt, links[i]!.label.along / 2)
    const places = [centres[from]!, ...crossings, centres[to]!]
    for (let k = 1; k < places.length; k++) {
      grow(halves, firstRank + k, 0)
      grow(bends, firstRank + k, Math.abs(places[k]! - places[k - 1]!))
    }
  })
  const columns = new Map<number, Column>()
  const isOfBoxes = new Set(ranks)
  let at = 0
  for (const [rank, half] of [...halves].sort(([a], [b]) => a - b)) {
    const room = isOfBoxes.has(rank) ? HEAD_ROOM : LABEL_ROOM
    const bend = columns.size === 0 ? 0 : BEND + Math.min(LONGEST_BEND, STEEPNESS * (bends.get(rank) ?? 0))
    const start = columns.size === 0 ? -room : at + bend
    const middle = start + room + half
    at = middle + half + room
    columns.set(rank, { middle, half, start, end: at })
  }
  return columns
}
