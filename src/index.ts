/**
 * Statecraft: a typed knowledge graph of states, and who says so.
 *
 * @packageDocumentation
 */

export {
  createGraph,
  type Graph,
  type GraphOptions,
  type SourceDefaults,
  type SourceFace,
} from './graph/graph'
export type { DirectedGraph, EdgeAttributes, NodeAttributes } from './graph/graphology'
export type { LoadOptions, LoadReport } from './graph/load'
export type {
  AnyStatementFilter,
  Dispute,
  Disputes,
  ExportedRecord,
  ExportedStatement,
  StatementFilter,
  View,
} from './graph/view'
export {
  LEVELS,
  type Level,
  LIKELIHOODS,
  type Likelihood,
  METHODS,
  type Method,
  RELIABILITIES,
  type Reliability,
  STANCES,
  type Stance,
} from './model/claim'
export { type Day, formatDay, type Span } from './model/days'
export { parseWhen, type When } from './model/edtf'
export { ID_BASE, type Id, mintId, type Prefixes, PrefixMap, RESERVED_PREFIXES } from './model/id'
export { formatIssue, ISSUE_CODES, type Issue, type IssueCode, StatecraftError } from './model/issue'
export type { IssueReport } from './model/issues'
export { Problem } from './model/problem'
export {
  type Address,
  type ClaimRecord,
  type EntityRecord,
  type Identifier,
  isStatement,
  type Name,
  type StatecraftRecord,
  type StatementRecord,
} from './model/record'
export type { RecordStream } from './model/record-stream'
export { SCHEMES } from './model/schemes'
export { pickText, type Text, type TextInput } from './model/text'
export { type Core, core } from './ontology/core'
export type {
  Counterpart,
  Extended,
  Kind,
  ListDefinition,
  OntologyDefinition,
  OntologyExtension,
  PropertyDefinition,
  PropertyUse,
  RelationDefinition,
  TypeDefinition,
} from './ontology/definition'
export { extendOntology } from './ontology/extend'
export { defineOntology, Ontology, type Property, type Relation } from './ontology/ontology'
export { type ReaderOptions, RecordReader } from './ontology/reader'
export type {
  Claim,
  ClaimInput,
  Entity,
  EntityInput,
  PlainId,
  Ref,
  RelationName,
  SourcedInput,
  StatementId,
  StatementInput,
  TypeName,
} from './ontology/typing'
export * from './query'
export { VIEW_OPTIONS, type ViewOptions } from './query/options'
