import type { Settings } from 'sigma/settings'
import type { EdgeDisplayData, NodeDisplayData, PartialButFor } from 'sigma/types'
import { colour } from '../palette'

/** Longer labels are cut in the picture; the list and the details have all of them. */
const MOST = 42
const FONT = 'system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK KR", "Noto Sans CJK SC", sans-serif'
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

type NodeToDraw = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'>
type EdgeToDraw = PartialButFor<EdgeDisplayData, 'label' | 'color' | 'size'>
type End = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size'>

/** A label as it stands in the picture. */
export function short(label: string, most = MOST): string {
  if (label.length <= most) return label
  const graphemes = [...new Intl.Segmenter().segment(label.slice(0, most * 8))].map(({ segment }) => segment)
  return graphemes.length <= most ? label.slice(0, most * 8) : `${graphemes.slice(0, most - 1).join('')}…`
}

/** Draws a text with a halo, so that it can be read over lines. */
function drawText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  style: { readonly font: string; readonly ink: string; readonly align: CanvasTextAlign },
): void {
  context.font = style.font
  context.direction = RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr'
  context.textAlign = style.align
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = colour('paper')
  context.strokeText(text, x, y)
  context.fillStyle = style.ink
  context.fillText(text, x, y)
}

/** The label of an entity, to its right. */
export function drawNodeLabel(context: CanvasRenderingContext2D, node: NodeToDraw, settings: Settings): void {
  if (!node.label) return
  const weight = node.highlighted || node.isEnd ? 650 : 500
  const ink = colour(node.faded ? 'quiet' : 'ink')
  drawText(context, short(node.label), node.x + node.size + 5, node.y + 0.5, {
    font: `${weight} ${settings.labelSize}px ${FONT}`,
    ink,
    align: 'left',
  })
}

/** The label of what the reader points at, and a ring around it. */
export function drawNodeHover(context: CanvasRenderingContext2D, node: NodeToDraw, settings: Settings): void {
  context.beginPath()
  context.arc(node.x, node.y, node.size + 5, 0, 2 * Math.PI)
  context.strokeStyle = colour('ink')
  context.lineWidth = 2
  context.stroke()
  drawNodeLabel(context, { ...node, highlighted: true }, settings)
}

/** The words of a statement, at the middle of its curve. */
export function drawEdgeLabel(
  context: CanvasRenderingContext2D,
  edge: EdgeToDraw,
  source: End,
  target: End,
  settings: Settings,
): void {
  if (!edge.label) return
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const curvature: number = edge.curvature ?? 0
  const isRing = dx === 0 && dy === 0
  if (!isRing && Math.hypot(dx, dy) < 48 && !edge.forceLabel) return
  // On the screen y goes down: the left of the way is where it is, turned the other way.
  const x = (source.x + target.x) / 2 + (dy * curvature) / 2
  const y = (source.y + target.y) / 2 - (dx * curvature) / 2 - (isRing ? source.size * 1.6 + 24 : 0)
  drawText(context, short(edge.label, 56), x, y, {
    font: `500 ${settings.edgeLabelSize}px ${FONT}`,
    ink: edge.ink ?? colour('ink'),
    align: 'center',
  })
}
