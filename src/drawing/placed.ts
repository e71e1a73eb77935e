import type { PictureOptions } from './diagram'
import type { LabelledLink } from './flow'
import type { EdgeLabel, NodeLabel } from './labels'
import type { Point } from './shapes'

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
export interface Line extends Omit<LabelledLink, 'isTurned'> {
  readonly isDirected: boolean
  readonly written: EdgeLabel
  readonly folded?: number
}
