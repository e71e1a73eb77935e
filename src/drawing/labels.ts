import type { DiagramEdge, DiagramNode, PictureOptions } from './diagram'
import { insetOf } from './shapes'
import { type Block, wrap } from './wrap'

/** Sizes of what is written, px. */
export const NODE_TEXT = { size: 13, height: 17 } as const
export const EDGE_TEXT = { size: 12, height: 15 } as const
const NODE_LINES = { size: NODE_TEXT.size, width: 165, most: 3 } as const
const EDGE_LINES = { size: EDGE_TEXT.size, width: 165, most: 3 } as const
export const STANDING_TEXT = { size: 11, height: EDGE_TEXT.height } as const
const STANDING_LINES = { size: STANDING_TEXT.size, width: 200, most: 2 } as const

/** Room on a line for the mark that says that it is denied or disputed. */
export const MARK_ROOM = 20

/** An entity with its label in lines. */
export interface NodeLabel {
  readonly node: DiagramNode
  readonly block: Block
  readonly width: number
  readonly height: number
}

/** A statement with its label in lines: what it says, and how it stands where it is not simply asserted. */
export interface EdgeLabel {
  readonly edge: DiagramEdge
  readonly block: Block
  readonly standing: Block
  readonly isMarked: boolean
  /** Of all that is written, px. */
  readonly width: number
  readonly height: number
}

/** The label of an entity, or its id where there is none, and the size of the box that holds it. */
export function nodeLabel(node: DiagramNode): NodeLabel {
  const named = wrap(node.label, NODE_LINES)
  const block = named.lines.length > 0 ? named : wrap(node.id, NODE_LINES)
  return {
    node,
    block,
    width: Math.max(56, block.width + 20 + insetOf(node.kind)),
    height: Math.max(1, block.lines.length) * NODE_TEXT.height + 17,
  }
}

/**
 * The label of a statement.
 *
 * @param words how it stands, where its level does not tell it
 */
export function edgeLabel(edge: DiagramEdge, words = standingOf(edge)): EdgeLabel {
  const block = wrap(edge.label, EDGE_LINES)
  const standing = wrap(words, STANDING_LINES)
  return {
    edge,
    block,
    standing,
    isMarked: isMarked(edge),
    width: Math.max(block.width, standing.width),
    height: (block.lines.length + standing.lines.length) * EDGE_TEXT.height,
  }
}

/** Whether a mark stands on the line of a statement: a cross if it is denied, a sign if it is disputed. */
export function isMarked({ level, disputed }: DiagramEdge): boolean {
  return level === 'denied' || disputed
}

/** In words, for dots mean two things, and not everybody knows what dashes do. */
export function standingOf({ level, disputed, isInferred }: DiagramEdge): string {
  return [
    level === 'asserted' ? undefined : level,
    disputed ? 'disputed' : undefined,
    isInferred ? 'inferred' : undefined,
  ]
    .filter((word) => word !== undefined)
    .join(', ')
}

/** The box of a label on its line: along the flow and across it, and where the line crosses it, px. */
export function boxOf(
  label: EdgeLabel,
  flow: NonNullable<PictureOptions['flow']>,
  isAlone: boolean,
): { readonly along: number; readonly across: number; readonly line: number } {
  const marks = label.isMarked ? MARK_ROOM : 0
  // Down, a label stands upon its line and covers it.
  if (flow === 'down') {
    return { along: label.height + 6 + marks, across: label.width + 12, line: label.width / 2 + 6 }
  }
  // To the right, what it says stands above its line, and how it stands below, so that no line is covered.
  const above = label.block.lines.length * EDGE_TEXT.height + 7
  const below = label.standing.lines.length * EDGE_TEXT.height + 7
  const along = Math.max(30, label.width + 8) + marks
  // A line by itself keeps to the middle, so that it leads straight from box to box.
  return isAlone
    ? { along, across: 2 * Math.max(above, below), line: Math.max(above, below) }
    : { along, across: above + below, line: above }
}
