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
  readonly #held: Chunk[] = []
  #rest: AsyncIterator<Chunk> | undefined

  constructor(file: SourceFile) {
    this.name = file.name
    this.size = file.size
    this.#file = file
  }

  /** What is held, then what comes: who read before need not have read to the end. */
  async *bytes(): AsyncGenerator<Chunk> {
    for (let i = 0; ; i++) {
      if (i === this.#held.length) {
        this.#rest ??= this.#file.bytes()[Symbol.asyncIterator]()
        const { done, value } = await this.#rest.next()
        if (done) return
        // Whoever gave the chunk may use its memory again.
        this.#held.push(typeof value === 'string' ? value : value.slice())
      }
      yield this.#held[i]!
    }
  }
}

function isList(input: SourceInput): input is readonly SourceFile[] {
  return Array.isArray(input)
}
