import { formatIssue, type Issue } from '../../model/issue'
import { writeToStream } from '../../node'
import type { ReadFlags } from '../flags'
import { type Io, say } from '../io'
import { loadOntology } from '../ontology'
import { readGraph } from '../read'
import { checkFiles, checkReadable } from '../shapes'
import { count } from '../text'
import { exitCodeFor, issueLines, troubleSummary } from '../trouble'

interface ValidateFlags extends ReadFlags {
  readonly shacl?: true
}

/** Prints every issue of the data on a line of its own. */
export async function validate(paths: readonly string[], flags: ValidateFlags, io: Io): Promise<number> {
  if (flags.shacl) checkReadable(paths, flags.from)
  const reading = await readGraph(paths, flags, io)
  const { entities, statements, claims, dropped, errors, warnings, issues, view } = reading
  await writeToStream(io.stdout, lines(issueLines(reading, paths)), { signal: io.signal })
  const untold = errors + warnings - issues.length
  if (untold > 0) say(io, `… and ${count(untold, 'issue')} more`)
  const loaded = [
    count(entities, 'entity', 'entities'),
    count(statements, 'statement'),
    count(claims, 'claim'),
  ]
  const lost = dropped > 0 ? `, ${count(dropped, 'record')} dropped` : ''
  say(io, `${loaded.join(', ')}${lost}; ${troubleSummary(reading)}`)
  if (!flags.shacl) return exitCodeFor(reading)
  const ontology = await loadOntology(flags.ontology)
  const found = await checkFiles(paths, view, { from: flags.from, ontology }, io)
  await writeToStream(io.stdout, lines(shapeLines(found)), { signal: io.signal })
  say(io, `SHACL: ${found.length === 0 ? 'it conforms' : count(found.length, 'result')}`)
  const wrong = found.filter(({ severity }) => severity === 'error').length
  return exitCodeFor({ errors: errors + wrong })
}

function* shapeLines(found: readonly Issue[]): Generator<string> {
  for (const issue of found) yield formatIssue(issue)
}

function* lines(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`
}
