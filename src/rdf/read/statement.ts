import type * as Rdf from '@rdfjs/types'
import type { Relation } from '../../ontology/ontology'
import type { Valued } from '../codec'
import { decodeClaim, decodeFields } from './claim'
import { type Decoding, problemAt, type RawRecord } from './decoding'

const OCCURRENCE: Valued = { name: 'occurrence', kind: 'string', many: false, list: undefined }

/**
 * A statement with its claims, of what is said of its node.
 *
 * @param subject whose statement it is
 */
export function decodeStatement(
  node: Rdf.Term,
  relation: Relation,
  subject: Rdf.Term,
  decoding: Decoding,
): RawRecord | undefined {
  const { lexicon, roles, set, report } = decoding
  const ends = set.about(node).filter(({ predicate }) => {
    const role = roles.of(predicate)
    return role?.is === 'object' && role.relation === relation.name
  })
  const [end] = ends
  if (!end || ends.length > 1) {
    const what = end ? `it has ${ends.length} objects` : 'it has no object'
    const tell = end ? report : decoding.torn
    tell(problemAt('bad-id', `${what}, so it is no statement of ${relation.name}`, node, set))
    return undefined
  }
  for (const { predicate, object } of set.about(node)) {
    if (roles.of(predicate)?.is !== 'type' || object.value === lexicon.relation(relation.name).type.value)
      continue
    if (!roles.isPart(object)) continue // other classes are foreign, or unknown
    const message = `it is called <${object.value.slice(0, 200)}>, and read as a statement of ${relation.name}`
    report(problemAt('conflict', message, node, set))
  }
  const record: RawRecord = {
    relation: relation.name,
    subject: decoding.entity(subject),
    object: decoding.entity(end.object),
  }
  const known = (name: string) => (name === 'occurrence' ? OCCURRENCE : relation.defining.get(name))
  const isKey = (name: string) => known(name) !== undefined
  const [ambiguous] = decodeFields(node, record, { known, isKey }, decoding)
  if (ambiguous !== undefined) {
    const message = `it has several values of \`${ambiguous}\`, so it is no statement of ${relation.name}`
    report(problemAt('bad-value', message, node, set))
    return undefined
  }
  record.claims = set
    .subjectsOf(lexicon.term('about').value, node)
    .map((claim) => decodeClaim(claim, relation, decoding))
  return record
}

/** A statement of which nothing is known but its ends: what a plain triple says, in each graph that it stands in. */
export function plainStatement(
  relation: Relation,
  [subject, object]: readonly [Rdf.Term, Rdf.Term],
  graphs: readonly Rdf.Term[],
  source: string | undefined,
  decoding: Decoding,
): RawRecord {
  const { ontology } = decoding.lexicon
  const claims = graphs.map((graph) => {
    if (graph.termType !== 'NamedNode')
      return { stance: 'asserts', ...(source === undefined ? {} : { source }) }
    // What stands in the graph of a source is that one's claim; else it is where in the document the triple stands.
    if (decoding.types(graph).some((type) => ontology.isA(type, 'Source')))
      return { stance: 'asserts', source: decoding.entity(graph) }
    return { stance: 'asserts', ...(source === undefined ? {} : { source }), at: graph.value }
  })
  return {
    relation: relation.name,
    subject: decoding.entity(subject),
    object: decoding.entity(object),
    claims,
  }
}
