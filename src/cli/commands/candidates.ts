import { writeToStream } from '../../node'
import type { ReadFlags, ViewFlags } from '../flags'
import type { Io } from '../io'
import { readGraph } from '../read'
import { json, table } from '../text'
import { exitCodeFor, tellTrouble } from '../trouble'

interface CandidatesFlags extends ReadFlags, ViewFlags {
  readonly minScore?: number
  readonly type?: string[]
  readonly within?: true
  readonly json?: true
}

/** Proposes entities that may be one, by their names: for a person to decide. */
export async function candidates(files: readonly string[], flags: CandidatesFlags, io: Io): Promise<number> {
  const { candidates: find } = await import('../../search') // its index only where it is needed
  const reading = await readGraph(files, flags, io)
  tellTrouble(reading, files, io)
  const found = find(reading.view, {
    within: flags.within ?? false,
    ...(flags.minScore === undefined ? {} : { minScore: flags.minScore }),
    ...(flags.type === undefined ? {} : { types: flags.type }),
  })
  const rows = found.map(({ score, a, b, names, agree, differ }) => {
    const remarks = [...agree.map((what) => `same ${what}`), ...differ.map((what) => `other ${what}`)]
    return [score.toFixed(2), a, names[0], b, names[1], remarks.join(', ')]
  })
  const text = flags.json ? json(found) : rows.length > 0 ? `${table(rows)}\n` : ''
  await writeToStream(io.stdout, text, { signal: io.signal })
  return exitCodeFor(reading)
}
