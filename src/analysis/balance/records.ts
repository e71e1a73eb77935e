import type { Basis } from '../basis'
import type { TriadCounts } from './graph/triads'
import type { Reason } from './ties'

/** A tie between two actors, with what it rests on. */
export interface TieRecord {
  /** By id, sorted. */
  readonly between: readonly [string, string]
  readonly sign: '+' | '-'
  /** Something positive and something negative is between them: it counts as negative. */
  readonly mixed: boolean
  readonly basis: Basis
}

/** Bounds of the frustration index. */
export interface FrustrationRecord {
  /** Not fewer ties than this would have to change for the graph to be balanced. */
  readonly low: number
  /** So many would do: those that the blocs frustrate. */
  readonly high: number
  /** Whether both are the same: then it is the index. */
  readonly exact: boolean
  /**
   * The same by half the number of ties, which it never exceeds: from 0, balanced, to 1. One less it is the normalised
   * index of Aref and Wilson (2018, *Journal of Complex Networks* 6, 163–189). Undefined where there are no ties.
   */
  readonly normalised: readonly [low: number, high: number] | undefined
}

/** Actors who are connected by ties, in the two blocs of least frustration that were found. */
export interface ComponentRecord extends FrustrationRecord {
  /**
   * Ids, sorted. The first bloc is the larger one or, over years, the one that continues the first of the year before. A
   * bloc may be empty. The blocs of one component say nothing of those of another.
   */
  readonly blocs: readonly [readonly string[], readonly string[]]
  /** Whether no other division into two frustrates as few ties; undefined where that is not known. */
  readonly unique: boolean | undefined
}

/** How an actor stands in a graph. */
export interface ActorBalance {
  readonly actor: string
  readonly positive: number
  readonly negative: number
  readonly triads: TriadCounts
  readonly strong: number | undefined
  readonly weak: number | undefined
  /** The place of its component. */
  readonly component: number
  /** Which of its two blocs it is in. */
  readonly bloc: 'A' | 'B'
}

/** The balance of one graph: of a year, or of the view. */
export interface GraphBalance {
  /** Undefined where no years were asked for. */
  readonly year: number | undefined
  /** Actors with at least one tie, by id, sorted. */
  readonly actors: readonly ActorBalance[]
  readonly positive: number
  /** Among them those that are positive, too. */
  readonly negative: number
  readonly mixed: number
  /** Triads by how many of their sides are negative. */
  readonly triads: TriadCounts
  /** The share of triads with none or two negative sides; undefined where there are none. */
  readonly strong: number | undefined
  /** The share of triads with any but one negative side; undefined where there are none. */
  readonly weak: number | undefined
  readonly frustration: FrustrationRecord
  /** The largest first. */
  readonly components: readonly ComponentRecord[]
  /** Signed modularity of the blocs, those of each component apart; undefined where there are no ties. */
  readonly modularity: number | undefined
  /** The ties that the blocs frustrate: positive ones between them, negative ones within. */
  readonly frustrated: readonly TieRecord[]
  /** Louvain communities of the positive ties alone: negative ones are not looked at. The largest first. */
  readonly positiveCommunities: readonly (readonly string[])[]
}

/** What became of a tie from one year to the next. */
export interface TieChange {
  /** The later year. */
  readonly year: number
  /**
   * A positive tie is there no more (`ended`), or is negative now (`turned-negative`), or a negative one positive
   * (`turned-positive`). `gone` is a positive tie that ended because one of the two is there no more.
   */
  readonly change: 'ended' | 'gone' | 'turned-negative' | 'turned-positive'
  readonly between: readonly [string, string]
  readonly before: Basis
  /** What the tie rests on now, where there is one. */
  readonly after: Basis | undefined
}

/** Who stands with others than in the year before. */
export interface BlocChange {
  /** The later year. */
  readonly year: number
  readonly actor: string
  /** Whether the blocs of both years are the only best ones: else others would be as good, in which it may not move. */
  readonly certain: boolean
}

/** Somebody whose ties count for a state. */
export interface RolledUp {
  readonly actor: string
  readonly state: string
  /** What it rests on that it counts for it. */
  readonly basis: Basis
}

/** What makes no tie, though its relation has a sign. */
export interface LeftOut {
  readonly why: Reason
  /** The statements, by id, sorted. */
  readonly statements: readonly string[]
}
