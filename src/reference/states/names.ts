import { canonicalLanguage } from '../../model/text'
import { idOf, once, rowsOf } from '../table'
import { NAMES } from './data/names'
import { englishLabels } from './jurisdictions'

/** The languages of the names that the tables have beside English, in the order of their columns. */
export const LANGUAGES = ['ar', 'zh', 'fr', 'ru', 'es'] as const

/** Texts by id, then by language, of a table of names. */
export function translationsOf(table: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(
    rowsOf(table).map(([key = '', ...texts]) => [
      idOf(key),
      Object.fromEntries(LANGUAGES.flatMap((language, i) => (texts[i] ? [[language, texts[i]]] : []))),
    ]),
  )
}

const shortNames = /* @__PURE__ */ once(() => translationsOf(NAMES))

/** The label of a jurisdiction: its short name in each language that the tables have; undefined for no such id. */
export function labelOf(id: string): { readonly [language: string]: string } | undefined {
  const en = englishLabels().get(id)
  return en === undefined ? undefined : { en, ...shortNames().get(id) }
}

/**
 * The short name of a state or territory in a language: Arabic, Chinese, English, French, Russian and Spanish from our
 * tables, others from `Intl.DisplayNames` where the platform has them and the jurisdiction has a code of ISO 3166-1.
 *
 * @param id `state:KP`, `territory:HK`
 * @param language BCP 47
 * @returns the name; the English one where there is none in that language; undefined for an id that is not known
 *
 * @example
 * ```ts
 * import { stateName } from 'statecraft/reference'
 *
 * stateName('state:KP', 'fr') // 'Corée du Nord'
 * stateName('state:KP', 'de') // 'Nordkorea'
 * stateName('state:SUHH', 'de') // 'Soviet Union': no platform knows its name
 * ```
 */
export function stateName(id: string, language: string): string | undefined {
  const label = labelOf(id)
  if (label === undefined) return undefined
  const tag = canonicalLanguage(language)
  if (tag === undefined) return label.en
  return label[tag] ?? displayName(id, tag) ?? label[tag.split('-')[0] ?? ''] ?? label.en
}

function displayName(id: string, tag: string): string | undefined {
  const code = /^(?:state|territory):([A-Z]{2})$/.exec(id)?.[1]
  if (code === undefined || Intl.DisplayNames.supportedLocalesOf(tag).length === 0) return undefined
  return new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }).of(code)
}
