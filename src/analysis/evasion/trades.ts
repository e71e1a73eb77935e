import { byCodeUnits } from '../../model/canonical'
import { under } from '../../query/broader'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { isPlain } from '../certainty'
import { FLOWS, type Time } from './chains'
import { deliveryOf } from './leg'

/** Who trades an item with whom, in either direction: supplies, exports, and trade of no stated direction. */
export class Trades {
  readonly #lens: Lens
  readonly #time: Time
  readonly #items: ReadonlyMap<Row, readonly Row[]>
  readonly #relations: ReadonlySet<number>
  readonly #known = new Map<string, readonly Row[]>()

  constructor(lens: Lens, item: Row, time: Time) {
    this.#lens = lens
    this.#time = time
    this.#items = under(lens, item)
    this.#relations = new Set(
      [...FLOWS, 'tradesWith'].flatMap((name) => lens.store.ontology.relations.get(name)?.index ?? []),
    )
  }

  /**
   * Statements, asserted (not only as likely) and undisputed, that two actors trade the item, by id: all but these. What is
   * offered, ordered or licensed is no trade.
   */
  between(a: Row, b: Row, but: readonly Row[]): Row[] {
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`
    const known = this.#known.get(key) ?? this.#between(a, b)
    this.#known.set(key, known)
    return known.filter((row) => !but.includes(row))
  }

  #between(a: Row, b: Row): Row[] {
    const { store } = this.#lens
    const edges = Edges.of(this.#lens)
    const both = [...edges.about(this.#relations, a, b), ...edges.about(this.#relations, b, a)]
    return [...new Set(both.map(({ statement }) => statement))]
      .filter((row) => this.#counts(row))
      .sort((x, y) => byCodeUnits(store.statementId(x), store.statementId(y)))
  }

  #counts(row: Row): boolean {
    const { store } = this.#lens
    const standing = this.#lens.standing(row)
    if (standing?.level !== 'asserted' || standing.disputed || !isPlain(this.#lens, row)) return false
    if (deliveryOf(this.#lens, row) === 'not-delivered') return false
    const { item } = store.namedQualifiers(row)
    if (typeof item !== 'string' || !this.#items.has(store.current(store.findEntity(item)))) return false
    const { day, certain } = this.#time
    const days = this.#lens.days(row)
    return (
      days !== undefined && (day === undefined || (certain ? days.possible.until : days.possible.from) <= day)
    )
  }
}
