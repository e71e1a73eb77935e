/**
 * zod schemas of records, made from an ontology: for forms, tools and APIs. Needs the peer dependency `zod`.
 *
 * @packageDocumentation
 */
export { entitySchema, type RecordJson, recordSchema, statementSchema } from './schemas'
