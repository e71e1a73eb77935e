import { levelsOf } from '../drawing/bundle'
import type { PictureOptions } from '../drawing/diagram'
import { frame } from '../drawing/frame'
import { legendOf } from '../drawing/legend'
import { mark } from '../drawing/lines'
import { haloed, textLines, tooltipOf } from '../drawing/text'
import { type Paint, paintIn } from '../drawing/theme'
import { type Block, plain, shortened, wrap } from '../drawing/wrap'
import { element, escapeXML } from '../drawing/xml'
import type { Level } from '../model/claim'
import type { DaySpan } from '../query/read'
import { type Axis, axisOf, spanOf } from './timeline-axis'
import { drawTimes, type Times } from './timeline-bars'
import { timelineEntries } from './timeline-legend'

/** A statement in a timeline. */
export interface TimelineRow {
  readonly id: string
  /** In a sentence, read from left to right; names in it may be isolated. */
  readonly label: string
  readonly level: Level
  readonly disputed: boolean
  /** Whether it happens at some time within its days; else it holds throughout. */
  readonly isEvent: boolean
  /** Outside these days it does not hold; undefined where it holds on none. */
  readonly possible: DaySpan | undefined
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
const PLOT = 620
const GUTTER = 42
const LABEL = { size: 12, height: 15, width: 340, most: 3, isSentence: true } as const
const SMALL = { size: 11, height: 14 } as const

interface Row {
  readonly row: TimelineRow
  /** Undefined where nothing can be drawn of it. */
  readonly times: Times | undefined
  readonly block: Block
  readonly standing: Block
  readonly height: number
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
  const dated = shown.map(({ times }) => times).filter((times) => times !== undefined)
  const axis = axisOf(
    dated.flatMap(({ possible, certain }) => (certain ? [possible, certain] : [possible])),
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
    rest > 0
      ? `… and ${rest} more, which are not drawn: ${levelsOf(rows.slice(shown.length))}`
      : rows.length === 0
        ? 'Nothing to show'
        : undefined
  if (after !== undefined) y += 24
  const entries = timelineEntries(dated, paint)
  const meaning = options.legend === false ? undefined : legendOf(entries, left + PLOT - MARGIN, paint)
  const title = plain(shortened(options.title ?? 'A timeline', 1000))
  const height = y + (meaning?.height ? meaning.height + 12 : 0) + MARGIN
  return frame(
    { width: left + PLOT + MARGIN + 8, height, title, theme },
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
  const { level, disputed, label } = row
  const block = wrap(label, LABEL)
  const words = [level === 'asserted' ? '' : level, disputed ? 'disputed' : '']
  const standing = wrap(words.filter((word) => word !== '').join(', '), LABEL)
  const height = block.lines.length * LABEL.height + standing.lines.length * SMALL.height + 11
  return { row, times: timesOf(row), block, standing, height: Math.max(28, height) }
}

/** What can be drawn of when it holds: nothing where no bound is known. */
function timesOf({ isEvent, level, possible, certain }: TimelineRow): Times | undefined {
  if (!possible) return undefined
  const times = {
    isEvent,
    level,
    possible: spanOf(possible),
    ...(certain ? { certain: spanOf(certain) } : {}),
  }
  const bounds = [times.possible, times.certain ?? times.possible].flatMap(({ from, until }) => [from, until])
  return bounds.some(Number.isFinite) ? times : undefined
}

function drawRow(drawn: Row, left: number, y: number, axis: Axis | undefined, paint: Paint): string {
  const { row, times, block, standing, height } = drawn
  const middle = y + height / 2
  const edge = left - GUTTER + 2
  const above = middle - (block.lines.length * LABEL.height + standing.lines.length * SMALL.height) / 2
  const bars =
    axis && times
      ? element('g', { transform: `translate(${Math.round(left)} 0)` }, drawTimes(times, middle, axis, paint))
      : element(
          'text',
          { x: left, y: middle + 4, 'font-size': 11, 'font-style': 'italic', ...haloed(paint, 'quiet') },
          row.possible ? 'no date' : 'on no day',
        )
  return element(
    'g',
    { class: 'statecraft-row', 'data-id': row.id },
    tooltipOf(row.label, block.isCut, row.notes),
    element('path', {
      d: `M${MARGIN},${Math.round(y)}H${Math.round(left + PLOT)}`,
      ...paint({ stroke: 'faint' }),
    }),
    element('rect', {
      x: MARGIN,
      y,
      width: left + PLOT - MARGIN,
      height,
      fill: 'none',
      'pointer-events': 'all',
    }),
    textLines(block, LABEL, { x: edge, y: above }, { ...paint({ fill: 'ink' }), 'text-anchor': 'end' }),
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
