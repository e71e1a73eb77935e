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
export { readEuXml } from './eu'
export { SOURCE_FORMATS, type SourceFormat, type SourceFormatInfo } from './formats'
export {
  type FtmEntity,
  type FtmOptions,
  type FtmWriteOptions,
  ftmLines,
  readFtm,
  readFtmStatements,
  readFtmTargets,
  toFtm,
} from './ftm'
export {
  CAMEO_RULES,
  type CameoMeaning,
  type CameoRule,
  cameoRule,
  type GdeltCounts,
  type GdeltOptions,
  readGdeltEvents,
} from './gdelt'
export type { Progress, SourceOptions } from './input/context'
export type { SourceFile, SourceInput } from './input/files'
export type { RawRecord, SourceRecords } from './input/records'
export { readOfacCsv, readOfacLegacyXml } from './ofac'
export { readOfacAdvancedXml } from './ofac/advanced'
export { readOfacEnhancedXml } from './ofac/enhanced'
export { type ReadFormatOptions, readFormat } from './read-format'
export { readSecoXml } from './seco'
export { sniffFormat } from './sniff'
export { readUkCsv, readUkXml } from './uk'
export { readUnXml } from './un'
