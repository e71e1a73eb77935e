import { ID_BASE, LOCAL, MAX_LOCAL, PREFIX, RESERVED_PREFIXES } from '../../model/id'
import { ABSOLUTE_IRI } from '../../model/iri'
import { HANDLE } from '../../ontology/values'

/*
 * Regular expressions as JSON Schema wants them: ECMAScript with `u` and no other flag, and as far as can be of what
 * every engine knows. Characters beyond ASCII stand for themselves, since each engine escapes them its own way.
 */

/**
 * The source of a regular expression of the library, in that form.
 *
 * @param source of an expression without flags but `u`, where `\d` stands in no class
 */
export function portable(source: string): string {
  return source
    .replace(/\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/g, (_, long?: string, short?: string) =>
      String.fromCodePoint(Number.parseInt(long ?? short ?? '', 16)),
    )
    .replaceAll('\\d', '[0-9]')
    .replaceAll('\\/', '/')
}

const PLANES = Array.from(
  { length: 16 },
  (_, i) => `\\u{${(i + 1).toString(16)}0000}-\\u{${(i + 1).toString(16)}fffd}`,
)
/** Characters that a text may have: those of Unicode but C0 controls, surrogates and noncharacters. */
const CHARACTER = portable(`[\\t\\n\\r -\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\ufffd${PLANES.join('')}]`)
/** What begins with the first letter beyond ASCII: few engines know by the same name what letters and digits are. */
const BEYOND_ASCII = `\\u00aa-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd${PLANES.slice(0, 14).join('')}`

/** What `stringProblem` finds nothing wrong with. */
export const TEXT = `^${CHARACTER}*$`

/** What a statement is called in its file: as a reader takes it, and with whatever signs there are beyond ASCII. */
export const REF = portable(HANDLE.source.replace('\\p{L}\\p{N}', `A-Za-z0-9${BEYOND_ASCII}`))

const reserved = RESERVED_PREFIXES.join('|')
/** An expression for a whole string, as one for a part of it. */
export const body = ({ source }: RegExp) => source.replace(/^\^|\$$/g, '')

/** Ids of entities but foreign IRIs, whatever their prefix; and foreign IRIs. */
export const ID = portable(`^${body(PREFIX)}:${body(LOCAL)}$`)
export const FOREIGN_ID = portable(`^iri:${ABSOLUTE_IRI}$`)
/** How long the local part is. */
export const ID_LENGTH = `^[^:]+:[^\\n]{1,${MAX_LOCAL}}$`
/** Ids that are well formed, and have a meaning of their own. */
export const RESERVED_ID = `^(?:${reserved}):`
export const RESERVED_FOREIGN_ID = `^iri:${ID_BASE.replaceAll('.', '[.]')}(?:${reserved})/`

const LETTER = '[A-Za-z]'
const SIGN = '[A-Za-z0-9]'
const LANGUAGE_ID =
  `(?:${LETTER}{2,3}|${LETTER}{5,8})(?:-${LETTER}{4})?(?:-(?:${LETTER}{2}|[0-9]{3}))?` +
  `(?:-(?:${SIGN}{5,8}|[0-9]${SIGN}{3}))*`
const KEYWORD = `-${SIGN}${LETTER}(?:-${SIGN}{3,8})*`
const TRANSFORM = `-${LETTER}[0-9](?:-${SIGN}{3,8})+`
const EXTENSION =
  `-[Uu](?:(?:-${SIGN}{3,8})+(?:${KEYWORD})*|(?:${KEYWORD})+)|` +
  `-[Tt](?:-${LANGUAGE_ID}(?:${TRANSFORM})*|(?:${TRANSFORM})+)|` +
  `-[0-9A-SV-WY-Za-sv-wy-z](?:-${SIGN}{2,8})+`

/**
 * Language tags as `Intl` takes them, but that no variant or extension is there twice.
 *
 * Source: `unicode_bcp47_locale_id` of UTS #35, §3.2, as ECMA-402 (§6.2.1) wants it.
 */
export const LANGUAGE = `^${LANGUAGE_ID}(?:${EXTENSION})*(?:-[Xx](?:-${SIGN}{1,8})+)?$`
