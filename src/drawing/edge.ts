import { EDGE_TEXT, MARK_ROOM, STANDING_TEXT } from './labels'
import { handle, line, mark, thread } from './lines'
import type { Flow, PlacedEdge } from './placed'
import type { Point } from './shapes'
import { haloed, textLines, tooltipOf } from './text'
import type { Paint } from './theme'
import { element } from './xml'

/** Draws a statement in its place: its line, what it says and how it stands. */
export function drawEdge(placed: PlacedEdge, flow: Flow, paint: Paint): string {
  const { edge, block, folded, line: points, label } = placed
  const isLoop = label.line === undefined
  return element(
    'g',
    folded === undefined
      ? { class: 'statecraft-edge', 'data-id': edge.id }
      : { class: 'statecraft-more', 'data-count': folded },
    tooltipOf(edge.label, block.isCut, edge.notes),
    handle(points, flow, isLoop),
    folded === undefined ? line(edge, points, flow, isLoop, paint) : thread(points, flow, isLoop, paint),
    placed.isMarked ? mark(edge, markOf(placed, flow), paint) : undefined,
    words(placed, flow, paint),
  )
}

/** Where the mark stands: on the line, before what is written. */
function markOf({ line, label, width, height }: PlacedEdge, flow: Flow): Point {
  if (!label.line) return { x: (line[1]!.x + line[2]!.x) / 2, y: (line[1]!.y + line[2]!.y) / 2 }
  return flow === 'right'
    ? { x: label.line.x - Math.max(30, width + 8) / 2, y: label.line.y }
    : { x: label.line.x, y: label.line.y - height / 2 - 3 }
}

function words(placed: PlacedEdge, flow: Flow, paint: Paint): string {
  const { edge, block, standing, isMarked, label, width, height } = placed
  const isOnLine = label.line !== undefined
  const shift = isMarked && isOnLine ? MARK_ROOM / 2 : 0
  const said = (at: Point) =>
    textLines(block, EDGE_TEXT, at, {
      ...haloed(paint, edge.level === 'denied' || placed.folded !== undefined ? 'quiet' : 'ink'),
      'font-style': placed.folded === undefined ? undefined : 'italic',
    })
  const stands = (at: Point) =>
    textLines(standing, STANDING_TEXT, at, { ...haloed(paint, 'quiet'), 'font-style': 'italic' })
  const saidHeight = block.lines.length * EDGE_TEXT.height
  if (label.line && flow === 'right') {
    const x = label.x + shift
    return said({ x, y: label.line.y - saidHeight - 3 }) + stands({ x, y: label.line.y + 4 })
  }
  // On its line, which it covers, or beside a loop.
  const at = { x: label.x, y: label.y + shift - height / 2 }
  const behind = isOnLine
    ? element('rect', {
        x: at.x - width / 2 - 3,
        y: at.y - 2,
        width: width + 6,
        height: height + 4,
        ...paint({ fill: 'paper' }),
      })
    : ''
  return behind + said(at) + stands({ x: at.x, y: at.y + saidHeight })
}
