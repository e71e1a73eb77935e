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
    if (code === 'wrong-format') this.refused = true
    this.#tell(issue(code, message, place))
  }

  #tell(found: Issue): void {
    const { file, line } = this
    this.#report({
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...found,
    })
  }

  /** Tells what could not be read and is kept as it stands: nothing is lost, so it is a warning whatever its code. */
  tellKept(code: IssueCode, message: string, place: IssuePlace = {}): void {
    this.#tell({ ...issue(code, message, place), severity: 'warning' })
  }

  /** A context for a reading before the one that counts: it tells nothing, and its bytes count. */
  quiet(): QuietContext {
    return new QuietContext(this)
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

/** The reading of what is read again: what is wrong is told then. Its bytes count, its place does not. */
export class QuietContext extends SourceContext {
  /** The codes of what was wrong. */
  readonly told = new Set<IssueCode>()
  readonly #outer: SourceContext

  constructor(outer: SourceContext) {
    super([], 1, outer.options, () => undefined)
    this.#outer = outer
  }

  override tell(code: IssueCode): void {
    if (code === 'wrong-format') this.refused = true
    this.told.add(code)
  }

  override bytes(file: SourceFile): AsyncGenerator<Chunk> {
    return this.#outer.bytes(file)
  }
}
