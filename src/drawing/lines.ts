import type { DiagramEdge } from './diagram'
import type { Flow } from './placed'
import type { Point } from './shapes'
import { type Colour, DASHES, type Paint, SIGNS } from './theme'
import { element, round } from './xml'

/** What of a statement its line shows. */
export type LineStyle = Pick<DiagramEdge, 'isDirected' | 'sign' | 'level' | 'disputed' | 'isInferred'>

const HEAD = { length: 10, half: 4.6 } as const
const WIDTH = 1.8

/** The colour of a line: of its sign, but what is denied by all is grey. */
export function lineColour({ sign, level }: LineStyle): Colour {
  return level === 'denied' ? 'denied' : SIGNS[sign === 0 ? '0' : sign > 0 ? '1' : '-1']
}

/** Draws a line in its style, with what stands at its ends: a head, or, where it has no direction, signs at both. */
export function line(
  style: LineStyle,
  points: readonly Point[],
  flow: Flow,
  isLoop: boolean,
  paint: Paint,
): string {
  const colour = lineColour(style)
  const tip = points.at(-1)!
  const before = points.at(-2)!
  const trimmed = style.isDirected ? [...points.slice(0, -1), towards(tip, before, HEAD.length - 2)] : points
  const d = isLoop ? loopPath(trimmed) : path(trimmed, flow)
  const stroke = { d, 'stroke-linecap': style.level === 'asserted' ? 'butt' : 'round', fill: 'none' } as const
  const dashes = { 'stroke-dasharray': DASHES[style.level] }
  const width = style.level === 'announced' || style.level === 'predicted' ? WIDTH + 0.6 : WIDTH
  // What follows from others is a double line: a wide one, and within it one of the page's colour.
  const drawn = style.isInferred
    ? element('path', {
        ...stroke,
        ...dashes,
        'stroke-width': width + 3,
        ...paint({ stroke: colour, fill: 'none' }),
      }) +
      element('path', { ...stroke, 'stroke-width': width - 0.2, ...paint({ stroke: 'paper', fill: 'none' }) })
    : element('path', {
        ...stroke,
        ...dashes,
        'stroke-width': width,
        ...paint({ stroke: colour, fill: 'none' }),
      })
  const ends = style.isDirected
    ? head(style.sign, tip, before, colour, paint)
    : tail(style.sign, tip, before, colour, paint) + tail(style.sign, points[0]!, points[1]!, colour, paint)
  return drawn + ends
}

/** Something wider than the line to point at. */
export function handle(points: readonly Point[], flow: Flow, isLoop: boolean): string {
  const d = isLoop ? loopPath(points) : path(points, flow)
  return element('path', { d, fill: 'none', 'stroke-width': 12, 'pointer-events': 'stroke' })
}

/** A thin line that stands for several, and so says nothing of how they stand. */
export function thread(points: readonly Point[], flow: Flow, isLoop: boolean, paint: Paint): string {
  const d = isLoop ? loopPath(points) : path(points, flow)
  return element('path', { d, 'stroke-width': 0.8, ...paint({ stroke: 'quiet', fill: 'none' }) })
}

/** The mark of a line that is denied, a cross, or disputed, an exclamation mark in a diamond. */
export function mark({ level }: Pick<LineStyle, 'level'>, { x, y }: Point, paint: Paint): string {
  if (level === 'denied') {
    const d = `M${round(x - 5)},${round(y - 5)}l10,10m0,-10l-10,10`
    return element('path', { d, 'stroke-width': 2.2, ...paint({ stroke: 'denied', fill: 'none' }) })
  }
  const d = `M${round(x)},${round(y - 9)}l9,9l-9,9l-9,-9z`
  return (
    element('path', { d, 'stroke-width': 1.5, ...paint({ stroke: 'dispute', fill: 'paper' }) }) +
    element('path', {
      d: `M${round(x)},${round(y - 4.5)}v5m0,2.6v1.6`,
      'stroke-width': 1.8,
      ...paint({ stroke: 'dispute', fill: 'none' }),
    })
  )
}

