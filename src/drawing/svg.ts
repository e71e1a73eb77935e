import type { Diagram, PictureOptions } from './diagram'
import { drawEdge } from './edge'
import { frame } from './frame'
import { place } from './layout'
import { entriesOf, legendOf } from './legend'
import { refuseTooMuch } from './limits'
import { drawNode } from './node'
import { type Paint, paintIn } from './theme'
import { textWidth } from './widths'
import { plain, shortened } from './wrap'
import { element, escapeXML } from './xml'

const MARGIN = 18

/**
 * Draws a diagram as SVG: entities as boxes whose form and colour tell their kind, statements as lines whose form
 * tells how they stand. Nothing in it needs a script, a font, the network or an id: it may stand in any page, several
 * times. The same diagram gives the same text.
 *
 * @param diagram what is drawn, with its words
 * @param options colours, direction, legend
 * @returns an `<svg>` element, for a file of its own or within HTML
 * @throws {@link StatecraftError} `truncated` for what is too much for a picture
 *
 * @example
 * ```ts
 * const [kp, ir] = ['state:KP', 'state:IR'].map((id) => ({ id, label: id, kind: 'jurisdiction', notes: [] }) as const)
 * const supplies = { id: 's', from: kp!.id, to: ir!.id, label: 'supplies', isDirected: true, sign: 1 } as const
 * drawSVG({
 *   title: 'who supplies whom',
 *   nodes: [kp!, ir!],
 *   edges: [{ ...supplies, level: 'alleged', disputed: false, isInferred: false, notes: [] }],
 * })
 * ```
 */
export function drawSVG(diagram: Diagram, options: PictureOptions = {}): string {
  refuseTooMuch(
    diagram.nodes.length,
    diagram.edges.map(({ from, to }) => [from, to] as const),
  )
  const { theme = 'auto', flow = 'right' } = options
  const paint = paintIn(theme)
  const title = plain(shortened(diagram.title, 1000))
  const { remarks = [] } = diagram
  if (diagram.nodes.length === 0) {
    const written = writtenBelow(remarks.length > 0 ? remarks : ['Nothing to show'], MARGIN, paint)
    return frame(
      { width: written.width + 2 * MARGIN, height: written.height + 2 * MARGIN, title, theme },
      written.drawn,
    )
  }
  const placed = place(diagram, flow)
  const meaning =
    options.legend === false
      ? undefined
      : legendOf(entriesOf(diagram, paint), Math.max(placed.width, 460), paint)
  const drawnTo = placed.height + (meaning ? meaning.height + MARGIN : 0)
  const written = remarks.length > 0 ? writtenBelow(remarks, drawnTo + MARGIN + 8, paint) : undefined
  const height = drawnTo + (written ? written.height + 8 : 0)
  const width = Math.max(placed.width, meaning?.width ?? 0, written?.width ?? 0)
  const shift = MARGIN + (width - placed.width) / 2
  return frame(
    { width: width + 2 * MARGIN, height: height + 2 * MARGIN, title, theme },
    element(
      'g',
      { transform: `translate(${Math.round(shift)} ${MARGIN})` },
      ...placed.edges.map((edge) => drawEdge(edge, flow, paint)),
      ...placed.nodes.map((node) => drawNode(node, paint)),
    ),
    meaning &&
      element(
        'g',
        {
          class: 'statecraft-legend',
          transform: `translate(${MARGIN} ${Math.round(placed.height + 2 * MARGIN)})`,
        },
        meaning.drawn,
      ),
    written?.drawn,
  )
}

/** Lines in plain sight, for what must not stand in a tooltip alone. */
function writtenBelow(
  lines: readonly string[],
  y: number,
  paint: Paint,
): { readonly width: number; readonly height: number; readonly drawn: string } {
  const words = lines.map((line) => plain(shortened(line, 200)))
  return {
    width: Math.max(...words.map((line) => textWidth(line, REMARK.size))),
    height: words.length * REMARK.height,
    drawn: words
      .map((line, i) =>
        element(
          'text',
          {
            x: MARGIN,
            y: Math.round(y + (i + 0.8) * REMARK.height),
            'font-size': REMARK.size,
            ...paint({ fill: 'ink' }),
          },
          escapeXML(line),
        ),
      )
      .join(''),
  }
}

const REMARK = { size: 12, height: 18 } as const
