/** Scripts in which lists have names, by their codes in ISO 15924, which Unicode knows its scripts by. */
const SCRIPTS = [
  'Latn',
  'Arab',
  'Cyrl',
  'Hang',
  'Hani',
  'Hira',
  'Kana',
  'Hebr',
  'Grek',
  'Armn',
  'Geor',
  'Deva',
  'Beng',
  'Taml',
  'Thai',
  'Mymr',
  'Khmr',
  'Laoo',
  'Ethi',
  'Syrc',
  'Thaa',
  'Tibt',
] as const

const LETTERS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)

/**
 * The script of a text, by its letters (Unicode Standard Annex #24): undefined where they are of several scripts, or of
 * one that no list is known to use.
 *
 * @returns a code of ISO 15924, as `Arab`
 */
export function scriptOf(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu) ?? []
  const [first] = letters
  const found = first === undefined ? undefined : LETTERS.find(([, letter]) => letter.test(first))
  return found && letters.every((letter) => found[1].test(letter) || /\p{Script=Common}/u.test(letter))
    ? found[0]
    : undefined
}
