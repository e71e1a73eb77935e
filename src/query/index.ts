export { Answer, type Cut, type Limits } from './answer'
export type { Rule } from './edge'
export type { AnyRow, RestJson } from './match/answered'
export type { Group, GroupJson, Match, MatchJson } from './match/matches'
export {
  type Asking,
  type Grouping,
  type MatchOptions,
  type MatchQuery,
  type MatchSpec,
  type OrderKey,
  Pattern,
  pattern,
  type Selection,
  type StatementPattern,
  type TimeJoin,
  type Variable,
} from './match/pattern'
export { Path, type PathJson, type Step, type StepJson } from './paths/path'
export type { Reached } from './paths/reach'
export type {
  AnswerTo,
  Entities,
  Executor,
  PathOptions,
  PathQuery,
  PathSpec,
  QualifierFilter,
  Query,
  ReachOptions,
  ReachQuery,
  ReachSpec,
  StepOptions,
  Stoppable,
  Via,
  Weight,
} from './query'
export type { DaySpan, Statement, Status } from './read'
export type { ShowOptions } from './show/options'
export type { ElementMaker, MediaBundle, Showing } from './show/shown'
