import { distance } from 'fastest-levenshtein'

/**
 * The known name that somebody probably meant, as a hint.
 *
 * @param name what was given
 * @param known what there is
 * @returns `did you mean State?`, or undefined where nothing is near (over a third of the letters differ)
 */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  if (name.length > 64) return undefined
  const given = name.toLowerCase()
  let best: string | undefined
  let least = Infinity
  for (const one of known) {
    const edits = distance(given, one.toLowerCase())
    if (edits < least && edits <= Math.ceil(Math.max(given.length, one.length) / 3)) {
      best = one
      least = edits
    }
  }
  return best && `did you mean ${best}?`
}

/** The same as a part of an issue: with a `hint`, or with none. */
export function hintOf(name: string, known: Iterable<string>): { hint?: string } {
  const hint = didYouMean(name, known)
  return hint ? { hint } : {}
}
