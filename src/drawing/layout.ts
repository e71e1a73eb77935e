import type { Diagram, DiagramEdge, PictureOptions } from './diagram'
import { boxOf, type EdgeLabel, edgeLabel, type NodeLabel, nodeLabel } from './labels'
import { type Item, type LabelledLink, type Layered, layered, type Run } from './layered'
import { pack } from './pack'
import { type Point, reach } from './shapes'

/** Of several lines between the same two, and from one to itself, so many are drawn; the rest is counted. */
const MOST_BESIDE = 8
const MOST_LOOPS = 4
const PIECE_GAP = 34
const LOOP_GAP = 12

export type Flow = NonNullable<PictureOptions['flow']>

/** An entity in its place: the centre of its box. */
export interface PlacedNode extends NodeLabel, Point {}

/** A statement in its place, or how many more there are that are not drawn. */
export interface PlacedEdge extends EdgeLabel {
  /** How many it stands for, if it stands for others. */
  readonly folded?: number
  /** From its first end to its second: corners of its line in turn, bends between every second and the next. */
  readonly line: readonly Point[]
  /** The middle of what is written, and where the line runs through it; a loop runs by it. */
  readonly label: Point & { readonly line?: Point }
}

/** Everything in its place, from 0 on. */
export interface Placed {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly width: number
  readonly height: number
}

/** A line in the making, by the numbers of its boxes. */
interface Line extends LabelledLink {
  readonly written: EdgeLabel
  readonly folded?: number
}

/** Gives everything in a diagram its place. */
export function place(diagram: Diagram, flow: Flow): Placed {
  const nodes = diagram.nodes.map(nodeLabel)
  const numbers = new Map(diagram.nodes.map(({ id }, i) => [id, i]))
  const bundles = new Map<string, DiagramEdge[]>()
  for (const edge of diagram.edges) {
    const key = [numbers.get(edge.from), numbers.get(edge.to)].sort((a, b) => a! - b!).join()
    const bundle = bundles.get(key)
    if (bundle) bundle.push(edge)
    else bundles.set(key, [edge])
  }
  const lines = [...bundles.values()].flatMap((bundle) => linesOf(bundle, numbers, flow))
  const pieces = piecesOf(nodes.length, lines).map((piece) => placePiece(piece, nodes, lines, flow))
  const { places, width, height } = pack(pieces, PIECE_GAP)
  const at = (piece: number) => (point: Point) => ({
    x: point.x + places[piece]!.x,
    y: point.y + places[piece]!.y,
  })
  return {
    nodes: pieces
      .flatMap((piece, i) => piece.nodes.map(([number, point]) => [number, at(i)(point)] as const))
      .sort(([a], [b]) => a - b)
      .map(([number, point]) => ({ ...nodes[number]!, ...point })),
    edges: pieces.flatMap((piece, i) =>
      piece.edges.map((edge) => {
        const move = at(i)
        const { line } = edge.label
        const label = { ...move(edge.label), ...(line ? { line: move(line) } : {}) }
        return { ...edge, line: edge.line.map(move), label }
      }),
    ),
    width,
    height,
  }
}

/** The lines between the same two boxes, as many as can be told apart, and one that counts the others. */
function linesOf(bundle: readonly DiagramEdge[], numbers: ReadonlyMap<string, number>, flow: Flow): Line[] {
  const isLoop = bundle[0]!.from === bundle[0]!.to
  const most = isLoop ? MOST_LOOPS : MOST_BESIDE
  const shown = bundle.length > most ? bundle.slice(0, most - 1) : bundle
  const rest = bundle.slice(shown.length)
  const line = (edge: DiagramEdge): Line => {
    const written = edgeLabel(edge)
    const [from, to] = [numbers.get(edge.from)!, numbers.get(edge.to)!]
    return {
      from,
      to,
      isDirected: edge.isDirected,
      written,
      label: boxOf(written, flow, bundle.length === 1),
    }
  }
  const lines = shown.map(line)
  return rest.length === 0 ? lines : [...lines, { ...line(restOf(rest)), folded: rest.length }]
}

function restOf(rest: readonly DiagramEdge[]): DiagramEdge {
  const { from, to } = rest[0]!
  const said = `${rest.length} more`
  return {
    id: '',
    from,
    to,
    label: said,
    isDirected: false,
    sign: 0,
    level: 'asserted',
    disputed: false,
    isInferred: false,
    notes: [`${said} between the same two are not drawn`],
  }
}

