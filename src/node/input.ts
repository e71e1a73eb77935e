import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** Bytes to read, from a file or from the standard input. */
export interface Input {
  /** As it was named; `-` is the standard input. */
  readonly name: string
  /** Bytes in all, where that is known. */
  readonly size: number | undefined
  /** Bytes that were read so far. */
  readonly bytesRead: number
  /** To be read once. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** Closes what nobody reads to its end; reading to the end closes it, too. */
  close(): Promise<void>
}

/** How to open an input. */
export interface InputOptions {
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Stops the reading, also while it waits for more to come. */
  readonly signal?: AbortSignal | undefined
}

/** Larger than Node's 64 KiB: fewer turns of the event loop for a file of gigabytes. */
const CHUNK = 256 * 1024

/**
 * Opens a file, or the standard input, to be read in chunks.
 *
 * @param path of a file; `-` is the standard input
 * @param options what `-` stands for, and a signal
 * @returns its bytes, and how many there are and were read: for showing progress
 * @throws the system's error (`ENOENT`, `EACCES`…) where it cannot be opened, `EISDIR` for a folder
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readJsonl } from 'statecraft/jsonl'
 * import { openInput } from 'statecraft/node'
 *
 * const input = await openInput('graph.jsonl')
 * const report = await createGraph().load(readJsonl(input.chunks))
 * console.log(input.bytesRead, input.size)
 * ```
 */
export async function openInput(path: string, options: InputOptions = {}): Promise<Input> {
  const { stdin = process.stdin, signal } = options
  if (path === '-') return counted(path, undefined, stdin, signal, async () => {})
  const file = await open(path, 'r')
  try {
    const stats = await file.stat()
    if (stats.isDirectory()) throw systemError('EISDIR', 'is a folder', path)
    const stream = file.createReadStream({ highWaterMark: CHUNK })
    const close = async () => {
      stream.destroy()
      await file.close()
    }
    return counted(path, stats.isFile() ? stats.size : undefined, stream, signal, close)
  } catch (error) {
    await file.close()
    throw error
  }
}

function counted(
  name: string,
  size: number | undefined,
  stream: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
  close: () => Promise<void>,
): Input {
  let bytesRead = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const stop = () => {
      if (stream instanceof Readable) stream.destroy(new Error('the reading was stopped'))
    }
    signal?.throwIfAborted()
    signal?.addEventListener('abort', stop)
    try {
      for await (const chunk of stream) {
        signal?.throwIfAborted()
        bytesRead += chunk.length
        yield chunk
      }
    } catch (error) {
      signal?.throwIfAborted() // rather than the error that stopping made
      throw error
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }
  return {
    name,
    size,
    get bytesRead() {
      return bytesRead
    },
    chunks: chunks(),
    close,
  }
}

/** An error as the system's calls throw them. */
export function systemError(code: string, message: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path} ${message}`), { code, path })
}
