import type { IssueCode } from '../model/issue'
import { Problem } from '../model/problem'
import { type Address, type Identifier, NAME_KINDS, type Name } from '../model/record'
import { SCHEMES } from '../model/schemes'
import { didYouMean } from '../model/suggest'
import { canonicalLanguage } from '../model/text'
import { SCRIPT } from './common'
import { kindOf, readDate, readString } from './values'

/** The parts of an entity that are lists of objects: names, identifiers, addresses. */

/** Schemes of identifiers beside those that are known. */
export const OWN_SCHEME = /^x-[a-z0-9-]{1,62}$/

type Json = { readonly [key: string]: unknown }
type Path = readonly (string | number)[]

/** Takes what is wrong with a part, and where. */
export type Tell = (code: IssueCode, problem: Problem, path: Path) => void

/**
 * Reads a list, or one thing as a list of one. What is refused is told, and left out.
 *
 * @param read reads one item
 */
export function readList<T>(
  raw: unknown,
  path: Path,
  read: (item: unknown, path: Path) => T | Problem,
  tell: Tell,
  code: IssueCode = 'bad-value',
): T[] {
  if (raw === undefined || raw === null) return []
  const listed = Array.isArray(raw)
  const items: unknown[] = listed ? raw : [raw]
  const found: T[] = []
  items.forEach((item, i) => {
    const at = listed ? [...path, i] : path
    const value = read(item, at)
    if (value instanceof Problem) tell(code, value, at)
    else found.push(value)
  })
  return found
}

/** Reads `names`: texts, or `{ text, lang?, script?, kind? }`. */
export function readNames(raw: unknown, tell: Tell): Name[] {
  return readList(
    raw,
    ['names'],
    (value, path) => {
      const name = typeof value === 'string' ? { text: value } : value
      if (!isJson(name)) return new Problem(`a name is { text, lang?, script?, kind? }, not ${kindOf(value)}`)
      tellUnknown(name, ['text', 'lang', 'script', 'kind'], 'a name', path, tell)
      const text = readString(name.text)
      if (text instanceof Problem) return text
      const part = (key: string, read: (value: unknown) => string | Problem, code?: IssueCode) =>
        optional(name[key], read, [...path, key], tell, code)
      const lang = part('lang', readLanguage, 'bad-text')
      const script = part('script', readScript)
      const kind = part('kind', readNameKind) as Name['kind'] | undefined // one of them
      return { text, ...(lang ? { lang } : {}), ...(script ? { script } : {}), kind: kind ?? 'alias' }
    },
    tell,
  )
}

/** Reads `aliases`: language → texts. */
export function readAliases(raw: unknown, tell: Tell): Name[] {
  if (raw === undefined || raw === null) return []
  if (!isJson(raw)) {
    tell('bad-value', new Problem('aliases are a map of language to texts'), ['aliases'])
    return []
  }
  return Object.keys(raw).flatMap((tag) => {
    const lang = readLanguage(tag)
    if (lang instanceof Problem) {
      tell('bad-text', lang, ['aliases', tag])
      return []
    }
    const texts = readList(raw[tag], ['aliases', tag], readString, tell)
    return texts.map((text) => ({ text, ...(lang === 'und' ? {} : { lang }), kind: 'alias' as const }))
  })
}

/** Reads `identifiers`: scheme → value or values, or a list of `{ scheme, value, country?, when?, valid? }`. */
export function readIdentifiers(raw: unknown, tell: Tell): Identifier[] {
  if (!isJson(raw))
    return readList(raw, ['identifiers'], (item, path) => readIdentifier(item, path, tell), tell)
  return Object.keys(raw).flatMap((scheme) =>
    readList(
      raw[scheme],
      ['identifiers', scheme],
      (value, path) => readIdentifier({ scheme, value }, path, tell),
      tell,
    ),
  )
}

