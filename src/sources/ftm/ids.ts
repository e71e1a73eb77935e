import { digest, idProblem } from '../../model/id'

/** Prefix of the ids of entities that came as FollowTheMoney. */
export const PREFIX = 'ftm'

const PLAIN = /^[A-Za-z0-9._-]{1,200}$/

/**
 * The id of an entity of FollowTheMoney: `ftm:` and its id there, with `%` and whatever an id does not take
 * percent-encoded (UTF-8). One that is too long for an id is `ftm:~` and a hash: its record keeps it whole.
 */
export function coreId(id: string): string {
  return PLAIN.test(id) ? `${PREFIX}:${id}` : whole(PREFIX, '', id)
}

/** An id of a prefix that ends in any text, encoded in the same way. */
export function idWith(prefix: string, start: string, text: string): string {
  return PLAIN.test(text) ? `${prefix}:${start}${text}` : whole(prefix, start, text)
}

function whole(prefix: string, start: string, text: string): string {
  const lenient = `${prefix}:${start}${escaped(text, (char) => char !== '%' && !idProblem(`x:${char}`))}`
  if (!idProblem(lenient)) return lenient
  // A mark that joins the letter before it may not stand by itself: then all but ASCII is encoded.
  const strict = `${prefix}:${start}${escaped(text, (char) => PLAIN.test(char))}`
  return idProblem(strict) ? `${prefix}:${start}~${digest(text)}` : strict
}

/** The id in FollowTheMoney of an id that was made of it: what {@link coreId} did, undone. */
export function ftmIdOf(id: string): string {
  return unescaped(id.slice(PREFIX.length + 1))
}

/** What {@link idWith} did with a text, undone. */
export function unescaped(local: string): string {
  return local
    .replace(/%ED%([AB][0-9A-F])%([89AB][0-9A-F])/g, (_, high: string, low: string) =>
      String.fromCharCode(0xd000 | ((parseInt(high, 16) & 0x3f) << 6) | (parseInt(low, 16) & 0x3f)),
    )
    .replace(/(?:%[0-9A-F]{2})+/g, (bytes) => {
      try {
        return decodeURIComponent(bytes)
      } catch {
        return bytes // none of ours
      }
    })
}

function escaped(text: string, keep: (char: string) => boolean): string {
  let out = ''
  for (const char of text) out += keep(char) ? char : percent(char)
  return out
}

function percent(char: string): string {
  const code = char.codePointAt(0) ?? 0
  // Half of a pair has no UTF-8: it is written as three bytes all the same.
  if (code >= 0xd800 && code <= 0xdfff)
    return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)].map(byteText).join('')
  return encodeURIComponent(char).replace(/^[^%]$/, (plain) => byteText(plain.charCodeAt(0)))
}

function byteText(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
