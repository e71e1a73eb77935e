import { dateOf, formatDay, type Span } from './days'

/**
 * When something holds: `on 2024-04-18`, `possibly in 2024-04`, `certainly in 2024, possibly from 2023 to 2025`; empty
 * where nothing is known.
 *
 * @param possible outside these days it does not hold
 * @param certain within these days it holds for certain
 * @param isEvent whether it happens at some time within its days; else it holds throughout
 */
export function holdsInWords(possible: Span, certain: Span | undefined, isEvent: boolean): string {
  const perhaps = spanInWords(possible)
  if (!certain) return perhaps === '' ? '' : `${isEvent ? 'at some time' : 'possibly'} ${perhaps}`
  const surely = spanInWords(certain)
  if (surely === perhaps) return surely || 'always'
  return `certainly ${surely || 'always'}, possibly ${perhaps || 'always'}`
}

/** Days as one says them: `in 2024`, `in 2024-05`, `on 2024-05-07`, `from 2024-04-01 to 2024-05-07`. */
function spanInWords({ from, until }: Span): string {
  const [first, last] = [from, until].map((day) => (Number.isFinite(day) ? formatDay(day) : undefined))
  if (first === undefined) return last === undefined ? '' : `to ${last}`
  if (last === undefined) return `from ${first}`
  if (from === until) return `on ${first}`
  // Whole years and months are said as such: their first and last day are not what anybody knows.
  const [begin, next] = [dateOf(from), dateOf(until + 1)]
  if (begin.day === 1 && next.day === 1) {
    const months = (next.year - begin.year) * 12 + next.month - begin.month
    const isYears = begin.month === 1 && next.month === 1
    const said = [first, last].map((day) => day.slice(0, isYears ? -6 : -3))
    return months === (isYears ? 12 : 1) ? `in ${said[0]}` : `from ${said[0]} to ${said[1]}`
  }
  return `from ${first} to ${last}`
}
