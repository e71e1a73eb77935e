export { Answer, type Cut, type Limits } from './answer'
export type { Rule } from './edge'
export { Path, type PathJson, type Step, type StepJson } from './path'
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
export type { Reached } from './reach'
export type { DaySpan, Statement, Status } from './read'
