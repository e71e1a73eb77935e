import { Problem } from '../../model/problem'

/** A text with columns in it: constants at even places, names of columns at odd ones. */
export type Template = readonly string[]

const cache = new Map<string, Template | Problem>()
/** Templates come from mappings: there are few of them. */
const MAX_CACHED = 10_000

/**
 * Reads a template: `{ccode}` is the cell of the column `ccode`; `{{` and `}}` are braces.
 *
 * @returns its parts, or what is wrong with it
 */
export function readTemplate(text: string): Template | Problem {
  const known = cache.get(text)
  if (known) return known
  if (cache.size >= MAX_CACHED) cache.clear()
  const read = parse(text)
  cache.set(text, read)
  return read
}

/** The columns in a template. */
export function columnsOf(template: Template): string[] {
  return template.filter((_, i) => i % 2 === 1)
}

function parse(text: string): Template | Problem {
  const parts = ['']
  for (const token of text.match(/\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g) ?? []) {
    if (token === '{' || token === '}') {
      return new Problem(
        `'${text.slice(0, 80)}' has a brace without its other half`,
        'a brace itself is {{ or }}',
      )
    }
    const literal = token === '{{' || token === '}}' ? token.charAt(0) : token
    if (literal.length > 1 && literal.startsWith('{')) parts.push(literal.slice(1, -1).trim(), '')
    else parts[parts.length - 1] += literal
  }
  return parts
}
