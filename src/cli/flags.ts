import { type Command, InvalidArgumentError, Option } from 'commander'
import { LEVELS, METHODS, RELIABILITIES } from '../model/claim'
import type { ViewOptions } from '../query/options'

/** What the command line says of a view: as `ViewOptions`, with what has not been checked yet. */
export interface ViewFlags {
  readonly status?: string[]
  readonly disputed?: string
  readonly asOf?: string
  readonly certain?: true
  readonly asKnownOn?: string
  readonly viewpoint?: string
  readonly silent?: string
  readonly relations?: string[]
  readonly types?: string[]
  readonly sources?: string[]
  readonly minConfidence?: number
  readonly minReliability?: string
  readonly method?: string[]
}

/** What every command that reads data takes. */
export interface ReadFlags {
  readonly ontology?: string
  readonly strict?: true
}

const FLAGS: readonly [flags: string, description: string, parse?: (value: string) => unknown][] = [
  ['--status <levels>', `only statements of these levels: ${LEVELS.join(', ')}`, names],
  ['--disputed <choice>', 'statements that some deny: include, exclude, or only them'],
  ['--as-of <date>', 'only what holds on this day (YYYY-MM-DD), possibly'],
  ['--certain', 'with --as-of and --as-known-on: certainly, not only possibly'],
  ['--as-known-on <date>', 'only claims that were published by this day'],
  ['--viewpoint <actor>', "as this actor's side sees it, by id"],
  [
    '--silent <choice>',
    'with --viewpoint: where its side is silent, include what is undisputed, or exclude it',
  ],
  ['--relations <names>', 'only these relations', names],
  ['--types <names>', 'only statements both of whose ends are of one of these types', names],
  ['--sources <ids>', 'only claims that stand in these sources', names],
  ['--min-confidence <number>', 'only claims whose recorder trusts them this much, 0 to 1', number],
  [
    '--min-reliability <letter>',
    `only claims in sources at least this reliable: ${RELIABILITIES.join(', ')}`,
  ],
  ['--method <names>', `only claims found in this way: ${METHODS.join(', ')}`, names],
]

/** Adds the options of a view; lists are separated by commas. */
export function addViewFlags(command: Command): Command {
  for (const [flags, description, parse] of FLAGS) {
    const option = new Option(flags, description).helpGroup('View options (what part of the graph):')
    command.addOption(parse ? option.argParser(parse) : option)
  }
  return command
}

/** Adds the options of a reader. */
export function addReadFlags(command: Command): Command {
  return command
    .option('--ontology <file>', 'a module that exports an ontology, as `ontology` or default')
    .option('--strict', 'stop at the first error in the data')
}

/** The options of the view that the flags ask for; undefined where they ask for none. */
export function viewOptionsOf(flags: ViewFlags): ViewOptions | undefined {
  const { status, disputed, asOf, certain, asKnownOn, viewpoint, silent, relations, types } = flags
  const { sources, minConfidence, minReliability, method } = flags
  const asked = Object.entries({
    status,
    disputed,
    asOf,
    certain,
    asKnownOn,
    viewpoint,
    silent,
    relations,
    types,
    sources,
    minConfidence,
    minReliability,
    method,
  }).filter(([, value]) => value !== undefined)
  return asked.length === 0 ? undefined : (Object.fromEntries(asked) as ViewOptions) // the boundary: `view` checks them
}

/** Names that are separated by commas. */
export function names(value: string): string[] {
  const listed = value.split(',').map((name) => name.trim())
  if (listed.some((name) => name === '')) throw new InvalidArgumentError('Names are separated by commas.')
  return listed
}

function number(value: string): number {
  const read = Number(value)
  if (value.trim() === '' || Number.isNaN(read)) throw new InvalidArgumentError('It is a number.')
  return read
}
