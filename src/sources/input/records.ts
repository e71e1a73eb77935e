import type { Issue } from '../../model/issue'
import { FoundIssues } from '../../model/issues'
import type { RecordStream } from '../../model/record-stream'
import { SourceContext, type SourceOptions } from './context'
import { filesOf, readableAgain, type SourceFile, type SourceInput } from './files'

/** A record on its way to a reader, which checks it: an entity or a statement. */
export type RawRecord = { readonly [field: string]: unknown }

/** How the records of one source are made of its files. */
export interface SourceReader<O extends SourceOptions = SourceOptions> {
  /** How often the files are read: once where not given. */
  readonly readings?: 1 | 2
  read(files: readonly SourceFile[], context: SourceContext, options: O): AsyncIterable<RawRecord>
}

/**
 * Records of a source, to be read once: what `kg.load`, `writeRecords` and every other taker of records takes. It knows
 * where it is, and what was wrong so far.
 */
export class SourceRecords implements AsyncIterable<RawRecord>, RecordStream {
  readonly issues: readonly Issue[]
  readonly #context: SourceContext
  readonly #records: AsyncIterable<RawRecord>

  /** @internal */
  constructor(context: SourceContext, issues: readonly Issue[], records: AsyncIterable<RawRecord>) {
    this.#context = context
    this.issues = issues
    this.#records = records
  }

  /** The file of the record that came last, where there are several. */
  get file(): string | undefined {
    return this.#context.file
  }

  /** The line of the record that came last, from 1. */
  get line(): number | undefined {
    return this.#context.line
  }

  [Symbol.asyncIterator](): AsyncIterator<RawRecord> {
    return this.#records[Symbol.asyncIterator]()
  }
}

/** Reads a source: the one way in for every reader. */
export function readSource<O extends SourceOptions>(
  reader: SourceReader<O>,
  input: SourceInput,
  options: O,
): SourceRecords {
  const { readings = 1 } = reader
  const files = readings > 1 ? readableAgain(filesOf(input)) : filesOf(input)
  const found = new FoundIssues()
  const context = new SourceContext(files, readings, options, found.report)
  return new SourceRecords(context, found.issues, reader.read(files, context, options))
}
