import { type Item, LINE_GAP } from './flow'
import type { NodeLabel } from './labels'
import type { Flow, Line, PlacedEdge } from './placed'
import { SIDE } from './ports'
import { type Point, reach } from './shapes'

/** So many lines that end on one side make a box longer. */
const MOST_PORTS = 12

/** A box and the loops that stand on it: above, or to the right of it where lines arrive from above. */
export interface Looped {
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
export function looped(label: NodeLabel, lines: readonly Line[], ports: number, flow: Flow): Looped {
  const loops: Loop[] = []
  let [foot, out] = [8, 22]
  for (const line of lines) {
    const { width, height } = line.written
    const [long, deep] = flow === 'right' ? [width, height] : [height, width]
    loops.push({ written: line, foot, out, room: deep + LINE_GAP })
    out += deep + LINE_GAP
    foot = Math.max(foot + LINE_GAP, long / 2 + 6)
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
export function itemOf({ label, loops, room }: Looped, flow: Flow): Item {
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

/** The loops of a box, in their places. */
export function loopsOf({ label, loops }: Looped, centre: Point, flow: Flow): PlacedEdge[] {
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
    label: turn(0, half + out + (room - LINE_GAP) / 2 + 4),
  }))
}
