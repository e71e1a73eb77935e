import type * as Rdf from '@rdfjs/types'
import { PARTS } from '../../ontology/common'
import { valued } from '../codec'
import { RDF } from '../words'
import type { Decoding, RawRecord } from './decoding'
import { Fields } from './fields'

/** What an entity says of its names, identifiers or addresses: by literals, and by nodes that say more. */
export interface Parts {
  readonly nodes: Rdf.Term[]
  /** Literals as what they would be by themselves. */
  readonly simple: RawRecord[]
}

/**
 * Names, identifiers or addresses: a literal that no node of the entity says is simple, and complete.
 *
 * @param key of what is the same literal
 */
export function decodeParts(
  of: keyof typeof PARTS,
  { nodes, simple }: Parts,
  key: (part: RawRecord) => string,
  decoding: Decoding,
): RawRecord[] {
  const structured = nodes.map((node) => decodeNode(of, node, decoding))
  const said = new Set(structured.map(key))
  return [...structured, ...simple.filter((part) => !said.has(key(part)))]
}

export const KEYS = {
  name: ({ kind, lang, text }: RawRecord) => JSON.stringify([kind, lang ?? null, text]),
  identifier: ({ scheme, value }: RawRecord) => JSON.stringify([scheme, value]),
  address: ({ text }: RawRecord) => JSON.stringify([text]),
} as const

/** A name by a literal: the tag is its language, `und` too. */
export function nameOf(term: Rdf.Term, kind: string | undefined): RawRecord {
  const language = term.termType === 'Literal' ? term.language : ''
  return { text: term.value, ...(language ? { lang: language } : {}), ...(kind ? { kind } : {}) }
}

function decodeNode(of: keyof typeof PARTS, node: Rdf.Term, decoding: Decoding): RawRecord {
  const fields = new Fields()
  let value: Rdf.Term | undefined
  for (const { predicate, object } of decoding.set.about(node)) {
    if (predicate.value === RDF.value.value) value = object
    else {
      const role = decoding.roles.of(predicate)
      if (role?.is === 'field') fields.add(role.name, object)
    }
  }
  const part: RawRecord = {}
  for (const field of PARTS[of]) {
    const name = field.name === 'kind' ? 'nameKind' : field.name
    const found = fields.value({ ...valued(field), name }, decoding)
    if (found !== undefined) part[field.name] = found
  }
  if (value === undefined) return part
  if (of === 'name') return { ...part, ...nameOf(value, undefined) }
  return { ...part, [of === 'identifier' ? 'value' : 'text']: value.value }
}
