import type { Chunk } from '../../model/chunks'
import { type Issue, type IssueCode, type IssuePlace, issue } from '../../model/issue'
import type { SourceFile } from './files'

/** How far the reading of a source has come. */
export interface Progress {
  /** Bytes read so far; where a source is read twice, of both readings. */
  readonly bytes: number
  /** Bytes to be read in all, where that is known. */
  readonly total: number | undefined
}

/** How to read a source: what every reader takes. */
export interface SourceOptions {
  /** Called after each chunk. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /**
   * The encoding of text that does not tell its own, by a label of the Encoding Standard (`windows-1252`); UTF-8 where
   * not given. A byte order mark and an XML declaration tell.
   */
  readonly encoding?: string | undefined
  /** Stops the reading. */
  readonly signal?: AbortSignal | undefined
  /**
   * EDTF: when the list was published, for formats that do not say: OFAC's flat files, tables. What a file says goes
   * before.
   */
  readonly published?: string | undefined
}

/** What a reader of a source knows of its reading: where it is, and whom to tell what is wrong. */
export class SourceContext {
  readonly options: SourceOptions
  /** The file and the line that the reading has come to. */
  file: string | undefined
  line: number | undefined
  /** The input turned out not to be what was wanted: nothing further is read. */
  refused = false
  /** While a source is read for the first of two times: what is wrong is told the second time. */
  silent = false
  readonly #report: (found: Issue) => void
  readonly #total: number | undefined
  #bytes = 0

  /**
   * @param readings how often the files are read
   * @param report takes what is wrong
   */
  constructor(
    files: readonly SourceFile[],
    readings: number,
    options: SourceOptions,
    report: (found: Issue) => void,
  ) {
    this.options = options
    this.#report = report
    this.#total = files.every(({ size }) => size !== undefined)
      ? readings * files.reduce((sum, { size = 0 }) => sum + size, 0)
      : undefined
  }

  /** Tells what is wrong at the place that the reading has come to, or at another one. */
  tell(code: IssueCode, message: string, place: IssuePlace = {}): void {
    if (this.silent) return
    if (code === 'wrong-format') this.refused = true
    this.#report(
      issue(code, message, {
        ...(this.file === undefined ? {} : { file: this.file }),
        ...(this.line === undefined ? {} : { line: this.line }),
        ...place,
      }),
    )
  }

  /** The bytes of a file, counted. */
  async *bytes(file: SourceFile): AsyncGenerator<Chunk> {
    const { signal, onProgress } = this.options
    signal?.throwIfAborted()
    for await (const chunk of file.bytes()) {
      signal?.throwIfAborted()
      this.#bytes += chunk.length
      yield chunk
      onProgress?.({ bytes: this.#bytes, total: this.#total })
    }
  }
}
