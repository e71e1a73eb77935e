import { SaxesParser } from 'saxes'
import { sniffFormat } from '../sniff'
import type { SourceContext } from './context'
import type { SourceFile } from './files'
import { textOf } from './text'
import { type Mended, References } from './xml-references'

/** An element of XML, whole, by local names: publishers change their namespaces over the years. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own text, trimmed; `''` where it has none. */
  readonly text: string
  /** The line that it begins on, from 1. */
  readonly line: number
}

/** What to read of a document. */
export interface XmlRecords {
  /** Names that the outermost element may have: with another, the document is not read. */
  readonly roots: readonly string[]
  /** Names of the elements that come, each whole; the outermost where one stands within another. */
  readonly records: readonly string[]
  /** What the format is called, for issues. */
  readonly format: string
  /**
   * Names of other elements that the outermost one has beside those that hold the records; where given, one that holds
   * none of the records but something else is told: its elements may have got other names.
   */
  readonly beside?: readonly string[]
  /** Told of the outermost element when it opens, before any record: what stands on it is of the whole list. */
  onRoot?(name: string, attributes: ReadonlyMap<string, string>): void
}

/** Deeper than any list, also one with many tags that are not closed; what goes on like that is made to break its reader. */
const DEEPEST = 10_000
/** Characters of one element that is held. */
const LONGEST = 64 * 1024 * 1024

/**
 * The elements of a document that have one of some names, one after another, each held whole and no longer than it is
 * looked at. Document type declarations are refused: no entity is expanded but the five of XML, nothing is fetched. What
 * is wrong is told with its line, and reading goes on with the next element.
 */
export async function* xmlElements(
  file: SourceFile,
  context: SourceContext,
  wanted: XmlRecords,
): AsyncGenerator<XmlElement> {
  const reader = new XmlReader(context, wanted)
  for await (const text of textOf(file, context)) {
    reader.write(text)
    yield* reader.take()
    if (reader.refused) return
  }
  if (!context.refused) reader.close()
  yield* reader.take()
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** All children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Children at the end of a path of names: `childrenAt(entry, 'akaList', 'aka')`. */
export function childrenAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): readonly XmlElement[] {
  let found: readonly XmlElement[] = element ? [element] : []
  for (const name of path) found = found.flatMap((one) => childrenOf(one, name))
  return found
}

