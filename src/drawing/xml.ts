/** Attributes of an element; one without a value is left out. Coordinates are rounded to a tenth of a pixel. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Text as it stands in XML or HTML, between tags or in quotes; what XML 1.0 forbids is U+FFFD. */
export function escapeXML(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (mark) => ESCAPES[mark] ?? mark)
}

// XML 1.0, §2.2: no other control characters, and no noncharacters at the end of the first plane.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Tabs and line ends too: in an attribute they would be read as spaces. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** An element of children that are markup already; what is undefined is left out. */
export function element(name: string, attributes: Attributes, ...children: (string | undefined)[]): string {
  let start = name
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    start += ` ${key}="${typeof value === 'number' ? round(value) : escapeXML(value)}"`
  }
  const content = children.join('')
  return content === '' ? `<${start}/>` : `<${start}>${content}</${name}>`
}

/** A coordinate in px, to a tenth, as it is written. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10 || 0)
}

/** What pointing at an element shows. */
export function tooltip(lines: readonly string[]): string {
  return element('title', {}, escapeXML(lines.join('\n')))
}
