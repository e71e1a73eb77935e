import { decisiveClaims } from '../../query/cite'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { allegations, type Counts } from '../certainty'
import { flagUnexplained } from './indirect'
import { Interval } from './interval'
import type { Interest, OwnershipRule } from './rule'

/** Bits of a holding's `flags`. */
export const INTEREST = 1
/** Control that counts under the rule, or "owned or controlled" of which it is not said which. */
export const CONTROL = 2
/** An interest held through others, of which it may not be said through whom. */
export const INDIRECT = 4
/** Nobody says what share. */
export const UNSTATED = 8
/** Alleged, disputed, only likely, or not certain on the day. */
export const UNSURE = 16
/** It is not said whether it is owned or controlled. */
export const EITHER = 32
/** Held through others, of whom those that are known for certain do not hold as much. */
export const UNEXPLAINED = 64

/** Shares of one interest, in percent: the least and the most that they may be. */
export interface Shares {
  readonly interest: Interest
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * Who holds what: one holding for each owner and asset, whatever is said of it in how many claims. Owners and assets
 * are vertices of the view's adjacency; the holdings of an asset stand next to each other, by owner.
 */
export interface Holdings {
  readonly owner: Uint32Array
  readonly asset: Uint32Array
  readonly flags: Uint8Array
  /** For each interest that counts. */
  readonly shares: readonly Shares[]
  /** Holdings in an asset: from `inAsset[v]` up to `inAsset[v + 1]`. */
  readonly inAsset: Uint32Array
  /** Holdings of an owner: `holding[ofOwner[v]]` and so on. */
  readonly ofOwner: Uint32Array
  readonly holding: Uint32Array
  /** Statements of a holding: `statement[from[h]]` up to `statement[from[h + 1]]`. */
  readonly from: Uint32Array
  readonly statement: Uint32Array
  /** Statements that are left out: an announcement or a prediction is no holding. */
  readonly leftOut: readonly Row[]
}

/** Whether of a holding some share is certain. */
export function hasShare({ shares }: Holdings, h: number): boolean {
  return shares.some(({ low }) => low[h]! > 0)
}

/** Collects the holdings of a view. */
export function collectHoldings(lens: Lens, rule: OwnershipRule, counts: Counts): Holdings {
  const { store } = lens
  const { rowOf, offsets, neighbour, statement: at, way } = lens.adjacency()
  const places = (['owns', 'controls', 'ownsOrControls'] as const).map(
    (name) => store.ontology.relations.get(name)?.index,
  )
  const builder = new Builder(lens, rule)
  const vertices = rowOf.length
  const inAsset = new Uint32Array(vertices + 1)
  for (let asset = 0; asset < vertices; asset++) {
    inAsset[asset] = builder.length
    for (let slot = offsets[asset]!; slot < offsets[asset + 1]!; slot++) {
      // Where the asset is the object: a loop, of what owns itself, has one slot, as its subject.
      if ((way[slot]! & 1) === 0) continue
      const kind = places.indexOf(way[slot]! >> 1)
      if (kind === -1) continue
      const owner = neighbour[slot]!
      if (owner === asset || store.isUnnamed(rowOf[owner]!)) continue
      const counted = counts(at[slot]!)
      if (counted === 'left-out') builder.leftOut.push(at[slot]!)
      else if (counted !== 'no') builder.add(owner, asset, at[slot]!, kind, counted === 'surely')
    }
    builder.close()
  }
  inAsset[vertices] = builder.length
  return builder.build(inAsset)
}

const [, CONTROLS, OWNS_OR_CONTROLS] = [0, 1, 2]

/** Lines holdings up, one after another. */
class Builder {
  readonly leftOut: Row[] = []
  readonly #lens: Lens
  readonly #rule: OwnershipRule
  readonly #owner: number[] = []
  readonly #asset: number[] = []
  readonly #flags: number[] = []
  readonly #low: readonly number[][]
  readonly #high: readonly number[][]
  /** The most that is stated to be held through others; 0 where nobody says how much. */
  readonly #indirect: number[] = []
  readonly #from: number[] = []
  readonly #statement: number[] = []
  readonly #open: readonly Interval[]
  #isOpen = false

  constructor(lens: Lens, rule: OwnershipRule) {
    this.#lens = lens
    this.#rule = rule
    this.#open = rule.interests.map(() => new Interval())
    this.#low = rule.interests.map(() => [])
    this.#high = rule.interests.map(() => [])
  }

  get length(): number {
    return this.#owner.length
  }

  add(owner: number, asset: number, statement: Row, kind: number, isSure: boolean): void {
    const last = this.length - 1
    if (!this.#isOpen || this.#owner[last] !== owner || this.#asset[last] !== asset) {
      this.close()
      this.#owner.push(owner)
      this.#asset.push(asset)
      this.#flags.push(0)
      this.#indirect.push(0)
      this.#from.push(this.#statement.length)
      this.#isOpen = true
    }
    this.#statement.push(statement)
    for (const claim of decisiveClaims(this.#lens, statement)) this.#read(claim, kind, isSure)
    for (const claim of allegations(this.#lens, statement)) this.#read(claim, kind, false)
  }

  #read(claim: Row, kind: number, mayBeSure: boolean): void {
    const details: Details = this.#lens.store.restOf(claim)
    const isSure = mayBeSure && details.likelihood === undefined
    this.#flags[this.length - 1]! |= this.#take(details, kind, isSure) | (isSure ? 0 : UNSURE)
  }

  /** Takes in what one claim says of a holding; returns its flags. */
  #take({ share, interest, direct }: Details, kind: number, isSure: boolean): number {
    const { control, interests, threshold } = this.#rule
    // One who controls has votes, where it is said how many, but no capital.
    const asControl = kind === CONTROLS && interest !== 'votes'
    // Where it is not said which, control stays open even where a share is stated.
    const isEither = kind === OWNS_OR_CONTROLS && (control || share === undefined)
    let flags = isEither ? EITHER : 0
    if (control && (kind === CONTROLS || isEither)) flags |= CONTROL
    if (asControl) return flags
    const [low, high] = typeof share === 'number' ? [share, share] : (share ?? [])
    if (direct === false) {
      const last = this.length - 1
      this.#indirect[last] = Math.max(this.#indirect[last]!, high ?? 0)
      return flags | INDIRECT
    }
    if (interest === 'votes' && !interests.includes('votes')) {
      // A majority of votes is control.
      return control && (high ?? 100) > threshold.share ? flags | CONTROL : flags
    }
    for (const [i, one] of interests.entries()) {
      if (interest === undefined || interest === one) {
        this.#open[i]!.add(low, high, isSure)
        flags |= INTEREST
      }
    }
    return flags
  }

  /** Ends the holding that is open: all is said of it. */
  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    for (const [i, interval] of this.#open.entries()) {
      this.#low[i]!.push(interval.low)
      this.#high[i]!.push(interval.high)
      if (interval.isUnstated) this.#flags[this.length - 1]! |= UNSTATED
      interval.clear()
    }
  }

  build(inAsset: Uint32Array): Holdings {
    const owner = Uint32Array.from(this.#owner)
    const ofOwner = new Uint32Array(inAsset.length)
    for (const one of owner) ofOwner[one + 1]!++
    for (let v = 1; v < ofOwner.length; v++) ofOwner[v]! += ofOwner[v - 1]!
    const holding = new Uint32Array(owner.length)
    const next = ofOwner.slice()
    for (let h = 0; h < owner.length; h++) holding[next[owner[h]!]!++] = h
    const holdings = {
      owner,
      asset: Uint32Array.from(this.#asset),
      flags: Uint8Array.from(this.#flags),
      shares: this.#rule.interests.map((interest, i) => ({
        interest,
        low: Float64Array.from(this.#low[i]!),
        high: Float64Array.from(this.#high[i]!),
      })),
      inAsset,
      ofOwner,
      holding,
      from: Uint32Array.from([...this.#from, this.#statement.length]),
      statement: Uint32Array.from(this.#statement),
      leftOut: this.leftOut,
    }
    flagUnexplained(holdings, this.#indirect)
    return holdings
  }
}

/** Details of a claim about a holding, which readers have checked. */
interface Details {
  readonly share?: number | readonly [low: number, high: number]
  readonly interest?: Interest
  readonly direct?: boolean
  readonly likelihood?: unknown
}
