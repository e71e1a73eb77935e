import { fail } from '../model/issue'

/** Formats that n3 reads and writes, by the names that it knows them by: for any other it falls back to TriG. */
export const N3_NAMES = {
  turtle: 'Turtle',
  trig: 'TriG',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
} as const satisfies Record<string, string>

/** A format of RDF that is text, quad by quad. Turtle and N-Triples know no graphs. */
export type TextFormat = keyof typeof N3_NAMES

/** A format that is written and read. */
export type RdfFormat = TextFormat | 'jsonld'

const TEXT_FORMATS = Object.keys(N3_NAMES) as readonly TextFormat[] // its own keys

/** All formats. */
export const RDF_FORMATS: readonly RdfFormat[] = [...TEXT_FORMATS, 'jsonld']

/** Whether a format has named graphs, as it is written here: JSON-LD has them, but an entity with its claims is one node. */
export function hasGraphs(format: RdfFormat): boolean {
  return format === 'trig' || format === 'nquads'
}

/** Whether a format has prefixes that are declared before they are used. */
export function hasPrefixes(format: RdfFormat): boolean {
  return format === 'turtle' || format === 'trig'
}

/** Refuses a format that is none. */
export function checkFormat(format: RdfFormat): void {
  checkOneOf(format, RDF_FORMATS)
}

/** Refuses a format that is none of text. */
export function checkTextFormat(format: TextFormat): void {
  const hint = (format as string) === 'jsonld' ? 'readJsonLd reads it' : undefined
  checkOneOf(format, TEXT_FORMATS, hint)
}

function checkOneOf(format: string, formats: readonly string[], hint = `one of ${formats.join(', ')}`): void {
  if (formats.includes(format)) return
  fail('bad-value', `there is no RDF format '${String(format)}'`, { hint })
}
