import type { PictureOptions } from '../drawing/diagram'
import { frame } from '../drawing/frame'
import { legendOf } from '../drawing/legend'
import { mark } from '../drawing/lines'
import { haloed, textLines, tooltipOf } from '../drawing/text'
import { type Paint, paintIn } from '../drawing/theme'
import { type Block, plain, wrap } from '../drawing/wrap'
import { element, escapeXML } from '../drawing/xml'
import type { Level } from '../model/claim'
import type { DaySpan } from '../query/read'
import { type Axis, axisOf, spanOf } from './timeline-axis'
import { drawTimes, type Times } from './timeline-bars'
import { timelineEntries } from './timeline-legend'

/** A statement in a timeline. */
export interface TimelineRow {
  readonly id: string
  readonly label: string
  readonly level: Level
  readonly disputed: boolean
  /** Whether it happens at some time within its days; else it holds throughout. */
  readonly isEvent: boolean
  /** Outside these days it does not hold. */
  readonly possible: DaySpan
  /** Within these days it holds for certain. */
  readonly certain?: DaySpan
  /** Lines of the tooltip. */
  readonly notes: readonly string[]
}

/** How a timeline is drawn. */
export interface TimelineOptions extends Pick<PictureOptions, 'theme' | 'legend'> {
  /** What it is, for those who do not see it. */
  readonly title?: string
}

/** More rows than these are counted, not drawn. */
export const MOST_ROWS = 200

const MARGIN = 18
const PLOT = 640
const GUTTER = 42
const LABEL = { size: 12, height: 15, width: 260, most: 2 } as const
const SMALL = { size: 11, height: 14 } as const

interface Row {
  readonly row: TimelineRow
  readonly times: Times
  readonly block: Block
  readonly standing: Block
  readonly height: number
  /** Whether any of its bounds is known. */
  readonly isDated: boolean
}

/**
 * Draws statements along time as SVG, one a row. A date that is known in part is shown as such: days that are certain
 * are solid, days that are only possible an outline; what has no date says so.
 *
 * @param rows in their order; of more than {@link MOST_ROWS} the first, and how many more there are
 * @param options colours, legend, title
 * @returns an `<svg>` element, for a file of its own or within HTML
 *
 * @example
 * ```ts
 * const visit = { id: 's', label: 'Yun Jong Ho visits Iran', level: 'asserted', disputed: false, isEvent: true } as const
 * drawTimeline([{ ...visit, possible: { from: '2024-04-23', until: '2024-05-02' }, notes: [] }])
 * ```
 */
export function drawTimeline(rows: readonly TimelineRow[], options: TimelineOptions = {}): string {
  const theme = options.theme ?? 'auto'
  const paint = paintIn(theme)
  const shown = rows.slice(0, MOST_ROWS).map(rowOf)
  const axis = axisOf(
    shown.flatMap(({ times }) => (times.certain ? [times.possible, times.certain] : [times.possible])),
    PLOT,
  )
  const labels = Math.max(90, ...shown.map(({ block, standing }) => Math.max(block.width, standing.width)))
  const left = MARGIN + labels + GUTTER
  let y = MARGIN + (axis ? 24 : 0)
  const top = y
  const drawn = shown.map((row) => {
    const group = drawRow(row, left, y, axis, paint)
    y += row.height
    return group
  })
  const bottom = y
  const rest = rows.length - shown.length
  const after =
    rest > 0 ? `… and ${rest} more, which are not drawn` : rows.length === 0 ? 'Nothing to show' : undefined
  if (after !== undefined) y += 24
  const entries = timelineEntries(
    shown.filter(({ isDated }) => isDated).map(({ times }) => times),
    paint,
  )
  const meaning = options.legend === false ? undefined : legendOf(entries, left + PLOT - MARGIN, paint)
  const height = y + (meaning?.height ? meaning.height + 12 : 0) + MARGIN
  return frame(
    { width: left + PLOT + MARGIN + 8, height, title: plain(options.title ?? 'A timeline'), theme },
    axis && drawAxis(axis, left, top, bottom, paint),
    ...drawn,
    after &&
      element(
        'text',
        { x: MARGIN, y: bottom + 17, 'font-size': 12, ...paint({ fill: 'quiet' }) },
        escapeXML(after),
      ),
    meaning &&
      element(
        'g',
        { class: 'statecraft-legend', transform: `translate(${MARGIN} ${Math.round(y + 12)})` },
        meaning.drawn,
      ),
  )
}

function rowOf(row: TimelineRow): Row {
  const { isEvent, level } = row
  const possible = spanOf(row.possible)
  const times = { isEvent, level, possible, ...(row.certain ? { certain: spanOf(row.certain) } : {}) }
  const block = wrap(row.label, LABEL)
  const words = [level === 'asserted' ? '' : level, row.disputed ? 'disputed' : ''].filter(
    (word) => word !== '',
  )
  const standing = wrap(words.join(', '), LABEL)
  const isDated = [possible, ...(times.certain ? [times.certain] : [])].some(
    ({ from, until }) => Number.isFinite(from) || Number.isFinite(until),
  )
  const height = block.lines.length * LABEL.height + standing.lines.length * SMALL.height + 11
  return { row, times, block, standing, isDated, height: Math.max(28, height) }
}

function drawRow(drawn: Row, left: number, y: number, axis: Axis | undefined, paint: Paint): string {
  const { row, times, block, standing, height, isDated } = drawn
  const middle = y + height / 2
  const edge = left - GUTTER + 2
  const above = middle - (block.lines.length * LABEL.height + standing.lines.length * SMALL.height) / 2
  // At the bars: at the end of a line, which is its start where it is read from the right.
  const anchor = { 'text-anchor': block.direction === 'rtl' ? 'start' : 'end' }
  const bars =
    axis && isDated
      ? element('g', { transform: `translate(${Math.round(left)} 0)` }, drawTimes(times, middle, axis, paint))
      : element(
          'text',
          { x: left, y: middle + 4, 'font-size': 11, 'font-style': 'italic', ...haloed(paint, 'quiet') },
          'no date',
        )
  return element(
    'g',
    { class: 'statecraft-row', 'data-id': row.id },
    tooltipOf(row.label, block.isCut, row.notes),
    element('rect', {
      x: MARGIN,
      y,
      width: left + PLOT - MARGIN,
      height,
      fill: 'none',
      'pointer-events': 'all',
    }),
    textLines(block, LABEL, { x: edge, y: above }, { ...paint({ fill: 'ink' }), ...anchor }),
    textLines(
      standing,
      SMALL,
      { x: edge, y: above + block.lines.length * LABEL.height },
      { ...paint({ fill: 'quiet' }), 'text-anchor': 'end', 'font-style': 'italic' },
    ),
    row.disputed || row.level === 'denied'
      ? mark(row, { x: left - GUTTER / 2 - 4, y: middle }, paint)
      : undefined,
    bars,
  )
}

function drawAxis({ ticks }: Axis, left: number, top: number, bottom: number, paint: Paint): string {
  return ticks
    .map(({ x, words }) => {
      const at = Math.round(left + x)
      return (
        element('path', {
          d: `M${at},${top - 4}V${Math.round(bottom)}`,
          ...paint({ stroke: 'faint', fill: 'none' }),
        }) +
        element(
          'text',
          { x: at, y: top - 9, 'font-size': 11, 'text-anchor': 'middle', ...paint({ fill: 'quiet' }) },
          escapeXML(words),
        )
      )
    })
    .join('')
}
