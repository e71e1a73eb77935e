import type { ClaimRecord } from '../../model/record'
import type { Relation } from '../../ontology/ontology'
import { Block, type Encoding } from './block'
import { dateLiteral, integerLiteral, jsonLiteral, numberLiteral } from '../literals'
import { DEFAULT_GRAPH, type Iri, literal, type Quad } from '../terms'
import { addProperty, rangeLiteral } from './values'
import { ATTRIBUTED_TO, PRIMARY_SOURCE, RDF } from '../words'

/** A claim that knows its id. */
export interface IdentifiedClaim extends ClaimRecord {
  readonly id: string
}

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
  block.add(subject, lexicon.term('stance'), lexicon.term(claim.stance))
  for (const detail of relation.details.values()) {
    addProperty(block, subject, detail, claim[detail.name], encoding)
  }
  if (claim.by !== undefined) block.add(subject, ATTRIBUTED_TO, lexicon.entity(claim.by))
  if (source) block.add(subject, PRIMARY_SOURCE, source)
  if (claim.at !== undefined) block.add(subject, lexicon.term('at'), literal(claim.at))
  if (claim.via !== undefined) block.add(subject, lexicon.term('via'), lexicon.entity(claim.via))
  if (claim.said !== undefined) block.add(subject, lexicon.term('said'), dateLiteral(claim.said))
  if (claim.withdrawn !== undefined)
    block.add(subject, lexicon.term('withdrawn'), dateLiteral(claim.withdrawn))
  const { likelihood, confidence, credibility, method, extra } = claim
  if (likelihood !== undefined) {
    const word = typeof likelihood === 'string'
    const object = word ? lexicon.concept('likelihood', likelihood) : rangeLiteral(likelihood, lexicon)
    block.add(subject, lexicon.term('likelihood'), object)
  }
  if (confidence !== undefined) block.add(subject, lexicon.term('confidence'), numberLiteral(confidence))
  if (credibility !== undefined) block.add(subject, lexicon.term('credibility'), integerLiteral(credibility))
  if (method !== undefined) block.add(subject, lexicon.term('method'), lexicon.concept('method', method))
  if (extra !== undefined) block.add(subject, lexicon.term('extra'), jsonLiteral(extra))
  return block.quads()
}
