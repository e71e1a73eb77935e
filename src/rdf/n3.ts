import { Writer } from 'n3'
import { fail } from '../model/issue'
import { hasGraphs, N3_NAMES, type TextFormat } from './formats'
import { DEFAULT_GRAPH, type Quad } from './terms'

/** How n3 writes. Its types lag behind it: here and in `read/parser.ts` are the only places that know it. */

/** How n3 declares prefixes. */
export function prefixLines(prefixes: Iterable<readonly [prefix: string, namespace: string]>): string {
  return [...prefixes].map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}>.\n`).join('')
}

/** The local names that n3 writes after a prefix; every other IRI it writes in full. */
export const N3_LOCAL = /^[_a-zA-Z0-9](?:\.?[-_a-zA-Z0-9])*$/

/**
 * Writes quads as one complete piece of text, without declaring the prefixes.
 *
 * @param quads in the order in which they shall be written
 * @param prefixes declared before; none of them may be the scheme of an IRI here
 * @throws {@link StatecraftError} `bad-value` for a named graph in a format that has none: n3 would write it
 */
export function writeBlock(
  quads: Iterable<Quad>,
  format: TextFormat,
  prefixes: ReadonlyMap<string, string> = new Map(),
): string {
  let text = ''
  let open = false // n3 declares the prefixes as it is made
  const output = {
    write(chunk: string, _: string, done?: () => void) {
      if (open) text += chunk
      done?.()
    },
    end(done?: () => void) {
      done?.()
    },
  }
  const writer = new Writer(output, { format: N3_NAMES[format], prefixes: Object.fromEntries(prefixes) })
  open = true
  // n3 swallows errors that nobody asks for.
  const done = (error?: unknown) => {
    if (error) throw error
  }
  for (const { subject, predicate, object, graph } of quads) {
    if (graph !== DEFAULT_GRAPH && !hasGraphs(format)) {
      fail('bad-value', `${N3_NAMES[format]} has no graphs, and there is one: ${graph.value}`)
    }
    writer.addQuad(subject, predicate, object, graph, done)
  }
  writer.end()
  return text
}
