import { fail } from '../model/issue'
import type { RdfFormat } from '../rdf'
import type { SourceFormat } from '../sources/formats'
import { NO_TEXT, startsWith } from '../sources/input/text'
import { rootOf, sniffFormat } from '../sources/sniff'
import type { Input } from './input'

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

/** A format that records are read from. */
export type InputFormat = Format | SourceFormat

/**
 * The format of an input: RDF by the extension of its name, what others publish by how it begins, else JSON Lines.
 *
 * @throws StatecraftError `wrong-format` for XML that is none of the lists that are known
 */
export async function formatOfInput(input: Input): Promise<InputFormat> {
  const said = formatOf(input.name)
  if (said !== undefined && said !== 'jsonl') return said
  const start = await input.head()
  const bytes = Buffer.from(start, 'latin1')
  const what = NO_TEXT.find(([first]) => startsWith(bytes, first))
  if (what) fail('wrong-format', `this is ${what[1]}, not text`, { hint: what[2] })
  const head = decoded(start)
  const found = sniffFormat(
    input.files.map(({ name }) => name),
    head,
  )
  if (found) return found
  const root = said === undefined && /^\s*</.test(head) ? rootOf(head) : undefined
  if (root === undefined) return 'jsonl'
  return fail('wrong-format', `it begins with <${root}>, and is none of the lists that are known`, {
    hint: /^(?:html|!doctype)$/i.test(root)
      ? 'was the page of an error or of a login saved?'
      : 'say its format',
  })
}

/** UTF-16 as text: its letters stand between zeros. */
function decoded(latin1: string): string {
  return latin1.startsWith('\u00ef\u00bb\u00bf')
    ? latin1.slice(3)
    : latin1.replace(/^[\u00ff\u00fe]{2}|\0/g, '')
}
