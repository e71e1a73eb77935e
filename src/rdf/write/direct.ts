import { LEVELS, type Level } from '../../model/claim'
import { fail } from '../../model/issue'
import type { IdentifiedStatement, Standing } from './statement'

/** A statement of which somebody claims that it holds. */
export interface StandingStatement extends IdentifiedStatement {
  readonly status: Standing
}

/**
 * Which statements also stand as a direct triple, `S sc:relation O`:
 *
 * - levels: those of one of these levels that nobody disputes. `'asserted'` where nothing is said.
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
export function readDirect(direct: Direct = 'asserted'): (statement: StandingStatement) => boolean {
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
  return ({ status }) => !status.disputed && levels.has(status.level)
}
