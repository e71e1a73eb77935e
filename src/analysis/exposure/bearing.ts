import { byCodeUnits } from '../../model/canonical'
import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import type { Facts } from './facts'
import type { Bearing } from './found'
import type { Link } from './step'

/** Licences and suspensions, which stand beside what they bear on. */
export interface Bearings {
  readonly licences: readonly Bearing[]
  readonly suspensions: readonly Bearing[]
}

/** Of whom it is asked. */
export interface Near {
  readonly entity: Row
  /** Jurisdictions to which it belongs. */
  readonly places: ReadonlySet<Row>
}

/**
 * What bears on the measures of a statement, by their sender: a licence for the entity, or for whomever they are on,
 * unless it is under another programme; a licence for a jurisdiction to which the entity belongs, if it is under the
 * programme of the measures; a suspension of just them, of their programme, or of all sanctions on their target.
 */
export function bearingsOn(facts: Facts, statement: Row, { entity, places }: Near): Bearings {
  const { store } = facts.lens
  const { subject, object } = store.statements.columns
  const [sender, target] = [subject[statement]!, object[statement]!]
  const programmeOf = (row: Row) => {
    const { programme } = store.namedQualifiers(row)
    return typeof programme === 'string' ? store.findEntity(programme) : 0
  }
  const own = programmeOf(statement)
  const isCollective = store.relationOf(statement).name === 'sanctions'
  const licences = facts.linksFrom(sender, ['licenses'], 'subject').filter((link) => {
    const under = programmeOf(link.statement)
    if (under !== 0 && under !== own) return false
    return link.to === entity || link.to === target || (under !== 0 && places.has(link.to))
  })
  const suspensions = facts.linksFrom(sender, ['suspends'], 'subject').filter((link) => {
    const { of } = store.qualifiersOf(link.statement)
    if (of !== undefined) return store.referredStatement(of) === statement
    return (own !== 0 && link.to === own) || (isCollective && link.to === target)
  })
  const rows = (links: readonly Link[]) => links.map((link) => link.statement)
  return bearingsOf(facts, { licences: rows(licences), suspensions: rows(suspensions) })
}

/** What bears on measures, of these statements, and counts on the day: sorted by id. */
export function bearingsOf(
  facts: Facts,
  { licences, suspensions }: { readonly licences: readonly Row[]; readonly suspensions: readonly Row[] },
): Bearings {
  const told = (rows: readonly Row[]) =>
    [...new Set(rows)]
      .filter((row) => facts.counts(row) !== undefined)
      .map((row) => bearingOf(facts, row))
      .sort((a, b) => byCodeUnits(a.statement, b.statement))
  return { licences: told(licences), suspensions: told(suspensions) }
}

/** A licence or suspension as it is told. */
function bearingOf(facts: Facts, statement: Row): Bearing {
  const { lens } = facts
  const { store } = lens
  const { subject, object } = store.statements.columns
  const { programme } = store.namedQualifiers(statement)
  const general = facts.details(statement, 'general')
  return {
    statement: store.statementId(statement),
    sender: store.idOf(subject[statement]!),
    object: store.idOf(object[statement]!),
    ...(typeof programme === 'string' ? { programme } : {}),
    ...(general.length === 1 ? { general: general[0] === 'true' } : {}),
    covers: facts.details(statement, 'covers'),
    certain: facts.counts(statement) === 'surely',
    ...basisOf(lens, [statement]),
  }
}

/** Whether measures are suspended for certain. */
export function isSuspended({ suspensions }: Bearings): boolean {
  return suspensions.some(({ certain }) => certain)
}
