import { intersect, overlap, type Span, within } from '../../model/days'
import { claimDays } from '../../store/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { allegations, isPlain } from '../certainty'
import { onDay } from '../day'
import { decidedDays } from './days'
import type { Embargo } from './embargo'

/** Whether measures are in force over some days. */
export type Force = 'in-force' | 'possibly' | 'suspended' | 'licensed' | 'not-in-force'

/**
 * Whether a state holds over some days: throughout, where it is asserted, undisputed, and holds on all of them; maybe,
 * where it is alleged, disputed, or only likely by who asserts it, may hold, or holds on some, or where somebody alleges
 * that it does; no, where it does not, or is announced or predicted.
 *
 * What is stated with no end (`2014/..`) goes on until somebody says that it ended, as lists and registers are read.
 * What has no date may have held at any time.
 *
 * @param certain whether what has no end holds only as far as its source can speak of
 */
export function during(
  lens: Lens,
  statement: Row,
  span: Span,
  certain = false,
): 'throughout' | 'maybe' | 'no' {
  const standing = lens.standing(statement)
  if (standing?.level !== 'asserted' && standing?.level !== 'alleged') return 'no'
  const days = decidedDays(lens, statement)
  if (!days) return 'no'
  if (!overlap(days.possible, span)) return isAllegedOver(lens, statement, span) ? 'maybe' : 'no'
  if (standing.level === 'alleged' || standing.disputed || !days.certain) return 'maybe'
  if (!isPlain(lens, statement)) return 'maybe'
  if (within(span, days.certain)) return 'throughout'
  if (certain) return 'maybe'
  return [span.from, span.until].every((day) => onDay(lens, statement, day) === 'holds')
    ? 'throughout'
    : 'maybe'
}

/** Whether somebody alleges of what others assert that it holds on some of these days. */
function isAllegedOver(lens: Lens, statement: Row, span: Span): boolean {
  const { store } = lens
  const { aspect } = store.relationOf(statement)
  return allegations(lens, statement).some((claim) => overlap(claimDays(store, claim, aspect).possible, span))
}

/**
 * Whether measures are in force over some days (one day is a span of one).
 *
 * - `in-force`: they are stated to hold on all of these days.
 * - `suspended`, `licensed`: on all of these days on which they can hold, a suspension does, or a licence that names no
 *   items, or one that the item falls under.
 * - `not-in-force`: they hold on none of the days; what is announced or predicted is not in force.
 * - `possibly`: anything else. They, or that the item falls under them, are alleged, disputed, only likely, undated, vague
 *   in their dates, hold on some of the days, or may be suspended or licensed: a licence covers a part of the item, or a
 *   sector, which it may be of; or is for a party, and states no programme.
 *
 * @param lens the one that the measures were found in
 * @param certain whether what has no end holds only as far as its source can speak of
 */
export function forceOn(lens: Lens, embargo: Embargo, span: Span, certain = false): Force {
  const held = during(lens, embargo.statement, span, certain)
  if (held === 'no') return 'not-in-force'
  // What is suspended on all days on which the measures can hold is so, whatever the other days.
  const days = decidedDays(lens, embargo.statement)
  const then = (days && intersect(span, days.possible)) ?? span
  const suspended = strongest(embargo.suspensions.map((row) => during(lens, row, then, certain)))
  if (suspended === 'throughout') return 'suspended'
  const licensed = strongest(
    embargo.licences.map(({ statement, allows }) => {
      const held = during(lens, statement, then, certain)
      return held === 'throughout' && allows === 'maybe' ? 'maybe' : held
    }),
  )
  if (licensed === 'throughout') return 'licensed'
  const isUnder = embargo.broader.every((row) => isPlain(lens, row))
  return held === 'throughout' && isUnder && suspended === 'no' && licensed === 'no' ? 'in-force' : 'possibly'
}

function strongest(all: readonly ('throughout' | 'maybe' | 'no')[]): 'throughout' | 'maybe' | 'no' {
  return all.includes('throughout') ? 'throughout' : all.includes('maybe') ? 'maybe' : 'no'
}
