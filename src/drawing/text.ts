import type { Point } from './shapes'
import type { Colour, Paint } from './theme'
import { type Block, plain, shortened } from './wrap'
import { type Attributes, element, escapeXML, tooltip } from './xml'

/** How text is written: size and line height in px. */
export interface TextStyle {
  readonly size: number
  readonly height: number
}

/** Lines of text, one below the other, in the middle of `x` or from it on, the first in the line that begins at `y`. */
export function textLines(block: Block, { size, height }: TextStyle, at: Point, painted: Attributes): string {
  return block.lines
    .map((line, i) =>
      element(
        'text',
        {
          x: at.x,
          // The baseline: what is above and below it is about centred in the height of a line.
          y: at.y + i * height + height / 2 + size * 0.35,
          'font-size': size,
          'text-anchor': 'middle',
          direction: block.direction === 'rtl' ? 'rtl' : undefined,
          ...painted,
        },
        escapeXML(line),
      ),
    )
    .join('')
}

/** Attributes of text that keeps legible where a line runs through it. */
export function haloed(paint: Paint, colour: Colour): Attributes {
  return {
    ...paint({ fill: colour, stroke: 'paper' }),
    'stroke-width': 3,
    'paint-order': 'stroke',
    'stroke-linejoin': 'round',
  }
}

/** So much of a tooltip is read. */
const MOST_NOTES = 24
const MOST_OF_NOTE = 400

/** What pointing at something shows: its label where that was cut, and its notes. */
export function tooltipOf(label: string, isCut: boolean, notes: readonly string[]): string {
  const lines = (isCut && !notes.includes(label) ? [label, ...notes] : notes).map((line) =>
    plain(shortened(line, MOST_OF_NOTE)),
  )
  const rest = lines.length - MOST_NOTES
  return tooltip(rest > 0 ? [...lines.slice(0, MOST_NOTES), `… ${rest} more`] : lines)
}
