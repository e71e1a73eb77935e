import type { Basis } from '../basis'
import type { Doubt as OwnershipDoubt } from '../ownership/finding'
import type { ExposureStep } from './step'

/** By what a measure reaches an entity in law. */
export type ReachWay =
  /** A sender lists it by name. */
  | 'listing'
  /** A rule on ownership extends to it a listing of those who own it. */
  | 'ownership'
  /** A comprehensive embargo is on it, or on the jurisdiction that it is of. */
  | 'embargo'
  /** Other measures are on it as such: on a state, a government, an organisation. */
  | 'target'
  /** Measures on ships and aircraft are on its flag, or on whoever owns it. */
  | 'craft'

/** What is a reason to look closer at an entity, without legal effect. */
export type IndicatorKind =
  /** Measures are on a jurisdiction of which it is citizen, in which it is, or to which it belongs. */
  | 'state'
  /** Measures are on a sector in which it works, or on goods that it makes in a jurisdiction of which it is. */
  | 'sector'
  /** Measures are on the jurisdiction whose flag it has or shows. */
  | 'flag'
  /** Kin is listed. */
  | 'family'
  /** An associate, agent, principal, partner is listed: the relation says which. */
  | 'association'
  /** An organisation that it belongs to or leads is listed, or one who belongs to it or leads it. */
  | 'organisation'
  /** It is owned or held by a listed party, too little for a rule, or it holds something listed. */
  | 'ownership'
  /** A listing says that dealings with it, or with one to whom it is tied, expose third parties. */
  | 'secondary-risk'
  /** It is named in a notice or an enforcement case, which are no sanctions. */
  | 'notice'
  /** What would reach it is suspended. */
  | 'suspended'

/** Why it is open whether a measure reaches an entity. */
export type ExposureDoubt =
  | OwnershipDoubt
  /** A statement that it rests on is alleged, not asserted. */
  | 'alleged'
  /** A statement that it rests on is disputed. */
  | 'disputed'
  /** Whoever asserts a statement that it rests on says how likely it is: it is not certain. */
  | 'only-likely'
  /** A statement that it rests on may hold on the day, or not. */
  | 'date-not-sure'
  /** Nobody says for certain whether the embargo is comprehensive. */
  | 'scope-not-stated'
  /** Some say that the craft has the right to its flag, and others that it has not. */
  | 'flag-not-settled'
  /** What share of the craft its owner holds does not settle whose it is. */
  | 'owner-not-settled'
  /** Of the listings with which the rule on ownership begins, some are suspended. */
  | 'partly-suspended'

/** A measure that bears on an entity, and whose it is. */
export interface Measures {
  /** Ids of whose measures they are: one, but for a rule on ownership that extends the lists of several. */
  readonly senders: readonly string[]
  /** The programme, by id, where one is stated. */
  readonly programme?: string
  /** Of the ontology's list `measure`, sorted; none where nobody states them. */
  readonly measures: readonly string[]
  /** Lists on which the party stands, by id, its entries there, and legal acts cited, each sorted. */
  readonly lists: readonly string[]
  readonly entries: readonly string[]
  readonly legalBasis: readonly string[]
  /** The day of the listing, else when the measures hold, as the claims state it, sorted. */
  readonly since: readonly string[]
}

/** A licence that allows what the measures prohibit, or a suspension of them. */
export interface Bearing extends Basis {
  readonly statement: string
  readonly sender: string
  /** Whom or what it is for, by id. */
  readonly object: string
  readonly programme?: string
  /** Whether the licence is open to whoever fulfils its terms, as its claims say. */
  readonly general?: boolean
  /** What it covers, by id, sorted; anything where nothing is stated. */
  readonly covers: readonly string[]
  /** Whether it is in force on the day for certain: asserted, undisputed. */
  readonly certain: boolean
}

interface Item extends Basis, Measures {
  /** Id of the party, jurisdiction or sector that the measures are on. */
  readonly target: string
  /** Chains of statements from the entity to the measures, in order: one, or one for each owner that counts. */
  readonly chains: readonly (readonly ExposureStep[])[]
  readonly licences: readonly Bearing[]
  readonly suspensions: readonly Bearing[]
}

/** What reaches an entity in law. */
export interface Reach extends Item {
  readonly way: ReachWay
  /** The rule on ownership, by id, and what blocked owners hold by it, in percent. */
  readonly rule?: string
  readonly low?: number
  readonly high?: number
}

/** What may reach it, and why that is open. */
export interface PossibleReach extends Reach {
  readonly doubts: readonly ExposureDoubt[]
}

/** A reason to look closer. */
export interface Indicator extends Item {
  readonly kind: IndicatorKind
  /** The relation by which the entity is tied to what is next in the chain, where it is. */
  readonly relation?: string
  readonly rule?: string
  readonly low?: number
  readonly high?: number
}

/** A reason to look closer that rests on what is alleged, disputed, or not certain on the day. */
export interface PossibleIndicator extends Indicator {
  readonly doubts: readonly ExposureDoubt[]
}

/** Every doubt that is not one of ownership, in words. */
export const EXPOSURE_DOUBTS = {
  alleged: 'alleged',
  disputed: 'disputed',
  'only-likely': 'only likely',
  'date-not-sure': 'not certain on the day',
  'scope-not-stated': 'not said whether comprehensive',
  'flag-not-settled': 'by some the flag is false',
  'owner-not-settled': 'the share of the owner does not settle it',
  'partly-suspended': 'some of the listings are suspended',
} as const satisfies Partial<Record<ExposureDoubt, string>>
