import { writeToStream } from '../../node'
import type { ReadFlags, ViewFlags } from '../flags'
import { type Io, say } from '../io'
import { readGraph } from '../read'
import { json, table } from '../text'
import { exitCodeFor, tellTrouble } from '../trouble'

interface SearchFlags extends ReadFlags, ViewFlags {
  readonly also?: string[]
  readonly limit?: number
  readonly exact?: true
  readonly type?: string[]
  readonly json?: true
}

/** Finds entities by any of their names, in any script. */
export async function search(
  [file, text]: readonly [string, string],
  flags: SearchFlags,
  io: Io,
): Promise<number> {
  const { search: find } = await import('../../search') // its index only where it is needed
  const files = [file, ...(flags.also ?? [])]
  const reading = await readGraph(files, flags, io)
  tellTrouble(reading, files, io)
  const found = find(reading.view, text, {
    fuzzy: !flags.exact,
    ...(flags.limit === undefined ? {} : { limit: flags.limit }),
    ...(flags.type === undefined ? {} : { types: flags.type }),
  })
  if (flags.json) {
    const entities = found.map((one) => ({ ...one, label: reading.view.label(one.id) }))
    await writeToStream(io.stdout, json({ entities, complete: found.complete }), { signal: io.signal })
    return exitCodeFor(reading)
  }
  const rows = found.map(({ id, name, kind }) => {
    const label = reading.view.label(id)
    const by = name === label ? '' : name
    return [id, label, by, kind === 'weak' || kind === 'former' ? `(${kind})` : '']
  })
  if (rows.length > 0) await writeToStream(io.stdout, `${table(rows)}\n`, { signal: io.signal })
  if (!found.complete) say(io, 'there are more: --limit tells how many are told')
  else if (rows.length === 0) say(io, 'nobody here has such a name')
  return exitCodeFor(reading)
}
