import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre'
import { columnsOf } from './columns'
import { type Item, type LabelledLink, type Layered, LINE_GAP, type Route, type Run, type Way } from './flow'
import { portsOf } from './ports'
import { straighten } from './straighten'

/** Between boxes of a column, px. */
const BOX_GAP = 22

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
  const given = links.map((link, i): Way => {
    const [from, to] = endsOf(link)
    const edge = edges[i]!
    const inner = edge.points!.slice(1, -1)
    const labelAt = nearest(inner.map(({ x }) => Math.abs(x - edge.x!)))
    const crossings = inner.map(({ y }) => across(y))
    crossings[labelAt] = across(edge.y!) - link.label.across / 2 + link.label.line
    return { from, to, firstRank: ranks[from]!, crossings, labelAt }
  })
  const ways = straighten(items, ranks, centres, links, given)
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
