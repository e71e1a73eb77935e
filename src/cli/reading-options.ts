import { parseWhen } from '../model/edtf'
import { Problem } from '../model/problem'
import type { ReadRecordsOptions } from '../node'
import { contextsOf } from './contexts'
import { UsageError } from './exit'
import type { ReadFlags } from './flags'
import { saidFormat } from './formats'
import type { Io } from './io'
import { readJson } from './json-input'

/** How inputs are read. */
export type ReadingOptions = Pick<
  ReadRecordsOptions,
  'format' | 'contexts' | 'encoding' | 'published' | 'mapping'
>

/**
 * How the command line says that inputs are read.
 *
 * @throws UsageError for a format that there is not, a context or mapping that is no JSON
 */
export async function readingOptions(flags: ReadFlags, io: Io): Promise<ReadingOptions> {
  const format = saidFormat(flags.from) ?? (flags.mapping === undefined ? undefined : 'csv')
  if (format === 'csv' && flags.mapping === undefined) {
    throw new UsageError('a table does not say what its rows mean', 'say it by --mapping map.json')
  }
  if (flags.published !== undefined) {
    const when = parseWhen(flags.published)
    if (when instanceof Problem) throw new UsageError(`--published: ${when.message}`, when.hint)
  }
  return {
    ...(format ? { format } : {}),
    contexts: await contextsOf(flags),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.published === undefined ? {} : { published: flags.published }),
    ...(flags.mapping === undefined ? {} : { mapping: await readJson(flags.mapping, io) }),
  }
}
