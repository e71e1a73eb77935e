/**
 * Text as Markdown that shows it as it is: one line, no markup, formula or HTML of its own, whatever a label holds.
 *
 * Older Markdown, as notebooks have it, lets a backslash escape less than CommonMark does: there a reference stands
 * instead.
 *
 * Source of what may be escaped: CommonMark 0.31, §2.4 and §2.5.
 */
export function markdown(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, escaped)
    .replace(/^[#+-]|^\d+(?=[.)])/, (start) => [...start].map(reference).join('')) // heads and lists
    .replace(/:(?=\S)/g, reference) // emoji, and addresses
    .replace(/www\./gi, (start) => start.replace('.', '\\.')) // which some would make a link of
}

/** Marks that start nothing within a line. */
const PLAIN = new Set([...`",.:;'?/%()=-+#!`])
/** Marks that every Markdown lets a backslash escape. */
const ESCAPED = new Set('`*_{}[]')

function escaped(mark: string): string {
  if (PLAIN.has(mark)) return mark
  if (ESCAPED.has(mark)) return `\\${mark}`
  // What begins a formula begins none in an element of its own.
  return mark === '$' || mark === '\\' ? `<span>${reference(mark)}</span>` : reference(mark)
}

function reference(mark: string): string {
  return `&#${mark.charCodeAt(0)};`
}
