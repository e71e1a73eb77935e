import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import type { SourceFile } from '../sources'

/** Bytes to read: of a file, of the files of a folder, or of the standard input. */
export interface Input {
  /** As it was named; `-` is the standard input. */
  readonly name: string
  /** Bytes in all, where that is known. */
  readonly size: number | undefined
  /** Bytes that were read so far; of what is read twice, twice. */
  readonly bytesRead: number
  /** The bytes of one file, to be read once. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** The files: one, or those of a folder by name. Those of the file system can be read again. */
  readonly files: readonly SourceFile[]
  /** How the first file begins, a few thousand bytes as Latin-1: all bytes are still to come. */
  head(): Promise<string>
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
/** Enough to tell a format by, and less of what comes bit by bit: its end may be long in coming. */
const HEAD = 4096
const FIRST = 512

/**
 * Opens a file, a folder, or the standard input, to be read in chunks.
 *
 * @param path of a file or a folder; `-` is the standard input
 * @param options what `-` stands for, and a signal
 * @returns its bytes, and how many there are and were read: for showing progress
 * @throws the system's error (`ENOENT`, `EACCES`…) where it cannot be opened, and for a folder without files
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
  if (path === '-') return new Opened(path, undefined, [new Once('-', stdin)], signal)
  const stats = await stat(path)
  if (stats.isDirectory()) return await openFolder(path, signal)
  const file = await open(path, 'r') // what cannot be read is told here, not later
  const stream = file.createReadStream({ highWaterMark: CHUNK })
  const name = basename(path)
  const { size } = stats
  if (stats.isFile()) return new Opened(path, size, [new OnDisk(name, size, path, stream)], signal)
  return new Opened(path, undefined, [new Once(name, stream)], signal)
}

async function openFolder(path: string, signal: AbortSignal | undefined): Promise<Input> {
  const files: ByteFile[] = []
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
  for (const name of names) {
    const stats = await stat(join(path, name))
    if (stats.isFile()) files.push(new OnDisk(name, stats.size, join(path, name)))
  }
  if (files.length === 0) throw systemError('ENOENT', 'is a folder without files', path)
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  return new Opened(path, size, files, signal, true)
}

/** A file of bytes, which tells how it begins. */
interface ByteFile extends SourceFile {
  bytes(): AsyncIterable<Uint8Array>
  head(): Promise<Uint8Array>
  close(): void
}

class Opened implements Input {
  readonly name: string
  readonly size: number | undefined
  bytesRead = 0
  readonly files: readonly SourceFile[]
  readonly chunks: AsyncIterable<Uint8Array>
  readonly #files: readonly ByteFile[]

  constructor(
    name: string,
    size: number | undefined,
    files: readonly ByteFile[],
    signal: AbortSignal | undefined,
    folder = false,
  ) {
    this.name = name
    this.size = size
    this.#files = files
    const counted = files.map((file) => ({
      name: file.name,
      size: file.size,
      ...(file.once ? { once: file.once } : {}),
      bytes: () => this.#counted(file, signal),
    }))
    this.files = counted
    const [first] = counted
    this.chunks = folder || !first ? refused(name) : first.bytes()
  }

  async head(): Promise<string> {
    const bytes = await this.#files[0]?.head()
    return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1') : ''
  }

  async close(): Promise<void> {
    for (const file of this.#files) file.close()
  }

  async *#counted(file: ByteFile, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
    const stop = () => file.close()
    signal?.throwIfAborted()
    signal?.addEventListener('abort', stop)
    try {
      for await (const chunk of file.bytes()) {
        signal?.throwIfAborted()
        this.bytesRead += chunk.length
        yield chunk
      }
    } catch (error) {
      signal?.throwIfAborted() // rather than the error that stopping made
      throw error
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }
}

// biome-ignore lint/correctness/useYield: it has no bytes to give
async function* refused(path: string): AsyncGenerator<Uint8Array> {
  throw systemError('EISDIR', 'is a folder', path)
}

/** A file that can be opened again. */
class OnDisk implements ByteFile {
  readonly name: string
  readonly size: number
  readonly #path: string
  /** What was opened already: for the first reading. */
  #opened: Readable | undefined
  readonly #reading = new Set<Readable>()

  constructor(name: string, size: number, path: string, opened?: Readable) {
    this.name = name
    this.size = size
    this.#path = path
    this.#opened = opened
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    const stream = this.#opened ?? (await open(this.#path, 'r')).createReadStream({ highWaterMark: CHUNK })
    this.#opened = undefined
    this.#reading.add(stream)
    try {
      yield* stream
    } finally {
      this.#reading.delete(stream)
      stream.destroy()
    }
  }

  async head(): Promise<Uint8Array> {
    const file = await open(this.#path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  close(): void {
    this.#opened?.destroy()
    for (const stream of this.#reading) stream.destroy(new Error('the reading was stopped'))
  }
}

/** What comes once: the standard input, a pipe. */
class Once implements ByteFile {
  readonly name: string
  readonly size = undefined
  readonly once = true
  readonly #stream: AsyncIterable<Uint8Array>
  #iterator: AsyncIterator<Uint8Array> | undefined
  /** What was read ahead. */
  #ahead: Uint8Array[] = []

  constructor(name: string, stream: AsyncIterable<Uint8Array>) {
    this.name = name
    this.#stream = stream
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    this.#iterator ??= this.#stream[Symbol.asyncIterator]()
    try {
      yield* this.#ahead
      this.#ahead = []
      for (;;) {
        const step = await this.#iterator.next()
        if (step.done) return
        yield step.value
      }
    } finally {
      await this.#iterator.return?.()
    }
  }

  async head(): Promise<Uint8Array> {
    this.#iterator ??= this.#stream[Symbol.asyncIterator]()
    let length = 0
    for (const chunk of this.#ahead) length += chunk.length
    while (length < FIRST) {
      const step = await this.#iterator.next()
      if (step.done) break
      this.#ahead.push(step.value)
      length += step.value.length
    }
    return Buffer.concat(this.#ahead).subarray(0, HEAD)
  }

  close(): void {
    if (this.#stream instanceof Readable) this.#stream.destroy(new Error('the reading was stopped'))
  }
}

/** An error as the system's calls throw them. */
export function systemError(code: string, message: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path} ${message}`), { code, path })
}
