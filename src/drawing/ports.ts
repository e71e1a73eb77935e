import { type Item, LINE_GAP, type Way } from './flow'

/** On how much of a side lines end: not at its corners. */
export const SIDE = 0.64

/** Where on a side of its box each line leaves (1) or arrives (-1): towards where it goes, none on another. */
export function portsOf(
  items: readonly Item[],
  centres: readonly number[],
  ways: readonly Way[],
  way: 1 | -1,
): number[] {
  const ports = new Array<number>(ways.length).fill(0)
  const bySide = items.map((): number[] => [])
  ways.forEach(({ from, to }, i) => {
    bySide[way === 1 ? from : to]!.push(i)
  })
  const towards = (i: number) => ways[i]!.crossings.at(way === 1 ? 0 : -1)!
  bySide.forEach((lines, box) => {
    const room = (items[box]!.across * SIDE) / 2
    const gap = Math.min(LINE_GAP, (2 * room) / Math.max(1, lines.length - 1))
    lines.sort((a, b) => towards(a) - towards(b) || a - b)
    const places = lines.map((i) => Math.max(-room, Math.min(room, towards(i) - centres[box]!)))
    for (let k = 1; k < places.length; k++) places[k] = Math.max(places[k]!, places[k - 1]! + gap)
    let most = room
    for (let k = places.length - 1; k >= 0; k--) {
      places[k] = Math.min(places[k]!, most)
      most = places[k]! - gap
    }
    lines.forEach((i, k) => {
      ports[i] = centres[box]! + places[k]!
    })
  })
  return ports
}
