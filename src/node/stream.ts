import type { Writable } from 'node:stream'
import { batched, type Outputs } from './batch'
import type { WriteOptions } from './file'

/**
 * Writes to a stream that is not ended afterwards, such as the standard output: no faster than it takes, and
 * quietly no further where its reader has gone (`statecraft … | head`).
 *
 * @param stream where to
 * @param chunks text (written as UTF-8) or bytes, at hand or still to come
 * @param options a signal that stops it
 * @returns whether everything was taken; false where the reader closed its end
 * @throws what the chunks throw, the signal's reason, or an error of the stream other than `EPIPE`
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { jsonlLines } from 'statecraft/jsonl'
 * import { writeToStream } from 'statecraft/node'
 *
 * await writeToStream(process.stdout, jsonlLines(createGraph()))
 * ```
 */
export async function writeToStream(
  stream: Writable,
  chunks: Outputs,
  options: WriteOptions = {},
): Promise<boolean> {
  const { signal } = options
  // A stream whose reader has gone also says so as an event, which would end the process.
  const listen = () => {}
  stream.on('error', listen)
  for await (const chunk of batched(chunks)) {
    signal?.throwIfAborted()
    if (!(await writeOne(stream, chunk))) return false // the event may still be to come
  }
  stream.off('error', listen)
  return true
}

/** Waits until the chunk is written, so no more than one is ever held. */
function writeOne(stream: Writable, chunk: string | Uint8Array): Promise<boolean> {
  if (stream.destroyed || stream.closed) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error) resolve(true)
      else if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') resolve(false)
      else reject(error)
    })
  })
}
