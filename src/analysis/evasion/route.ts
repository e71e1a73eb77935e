import type { Level } from '../../model/claim'
import type { DaySpan } from '../../query/read'
import type { Basis } from '../basis'
import type { Delivery, Leg } from './leg'

/** An embargo under which a direct supply would have fallen when the last leg was. */
export interface RouteEmbargo extends Basis {
  /** Id of the `sanctions` statement; {@link Basis.statements} also lists those by which the item falls under it. */
  readonly statement: string
  /** Id of the sender. */
  readonly sender: string
  /** Id of what the measures are on: the party that the item reaches, or where it comes from. */
  readonly target: string
  readonly goods: 'to' | 'from'
  /** The measures that bear on the item, sorted. */
  readonly measures: readonly string[]
  /** Id of the item that the measures are on, where they are on one. */
  readonly item?: string
  /** Id of the programme. */
  readonly programme?: string
  /** Whether it was in force on the days of the last leg. */
  readonly force: 'in-force' | 'possibly' | 'suspended' | 'licensed'
  /**
   * Whether it is one of the other side of the supply: its own, or its organisation's. That is where the item comes from,
   * of measures on goods that go to the party; the party, of measures on goods that come from there. Of `another`,
   * nothing here says whether it binds either.
   */
  readonly binds: 'own' | 'as-member' | 'another'
  /** Ids of the statements of suspensions and licences that bear on it then, certainly or possibly, sorted. */
  readonly eased: readonly string[]
  /** Whether exports of the item by the last intermediary to the party rose after it began. */
  readonly flows: 'rises' | 'does-not-rise' | 'unknown'
  /** The figures that tell it. */
  readonly figures: readonly Basis[]
}

/** An embargo of which an intermediary is a sender itself. */
export interface OwnEmbargo extends Basis {
  /** Id of the `sanctions` statement. */
  readonly embargo: string
  readonly role: 'sender' | 'member-of-sender'
}

/** Who stands between the two ends of a route. */
export interface Intermediary {
  /** Id of the actor. */
  readonly entity: string
  /**
   * Whether it trades the item with both sides of it: `elsewhere`, where statements beside the legs assert so; else
   * `these-legs`, which are all that says so.
   */
  readonly bothSides: 'elsewhere' | 'these-legs'
  /** Statements beside the legs of its trade in the item with the one before it. */
  readonly before?: Basis
  /** And with the one after it. */
  readonly after?: Basis
  /** Embargoes on the route, in force or possibly, that are its own or its organisation's. */
  readonly sender: readonly OwnEmbargo[]
}

/** Somebody's accusation over a leg. What it is of, evasion or the supply itself, is for its claims to say. */
export interface Charge extends Basis {
  /** Id of who accuses. */
  readonly accuser: string
  /** Id of who is accused. */
  readonly accused: string
  /** Id of the statement that is charged: a leg. */
  readonly leg: string
}

/**
 * By what routes are put in order, one after the other: what is best established first, then what is simplest, then
 * what circumstances speak for.
 */
export interface Score {
  /** The standing of the weakest leg. */
  readonly level: Level
  readonly disputed: boolean
  /** The worst of the legs: `not-delivered` is worst, then `claims-differ`, then `not-stated`. */
  readonly delivery: Delivery
  /** `in-force`, where an embargo was for certain when the last leg was. */
  readonly force: 'in-force' | 'possibly'
  /** How many legs. */
  readonly steps: number
  /** Whether all legs are said to be of one way, only some, or none. */
  readonly told: 'as-one' | 'in-part' | 'not'
  /** Whether the legs came one after another on whatever of their days they were. */
  readonly order: 'certain' | 'possible'
  /** How many intermediaries trade the item with both sides by other statements too. */
  readonly bothSides: number
  /** Whether flows to the party rose after an embargo in force began. */
  readonly flows: 'rises' | 'does-not-rise' | 'unknown'
}

/**
 * A way on which an item can reach a party although its direct supply falls under an embargo. It is a risk, and no
 * evasion: {@link EvasionRoute.charges} lists who accuses somebody over a leg. Its own standing is that of its legs.
 */
export interface EvasionRoute extends Basis {
  /** Ids of the entities on the way, both ends included. */
  readonly entities: readonly string[]
  readonly legs: readonly Leg[]
  /** The name of the way that legs say they are of. */
  readonly route?: string
  readonly intermediaries: readonly Intermediary[]
  /** Embargoes that bear on the direct supply then: at least one in force or possibly, and what is set aside. */
  readonly embargoes: readonly RouteEmbargo[]
  /** The days on which the last leg may have been; an end that is not there is not known. */
  readonly lastLeg: DaySpan
  readonly score: Score
  /** How many chains of other statements run through the same entities, and come after it in order. */
  readonly others: number
  /** Accusations over a leg, by `accuses` statements of just that leg. Empty where there is none. */
  readonly charges: readonly Charge[]
}

/** A direct supply of the item, beside the routes. */
export interface DirectSupply {
  readonly leg: Leg
  /** Embargoes that bear on it, in force or possibly, and what is set aside; none where it falls under none. */
  readonly embargoes: readonly RouteEmbargo[]
}
