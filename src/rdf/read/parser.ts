import type * as Rdf from '@rdfjs/types'
import { Parser } from 'n3'
import { type Issue, issue } from '../../model/issue'
import { N3_NAMES, type TextFormat } from '../formats'

/** Takes text, cut anywhere, and gives its quads as soon as they are complete. */
export interface QuadParser {
  push(text: string): void
  /** There is nothing more to come. */
  end(): void
  /** Nothing further is read. */
  readonly refused: boolean
}

/** Where quads and trouble go. */
export interface Sink {
  readonly quad: (quad: Rdf.Quad) => void
  readonly report: (found: Issue) => void
}

/** A parser of a format; n3 does the reading. */
export function parserOf(format: TextFormat, sink: Sink): QuadParser {
  return format === 'ntriples' || format === 'nquads'
    ? new LineParser(format, sink)
    : new DocumentParser(format, sink)
}

const EXCERPT = 500
const CUT = 'is the file cut short?'

/** Longer lines are skipped without being held, as in JSON Lines. */
const MAX_LINE = 64 * 1024 * 1024

/** Line by line: a line that is wrong costs no other. */
class LineParser implements QuadParser {
  readonly refused = false
  readonly #format: TextFormat
  readonly #sink: Sink
  /** The start of a line whose end has not come yet. */
  #rest = ''
  #skipping = false
  /** Lines that are done. */
  #line = 0

  constructor(format: TextFormat, sink: Sink) {
    this.#format = format
    this.#sink = sink
  }

  push(text: string): void {
    const end = text.lastIndexOf('\n') + 1
    if (end === 0) this.#hold(text)
    else {
      this.#lines(this.#rest + text.slice(0, end))
      this.#rest = ''
      this.#hold(text.slice(end))
    }
  }

  end(): void {
    if (this.#rest !== '' || this.#skipping) this.#lines(this.#rest)
    this.#rest = ''
  }

  #hold(text: string): void {
    if (this.#skipping) return
    this.#rest += text
    if (this.#rest.length <= MAX_LINE) return
    this.#skipping = true
    this.#rest = ''
  }

  /** Whole lines; all at once where none is wrong. */
  #lines(text: string): void {
    const rest = this.#skipping ? this.#skipped(text) : text
    try {
      const quads = this.#parse(rest)
      this.#line += countLines(rest)
      for (const quad of quads) this.#sink.quad(quad)
    } catch {
      for (const line of rest.split('\n')) this.#one(line)
      this.#line-- // after the last line end there is no line
    }
  }

  /** What comes after a line that was too long. */
  #skipped(text: string): string {
    this.#skipping = false
    const hint = 'one triple stands on each line'
    const message = `the line is over ${MAX_LINE / (1024 * 1024)} MiB and was skipped`
    this.#sink.report(issue('line-too-long', message, { line: ++this.#line, hint }))
    const end = text.indexOf('\n')
    return end < 0 ? '' : text.slice(end + 1)
  }

  #one(line: string): void {
    this.#line++
    try {
      for (const quad of this.#parse(line)) this.#sink.quad(quad)
    } catch (error) {
      this.#sink.report(problemOf(error, this.#line, line))
    }
  }

  #parse(text: string): Rdf.Quad[] {
    // Labels of blank nodes stay as they are, so that they are the same in all parts of the file.
    return new Parser({ format: N3_NAMES[this.#format], blankNodePrefix: '' }).parse(text)
  }
}

/**
 * Turtle and TriG: where the text is wrong, nothing after it can be trusted; nor is the sentence it is in, since a half of
 * it may say something else: a claim without the day of its withdrawal still counts.
 */
class DocumentParser implements QuadParser {
  refused = false
  readonly #sink: Sink
  /** The quads of a sentence that has not ended yet. */
  #sentence: Rdf.Quad[] = []
  #ended = false
  #data: (text: string) => void = () => {}
  #start = ''
  #end: () => void = () => {}

  constructor(format: TextFormat, sink: Sink) {
    this.#sink = sink
    // What n3 asks of a stream, and no more: it reads what is pushed at once.
    const input = {
      on: (event: string, listener: (text?: unknown) => void) => {
        if (event === 'data') this.#data = listener
        if (event === 'end') this.#end = listener
      },
    }
    // Labels of blank nodes stay as they are: trouble is told by them.
    const parser = new Parser({ format: N3_NAMES[format], blankNodePrefix: '' })
    const listeners = {
      onQuad: (error: Error | null, quad: Rdf.Quad | null) => {
        if (error) this.#fail(error)
        else if (quad) this.#sentence.push(quad)
      },
      onTokenEnd: ({ type }: { readonly type: string }) => {
        if (type === '.' || type === '}') this.#endSentence()
      },
    }
    // The boundary: n3's types ask for a whole event emitter, and do not know that it tells of tokens.
    parser.parse(input as never, listeners)
  }

  push(text: string): void {
    if (this.#start.length < 8) this.#start += text.slice(0, 8)
    if (!this.refused) this.#data(text)
  }

  end(): void {
    this.#ended = true
    if (!this.refused) this.#end()
  }

  #endSentence(): void {
    if (!this.refused) for (const quad of this.#sentence) this.#sink.quad(quad)
    this.#sentence = []
  }

  #fail(error: Error): void {
    if (this.refused) return
    this.refused = true
    const context = (error as { context?: { line?: number } }).context // n3's errors tell their line
    const told = problemOf(error, context?.line, excerptOf(this.#sentence))
    const found = { ...told, message: `${told.message}; nothing from this sentence on is read` }
    const isJson = /^\s*[{[]\s*["{]/.test(this.#start)
    const hint = isJson ? 'is this JSON?' : this.#ended ? CUT : undefined
    this.#sink.report(hint === undefined ? found : { ...found, hint })
  }
}

/** What n3 says is wrong, in our form. */
function problemOf(error: unknown, line?: number, text?: string): Issue {
  const said = error instanceof Error ? error.message : String(error)
  const message = said.replace(/ on line \d+\.?$/, '').replace(/\.$/, '')
  const cut = /\beof\b/.test(message) ? { hint: CUT } : {}
  return issue('bad-rdf', message.length > EXCERPT ? `${message.slice(0, EXCERPT)}…` : message, {
    ...(line === undefined ? {} : { line }),
    ...(text === undefined ? {} : { record: text.slice(0, EXCERPT) }),
    ...cut,
  })
}

/** What is left out of a sentence that is not whole. */
function excerptOf(quads: readonly Rdf.Quad[]): string | undefined {
  const [first] = quads
  if (!first) return undefined
  const said = quads
    .slice(0, 20)
    .map(({ predicate, object }) => `<${predicate.value}> ${object.value.slice(0, 100)}`)
  return `${first.subject.termType === 'BlankNode' ? '_:' : `<${first.subject.value}>`} ${said.join(' ; ')}`
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
