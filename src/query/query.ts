import type { RelationName, TypeName, Vocabulary } from '../ontology/typing'
import type { Answer, Limits } from './answer'
import type { Group, Match } from './match/matches'
import type { MatchQuery } from './match/pattern'
import type { ViewOptions } from './options'
import type { Path } from './paths/path'
import type { Reached } from './paths/reach'

// A query is a plain value: what stands here can be written as JSON, sent, kept, and read again. What cannot, as a
// signal, stands beside it in the options of the methods.

/** Which entities: one by its id, all of a type (or of several), or any of a list of these. */
export type Entities<K extends string = string> =
  | string
  | { readonly type: K | readonly K[] }
  | readonly (string | { readonly type: K | readonly K[] })[]

/** A relation along its direction, or with `^` before it against it; symmetric ones go both ways either way. */
export type Via<R extends string = string> = R | `^${R}`

/** The values that a step's defining qualifiers must have: ids, or values of closed lists. */
export interface QualifierFilter {
  readonly [qualifier: string]: string | readonly string[]
}

/** Over what a path may go. */
export interface StepOptions<D extends Vocabulary = Vocabulary> {
  /** Only these relations; `^name` walks one against its direction. */
  readonly via?: Via<RelationName<D>> | readonly Via<RelationName<D>>[]
  /** These relations in this order, one a step; a list where one of several will do. It sets the length. */
  readonly sequence?: readonly (Via<RelationName<D>> | readonly Via<RelationName<D>>[])[]
  /** Along statements (`out`), against them (`in`), or both (`any`). Symmetric relations go both ways. */
  readonly direction?: 'any' | 'out' | 'in'
  /** Only statements with this item. */
  readonly item?: string | readonly string[]
  /** Only statements with these defining qualifiers: each one of the values given for it. */
  readonly qualifiers?: QualifierFilter
  /**
   * With `item` and `qualifiers`: also what falls under these, by asserted and undisputed `broader` statements of the
   * view.
   */
  readonly broader?: boolean
  /**
   * Also steps that follow from statements, by the rules of the ontology: along transitive relations, from an
   * organisation to its members, between the parties of a treaty. Each lists the statements that it rests on.
   */
  readonly infer?: boolean
  /** Entities that no path runs through (its ends may be among them). */
  readonly avoid?: Entities<TypeName<D>>
  /**
   * Only steps that can have come one after another: each `possibly` not before any earlier one, or `certainly`,
   * whatever the days on which they came about.
   */
  readonly timeRespecting?: 'possibly' | 'certainly'
  /** At most this many steps, 1 to 32. */
  readonly maxSteps?: number
}

/**
 * What makes a path better than a shorter one. `confidence`: the product of its steps' confidences, where a recorder
 * states none counts as 1. `claimants`: the sum over its steps of 1 / (1 + the number of independent claimants).
 */
export type Weight = 'confidence' | 'claimants'

/** What a search for paths asks for. Options of a view narrow what it runs over, as `view(…)` does. */
export interface PathSpec<D extends Vocabulary = Vocabulary> extends ViewOptions<D>, StepOptions<D>, Limits {
  /** Entities that a path must run through between its ends: each of a list; of a type, at least one. */
  readonly through?: Entities<TypeName<D>>
  /** Best first instead of shortest first. */
  readonly weight?: Weight
}

/** What a search for what can be reached asks for. */
export interface ReachSpec<D extends Vocabulary = Vocabulary>
  extends ViewOptions<D>,
    StepOptions<D>,
    Limits {}

/** What stops a search from outside. It is checked at each answer and, in between, at short intervals. */
export interface Stoppable {
  readonly signal?: AbortSignal
}

/** How to search for paths: {@link PathSpec}, and a signal that stops it. */
export type PathOptions<D extends Vocabulary = Vocabulary> = PathSpec<D> & Stoppable
/** How to search for what can be reached: {@link ReachSpec}, and a signal that stops it. */
export type ReachOptions<D extends Vocabulary = Vocabulary> = ReachSpec<D> & Stoppable

/** Paths from here to there: all (`paths`), one of the shortest, or all of the shortest. */
export interface PathQuery<D extends Vocabulary = Vocabulary> extends PathSpec<D> {
  readonly find: 'paths' | 'shortestPath' | 'shortestPaths'
  readonly from: Entities<TypeName<D>>
  readonly to: Entities<TypeName<D>>
}

/** What can be reached from here, and in how many steps. */
export interface ReachQuery<D extends Vocabulary = Vocabulary> extends ReachSpec<D> {
  readonly find: 'reachable'
  readonly from: Entities<TypeName<D>>
}

/** Any query, told apart by what it is to `find`. */
export type Query<D extends Vocabulary = Vocabulary> = PathQuery<D> | ReachQuery<D> | MatchQuery<D>

/** What a query of some kind is answered with. */
export type AnswerTo<Q> = Q extends { readonly find: 'match'; readonly groupBy: readonly unknown[] }
  ? Answer<Group>
  : Q extends { readonly find: 'match' }
    ? Answer<Match>
    : Q extends { readonly find: 'reachable' }
      ? Answer<Reached>
      : Answer<Path>

/**
 * Something that answers queries: a view in memory is one, a remote engine may be another.
 *
 * @example
 * ```ts
 * const query = { find: 'paths', from: 'state:IR', to: 'state:KP', via: 'supplies' } as const
 * const again = JSON.parse(JSON.stringify(query))
 * for (const path of kg.execute(again)) console.log(String(path))
 * ```
 */
export interface Executor<D extends Vocabulary = Vocabulary> {
  /**
   * Answers a query.
   *
   * @param query a plain value; one from outside is checked as any
   * @throws {@link StatecraftError} for what the query cannot ask
   */
  execute<const Q extends Query<D>>(query: Q, options?: Stoppable): AnswerTo<Q>
}
