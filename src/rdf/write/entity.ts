import type { EntityRecord } from '../../model/record'
import { ENTITY_FIELDS, PARTS } from '../../ontology/common'
import { type Valued, valued } from '../codec'
import type { Quad } from '../terms'
import { RDF } from '../words'
import { Block, type Encoding } from './block'
import { addAddresses, addIdentifiers, addNames } from './nodes'
import { addValues } from './values'

/** The common fields whose values are terms; the others have nodes. */
const COMMON: readonly Valued[] = ENTITY_FIELDS.filter(({ kind }) => !Object.hasOwn(PARTS, kind)).map(valued)

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
  addNames(block, subject, record.names ?? [], encoding)
  addIdentifiers(block, subject, record.identifiers ?? [], encoding)
  addAddresses(block, subject, record.addresses ?? [], encoding)
  // Where two types have a field of one name, the last one's counts, as in the reader.
  const own = new Map(types.flatMap((type) => [...lexicon.ontology.fields(type)]))
  for (const field of [...COMMON, ...own.values()])
    addValues(block, subject, field, record[field.name], encoding)
  return block.quads()
}
