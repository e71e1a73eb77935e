/**
 * How wide text is, without a font at hand: an upper bound, so that a label never leaves its box.
 *
 * A row is where a run of code points begins, and their widths: one letter each, in twentieths of the font size
 * (`0`–`9`, `a`–`z`, `A`–`Z` for 0 to 61), or one number for all up to the next row, in font sizes. They are
 * the widest of Noto Sans and DejaVu Sans, regular and bold, with the Noto fonts behind them for other scripts, as
 * Chromium measures them.
 */
const WIDTHS: readonly (readonly [first: number, widths: string | number])[] = [
  // ASCII
  [0x20, '7abheli7aabh8989eeeeeeeeee88hhhckggfheehh88gdkhhfhgfehgngffa9ahaaefcfe9ff77e7lfeffacafejdecfbfh'],
  // Latin with its accents
  [
    0xa0,
    '7aeedebbdkcdh0kaah99afe8a9cdlllcggggggmfeeee8888hhhhhhhhhhhhhfffeeeeeelceeee7777efeeeeeheffffefe' +
      'gegegefcfcfcfchfhfeeeeeeeeeehfhfhfhfhfkg8787878787fe87geed7d7dadcd8hfhfhfkhfheheheomgagagafcfcfc' +
      'fceaeaeahfhfhfhfhfhfnjfeffcfcfc9',
  ],
  // Latin, extended; phonetic letters
  [0x180, 1.6],
  // Greek
  [
    0x370,
    'eclh77hf00ccbb880000ccg8hlc0i0ki9ggdgefhh8ggkhdhhf0eefigih8fecf9eefeeccfe9fdfecegfcgdegdhi9eeeig' +
      'dffkfhkfhefcebfejdmhhfjffdgegfecffc7hddfffkhffff',
  ],
  // Cyrillic
  [0x400, 'eeidff888onihhghgggdiepfhhhhkhhhffegkgjhprjlgfogeedbhekcffefheeefccekdfemnfjdckdeefbcc777kkfefee'],
  // Cyrillic, extended
  [0x460, 1.5],
  // Armenian
  [0x530, 1],
  // Hebrew letters
  [0x5d0, 'fd9ce78ee6ccdef7aeeeeeefdge'],
  // Hebrew ligatures and marks
  [0x5eb, 0.75],
  // Arabic
  [
    0x600,
    '000000eejioc87od0000000000080c7cgb77d7j7lcllfffbbccssrrlleeiiggg7oijififdjj000000000000000000000' +
      'ddddddddddd88bli066666cchllllllllfffffff999999999cccceccccsssrrleooooooiilqljjjlllllliiiiiiiiijf' +
      'ffffccdddccdjkjcjhcc4f00000000m0000005600c0000b7ddddddddddpobadh',
  ],
  // Syriac, Thaana, N’Ko, Samaritan, Mandaic
  [0x700, 1.35],
  // Devanagari
  [
    0x900,
    '000ggglaabgieccccllllghccddefgfbcccfcdbdcccgcfcc99eggceceb0g0aggg00000000gggg0ggj0000000ghcfccgc' +
      'ie007abbbbbbbbbb97ggllggcfccfacc',
  ],
  // Bengali
  [
    0x980,
    'b0jj0iobefiid00gi00fiheedfcejglccfcdfddcd0fhcfddc0f000edeb000bggg000000ii00nn0b00000000g0000fc0d' +
      'id0000cccccccccccccdcff6eae6b900',
  ],
  // Gurmukhi
  [0xa00, 1.5],
  // Gujarati
  [0xa80, 1.1],
  // Oriya
  [0xb00, 1.55],
  // Tamil
  [
    0xb80,
    '000i0nrnfmv000ggl0kkFh000lf0l0pe000xh000gpg000ikdilmilorqx0000ph0mt000uqz0HDP000n000000x00000000' +
      '000000dhmkjllgnoiikkqJlrElp00000',
  ],
  // Telugu
  [0xc00, 1.8],
  // Kannada
  [0xc80, 1.7],
  // Malayalam
  [0xd00, 2.2],
  // Sinhala
  [0xd80, 1.9],
  // Thai
  [0xe00, '0cbbddcbbdbcjjddbdjjddddbddddeeeddcadcdaddcceccb709900000000000e6c7679c00000000ccbdcbbbfcbgi'],
  // Lao
  [0xe5c, 1.4],
  // Tibetan
  [0xf00, 1.65],
  // Myanmar
  [0x1000, 2.5],
  // Georgian, Hangul letters
  [0x10a0, 1.1],
  // Ethiopic, Cherokee
  [0x1200, 1.35],
  // Canadian syllabics, Philippine scripts, Khmer
  [0x1400, 2.05],
  // Mongolian, scripts of South-East Asia
  [0x1800, 1.85],
  // Latin, phonetic and with accents
  [0x1d00, 1.15],
  // Greek, with breathings
  [0x1f00, 1.5],
  // punctuation
  [0x2000, 1.9],
  // currencies, letterlike, numbers
  [0x2070, 1.7],
  // arrows, mathematics, boxes, symbols, other alphabets
  [0x2190, 1.7],
  // punctuation, more
  [0x2e00, 2.85],
  // CJK: Han, kana, Hangul, all full width
  [0x2e80, 1],
  // Yi, Lisu, Vai, Cyrillic and Latin extensions, Hangul letters
  [0xa000, 1.5],
  // Javanese, Myanmar and Ethiopic extensions
  [0xa960, 2.05],
  // Hangul, Han
  [0xac00, 1],
  // ligatures: Latin, Armenian, Hebrew
  [0xfb00, 1.75],
  // ligatures: Arabic
  [0xfb50, 2.35],
  // ligatures of whole Arabic phrases
  [0xfdf0, 7.25],
  // forms: vertical, small, Arabic, full width
  [0xfe00, 1.45],
  // ancient scripts
  [0x10000, 2.8],
  // cuneiform
  [0x12000, 4.65],
  // hieroglyphs, other scripts, notation
  [0x13000, 2.2],
  // emoji
  [0x1f000, 1.65],
  // Han, further planes
  [0x20000, 1],
  // tags, private use
  [0xe0000, 2],
]

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** What no row tells: control characters and what is not assigned, which fonts draw as a box with its number. */
const UNKNOWN = 1.5

