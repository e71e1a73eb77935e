import { type Lens, statementsAt } from '../store/lens'
import type { Row } from '../store/store'

/** Entities with the statements by which they are classes of the one asked for, or of its class: none for that one. */
export type Classes = ReadonlyMap<Row, readonly Row[]>

/**
 * What falls under an entity, by asserted and undisputed `broader` statements of the view, however many steps away.
 *
 * @returns each entity with the statements by which it falls under the one asked for, from it on
 */
export function under(lens: Lens, asked: Row): Classes {
  return follow(lens, asked, 'object')
}

/**
 * What an entity falls under, by asserted and undisputed `broader` statements of the view, however many steps away.
 *
 * @returns each class with the statements by which the one asked for falls under it, from this one on
 */
export function over(lens: Lens, asked: Row): Classes {
  return follow(lens, asked, 'subject')
}

/** @param end of the statements at which the walk enters them */
function follow(lens: Lens, asked: Row, end: 'subject' | 'object'): Classes {
  const { store } = lens
  const found = new Map<Row, readonly Row[]>([[asked, []]])
  const broader = store.ontology.relations.get('broader')
  if (!broader) return found
  const { subject, object, relation } = store.statements.columns
  const [near, far] = end === 'subject' ? [subject, object] : [object, subject]
  const adjacency = lens.adjacency()
  // A map is read in the order in which it grows.
  for (const [at, by] of found) {
    const next = new Map<Row, Row>()
    for (const statement of statementsAt(adjacency, at)) {
      const to = far[statement]!
      if (relation[statement] !== broader.index || near[statement] !== at || found.has(to)) continue
      const standing = lens.standing(statement)
      if (standing?.level !== 'asserted' || standing.disputed) continue
      const parallel = next.get(to)
      // Of parallel statements, whichever came first, the same is told.
      if (parallel === undefined || store.statementId(statement) < store.statementId(parallel))
        next.set(to, statement)
    }
    for (const [to, statement] of next)
      found.set(to, end === 'subject' ? [...by, statement] : [statement, ...by])
  }
  return found
}
