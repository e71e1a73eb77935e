/**
 * What is said of one share, in how many claims: never a sum, but the least and the most that it may be. What counts
 * only possibly raises the most, and leaves the least as it is. Who gives no share says nothing against those who do.
 */
export class Interval {
  #sureLow = Infinity
  #sureHigh = -Infinity
  #high = -Infinity
  #isSureUnstated = false
  #isUnstated = false

  /** @param low in percent; undefined where a claim states no share */
  add(low: number | undefined, high: number | undefined, isSure: boolean): void {
    if (low === undefined || high === undefined) {
      if (isSure) this.#isSureUnstated = true
      else this.#isUnstated = true
      return
    }
    this.#high = Math.max(this.#high, high)
    if (!isSure) return
    this.#sureLow = Math.min(this.#sureLow, low)
    this.#sureHigh = Math.max(this.#sureHigh, high)
  }

  /** Whether something is held, and nobody says how much. */
  get isUnstated(): boolean {
    if (this.#sureHigh >= 0) return false
    return this.#isSureUnstated || (this.#isUnstated && this.#high < 0)
  }

  get low(): number {
    return this.#sureHigh >= 0 ? this.#sureLow : 0
  }

  get high(): number {
    return this.isUnstated ? 100 : Math.max(0, this.#high)
  }

  clear(): void {
    this.#sureLow = Infinity
    this.#sureHigh = -Infinity
    this.#high = -Infinity
    this.#isSureUnstated = false
    this.#isUnstated = false
  }
}
