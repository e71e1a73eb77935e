import { scaleLinear } from 'd3-scale'
import type { PictureOptions } from './diagram'
import { frame } from './frame'
import { legendOf, ROW, SWATCH } from './legend'
import { type Colour, type Paint, paintIn } from './theme'
import { textWidth } from './widths'
import { plain, shortened, wrap } from './wrap'
import { element, escapeXML, round, tooltip } from './xml'

/** A value at one place, or bounds of one; undefined where there is none, which is a gap in the line. */
export type ChartValue = number | readonly [low: number, high: number] | undefined

/** A line in a chart. */
export interface ChartSeries {
  readonly label: string
  readonly colour: Colour
  /** Dashes of the line, in px; solid where not given. */
  readonly dashes?: string
  /** From the first place on, one for each. */
  readonly values: readonly ChartValue[]
}

/** Lines over years, or other whole numbers. */
export interface Chart {
  readonly title: string
  /** The first year; the next value is of the next year. */
  readonly first: number
  /** The least and the greatest value that there is room for. */
  readonly range: readonly [number, number]
  readonly series: readonly ChartSeries[]
  /** Lines below. */
  readonly remarks?: readonly string[]
}

const MARGIN = 18
const PLOT = { width: 680, height: 260, left: 44, top: 14 } as const
const TICK_ROOM = 64
const TEXT = 11
const REMARK = { size: 12, height: 17, width: PLOT.width + PLOT.left, most: 4, isSentence: true } as const

/**
 * Draws lines over years as SVG: a gap where there is no value, a dot where one stands alone, and a band where only
 * bounds are known.
 *
 * @param chart plain data, with its words
 * @param options colours, legend
 * @returns an `<svg>` element, for a file of its own or within HTML
 *
 * @example
 * ```ts
 * drawChart({
 *   title: 'Balanced triads',
 *   first: 1816,
 *   range: [0, 1],
 *   series: [{ label: 'share', colour: 'cooperation', values: [0.8, undefined, 0.9, [0.7, 0.8]] }],
 * })
 * ```
 */
export function drawChart(
  { title, first, range, series, remarks = [] }: Chart,
  { theme = 'auto', legend }: Pick<PictureOptions, 'theme' | 'legend'> = {},
): string {
  const paint = paintIn(theme)
  const many = Math.max(1, ...series.map(({ values }) => values.length))
  const x = scaleLinear([first, Math.max(first + many - 1, first + 1)], [0, PLOT.width])
  const y = scaleLinear(range, [PLOT.height, 0])
  const place: Place = { x: (i) => (many === 1 ? PLOT.width / 2 : x(first + i)), y }
  const drawn = element(
    'g',
    { transform: `translate(${MARGIN + PLOT.left} ${MARGIN + PLOT.top})` },
    drawAxes(first, many, x.ticks(Math.floor(PLOT.width / TICK_ROOM)), place, y.ticks(5), paint),
    ...series.map((one) => drawSeries(one, first, place, paint)),
  )
  const meaning =
    legend === false
      ? undefined
      : legendOf(
          series.map((one) => entryOf(one, paint)),
          PLOT.width + PLOT.left,
          paint,
        )
  let bottom = MARGIN + PLOT.top + PLOT.height + 34
  const explained =
    meaning &&
    element('g', { class: 'statecraft-legend', transform: `translate(${MARGIN} ${bottom})` }, meaning.drawn)
  bottom += meaning ? meaning.height + 8 : 0
  const lines = remarks.flatMap((remark) => wrap(shortened(remark, 400), REMARK).lines)
  const written = lines.map((line, i) =>
    element(
      'text',
      {
        x: MARGIN,
        y: bottom + (i + 0.8) * REMARK.height,
        'font-size': REMARK.size,
        ...paint({ fill: 'ink' }),
      },
      escapeXML(line),
    ),
  )
  return frame(
    {
      width: 2 * MARGIN + PLOT.left + PLOT.width + 16,
      height: bottom + lines.length * REMARK.height + MARGIN,
      title: plain(shortened(title, 1000)),
      theme,
    },
    drawn,
    explained,
    ...written,
  )
}

