/**
 * Records ⇄ lines of JSON: reading and writing JSON Lines, in constant memory; and the JSON Schema of records.
 *
 * @packageDocumentation
 */

export type { Chunk } from '../model/chunks'
export type { JsonlOptions } from './parse'
export { type AsyncJsonlRecords, type JsonlRecords, readJsonl } from './read'
export type { JsonSchema, JsonType } from './schema/keywords'
export { type JsonSchemaOptions, toJsonSchema } from './schema/record'
export { type JsonlWriteOptions, jsonlLine, jsonlLines, toJsonl } from './write'