/** Numbers of boxes that lines connect, each piece in the order of its first. */
function piecesOf(count: number, lines: readonly Line[]): number[][] {
  const lead = Array.from({ length: count }, (_, i) => i)
  const leadOf = (i: number): number => {
    let at = i
    while (lead[at] !== at) {
      lead[at] = lead[lead[at]!]!
      at = lead[at]!
    }
    return at
  }
  for (const { from, to } of lines) {
    const [a, b] = [leadOf(from), leadOf(to)]
    lead[Math.max(a, b)] = Math.min(a, b)
  }
  const pieces = new Map<number, number[]>()
  for (let i = 0; i < count; i++) {
    const first = leadOf(i)
    pieces.set(first, [...(pieces.get(first) ?? []), i])
  }
  // What is connected to nothing comes last.
  return [...pieces.values()].sort((a, b) => Number(a.length === 1) - Number(b.length === 1))
}

interface Piece {
  readonly nodes: readonly (readonly [number: number, Point])[]
  readonly edges: readonly PlacedEdge[]
  readonly width: number
  readonly height: number
}

function placePiece(
  piece: readonly number[],
  nodes: readonly NodeLabel[],
  all: readonly Line[],
  flow: Flow,
): Piece {
  const numbers = new Map(piece.map((number, i) => [number, i]))
  const lines = all
    .filter(({ from }) => numbers.has(from))
    .map((line) => ({ ...line, from: numbers.get(line.from)!, to: numbers.get(line.to)! }))
  const loops = piece.map((_, i) => lines.filter(({ from, to }) => from === i && to === i))
  const items = piece.map((number, i) => itemOf(nodes[number]!, loops[i]!, flow))
  const links = lines.filter(({ from, to }) => from !== to)
  const placed: Layered = layered(items, links)
  const turn = (along: number, across: number): Point =>
    flow === 'right' ? { x: along, y: across } : { x: across, y: along }
  const edges = links.map((line, i): PlacedEdge => {
    const { runs, label } = placed.routes[i]!
    const { written, folded } = line
    return {
      ...written,
      ...(folded === undefined ? {} : { folded }),
      line: runs.flatMap(({ start, end, across }: Run) => [turn(start, across), turn(end, across)]),
      label: { ...turn(label.along, label.across), line: turn(label.along, label.line) },
    }
  })
  const loopEdges = piece.flatMap((number, i) => {
    const { along, across } = placed.items[i]!
    return loopsOf(loops[i]!, { ...nodes[number]!, ...turn(along, across) }, flow)
  })
  const { x: width, y: height } = turn(placed.along, placed.across)
  return {
    nodes: piece.map((number, i) => [number, turn(placed.items[i]!.along, placed.items[i]!.across)]),
    edges: [...edges, ...loopEdges],
    width,
    height,
  }
}

/** A box as the layout sees it: along and across, with room for its loops. */
function itemOf(label: NodeLabel, loops: readonly Line[], flow: Flow): Item {
  const { width, height, node } = label
  const room = loops.reduce((sum, { written }) => sum + loopRoom(written, flow), loops.length > 0 ? 8 : 0)
  const lengths = loops.map(({ written }) => (flow === 'right' ? written.width : written.height))
  const sizes = flow === 'right' ? { along: width, across: height } : { along: height, across: width }
  const [onwards, back] = flow === 'right' ? (['right', 'left'] as const) : (['bottom', 'top'] as const)
  return {
    ...sizes,
    // Loops stand above a box, or to its right where lines arrive from above.
    loops: {
      before: flow === 'right' ? room : 0,
      after: flow === 'right' ? 0 : room,
      along: Math.max(0, ...lengths),
    },
    reach: (way, at) => reach(node.kind, { x: 0, y: 0, width, height }, way === 1 ? onwards : back, at),
  }
}

function loopRoom(written: EdgeLabel, flow: Flow): number {
  return (flow === 'right' ? written.height : written.width) + LOOP_GAP
}

/** Loops one around the other, each with its label outside of it. */
function loopsOf(loops: readonly Line[], node: PlacedNode, flow: Flow): PlacedEdge[] {
  const edges: PlacedEdge[] = []
  const half = flow === 'right' ? node.width / 2 : node.height / 2
  const step = Math.min(9, (half - 12) / Math.max(1, loops.length))
  let out = 8
  loops.forEach(({ written, folded }, k) => {
    const foot = 7 + step * k
    const room = loopRoom(written, flow)
    const base = (at: number) => reach(node.node.kind, node, flow === 'right' ? 'top' : 'right', at)
    const high = (flow === 'right' ? node.height : node.width) / 2 + out
    const turn = (along: number, beside: number): Point =>
      flow === 'right' ? { x: node.x + along, y: node.y - beside } : { x: node.x + beside, y: node.y + along }
    const line = [turn(-foot, base(-foot)), turn(-foot, high), turn(foot, high), turn(foot, base(foot))]
    edges.push({
      ...written,
      ...(folded === undefined ? {} : { folded }),
      line,
      label: turn(0, high + room / 2),
    })
    out += room
  })
  return edges
}
