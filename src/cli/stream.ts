import { jsonlLine, jsonlLines } from '../jsonl'
import { type Prefixes, PrefixMap } from '../model/id'
import type { Issue } from '../model/issue'
import type { RecordStream } from '../model/record-stream'
import { type Format, openInput, readRecords } from '../node'
import type { Ontology } from '../ontology/ontology'
import { RecordReader } from '../ontology/reader'
import type { Reify } from '../rdf'
import { DataError } from './exit'
import type { Io } from './io'
import { showProgress } from './progress'
import type { ReadingOptions } from './reading-options'
import { isShipped, shippedRecords } from './shipped'

/** How to write a stream. */
export interface StreamFlags {
  readonly reading: ReadingOptions
  readonly to: Format
  readonly reify: Reify
  readonly ontology: Ontology
  readonly report: (found: Issue) => void
}

/**
 * Writes the records of a file one by one, as they come.
 *
 * @throws DataError where there is nothing but errors
 */
export async function* writeStream(path: string, flags: StreamFlags, io: Io): AsyncGenerator<string> {
  if (isShipped(path)) {
    yield* written(new Reported(await shippedRecords(path), flags.report), flags)
    return
  }
  const { reading, ontology } = flags
  const input = await openInput(path, { stdin: io.stdin, signal: io.signal })
  const bar = showProgress(input, io)
  try {
    const read = await readRecords(input, {
      ...reading,
      onProgress: bar.onProgress,
      ontology,
      stream: true,
    })
    const records = new Reported(read, flags.report)
    yield* written(records, flags)
    if (records.taken === 0 && records.issues.some(({ severity }) => severity === 'error')) {
      throw new DataError(`nothing of ${path} could be read, so nothing is written`)
    }
  } finally {
    bar.done()
    await input.close()
  }
}

function written(records: Reported, flags: StreamFlags): AsyncGenerator<string> {
  return flags.to === 'jsonl' ? writeLines(records, flags) : writeRdf(records, flags.to, flags)
}

/** Records that come bit by bit, or are at hand. */
type Stream = (AsyncIterable<object> | Iterable<object>) & RecordStream

/** Records whose reader's issues are told in their turn. */
class Reported {
  taken = 0
  #told = 0
  readonly #stream: Stream
  readonly #report: (found: Issue) => void

  constructor(stream: Stream, report: (found: Issue) => void) {
    this.#stream = stream
    this.#report = report
  }

  get line(): number | undefined {
    return this.#stream.line
  }

  get node(): string | undefined {
    return this.#stream.node
  }

  get file(): string | undefined {
    return this.#stream.file
  }

  get issues(): readonly Issue[] {
    return this.#stream.issues ?? []
  }

  get prefixes(): Prefixes {
    return this.#stream.prefixes ?? {}
  }

  get source(): string | undefined {
    return this.#stream.source
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<object> {
    for await (const record of this.#stream) {
      this.#tell()
      this.taken++
      yield record
    }
    this.#tell()
  }

  #tell(): void {
    for (; this.#told < this.issues.length; this.#told++) this.#report(this.issues[this.#told]!)
  }
}

async function* writeRdf(
  records: Reported,
  to: Exclude<Format, 'jsonl'>,
  { ontology, reify, report }: StreamFlags,
): AsyncGenerator<string> {
  const { writeRecords } = await import('../rdf') // n3 only where it is needed
  yield* writeRecords(records, { format: to, reify, ontology, report })
}

async function* writeLines(records: Reported, { ontology, report }: StreamFlags): AsyncGenerator<string> {
  let reader: RecordReader | undefined
  for await (const raw of records) {
    if (!reader) {
      // Not before: the header is known once the first record is there.
      const { prefixes, source } = records
      const map = new PrefixMap(prefixes)
      reader = new RecordReader(ontology, {
        prefixes: map,
        report: (found) => report(placed(found, records)),
        ...(source ? { defaultSource: source } : {}),
      })
      yield* jsonlLines([], { prefixes: map.named() })
    }
    const record = reader.read(raw, records.line)
    if (record) yield jsonlLine(record)
  }
}

/** An issue with the file and the node that the records have come to. */
function placed(found: Issue, { file, node }: Reported): Issue {
  return { ...(file === undefined ? {} : { file }), ...(node === undefined ? {} : { node }), ...found }
}
