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

/** How statements are tied to the triples that they are about, beside layer 2. */
export type Reify = 'none' | 'rdf12'

/** Whether triple terms are asked for; refused where there is no such way, and in a format that has none. */
export function checkReify(reify: Reify = 'none', format?: RdfFormat): boolean {
  if (reify === 'none') return false
  if (reify !== 'rdf12') {
    fail('bad-value', `there is no way to reify called '${String(reify)}'`, { hint: "'rdf12', or 'none'" })
  }
  if (format === 'jsonld') {
    const hint = 'take Turtle, TriG, N-Triples or N-Quads'
    fail('bad-value', 'JSON-LD has no triple terms, so it cannot be written with RDF 1.2’s rdf:reifies', {
      hint,
    })
  }
  return true
}

function checkOneOf(format: string, formats: readonly string[], hint = `one of ${formats.join(', ')}`): void {
  if (formats.includes(format)) return
  fail('bad-value', `there is no RDF format '${String(format)}'`, { hint })
}
