import { formatNumber, width } from '../query/show/text-table'

export { formatNumber, textTable as table, width } from '../query/show/text-table'

/** `1 error`, `2 errors`, `1,234 errors`. */
export function count(n: number, one: string, several = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : several}`
}

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
