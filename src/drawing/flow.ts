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

/** A line on its way through the columns, onwards: turned, where it is laid out so. */
export interface Way {
  readonly from: number
  readonly to: number
  readonly firstRank: number
  /** Where it crosses the columns between those of its ends, across. */
  readonly crossings: readonly number[]
  /** In which of them its label stands. */
  readonly labelAt: number
}

/** Between lines, px. */
export const LINE_GAP = 12
