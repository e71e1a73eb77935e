import {
  diff as compare,
  type PartyChange,
  readSnapshot,
  type Snapshot,
  type SnapshotDiff,
} from '../../history'
import { type Issue, printable, StatecraftError } from '../../model/issue'
import { IssueLog } from '../../model/issues'
import { openInput, readRecords, writeToStream } from '../../node'
import { DataError, UsageError } from '../exit'
import type { ReadFlags } from '../flags'
import { type Io, say } from '../io'
import { loadOntology } from '../ontology'
import { showProgress } from '../progress'
import { type ReadingOptions, readingOptions } from '../reading-options'
import { count, json } from '../text'
import { exitCodeFor, type Trouble, tellTrouble } from '../trouble'

interface DiffFlags extends ReadFlags {
  readonly json?: true
  readonly changes?: true
}

/** Tells who was listed and delisted between two editions of a list, and what changed for those on both. */
export async function diff(paths: readonly [string, string], flags: DiffFlags, io: Io): Promise<number> {
  if (paths.every((path) => path === '-')) throw new UsageError('the standard input can be read once')
  const options = await readingOptions(flags, io)
  const older = await readEdition(paths[0], flags, options, io)
  const newer = await readEdition(paths[1], flags, options, io)
  const found = compare(older, newer)
  const text = flags.json ? json(found) : lines(found, older, newer, flags.changes === true)
  await writeToStream(io.stdout, text, { signal: io.signal })
  if (found.unknown) {
    const gone = found.unknown.filter((id) => older.parties.has(id)).length
    const come = found.unknown.length - gone
    if (gone > 0) {
      say(io, `${parties(gone)} of ${paths[0]} may be listed still: ${paths[1]} is not whole`)
    }
    if (come > 0) {
      say(io, `${parties(come)} of ${paths[1]} may have been listed before: ${paths[0]} is not whole`)
    }
  }
  return exitCodeFor({ errors: [...older.issues, ...newer.issues].filter(isError).length })
}

async function readEdition(
  path: string,
  flags: DiffFlags,
  options: ReadingOptions,
  io: Io,
): Promise<Snapshot> {
  const ontology = await loadOntology(flags.ontology)
  const input = await openInput(path, { stdin: io.stdin, signal: io.signal })
  const bar = showProgress(input, io)
  try {
    const records = await readRecords(input, { ...options, onProgress: bar.onProgress, ontology })
    const snapshot = await readSnapshot(records, { ontology })
    tellTrouble(troubleOf(path, snapshot.issues), [path], io, true)
    return snapshot
  } catch (error) {
    // Of the data, not of the command line.
    if (error instanceof StatecraftError) throw new DataError(`${path}: ${error.message}`)
    throw error
  } finally {
    bar.done()
    await input.close()
  }
}

function isError({ severity }: Issue): boolean {
  return severity === 'error'
}

function troubleOf(path: string, issues: readonly Issue[]): Trouble {
  const log = new IssueLog()
  for (const found of issues) log.report(found)
  const { errors, warnings, counts } = log
  return { errors, warnings, counts, issues: log.issues.map((issue) => ({ path, issue })) }
}

const parties = (n: number) => count(n, 'party', 'parties')

function* lines(found: SnapshotDiff, older: Snapshot, newer: Snapshot, inFull: boolean): Generator<string> {
  for (const id of found.listed) yield `+ ${named(newer, id)}\n`
  for (const id of found.delisted) yield `- ${named(older, id)}\n`
  for (const id of found.unknown ?? []) yield `? ${named(older.parties.has(id) ? older : newer, id)}\n`
  for (const { id, changes } of found.amended) {
    const what = [...new Set(changes.map(subjectOf))].join(', ')
    yield `~ ${named(newer, id)}${inFull ? '' : printable(`: ${what}`)}\n`
    if (!inFull) continue
    for (const change of changes) yield `    ${printable(told(change))}\n`
  }
  const counts = [
    `${found.listed.length} listed`,
    `${found.delisted.length} delisted`,
    ...(found.unknown ? [`${found.unknown.length} unknown`] : []),
    `${found.amended.length} amended`,
  ]
  yield `${counts.join(', ')}\n`
}

function named({ entities }: Snapshot, id: string): string {
  const [label] = Object.values(entities.get(id)?.label ?? {})
  return printable(label === undefined ? id : `${id}  ${label}`)
}

/** What a change is of: a field, or a relation. */
function subjectOf(change: PartyChange): string {
  return 'statement' in change ? String(change.statement.relation) : change.field
}

function told(change: PartyChange): string {
  if ('statement' in change) {
    const { relation, subject: _, object: __, ...qualifiers } = change.statement
    const said = [String(relation), ...Object.values(qualifiers).map(String)].join(' ')
    const details = change.details?.map(told).join('; ')
    return details === undefined ? `${said}: ${change.change}` : `${said}: ${details}`
  }
  const { field } = change
  if ('added' in change) {
    const parts = [
      ...change.removed.map((one) => `-${shown(one)}`),
      ...change.added.map((one) => `+${shown(one)}`),
    ]
    return `${field}: ${parts.join(' ')}`
  }
  return `${field}: ${shown(change.from)} → ${shown(change.to)}`
}

/** Longer values are cut: `--json` has all of them. */
const LONGEST = 120

function shown(value: unknown): string {
  const text = value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
