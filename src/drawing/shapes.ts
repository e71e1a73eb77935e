import type { NodeKind } from './diagram'
import { type Attributes, element, round } from './xml'

/** A place in a picture, in px, to the right and down. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The box of an entity, by its centre. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** The form that a kind of entities has. */
interface Shape {
  /** What the form takes from the width, so that no label stands in it, in px on each side. */
  readonly inset: number
  /** Corners: from a corner or the middle of a side of the box, `x` and `y`, by `dx` and `dy` in px. */
  readonly corners: readonly Corner[]
  /** Lines within, in the same way. */
  readonly strokes?: readonly (readonly Corner[])[]
  /** Radius of its corners, in px: then it is a rounded box. */
  readonly radius?: number
}

type Corner = readonly [x: -1 | 1, y: -1 | 0 | 1, dx: number, dy: number]

const BOX: readonly Corner[] = [
  [-1, -1, 0, 0],
  [1, -1, 0, 0],
  [1, 1, 0, 0],
  [-1, 1, 0, 0],
]

/** Forms that differ in their outline, not in their colour alone. Their sides slope; tops and bottoms are flat. */
const SHAPES: Readonly<Record<NodeKind, Shape>> = {
  jurisdiction: { inset: 0, corners: BOX },
  organization: { inset: 0, corners: BOX, radius: 9 },
  person: { inset: 8, corners: BOX, radius: 22 },
  actor: {
    inset: 2,
    corners: [
      [-1, -1, 8, 0],
      [1, -1, -8, 0],
      [1, -1, 0, 8],
      [1, 1, 0, -8],
      [1, 1, -8, 0],
      [-1, 1, 8, 0],
      [-1, 1, 0, -8],
      [-1, -1, 0, 8],
    ],
  },
  thing: {
    inset: 10,
    corners: [
      [-1, -1, 12, 0],
      [1, -1, -12, 0],
      [1, 0, 0, 0],
      [1, 1, -12, 0],
      [-1, 1, 12, 0],
      [-1, 0, 0, 0],
    ],
  },
  asset: {
    inset: 10,
    corners: [
      [-1, -1, 0, 0],
      [1, -1, 0, 0],
      [1, 1, -12, 0],
      [-1, 1, 12, 0],
    ],
  },
  instrument: {
    inset: 7,
    corners: BOX,
    strokes: [
      [
        [-1, -1, 6, 0],
        [-1, 1, 6, 0],
      ],
      [
        [1, -1, -6, 0],
        [1, 1, -6, 0],
      ],
    ],
  },
  event: {
    inset: 10,
    corners: [
      [-1, -1, 12, 0],
      [1, -1, 0, 0],
      [1, 1, -12, 0],
      [-1, 1, 0, 0],
    ],
  },
  place: {
    inset: 7,
    corners: [
      [-1, -1, 0, 0],
      [1, -1, -13, 0],
      [1, 0, 0, 0],
      [1, 1, -13, 0],
      [-1, 1, 0, 0],
    ],
  },
  source: {
    inset: 5,
    corners: [
      [-1, -1, 0, 0],
      [1, -1, -11, 0],
      [1, -1, 0, 11],
      [1, 1, 0, 0],
      [-1, 1, 0, 0],
    ],
    strokes: [
      [
        [1, -1, -11, 0],
        [1, -1, -11, 11],
        [1, -1, 0, 11],
      ],
    ],
  },
}

/** What the form of a kind takes from the width of its label, in px, both sides together. */
export function insetOf(kind: NodeKind): number {
  return 2 * SHAPES[kind].inset
}

/** Draws the form of a kind of entities in a box, with lines in it that take the colour of its outline. */
export function shape(kind: NodeKind, box: Box, outline: Attributes): string {
  const { corners, strokes, radius } = SHAPES[kind]
  const place = (corner: Corner) => {
    const { x, y } = pointOf(corner, box)
    return `${round(x)},${round(y)}`
  }
  const { x, y, width, height } = box
  const form =
    radius === undefined
      ? element('polygon', { points: corners.map(place).join(' '), 'stroke-linejoin': 'round', ...outline })
      : element('rect', {
          x: x - width / 2,
          y: y - height / 2,
          width,
          height,
          rx: radiusIn(radius, box),
          ...outline,
        })
  const within = (strokes ?? []).map((line) =>
    element('polyline', { points: line.map(place).join(' '), ...outline, fill: 'none', 'stroke-width': 1 }),
  )
  return form + within.join('')
}

/** How far the outline is from the centre on the line through `at`, a distance from the centre across it, in px. */
export function reach(
  kind: NodeKind,
  box: Box,
  side: 'left' | 'right' | 'top' | 'bottom',
  at: number,
): number {
  const isAcross = side === 'left' || side === 'right'
  const ahead = side === 'right' || side === 'bottom' ? 1 : -1
  const { radius } = SHAPES[kind]
  const half = isAcross ? box.width / 2 : box.height / 2
  if (radius !== undefined) {
    const r = radiusIn(radius, box)
    const into = Math.max(0, Math.abs(at) - ((isAcross ? box.height / 2 : box.width / 2) - r))
    return half - r + Math.sqrt(Math.max(0, r * r - into * into))
  }
  const centred = { ...box, x: 0, y: 0 }
  const points = SHAPES[kind].corners.map((corner) => pointOf(corner, centred))
  let furthest = 0
  points.forEach((from, i) => {
    const to = points[(i + 1) % points.length]!
    const [a, b] = isAcross ? [from.y, to.y] : [from.x, to.x]
    if (a === b || at < Math.min(a, b) || at > Math.max(a, b)) return
    const share = (at - a) / (b - a)
    const distance = isAcross ? from.x + share * (to.x - from.x) : from.y + share * (to.y - from.y)
    furthest = Math.max(furthest, ahead * distance)
  })
  return furthest
}

function radiusIn(radius: number, { width, height }: Box): number {
  return Math.min(radius, width / 2, height / 2)
}

function pointOf([x, y, dx, dy]: Corner, { width, height, ...centre }: Box): Point {
  // In a small box corners are cut less, so that they do not cross.
  const within = (move: number, most: number) => Math.max(-most, Math.min(most, move))
  return {
    x: centre.x + (x * width) / 2 + within(dx, width * 0.3),
    y: centre.y + (y * height) / 2 + within(dy, height * 0.3),
  }
}
