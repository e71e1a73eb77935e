import { fail } from './issue'

// RFC 3987, §2.2: ucschar, without the bidirectional formatting characters that its §4.1 forbids.
const UCSCHAR =
  '\\u00a0-\\u200d\\u2010-\\u2029\\u202f-\\u2065\\u206a-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\uffef' +
  Array.from({ length: 14 }, (_, i) => {
    const plane = (i + 1).toString(16)
    return `\\u{${plane}${plane === 'e' ? '1000' : '0000'}}-\\u{${plane}fffd}`
  }).join('')
/** A class of characters: iunreserved and sub-delims, what stands anywhere in a path without escaping. */
export const PLAIN = `A-Za-z0-9\\-._~!$&'()*+,;=${UCSCHAR}`
const some = (extra: string) => `(?:[${PLAIN}${extra}]|%[0-9A-Fa-f]{2})*`
const AUTHORITY = `(?:${some(':')}@)?(?:\\[([0-9A-Fa-f:.]+)\\]|${some('')})(?::[0-9]*)?`
// A path without an authority does not begin with `//`. There is no looking ahead: JSON Schema advises against it.
const PATH = `\\/?(?:(?:[${PLAIN}:@]|%[0-9A-Fa-f]{2})${some(':@/')})?`
const HIERARCHY = `(?:\\/\\/${AUTHORITY}(?:\\/${some(':@/')})?|${PATH})`
/**
 * An absolute IRI, as a regular expression with `u`. Its first group is what stands in `[]` for a host, of which it tells
 * no more than the characters.
 */
export const ABSOLUTE_IRI = `[A-Za-z][A-Za-z0-9+.-]*:${HIERARCHY}(?:\\?${some(':@/?')})?(?:#${some(':@/?')})?`
const ABSOLUTE = new RegExp(`^${ABSOLUTE_IRI}$`, 'u')
/** By far most IRIs: http(s), a host name, a path and perhaps a fragment, in ASCII. */
const ORDINARY =
  /^https?:\/\/[A-Za-z0-9.-]+\/[A-Za-z0-9\-._~!$&'()*+,;=:@/]*(?:#[A-Za-z0-9\-._~!$&'()*+,;=:@/?]*)?$/

/**
 * Whether a text is an absolute IRI by the letter of RFC 3987 (§2.2), and without private use characters. n3
 * writes whatever it is given between `<` and `>`, and strict parsers refuse a whole file for one bad IRI.
 */
export function isIri(text: string): boolean {
  if (ORDINARY.test(text)) return true
  const match = ABSOLUTE.exec(text)
  return match !== null && (match[1] === undefined || URL.canParse(`http://[${match[1]}]/`))
}

/** The text, if it is an IRI; else it throws `bad-id`. */
export function checkedIri(text: string): string {
  return isIri(text)
    ? text
    : fail('bad-id', `'${text.slice(0, 120)}' is not an IRI`, { hint: 'see RFC 3987, §2.2' })
}
