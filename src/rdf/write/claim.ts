import type { ClaimRecord } from '../../model/record'
import { COMMON_CLAIM_FIELDS } from '../../ontology/common'
import type { Relation } from '../../ontology/ontology'
import { valued } from '../codec'
import { DEFAULT_GRAPH, type Iri, type Quad } from '../terms'
import { RDF } from '../words'
import { Block, type Encoding } from './block'
import { addValues } from './values'

/** A claim that knows its id. */
export interface IdentifiedClaim extends ClaimRecord {
  readonly id: string
}

const FIELDS = COMMON_CLAIM_FIELDS.map(valued)

/**
 * The quads of a claim (layer 3).
 *
 * @param claim canonical, with its id
 * @param statement what it is about
 * @param relation the relation of that statement
 * @param graphs whether they stand in the graph of their source
 */
export function encodeClaim(
  claim: IdentifiedClaim,
  statement: Iri,
  relation: Relation,
  graphs: boolean,
  encoding: Encoding,
): Quad[] {
  const { lexicon } = encoding
  const source = claim.source === undefined ? undefined : lexicon.entity(claim.source)
  const block = new Block(graphs ? source : DEFAULT_GRAPH)
  const subject = lexicon.derived(claim.id)
  block.add(subject, RDF.type, lexicon.term('Claim'))
  block.add(subject, lexicon.term('about'), statement)
  // A claim's stance comes first, then what its relation knows, then who says so.
  const [stance, ...others] = FIELDS
  for (const field of [stance!, ...relation.details.values(), ...others]) {
    addValues(block, subject, field, claim[field.name], encoding)
  }
  return block.quads()
}
