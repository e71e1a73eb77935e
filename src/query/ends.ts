import { fail } from '../model/issue'
import { hintOf } from '../model/suggest'
import { told } from '../ontology/values'
import type { Row, Store } from '../store/store'
import { entityRow } from './options'
import type { Entities } from './query'

/** Entities that a query names, as rows. */
export interface Ends {
  /** In the order of their ids, each once. */
  readonly rows: readonly Row[]
  /** One entity was named by its id: not a list, not a type. */
  readonly single: boolean
}

/**
 * Finds the entities that a query names. Unnamed actors are of no type here, though they can be named by id.
 *
 * @param path of the value in the query, for errors
 * @throws {@link StatecraftError} `dangling` for an id nobody speaks of, `unknown-type`, `bad-value`
 */
export function readEntities(store: Store, value: Entities, path: string): Ends {
  const rows = new Set<Row>()
  for (const one of readSelectors(store, value, path)) {
    if (typeof one === 'number') {
      rows.add(one)
      continue
    }
    for (let row = 1; row < store.entityRows; row++) if (isOneOf(store, row, one)) rows.add(row)
  }
  return {
    rows: [...rows].sort((a, b) => (store.idOf(a) < store.idOf(b) ? -1 : 1)),
    single: typeof value === 'string',
  }
}

/** What a query says of entities, checked: rows and lists of types. */
export function readSelectors(store: Store, value: Entities, path: string): (Row | readonly string[])[] {
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map((one) => {
    if (typeof one === 'string') return entityRow(store, one, path)
    const type = typeof one === 'object' && one !== null ? Object.entries(one) : []
    if (type.length !== 1 || type[0]![0] !== 'type')
      return fail('bad-value', `\`${path}\` names entities: an id, { type }, or a list of these`, {
        path: [path],
      })
    const names: unknown[] = [type[0]![1]].flat()
    for (const name of names) {
      if (typeof name === 'string' && store.ontology.types.has(name)) continue
      fail('unknown-type', `there is no type '${told(name)}'`, {
        path: [path, 'type'],
        ...hintOf(told(name), store.ontology.types.keys()),
      })
    }
    return names as string[] // the boundary: each is the name of a type
  })
}

/** Whether an entity is of one of the types; an unnamed actor counts for none. */
export function isOneOf(store: Store, row: Row, types: readonly string[]): boolean {
  return store.isDeclared(row) && !store.isUnnamed(row) && store.isOf(row, types)
}
