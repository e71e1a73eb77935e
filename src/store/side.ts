import { overlap } from '../model/days'
import type { Days } from './days'
import type { Row, Store } from './store'

/** A statement by which one actor speaks with the voice of another. */
interface Voice {
  readonly speaker: Row
  readonly of: Row
  readonly days: Days
}

/**
 * The side of an actor: itself and whoever speaks with its voice, transitively, by asserted statements that
 * hold at a claim's date.
 */
export class Side {
  readonly #store: Store
  readonly #actor: Row
  readonly #holds: (statement: Row) => boolean
  readonly #days: (statement: Row) => Days | undefined
  readonly #voices = new Map<Row, Voice[]>()
  readonly #members = new Map<number, ReadonlySet<Row>>()

  /**
   * @param holds whether a statement is established well enough to put words into somebody's mouth
   * @param days when it holds
   */
  constructor(
    store: Store,
    actor: Row,
    holds: (statement: Row) => boolean,
    days: (statement: Row) => Days | undefined,
  ) {
    this.#store = store
    this.#actor = actor
    this.#holds = holds
    this.#days = days
  }

  /** Reads the voices off the statements as they stand now. */
  settle(): void {
    const { subject, object } = this.#store.statements.columns
    for (let row = 1; row < this.#store.statements.length; row++) {
      if (!this.#store.isAlive(row)) continue
      const { voice } = this.#store.relationOf(row)
      const speaker = subject[row]!
      if (!voice || !this.#holds(row)) continue
      // An unnamed actor is on no side.
      if (this.#store.isUnnamed(speaker) || this.#store.isUnnamed(object[row]!)) continue
      if (!this.#store.isOf(speaker, voice.of) || (voice.not && this.#store.isOf(speaker, voice.not)))
        continue
      const days = this.#days(row)
      if (!days) continue
      const of = object[row]!
      const known = this.#voices.get(of)
      if (known) known.push({ speaker, of, days })
      else this.#voices.set(of, [{ speaker, of, days }])
    }
  }

  /** Whether a claim is made by this side. */
  speaks(claim: Row): boolean {
    const by = this.#store.provenance.claimant(claim)
    return by !== 0 && (by === this.#actor || this.#at(claim).has(by))
  }

  /** Claims without those that another one is certainly later than: the latest wins. */
  latest(claims: readonly Row[]): readonly Row[] {
    const { provenance } = this.#store
    const dates = claims.map((claim) => provenance.said(claim)?.possible)
    const newest = dates.reduce((latest, date) => Math.max(latest, date?.from ?? -Infinity), -Infinity)
    return claims.filter((_, i) => (dates[i]?.until ?? Infinity) >= newest)
  }

  #at(claim: Row): ReadonlySet<Row> {
    const said = this.#store.provenance.said(claim)
    const key = said ? this.#store.dates.number(said.edtf) : 0
    let members = this.#members.get(key)
    if (!members) {
      const found = new Set<Row>([this.#actor])
      const queue = [this.#actor]
      for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        for (const { speaker, days } of this.#voices.get(at) ?? []) {
          if (found.has(speaker) || (said && !overlap(days.possible, said.possible))) continue
          found.add(speaker)
          queue.push(speaker)
        }
      }
      members = found
      this.#members.set(key, members)
    }
    return members
  }
}
