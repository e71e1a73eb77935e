import { didYouMean } from '../model/suggest'
import { EXTENSIONS, FORMATS, type Format, formatOf } from '../node'
import { UsageError } from './exit'

/** For help: `jsonl (.jsonl, .ndjson), turtle (.ttl)…` */
export function describeFormats(): string {
  return FORMATS.map((format) => `${format} (${EXTENSIONS[format].map((ext) => `.${ext}`).join(', ')})`).join(
    ', ',
  )
}

/** The format in which a file is read: as said, else by its extension, else JSON Lines. */
export function inputFormat(path: string, said: string | undefined): Format {
  return (said === undefined ? formatOf(path) : byName(said)) ?? 'jsonl'
}

/** The format in which a file is written: as said, else by its extension. */
export function outputFormat(path: string | undefined, said: string | undefined): Format {
  const format = said === undefined ? formatOf(path ?? '-') : byName(said)
  if (format !== undefined) return format
  const what =
    path === undefined || path === '-' ? 'the output has no extension' : `'${path}' tells no format`
  throw new UsageError(`${what}`, `say --to ${FORMATS.join(', ')}`)
}

/** A format by its name, or by the extension of its files. */
function byName(name: string): Format {
  const known = formatOf(`x.${name}`) ?? FORMATS.find((format) => format === name)
  if (known) return known
  const hint = didYouMean(name, FORMATS) ?? `one of ${FORMATS.join(', ')}`
  throw new UsageError(`there is no format '${name}'`, hint)
}