/** Where things are, px from the top left of the plot. */
interface Place {
  readonly x: (i: number) => number
  readonly y: (value: number) => number
}

function drawAxes(
  first: number,
  many: number,
  years: readonly number[],
  { x, y }: Place,
  values: readonly number[],
  paint: Paint,
): string {
  const text = { 'font-size': TEXT, ...paint({ fill: 'quiet' }) }
  const thin = paint({ stroke: 'faint', fill: 'none' })
  const across = values.map((value) => {
    const words = String(value)
    return (
      element('path', { d: `M0,${round(y(value))}H${PLOT.width}`, ...thin }) +
      element('text', { x: -8 - textWidth(words, TEXT), y: y(value) + 4, ...text }, words)
    )
  })
  const whole = [...new Set(years.map(Math.round))].filter((year) => year >= first && year < first + many)
  const along = whole.map((year) => {
    const at = x(year - first)
    return (
      element('path', { d: `M${round(at)},0V${PLOT.height + 4}`, ...thin }) +
      element('text', { x: at, y: PLOT.height + 19, 'text-anchor': 'middle', ...text }, String(year))
    )
  })
  return [...across, ...along].join('')
}

function drawSeries(
  { label, colour, dashes, values }: ChartSeries,
  first: number,
  place: Place,
  paint: Paint,
): string {
  const stroke = {
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashes,
    ...paint({ stroke: colour, fill: 'none' }),
  }
  const drawn = runsOf(values).map((run) => {
    const points = run.map(({ at, low, high }) => ({
      x: place.x(at),
      low: place.y(low),
      high: place.y(high),
    }))
    const isBand = run.some(({ low, high }) => low !== high)
    if (points.length === 1) {
      const { x, low, high } = points[0]!
      if (isBand)
        return element('path', {
          d: `M${round(x)},${round(low)}V${round(high)}`,
          'stroke-width': 4,
          ...paint({ stroke: colour, fill: 'none' }),
        })
      return element('circle', { cx: x, cy: low, r: 3, ...paint({ fill: colour }) })
    }
    const path = (of: 'low' | 'high', all = points) =>
      all.map((one) => `${round(one.x)},${round(one[of])}`).join('L')
    const line = (of: 'low' | 'high') => element('path', { d: `M${path(of)}`, ...stroke })
    if (!isBand) return line('low')
    const area = element('path', {
      d: `M${path('low')}L${path('high', points.toReversed())}Z`,
      'fill-opacity': 0.18,
      ...paint({ fill: colour }),
    })
    return area + line('low') + line('high')
  })
  const known = values.flatMap((value, i) => (value === undefined ? [] : [`${first + i}: ${wordsOf(value)}`]))
  // A tooltip of all values helps nobody: the ends say what the line is about.
  const notes = known.length > 2 ? [known[0]!, '…', known.at(-1)!] : known
  return element('g', { class: 'statecraft-series' }, tooltip([plain(label), ...notes]), ...drawn)
}

function wordsOf(value: number | readonly [number, number]): string {
  return [value]
    .flat()
    .map((one) => (one as number).toFixed(3))
    .join('–')
}

interface Valued {
  readonly at: number
  readonly low: number
  readonly high: number
}

/** Values that follow one another without a gap. */
function runsOf(values: readonly ChartValue[]): Valued[][] {
  const runs: Valued[][] = []
  for (const [at, value] of values.entries()) {
    if (value === undefined) continue
    const [low, high] = typeof value === 'number' ? [value, value] : value
    const run = runs.at(-1)
    if (run?.at(-1)?.at === at - 1) run.push({ at, low, high })
    else runs.push([{ at, low, high }])
  }
  return runs
}

function entryOf({ label, colour, dashes }: ChartSeries, paint: Paint) {
  return {
    words: plain(shortened(label, 100)),
    drawn: element('path', {
      d: `M0,${ROW / 2}H${SWATCH}`,
      'stroke-width': 2,
      'stroke-dasharray': dashes,
      ...paint({ stroke: colour, fill: 'none' }),
    }),
  }
}
