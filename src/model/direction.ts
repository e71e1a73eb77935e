import { printable } from './issue'

/** What may be read from right to left. Source: the blocks that Unicode Standard Annex 9 sets aside for it. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** What isolates a text from the direction of others: FSI and PDI. Source: Unicode Standard Annex 9, 2.2. */
const ISOLATES = /[\u2068\u2069]/g

/**
 * A name within a line of other words. One from right to left is isolated: else it would turn the line around, and
 * with it what its arrows say.
 */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name
}

/** Words without what isolates names in them. */
export function bare(words: string): string {
  return words.replace(ISOLATES, '')
}

/** Words of ours with foreign ones in them, made safe for a line; what isolates names in them stays. */
export function printableWords(words: string): string {
  return words.replace(/[^\u2068\u2069]+/g, printable)
}

/** As its first letter that has a direction: Unicode Standard Annex 9, rules P2 and P3. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0]
  return first !== undefined && RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}
