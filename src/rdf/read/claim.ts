import type * as Rdf from '@rdfjs/types'
import { COMMON_CLAIM_FIELDS } from '../../ontology/common'
import type { Relation } from '../../ontology/ontology'
import { type Valued, valued } from '../codec'
import { RDF } from '../words'
import type { Decoding, RawRecord } from './decoding'
import { Fields } from './fields'
import { emptyForeign, keep } from './foreign'

const FIELDS = new Map<string, Valued>(COMMON_CLAIM_FIELDS.map((field) => [field.name, valued(field)]))

/** A claim, of what is said of its node. */
export function decodeClaim(node: Rdf.Term, relation: Relation, decoding: Decoding): RawRecord {
  const claim: RawRecord = {}
  decodeFields(node, claim, (name) => FIELDS.get(name) ?? relation.details.get(name), decoding)
  return claim
}

/**
 * Adds what a statement or claim says to its record.
 *
 * @param known what is a field here, by name
 */
export function decodeFields(
  node: Rdf.Term,
  record: RawRecord,
  known: (name: string) => Valued | undefined,
  decoding: Decoding,
): void {
  const fields = new Fields()
  const foreign = emptyForeign()
  for (const { predicate, object } of decoding.set.about(node)) {
    const role = decoding.roles.of(predicate)
    if (role?.is === 'field') fields.add(role.name, object)
    else if (!role && predicate.value !== RDF.type.value) {
      keep(foreign, predicate, object, decoding.set, decoding.budget)
    }
  }
  const { properties } = decoding.lexicon.ontology.definition
  for (const name of fields.names()) {
    // What is no field here is one elsewhere: for the record's reader to report, and to keep.
    const elsewhere = {
      name,
      kind: properties[name]?.kind ?? 'string',
      many: true,
      list: properties[name]?.list,
    }
    record[name] = fields.value(known(name) ?? elsewhere, decoding)
  }
  if (Object.keys(foreign).length === 0) return
  const stated = typeof record.extra === 'object' && record.extra !== null ? record.extra : {}
  record.extra = Object.fromEntries([...Object.entries(stated), ...Object.entries(foreign)])
}
