import { sumExactly, toNumber } from '../decimal'
import { type Holdings, hasShare } from './holdings'
import type { OwnershipRule } from './rule'
import { type Bound, Spread, sharesIn } from './spread'

/** Shares in percent that are added as binary fractions are right to so many places. */
const PLACES = 1e12

/**
 * Who is blocked, by the least that is held (for certain) or by the most (possibly). Where a rule sums the shares of
 * all listed owners there is one group; else each listed party makes one, with what it reaches.
 */
export class Blocked {
  readonly #holdings: Holdings
  readonly #rule: OwnershipRule
  readonly #bound: Bound
  /** By vertex: its place in the order of being found, from 1; 0 where it is not blocked. */
  readonly #place: Uint32Array
  /** By vertex: one more than the holding by which it was found; 0 where it was listed. */
  readonly #through: Uint32Array
  /** Listed parties of which enough is held. */
  readonly #listedAndOwned = new Set<number>()
  /** By vertex: the most that one group holds of it, where there are several. */
  readonly #most: Float64Array

  /** @param listed vertices of the listed parties, in their order */
  constructor(holdings: Holdings, rule: OwnershipRule, listed: readonly number[], bound: Bound) {
    this.#holdings = holdings
    this.#rule = rule
    this.#bound = bound
    const vertices = holdings.inAsset.length - 1
    this.#place = new Uint32Array(vertices)
    this.#through = new Uint32Array(vertices)
    this.#most = new Float64Array(rule.aggregate ? 0 : vertices)
    for (const [i, party] of listed.entries()) this.#place[party] = i + 1
    let places = listed.length
    const found = (asset: number, holding: number) => {
      if (this.#place[asset] === 0) {
        this.#place[asset] = ++places
        this.#through[asset] = holding + 1
      } else if (this.#through[asset] === 0) this.#listedAndOwned.add(asset)
    }
    const spread = new Spread(holdings, rule, bound)
    if (rule.aggregate) spread.from(listed, found)
    // What a party reaches that another has reached, that other has reached too, and holds no less of.
    else
      for (const party of listed)
        if (!this.#listedAndOwned.has(party)) spread.from([party], found, this.#most)
  }

  /** Whether it is listed, or blocked by what is held of it. */
  has(vertex: number): boolean {
    return this.#place[vertex] !== 0
  }

  /** Whether it is blocked by what is held of it, be it listed or not. */
  isOwned(vertex: number): boolean {
    return this.#through[vertex] !== 0 || this.#listedAndOwned.has(vertex)
  }

  /** What is held of it, in percent: of the interest, and the group, of which it is the most. */
  heldOf(vertex: number): number {
    if (!this.#rule.aggregate) return Math.round(this.#most[vertex]! * PLACES) / PLACES
    const sums = this.#holdings.shares.map(({ [this.#bound]: share }) =>
      toNumber(sumExactly(sharesIn(this.#holdings, vertex, share, (owner) => this.has(owner)))),
    )
    return Math.max(0, ...sums)
  }

  /**
   * Holdings of a blocked entity whose owners were blocked before it: on these it rests. Of a listed party none where
   * all are summed; where each counts alone, those by which it is within what another one holds.
   */
  *restsOn(vertex: number): Generator<number> {
    const isListed = this.#through[vertex] === 0
    if (isListed && (this.#rule.aggregate || !this.#listedAndOwned.has(vertex))) return
    const { inAsset, owner } = this.#holdings
    for (let h = inAsset[vertex]!; h < inAsset[vertex + 1]!; h++) {
      const place = this.#place[owner[h]!]!
      if (place === 0 || (!isListed && place > this.#place[vertex]!)) continue
      if (this.#bound === 'high' || hasShare(this.#holdings, h)) yield h
    }
  }

  /** The holdings by which a blocked entity was found, from a listed party down to it; none for a listed party. */
  chainTo(vertex: number): number[] {
    const chain: number[] = []
    for (let at = vertex; this.#through[at] !== 0; at = this.#holdings.owner[this.#through[at]! - 1]!)
      chain.push(this.#through[at]! - 1)
    return chain.reverse()
  }
}
