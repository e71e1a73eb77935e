import { lists } from '../../ontology/core/lists'

let byTerm: ReadonlyMap<string, string> | undefined

/**
 * The measure of the core that a term of OpenSanctions stands for, by the counterparts of the ontology:
 * `Prohibition to satisfy claims` is `claims-prohibition`.
 *
 * @param term as the metadata have it
 * @returns undefined where the ontology knows no such term
 */
export function measureOf(term: string): string | undefined {
  byTerm ??= new Map(
    Object.entries(lists.measure.values).flatMap(([measure, value]) =>
      'counterparts' in value ? value.counterparts.map((one): [string, string] => [one, measure]) : [],
    ),
  )
  return byTerm.get(`os:${term.toLowerCase().replaceAll(' ', '-')}`)
}
