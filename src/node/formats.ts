import type { RdfFormat } from '../rdf'

/** Formats of files by name, with the extensions of their files. */
export const EXTENSIONS = {
  jsonl: ['jsonl', 'ndjson'],
  turtle: ['ttl'],
  trig: ['trig'],
  ntriples: ['nt'],
  nquads: ['nq'],
  jsonld: ['jsonld'],
} as const satisfies Record<'jsonl' | RdfFormat, readonly string[]>

/** A format that records are read from and written to. */
export type Format = keyof typeof EXTENSIONS

/** All formats. */
export const FORMATS = Object.keys(EXTENSIONS) as readonly Format[] // its own keys

/** The format that the name of a file tells by its extension. */
export function formatOf(path: string): Format | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase()
  return FORMATS.find((format) => EXTENSIONS[format].some((known) => known === extension))
}
