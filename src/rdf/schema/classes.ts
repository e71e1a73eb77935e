import { byCodeUnits } from '../../model/canonical'
import type { Ontology } from '../../ontology/ontology'

/** Classes that the RDF has beside an ontology's own types and the statements of its relations. */
export const COMMON_CLASSES = {
  Statement: 'what is said to hold: a relation between two entities, with what says which fact it is',
  Claim: 'who says it, and how: a stance on a statement, with the details that its claimant gives',
  Name: 'a name of an entity that says more than a literal holds',
  Identifier: 'an identifier of an entity that says more than a literal holds',
  Address: 'a postal address in parts',
} as const

/** Types without those that descend from another, in code-unit order: what takes them all, said shortest. */
export function widest(types: Iterable<string>, ontology: Ontology): readonly string[] {
  const all = [...new Set(types)]
  return all
    .filter((type) => !all.some((other) => other !== type && ontology.isA(type, other)))
    .sort(byCodeUnits)
}

/** What several types are called as one: no type has a hyphen in its name. */
export function unionName(types: readonly string[]): string {
  return types.join('-or-')
}
