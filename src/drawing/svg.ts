import type { Diagram, PictureOptions } from './diagram'
import { drawEdge } from './edge'
import { frame } from './frame'
import { place } from './layout'
import { entriesOf, legendOf } from './legend'
import { refuseTooMuch } from './limits'
import { drawNode } from './node'
import { paintIn } from './theme'
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
  if (diagram.nodes.length === 0) {
    const words = 'Nothing to show'
    const [width, height] = [textWidth(words, 13) + 4 * MARGIN, 64]
    const text = element(
      'text',
      {
        x: width / 2,
        y: height / 2 + 4.5,
        'font-size': 13,
        'text-anchor': 'middle',
        ...paint({ fill: 'quiet' }),
      },
      escapeXML(words),
    )
    return frame({ width, height, title, theme }, text)
  }
  const placed = place(diagram, flow)
  const meaning =
    options.legend === false
      ? undefined
      : legendOf(entriesOf(diagram, paint), Math.max(placed.width, 460), paint)
  const width = Math.max(placed.width, meaning?.width ?? 0)
  const height = placed.height + (meaning ? meaning.height + MARGIN : 0)
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
  )
}
