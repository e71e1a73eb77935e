/**
 * Text as Markdown that shows it as it is: one line, no markup or HTML of its own, whatever a label holds.
 *
 * Source of what may be escaped: CommonMark 0.31, §2.4.
 */
export function markdown(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, (mark) => (PLAIN.has(mark) ? mark : `\\${mark}`))
  return line.replace(/www\./gi, (start) => start.replace('.', '\\.')) // which some would make a link of
}

/** Marks that start nothing within a line. */
const PLAIN = new Set([...`",.;'?/%$()=-+#!`])
