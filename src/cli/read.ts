import { createGraph, type Graph } from '../graph/graph'
import type { LoadReport } from '../graph/load'
import type { View } from '../graph/view'
import { type Issue, type IssueCode, StatecraftError } from '../model/issue'
import { type LoadFileOptions, loadFile, openInput } from '../node'
import type { Vocabulary } from '../ontology/typing'
import { DataError, UsageError } from './exit'
import { type ReadFlags, type ViewFlags, viewOptionsOf } from './flags'
import type { Io } from './io'
import { loadOntology } from './ontology'
import { showProgress } from './progress'
import { readingOptions } from './reading-options'
import { isShipped, shippedRecords } from './shipped'
import type { FoundIssue, Trouble } from './trouble'

/** What a command works on. */
export interface Reading extends Trouble {
  readonly kg: Graph<Vocabulary>
  /** The part of the graph that the flags ask for: all of it where they ask for none. */
  readonly view: View<Vocabulary>
  readonly entities: number
  readonly statements: number
  readonly claims: number
  readonly dropped: number
}

/**
 * Loads files into one graph.
 *
 * @throws UsageError, StatecraftError for flags that ask for what is not there; DataError under `--strict`
 */
export async function readGraph(
  paths: readonly string[],
  flags: ReadFlags & ViewFlags,
  io: Io,
): Promise<Reading> {
  if (paths.filter((path) => path === '-').length > 1)
    throw new UsageError('the standard input can be read once')
  const ontology = await loadOntology(flags.ontology)
  const reading = await readingOptions(flags, io) // before anything is read
  const options = viewOptionsOf(flags)
  if (options) {
    // What can be checked without the data is checked before it is read.
    const { viewpoint: _, sources: __, ...plain } = options
    createGraph(ontology).view(plain)
  }
  const kg = createGraph<Vocabulary>(ontology)
  const loaded: Loaded[] = []
  for (const path of paths) {
    const report = await load(kg, path, { ...reading, strict: flags.strict ?? false }, io)
    loaded.push({ path, report, missing: missingIn(report, kg) })
  }
  return { kg, view: options ? kg.view(options) : kg, ...summed(loaded, kg) }
}

async function load(
  kg: Graph<Vocabulary>,
  path: string,
  options: LoadFileOptions,
  io: Io,
): Promise<LoadReport> {
  const { stdin, signal } = io
  if (isShipped(path)) return kg.load(await shippedRecords(path), options)
  const input = await openInput(path, { stdin, signal })
  const bar = showProgress(input, io)
  try {
    return await loadFile(kg, input, {
      ...options,
      onProgress: bar.onProgress,
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    // Of the data, not of the command line: under `--strict` the first error is thrown.
    if (error instanceof StatecraftError) throw new DataError(`${path}: ${error.message}`)
    throw error
  } finally {
    bar.done()
  }
}

function summed(loaded: readonly Loaded[], kg: Graph<Vocabulary>): Omit<Reading, 'kg' | 'view'> {
  const sum = { entities: 0, statements: 0, claims: 0, dropped: 0, errors: 0, warnings: 0 }
  const counts: { [code in IssueCode]?: number } = {}
  const issues: FoundIssue[] = []
  for (const { path, report, missing } of loaded) {
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report[key] // its own keys
    for (const [code, n] of Object.entries(report.counts))
      counts[code as IssueCode] = (counts[code as IssueCode] ?? 0) + n
    for (const issue of report.issues) {
      if (missing.has(issue) && kg.entity(issue.entity ?? '') !== undefined) {
        sum.warnings--
        counts.dangling!--
      } else issues.push({ path, issue })
    }
  }
  if (counts.dangling === 0) delete counts.dangling
  return { ...sum, counts, issues }
}

/** One file, loaded. */
interface Loaded {
  readonly path: string
  readonly report: LoadReport
  /** Issues about entities that had not come by its end: they may come with another. */
  readonly missing: ReadonlySet<Issue>
}

function missingIn(report: LoadReport, kg: Graph<Vocabulary>): ReadonlySet<Issue> {
  return new Set(
    report.issues.filter(({ code, entity }) => code === 'dangling' && entity && !kg.entity(entity)),
  )
}
