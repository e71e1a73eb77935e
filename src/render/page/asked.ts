import { formatDay } from '../../model/days'
import { named } from '../../query/cite'
import type { Criteria } from '../../store/criteria'
import type { Lens } from '../../store/lens'

/** What a view asks for, in words: a line for each option. */
export function askedInWords(lens: Lens, languages?: readonly string[]): string[] {
  return [...new Set(lens.criteria.flatMap((criteria) => [...optionsInWords(lens, criteria, languages)]))]
}

function* optionsInWords(lens: Lens, asked: Criteria, languages?: readonly string[]): Generator<string> {
  const label = (row: number) => named(lens, lens.store.current(row), languages)
  if (asked.viewpoint !== undefined) yield `as seen by ${label(asked.viewpoint)}`
  if (asked.silent === 'exclude') yield 'only what that side speaks of'
  if (asked.asOf !== undefined) yield `as of ${formatDay(asked.asOf)}`
  if (asked.asKnownOn) {
    const known = asked.asKnownOn.by === 'said' ? 'said' : 'published'
    yield `only claims ${known} by ${formatDay(asked.asKnownOn.day)}`
  }
  if (asked.certain) yield 'only what is certain'
  if (asked.status) yield `only ${[...asked.status].join(', ')}`
  if (asked.disputed === 'exclude') yield 'nothing disputed'
  if (asked.disputed === 'only') yield 'only what is disputed'
  if (asked.relations) yield `only ${[...asked.relations].join(', ')}`
  if (asked.types) yield `only among ${asked.types.join(', ')}`
  if (asked.sources) yield `only claims in ${[...asked.sources].map(label).join('; ')}`
  if (asked.minConfidence !== undefined) yield `only claims of confidence ${asked.minConfidence} or more`
  if (asked.minReliability) yield `only sources of reliability ${asked.minReliability} or better`
  if (asked.method) yield `only claims found by ${[...asked.method].join(', ')}`
}
