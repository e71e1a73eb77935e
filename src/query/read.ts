import { byCodeUnits } from '../model/canonical'
import type { Level } from '../model/claim'
import { formatDay, type Span } from '../model/days'
import type { ClaimRecord, StatementRecord } from '../model/record'
import type { StatementOf, Vocabulary } from '../ontology/typing'
import type { Why } from '../store/criteria'
import type { Lens } from '../store/lens'
import type { Row } from '../store/store'

/** Days from–until, both within, as `YYYY-MM-DD`; an end that is not there is unbounded. */
export interface DaySpan {
  readonly from?: string
  readonly until?: string
}

/** What follows from the claims that count: worked out for the view that the statement was read from. */
export interface Status {
  /** The strongest stance among claims that are no denials; `denied` where there are denials only. */
  readonly level: Level
  /** There is a denial beside. */
  readonly disputed: boolean
  /** Outside these days it does not hold. */
  readonly possible: DaySpan
  /** Within these days it holds for certain. */
  readonly certain?: DaySpan
  /** Why it is in, where the view has a viewpoint. */
  readonly why?: Why
}

/** A statement as a view knows it: of one relation, with its qualifiers and details typed; of any, without. */
export type Statement<D extends Vocabulary = Vocabulary, R extends string = string> = R extends string
  ? StatementOf<D, R> & { readonly status: Status }
  : never

/** A statement as a view knows it: its canonical record, ids, and its status there. */
export interface ReadStatement extends StatementRecord {
  readonly id: string
  readonly claims: readonly (ClaimRecord & { readonly id: string })[]
  readonly status: Status
}

/** Reads the statement of a row, with the claims that count in the lens. */
export function readStatement(lens: Lens, row: Row): ReadStatement {
  const { store } = lens
  const standing = lens.standing(row)
  const days = lens.days(row)
  return {
    ...readRecord(
      lens,
      row,
      lens.claims(row).filter((claim) => store.claims.columns.statement[claim] === row),
    ),
    status: {
      level: standing?.level ?? 'denied',
      disputed: standing?.disputed ?? false,
      possible: days ? daySpan(days.possible) : {},
      ...(days?.certain ? { certain: daySpan(days.certain) } : {}),
      ...(standing?.why ? { why: standing.why } : {}),
    },
  }
}

/** Reads the canonical record of a statement with some of its claims, in the order in which they are written. */
export function readRecord(
  { store }: Lens,
  row: Row,
  claims: Iterable<Row>,
): StatementRecord & {
  readonly id: string
  readonly claims: readonly (ClaimRecord & { readonly id: string })[]
} {
  const { subject, object, occurrence } = store.statements.columns
  return {
    id: store.statementId(row),
    relation: store.relationOf(row).name,
    subject: store.idOf(subject[row]!),
    object: store.idOf(object[row]!),
    ...store.namedQualifiers(row),
    occurrence: store.occurrences.get(occurrence[row]!) ?? '',
    claims: [...claims].map((claim) => ({ id: store.claimId(claim), ...store.claim(claim) })).sort(byPlace),
  }
}

/** By source, place in it, stance, claimant, date: what tells claims apart, and at last their ids. */
function byPlace(a: ClaimRecord & { readonly id: string }, b: ClaimRecord & { readonly id: string }): number {
  for (const key of ['source', 'at', 'stance', 'by', 'said', 'id'] as const) {
    const order = byCodeUnits(a[key] ?? '', b[key] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/** Days as a person reads them. */
export function daySpan({ from, until }: Span): DaySpan {
  return {
    ...(Number.isFinite(from) ? { from: formatDay(from) } : {}),
    ...(Number.isFinite(until) ? { until: formatDay(until) } : {}),
  }
}
