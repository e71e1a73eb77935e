import type { EntityRecord } from '../../model/record'
import { Block, type Encoding } from './block'
import { booleanLiteral, jsonLiteral, textLiterals } from '../literals'
import { addAddresses, addIdentifiers, addNames } from './nodes'
import type { Quad } from '../terms'
import { addProperty } from './values'
import { DESCRIPTION, LABEL, RDF, SAME_AS, SOURCE } from '../words'

/**
 * The quads of an entity, all in the default graph.
 *
 * @param record canonical, as a reader or a graph gives it
 * @throws {@link StatecraftError} `bad-id` for an id that is no IRI, `bad-text` for a text that is none
 */
export function encodeEntity(record: EntityRecord, encoding: Encoding): Quad[] {
  const { lexicon } = encoding
  const block = new Block()
  const subject = lexicon.entity(record.id)
  const types = typeof record.type === 'string' ? [record.type] : record.type
  for (const type of types) block.add(subject, RDF.type, lexicon.term(type))
  for (const label of textLiterals(record.label ?? {})) block.add(subject, LABEL, label)
  addNames(block, subject, record.names ?? [], encoding)
  addIdentifiers(block, subject, record.identifiers ?? [], encoding)
  addAddresses(block, subject, record.addresses ?? [], encoding)
  for (const text of textLiterals(record.description ?? {})) block.add(subject, DESCRIPTION, text)
  // Where two types have a field of one name, the last one's counts, as in the reader.
  const fields = new Map(types.flatMap((type) => [...lexicon.ontology.fields(type)]))
  for (const field of fields.values()) addProperty(block, subject, field, record[field.name], encoding)
  for (const other of record.sameAs ?? []) block.add(subject, SAME_AS, lexicon.entity(other))
  for (const source of record.sources ?? []) block.add(subject, SOURCE, lexicon.entity(source))
  if (record.unnamed) block.add(subject, lexicon.term('unnamed'), booleanLiteral(true))
  if (record.extra) block.add(subject, lexicon.term('extra'), jsonLiteral(record.extra))
  return block.quads()
}