/** The text of the first child of this name; undefined where there is none, or it is empty. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  for (const found of childrenAt(element, ...path)) if (found.text !== '') return found.text
  return undefined
}

/** An attribute; undefined where there is none, or it is empty. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name)?.trim() || undefined
}

interface Open {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly children: XmlElement[]
  text: string
  readonly line: number
}

class XmlReader {
  /** The document turned out not to be what was wanted: nothing further is read. */
  refused = false
  readonly #context: SourceContext
  readonly #wanted: XmlRecords
  readonly #names: ReadonlySet<string>
  readonly #parser = new SaxesParser({ position: true, xmlns: false })
  readonly #references = new References()
  /** Elements that came whole and were not taken yet. */
  #ready: XmlElement[] = []
  /** The elements that are open within a record, the record first. */
  #open: Open[] = []
  /** How many elements are open, and how long the text of the record is. */
  #depth = 0
  #length = 0
  #begun = false
  #wrongLine = 0
  /** The element within the outermost one that is open, and what it holds where it is no record. */
  #part: { readonly name: string; readonly line: number; other?: string } | undefined
  readonly #toldOf = new Set<string>()

  constructor(context: SourceContext, wanted: XmlRecords) {
    this.#context = context
    this.#wanted = wanted
    this.#names = new Set(wanted.records)
    const parser = this.#parser
    parser.on('error', (error) => this.#wrong(error))
    parser.on('doctype', () => {
      this.#tell('bad-xml', 'a document type declaration is not read, nor what it declares or points to')
    })
    parser.on('opentag', ({ name, attributes }) => this.#opened(name, attributes))
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
    parser.on('closetag', () => this.#closed())
  }

  write(text: string): void {
    this.#parse(this.#references.take(text))
  }

  #parse({ text, at }: Mended): void {
    if (this.refused) return
    let past = 0
    for (const ampersand of at) {
      this.#parser.write(text.slice(past, ampersand))
      past = ampersand
      if (this.refused) return
      if (this.#begun) this.#tell('bad-xml', "an '&' that begins no reference is read as it stands")
    }
    this.#parser.write(text.slice(past))
  }

  close(): void {
    this.#parse(this.#references.end())
    if (this.refused) return
    this.#context.line = this.#parser.line
    const [record] = this.#open
    if (this.#depth > 0) {
      const where = record ? `within <${record.name}>, which is left out` : 'before its last tag'
      this.#tell('cut-off', `the file ends ${where}: is it cut off?`)
    } else if (!this.#begun)
      this.#tell('wrong-format', `this is not ${this.#wanted.format}: it has no elements`)
    this.refused = true
  }

  *take(): Generator<XmlElement> {
    const ready = this.#ready
    this.#ready = []
    for (const element of ready) {
      this.#context.line = element.line
      yield element
    }
  }

  #opened(qualified: string, attributes: Record<string, string>): void {
    if (this.refused) return
    this.#depth++
    const name = localName(qualified)
    if (!this.#begun) this.#begin(name, attributes)
    if (this.#open.length === 0 && !this.#names.has(name)) {
      this.#pass(name)
      return
    }
    if (this.#open.length === 0) this.#part = undefined
    const [record] = this.#open
    if (record?.name === name) {
      this.#tell('bad-xml', `<${name}> was not closed before the next one; it is left out`, record.line)
      this.#open = []
    }
    if (this.#depth > DEEPEST) {
      this.#refuse(`elements stand within each other ${DEEPEST} deep`)
      return
    }
    const local = localAttributes(attributes)
    for (const value of local.values()) this.#length += value.length
    this.#open.push({ name, attributes: local, children: [], text: '', line: this.#parser.line })
  }

  /** Goes past an element that is no record, nor within one. */
  #pass(name: string): void {
    const { beside } = this.#wanted
    if (beside === undefined) return
    if (this.#depth === 2) {
      this.#part = beside.includes(name) ? undefined : { name, line: this.#parser.line }
    } else if (this.#depth === 3 && this.#part) this.#part.other ??= name
  }

  /** An element within the outermost one has ended, and held no record. */
  #passed(): void {
    const part = this.#part
    this.#part = undefined
    if (part?.other === undefined || this.#toldOf.has(part.name)) return
    this.#toldOf.add(part.name)
    const records = this.#wanted.records.map((name) => `<${name}>`).join(', ')
    const message = `<${part.name}> holds <${part.other}>, and none of ${records}: it is not read`
    this.#tell('bad-xml', message, part.line)
  }

  #begin(root: string, attributes: Record<string, string>): void {
    this.#begun = true
    if (this.#wanted.roots.includes(root)) {
      this.#wanted.onRoot?.(root, localAttributes(attributes))
      return
    }
    const expected = this.#wanted.roots.map((name) => `<${name}>`).join(' or ')
    const message = `this is not ${this.#wanted.format}: it begins with <${root}>, not ${expected}`
    const format = sniffFormat([], `<${root}>`)
    const hint = format === undefined ? {} : { hint: `is it '${format}'?` }
    this.#context.tell('wrong-format', message, { line: this.#parser.line, ...hint })
    this.refused = true
  }

  #text(text: string): void {
    const open = this.#open.at(-1)
    if (!open || this.refused) return
    this.#length += text.length
    if (this.#length > LONGEST) this.#refuse('one element is over 64 MiB')
    else open.text += text
  }

  #closed(): void {
    if (this.refused) return
    this.#depth--
    const open = this.#open.pop()
    if (!open) {
      if (this.#depth === 1) this.#passed()
      return
    }
    const element: XmlElement = { ...open, text: open.text.trim() }
    const parent = this.#open.at(-1)
    if (parent) parent.children.push(element)
    else {
      this.#ready.push(element)
      this.#length = 0
    }
  }

  #wrong(error: Error): void {
    // What comes at the end is told there, in words of ours; what follows from an error on its line is not told again.
    if (this.refused || /unclosed tag|document must contain a root/.test(error.message)) return
    if (this.#wrongLine === this.#parser.line) return
    this.#wrongLine = this.#parser.line
    this.#tell('bad-xml', error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, ''))
  }

  #refuse(why: string): void {
    this.#tell('bad-xml', `${why}: nothing further is read`)
    this.refused = true
  }

  #tell(code: 'bad-xml' | 'cut-off' | 'wrong-format', message: string, line = this.#parser.line): void {
    this.#context.tell(code, message, { line })
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localAttributes(attributes: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value]))
}
