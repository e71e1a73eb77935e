import type { Classes } from '../../query/broader'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/**
 * Whether an item is arms: it, or what it falls under, is a weapon system, or a commodity of chapter 93 of the
 * Harmonized System ("Arms and ammunition; parts and accessories thereof"). That is what the data can tell: it is
 * narrower than the munitions lists of the senders, which an item meets only where somebody states so by `broader`.
 *
 * @returns the statements by which it falls under arms; undefined where nothing says that it does
 */
export function armsOf(lens: Lens, broader: Classes): readonly Row[] | undefined {
  const { store } = lens
  for (const [row, by] of broader) {
    if (store.isDeclared(row) && store.isOf(row, ['WeaponSystem'])) return by
    const hs = store.entity(row)?.hs
    if (typeof hs === 'string' && /^93/.test(hs)) return by
  }
  return undefined
}
