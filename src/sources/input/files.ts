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

/** The same files, each of which can be read again: what comes bit by bit is held. */
export function readableAgain(files: readonly SourceFile[]): readonly SourceFile[] {
  for (const file of files) if (file instanceof Streamed) file.hold()
  return files
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

/** What can be read once, unless somebody asked for it to be held. */
class Streamed implements SourceFile {
  readonly name = 'input'
  readonly #chunks: AsyncIterable<Chunk>
  #held: Chunk[] | undefined
  #read = false

  constructor(chunks: AsyncIterable<Chunk>) {
    this.#chunks = chunks
  }

  hold(): void {
    this.#held ??= []
  }

  async *bytes(): AsyncGenerator<Chunk> {
    if (this.#read) {
      if (!this.#held) throw new TypeError('a stream can be read once')
      yield* this.#held
      return
    }
    this.#read = true
    for await (const chunk of this.#chunks) {
      // Whoever gave the chunk may use its memory again.
      this.#held?.push(typeof chunk === 'string' ? chunk : chunk.slice())
      yield chunk
    }
  }
}

function isList(input: SourceInput): input is readonly SourceFile[] {
  return Array.isArray(input)
}
