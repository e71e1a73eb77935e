export { type ProgrammeMatches, programmeByAlias } from './alias'
