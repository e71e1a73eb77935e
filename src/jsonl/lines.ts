import { type Issue, issue } from '../model/issue'
import { foreignEncoding } from '../model/utf8'

/** Longer lines are skipped without being held. */
export const MAX_LINE = 64 * 1024 * 1024
/** Bytes are decoded in blocks of whole lines: a call a line costs more, and larger blocks leave the cache. */
const BLOCK = 64 * 1024
/** How much of a line an issue keeps. */
export const EXCERPT = 500

const LF = 10
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/**
 * Cuts chunks of bytes or text into lines, wherever the chunks were cut. It holds one chunk and one unfinished
 * line, and of a line over the limit nothing but its start.
 *
 * Each chunk is pushed, then lines are taken with `next` until there are none left in it.
 */
export class LineCutter {
  /** The number of the line that came last, from 1. */
  line = 0
  /** The bytes turned out not to be text at all: nothing further is read. */
  refused = false
  readonly #max: number
  readonly #report: (found: Issue) => void

  /** Whole lines that are decoded, and how far they were taken. */
  #text = ''
  #at = 0
  /** What is not decoded yet of the chunk that was pushed last. */
  #chunk: Uint8Array | undefined
  #from = 0
  /** The start of a line whose end has not come yet. */
  #heldText = ''
  #held: Uint8Array[] = []
  #heldLength = 0
  /** The start of a line that is being skipped. */
  #skipped: string | undefined
  #ended = false

  constructor(max: number, report: (found: Issue) => void) {
    this.#max = max
    this.#report = report
  }

  push(chunk: string | Uint8Array): void {
    if (typeof chunk === 'string') {
      // Text after bytes: what is held of the line is carried on as text.
      if (this.#heldLength > 0) this.#heldText = this.#decode(this.#release())
      this.#text = chunk
      this.#at = 0
    } else {
      if (this.#heldText !== '') {
        const start = encoder.encode(this.#heldText)
        this.#heldText = ''
        this.#hold(start)
      }
      this.#chunk = chunk
      this.#from = 0
    }
  }

  /** There is nothing more to come: the last line may have no line end. */
  end(): void {
    this.#ended = true
    if (this.#heldLength > 0) this.#text = this.#decode(this.#release())
    else this.#text = this.#heldText
    this.#heldText = ''
    this.#at = 0
    if (this.#skipped !== undefined) this.#reportSkipped()
  }

  /** The next line without its LF, or undefined where the chunk has no whole line left. */
  next(): string | undefined {
    for (;;) {
      const text = this.#text
      const at = this.#at
      if (at >= text.length) {
        if (this.refused || !this.#decodeMore()) return undefined
        continue
      }
      let end = text.indexOf('\n', at)
      if (end < 0) {
        if (!this.#ended) {
          this.#holdText(text.slice(at))
          this.#text = ''
          continue
        }
        end = text.length
      }
      this.#at = end + 1
      if (this.#skipped !== undefined) this.#reportSkipped()
      else if (this.#heldText.length + end - at > this.#max) {
        this.#skipped = this.#heldText.slice(0, EXCERPT) || text.slice(at, at + EXCERPT)
        this.#heldText = ''
        this.#reportSkipped()
      } else {
        this.line++
        if (this.#heldText === '') return text.substring(at, end)
        const line = this.#heldText + text.substring(at, end)
        this.#heldText = ''
        return line
      }
    }
  }

  #holdText(text: string): void {
    if (this.#skipped !== undefined) return
    this.#heldText += text
    if (this.#heldText.length <= this.#max) return
    this.#skipped = copied(this.#heldText.slice(0, EXCERPT))
    this.#heldText = ''
  }

  /** Decodes the next lines of the chunk; false where it has no whole line left. */
  #decodeMore(): boolean {
    const chunk = this.#chunk
    if (chunk === undefined) return false
    const from = this.#from
    if (this.#heldLength === 0 && this.#skipped === undefined) {
      // No line in a block of at most `max` bytes is over the limit.
      const end = chunk.lastIndexOf(LF, Math.min(chunk.length, from + Math.min(BLOCK, this.#max + 1)) - 1)
      if (end >= from) {
        this.#from = end + 1
        this.#text = this.#decode(chunk.subarray(from, end + 1))
        this.#at = 0
        return true
      }
    }
    const end = chunk.indexOf(LF, from)
    this.#hold(chunk.subarray(from, end < 0 ? chunk.length : end))
    if (end < 0) {
      this.#chunk = undefined
      return false
    }
    this.#from = end + 1
    if (this.#skipped !== undefined) this.#reportSkipped()
    else {
      this.#text = `${this.#decode(this.#release())}\n`
      this.#at = 0
    }
    return true
  }

  #hold(bytes: Uint8Array): void {
    if (this.#skipped !== undefined || bytes.length === 0) return
    const length = this.#heldLength + bytes.length
    if (length > this.#max) {
      this.#skipped = excerptOf([...this.#release(), bytes])
      return
    }
    this.#held.push(bytes.slice()) // whoever gave the chunk may use its memory again
    this.#heldLength = length
  }

  #release(): Uint8Array[] {
    const held = this.#held
    this.#held = []
    this.#heldLength = 0
    return held
  }

  #reportSkipped(): void {
    const message = `the line is over ${size(this.#max)} and was skipped`
    const record = `${this.#skipped}…`
    this.#skipped = undefined
    this.#report(
      issue('line-too-long', message, { line: ++this.line, record, hint: 'one record stands on each line' }),
    )
  }

  #decode(bytes: Uint8Array | readonly Uint8Array[]): string {
    const whole = bytes instanceof Uint8Array ? bytes : join(bytes)
    try {
      return strict.decode(whole)
    } catch {
      return this.#decodeBad(whole)
    }
  }

  /** Decodes lines among which some are not UTF-8: those are reported, each once. */
  #decodeBad(bytes: Uint8Array): string {
    const foreign = this.line === 0 ? foreignEncoding(bytes) : undefined
    if (foreign) {
      this.refused = true
      this.#chunk = undefined
      this.#report(
        issue('bad-encoding', `this is ${foreign}; nothing of it is read`, {
          line: 1,
          hint: 'save it as UTF-8',
        }),
      )
      return ''
    }
    let text = ''
    let line = this.line
    for (let at = 0; at < bytes.length; ) {
      const lf = bytes.indexOf(LF, at)
      const end = lf < 0 ? bytes.length : lf + 1
      const part = bytes.subarray(at, end)
      line++
      try {
        text += strict.decode(part)
      } catch {
        text += lenient.decode(part)
        this.#report(
          issue('bad-encoding', 'the line is not UTF-8; what could not be read is U+FFFD', { line }),
        )
      }
      at = end
    }
    return text
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The start of a text, cut between characters. */
function excerptOf(parts: readonly Uint8Array[]): string {
  const start = new Uint8Array(EXCERPT)
  let at = 0
  for (const part of parts) {
    const piece = part.subarray(0, EXCERPT - at)
    start.set(piece, at)
    at += piece.length
    if (at === EXCERPT) break
  }
  return lenient.decode(start.subarray(0, at), { stream: false }).replace(/\ufffd+$/, '')
}

/** A string with memory of its own, which does not keep alive the longer one that it was cut from. */
function copied(text: string): string {
  return lenient.decode(encoder.encode(text))
}

function size(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024)
  return mebibytes >= 1 ? `${mebibytes} MiB` : `${bytes} bytes`
}
