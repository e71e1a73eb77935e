import { canonicalJson } from '../../model/canonical'
import { digest } from '../../model/id'
import type { Address, Identifier, Name, NameKind } from '../../model/record'
import type { Lexicon } from '../lexicon'
import { booleanLiteral, dateLiteral } from '../literals'
import { type Iri, inLanguage, type Literal, literal, type ObjectTerm } from '../terms'
import { ALT_LABEL, RDF } from '../words'
import type { Block, Encoding } from './block'

/*
 * Names, identifiers and addresses. What is simple is one literal. What says more has that literal too, for
 * easy use, and a node with all of it. So that nothing is lost, something simple that would be the same
 * literal as something with a node gets a node as well: a literal that no node of its subject says is simple,
 * and complete.
 */

/** The parts of something with a node, under `sc:` or as `rdf:value`. */
type Parts = readonly (readonly [predicate: Iri, object: ObjectTerm])[]

/** Adds the names of an entity. */
export function addNames(block: Block, subject: Iri, names: readonly Name[], { lexicon }: Encoding): void {
  const structured = new Set(names.filter((name) => name.script !== undefined).map(nameKey))
  for (const name of names) {
    const text = name.lang === undefined ? literal(name.text) : inLanguage(name.text, name.lang)
    block.add(subject, namePredicate(name.kind, lexicon), text)
    if (!structured.has(nameKey(name))) continue
    addNode(block, subject, 'name', name, lexicon, [
      [RDF.value, text],
      [lexicon.term('nameKind'), lexicon.concept('nameKind', name.kind)],
      ...optional(lexicon, 'script', name.script),
    ])
  }
}

function nameKey({ kind, lang, text }: Name): string {
  return canonicalJson([kind, lang ?? null, text])
}

function namePredicate(kind: NameKind, lexicon: Lexicon): Iri {
  return kind === 'alias' ? ALT_LABEL : lexicon.concept('name', kind)
}

/**
 * Adds the identifiers of an entity. One that its source calls false has no literal: nobody shall join on it.
 */
export function addIdentifiers(
  block: Block,
  subject: Iri,
  identifiers: readonly Identifier[],
  { lexicon }: Encoding,
): void {
  const saysMore = ({ country, when, valid }: Identifier) => (country ?? when ?? valid) !== undefined
  const key = ({ scheme, value }: Identifier) => `${scheme} ${value}`
  const structured = new Set(identifiers.filter(saysMore).map(key))
  for (const identifier of identifiers) {
    const { scheme, value, country, when, valid } = identifier
    if (valid !== false) block.add(subject, lexicon.concept('identifier', scheme), literal(value))
    if (!structured.has(key(identifier))) continue
    addNode(block, subject, 'identifier', identifier, lexicon, [
      [lexicon.term('scheme'), literal(scheme)],
      [RDF.value, literal(value)],
      ...optional(lexicon, 'country', country),
      ...optional(lexicon, 'when', when, dateLiteral),
      ...optional(lexicon, 'valid', valid, booleanLiteral),
    ])
  }
}

const ADDRESS_PARTS = ['street', 'city', 'region', 'postcode', 'country'] as const satisfies (keyof Address)[]

/** Adds the addresses of an entity. */
export function addAddresses(
  block: Block,
  subject: Iri,
  addresses: readonly Address[],
  { lexicon }: Encoding,
): void {
  const saysMore = (address: Address) => ADDRESS_PARTS.some((part) => address[part] !== undefined)
  const structured = new Set(addresses.filter(saysMore).map(({ text }) => text))
  for (const address of addresses) {
    const { text } = address
    if (text !== undefined) block.add(subject, lexicon.concept('address', 'text'), literal(text))
    if (!structured.has(text)) continue
    addNode(block, subject, 'address', address, lexicon, [
      ...(text === undefined ? [] : [[RDF.value, literal(text)] as const]),
      ...ADDRESS_PARTS.flatMap((part) => optional(lexicon, part, address[part])),
    ])
  }
}

function addNode(
  block: Block,
  subject: Iri,
  what: 'name' | 'identifier' | 'address',
  content: Name | Identifier | Address,
  lexicon: Lexicon,
  parts: Parts,
): void {
  const node = lexicon.node(digest(canonicalJson([what, content])))
  block.add(subject, lexicon.term(what), node)
  block.describe(node, RDF.type, lexicon.term(`${what[0]?.toUpperCase()}${what.slice(1)}`))
  for (const [predicate, object] of parts) block.describe(node, predicate, object)
}

function optional<T = string>(
  lexicon: Lexicon,
  name: string,
  value: T | undefined,
  encode: (value: T) => Literal = (text) => literal(String(text)),
): Parts {
  return value === undefined ? [] : [[lexicon.term(name), encode(value)]]
}
