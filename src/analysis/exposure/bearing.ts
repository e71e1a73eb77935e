import { byCodeUnits } from '../../model/canonical'
import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import type { Facts } from './facts'
import type { Bearing } from './found'

/** Licences and suspensions, which stand beside what they bear on. */
export interface Bearings {
  readonly licences: readonly Bearing[]
  readonly suspensions: readonly Bearing[]
}

/** What licences and suspensions are looked for. */
export interface Burden {
  /** Rows of whose measures they are. */
  readonly senders: readonly Row[]
  /** The programme under which they stand, by id, where one is stated. */
  readonly programme?: string | undefined
  /** Rows of the statements of the measures. */
  readonly statements: readonly Row[]
  /** Rows of the entity, and of whomever the measures are on. */
  readonly parties: Iterable<Row>
}

/**
 * What bears on measures: a licence by their sender for the entity or for whomever they are on, unless it is under
 * another programme; a suspension by their sender of just them, of their programme, or of all its sanctions on a
 * jurisdiction that is their target.
 */
export function bearingsOn(facts: Facts, { senders, programme, statements, parties }: Burden): Bearings {
  const { store } = facts.lens
  const isFor = new Set([...parties].map((row) => store.current(row)))
  const programmeRow = programme === undefined ? 0 : store.findEntity(programme)
  const licences = senders.flatMap((sender) => facts.linksFrom(sender, ['licenses'], 'subject'))
  const suspensions = senders.flatMap((sender) => facts.linksFrom(sender, ['suspends'], 'subject'))
  const { object } = store.statements.columns
  return bearingsOf(facts, {
    licences: licences
      .filter(({ statement, to }) => {
        const under = store.namedQualifiers(statement).programme
        return isFor.has(to) && (under === undefined || programmeRow === programmeOf(under, facts))
      })
      .map(({ statement }) => statement),
    suspensions: suspensions
      .filter(({ statement, to }) => {
        const of = store.referredStatement(store.qualifiersOf(statement).of)
        if (of !== 0) return statements.includes(of)
        return to === programmeRow || statements.some((row) => object[row] === to && isCollective(facts, row))
      })
      .map(({ statement }) => statement),
  })
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

function programmeOf(id: unknown, { lens }: Facts): Row {
  return typeof id === 'string' ? lens.store.findEntity(id) : -1
}

function isCollective({ lens }: Facts, statement: Row): boolean {
  return lens.store.relationOf(statement).name === 'sanctions'
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
