import type { SourceOptions } from '../input/context'
import type { SourceInput } from '../input/files'
import { readSource, type SourceReader, type SourceRecords } from '../input/records'
import { eachFile } from '../lists/one-file'
import { readCsvList } from './csv'
import { readXml } from './xml'

/**
 * Reads the UK Sanctions List in XML (`UK-Sanctions-List.xml`), and the list of OFSI that was closed on 28 January 2026
 * (`ConList.xml`), as the outermost element says: persons, organisations and ships by their Unique ID, as `uk:AFG0055`,
 * and their designations by the United Kingdom.
 *
 * @param input the file, its text or bytes, or a stream of them, which is held: rows of OFSI's list that are of one party
 *   may stand anywhere
 * @param options as of every source; OFSI's list does not say when it was published
 * @returns records to be read once, and what was wrong
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readUkXml } from 'statecraft/sources'
 *
 * const list = `<Designations><DateGenerated>20/08/2026</DateGenerated><Designation>
 *   <UniqueID>AFG9999</UniqueID><DateDesignated>23/02/2001</DateDesignated>
 *   <Names><Name><Name1>John</Name1><Name6>Doe</Name6><NameType>Primary Name</NameType></Name></Names>
 *   <IndividualEntityShip>Individual</IndividualEntityShip><SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
 * </Designation></Designations>`
 * const kg = createGraph()
 * await kg.load(readUkXml(list))
 * kg.entity('uk:AFG9999')?.label // { und: 'John Doe' }
 * ```
 */
export function readUkXml(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(ukXml, input, options)
}

/**
 * Reads the UK Sanctions List as CSV (`UK-Sanctions-List.csv`): the same designations as {@link readUkXml}, a row for each
 * name and address.
 *
 * @param input the file, its text or bytes, or a stream of them, which is held
 * @param options as of every source
 * @returns records to be read once, and what was wrong: also columns that are missing or new
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readUkCsv } from 'statecraft/sources'
 *
 * const kg = createGraph()
 * const records = readUkCsv('Report Date: 24-Jun-2026\nLast Updated,Unique ID,Name 6,Name 1,Name type\n')
 * await kg.load(records)
 * records.issues[0]?.message // "there is no column 'OFSI Group ID'"
 * ```
 */
export function readUkCsv(input: SourceInput, options: SourceOptions = {}): SourceRecords {
  return readSource(ukCsv, input, options)
}

/** What reads `uk-xml`. */
export const ukXml: SourceReader = {
  readings: 2,
  read: (files, context, options) => eachFile(files, context, (file) => readXml(file, context, options)),
}

/** What reads `uk-csv`. */
export const ukCsv: SourceReader = {
  readings: 2,
  read: (files, context, options) => eachFile(files, context, (file) => readCsvList(file, context, options)),
}
