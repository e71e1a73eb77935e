import type { Row } from '../../store/store'

/** Why there is no value for a pair. */
export type NoPair =
  | 'not-stated'
  | 'type-not-stated'
  | 'sources-differ'
  | 'absent'
  | 'not-a-member'
  | 'left-out'
  | 'no-weight'

/** What an actor has with one third. */
export interface Tie {
  /** Its code; where it is none there is a reason. */
  readonly value: number | NoPair
  /** The statements that count, in the order of their ids. */
  readonly rests: readonly Row[]
  /** Statements that would count, were they of a standing that does. */
  readonly leftOut: readonly Row[]
}

/** What an actor has with others, by them. */
export interface Portfolio {
  readonly ties: ReadonlyMap<Row, Tie>
  /** Statements that cannot be placed in time: they are in no year. */
  readonly undated: readonly Row[]
  /** Statements that count although their dates are vague. */
  readonly vague: readonly Row[]
}
