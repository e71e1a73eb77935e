import { scriptOf } from '../lists/scripts'

/** Scripts by the names that the value sets have for them, as ISO 15924. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['arabic', 'Arab'],
  ['armenian', 'Armn'],
  ['chinese simplified', 'Hans'],
  ['chinese traditional', 'Hant'],
  ['cyrillic', 'Cyrl'],
  ['georgian', 'Geor'],
  ['greek', 'Grek'],
  ['hangul', 'Hang'],
  ['hebrew', 'Hebr'],
  ['japanese', 'Jpan'],
  ['korean', 'Kore'],
])

/**
 * The script of a name, as ISO 15924: undefined for Latin, in which all names of the flat files are. A name that several
 * formats have is to be one name.
 *
 * @param name as the file calls it: `Cyrillic`
 * @param text the name that is written in it: of scripts without a name here its letters tell
 */
export function scriptNamed(name: string | undefined, text: string): string | undefined {
  const key = name?.trim().toLowerCase()
  const script =
    (key === undefined ? undefined : CODES.get(key)) ?? (key === 'latin' ? 'Latn' : scriptOf(text))
  return script === 'Latn' ? undefined : script
}
