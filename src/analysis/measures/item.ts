import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/**
 * What an item falls under, by asserted and undisputed `broader` statements of the view, however many steps away.
 *
 * @returns each class with the statements by which the item falls under it: none for the item itself
 */
export function over(lens: Lens, item: Row): ReadonlyMap<Row, readonly Row[]> {
  const found = new Map<Row, readonly Row[]>([[item, []]])
  const broader = lens.store.ontology.relations.get('broader')
  if (!broader) return found
  const only = new Set([broader.index])
  // A map is read in the order in which it grows.
  for (const [at, by] of found) {
    const steps = [...Edges.of(lens).about(only, at)]
    steps.sort((a, b) => Edges.of(lens).inOrder(a.statement, b.statement))
    for (const { statement, object } of steps) {
      if (found.has(object)) continue
      const standing = lens.standing(statement)
      if (standing?.level === 'asserted' && !standing.disputed) found.set(object, [...by, statement])
    }
  }
  return found
}

/**
 * Whether an item is arms: it, or what it falls under, is a weapon system, or a commodity of chapter 93 of the
 * Harmonized System ("Arms and ammunition; parts and accessories thereof"). That is what the data can tell: it is
 * narrower than the munitions lists of the senders, which an item meets only where somebody states so by `broader`.
 *
 * @returns the statements by which it falls under arms; undefined where nothing says that it does
 */
export function armsOf(lens: Lens, broader: ReadonlyMap<Row, readonly Row[]>): readonly Row[] | undefined {
  const { store } = lens
  for (const [row, by] of broader) {
    if (store.isDeclared(row) && store.isOf(row, ['WeaponSystem'])) return by
    const hs = store.entity(row)?.hs
    if (typeof hs === 'string' && /^93/.test(hs)) return by
  }
  return undefined
}
