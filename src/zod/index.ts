/**
 * zod schemas of records and queries, made from an ontology: for forms, tools and APIs. Needs the peer dependency `zod`.
 *
 * @packageDocumentation
 */
export { querySchema } from './queries'
export { entitySchema, type RecordJson, recordSchema, statementSchema } from './schemas'
