import { type Chunk, chunksOf } from '../../model/chunks'

/**
 * A file of a source, whose bytes can be read as often as they are needed: some sources must know all names before they
 * can tell of the first party.
 */
export interface SourceFile {
  /** Its name without folders, as `sdn.csv`. */
  readonly name: string
  /** Bytes in all, where that is known. */
  readonly size?: number | undefined
  /** Its bytes can be read once only, as those of a pipe: a source that needs them twice holds them. */
  readonly once?: true
  /** Its bytes (or text), from the start each time. */
  bytes(): AsyncIterable<Chunk>
}

/**
 * What a source is read from: a text or bytes; chunks of them that come bit by bit (a stream of Node, the `body` of a
 * fetch); a file; or the files of a folder, for formats that have several.
 */
export type SourceInput =
  | Chunk
  | AsyncIterable<Chunk>
  | ReadableStream<Chunk>
  | SourceFile
  | readonly SourceFile[]

/** The files that an input is. */
export function filesOf(input: SourceInput): readonly SourceFile[] {
  if (typeof input === 'string' || input instanceof Uint8Array) return [new Whole(input)]
  if (isList(input)) return input
  if ('bytes' in input) return [input]
  return [new Streamed(Symbol.asyncIterator in input ? input : chunksOf(input))]
}

/** The same files, each of which can be read again: what comes once is held. */
export function readableAgain(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map((file) => (file.once ? new Held(file) : file))
}

/** Bytes or a text at hand. */
class Whole implements SourceFile {
  readonly name = 'input'
  readonly size: number
  readonly #content: Chunk

  constructor(content: Chunk) {
    this.#content = content
    this.size = content.length
  }

  async *bytes(): AsyncGenerator<Chunk> {
    yield this.#content
  }
}

/** Chunks that come bit by bit. */
class Streamed implements SourceFile {
  readonly name = 'input'
  readonly once = true
  readonly #chunks: AsyncIterable<Chunk>

  constructor(chunks: AsyncIterable<Chunk>) {
    this.#chunks = chunks
  }

  bytes(): AsyncIterable<Chunk> {
    return this.#chunks
  }
}

/** What came once, to be read again. */
class Held implements SourceFile {
  readonly name: string
  readonly size: number | undefined
  readonly #file: SourceFile
  #chunks: Chunk[] | undefined

  constructor(file: SourceFile) {
    this.name = file.name
    this.size = file.size
    this.#file = file
  }

  async *bytes(): AsyncGenerator<Chunk> {
    if (this.#chunks) {
      yield* this.#chunks
      return
    }
    const held: Chunk[] = []
    for await (const chunk of this.#file.bytes()) {
      // Whoever gave the chunk may use its memory again.
      held.push(typeof chunk === 'string' ? chunk : chunk.slice())
      yield chunk
    }
    this.#chunks = held
  }
}

function isList(input: SourceInput): input is readonly SourceFile[] {
  return Array.isArray(input)
}
