import type { View } from '../../graph/view'
import { jsonlLines } from '../../jsonl'
import { formatIssue, StatecraftError } from '../../model/issue'
import { IssueLog } from '../../model/issues'
import type { Format } from '../../node'
import type { Vocabulary } from '../../ontology/typing'
import type { Reify } from '../../rdf'
import { DataError, UsageError } from '../exit'
import { type ReadFlags, type ViewFlags, viewOptionsOf } from '../flags'
import { outputFormat } from '../formats'
import { type Io, say } from '../io'
import { loadOntology } from '../ontology'
import { type OutputFlags, writeOutput } from '../output'
import { readGraph } from '../read'
import { readingOptions } from '../reading-options'
import { writeStream } from '../stream'
import { exitCodeFor, type FoundIssue, tellTrouble } from '../trouble'

interface ConvertFlags extends ReadFlags, ViewFlags, OutputFlags {
  readonly to?: string
  readonly stream?: true
  readonly reify?: string
}

/** Writes the data in another format. */
export async function convert(paths: readonly string[], flags: ConvertFlags, io: Io): Promise<number> {
  const to = outputFormat(flags.output, flags.to)
  return flags.stream ? await convertStream(paths, to, flags, io) : await convertGraph(paths, to, flags, io)
}

/** Through a graph: merged, sorted, with what follows from the claims. */
async function convertGraph(
  paths: readonly string[],
  to: Format,
  flags: ConvertFlags,
  io: Io,
): Promise<number> {
  const reading = await readGraph(paths, flags, io)
  tellTrouble(reading, paths, io)
  if (reading.entities + reading.statements === 0 && reading.errors > 0) {
    throw new DataError('nothing could be read, so nothing is written')
  }
  await writeOutput(flags, await serialized(reading.view, to, reifyOf(flags), io), io)
  return exitCodeFor(reading)
}

async function serialized(
  view: View<Vocabulary>,
  to: Format,
  reify: Reify,
  io: Io,
): Promise<Iterable<string>> {
  if (to === 'jsonl') return jsonlLines(view)
  const { serialize } = await import('../../rdf') // n3 only where it is needed
  return serialize(view, { format: to, reify, report: (issue) => say(io, formatIssue(issue)) })
}

/** Record by record: whatever the size of the data, in the same memory. */
async function convertStream(
  paths: readonly string[],
  to: Format,
  flags: ConvertFlags,
  io: Io,
): Promise<number> {
  if (viewOptionsOf(flags)) {
    throw new UsageError(
      '--stream takes no view options: what holds is not known before the end',
      'leave out --stream',
    )
  }
  if (to === 'jsonl' && paths.length > 1) {
    throw new UsageError(
      '--stream writes JSON Lines of one file: the handles in it are its own',
      'leave out --stream',
    )
  }
  const reify = reifyOf(flags)
  const reading = await readingOptions(flags, io)
  const ontology = await loadOntology(flags.ontology)
  const log = new IssueLog({ strict: flags.strict ?? false })
  const issues: FoundIssue[] = []
  async function* chunks(): AsyncGenerator<string> {
    for (const path of paths) {
      const report = (issue: Parameters<typeof log.report>[0]) => {
        log.report(issue)
        if (issues.length < log.issues.length) issues.push({ path, issue })
      }
      yield* writeStream(path, { reading, to, reify, ontology, report }, io)
    }
  }
  try {
    await writeOutput(flags, chunks(), io)
  } catch (error) {
    // Of the data, not of the command line: under --strict the first error is thrown.
    if (error instanceof StatecraftError) throw new DataError(error.message)
    if (error instanceof DataError) tellTrouble(troubleOf(log, issues), paths, io)
    throw error
  }
  tellTrouble(troubleOf(log, issues), paths, io)
  return exitCodeFor(log)
}

/** How statements are tied to triples: `convert` takes it as a text. */
function reifyOf({ reify = 'none' }: ConvertFlags): Reify {
  return reify as Reify // the boundary: whoever writes checks it
}

function troubleOf({ errors, warnings, counts }: IssueLog, issues: readonly FoundIssue[]) {
  return { errors, warnings, counts, issues }
}
