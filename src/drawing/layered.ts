import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre'
import { granted, type Stretch } from './straighten'
/**
 * Sizes and places here are along the flow of a picture and across it, in px: to the right and down where it flows to
 * the right, down and to the right where it flows down.
 */
export interface Extent {
  readonly along: number
  readonly across: number
}

/** A box to be placed. */
export interface Item extends Extent {
  /** Room beside the box for its loops: before it, across, and how long along. */
  readonly loops: { readonly before: number; readonly after: number; readonly along: number }
  /** How far its outline is from its centre, onwards (1) or back (-1), `at` px across from the centre. */
  reach(way: 1 | -1, at: number): number
}

/** A line to be drawn, with the box of its label, which it crosses along, `line` px from where the box begins. */
export interface LabelledLink {
  /** Numbers of its boxes. */
  readonly from: number
  readonly to: number
  /** Whether it is laid out against its direction; so laid out, links lead in no circle. */
  readonly isTurned: boolean
  readonly label: Extent & { readonly line: number }
}

/** A stretch of a line that leads straight along. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly across: number
}

/** Where a line goes, from its first end to its second, and where its label stands. */
export interface Route {
  readonly runs: readonly Run[]
  /** The middle of the label's box, and where the line runs through it. */
  readonly label: Extent & { readonly line: number }
}

/** Where everything is, from 0 on. */
export interface Layered extends Extent {
  readonly items: readonly Extent[]
  readonly routes: readonly Route[]
}

/** Between boxes of a column, and between lines, px. */
const BOX_GAP = 22
export const LINE_GAP = 12
/** On how much of a side lines end: not at its corners. */
export const SIDE = 0.64
/** How far a line runs straight beyond a column: of boxes, where its arrowhead stands, or of labels. */
const HEAD_ROOM = 16
const LABEL_ROOM = 5
/** How long a line has between them to change its place: the steeper it is, the longer. */
const BEND = 20
const STEEPNESS = 0.14
const LONGEST_BEND = 110

/** A line on its way through the columns, onwards. */
interface Way {
  readonly from: number
  readonly to: number
  readonly firstRank: number
  /** Where it crosses the columns between those of its ends, across. */
  readonly crossings: number[]
  /** In which of them its label stands. */
  readonly labelAt: number
}

/**
 * Places boxes that are connected in columns, and lines in the gaps between them. Lines cross a column straight, at a
 * place of their own, and bend only between columns: so no line runs through a box or a label. Ranks, order and places
 * across are dagre's; a link from a box to itself is none of its business.
 */
export function layered(items: readonly Item[], links: readonly LabelledLink[]): Layered {
  const graph = ranked(items, links)
  const ranks = items.map((_, i) => graph.node(`n${i}`).rank ?? 0)
  const edges = links.map((link, i) => graph.edge(`n${endsOf(link)[0]}`, `n${endsOf(link)[1]}`, `e${i}`))
  const height = graph.graph().height ?? 0
  // What is listed first stands first; dagre does not care.
  const isMirrored = trend(items.map((_, i) => graph.node(`n${i}`).y!)) + trend(edges.map(({ y }) => y!)) < 0
  const across = (y: number) => (isMirrored ? height - y : y)
  const centres = items.map(
    ({ loops }, i) => across(graph.node(`n${i}`).y!) + (loops.before - loops.after) / 2,
  )
  const ways = links.map((link, i): Way => {
    const [from, to] = endsOf(link)
    const edge = edges[i]!
    const inner = edge.points!.slice(1, -1)
    const labelAt = nearest(inner.map(({ x }) => Math.abs(x - edge.x!)))
    const crossings = inner.map(({ y }) => across(y))
    crossings[labelAt] = across(edge.y!) - link.label.across / 2 + link.label.line
    return { from, to, firstRank: ranks[from]!, crossings, labelAt }
  })
  straighten(items, ranks, centres, links, ways)
  const starts = portsOf(items, centres, ways, 1)
  const ends = portsOf(items, centres, ways, -1)
  const columns = columnsOf(items, ranks, links, ways, centres)
  const middle = (rank: number) => columns.get(rank)!.middle
  const routes = ways.map((way, i): Route => {
    const runs: Run[] = []
    const { from, to, firstRank, crossings, labelAt } = way
    const [start, end] = [starts[i]!, ends[i]!]
    const leave = middle(ranks[from]!) + items[from]!.reach(1, start - centres[from]!)
    runs.push({ start: leave, end: columns.get(ranks[from]!)!.end, across: start })
    crossings.forEach((across, at) => {
      const column = columns.get(firstRank + 1 + at)!
      runs.push({ start: column.start, end: column.end, across })
    })
    const arrive = middle(ranks[to]!) - items[to]!.reach(-1, end - centres[to]!)
    runs.push({ start: columns.get(ranks[to]!)!.start, end: arrive, across: end })
    const line = crossings[labelAt]!
    const { label } = links[i]!
    return {
      runs: links[i]!.isTurned
        ? runs.reverse().map(({ start, end, across }) => ({ start: end, end: start, across }))
        : runs,
      label: {
        along: middle(firstRank + 1 + labelAt),
        across: line - label.line + label.across / 2,
        line,
      },
    }
  })
  return {
    items: items.map((_, i) => ({ along: middle(ranks[i]!), across: centres[i]! })),
    routes,
    along: Math.max(...[...columns.values()].map(({ middle, half }) => middle + half)),
    across: height,
  }
}

