import { bare, directionOf, printableWords } from '../model/direction'
import { textWidth } from './widths'

/** A label in lines, as it is drawn. */
export interface Block {
  readonly lines: readonly string[]
  /** Of the widest line, in px: an upper bound. */
  readonly width: number
  readonly direction: 'ltr' | 'rtl'
  /** Whether an ellipsis stands for the rest. */
  readonly isCut: boolean
}

/** How a label is put in lines: px, and how many at most. */
export interface Lines {
  readonly size: number
  readonly width: number
  readonly most: number
  /** Whether it is a sentence of ours, read from left to right, with names isolated in it; else it is a name. */
  readonly isSentence?: boolean
}

/** What could still be seen of a label: more is not even looked at. */
const MOST_CHARACTERS = 400

/** Marks that one letter carries; a heap of them is drawn over whatever stands above. */
const MOST_MARKS = 8

/** One line, in which nothing turns the text around or is not seen. */
export function plain(text: string): string {
  return printableWords(text.toWellFormed().replace(/\s+/g, ' ').trim())
}

/** A text of bounded length; an ellipsis says that it goes on. */
export function shortened(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
}

/**
 * A label in lines of bounded width: broken between words, and within one that is too long for a line.
 *
 * @returns no line for an empty label
 */
export function wrap(label: string, { size, width, most, isSentence }: Lines): Block {
  const isolated = plain(shortened(label, MOST_CHARACTERS))
  const whole = isSentence ? isolated : bare(isolated)
  const lines: string[] = []
  let line = ''
  let isCut = whole.endsWith('…') && label.length > MOST_CHARACTERS
  for (const piece of pieces(whole, size, width)) {
    if (line === '' || textWidth((line + piece).trimEnd(), size) <= width) {
      line += piece
      continue
    }
    if (lines.length === most - 1) {
      isCut = true
      line = withEllipsis(line, size, width)
      break
    }
    lines.push(line.trim())
    line = piece
  }
  if (line.trim() !== '') lines.push(line.trim())
  return {
    lines: isSentence ? balanced(lines) : lines,
    width: Math.max(0, ...lines.map((text) => textWidth(text, size))),
    direction: isSentence ? 'ltr' : directionOf(whole),
    isCut,
  }
}

/** What is kept together on a line, in order: words with what clings to them, none wider than a line. */
function* pieces(text: string, size: number, width: number): Iterable<string> {
  let piece = ''
  for (const { segment } of WORDS.segment(text)) {
    // What is no word clings to the one before it, and what opens something to the one after it.
    const begins = /[\p{L}\p{N}\p{Ps}\p{Pi}\p{So}]/u.test(segment) && !/[\p{Ps}\p{Pi}]$/u.test(piece)
    if (begins && piece !== '') {
      yield* broken(piece, size, width)
      piece = ''
    }
    piece += segment
  }
  if (piece !== '') yield* broken(piece, size, width)
}

/** A piece, in parts if it is wider than a line; never within a letter and its marks. */
function* broken(piece: string, size: number, width: number): Iterable<string> {
  let part = ''
  for (const { segment } of LETTERS.segment(piece)) {
    const letter = [...segment].slice(0, MOST_MARKS + 1).join('')
    if (part !== '' && textWidth((part + letter).trimEnd(), size) > width) {
      yield part
      part = ''
    }
    part += letter
  }
  if (part !== '') yield part
}

function withEllipsis(line: string, size: number, width: number): string {
  const letters = [...LETTERS.segment(line.trimEnd())].map(({ segment }) => segment)
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** Every line by itself: a name that goes over the end of one is closed there, and opened again in the next. */
function balanced(lines: readonly string[]): string[] {
  let depth = 0
  return lines.map((line) => {
    const opened = '\u2068'.repeat(depth)
    for (const mark of line) {
      if (mark === '\u2068') depth++
      else if (mark === '\u2069') depth = Math.max(0, depth - 1)
    }
    return opened + line + '\u2069'.repeat(depth)
  })
}

const WORDS = new Intl.Segmenter('en', { granularity: 'word' })
const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })
