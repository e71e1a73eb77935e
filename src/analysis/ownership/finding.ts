import type { Basis } from '../basis'
import type { Listing } from './listings'

/**
 * What the rule says of an entity, listed or not:
 *
 * - `blocked`: blocked owners hold enough, by the lowest shares that are stated;
 * - `undetermined`: they may hold enough, or control it;
 * - `below`: an interest of blocked owners is stated, all of it is known, and it is too little;
 * - `no-finding`: no interest of a blocked owner is stated. It is not cleared.
 */
export type Verdict = 'blocked' | 'undetermined' | 'below' | 'no-finding'

/** Every verdict, the gravest first. */
export const VERDICTS = [
  'blocked',
  'undetermined',
  'below',
  'no-finding',
] as const satisfies readonly Verdict[]

/** Why a verdict is left open. */
export type Doubt =
  /** The shares that are stated range over the threshold. */
  | 'shares-differ'
  /** An interest is stated, and not how much. */
  | 'share-not-stated'
  /** It is said to be owned or controlled, and not which. */
  | 'owned-or-controlled'
  /** It is controlled, which under the rule may be enough: a matter of fact, and rebuttable. */
  | 'control'
  /** An interest is held through others, and not said through whom. */
  | 'indirect'
  /** A holding is alleged, disputed, only likely by who asserts it, or not certain on the day. */
  | 'holding-not-sure'
  /** An owner is itself only possibly blocked. */
  | 'owner-not-sure'

/** Every doubt, in words. */
export const DOUBTS: { readonly [D in Doubt]: string } = {
  'shares-differ': 'the shares stated differ',
  'share-not-stated': 'a share is not stated',
  'owned-or-controlled': 'owned or controlled, not said which',
  control: 'control',
  indirect: 'held indirectly, not said through whom',
  'holding-not-sure': 'a holding is not certain',
  'owner-not-sure': 'an owner is only possibly blocked',
}

/** A blocked, or possibly blocked, owner of an entity, and what it holds. */
export interface BlockedOwner extends Basis {
  /** Its id. */
  readonly owner: string
  /** The least and the most that it holds directly, in percent: of the interest of which it is the most. */
  readonly low: number
  readonly high: number
  /** Why it is blocked: listed itself, owned by those who are, or possibly one of these. */
  readonly blocked: 'listed' | 'owned' | 'possibly'
  /** Ids from a listed party, by way of what that holds, to this owner; itself alone where it is listed. */
  readonly chain: readonly string[]
}

/** An owner whose holding had ended by the day. */
export interface Divestment extends Basis {
  readonly owner: string
  /** The last day on which it may have held it, `YYYY-MM-DD`. */
  readonly until: string
}

/** What is found of one entity: whether it is listed, and what the rule on ownership says, which are two things. */
export interface OwnershipFinding {
  /** Its id. */
  readonly entity: string
  /** Every designation of it in force, whosever it is and whatever its measures. */
  readonly listed: readonly Listing[]
  readonly verdict: Verdict
  /** Why the verdict is left open, where it is. */
  readonly doubts: readonly Doubt[]
  /** What blocked owners hold of it, in percent: the least by the lowest shares, the most by the highest. */
  readonly low: number
  readonly high: number
  /** By id. */
  readonly owners: readonly BlockedOwner[]
  /** What was sold, where that may have changed the verdict. */
  readonly divested: readonly Divestment[]
  /** What the verdict rests on: holdings, and the listings of those with whom they begin; absent for `no-finding`. */
  readonly basis?: Basis
}
