import { fail } from '../model/issue'
import { hintOf } from '../model/suggest'
import type { Ontology } from '../ontology/ontology'
import { SOURCE_FORMATS, type SourceFormat } from './formats'
import type { SourceOptions } from './input/context'
import type { SourceInput } from './input/files'
import { readSource, type SourceRecords } from './input/records'

/** How to read a format of which only the name is known. */
export interface ReadFormatOptions extends SourceOptions {
  /** For `csv`: what `readCsv` takes. */
  readonly mapping?: unknown
  /** For `csv`: the vocabulary of the mapping; the core one where not given. */
  readonly ontology?: Ontology | undefined
}

/**
 * Reads what others publish, by the name of its format: loads what reads it.
 *
 * @param format a name of `SOURCE_FORMATS`
 * @param input text, bytes, a stream, a file, or the files of a folder
 * @param options as of every source
 * @returns records to be read once: what `kg.load` takes
 * @throws StatecraftError `bad-value` for a format that there is not
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readFormat } from 'statecraft/sources'
 *
 * const kg = createGraph()
 * const list = '<CONSOLIDATED_LIST dateGenerated="2025-04-19T00:00:00Z"><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>'
 * const report = await kg.load(await readFormat('un-xml', list))
 * console.log(report.errors) // 0
 * ```
 */
export async function readFormat(
  format: SourceFormat,
  input: SourceInput,
  options: ReadFormatOptions = {},
): Promise<SourceRecords> {
  if (!Object.hasOwn(SOURCE_FORMATS, format)) {
    fail('bad-value', `there is no format '${format}'`, hintOf(format, Object.keys(SOURCE_FORMATS)))
  }
  return readSource(await SOURCE_FORMATS[format].reader(), input, options)
}
