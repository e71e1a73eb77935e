import { ALWAYS } from '../model/days'
import { NO_END, NO_START } from './columns'
import { statementDays } from './days'
import type { Store } from './store'

/**
 * The statements at each entity, in compressed sparse rows: the slots of entity `e` are `offsets[e]` up to
 * `offsets[e + 1]`.
 */
export interface Slots {
  readonly offsets: Uint32Array
  /** The entity at the other end. */
  readonly neighbour: Uint32Array
  readonly statement: Uint32Array
  readonly relation: Uint16Array
  /** First and last possible day of the statement, as all its claims give them. */
  readonly from: Int32Array
  readonly until: Int32Array
}

/** Both directions: by subject, and by object. */
export interface Adjacency {
  readonly out: Slots
  readonly in: Slots
}

/** Builds both indexes over the statements that have a claim. */
export function buildAdjacency(store: Store): Adjacency {
  const { subject, object, first } = store.statements.columns
  const { next, when } = store.claims.columns
  const { columns: days } = store.dates.days
  const total = store.statements.length
  const from = new Int32Array(total)
  const until = new Int32Array(total)
  let alive = 0
  for (let row = 1; row < total; row++) {
    if (!store.isAlive(row)) continue
    alive++
    const claim = first[row]!
    if (next[claim] === 0) {
      // One claim alone, as of most: its days as they stand.
      const date = when[claim]!
      from[row] = date === 0 ? NO_START : days.from[date]!
      until[row] = date === 0 ? NO_END : days.until[date]!
      continue
    }
    const { possible } = statementDays(store, row, store.claimsOf(row)) ?? { possible: ALWAYS }
    from[row] = clampDay(possible.from)
    until[row] = clampDay(possible.until)
  }
  const build = (ends: Uint32Array, others: Uint32Array): Slots => {
    const offsets = new Uint32Array(store.entityRows + 1)
    for (let row = 1; row < total; row++) if (store.isAlive(row)) offsets[ends[row]! + 1]!++
    for (let e = 1; e < offsets.length; e++) offsets[e]! += offsets[e - 1]!
    const next = offsets.slice()
    const slots: Slots = {
      offsets,
      neighbour: new Uint32Array(alive),
      statement: new Uint32Array(alive),
      relation: new Uint16Array(alive),
      from: new Int32Array(alive),
      until: new Int32Array(alive),
    }
    for (let row = 1; row < total; row++) {
      if (!store.isAlive(row)) continue
      const slot = next[ends[row]!]!++
      slots.neighbour[slot] = others[row]!
      slots.statement[slot] = row
      slots.relation[slot] = store.statements.columns.relation[row]!
      slots.from[slot] = from[row]!
      slots.until[slot] = until[row]!
    }
    return slots
  }
  return { out: build(subject, object), in: build(object, subject) }
}

function clampDay(day: number): number {
  return day === -Infinity ? NO_START : day === Infinity ? NO_END : day
}
