import { Writer } from 'n3'
import { fail } from '../model/issue'
import { DEFAULT_GRAPH, type Quad } from './terms'

/** How n3 writes. Its types lag behind it: here and in `read/parser.ts` are the only places that know it. */

/** A format that is written. Turtle and N-Triples know no graphs. */
export type RdfFormat = 'turtle' | 'trig' | 'ntriples' | 'nquads'

/** What n3 calls the formats: it falls back to TriG for a name that it does not know. */
export const N3_NAMES = {
  turtle: 'Turtle',
  trig: 'TriG',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
} as const satisfies Record<RdfFormat, string>

/** All formats. */
export const RDF_FORMATS = Object.keys(N3_NAMES) as readonly RdfFormat[] // its own keys

/** Whether a format has named graphs. */
export function hasGraphs(format: RdfFormat): boolean {
  return format === 'trig' || format === 'nquads'
}

/** Whether a format has prefixes. */
export function hasPrefixes(format: RdfFormat): boolean {
  return format === 'turtle' || format === 'trig'
}

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
  format: RdfFormat,
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
