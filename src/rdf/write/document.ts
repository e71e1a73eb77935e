import { hasPrefixes, type TextFormat } from '../formats'
import { prefixLines, writeBlock } from '../n3'
import type { Quad } from '../terms'
import { inOrder } from './order'
import type { Prefixing } from './prefixes'

/** How many quads are written at a time, at least. */
const PIECE = 2048

/**
 * Writes quads as one document, bit by bit: sorted, each once, with the prefixes that they use. The same set
 * of quads gives the same bytes.
 */
export function* writeDocument(
  quads: Iterable<Quad>,
  format: TextFormat,
  prefixing: Prefixing,
): Generator<string> {
  const sorted = inOrder(quads)
  const prefixes = hasPrefixes(format) ? prefixing.used(sorted) : new Map<string, string>()
  if (prefixes.size > 0) yield `${prefixLines(prefixes)}\n`
  for (let start = 0; start < sorted.length; ) {
    let end = Math.min(start + PIECE, sorted.length)
    while (end < sorted.length && sorted[end]?.subject.value === sorted[end - 1]?.subject.value) end++
    yield writeBlock(sorted.slice(start, end), format, prefixes)
    start = end
  }
}
