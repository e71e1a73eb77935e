import { type Lens, statementsAt } from '../store/lens'
import type { Row } from '../store/store'

/**
 * What falls under an entity, by asserted and undisputed `broader` statements of the view, however many steps away.
 *
 * @returns each entity with the statements by which it falls under the one asked for: none for that one itself
 */
export function under(lens: Lens, asked: Row): ReadonlyMap<Row, readonly Row[]> {
  const { store } = lens
  const found = new Map<Row, readonly Row[]>([[asked, []]])
  const broader = store.ontology.relations.get('broader')
  if (!broader) return found
  const { subject, object, relation } = store.statements.columns
  const adjacency = lens.adjacency()
  // A map is read in the order in which it grows.
  for (const [at, by] of found) {
    for (const statement of statementsAt(adjacency, at)) {
      const narrower = subject[statement]!
      if (relation[statement] !== broader.index || object[statement] !== at || found.has(narrower)) continue
      const standing = lens.standing(statement)
      if (standing?.level === 'asserted' && !standing.disputed) found.set(narrower, [statement, ...by])
    }
  }
  return found
}
