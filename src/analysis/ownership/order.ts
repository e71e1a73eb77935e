import { byCodeUnits } from '../../model/canonical'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/** Statements in the order of their ids, whatever the order of their coming. */
export function inOrder({ store }: Lens, rows: Iterable<Row>): Row[] {
  const all = [...rows]
  return all.length < 2 ? all : all.sort((a, b) => byCodeUnits(store.statementId(a), store.statementId(b)))
}
