import type { Ontology } from '../../ontology/ontology'

const cache = new WeakMap<Ontology, Map<string, ReadonlyMap<string, string>>>()

/**
 * Terms of a vocabulary that values of a closed list have as counterparts: term → value.
 *
 * @param vocabulary a prefix, as `gsdb`
 */
export function counterpartsOf(
  ontology: Ontology,
  list: string,
  vocabulary: string,
): ReadonlyMap<string, string> {
  const known = cache.get(ontology) ?? new Map<string, ReadonlyMap<string, string>>()
  cache.set(ontology, known)
  const key = `${list} ${vocabulary}`
  let terms = known.get(key)
  if (!terms) {
    const start = `${vocabulary}:`
    const values = Object.entries(ontology.definition.lists[list]?.values ?? {})
    terms = new Map(
      values.flatMap(([value, { counterparts = [] }]) =>
        counterparts
          .filter((term) => term.startsWith(start))
          .map((term) => [term.slice(start.length), value]),
      ),
    )
    known.set(key, terms)
  }
  return terms
}

/** The vocabularies in which values of a list have counterparts. */
export function vocabulariesOf(ontology: Ontology, list: string): string[] {
  const values = Object.values(ontology.definition.lists[list]?.values ?? {})
  const terms = values.flatMap(({ counterparts = [] }) => counterparts)
  return [...new Set(terms.map((term) => term.slice(0, term.indexOf(':'))))]
}
