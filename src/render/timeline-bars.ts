import { DASHES, type Paint } from '../drawing/theme'
import { element, round } from '../drawing/xml'
import type { Level } from '../model/claim'
import type { Span } from '../model/days'
import type { Axis } from './timeline-axis'

/** When something holds or happens, in days. */
export interface Times {
  readonly isEvent: boolean
  readonly level: Level
  readonly possible: Span
  readonly certain?: Span
}

const HALF = 6
/** So wide that it is seen. */
const LEAST = 3

/**
 * Draws when a statement holds, around a height: a bar, solid on days that are certain and an outline on those that
 * are only possible; or when an event happened: a point, or the range in which that was. Only what is asserted is
 * filled. An end that is not known is open and points onwards.
 */
export function drawTimes(
  { isEvent, level, possible, certain }: Times,
  y: number,
  axis: Axis,
  paint: Paint,
): string {
  const colour = level === 'denied' ? 'denied' : 'cooperation'
  const isFilled = level === 'asserted'
  const line = { 'stroke-dasharray': DASHES[level], 'stroke-linecap': isFilled ? 'butt' : 'round' } as const
  const [start, end] = endsOf(possible, axis)
  const arrows =
    (possible.from === -Infinity ? arrow(start, y, -1) : '') +
    (possible.until === Infinity ? arrow(end, y, 1) : '')
  const pointers =
    arrows === ''
      ? ''
      : element('path', { d: arrows, 'stroke-width': 1.6, ...paint({ stroke: colour, fill: 'none' }) })
  if (isEvent && possible.from === possible.until) {
    const x = (start + end) / 2
    const d = `M${round(x)},${round(y - HALF - 1)}l7,7l-7,7l-7,-7z`
    return element('path', {
      d,
      'stroke-width': 1.6,
      'stroke-dasharray': isFilled ? undefined : '2.5 2',
      ...paint({ stroke: colour, fill: certain && isFilled ? colour : 'paper' }),
    })
  }
  if (isEvent) {
    const posts =
      (possible.from === -Infinity ? '' : `M${round(start)},${round(y - HALF)}v${2 * HALF}`) +
      (possible.until === Infinity ? '' : `M${round(end)},${round(y - HALF)}v${2 * HALF}`)
    return (
      element('path', {
        d: `M${round(start)},${round(y)}H${round(end)}`,
        'stroke-width': 2,
        ...line,
        ...paint({ stroke: colour, fill: 'none' }),
      }) +
      (posts === ''
        ? ''
        : element('path', { d: posts, 'stroke-width': 1.6, ...paint({ stroke: colour, fill: 'none' }) })) +
      pointers
    )
  }
  const outline = element('path', {
    d: band(start, end, y, possible),
    'stroke-width': 1.3,
    ...line,
    ...paint({ stroke: colour, fill: 'none' }),
  })
  if (!certain) return outline + pointers
  const [from, to] = endsOf(certain, axis)
  const core = element('rect', {
    x: from,
    y: y - HALF + 3,
    width: to - from,
    height: 2 * HALF - 6,
    'stroke-width': isFilled ? undefined : 1.3,
    ...line,
    ...paint(isFilled ? { fill: colour } : { fill: 'jurisdiction-tint', stroke: colour }),
  })
  const full = element('rect', {
    x: from,
    y: y - HALF,
    width: to - from,
    height: 2 * HALF,
    ...paint({ fill: colour }),
  })
  return (isFilled ? full : core) + outline + pointers
}

function endsOf({ from, until }: Span, axis: Axis): [start: number, end: number] {
  const start = axis.at(from)
  const end = axis.at(until + 1)
  const middle = (start + end) / 2
  return end - start >= LEAST ? [start, end] : [middle - LEAST / 2, middle + LEAST / 2]
}

/** The outline of a bar, which has no side where its end is not known. */
function band(start: number, end: number, y: number, { from, until }: Span): string {
  const [top, bottom] = [round(y - HALF), round(y + HALF)]
  const right = until === Infinity ? `M${round(end)},${bottom}` : `V${bottom}`
  const left = from === -Infinity ? '' : `V${top}`
  return `M${round(start)},${top}H${round(end)}${right}H${round(start)}${left}`
}

function arrow(x: number, y: number, way: 1 | -1): string {
  return `M${round(x + way * 3)},${round(y - 4)}l${way * 5},4l${-way * 5},4`
}
