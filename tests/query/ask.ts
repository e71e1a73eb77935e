import type { Core, Stoppable, View } from 'statecraft'
import { Answer } from '../../src/query/answer'
import { findMatches } from '../../src/query/match'
import { VIEW_OPTIONS } from '../../src/query/options'
import { type Asking, type MatchQuery, type Pattern, pattern } from '../../src/query/pattern'
import { readMatchQuery } from '../../src/query/plan'

export function ask<F>(
  kg: View<Core>,
  build: ((m: Pattern<Core>) => Asking<F>) | Asking<F>,
  options: Stoppable = {},
): Answer<F> {
  const asked = typeof build === 'function' ? build(pattern<Core>()) : build
  return execute(kg, asked.query, options) as never
}
export function execute(kg: View<Core>, raw: unknown, options: Stoppable = {}) {
  const query = raw as MatchQuery<Core>
  const view = Object.fromEntries(Object.entries(query).filter(([k]) => VIEW_OPTIONS.some((o) => o === k)))
  const { lens } = kg.view(view)
  const { limit, budget, frontier } = query
  const limits = Object.fromEntries(
    Object.entries({ limit, budget, frontier }).filter(([, v]) => v !== undefined),
  )
  readMatchQuery(lens.store, query)
  return new Answer(lens.store, { ...limits, ...options, called: 'matches' }, () => findMatches(lens, query))
}
