import { LEVELS, type Level } from '../model/claim'
import { fail } from '../model/issue'
import { list, oneOf } from '../query/options'
import type { Lens } from '../store/lens'
import type { Row } from '../store/store'

/** Which statements of a view count, by their standing. */
export interface CountedOptions {
  /** Statements of these levels count: only what is asserted, where not given. */
  readonly levels?: Level | readonly Level[] | undefined
  /** Statements that somebody denies count too, or (as where not given) do not. */
  readonly disputed?: 'exclude' | 'include' | undefined
}

/** The standings that count, checked. */
export interface CountedStandings {
  readonly levels: ReadonlySet<Level>
  readonly disputed: boolean
}

const COUNTABLE = LEVELS.filter((level) => level !== 'denied')

/** Checks which standings are to count. What is only denied never does. */
export function readCounted({ levels = 'asserted', disputed = 'exclude' }: CountedOptions): CountedStandings {
  const named = list(levels).map((level) => oneOf(level, COUNTABLE, 'level that counts', ['levels']))
  if (named.length === 0) fail('bad-value', 'at least one level counts', { path: ['levels'] })
  return {
    levels: new Set(named),
    disputed: oneOf(disputed, ['exclude', 'include'], 'choice', ['disputed']) === 'include',
  }
}

/** Whether what rests on these statements counts: each of them has to. */
export function isCounted(lens: Lens, statements: Iterable<Row>, counted: CountedStandings): boolean {
  for (const row of statements) {
    const standing = lens.standing(row)
    if (!standing || !counted.levels.has(standing.level)) return false
    if (standing.disputed && !counted.disputed) return false
  }
  return true
}
