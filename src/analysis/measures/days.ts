import { hull } from '../../model/days'
import { decisiveClaims } from '../../query/cite'
import { type Days, statementDays } from '../../store/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/**
 * When a statement holds, by the claims that decide its level: an assertion has no other dates because somebody alleges
 * or predicts them.
 */
export function decidedDays(lens: Lens, statement: Row): Days | undefined {
  return statementDays(lens.store, statement, decisiveClaims(lens, statement))
}

/** The days on which a statement may hold, by the claims that decide its level or by all that count. */
export function possibleDays(lens: Lens, statement: Row): Days['possible'] | undefined {
  const [all, decided] = [lens.days(statement)?.possible, decidedDays(lens, statement)?.possible]
  return all && decided ? hull(all, decided) : (all ?? decided)
}
