import { compareExactly, sumExactly } from './decimal'
import { CONTROL, type Holdings, INDIRECT } from './holdings'
import { isExplained } from './indirect'
import type { OwnershipRule } from './rule'

/** By which shares is counted: the least or the most that they may be. */
export type Bound = 'low' | 'high'

/** Binary fractions add up to something nearer than this: within it of the threshold, decimals decide. */
const NEAR = 1e-6

/**
 * How measures spread from listed parties over what they hold: the least set that has these parties, and each entity
 * of which those in the set hold enough directly. Shares are not multiplied along chains, and a ring that no listed
 * party holds enough of is not reached for being owned by itself.
 */
export class Spread {
  readonly #holdings: Holdings
  readonly #rule: OwnershipRule
  readonly #bound: Bound
  readonly #isIn: Uint8Array
  /** Whose holdings are in the sums. */
  readonly #isCounted: Uint8Array
  readonly #sums: readonly Float64Array[]

  constructor(holdings: Holdings, rule: OwnershipRule, bound: Bound) {
    this.#holdings = holdings
    this.#rule = rule
    this.#bound = bound
    const vertices = holdings.inAsset.length - 1
    this.#isIn = new Uint8Array(vertices)
    this.#isCounted = new Uint8Array(vertices)
    this.#sums = holdings.shares.map(() => new Float64Array(vertices))
  }

  /**
   * @param parties where it begins
   * @param found told of each entity that is reached, and of the holding that was the last it took
   * @returns the parties, and what is reached, in the order of being reached
   */
  from(parties: readonly number[], found: (asset: number, holding: number) => void): readonly number[] {
    const { asset, ofOwner, holding } = this.#holdings
    const members = [...parties]
    const touched: number[] = []
    for (const party of parties) this.#isIn[party] = 1
    // The list grows as it is read.
    for (const owner of members) {
      this.#isCounted[owner] = 1
      for (let i = ofOwner[owner]!; i < ofOwner[owner + 1]!; i++) {
        const [h, held] = [holding[i]!, asset[holding[i]!]!]
        if (this.#isIn[held] === 1) continue
        touched.push(held)
        if (!this.#adds(h, held)) continue
        this.#isIn[held] = 1
        members.push(held)
        found(held, h)
      }
    }
    for (const member of members) {
      this.#isIn[member] = 0
      this.#isCounted[member] = 0
    }
    for (const sums of this.#sums) for (const held of touched) sums[held] = 0
    return members
  }

  /** Adds a holding to what is held of an asset: whether that is now enough. */
  #adds(h: number, held: number): boolean {
    if (this.#bound === 'high' && isOpen(this.#holdings, h)) return true
    let enough = false
    for (const [i, { [this.#bound]: share }] of this.#holdings.shares.entries()) {
      if (share[h] === 0) continue
      const sums = this.#sums[i]!
      sums[held]! += share[h]!
      enough ||= this.#reaches(sums[held]!, held, share)
    }
    return enough
  }

  #reaches(sum: number, held: number, share: Float64Array): boolean {
    const over = sum - this.#rule.threshold.share
    if (Math.abs(over) > NEAR) return over > 0
    return isEnough(
      sharesIn(this.#holdings, held, share, (owner) => this.#isCounted[owner] === 1),
      this.#rule,
    )
  }
}

/** Whether shares are together what a rule asks, as decimals. */
export function isEnough(shares: Iterable<number>, { threshold }: OwnershipRule): boolean {
  const over = compareExactly(sumExactly(shares), threshold.share)
  return threshold.inclusive ? over >= 0 : over > 0
}

/** The shares that some owners hold of an asset. */
export function* sharesIn(
  { inAsset, owner }: Holdings,
  asset: number,
  share: Float64Array,
  isCounted: (owner: number) => boolean,
): Generator<number> {
  for (let h = inAsset[asset]!; h < inAsset[asset + 1]!; h++) if (isCounted(owner[h]!)) yield share[h]!
}

/** Whether a holding leaves open if its asset falls under the rule, whatever its share. */
export function isOpen(holdings: Holdings, h: number): boolean {
  const flags = holdings.flags[h]!
  return (flags & CONTROL) !== 0 || ((flags & INDIRECT) !== 0 && !isExplained(holdings, h))
}
