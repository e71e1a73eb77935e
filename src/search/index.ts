/**
 * Entities by their names, in any script.
 *
 * @packageDocumentation
 */
export { type Candidate, type CandidateOptions, candidates } from './candidates'
export { type Found, type FoundEntities, NameIndex, type SearchOptions, search } from './search'