/** Fonts that the widths hold for, first those of the table. */
export const FONTS = "'Noto Sans', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"

/**
 * An upper bound of the width of a line of text, in any script, regular or bold.
 *
 * @param text one line
 * @param size of the font, in px
 * @returns px
 */
export function textWidth(text: string, size: number): number {
  let width = 0
  let before = 0
  let marks = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const isMark = MARK.test(character) && code >> 8 === before >> 8 && !(code > 0x655 && code < 0x670)
    marks = isMark ? marks + 1 : 0
    width += ANYWHERE.test(character) || (isMark && marks <= MOST_MARKS) ? 0 : widthOf(code)
    before = code
  }
  return width * size
}

/**
 * Marks take no room on a letter of their script. On another, or on too many marks, they stand on a circle of their own;
 * so do rare Arabic ones, for which there is seldom a font.
 */
const MARK = /\p{Mn}/u
const MOST_MARKS = 2
// Joiners, directional marks and isolates, variation selectors, and the accents that go with any script.
const ANYWHERE =
  /[\u200b-\u200f\u2060\u2068\u2069\ufeff]|[\ufe00-\ufe0f]|[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/

function widthOf(code: number): number {
  let low = 0
  let high = WIDTHS.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (WIDTHS[middle]![0] <= code) low = middle + 1
    else high = middle
  }
  const [first, widths] = WIDTHS[low - 1] ?? [0, UNKNOWN]
  if (typeof widths === 'number') return widths
  const digit = widths[code - first]
  // A zero in the table is a mark, which here stands alone, or not assigned.
  return digit === undefined || digit === '0' ? UNKNOWN : DIGITS.indexOf(digit) / 20
}
