import { closest, distance } from 'fastest-levenshtein'

/**
 * The known name that somebody probably meant, as a hint.
 *
 * @param name what was given
 * @param known what there is
 * @returns `did you mean State?`, or undefined where nothing is near (over a third of the letters differ)
 */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  if (name.length > 64) return undefined
  const lower = name.toLowerCase()
  const names = [...known]
  if (names.length === 0) return undefined
  const best = closest(
    lower,
    names.map((n) => n.toLowerCase()),
  )
  const near = distance(lower, best) <= Math.max(1, Math.floor(Math.max(lower.length, best.length) / 3))
  const found = near ? names.find((n) => n.toLowerCase() === best) : undefined
  return found && `did you mean ${found}?`
}
