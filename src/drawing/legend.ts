import { LEVELS, type Level } from '../model/claim'
import { type Diagram, NODE_KINDS } from './diagram'
import { type LineStyle, line, mark } from './lines'
import { nodeShape } from './node'
import { KIND_WORDS, type Paint, SIGNS } from './theme'
import { textWidth } from './widths'
import { element, escapeXML } from './xml'

const TEXT = 11
export const ROW = 22
export const SWATCH = 34
const GAP = 16

/** Something a picture uses, with a word for it: drawn in a box of `SWATCH` by `ROW` px. */
export interface Entry {
  /** Whether it begins a row. */
  readonly isFirst?: boolean
  readonly words: string
  readonly drawn: string
}

/** What the forms in a picture mean. */
export interface Legend {
  readonly width: number
  readonly height: number
  /** Draws it, from 0 on. */
  readonly drawn: string
}

/** Puts what a picture uses in rows of at most so many px. */
export function legendOf(entries: readonly Entry[], width: number, paint: Paint): Legend {
  let [x, y, widest] = [0, 0, 0]
  const drawn = entries.map(({ words, drawn, isFirst }) => {
    const needed = SWATCH + 6 + textWidth(words, TEXT)
    if (x > 0 && (isFirst || x + needed > width)) {
      x = 0
      y += ROW
    }
    const text = element(
      'text',
      { x: SWATCH + 6, y: ROW / 2 + 4, 'font-size': TEXT, ...paint({ fill: 'quiet' }) },
      escapeXML(words),
    )
    const group = element('g', { transform: `translate(${Math.round(x)} ${y})` }, drawn, text)
    widest = Math.max(widest, x + needed)
    x += needed + GAP
    return group
  })
  return { width: widest, height: drawn.length === 0 ? 0 : y + ROW, drawn: drawn.join('') }
}

/** What the forms and lines of a diagram mean: only those that it uses. */
export function entriesOf({ nodes, edges }: Diagram, paint: Paint): Entry[] {
  const entries: Entry[] = []
  const box = { x: SWATCH / 2, y: ROW / 2, width: 30, height: 14 }
  for (const kind of NODE_KINDS) {
    if (!nodes.some((node) => node.kind === kind)) continue
    entries.push({ words: KIND_WORDS[kind], drawn: nodeShape({ kind }, box, paint) })
  }
  if (nodes.some((node) => node.isUnnamed)) {
    entries.push({ words: 'left unnamed', drawn: nodeShape({ kind: 'actor', isUnnamed: true }, box, paint) })
  }
  const forms = entries.length
  const add = (words: string, style: Partial<LineStyle>, used: (edge: LineStyle) => boolean) => {
    if (!edges.some(used)) return
    entries.push({ words, drawn: sample({ ...PLAIN, ...style }, paint), isFirst: entries.length === forms })
  }
  for (const sign of [1, -1, 0] as const) {
    const words = SIGNS[`${sign}`]
    // Where no relation has a sign, lines need not say so.
    if (sign === 0 && !edges.some((edge) => edge.sign !== 0)) continue
    add(words, { sign }, (edge) => edge.sign === sign && edge.isDirected)
    add(`${words}, mutual`, { sign, isDirected: false }, (edge) => edge.sign === sign && !edge.isDirected)
  }
  const levels = LEVELS.filter((level) => edges.some((edge) => edge.level === level))
  for (const level of levels) {
    if (levels.length === 1 && level === 'asserted') continue
    add(level, { level, isDirected: false }, (edge: { readonly level: Level }) => edge.level === level)
  }
  add('disputed', { disputed: true, isDirected: false }, ({ disputed }) => disputed)
  add('inferred from others', { isInferred: true, isDirected: false }, ({ isInferred }) => isInferred)
  return entries
}

const PLAIN: LineStyle = { isDirected: true, sign: 0, level: 'asserted', disputed: false, isInferred: false }

function sample(style: LineStyle, paint: Paint): string {
  const ends = [
    { x: 0, y: ROW / 2 },
    { x: SWATCH, y: ROW / 2 },
  ]
  const isMarked = style.level === 'denied' || style.disputed
  return (
    line(style, ends, 'right', false, paint) +
    (isMarked ? mark(style, { x: SWATCH / 2, y: ROW / 2 }, paint) : '')
  )
}
