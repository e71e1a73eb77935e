import { formatDay } from '../../model/days'
import type { Criteria } from '../../store/criteria'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { named } from '../cite'

/** What a view asks for, in words, one a part: `asserted`, `as of 2024-04-20`, `as North Korea sees it`. */
export function criteriaInWords(lens: Lens, languages?: readonly string[]): string[] {
  return [...new Set(lens.criteria.flatMap((criteria) => inWords(lens, criteria, languages)))]
}

function inWords(lens: Lens, criteria: Criteria, languages?: readonly string[]): string[] {
  const { sources, asKnownOn, minConfidence, minReliability, method, viewpoint, silent } = criteria
  const { status, disputed, relations, types, asOf } = criteria
  const name = (row: Row) => named(lens, lens.store.current(row), languages)
  const either = (words: Iterable<string>) => [...words].join(' or ')
  // Wherever it was asked, it holds for all.
  const certainly = lens.criteria.some(({ certain }) => certain) ? 'certainly ' : ''
  return [
    sources && `by what stands in ${either([...sources].map(name))}`,
    asKnownOn &&
      `${certainly}${asKnownOn.by === 'said' ? 'said' : 'published'} by ${formatDay(asKnownOn.day)}`,
    minConfidence === undefined ? undefined : `confidence ${minConfidence} or more`,
    minReliability && `reliability ${minReliability} or better`,
    method && `found by ${either(method)}`,
    viewpoint === undefined ? undefined : `as ${name(viewpoint)} sees it`,
    silent === 'exclude' ? 'where its side speaks' : undefined,
    status && either(status),
    disputed === 'exclude' ? 'undisputed' : disputed === 'only' ? 'disputed' : undefined,
    relations && either([...relations].map((relation) => lens.store.ontology.relation(relation).label)),
    types && `between ${either(types.map((type) => lens.store.ontology.typeLabel(type)))}`,
    asOf === undefined ? undefined : `${certainly}holding on ${formatDay(asOf)}`,
  ].filter((part) => part !== undefined)
}
