import { fail } from '../../model/issue'
import { entityRow, oneOf } from '../../query/options'
import type { Lens } from '../../store/lens'
import type { Row, Store } from '../../store/store'

/** What is asked of ways round an embargo. */
export interface EvasionOptions {
  /** Id of the item: a technology, commodity or asset. What falls under it by `broader` statements is of it. */
  readonly item: string
  /** Id of the actor that the item comes from. */
  readonly from: string
  /** Id of the party that it reaches; what its embargo is on, a jurisdiction as a rule. */
  readonly to: string
  /** At most so many legs, 2 to 8; 4 where not given. */
  readonly maxSteps?: number
  /**
   * Whether each chain of statements is a route of its own. Where not given, of those that run through the same entities
   * and are of the same named way only the first in order is, and tells how many others there are.
   */
  readonly every?: boolean
  /** At most so many routes, the first in order, 1 to 1,000; 100 where not given. */
  readonly limit?: number
}

const OPTIONS = [
  'item',
  'from',
  'to',
  'maxSteps',
  'every',
  'limit',
] as const satisfies (keyof EvasionOptions)[]

/** Options, checked and in rows. */
export interface AskedEvasion {
  readonly item: Row
  readonly from: Row
  readonly to: Row
  readonly maxSteps: number
  readonly every: boolean
  readonly limit: number
}

const MOST_STEPS = 8
const MOST_ROUTES = 1000

export function readEvasion({ store }: Lens, options: EvasionOptions): AskedEvasion {
  if (typeof options !== 'object' || options === null)
    fail('bad-value', 'evasionRoutes takes { item, from, to }')
  for (const key of Object.keys(options)) oneOf(key, OPTIONS, 'option of evasionRoutes', [key])
  const { maxSteps = 4, every = false, limit = 100 } = options
  const [from, to] = [entityOf(store, options, 'from'), entityOf(store, options, 'to')]
  if (from === to)
    fail('bad-value', '`from` and `to` are the same', { path: ['to'], hint: 'a route has two ends' })
  return {
    ...{ item: readItem(store, options), from, to },
    every: oneOf(every, [true, false], 'choice', ['every']),
    maxSteps: whole(maxSteps, 'maxSteps', 2, MOST_STEPS),
    limit: whole(limit, 'limit', 1, MOST_ROUTES),
  }
}

function entityOf(store: Store, options: EvasionOptions, key: 'item' | 'from' | 'to'): Row {
  return store.current(entityRow(store, options[key], key))
}

function readItem(store: Store, options: EvasionOptions): Row {
  const row = entityOf(store, options, 'item')
  const types = store.ontology.relation('supplies').defining.get('item')?.of ?? []
  if (!store.isDeclared(row) || types.length === 0 || store.passesFor(row, types)) return row
  return fail('bad-value', `'${store.idOf(row)}' is nothing that is supplied`, {
    path: ['item'],
    hint: `of ${types.join(', ')}`,
  })
}

function whole(value: number, name: string, least: number, most: number): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value
  return fail('bad-value', `${name} is a whole number from ${least} to ${most}`, { path: [name] })
}
