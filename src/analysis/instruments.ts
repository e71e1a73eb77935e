import type { Lens } from '../store/lens'
import type { Row } from '../store/store'

/**
 * What a statement is about or under: its object, and the entities that its qualifiers name. Where a statement does not
 * say what it obliges to, the treaty among these may.
 */
export function aboutOrUnder({ store }: Lens, row: Row): Row[] {
  const { defining } = store.relationOf(row)
  const named = Object.entries(store.qualifiersOf(row)).flatMap(([name, value]) =>
    defining.get(name)?.kind === 'entity' ? [value].flat().map((id) => store.findEntity(String(id))) : [],
  )
  return [store.statements.columns.object[row]!, ...named].filter((at) => at !== 0)
}
