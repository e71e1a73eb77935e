import { writeFileAtomically, writeToStream } from '../node'
import type { Io } from './io'

/** Where a result goes. */
export interface OutputFlags {
  readonly output?: string
}

/**
 * Writes a result to the file that is asked for, complete or not at all, else to the standard output.
 *
 * @returns whether all of it was taken: false where the reader of the standard output went away
 */
export async function writeOutput(
  { output }: OutputFlags,
  chunks: Iterable<string> | AsyncIterable<string>,
  io: Io,
): Promise<boolean> {
  if (output === undefined || output === '-')
    return await writeToStream(io.stdout, chunks, { signal: io.signal })
  await writeFileAtomically(output, chunks, { signal: io.signal })
  return true
}
