import { parse } from 'csv-parse/browser/esm/sync'
import type { SourceContext } from './context'
import type { SourceFile } from './files'
import { textOf } from './text'

/** One row of a table. */
export interface CsvRow {
  readonly cells: readonly string[]
  /** The line that it begins on, from 1. */
  readonly line: number
}

/** How the cells of a table are told apart. */
export interface CsvDialect {
  /** Between cells: a comma where not given. */
  readonly delimiter?: string
  /** Around cells that have delimiters or line ends in them; doubled within. `false`: there is none. */
  readonly quote?: string | false
  /** The encoding of files that do not tell it, where the options say none. UTF-8 where not given. */
  readonly encoding?: string
}

/** Characters that are handed to the parser at once. */
const BATCH = 64 * 1024
/** A row that goes on for longer has a quote that nobody closed. */
const LONGEST_ROW = 1024 * 1024
/** A line that goes on for longer is none: what has no line ends would be held whole. */
const LONGEST_LINE = 64 * 1024 * 1024
const encoder = new TextEncoder()
/** How much of a row an issue keeps. */
const EXCERPT = 500
/** The end of a file in CP/M, with which OFAC's files still end. */
const END_OF_FILE = '\u001a'

/**
 * The rows of a table, one after another: RFC 4180, with LF or CRLF at the end of lines. A row that cannot be read is told and left out. A
 * quote that is never closed costs the line that it is on: reading goes on with the next.
 */
export async function* csvRows(
  file: SourceFile,
  context: SourceContext,
  dialect: CsvDialect = {},
): AsyncGenerator<CsvRow> {
  const table = new Table(context, dialect)
  for await (const text of textOf(file, context, dialect.encoding)) yield* table.take(text)
  yield* table.end()
}

/** A row that is whole, as it stands in the file. */
interface RawRow {
  readonly text: string
  readonly line: number
}

/** Cuts text into whole rows, so that what is wrong with one stays in it. */
class Table {
  readonly #context: SourceContext
  readonly #delimiter: string
  readonly #quote: string | false
  /** The start of a line whose end has not come yet. */
  #rest = ''
  /** The line that has not ended yet is too long, and left out. */
  #skipping = false
  /** Lines of a row that is not at its end: a quote is open. */
  #open: string[] = []
  #openLength = 0
  /** Whole rows that wait to be parsed. */
  #rows: RawRow[] = []
  #length = 0
  /** Lines that were taken. */
  #line = 0

  constructor(context: SourceContext, { delimiter = ',', quote = '"' }: CsvDialect) {
    this.#context = context
    this.#delimiter = delimiter
    this.#quote = quote
  }

  *take(text: string): Generator<CsvRow> {
    let at = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      this.#grow(text.slice(at, end + 1))
      const line = this.#rest
      this.#rest = ''
      if (this.#skipping) this.#line++
      else yield* this.#takeLine(line)
      this.#skipping = false
      at = end + 1
    }
    this.#grow(text.slice(at))
  }

  /** Adds to the line that has not ended yet. */
  #grow(text: string): void {
    if (this.#skipping) return
    this.#rest += text
    if (this.#rest.length <= LONGEST_LINE) return
    this.#context.tell('line-too-long', 'a line is over 64 MiB, and is left out', {
      line: this.#line + 1,
      record: this.#rest.slice(0, EXCERPT),
    })
    this.#skipping = true
    this.#rest = ''
  }

  *end(): Generator<CsvRow> {
    const last = this.#rest.endsWith(END_OF_FILE) ? this.#rest.slice(0, -1) : this.#rest
    this.#rest = ''
    if (last !== '') yield* this.#takeLine(last)
    const [only] = this.#open
    if (this.#open.length === 1 && only === last) {
      this.#release()
      const message = 'the file ends within a row, which is left out: is it cut off?'
      this.#context.tell('cut-off', message, { line: this.#line, record: last.slice(0, EXCERPT) })
    }
    while (this.#open.length > 0) yield* this.#giveUp()
    yield* this.#parse()
  }

  *#takeLine(line: string): Generator<CsvRow> {
    this.#line++
    const odd = this.#isOdd(line)
    if (this.#open.length === 0 && !odd) this.#add(line, this.#line)
    else {
      this.#open.push(line)
      this.#openLength += line.length
      if (this.#open.length > 1 && odd) {
        const row = { text: this.#open.join(''), line: this.#line - this.#open.length + 1 }
        // Where two lines have a bare quote each, what stands between them is no cell.
        if (!Array.isArray(this.#cells([row]))) yield* this.#giveUp()
        else {
          this.#release()
          this.#add(row.text, row.line)
        }
      } else if (this.#openLength > LONGEST_ROW) yield* this.#giveUp()
    }
    if (this.#length > BATCH) yield* this.#parse()
  }

  #add(text: string, line: number): void {
    if (text.trim() === '') return
    this.#rows.push({ text, line })
    this.#length += text.length
  }

  #release(): string[] {
    const lines = this.#open
    this.#open = []
    this.#openLength = 0
    return lines
  }

  /** Whether a line opens a quote that it does not close, or closes one that was open. */
  #isOdd(line: string): boolean {
    if (this.#quote === false) return false
    let odd = false
    for (let at = line.indexOf(this.#quote); at >= 0; at = line.indexOf(this.#quote, at + 1)) odd = !odd
    return odd
  }

  /** Leaves out the line on which a quote was opened, and takes those after it again. */
  *#giveUp(): Generator<CsvRow> {
    yield* this.#parse()
    const [first = '', ...others] = this.#release()
    this.#line -= others.length
    this.#context.tell(
      'bad-csv',
      'a quote is opened and never closed as it should be; the line is left out',
      {
        line: this.#line,
        record: first.slice(0, EXCERPT),
      },
    )
    for (const line of others) yield* this.#takeLine(line)
  }

  *#parse(): Generator<CsvRow> {
    const rows = this.#rows
    this.#rows = []
    this.#length = 0
    const together = this.#cells(rows)
    if (Array.isArray(together)) {
      for (let i = 0; i < rows.length; i++) yield { cells: together[i]!, line: rows[i]!.line }
      return
    }
    for (const row of rows) {
      const alone = this.#cells([row])
      if (Array.isArray(alone)) yield { cells: alone[0]!, line: row.line }
      else {
        const message = `the row cannot be read, and is left out: ${alone.message.replace(/ at line \d+/, '')}`
        this.#context.tell('bad-csv', message, { line: row.line, record: row.text.slice(0, EXCERPT) })
      }
    }
  }

  /** The cells of rows, or what is wrong with one of them. */
  #cells(rows: readonly RawRow[]): string[][] | Error {
    try {
      // As bytes: the parser's own way of encoding a text takes longer than the parsing.
      const cells: string[][] = parse(encoder.encode(rows.map(({ text }) => text).join('')), {
        delimiter: this.#delimiter,
        quote: this.#quote === false ? null : this.#quote,
        record_delimiter: ['\r\n', '\n'],
        relax_column_count: true,
      })
      return cells.length === rows.length ? cells : new Error('it is more rows than one')
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }
}
