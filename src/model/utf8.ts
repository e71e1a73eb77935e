import { type Issue, issue } from './issue'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** Encodings that would otherwise give an issue a line: by the bytes a file begins with. */
export function foreignEncoding([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16'
  return first === 0x1f && second === 0x8b ? 'a gzip file' : undefined
}

/** Bytes (UTF-8) or text as text, wherever they were cut. What is no UTF-8 is U+FFFD, and reported once a chunk. */
export class Utf8 {
  /** The bytes turned out not to be text at all: nothing further is read. */
  refused = false
  readonly #report: (found: Issue) => void
  /** The first bytes of a character whose others have not come yet. */
  #held = new Uint8Array(0)
  #begun = false

  constructor(report: (found: Issue) => void) {
    this.#report = report
  }

  /** The text of a chunk, without a byte order mark. */
  text(chunk: string | Uint8Array): string {
    if (this.refused) return ''
    const text = typeof chunk === 'string' ? this.end() + chunk : this.#decode(joined(this.#held, chunk))
    if (this.#begun || text === '') return text
    this.#begun = true
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }

  /** What is left of a character that was cut off. */
  end(): string {
    const held = this.#held
    this.#held = new Uint8Array(0)
    return held.length === 0 ? '' : this.#lenient(held)
  }

  #decode(bytes: Uint8Array): string {
    if (!this.#begun && bytes.length === 1 && bytes[0] === 0x1f) {
      this.#held = bytes.slice() // the next byte tells whether this is a gzip file
      return ''
    }
    const foreign = this.#begun ? undefined : foreignEncoding(bytes)
    if (foreign !== undefined) {
      this.refused = true
      this.#held = new Uint8Array(0)
      const place = { line: 1, hint: 'save it as UTF-8' }
      this.#report(issue('bad-encoding', `this is ${foreign}; nothing of it is read`, place))
      return ''
    }
    const end = bytes.length - unfinished(bytes)
    this.#held = bytes.slice(end)
    const whole = bytes.subarray(0, end)
    try {
      return strict.decode(whole)
    } catch {
      return this.#lenient(whole)
    }
  }

  #lenient(bytes: Uint8Array): string {
    this.#report(
      issue('bad-encoding', 'there are bytes that are not UTF-8; what could not be read is U+FFFD'),
    )
    return lenient.decode(bytes)
  }
}

/** How many bytes at the end are the start of a character that goes on. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0b1100_0000) === 0b1000_0000) continue // one that carries a character on
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
