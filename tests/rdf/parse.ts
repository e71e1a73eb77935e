import { createHash } from 'node:crypto'
import type * as Rdf from '@rdfjs/types'
import { Parser } from 'n3'
import oxigraph from 'oxigraph'
import type { TextFormat } from 'statecraft/rdf'

/**
 * What tests of RDF have in common: two parsers, and the hash of ids worked out in another way than in `src`.
 */

const MEDIA = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
} as const satisfies Record<TextFormat, string>

export const FORMATS = Object.keys(MEDIA) as TextFormat[]

/** A quad as one string. Parsers write language tags in lower case. */
export function line({ subject, predicate, object, graph }: Rdf.Quad): string {
  return [subject, predicate, object, graph].map(term).join(' ')
}

function term(term: Rdf.Term): string {
  if (term.termType === 'Literal') {
    const { value, language, datatype } = term
    return `${JSON.stringify(value)}${language ? `@${language.toLowerCase()}` : `^^${datatype.value}`}`
  }
  return `${term.termType} ${term.value}`
}

/** The quads of a text as n3 reads it: one string each, sorted. */
export function n3Lines(text: string, format: TextFormat): string[] {
  return new Parser({ format: MEDIA[format] }).parse(text).map(line).sort()
}

/** The same as oxigraph reads it. */
export function oxigraphLines(text: string, format: TextFormat): string[] {
  const quads = oxigraph.parse(text, { format: MEDIA[format] })
  return quads.map((quad) => line(quad as unknown as Rdf.Quad)).sort() // its own RDF/JS types
}

/** 128 bits of SHA-256 in lower-case base32 without padding. */
export function hash(text: string): string {
  const bits = [...createHash('sha256').update(text).digest().subarray(0, 16)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .padEnd(130, '0')
  return bits.replace(/.{5}/g, (five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five, 2)] ?? '')
}

/** The local part of a statement's id, from the JSON written out by hand. */
export const stmt = (json: unknown): string => hash(JSON.stringify(json))

/** The local part of a claim's id. */
export const claim = (statement: string, ...key: (string | null)[]): string =>
  hash(JSON.stringify([`stmt:${statement}`, ...key]))
