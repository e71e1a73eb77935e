import { fail } from '../model/issue'
import { didYouMean } from '../model/suggest'
import { told } from '../ontology/values'
import type { Query } from './query'

const FINDS = ['paths', 'shortestPath', 'shortestPaths', 'reachable', 'match'] as const

/**
 * Checks what every query has, whoever sent it; what it asks for is checked where it is answered.
 *
 * @throws {@link StatecraftError} `bad-value`, `missing-field` or `unknown-field`, with its place
 */
export function checkQuery(query: unknown): Query {
  if (typeof query !== 'object' || query === null || Array.isArray(query))
    fail('bad-value', 'a query is an object that says what to `find`', { hint: FINDS.join(', ') })
  const { find } = query as { readonly find?: unknown }
  const found = FINDS.find((one) => one === find)
  if (!Object.hasOwn(query, 'find') || found === undefined) {
    const hint = typeof find === 'string' ? didYouMean(find, FINDS) : undefined
    fail('bad-value', `a query does not find '${told(find)}'`, {
      path: ['find'],
      hint: hint ?? FINDS.join(', '),
    })
  }
  // It is no plain value: whoever sends a query cannot stop it by it.
  if (Object.hasOwn(query, 'signal')) fail('unknown-field', 'a query has no `signal`', { path: ['signal'] })
  const ends = found === 'match' ? [] : found === 'reachable' ? ['from'] : ['from', 'to']
  for (const end of ends) {
    if (!Object.hasOwn(query, end)) fail('missing-field', `the query has no \`${end}\``, { path: [end] })
  }
  return query as Query // the boundary: its options are checked by those who read them
}
