/**
 * Sources: what others publish, as records. Each reads bytes, and yields entities and statements one after another.
 *
 * @packageDocumentation
 */

export { SOURCE_FORMATS, type SourceFormat, type SourceFormatInfo } from './formats'
export type { Progress, SourceOptions } from './input/context'
export type { SourceFile, SourceInput } from './input/files'
export type { RawRecord, SourceRecords } from './input/records'
export { type ReadFormatOptions, readFormat } from './read-format'
export { sniffFormat } from './sniff'
export { readUnXml, unXml } from './un'
