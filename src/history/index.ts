/**
 * Editions of lists: what changed between two, and the whole spell of each listing.
 *
 * @packageDocumentation
 */
export type { FieldChange } from './changes'
export { diff, type PartyChange, type SnapshotDiff, type StatementChange } from './diff'
export { type HistoryRecords, history } from './history'
export { type Edition, readSnapshot, Snapshot, type SnapshotInput, type SnapshotOptions } from './snapshot'
