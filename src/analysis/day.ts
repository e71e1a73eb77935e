import { type Day, dayOf } from '../model/days'
import { decisiveClaims } from '../query/cite'
import { statementDays } from '../store/days'
import { Lens } from '../store/lens'
import type { Row } from '../store/store'

/** The day that a view is asked for, where it is: the latest, where views of several days are one within the other. */
export function dayOfView({ criteria }: Lens): Day | undefined {
  const days = criteria.flatMap(({ asOf }) => asOf ?? [])
  return days.length > 0 ? Math.max(...days) : undefined
}

/** The day on which somebody asks, in Coordinated Universal Time. */
export function today(): Day {
  const now = new Date()
  return dayOf(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate())
}

/**
 * The same view of all days: what holds when is then for the analysis to tell. What one is certain to know stays, and
 * so does an earlier day of a view within which the view was taken.
 */
export function withoutDay(lens: Lens): Lens {
  const day = dayOfView(lens)
  if (day === undefined) return lens
  return new Lens(
    lens.store,
    lens.criteria.map(({ asOf, ...others }) =>
      asOf === undefined || asOf === day ? others : { asOf, ...others },
    ),
  )
}

/** How a statement stands on a day. */
export type OnDay = 'holds' | 'may-hold' | 'no'

/**
 * Whether a statement of a state holds on a day: as stated, where that is certain; as last stated, where it has no date
 * or no end (`2014/..`) and the day is later than its source can speak of; possibly, where its dates are vague, or
 * claims give dates that cannot all be true. The dates are those of the claims that decide its level: an assertion does
 * not end because somebody predicts that it will.
 *
 * What is stated with no end holds until somebody says that it ended: so lists and registers are read. Who wants only
 * what is certain on the day asks a view that is `certain`.
 */
export function onDay(lens: Lens, statement: Row, day: Day): OnDay {
  const { claims, dates } = lens.store
  const deciding = decisiveClaims(lens, statement)
  const days = statementDays(lens.store, statement, deciding)
  if (!days || day < days.possible.from || days.possible.until < day) return 'no'
  const { certain, conflicting } = days
  if (certain && certain.from <= day && day <= certain.until) return 'holds'
  if (conflicting) return 'may-hold'
  const whens = deciding.map((claim) => claims.columns.when[claim]!)
  const goesOn =
    certain === undefined
      ? whens.every((when) => when === 0)
      : certain.from <= day && whens.some((when) => dates.isOpenEnd(when))
  return goesOn ? 'holds' : 'may-hold'
}
