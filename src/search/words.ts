import { folded } from '../model/fold'

/** Scripts that put no spaces between words: where one ends, a dictionary tells. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const WORD = /[\p{L}\p{N}]+/gu
/** Within a word, and written or left out: `Qa’ida`, `Qaida`. */
const APOSTROPHES = /(?<=\p{L})['’‘ʼʻ`´ʾʿ](?=\p{L})/gu

let segmenter: Intl.Segmenter | undefined

/**
 * The words of a text as they are compared: without case, accents and marks, in any script.
 *
 * @returns in the order of the text
 */
export function wordsOf(text: string): string[] {
  const plain = folded(text.replace(APOSTROPHES, ''))
  if (!UNSPACED.test(plain)) return plain.match(WORD) ?? []
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  return [...segmenter.segment(plain)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []))
}
