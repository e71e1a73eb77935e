import { type Day, dayOf } from '../model/days'
import type { Lens } from '../store/lens'

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
