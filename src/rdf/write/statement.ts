import type { Level } from '../../model/claim'
import { claimId, orderEnds, statementId } from '../../model/identity'
import type { StatementRecord } from '../../model/record'
import type { Ontology } from '../../ontology/ontology'
import { booleanLiteral } from '../literals'
import { literal, Quad } from '../terms'
import { RDF, REIFIES, XSD } from '../words'
import { Block, type Encoding } from './block'
import { encodeClaim } from './claim'
import { addValues } from './values'

/** A statement that knows its id. */
export interface IdentifiedStatement extends StatementRecord {
  readonly id: string
}

/** What follows from the claims that count: known only to a graph. */
export interface Standing {
  readonly level: Level
  readonly disputed: boolean
  readonly possible: { readonly from?: string; readonly until?: string }
  readonly certain?: { readonly from?: string; readonly until?: string }
}

/** What a statement is encoded with. */
export interface StatementOptions {
  /** Undefined in a stream, and where no claim counts. */
  readonly standing?: Standing | undefined
  /** Whether it also stands as a direct triple. */
  readonly direct?: boolean
  /** Whether claims stand in the graphs of their sources. */
  readonly graphs?: boolean
  /** Whether the statement says in RDF 1.2 which triples it reifies. */
  readonly reify?: boolean
}

/**
 * A canonical record with the id that follows from it, and its ends in the order in which they are kept.
 *
 * @param record with statements among its qualifiers by id
 */
export function identified(record: StatementRecord, ontology: Ontology): IdentifiedStatement {
  const relation = ontology.relation(record.relation)
  const properties = [...relation.defining.values()]
  const given = properties.filter(({ name }) => record[name] !== undefined)
  const [subject, object] = orderEnds(record.subject, record.object, relation.symmetric)
  const id = statementId(
    {
      relation: relation.name,
      subject,
      object,
      occurrence: record.occurrence,
      qualifiers: Object.fromEntries(given.map(({ name }) => [name, record[name]])),
    },
    { ordered: new Set(properties.filter(({ ordered }) => ordered).map(({ name }) => name)) },
  )
  return { ...record, id, subject, object }
}

/**
 * The quads of a statement: the direct triple where it is let through (layer 1), the statement (layer 2), and
 * its claims (layer 3).
 *
 * @throws {@link StatecraftError} `bad-id` for an id that is no IRI, `bad-text` for a text that is none
 */
export function encodeStatement(
  record: IdentifiedStatement,
  { standing, direct = false, graphs = false, reify = false }: StatementOptions,
  encoding: Encoding,
): Quad[] {
  const { lexicon } = encoding
  const relation = lexicon.ontology.relation(record.relation)
  const terms = lexicon.relation(relation.name)
  const subject = lexicon.entity(record.subject)
  const object = lexicon.entity(record.object)
  const statement = lexicon.derived(record.id)

  const triples = [new Quad(subject, terms.direct, object)]
  if (relation.symmetric) triples.push(new Quad(object, terms.direct, subject))
  const quads: Quad[] = direct ? [...triples] : []
  quads.push(new Quad(subject, terms.statement, statement))

  const block = new Block()
  block.add(statement, RDF.type, terms.type)
  block.add(statement, terms.object, object)
  if (reify) quads.push(...triples.map((triple) => new Quad(statement, REIFIES, triple)))
  for (const qualifier of relation.defining.values()) {
    addValues(block, statement, qualifier, record[qualifier.name], encoding)
  }
  block.add(statement, lexicon.term('occurrence'), literal(record.occurrence))
  if (standing) {
    block.add(statement, lexicon.term('status'), lexicon.term(standing.level))
    if (standing.disputed) block.add(statement, lexicon.term('disputed'), booleanLiteral(true))
    for (const [name, day] of [
      ['possibleFrom', standing.possible.from],
      ['possibleUntil', standing.possible.until],
      ['certainFrom', standing.certain?.from],
      ['certainUntil', standing.certain?.until],
    ] as const) {
      if (day !== undefined) block.add(statement, lexicon.term(name), literal(day, XSD.date))
    }
  }
  quads.push(...block.quads())
  for (const claim of record.claims) {
    const id = claim.id ?? claimId(record.id, claim)
    quads.push(...encodeClaim({ ...claim, id }, statement, relation, graphs, encoding))
  }
  return quads
}
