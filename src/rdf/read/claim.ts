import type * as Rdf from '@rdfjs/types'
import { COMMON_CLAIM_FIELDS } from '../../ontology/common'
import type { Relation } from '../../ontology/ontology'
import { type Valued, valued } from '../codec'
import { RDF } from '../words'
import { type Decoding, problemAt, type RawRecord } from './decoding'
import { Fields } from './fields'
import { addExtra, emptyForeign, keep } from './foreign'

const FIELDS = new Map<string, Valued>(COMMON_CLAIM_FIELDS.map((field) => [field.name, valued(field)]))

/** A claim, of what is said of its node. */
export function decodeClaim(node: Rdf.Term, relation: Relation, decoding: Decoding): RawRecord {
  const claim: RawRecord = {}
  const known = (name: string) => FIELDS.get(name) ?? relation.details.get(name)
  const isKey = (name: string) => name === 'stance'
  // Of several stances none is the claim's: its reader refuses it.
  for (const name of decodeFields(node, claim, { known, isKey }, decoding)) {
    decoding.report(problemAt('bad-value', `it has several values of \`${name}\``, node, decoding.set))
  }
  return claim
}

/** What is known of the fields of a statement or claim, by their names. */
export interface KnownFields {
  readonly known: (name: string) => Valued | undefined
  /** Whether it is another statement, or says the contrary, where the field has another value. */
  readonly isKey: (name: string) => boolean
}

/**
 * Adds what a statement or claim says to its record.
 *
 * @returns the key fields that have several values, of which none was taken: whoever adds one to a file that is not theirs
 * shall not choose
 */
export function decodeFields(
  node: Rdf.Term,
  record: RawRecord,
  { known, isKey }: KnownFields,
  decoding: Decoding,
): string[] {
  const fields = new Fields()
  const foreign = emptyForeign()
  for (const { predicate, object } of decoding.set.about(node)) {
    const role = decoding.roles.of(predicate)
    if (role?.is === 'field') fields.add(role.name, object)
    else if (!role && predicate.value !== RDF.type.value) {
      decoding.unknown(predicate, node) // of statements and claims nobody else has anything to say
      keep(foreign, predicate, object, decoding.set, decoding.budget)
    }
  }
  const { properties } = decoding.lexicon.ontology.definition
  const ambiguous: string[] = []
  for (const name of fields.names()) {
    // What is no field here is one elsewhere: for the record's reader to report, and to keep.
    const elsewhere = {
      name,
      kind: properties[name]?.kind ?? 'string',
      many: true,
      list: properties[name]?.list,
    }
    const valued = known(name) ?? elsewhere
    const isSingle = !valued.many && valued.kind !== 'text'
    if (isSingle && isKey(name) && fields.count(name) > 1) ambiguous.push(name)
    else record[name] = fields.value(valued, decoding)
  }
  addExtra(record, foreign, decoding)
  return ambiguous
}
