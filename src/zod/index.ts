/**
 * zod schemas of records, queries and mappings of tables, made from an ontology: for forms, tools and APIs. Needs the peer dependency `zod`.
 *
 * @packageDocumentation
 */
export { csvMapping, csvMappingFor } from '../sources/csv/schema'
export { querySchema } from './queries'
export { entitySchema, type RecordJson, recordSchema, statementSchema } from './schemas'
