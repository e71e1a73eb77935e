import type { Diagram, DiagramEdge, PictureOptions } from './diagram'
import { boxOf, type EdgeLabel, edgeLabel, type NodeLabel, nodeLabel } from './labels'
import { type Item, type LabelledLink, type Layered, LINE_GAP, layered, type Run, SIDE } from './layered'
import { turned } from './orient'
import { pack } from './pack'
import { type Point, reach } from './shapes'

/** Of several lines between the same two, and from one to itself, so many are drawn; the rest is counted. */
const MOST_BESIDE = 16
const MOST_LOOPS = 4
const PIECE_GAP = 34
/** Between the lines of loops, and of their heads. */
const LOOP_GAP = 12
/** So many lines that end on one side make a box longer. */
const MOST_PORTS = 12

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
interface Line extends Omit<LabelledLink, 'isTurned'> {
  readonly isDirected: boolean
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
      .flatMap((piece, i) =>
        piece.nodes.map(([number, node]) => [number, { ...node, ...at(i)(node) }] as const),
      )
      .sort(([a], [b]) => a - b)
      .map(([, node]) => node),
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
  readonly nodes: readonly (readonly [number: number, PlacedNode])[]
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
  const between = lines.filter(({ from, to }) => from !== to)
  const isTurned = turned(piece.length, between)
  const links = between.map((line, i) => ({ ...line, isTurned: isTurned[i]! }))
  const boxes = piece.map((number, i): Looped => {
    const loops = lines.filter(({ from, to }) => from === i && to === i)
    const starting = links.filter((link) => (link.isTurned ? link.to : link.from) === i).length
    const ending = links.filter((link) => (link.isTurned ? link.from : link.to) === i).length
    return looped(nodes[number]!, loops, Math.max(starting, ending), flow)
  })
  const items = boxes.map((box) => itemOf(box, flow))
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
  const boxPlaces = placed.items.map(({ along, across }) => turn(along, across))
  const { x: width, y: height } = turn(placed.along, placed.across)
  return {
    nodes: piece.map((number, i) => [number, { ...boxes[i]!.label, ...boxPlaces[i]! }]),
    edges: [...edges, ...boxes.flatMap((box, i) => loopsOf(box, boxPlaces[i]!, flow))],
    width,
    height,
  }
}

/** A box and the loops that stand on it: above, or to the right of it where lines arrive from above. */
interface Looped {
  readonly label: NodeLabel
  readonly loops: readonly Loop[]
  /** What they need beside the box, px. */
  readonly room: number
}

/** A loop: how far from the middle of the side its feet are, how far from the side it is, and with its label. */
interface Loop {
  readonly written: Line
  readonly foot: number
  readonly out: number
  readonly room: number
}

/** Loops one around the other, each with its label outside of it, on a box that is long enough, also for its lines. */
function looped(label: NodeLabel, lines: readonly Line[], ports: number, flow: Flow): Looped {
  const loops: Loop[] = []
  let [foot, out] = [8, 22]
  for (const line of lines) {
    const { width, height } = line.written
    const [long, deep] = flow === 'right' ? [width, height] : [height, width]
    loops.push({ written: line, foot, out, room: deep + LOOP_GAP })
    out += deep + LOOP_GAP
    foot = Math.max(foot + LOOP_GAP, long / 2 + 6)
  }
  const along = loops.length === 0 ? 0 : 2 * loops.at(-1)!.foot + 24
  const across = ((Math.min(ports, MOST_PORTS) - 1) * LINE_GAP) / SIDE
  const [width, height] = flow === 'right' ? [along, across] : [across, along]
  return {
    label: { ...label, width: Math.max(label.width, width), height: Math.max(label.height, height) },
    loops,
    room: loops.length === 0 ? 0 : out,
  }
}

/** A box as the layout sees it: along and across, with room for its loops. */
function itemOf({ label, loops, room }: Looped, flow: Flow): Item {
  const { width, height, node } = label
  const lengths = loops.map(({ written: { written } }) => (flow === 'right' ? written.width : written.height))
  const sizes = flow === 'right' ? { along: width, across: height } : { along: height, across: width }
  const [onwards, back] = flow === 'right' ? (['right', 'left'] as const) : (['bottom', 'top'] as const)
  return {
    ...sizes,
    loops: {
      before: flow === 'right' ? room : 0,
      after: flow === 'right' ? 0 : room,
      along: Math.max(0, ...lengths),
    },
    reach: (way, at) => reach(node.kind, { x: 0, y: 0, width, height }, way === 1 ? onwards : back, at),
  }
}

function loopsOf({ label, loops }: Looped, centre: Point, flow: Flow): PlacedEdge[] {
  const side = flow === 'right' ? 'top' : 'right'
  const half = (flow === 'right' ? label.height : label.width) / 2
  const base = (at: number) => reach(label.node.kind, { ...label, ...centre }, side, at)
  const turn = (along: number, beside: number): Point =>
    flow === 'right'
      ? { x: centre.x + along, y: centre.y - beside }
      : { x: centre.x + beside, y: centre.y + along }
  return loops.map(({ written: { written, folded }, foot, out, room }) => ({
    ...written,
    ...(folded === undefined ? {} : { folded }),
    line: [turn(-foot, base(-foot)), turn(-foot, half + out), turn(foot, half + out), turn(foot, base(foot))],
    label: turn(0, half + out + (room - LOOP_GAP) / 2 + 4),
  }))
}
