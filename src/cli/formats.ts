import { extname } from 'node:path'
import { didYouMean } from '../model/suggest'
import { UsageError } from './exit'

/** Formats by name, with the extensions of their files. */
const FORMATS = {
  jsonl: ['jsonl', 'ndjson'],
  turtle: ['ttl'],
  trig: ['trig'],
  ntriples: ['nt'],
  nquads: ['nq'],
} as const

export type Format = keyof typeof FORMATS

export const WRITTEN = Object.keys(FORMATS) as readonly Format[] // its own keys
export const READ: readonly Format[] = ['jsonl']

/** For help: `jsonl (.jsonl, .ndjson), turtle (.ttl)…` */
export function describeFormats(formats: readonly Format[]): string {
  return formats
    .map((format) => `${format} (${FORMATS[format].map((ext) => `.${ext}`).join(', ')})`)
    .join(', ')
}

/** The format in which a file is read: as said, else by its extension, else JSON Lines. */
export function inputFormat(path: string, said: string | undefined): Format {
  const format = said === undefined ? byExtension(path) : byName(said)
  if (format === undefined || READ.includes(format)) return format ?? 'jsonl'
  const hint = said === undefined ? `--from ${READ[0]} reads it all the same` : `it reads ${READ.join(', ')}`
  throw new UsageError(`${path} would be ${format}, which is not read here`, hint)
}

/** The format in which a file is written: as said, else by its extension. */
export function outputFormat(path: string | undefined, said: string | undefined): Format {
  const format = said === undefined ? byExtension(path ?? '-') : byName(said)
  if (format !== undefined) return format
  const what =
    path === undefined || path === '-' ? 'the output has no extension' : `'${path}' tells no format`
  throw new UsageError(`${what}`, `say --to ${WRITTEN.join(', ')}`)
}

/** A format by its name, or by the extension of its files. */
function byName(name: string): Format {
  const known = byExtension(`x.${name}`) ?? WRITTEN.find((format) => format === name)
  if (known) return known
  const hint = didYouMean(name, WRITTEN) ?? `one of ${WRITTEN.join(', ')}`
  throw new UsageError(`there is no format '${name}'`, hint)
}

function byExtension(path: string): Format | undefined {
  const extension = extname(path).slice(1).toLowerCase()
  return WRITTEN.find((format) => FORMATS[format].some((known) => known === extension))
}