/** Ranks, order and places across, by dagre. Its own names: what it keeps in plain objects is then never foreign. */
function ranked(items: readonly Item[], links: readonly LabelledLink[]) {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: BOX_GAP, edgesep: LINE_GAP, ranksep: 40 })
  items.forEach(({ along, across, loops }, i) => {
    const height = across + loops.before + loops.after
    graph.setNode(`n${i}`, { width: Math.max(along, loops.along), height })
  })
  links.forEach((link, i) => {
    const [first, second] = endsOf(link)
    const { label } = link
    const place = { width: label.along, height: label.across, labelpos: 'c' } as const
    graph.setEdge(`n${first}`, `n${second}`, place, `e${i}`)
  })
  layout(graph)
  return graph
}

/**
 * Lets lines keep the height at which they run by their labels, where there is room: what stands above a line is more
 * than what stands below it, so that it does not run through the middle of the place that it was given.
 */
function straighten(
  items: readonly Item[],
  ranks: readonly number[],
  centres: readonly number[],
  links: readonly LabelledLink[],
  ways: readonly Way[],
): void {
  const columns = new Map<number, (Stretch & { readonly move?: (by: number) => void })[]>()
  const add = (rank: number, stretch: Stretch & { readonly move?: (by: number) => void }) => {
    const column = columns.get(rank)
    if (column) column.push(stretch)
    else columns.set(rank, [stretch])
  }
  items.forEach(({ across, loops }, i) => {
    const [low, high] = [centres[i]! - across / 2 - loops.before, centres[i]! + across / 2 + loops.after]
    add(ranks[i]!, { low, high, wish: 0 })
  })
  ways.forEach(({ firstRank, crossings, labelAt }, i) => {
    const { line, across } = links[i]!.label
    const wish = line - across / 2
    crossings.forEach((at, k) => {
      const move = (by: number) => {
        crossings[k] = at + by
      }
      const top = at - line
      add(
        firstRank + 1 + k,
        k === labelAt ? { low: top, high: top + across, wish: 0 } : { low: at, high: at, wish, move },
      )
    })
  })
  for (const column of columns.values()) {
    granted(column, LINE_GAP / 2).forEach((by, i) => {
      column[i]!.move?.(by)
    })
  }
}

/** Where on a side of its box each line leaves (1) or arrives (-1): towards where it goes, none on another. */
function portsOf(
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

interface Column {
  readonly middle: number
  readonly half: number
  /** From where to where lines that cross it run straight. */
  readonly start: number
  readonly end: number
}

/** Where the columns stand, along: apart enough for the steepest line between two of them. */
function columnsOf(
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

/** The ends of a link as it is laid out. */
function endsOf({ from, to, isTurned }: LabelledLink): readonly [from: number, to: number] {
  return isTurned ? [to, from] : [from, to]
}

/** Positive where places grow in the order of the list. */
function trend(places: readonly number[]): number {
  return places.reduce((sum, place, i) => sum + place * (i - (places.length - 1) / 2), 0)
}

function nearest(distances: readonly number[]): number {
  return distances.indexOf(Math.min(...distances))
}
