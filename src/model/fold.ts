/** Letters with a stroke, and two that are written as one: no decomposition takes them apart. */
const LETTERS: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/**
 * A text as it is compared: compatible forms, case, accents, vowel signs and joiners are one, and so are letters that
 * Arabic and Persian keyboards write in different ways.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter]!)
    .replace(/[\u0649\u06cc]/g, '\u064a') // alef maqsura and Farsi yeh: yeh
    .replace(/\u06a9/g, '\u0643') // keheh: kaf
    .replace(/\u0629/g, '\u0647') // teh marbuta: heh
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
}
