import { type Command, InvalidArgumentError, Option } from 'commander'
import { LEVELS, METHODS, RELIABILITIES } from '../model/claim'
import type { ViewOptions } from '../query/options'
import { describeFormats } from './formats'
import type { OutputFlags } from './output'

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
  readonly from?: string
  /** `iri=file`, as often as it is given. */
  readonly context?: readonly string[]
  readonly mapping?: string
  readonly encoding?: string
  readonly published?: string
  readonly ontology?: string
  readonly strict?: true
}

/** What every command that asks for steps takes: as `StepOptions`, with what has not been checked yet. */
export interface StepFlags {
  readonly via?: string[]
  readonly direction?: string
  readonly item?: string[]
  readonly broader?: true
  readonly infer?: true
}

/** What `path` takes beside. */
export interface PathFlags extends StepFlags {
  readonly sequence?: string[][]
  readonly through?: string[]
  readonly avoid?: string[]
  readonly timeRespecting?: string
  readonly weight?: string
  readonly maxSteps?: number
}

/** How many answers are searched for and how they are printed, and what else is read. */
export interface AnswerFlags extends OutputFlags {
  readonly limit?: number
  readonly budget?: number
  readonly json?: true
  readonly markdown?: true
  readonly svg?: true
  readonly html?: true
  readonly page?: true
  readonly lang?: string[]
  /** Further files of the same graph. */
  readonly also?: string[]
}

type Flag = readonly [flags: string, description: string, parse?: (value: string) => unknown]

const FLAGS: readonly Flag[] = [
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

const STEP_FLAGS: readonly Flag[] = [
  ['--via <names>', 'only these relations, along their direction; ^name goes against it', names],
  ['--direction <way>', 'where no relations are given: along statements (out), against them (in), or any'],
  ['--item <ids>', 'only statements with one of these items', names],
  ['--broader', 'with --item: also what falls under it, by `broader` statements'],
  ['--infer', 'also what follows by the rules of the ontology; tells from what'],
]
const PATH_FLAGS: readonly Flag[] = [
  ['--sequence <names>', 'these relations in this order, one a step; a/b where either will do', sequence],
  ['--through <ids>', 'only paths that run through each of these (ids), or through one of a type', names],
  ['--avoid <ids>', 'only paths that run through none of these (ids or types)', names],
  ['--time-respecting <how>', 'only steps that can have come one after another: possibly, or certainly'],
  ['--weight <by>', 'best first, by confidence or by independent claimants, instead of shortest first'],
  ['--max-steps <n>', 'at most so many steps, 1 to 32; 4 where not given, with --shortest 32', number],
]

/** Adds the input of a command that has other arguments after it. */
export function addOneInput(command: Command): Command {
  return command.argument(
    '<in>',
    'a file or folder: JSON Lines, RDF, or what others publish; reference: is what is shipped; - is the standard input; --also adds further ones',
  )
}

/** Adds the options of a view; lists are separated by commas. */
export function addViewFlags(command: Command): Command {
  return addFlags(command, FLAGS, 'View options (what part of the graph):')
}

/** Adds the options of what is one step away. */
export function addStepFlags(command: Command): Command {
  return addFlags(command, STEP_FLAGS, 'Search options (over what to go):')
}

/** Adds the options of a search for paths. */
export function addPathFlags(command: Command): Command {
  return addFlags(addStepFlags(command), PATH_FLAGS, 'Search options (over what to go):')
}

/** In what form answers are written, where not one a line. */
const FORMS = {
  json: 'as JSON, for other programs',
  markdown: 'as Markdown, with all that it rests on',
  svg: 'as one picture, of 20 answers unless --limit is given',
  html: 'as a document with the picture and the answers, likewise',
  page: 'as an interactive page of 1000 answers unless --limit is given, with all that they rest on',
}

/** Adds where the result goes. */
export function addOutput(command: Command): Command {
  return command.option('-o, --output <file>', 'where to; the standard output where not given, or -')
}

/** Adds in which languages labels are shown. */
export function addLanguages(command: Command): Command {
  return command.option('--lang <tags>', 'languages of labels, best first', names)
}

/** Adds how many answers are searched for and how they are printed, and further files. */
export function addAnswerFlags(command: Command): Command {
  for (const [name, description] of Object.entries(FORMS)) {
    const others = Object.keys(FORMS).filter((other) => other !== name)
    command.addOption(new Option(`--${name}`, description).conflicts(others))
  }
  return addLanguages(addOutput(command))
    .option('--limit <n>', 'at most so many answers', number)
    .option('--budget <ms>', 'search for at most so many milliseconds', number)
    .option('--also <file>', 'a further file of the same graph; may be given several times', more)
}

function addFlags(command: Command, added: readonly Flag[], group: string): Command {
  for (const [flags, description, parse] of added) {
    const option = new Option(flags, description).helpGroup(group)
    command.addOption(parse ? option.argParser(parse) : option)
  }
  return command
}

/** Adds in which format the data is. */
export function addFormat(command: Command): Command {
  return command
    .option(
      '--from <format>',
      `${describeFormats()}, or one of what others publish (statecraft help convert); by the extension and the beginning of the file where not given, else jsonl`,
    )
    .option('--mapping <file>', 'how a table is read: a JSON file; see docs/sources/csv.md')
    .option('--encoding <label>', 'of what others publish and does not say, as windows-1252; else UTF-8')
    .option('--published <date>', 'when a list was published that does not say, as YYYY-MM-DD')
    .option('--context <iri=file>', 'a context that JSON-LD names; may be given several times', more)
}

/** Adds the options of a reader. */
export function addReadFlags(command: Command): Command {
  return addFormat(command)
    .option('--ontology <file>', 'a module that exports an ontology, as `ontology` or default')
    .option('--strict', 'stop at the first error in the data')
}

/** The options of the view that the flags ask for; undefined where they ask for none. */
export function viewOptionsOf(flags: ViewFlags): ViewOptions | undefined {
  const { status, disputed, asOf, certain, asKnownOn, viewpoint, silent, relations, types } = flags
  const { sources, minConfidence, minReliability, method } = flags
  const asked = given({
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
  })
  return Object.keys(asked).length === 0 ? undefined : (asked as ViewOptions) // the boundary: `view` checks them
}

/** What of this is given: options that are undefined are left out. */
export function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never // as it says
}

/** Names that are separated by commas. */
export function names(value: string): string[] {
  return split(value, ',')
}

/** Relations one after another, separated by commas; `a/b` is one or the other. */
function sequence(value: string): string[][] {
  return names(value).map((step) => split(step, '/'))
}

function split(value: string, separator: ',' | '/'): string[] {
  const listed = value.split(separator).map((name) => name.trim())
  if (listed.some((name) => name === ''))
    throw new InvalidArgumentError(`Names are separated by ${separator === ',' ? 'commas' : 'slashes'}.`)
  return listed
}

/** One more of an option that may be given several times. */
export function more(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

export function number(value: string): number {
  const read = Number(value)
  if (value.trim() === '' || Number.isNaN(read)) throw new InvalidArgumentError('It is a number.')
  return read
}
