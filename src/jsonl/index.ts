/**
 * Records ⇄ lines of JSON: reading and writing JSON Lines, in constant memory.
 *
 * @packageDocumentation
 */

export type { Chunk } from '../model/chunks'
export type { JsonlOptions } from './parse'
export { type AsyncJsonlRecords, type JsonlRecords, readJsonl } from './read'
export { type JsonlWriteOptions, jsonlLine, jsonlLines, toJsonl } from './write'
