import { fail } from '../model/issue'
import { linesOf } from './bundle'
import type { Diagram, DiagramEdge } from './diagram'
import type { Layered, Run } from './flow'
import { type NodeLabel, nodeLabel } from './labels'
import { layered } from './layered'
import { itemOf, type Looped, looped, loopsOf } from './loops'
import { turned } from './orient'
import { pack } from './pack'
import type { Flow, Line, Placed, PlacedEdge, PlacedNode } from './placed'
import type { Point } from './shapes'

/** Between pieces that nothing connects, px. */
const PIECE_GAP = 34

/** Gives everything in a diagram its place. */
export function place(diagram: Diagram, flow: Flow): Placed {
  const nodes = diagram.nodes.map(nodeLabel)
  const numbers = new Map(diagram.nodes.map(({ id }, i) => [id, i]))
  const numberOf = (id: string) =>
    numbers.get(id) ?? fail('dangling', `a line ends at '${id}', which is not drawn`)
  const bundles = new Map<string, DiagramEdge[]>()
  for (const edge of diagram.edges) {
    const key = [numberOf(edge.from), numberOf(edge.to)].sort((a, b) => a - b).join()
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
