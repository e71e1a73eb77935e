import type { DiagramNode } from './diagram'
import { NODE_TEXT } from './labels'
import type { PlacedNode } from './placed'
import { type Box, shape } from './shapes'
import { textLines, tooltipOf } from './text'
import type { Paint } from './theme'
import { element } from './xml'

/** Draws the form of an entity: strong where an answer begins or ends, weak where it stands for somebody unnamed. */
export function nodeShape(
  { kind, isEnd, isUnnamed }: Pick<DiagramNode, 'kind' | 'isEnd' | 'isUnnamed'>,
  box: Box,
  paint: Paint,
): string {
  return shape(kind, box, {
    'stroke-width': isEnd && !isUnnamed ? 3 : 1.5,
    'stroke-dasharray': isUnnamed ? '3 3' : undefined,
    ...paint({ stroke: kind, fill: isUnnamed ? 'paper' : `${kind}-tint` }),
  })
}

/** Draws an entity in its place. */
export function drawNode(placed: PlacedNode, paint: Paint): string {
  const { node, block, x, y } = placed
  const top = y - (block.lines.length * NODE_TEXT.height) / 2
  return element(
    'g',
    { class: 'statecraft-node', 'data-id': node.id },
    tooltipOf(node.label, block.isCut, node.notes),
    nodeShape(node, placed, paint),
    textLines(
      block,
      NODE_TEXT,
      { x, y: top },
      {
        ...paint({ fill: node.isUnnamed ? 'quiet' : 'ink' }),
        'font-weight': node.isEnd && !node.isUnnamed ? 'bold' : undefined,
        'font-style': node.isUnnamed ? 'italic' : undefined,
      },
    ),
  )
}
