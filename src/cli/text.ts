import { printableWords } from '../model/direction'

/** `1 error`, `2 errors`, `1,234 errors`. */
export function count(n: number, one: string, several = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : several}`
}

export function formatNumber(n: number): string {
  return n.toLocaleString('en')
}

/** A place in a table: text, or a number, which stands to the right. */
type Cell = string | number

/** Rows with their columns aligned; the last column is as long as it is. */
export function table(rows: readonly (readonly Cell[])[], indent = ''): string {
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

/** Columns that a text takes: marks take none, wide characters (East Asian, emoji) take two. */
export function width(text: string): number {
  let columns = 0
  for (const char of text) columns += /\p{M}|\p{Cf}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return columns
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/** The text in lines of at most so many columns. */
export function wrap(text: string, columns: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && width(indent) + width(line) + 1 + width(word) > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.map((part) => indent + part).join('\n')
}

/** JSON for other programs. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The text of `json({ [name]: items, complete })`, written as the items come. */
export async function* jsonList(
  name: string,
  items: AsyncIterable<unknown>,
  complete: () => boolean,
): AsyncGenerator<string> {
  yield `{\n  ${JSON.stringify(name)}: [`
  let some = false
  for await (const item of items) {
    yield `${some ? ',' : ''}\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`
    some = true
  }
  yield `${some ? '\n  ' : ''}],\n  "complete": ${complete()}\n}\n`
}
