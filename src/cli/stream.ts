import type { RecordStream } from '../graph/load'
import { type AsyncJsonlRecords, jsonlLine, jsonlLines, readJsonl } from '../jsonl'
import { PrefixMap } from '../model/id'
import type { Issue } from '../model/issue'
import { openInput } from '../node'
import type { Ontology } from '../ontology/ontology'
import { RecordReader } from '../ontology/reader'
import { DataError } from './exit'
import type { Format } from './formats'
import type { Io } from './io'
import { showProgress } from './progress'

/** How to write a stream. */
export interface StreamFlags {
  readonly to: Format
  readonly ontology: Ontology
  readonly report: (found: Issue) => void
}

/**
 * Writes the records of a file one by one, as they come.
 *
 * @throws DataError where there is nothing but errors
 */
export async function* writeStream(path: string, flags: StreamFlags, io: Io): AsyncGenerator<string> {
  const input = await openInput(path, { stdin: io.stdin, signal: io.signal })
  const done = showProgress(input, io)
  try {
    const records = new Reported(readJsonl(input.chunks), flags.report)
    yield* flags.to === 'jsonl' ? writeLines(records, flags) : writeRdf(records, flags.to, flags)
    if (records.taken === 0 && records.issues.some(({ severity }) => severity === 'error')) {
      throw new DataError(`nothing of ${path} could be read, so nothing is written`)
    }
  } finally {
    done()
    await input.close()
  }
}

/** Records whose reader's issues are told in their turn. */
class Reported implements RecordStream {
  taken = 0
  #told = 0

  constructor(
    readonly stream: AsyncJsonlRecords,
    readonly report: (found: Issue) => void,
  ) {}

  get line(): number {
    return this.stream.line
  }

  get issues(): readonly Issue[] {
    return this.stream.issues
  }

  get prefixes() {
    return this.stream.prefixes
  }

  /** Not there where the header gives none, as the interface has it. */
  get source(): string {
    return this.stream.source as string
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<object> {
    for await (const record of this.stream) {
      this.#tell()
      this.taken++
      yield record
    }
    this.#tell()
  }

  #tell(): void {
    for (; this.#told < this.issues.length; this.#told++) this.report(this.issues[this.#told]!)
  }
}

async function* writeRdf(
  records: Reported,
  to: Exclude<Format, 'jsonl'>,
  { ontology, report }: StreamFlags,
): AsyncGenerator<string> {
  const { writeRecords } = await import('../rdf') // n3 only where it is needed
  yield* writeRecords(records, { format: to, ontology, report })
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
        report,
        ...(source ? { defaultSource: source } : {}),
      })
      yield* jsonlLines([], { prefixes: map.named() })
    }
    const record = reader.read(raw, records.line)
    if (record) yield jsonlLine(record)
  }
}
