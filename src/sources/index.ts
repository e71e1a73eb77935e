/**
 * Sources: what others publish, as records. Each reads bytes, and yields entities and statements one after another.
 *
 * @packageDocumentation
 */
export type { Progress, SourceOptions } from './input/context'
export type { SourceFile, SourceInput } from './input/files'
export type { RawRecord, SourceRecords } from './input/records'
