import { NODE_KINDS, type NodeKind } from '../../../drawing/diagram'

type Corner = readonly [x: number, y: number]

const BOX: readonly Corner[] = [
  [-0.86, -0.86],
  [0.86, -0.86],
  [0.86, 0.86],
  [-0.86, 0.86],
]

/** A regular polygon, `turned` by a part of a full turn. */
function regular(corners: number, radius: number, turned = 0): Corner[] {
  return Array.from({ length: corners }, (_, i): Corner => {
    const angle = 2 * Math.PI * (i / corners + turned)
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
}

/**
 * The forms of the kinds of entities, as in the pictures but small: convex, by their corners from -1 to 1 (to the right
 * and down), one after the other.
 */
export const GLYPHS: Readonly<Record<NodeKind, readonly Corner[]>> = {
  jurisdiction: BOX,
  organization: regular(8, 0.98, 1 / 16).map(([x, y]) => [x * 0.98, y * 0.98]),
  person: regular(24, 0.98),
  actor: [
    [0, -1.08],
    [1.08, 0],
    [0, 1.08],
    [-1.08, 0],
  ],
  thing: regular(6, 1.05),
  asset: [
    [-1.05, -0.7],
    [1.05, -0.7],
    [0.6, 0.8],
    [-0.6, 0.8],
  ],
  instrument: [
    [-0.68, -1],
    [0.68, -1],
    [0.68, 1],
    [-0.68, 1],
  ],
  event: [
    [-0.55, -0.8],
    [1.1, -0.8],
    [0.55, 0.8],
    [-1.1, 0.8],
  ],
  place: [
    [-0.95, -0.8],
    [0.35, -0.8],
    [1.1, 0],
    [0.35, 0.8],
    [-0.95, 0.8],
  ],
  source: [
    [-0.72, -0.98],
    [0.2, -0.98],
    [0.76, -0.4],
    [0.76, 0.98],
    [-0.72, 0.98],
  ],
}

/** A form for `clip-path`. */
export function clipOf(kind: NodeKind): string {
  const percent = (at: number) => `${(50 + at * 45).toFixed(1)}%`
  return `polygon(${GLYPHS[kind].map(([x, y]) => `${percent(x)} ${percent(y)}`).join(',')})`
}

/** All forms as the body of a GLSL function: how far `p` (y up) lies outside of the form of a `kind`. */
export function distancesInGlsl(): string {
  const number = (value: number) => value.toFixed(4)
  return NODE_KINDS.map((kind, place) => {
    const corners = GLYPHS[kind]
    const sides = corners.map(([x, y], i) => {
      const [x2, y2] = corners[(i + 1) % corners.length]!
      const length = Math.hypot(x2 - x, y2 - y)
      const [nx, ny] = [(y2 - y) / length, -(x2 - x) / length]
      return `dot(p, vec2(${number(nx)}, ${number(-ny)})) - ${number(nx * x + ny * y)}`
    })
    const furthest = sides.reduce((all, side) => `max(${all}, ${side})`)
    return `if (kind < ${place}.5) return ${furthest};`
  }).join('\n')
}
