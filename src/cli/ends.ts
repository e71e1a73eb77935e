import { idProblem } from '../model/id'
import { didYouMean } from '../model/suggest'
import type { Ontology } from '../ontology/ontology'
import type { Entities } from '../query/query'
import { UsageError } from './exit'

/**
 * The entities that the command line names. An id has a colon; a name without one is a type.
 *
 * @param given ids and types, as `state:KP` and `State`
 * @throws UsageError for what is neither
 */
export function entitiesOf(given: readonly string[], { types }: Ontology): Entities {
  const named = given.map((name) => {
    if (name.includes(':')) return checkedId(name)
    if (types.has(name)) return { type: name }
    const hint = didYouMean(name, types.keys()) ?? 'an id has a prefix, as state:KP; without, it is a type'
    throw new UsageError(`there is no type '${name}'`, hint)
  })
  return named.length === 1 ? named[0]! : named
}

/**
 * An id that the command line names.
 *
 * @throws UsageError for what has not the form of one
 */
export function checkedId(given: string): string {
  const problem = idProblem(given)
  if (problem) throw new UsageError(problem.message, problem.hint)
  return given
}
