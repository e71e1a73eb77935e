import type { NodeKind } from '../../drawing/diagram'
import type { Row, Store } from '../../store/store'

/** By the core type from which an entity's type descends: the first that fits. */
const KINDS: readonly (readonly [type: string, kind: NodeKind])[] = [
  ['Jurisdiction', 'jurisdiction'],
  ['Organization', 'organization'],
  ['Person', 'person'],
  ['Actor', 'actor'],
  ['Asset', 'asset'],
  ['LegalInstrument', 'instrument'],
  ['Event', 'event'],
  ['Place', 'place'],
  ['Source', 'source'],
]

/** As what kind an entity is drawn; types of other ontologies, technologies, commodities and sectors as things. */
export function nodeKindOf(store: Store, row: Row): NodeKind {
  return KINDS.find(([type]) => store.isOf(row, [type]))?.[1] ?? 'thing'
}
