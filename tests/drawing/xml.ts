/** An element of XML, read strictly. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Its own text, without that of its children. */
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads a document of elements, attributes and text; throws at whatever is not well-formed. It knows no comments, no
 * CDATA, no declarations: none of them may stand in what we write.
 */
export function parseXML(source: string): Element {
  const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(source)
  if (forbidden) throw new SyntaxError(`forbidden character ${forbidden[0].codePointAt(0)?.toString(16)}`)
  let at = 0
  const bad = (what: string): never => {
    throw new SyntaxError(`${what} at ${at}: ${source.slice(at, at + 40)}`)
  }
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found ?? undefined
  }
  const unescaped = (text: string) =>
    text.replace(/&([^;]*);?/g, (whole, name: string) => {
      if (!whole.endsWith(';')) bad('an ampersand by itself')
      const code = /^#(\d+)$/.exec(name)?.[1]
      return code === undefined
        ? (ENTITIES[name] ?? bad('an unknown entity'))
        : String.fromCodePoint(Number(code))
    })
  const element = (): Element => {
    const name = take(/<([a-zA-Z]+)/y)?.[1] ?? bad('no start tag')
    const attributes = new Map<string, string>()
    for (let found = take(/ ([a-zA-Z:-]+)="([^"<]*)"/y); found; found = take(/ ([a-zA-Z:-]+)="([^"<]*)"/y)) {
      if (attributes.has(found[1]!)) bad('an attribute twice')
      attributes.set(found[1]!, unescaped(found[2]!))
    }
    const children: Element[] = []
    let text = ''
    if (!take(/\/>/y)) {
      if (!take(/>/y)) bad('no end of a start tag')
      for (let end = take(/<\/([a-zA-Z]+)>/y); ; end = take(/<\/([a-zA-Z]+)>/y)) {
        if (end) {
          if (end[1] !== name) bad(`${name} is not closed`)
          break
        }
        const found = take(/[^<]+/y)
        if (found?.[0].includes(']]>')) bad('the end of a CDATA section')
        if (found) text += unescaped(found[0])
        else children.push(element())
      }
    }
    return { name, attributes: Object.fromEntries(attributes), children, text }
  }
  const root = element()
  if (at !== source.length) bad('something after the end')
  return root
}

/** All elements within one, itself first. */
export function* within(root: Element): Iterable<Element> {
  yield root
  for (const child of root.children) yield* within(child)
}

/** The elements of a class. */
export function ofClass(root: Element, name: string): Element[] {
  return [...within(root)].filter(({ attributes }) => attributes.class?.split(' ').includes(name))
}

/** All that is written in it, but not what pointing at it shows. */
export function written(root: Element): string[] {
  return [...within(root)].filter(({ name }) => name === 'text').map(({ text }) => text)
}
