export { type ProgrammeMatches, programmeByAlias } from './alias'
export { programme, programmes } from './records'
export {
  type MeasuresOn,
  type Sanctioning,
  type Unsaid,
  type WhoSanctions,
  type WhyUnsaid,
  whoSanctions,
} from './senders'
