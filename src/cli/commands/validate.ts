import { writeToStream } from '../../node'
import type { ReadFlags } from '../flags'
import { type Io, say } from '../io'
import { readGraph } from '../read'
import { count } from '../text'
import { exitCodeFor, issueLines, troubleSummary } from '../trouble'

/** Prints every issue of the data on a line of its own. */
export async function validate(paths: readonly string[], flags: ReadFlags, io: Io): Promise<number> {
  const reading = await readGraph(paths, flags, io)
  const { entities, statements, claims, dropped, errors, warnings, issues } = reading
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
  return exitCodeFor(reading)
}

function* lines(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`
}
