import { didYouMean } from '../model/suggest'
import { EXTENSIONS, FORMATS, type Format, formatOf, type InputFormat } from '../node'
import type { RdfFormat } from '../rdf'
import { SOURCE_FORMATS, type SourceFormat } from '../sources/formats'
import { UsageError } from './exit'

/** For help: `jsonl (.jsonl, .ndjson), turtle (.ttl)…` */
export function describeFormats(): string {
  return FORMATS.map((format) => `${format} (${EXTENSIONS[format].map((ext) => `.${ext}`).join(', ')})`).join(
    ', ',
  )
}

const SOURCE_NAMES = Object.keys(SOURCE_FORMATS) as readonly SourceFormat[] // its own keys

/** For help: what others publish, a line each. */
export function describeSources(): string {
  const longest = Math.max(...SOURCE_NAMES.map((name) => name.length))
  return SOURCE_NAMES.map((name) => `  ${name.padEnd(longest)}  ${SOURCE_FORMATS[name].title}`).join('\n')
}

/**
 * The format that the command line says an input is of; undefined where it does not say: then the input itself tells.
 *
 * @throws UsageError where there is no such format
 */
export function saidFormat(said: string | undefined): InputFormat | undefined {
  if (said === undefined) return undefined
  return SOURCE_NAMES.find((name) => name === said) ?? byName(said, [...FORMATS, ...SOURCE_NAMES])
}

/** The format of RDF that a file is of, as said, or by its extension. */
export function rdfFormatOf(path: string, said: string | undefined): RdfFormat | undefined {
  const format = said === undefined ? formatOf(path) : FORMATS.find((known) => known === saidFormat(said))
  return format === 'jsonl' ? undefined : format
}

/** The format in which a file is written: as said, else by its extension. */
export function outputFormat(path: string | undefined, said: string | undefined): Format {
  const format = said === undefined ? formatOf(path ?? '-') : byName(said, FORMATS)
  if (format !== undefined) return format
  const what =
    path === undefined || path === '-' ? 'the output has no extension' : `'${path}' tells no format`
  throw new UsageError(`${what}`, `say --to ${FORMATS.join(', ')}`)
}

/** A format of our own by its name, or by the extension of its files. */
function byName(name: string, all: readonly string[]): Format {
  const known = formatOf(`x.${name}`) ?? FORMATS.find((format) => format === name)
  if (known) return known
  const hint = didYouMean(name, all) ?? `one of ${all.join(', ')}`
  throw new UsageError(`there is no format '${name}'`, hint)
}
