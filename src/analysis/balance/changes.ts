import type { TieChange, TieRecord } from './records'
import type { Tie } from './yearly'

/**
 * What became of the ties of a year in the next one: positive ones that ended or are negative now, negative ones that
 * are positive now.
 *
 * @param before in the order of the ids of both ends, which is that of the answer
 * @param isThere whether both ends of a tie are there in a year
 */
export function changesOf(
  year: number,
  before: readonly Tie[],
  now: readonly Tie[],
  isThere: (tie: Tie, year: number) => boolean,
  record: (tie: Tie) => TieRecord,
): TieChange[] {
  const current = new Map(now.map((tie) => [`${tie.a} ${tie.b}`, tie]))
  return before.flatMap((tie): TieChange[] => {
    const next = current.get(`${tie.a} ${tie.b}`)
    if (next === tie || next?.sign === tie.sign) return []
    const { between, basis } = record(tie)
    const common = { year, between, before: basis, after: next && record(next).basis }
    if (next) return [{ ...common, change: next.sign < 0 ? 'turned-negative' : 'turned-positive' }]
    if (tie.sign < 0) return []
    return [{ ...common, change: isThere(tie, year) ? 'ended' : 'gone' }]
  })
}
