import { type Chunk, chunksOf } from '../model/chunks'
import { type JsonlOptions, JsonlStream } from './parse'

/** Records of what is at hand: see {@link readJsonl}. */
export class JsonlRecords extends JsonlStream implements IterableIterator<object> {
  readonly #chunks: Iterator<Chunk>
  #done = false

  /** @internal */
  constructor(chunks: Iterable<Chunk>, options: JsonlOptions) {
    super(options)
    this.#chunks = chunks[Symbol.iterator]()
  }

  [Symbol.iterator](): this {
    return this
  }

  next(): IteratorResult<object, undefined> {
    for (;;) {
      const value = this.take()
      if (value !== undefined) return { done: false, value }
      if (this.#done) return { done: true, value: undefined }
      if (this.refused) {
        this.return()
        continue
      }
      const step = this.#chunks.next()
      if (step.done) {
        this.#done = true
        this.end()
      } else this.push(step.value)
    }
  }

  /** Reads no further. */
  return(): IteratorResult<object, undefined> {
    this.stop()
    if (!this.#done) this.#chunks.return?.()
    this.#done = true
    return { done: true, value: undefined }
  }
}

/** Records of what comes bit by bit: see {@link readJsonl}. */
export class AsyncJsonlRecords extends JsonlStream implements AsyncIterableIterator<object> {
  readonly #chunks: AsyncIterator<Chunk>
  #done = false
  #waiting: Promise<unknown> | undefined

  /** @internal */
  constructor(chunks: AsyncIterable<Chunk>, options: JsonlOptions) {
    super(options)
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  // By hand, since an async generator takes several times as long for each record.
  next(): Promise<IteratorResult<object, undefined>> {
    if (this.#waiting === undefined) {
      const value = this.take()
      if (value !== undefined) return Promise.resolve({ done: false, value })
    }
    const pull = () => this.#pull()
    const turn: Promise<IteratorResult<object, undefined>> = this.#waiting
      ? this.#waiting.then(pull, pull)
      : pull()
    const settled = () => {
      if (this.#waiting === turn) this.#waiting = undefined
    }
    this.#waiting = turn
    turn.then(settled, settled)
    return turn
  }

  async #pull(): Promise<IteratorResult<object, undefined>> {
    for (;;) {
      const value = this.take()
      if (value !== undefined) return { done: false, value }
      if (this.#done) return { done: true, value: undefined }
      if (this.refused) {
        await this.return()
        continue
      }
      let step: IteratorResult<Chunk, unknown>
      try {
        step = await this.#chunks.next()
      } catch (error) {
        this.#done = true
        throw error
      }
      if (this.#done) continue // somebody stopped the reading meanwhile
      if (step.done) {
        this.#done = true
        this.end()
      } else this.push(step.value)
    }
  }

  /** Reads no further. */
  async return(): Promise<IteratorResult<object, undefined>> {
    const open = !this.#done
    this.stop()
    this.#done = true
    if (open) await this.#chunks.return?.()
    return { done: true, value: undefined }
  }
}

/**
 * Reads JSON Lines: one record a line, entities and statements in any order, with a header before them or
 * without. Memory does not grow with the file. A byte order mark, CRLF and empty lines are fine; an empty file
 * is an empty graph. Lines that are not JSON objects are left out, and stand in `issues`.
 *
 * The records are as they stand in the file: `kg.load`, or a {@link RecordReader}, checks them.
 *
 * @param input a whole text; or chunks of bytes or text, cut anywhere, at hand or still to come: a list, a
 * stream of Node, the `body` of a fetch
 * @param options the limit of a line
 * @returns records to be read once, which know their line, the header's prefixes and source, and what was wrong
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { readJsonl } from 'statecraft/jsonl'
 *
 * const text = '{"type":"State","id":"state:IR","label":{"en":"Iran"}}\n{"type":\n'
 * const kg = createGraph()
 * const report = kg.load(readJsonl(text))
 * console.log(report.entities, report.issues[0]?.line) // 1 2
 * ```
 */
export function readJsonl(input: string | Uint8Array | Iterable<Chunk>, options?: JsonlOptions): JsonlRecords
export function readJsonl(
  input: AsyncIterable<Chunk> | ReadableStream<Chunk>,
  options?: JsonlOptions,
): AsyncJsonlRecords
export function readJsonl(
  input: string | Uint8Array | Iterable<Chunk> | AsyncIterable<Chunk> | ReadableStream<Chunk>,
  options: JsonlOptions = {},
): JsonlRecords | AsyncJsonlRecords {
  if (typeof input === 'string' || input instanceof Uint8Array) return new JsonlRecords([input], options)
  if (Symbol.asyncIterator in input) return new AsyncJsonlRecords(input, options)
  if (Symbol.iterator in input) return new JsonlRecords(input, options)
  return new AsyncJsonlRecords(chunksOf(input), options)
}