function readIdentifier(item: unknown, path: Path, tell: Tell): Identifier | Problem {
  if (!isJson(item)) return new Problem('an identifier is { scheme, value, country?, when?, valid? }')
  tellUnknown(item, ['scheme', 'value', 'country', 'when', 'valid'], 'an identifier', path, tell)
  const scheme = readScheme(item.scheme)
  if (scheme instanceof Problem) return scheme
  const value = readIdentifierValue(item.value, scheme)
  if (value instanceof Problem) return value
  const country = optional(item.country, readString, [...path, 'country'], tell, 'bad-text')
  const when = optional(item.when, readDate, [...path, 'when'], tell, 'bad-date')
  const valid = optional(item.valid, readBoolean, [...path, 'valid'], tell)
  return {
    scheme,
    value,
    ...(country === undefined ? {} : { country }),
    ...(when === undefined ? {} : { when }),
    ...(valid === undefined ? {} : { valid }),
  }
}

const ADDRESS_KEYS = ['text', 'street', 'city', 'region', 'postcode', 'country'] as const

/** Reads `addresses`: texts, or their parts. */
export function readAddresses(raw: unknown, tell: Tell): Address[] {
  return readList(
    raw,
    ['addresses'],
    (item, path) => {
      const address = typeof item === 'string' ? { text: item } : item
      if (!isJson(address)) return new Problem(`an address is a string or an object, not ${kindOf(item)}`)
      tellUnknown(address, ADDRESS_KEYS, 'an address', path, tell)
      const parts = ADDRESS_KEYS.map((key) => {
        const at = typeof item === 'string' ? path : [...path, key]
        return [key, optional(address[key], readString, at, tell, 'bad-text')] as const
      })
      const found = parts.filter(([, text]) => text !== undefined)
      return found.length > 0 ? Object.fromEntries(found) : new Problem('the address is empty')
    },
    tell,
  )
}

function readLanguage(value: unknown): string | Problem {
  const tag = typeof value === 'string' ? canonicalLanguage(value) : undefined
  return tag ?? new Problem(`'${String(value).slice(0, 80)}' is not a language tag`, "a BCP 47 tag, as 'en'")
}

function readScript(value: unknown): string | Problem {
  return typeof value === 'string' && SCRIPT.test(value)
    ? value
    : new Problem('a script is four letters (ISO 15924)', "as 'Latn'")
}

function readNameKind(value: unknown): string | Problem {
  return NAME_KINDS.find((kind) => kind === value) ?? new Problem('a name is primary, alias, weak or former')
}

export function readBoolean(value: unknown): boolean | Problem {
  return typeof value === 'boolean' ? value : new Problem(`true or false is wanted, not ${kindOf(value)}`)
}

function readScheme(value: unknown): string | Problem {
  const scheme = readString(value)
  if (scheme instanceof Problem || Object.hasOwn(SCHEMES, scheme) || OWN_SCHEME.test(scheme)) {
    return scheme
  }
  const hint = didYouMean(scheme, Object.keys(SCHEMES)) ?? 'schemes of your own begin with x-'
  return new Problem(`'${scheme.slice(0, 80)}' is no scheme of identifiers`, hint)
}

function readIdentifierValue(given: unknown, scheme: string): string | Problem {
  const value = readString(typeof given === 'number' ? String(given) : given)
  if (value instanceof Problem) return value
  const known = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme as keyof typeof SCHEMES] : undefined
  return value === '' || (known && 'form' in known && !known.form.test(value))
    ? new Problem(`'${value.slice(0, 80)}' is not of the form of ${known?.definition ?? scheme}`)
    : value
}

function optional<T>(
  value: unknown,
  read: (value: unknown) => T | Problem,
  path: Path,
  tell: Tell,
  code: IssueCode = 'bad-value',
): T | undefined {
  if (value === undefined || value === null) return undefined
  const found = read(value)
  if (!(found instanceof Problem)) return found
  tell(code, found, path)
  return undefined
}

function tellUnknown(part: Json, known: readonly string[], what: string, path: Path, tell: Tell): void {
  for (const key of Object.keys(part)) {
    if (known.includes(key) || part[key] === undefined) continue
    const problem = new Problem(
      `'${key.slice(0, 80)}' is no part of ${what}; it is left out`,
      didYouMean(key, known),
    )
    tell('bad-value', problem, [...path, key])
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
