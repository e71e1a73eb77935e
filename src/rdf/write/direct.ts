import { LEVELS, type Level } from '../../model/claim'
import { fail } from '../../model/issue'
import type { Ontology } from '../../ontology/ontology'
import type { IdentifiedStatement, Standing } from './statement'

/** A statement of which somebody claims that it holds. */
export interface StandingStatement extends IdentifiedStatement {
  readonly status: Standing
}

/**
 * Which statements also stand as a direct triple, `S sc:relation O`:
 *
 * - levels: those of one of these levels that nobody disputes; of memberships only those of members, not of candidates or
 *   observers. `'asserted'` where nothing is said.
 * - a function: those that it says yes to, disputed ones too.
 * - `'none'`: none.
 *
 * A statement that is only denied, or that no claim supports any more, never does.
 */
export type Direct =
  | 'none'
  | Exclude<Level, 'denied'>
  | readonly Exclude<Level, 'denied'>[]
  | ((statement: StandingStatement) => boolean)

/** The policy as a question. */
export function readDirect(
  direct: Direct = 'asserted',
  ontology: Ontology,
): (statement: StandingStatement) => boolean {
  if (direct === 'none') return () => false
  if (typeof direct === 'function')
    return (statement) => statement.status.level !== 'denied' && direct(statement)
  const levels = new Set<Level>(typeof direct === 'string' ? [direct] : direct)
  for (const level of levels) {
    if (level === 'denied' || !LEVELS.some((known) => known === level)) {
      const hint = "'none', a function, or some of asserted, alleged, announced, predicted"
      fail('bad-value', `'${String(level)}' lets no direct triple through`, { path: ['direct'], hint })
    }
  }
  return (statement) => {
    const { disputed, level } = statement.status
    return !disputed && levels.has(level) && isWhole(statement, ontology)
  }
}

/** A candidate is no member: without its standing, the triple would say the contrary. */
function isWhole(statement: StandingStatement, ontology: Ontology): boolean {
  const { membership } = ontology.relation(statement.relation)
  return !membership || statement[membership.qualifier] === membership.value
}
