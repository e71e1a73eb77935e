import type { SourceContext } from './context'
import type { SourceFile } from './files'

/** Bytes with which files begin that are no text, and what to do with them. */
export const NO_TEXT: readonly (readonly [bytes: readonly number[], what: string, hint: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive', 'unpack it, and give what is in it'],
  [[0x1f, 0x8b], 'a gzip file', 'unpack it, and give what is in it'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'lists are published as XML or CSV, too'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a document of Office', 'save it as CSV'],
]

/** Byte order marks, and how UTF-16 begins without one where the first character is `<`. */
const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
]

/** Enough of a file to see what it is: an XML declaration, with room to spare. */
const HEAD = 256

/** UTF-8 that somebody took for Windows-1252: `Ã¡` for `á`. Nobody writes such letters one after the other. */
const MOJIBAKE = /\u00c3[\u0080-\u00bf\u2018-\u2122]|\u00c2[\u0080-\u00bf]|\u00e2\u20ac[\u0080-\u2122]/

/**
 * The text of a file: in the encoding that its byte order mark or XML declaration says, else the options, else UTF-8.
 * What is no text at all, and an HTML page where data is wanted, is told, and nothing of it comes. Bytes that are not of
 * the encoding are read as U+FFFD; the first of them is told with its line.
 *
 * @param encoding instead of UTF-8, where neither the file nor the options say
 * @returns chunks of text, without a byte order mark
 */
export async function* textOf(
  file: SourceFile,
  context: SourceContext,
  encoding?: string,
): AsyncGenerator<string> {
  const watch = new Watch(context)
  for await (const text of decoded(file, context, encoding)) {
    if (!watch.isFine(text)) return
    yield text
  }
}

async function* decoded(
  file: SourceFile,
  context: SourceContext,
  usual: string | undefined,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let begun = false
  let head = new Uint8Array(0)
  const begin = () => {
    const what = NO_TEXT.find(([bytes]) => startsWith(head, bytes))
    if (what) context.tell('wrong-format', `this is ${what[1]}, not text`, { line: 1, hint: what[2] })
    return what ? undefined : decoderFor(head, context, usual)
  }
  for await (const chunk of context.bytes(file)) {
    if (typeof chunk === 'string') {
      yield begun ? chunk : chunk.replace(/^\ufeff/, '')
      begun ||= chunk !== ''
      continue
    }
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    head = joined(head, chunk)
    if (head.length < HEAD) continue
    decoder = begin()
    if (!decoder) return
    yield decoder.decode(head, { stream: true })
  }
  if (!decoder && head.length > 0) {
    decoder = begin()
    if (decoder) yield decoder.decode(head, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

function decoderFor(head: Uint8Array, context: SourceContext, usual = 'utf-8'): TextDecoder {
  const mark = MARKS.find(([bytes]) => startsWith(head, bytes))?.[1]
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(ascii(head))?.[1]
  // Who could read the declaration byte by byte knows that it is not UTF-16, whatever it says (HTML Standard, 13.2.3.2).
  const said = declared !== undefined && /^utf-?16/i.test(declared) ? 'utf-8' : declared
  const encoding = mark ?? said ?? context.options.encoding ?? usual
  try {
    return new TextDecoder(encoding)
  } catch {
    context.tell('bad-encoding', `there is no encoding '${encoding}'; it is read as UTF-8`, {
      line: 1,
      hint: 'a label of the Encoding Standard, as windows-1252',
    })
    return new TextDecoder()
  }
}

/** Watches a text go by for what shows that it is not what it should be. */
class Watch {
  readonly #context: SourceContext
  #line = 1
  #begun = false
  #told = false

  constructor(context: SourceContext) {
    this.#context = context
  }

  /** Whether it is worth reading on. */
  isFine(text: string): boolean {
    if (!this.#begun && text.trim() !== '') {
      this.#begun = true
      if (/^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text)) {
        const hint = 'was the page of an error or of a login saved?'
        this.#context.tell('wrong-format', 'this is an HTML page, not data', { line: 1, hint })
        return false
      }
    }
    if (!this.#told) this.#look(text)
    this.#line += linesIn(text)
    return true
  }

  #look(text: string): void {
    const lost = text.indexOf('\ufffd')
    const at = lost >= 0 ? lost : text.search(MOJIBAKE)
    if (at < 0) return
    this.#told = true
    const place = { line: this.#line + linesIn(text.slice(0, at)) }
    if (lost >= 0) {
      const hint = "is it Windows-1252? then say so, by the encoding 'windows-1252'"
      this.#context.tell('bad-encoding', 'what is not of the encoding is U+FFFD, first here', {
        ...place,
        hint,
      })
    } else {
      const seen = text.slice(at, at + 2)
      const message = `there is text that was decoded wrongly before it was saved, first here: '${seen}'`
      this.#context.tell('bad-encoding', message, { ...place, hint: 'it is kept as it stands' })
    }
  }
}

/** How many line ends a text has. */
export function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, HEAD))
}

function joined(first: Uint8Array<ArrayBuffer>, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
