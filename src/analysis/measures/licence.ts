import { type Classes, over, under } from '../../query/broader'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { isPlain } from '../certainty'
import { detailByClaim, entityOf } from './detail'

/** A licence from measures, of whatever day and standing. */
export interface Licence {
  /** The `licenses` statement. */
  readonly statement: Row
  /** Whether, while it holds, the dealings are certainly allowed, or may be. */
  readonly allows: 'surely' | 'maybe'
}

/** What licences allow of dealings in items: the classes of each item are looked up once. */
export class Licences {
  readonly #lens: Lens
  readonly #classes = new Map<Row, { readonly broader: Classes; readonly narrower: Classes }>()

  constructor(lens: Lens) {
    this.#lens = lens
  }

  /**
   * Of these licences, the ones that allow dealings in the item, or may. One for a party, not for the target of the
   * measures, that states no programme may be from them, or from other measures of the same sender.
   */
  from(licences: readonly Row[], target: Row, item: Row | undefined): Licence[] {
    const { store } = this.#lens
    return licences.flatMap((statement): Licence[] => {
      const covered = this.#covers(statement, item)
      if (covered === 'no') return []
      const isUnder =
        store.statements.columns.object[statement] === target ||
        store.qualifiersOf(statement).programme !== undefined
      return [{ statement, allows: covered === 'surely' && isUnder ? 'surely' : 'maybe' }]
    })
  }

  /** One of which nobody says what it covers allows all that the measures prohibit; claims may differ. */
  #covers(licence: Row, item: Row | undefined): 'surely' | 'maybe' | 'no' {
    const each = detailByClaim(this.#lens, licence, 'covers')
      .filter((covered) => covered.length > 0)
      .map((covered) => this.#isAmong(covered, item))
    if (each.every((one) => one === 'surely')) return 'surely'
    return each.every((one) => one === 'no') ? 'no' : 'maybe'
  }

  #isAmong(ids: readonly string[], item: Row | undefined): 'surely' | 'maybe' | 'no' {
    if (item === undefined) return 'maybe'
    const covered = ids.flatMap((id) => entityOf(this.#lens, id) ?? [])
    const { broader, narrower } = this.#classesOf(item)
    const isPlainly = (row: Row) => broader.get(row)?.every((step) => isPlain(this.#lens, step))
    if (covered.some(isPlainly)) return 'surely'
    return covered.some((row) => broader.has(row) || narrower.has(row) || this.#isSector(row))
      ? 'maybe'
      : 'no'
  }

  #classesOf(item: Row) {
    const known = this.#classes.get(item) ?? {
      broader: over(this.#lens, item),
      narrower: under(this.#lens, item),
    }
    this.#classes.set(item, known)
    return known
  }

  /** Of sectors, nothing in the data says which items are of them. */
  #isSector(row: Row): boolean {
    const { store } = this.#lens
    return store.isDeclared(row) && store.isOf(row, ['Sector'])
  }
}
