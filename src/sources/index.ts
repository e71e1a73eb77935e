/**
 * Sources: what others publish, as records. Each reads bytes, and yields entities and statements one after another.
 *
 * @packageDocumentation
 */

export {
  type CellCondition,
  type Computed,
  type Condition,
  type CsvMapping,
  type CsvOptions,
  csv,
  type DateExpression,
  type DateParts,
  type Each,
  type EntityRule,
  type Expression,
  type FieldValue,
  type Interval,
  type Mapped,
  type MappingDialect,
  type MappingSource,
  readCsv,
  type StatementRule,
} from './csv'
export { euXml, readEuXml } from './eu'
export { SOURCE_FORMATS, type SourceFormat, type SourceFormatInfo } from './formats'
export {
  CAMEO_RULES,
  type CameoMeaning,
  type CameoRule,
  cameoRule,
  type GdeltCounts,
  type GdeltOptions,
  gdeltEvents,
  readGdeltEvents,
} from './gdelt'
export type { Progress, SourceOptions } from './input/context'
export type { SourceFile, SourceInput } from './input/files'
export type { RawRecord, SourceRecords } from './input/records'
export { ofacCsv, ofacLegacyXml, readOfacCsv, readOfacLegacyXml } from './ofac'
export { type ReadFormatOptions, readFormat } from './read-format'
export { readSecoXml, secoXml } from './seco'
export { sniffFormat } from './sniff'
export { readUkCsv, readUkXml, ukCsv, ukXml } from './uk'
export { readUnXml, unXml } from './un'
