import { byCodeUnits } from '../model/canonical'
import type { Level } from '../model/claim'
import { decisiveClaims } from '../query/cite'
import { weakest } from '../query/edge'
import type { Lens } from '../store/lens'
import type { Row } from '../store/store'

/** What a part of an answer rests on. */
export interface Basis {
  /** The standing of the weakest statement. */
  readonly level: Level
  /** Whether any of the statements is disputed. */
  readonly disputed: boolean
  /** Ids of the statements, in their order as steps where they make a chain. */
  readonly statements: readonly string[]
  /** Ids of the claims that decide how the statements stand, sorted. */
  readonly claims: readonly string[]
}

/**
 * What an answer rests on that follows from these statements, of which there is at least one.
 *
 * @param statements rows of the view; one that comes twice counts once
 */
export function basisOf(lens: Lens, statements: Iterable<Row>): Basis {
  const rows = [...new Set(statements)]
  const claims = rows.flatMap((row) => decisiveClaims(lens, row))
  return {
    ...weakest(lens, rows),
    statements: rows.map((row) => lens.store.statementId(row)),
    claims: claims.map((claim) => lens.store.claimId(claim)).sort(byCodeUnits),
  }
}

/** The sources to cite for statements, by id, sorted: where a claim names none, its claimant. */
export function sourcesCited({ store }: Lens, claims: Iterable<Row>): string[] {
  const { source } = store.claims.columns
  const rows = new Set(Array.from(claims, (claim) => source[claim]! || store.provenance.claimant(claim)))
  rows.delete(0)
  return Array.from(rows, (row) => store.idOf(row)).sort(byCodeUnits)
}