/** The head of a line: filled where it is cooperation, with a bar behind it where it is conflict, else open. */
function head(sign: number, tip: Point, before: Point, colour: Colour, paint: Paint): string {
  const { at } = frame(tip, before)
  const { length, half } = HEAD
  if (sign === 0) {
    const points = [at(length, half), at(0.8, 0), at(length, -half)].join(' ')
    return (
      element('polyline', {
        points,
        'stroke-width': WIDTH,
        'stroke-linejoin': 'miter',
        ...paint({ stroke: colour, fill: 'none' }),
      }) +
      element('path', {
        d: `M${at(length, 0)}L${at(1, 0)}`,
        'stroke-width': WIDTH,
        ...paint({ stroke: colour }),
      })
    )
  }
  const triangle = element('polygon', {
    points: [at(0, 0), at(length, half), at(length, -half)].join(' '),
    ...paint({ fill: colour }),
  })
  return sign > 0
    ? triangle
    : triangle + bar(at(length + 3, half + 0.8), at(length + 3, -half - 0.8), colour, paint)
}

/** What stands at both ends of a line without direction: a dot, a bar, or nothing. */
function tail(sign: number, tip: Point, before: Point, colour: Colour, paint: Paint): string {
  const { at, point } = frame(tip, before)
  if (sign === 0) return ''
  if (sign < 0) return bar(at(4, 5), at(4, -5), colour, paint)
  const { x, y } = point(4, 0)
  return element('circle', { cx: x, cy: y, r: 3.6, ...paint({ fill: colour }) })
}

function bar(from: string, to: string, colour: Colour, paint: Paint): string {
  return element('path', {
    d: `M${from}L${to}`,
    'stroke-width': 2.2,
    ...paint({ stroke: colour, fill: 'none' }),
  })
}

/** Places by how far they are behind a tip, and how far beside the line. */
function frame(tip: Point, before: Point) {
  const length = Math.hypot(before.x - tip.x, before.y - tip.y) || 1
  const [dx, dy] = [(before.x - tip.x) / length, (before.y - tip.y) / length]
  const point = (back: number, beside: number): Point => ({
    x: tip.x + back * dx - beside * dy,
    y: tip.y + back * dy + beside * dx,
  })
  const at = (back: number, beside: number) => coordinates(point(back, beside))
  return { point, at }
}

function towards(tip: Point, before: Point, back: number): Point {
  return frame(tip, before).point(back, 0)
}

/** Straight from every first to every second corner, bent in between, so that it leaves and arrives along the flow. */
function path(points: readonly Point[], flow: Flow): string {
  let d = `M${coordinates(points[0]!)}L${coordinates(points[1]!)}`
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [from, to] = [points[i - 1]!, points[i]!]
    const [leave, arrive] =
      flow === 'right'
        ? [
            { x: (from.x + to.x) / 2, y: from.y },
            { x: (from.x + to.x) / 2, y: to.y },
          ]
        : [
            { x: from.x, y: (from.y + to.y) / 2 },
            { x: to.x, y: (from.y + to.y) / 2 },
          ]
    d += `C${coordinates(leave)} ${coordinates(arrive)} ${coordinates(to)}L${coordinates(points[i + 1]!)}`
  }
  return d
}

/** Out, along and back, with round corners. */
function loopPath([out, first, second, back]: readonly Point[]): string {
  const radius = 6
  const from = (corner: Point, other: Point) =>
    coordinates(
      towards(corner, other, Math.min(radius, Math.hypot(other.x - corner.x, other.y - corner.y) / 2)),
    )
  return [
    `M${coordinates(out!)}L${from(first!, out!)}Q${coordinates(first!)} ${from(first!, second!)}`,
    `L${from(second!, first!)}Q${coordinates(second!)} ${from(second!, back!)}L${coordinates(back!)}`,
  ].join('')
}

function coordinates({ x, y }: Point): string {
  return `${round(x)},${round(y)}`
}
