import { Problem } from './problem'

/**
 * A text in one language or several: language tag (BCP 47, canonical) → text. `und` where the language is
 * not known.
 */
export type Text = { readonly [language: string]: string }

/** A text as it may be given: a plain string is read as `und`. */
export type TextInput = string | Text

// C0 controls but tab, LF and CR; lone surrogates; noncharacters (Unicode §23.7). DESIGN §3, *Text*.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufdd0-\ufdef]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/
const ASTRAL_NONCHARACTER =
  /[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/u
const SURROGATE = /[\ud800-\udfff]/
const NAMES: Record<string, string> = { '\u0000': 'NUL' }

/**
 * Says what is wrong with a string as text, if anything: well-formed Unicode without NUL, other C0 controls
 * but tab, LF and CR, or noncharacters.
 *
 * @returns undefined where the string is fine
 */
export function stringProblem(text: string): Problem | undefined {
  const bad = FORBIDDEN.exec(text) ?? (SURROGATE.test(text) ? ASTRAL_NONCHARACTER.exec(text) : null)
  if (!bad) return undefined
  const char = bad[0]
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const name =
    NAMES[char] ?? (/[\ud800-\udfff]/.test(char) && char.length === 1 ? 'lone surrogate' : 'character')
  return new Problem(`the text has a ${name} (U+${code}) at ${bad.index}, which no text may have`)
}

const tags = new Map<string, string | null>()
/** Longer language tags are refused unread. */
export const LANGUAGE_MAX_LENGTH = 64

/**
 * The canonical form of a language tag (`EN-us` → `en-US`).
 *
 * @returns undefined where the tag is no BCP 47 tag
 */
export function canonicalLanguage(tag: string): string | undefined {
  let canonical = tags.get(tag)
  if (canonical === undefined) {
    try {
      canonical = tag.length <= LANGUAGE_MAX_LENGTH ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null
    } catch {
      canonical = null
    }
    if (tags.size > 4096) tags.clear() // tags come from foreign input
    tags.set(tag, canonical)
  }
  return canonical ?? undefined
}

/**
 * Reads a text, leaving out what cannot stand.
 *
 * @param value a string (read as `und`), or a map of language tag → string
 * @param problem called for each part that was left out, with its language where it has one
 * @returns the text with canonical tags in code-unit order, or undefined where nothing is left
 */
export function readText(
  value: unknown,
  problem: (found: Problem, language?: string) => void,
): Text | undefined {
  if (typeof value === 'string') {
    const bad = stringProblem(value)
    if (bad) return void problem(bad)
    return { und: value }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return void problem(new Problem('a text is a string or a map of language to string'))
  }
  const parts: [string, string][] = []
  const seen = new Set<string>()
  for (const [tag, text] of Object.entries(value)) {
    const language = canonicalLanguage(tag)
    if (language === undefined) {
      problem(new Problem(`'${tag}' is not a language tag`, "a BCP 47 tag, as 'en' or 'zh-Hans'"), tag)
    } else if (typeof text !== 'string') {
      problem(new Problem('a text in one language is a string'), tag)
    } else {
      const bad = stringProblem(text)
      if (bad) problem(bad, tag)
      else if (seen.has(language)) problem(new Problem(`there are two texts in '${language}'`), tag)
      else {
        seen.add(language)
        parts.push([language, text])
      }
    }
  }
  if (parts.length === 0) return undefined
  parts.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(parts)
}

/**
 * The text in the language asked for, or the nearest there is: the language without its region, then
 * English, then no language (`und`), then any.
 *
 * @param text the text, if any
 * @param languages what is wanted, best first; English by default
 * @returns undefined where there is no text at all
 *
 * @example
 * ```ts
 * import { pickText } from 'statecraft'
 *
 * pickText({ ar: 'إيران', en: 'Iran' }, ['ar-EG']) // 'إيران'
 * ```
 */
export function pickText(text: Text | undefined, languages: readonly string[] = ['en']): string | undefined {
  if (!text) return undefined
  for (const wanted of [...languages, 'en', 'und']) {
    for (let tag = wanted; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      if (Object.hasOwn(text, tag)) return text[tag]
    }
  }
  return Object.values(text)[0]
}
