import { printableWords } from '../../model/direction'

/** A place in a table: text, or a number, which stands to the right. */
export type Cell = string | number

/** Rows with their columns aligned; the last column is as long as it is. */
export function textTable(rows: readonly (readonly Cell[])[], indent = ''): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : printableWords(cell))),
  )
  const widths: number[] = []
  for (const row of cells) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell))
  }
  return cells
    .map((row, r) => {
      const padded = row.map((cell, i) => {
        const space = ' '.repeat(widths[i]! - width(cell))
        return typeof rows[r]![i] === 'number' ? space + cell : cell + space
      })
      return `${indent}${padded.join('  ')}`.trimEnd()
    })
    .join('\n')
}

export function formatNumber(n: number): string {
  return n.toLocaleString('en')
}

/** Columns that a text takes: marks take none, wide characters (East Asian, emoji) take two. */
export function width(text: string): number {
  let columns = 0
  for (const char of text) columns += /\p{M}|\p{Cf}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return columns
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
