import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import { detail } from '../measures/detail'
import type { Facts } from './facts'
import type { Bearing } from './found'

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
 * What bears on the measures of a statement, by their sender, and counts on the day: a licence for the entity, or for
 * whomever they are on, unless it is under another programme; a licence for a jurisdiction to which the entity belongs, if
 * it is under the programme of the measures; a suspension of just them, of their programme, or of all sanctions on their
 * target. Sorted by id.
 */
export function bearingsOn(facts: Facts, statement: Row, { entity, places }: Near): Bearings {
  const told = (rows: readonly Row[]) =>
    rows.filter((row) => facts.counts(row) !== undefined).map((row) => bearingOf(facts, row))
  return {
    licences: told(facts.easings.licencesOf(statement, { parties: [entity], places })),
    suspensions: told(facts.easings.suspensionsOf(statement)),
  }
}

/** A licence or suspension as it is told. */
function bearingOf(facts: Facts, statement: Row): Bearing {
  const { lens } = facts
  const { store } = lens
  const { subject, object } = store.statements.columns
  const { programme } = store.namedQualifiers(statement)
  const general = detail(facts.lens, statement, 'general')
  return {
    statement: store.statementId(statement),
    sender: store.idOf(subject[statement]!),
    object: store.idOf(object[statement]!),
    ...(typeof programme === 'string' ? { programme } : {}),
    ...(general.length === 1 ? { general: general[0] === 'true' } : {}),
    covers: detail(facts.lens, statement, 'covers'),
    certain: facts.counts(statement) === 'surely',
    ...basisOf(lens, [statement]),
  }
}

/** Whether measures are suspended for certain. */
export function isSuspended({ suspensions }: Bearings): boolean {
  return suspensions.some(({ certain }) => certain)
}
