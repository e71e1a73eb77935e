import { compareExactly, sumExactly } from '../decimal'
import { CONTROL, type Holdings, UNEXPLAINED } from './holdings'
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
   * @param found told of each entity of which enough is held, parties among them, and of the holding that it took
   * last: more than once where there are further ones
   * @param most by vertex, the most that is held of it: raised where more is
   */
  from(
    parties: readonly number[],
    found: (asset: number, holding: number) => void,
    most?: Float64Array,
  ): void {
    const { asset, ofOwner, holding } = this.#holdings
    const members = [...parties]
    for (const party of parties) this.#isIn[party] = 1
    // The list grows as it is read.
    for (const owner of members) {
      this.#isCounted[owner] = 1
      for (let i = ofOwner[owner]!; i < ofOwner[owner + 1]!; i++) {
        const h = holding[i]!
        const held = asset[h]!
        if (!this.#adds(h, held)) continue
        found(held, h)
        if (this.#isIn[held] === 1) continue
        this.#isIn[held] = 1
        members.push(held)
      }
    }
    for (const owner of members) {
      this.#isIn[owner] = 0
      this.#isCounted[owner] = 0
      for (let i = ofOwner[owner]!; i < ofOwner[owner + 1]!; i++) this.#clear(asset[holding[i]!]!, most)
    }
  }

  /** Adds a holding to what is held of an asset: whether that is now enough. */
  #adds(h: number, held: number): boolean {
    let enough = this.#bound === 'high' && isOpen(this.#holdings, h)
    for (const [i, { [this.#bound]: share }] of this.#holdings.shares.entries()) {
      if (share[h] === 0) continue
      const sums = this.#sums[i]!
      sums[held]! += share[h]!
      enough ||= this.#reaches(sums[held]!, held, share)
    }
    return enough
  }

  #clear(held: number, most: Float64Array | undefined): void {
    for (const sums of this.#sums) {
      if (most) most[held] = Math.max(most[held]!, sums[held]!)
      sums[held] = 0
    }
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
  return (holdings.flags[h]! & (CONTROL | UNEXPLAINED)) !== 0
}
