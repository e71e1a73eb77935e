import { sumExactly, toNumber } from './decimal'
import type { Holdings } from './holdings'
import type { OwnershipRule } from './rule'
import { type Bound, isEnough, isOpen, Spread, sharesIn } from './spread'

/**
 * Who is blocked, by the least that is held (for certain) or by the most (possibly). Where a rule sums the shares of
 * all listed owners there is one group; else each listed party makes one, with what it reaches.
 */
export class Blocked {
  readonly #holdings: Holdings
  readonly #rule: OwnershipRule
  readonly #bound: Bound
  readonly #groups: readonly ReadonlySet<number>[]
  /** By vertex: the groups that have it, where there are several. */
  readonly #groupsOf = new Map<number, ReadonlySet<number>[]>()
  /** By vertex: its place in the order of being found, from 1; 0 where it is not blocked. */
  readonly #place: Uint32Array
  /** By vertex: one more than the holding by which it was found; 0 where it was listed. */
  readonly #through: Uint32Array

  /** @param listed vertices of the listed parties, in their order */
  constructor(holdings: Holdings, rule: OwnershipRule, listed: readonly number[], bound: Bound) {
    this.#holdings = holdings
    this.#rule = rule
    this.#bound = bound
    this.#place = new Uint32Array(holdings.inAsset.length - 1)
    this.#through = new Uint32Array(holdings.inAsset.length - 1)
    for (const [i, party] of listed.entries()) this.#place[party] = i + 1
    let places = listed.length
    const found = (asset: number, holding: number) => {
      if (this.#place[asset] !== 0) return
      this.#place[asset] = ++places
      this.#through[asset] = holding + 1
    }
    const spread = new Spread(holdings, rule, bound)
    const starts = rule.aggregate ? [listed] : listed.map((party) => [party])
    this.#groups = starts.map((parties) => new Set(spread.from(parties, found)))
    if (this.#groups.length < 2) return
    for (const group of this.#groups) {
      for (const vertex of group) {
        const known = this.#groupsOf.get(vertex)
        if (known) known.push(group)
        else this.#groupsOf.set(vertex, [group])
      }
    }
  }

  /** Whether it is listed, or blocked by what is held of it. */
  has(vertex: number): boolean {
    return this.#place[vertex] !== 0
  }

  /** Whether it is blocked by what is held of it, be it listed or not. */
  isOwned(vertex: number): boolean {
    if (this.#through[vertex] !== 0) return true
    // It is listed, or it is not blocked at all.
    return this.has(vertex) && this.#holdersOf(vertex).some((group) => this.#isOwnedBy(vertex, group))
  }

  #isOwnedBy(vertex: number, group: ReadonlySet<number>): boolean {
    const { shares, inAsset, owner } = this.#holdings
    if (this.#bound === 'high') {
      for (let h = inAsset[vertex]!; h < inAsset[vertex + 1]!; h++)
        if (group.has(owner[h]!) && isOpen(this.#holdings, h)) return true
    }
    return shares.some(({ [this.#bound]: share }) =>
      isEnough(
        sharesIn(this.#holdings, vertex, share, (one) => group.has(one)),
        this.#rule,
      ),
    )
  }

  /** The groups that hold something of it. */
  #holdersOf(vertex: number): readonly ReadonlySet<number>[] {
    if (this.#groups.length < 2) return this.#groups
    const { inAsset, owner } = this.#holdings
    const holders = Array.from(owner.subarray(inAsset[vertex], inAsset[vertex + 1]))
    return [...new Set(holders.flatMap((one) => this.#groupsOf.get(one) ?? []))]
  }

  /** What is held of it, in percent: of the group and the interest of which it is the most. */
  heldOf(vertex: number): number {
    const sums = this.#holdersOf(vertex).flatMap((group) =>
      this.#holdings.shares.map(({ [this.#bound]: share }) =>
        toNumber(sumExactly(sharesIn(this.#holdings, vertex, share, (one) => group.has(one)))),
      ),
    )
    return Math.max(0, ...sums)
  }

  /** Holdings of a blocked entity whose owners were blocked before it: on these it rests. None of a listed party. */
  *restsOn(vertex: number): Generator<number> {
    if (this.#through[vertex] === 0) return
    const { inAsset, owner } = this.#holdings
    for (let h = inAsset[vertex]!; h < inAsset[vertex + 1]!; h++) {
      const place = this.#place[owner[h]!]!
      if (place !== 0 && place < this.#place[vertex]!) yield h
    }
  }

  /** The holdings by which a blocked entity was found, from a listed party down to it; none for a listed party. */
  chainTo(vertex: number): number[] {
    const chain: number[] = []
    for (let at = vertex; this.#through[at] !== 0; at = this.#holdings.owner[chain[0]!]!)
      chain.unshift(this.#through[at]! - 1)
    return chain
  }
}
