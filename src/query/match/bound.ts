import { byCodeUnits, canonicalJson } from '../../model/canonical'
import type { Property } from '../../ontology/ontology'
import type { Lens } from '../../store/lens'
import type { Row, Store } from '../../store/store'
import { readStatement } from '../read'

/**
 * What a variable is bound to, as one word, so that sameness is `===`: the row of an entity; of a statement, below
 * zero; any other value as canonical JSON; an entity that nobody declared and no statement ends in as `@` and its id.
 */
export type Bound = number | string

/** The entity of a row as a variable is bound to it. */
export const boundEntity = (row: Row): Bound => row
/** The statement of a row as a variable is bound to it. */
export const boundStatement = (row: Row): Bound => -row

/** The row of the entity, or undefined where it is none that has one. */
export function entityOf(bound: Bound | undefined): Row | undefined {
  return typeof bound === 'number' && bound > 0 ? bound : undefined
}

/** The row of the statement, or undefined where it is none. */
export function statementOf(bound: Bound | undefined): Row | undefined {
  return typeof bound === 'number' && bound < 0 ? -bound : undefined
}

/** What is neither an entity nor a statement. */
export function isValue(bound: Bound): boolean {
  return typeof bound === 'string' && !bound.startsWith('@')
}

/** The values of a property as they are stored, each once, as variables are bound to them. */
export function boundValues(store: Store, { kind, many }: Property, stored: unknown): Bound[] {
  if (stored === undefined) return []
  const values = many && Array.isArray(stored) ? stored : [stored]
  return [...new Set(values.map((value) => boundValue(store, kind, value)))]
}

function boundValue(store: Store, kind: Property['kind'], value: unknown): Bound {
  if (kind !== 'entity' && kind !== 'statement' && kind !== 'thing') return canonicalJson(value)
  const statement = store.referredStatement(value)
  if (statement !== 0) return boundStatement(statement)
  const row = store.findEntity(String(value))
  return row === 0 ? `@${String(value)}` : boundEntity(row)
}

/** The id of what has one, and any other value as it is. */
export function plainOf(store: Store, bound: Bound): unknown {
  if (typeof bound === 'number') return bound > 0 ? store.idOf(bound) : store.statementId(-bound)
  return bound.startsWith('@') ? bound.slice(1) : JSON.parse(bound)
}

/** What a row gives for a variable: ids of entities, fresh records of statements, other values as they are. */
export function readBound(lens: Lens, bound: Bound): unknown {
  const statement = statementOf(bound)
  return statement === undefined ? plainOf(lens.store, bound) : readStatement(lens, statement)
}

/** By size where both are numbers; else ids and texts by code units. */
export function compareBounds(store: Store, a: Bound, b: Bound): number {
  if (a === b) return 0
  // By far the most frequent, and there are many.
  if (typeof a === 'number' && typeof b === 'number' && a > 0 && b > 0) {
    return byCodeUnits(store.idOf(a), store.idOf(b))
  }
  const [x, y] = [plainOf(store, a), plainOf(store, b)]
  if (typeof x === 'number' && typeof y === 'number') return x - y
  const text = (value: unknown) => (typeof value === 'string' ? value : canonicalJson(value))
  return byCodeUnits(text(x), text(y))
}
