import { printable } from './issue'

/** A letter of a script that is written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

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
