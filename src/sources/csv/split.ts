/**
 * Splits a list cell.
 *
 * @param text the cell
 * @param separator between the items: one character or several
 * @param quote around items that have a separator in them; doubled within. A quote that is never closed is a character
 *   like any other
 * @returns the items, without white space around them, and without empty ones
 */
export function splitList(text: string, separator: string, quote?: string): string[] {
  const items: string[] = []
  let item = ''
  let at = 0
  while (at < text.length) {
    const quoted = quote !== undefined && item.trim() === '' ? quotedAt(text, at, quote) : undefined
    if (quoted) {
      item = quoted.content
      at = quoted.end
    } else if (text.startsWith(separator, at)) {
      items.push(item)
      item = ''
      at += separator.length
    } else item += text.charAt(at++)
  }
  items.push(item)
  return items.map((one) => one.trim()).filter((one) => one !== '')
}

/** What stands in quotes at a place, and where it ends. */
function quotedAt(text: string, start: number, quote: string): { content: string; end: number } | undefined {
  if (!text.startsWith(quote, start)) return undefined
  let content = ''
  let at = start + quote.length
  for (let close = text.indexOf(quote, at); close >= 0; close = text.indexOf(quote, at)) {
    content += text.slice(at, close)
    at = close + quote.length
    if (!text.startsWith(quote, at)) return { content, end: at }
    content += quote
    at += quote.length
  }
  return undefined
}
