import { given, type ReadFlags, type ViewFlags } from '../flags'
import type { Io } from '../io'
import { type OutputFlags, writeOutput } from '../output'
import { readGraph } from '../read'
import { exitCodeFor, tellTrouble } from '../trouble'

interface PageFlags extends ReadFlags, ViewFlags, OutputFlags {
  readonly lang?: string[]
  readonly title?: string
}

/** Writes an interactive page of the data. */
export async function page(files: readonly string[], flags: PageFlags, io: Io): Promise<number> {
  const { toPage } = await import('../../render') // a large one, only where it is needed
  const reading = await readGraph(files, flags, io)
  tellTrouble(reading, files, io)
  const { lang: languages, title } = flags
  await writeOutput(flags, [toPage(reading.view, given({ languages, title }))], io)
  return exitCodeFor(reading)
}
