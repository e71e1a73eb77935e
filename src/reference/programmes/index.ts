export { type ProgrammeMatches, programmeByAlias } from './alias'
export { programmes } from './records'
