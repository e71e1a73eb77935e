import type { Name } from '../../model/record'
import { scriptOf } from '../lists/scripts'
import { distinct, joined } from '../lists/stated'
import { groupsOf, type Row } from './rows'

const PARTS = ['name1', 'name2', 'name3', 'name4', 'name5', 'name6'] as const

/** Languages of names in other scripts, as the list calls them: BCP 47. */
const LANGUAGES: { readonly [name: string]: string } = {
  arabic: 'ar',
  armenian: 'hy',
  belarusian: 'be',
  bosnian: 'bs',
  bulgarian: 'bg',
  burmese: 'my',
  chinese: 'zh',
  dari: 'prs',
  georgian: 'ka',
  greek: 'el',
  hebrew: 'he',
  korean: 'ko',
  pashto: 'ps',
  persian: 'fa',
  farsi: 'fa',
  romanian: 'ro',
  russian: 'ru',
  serbian: 'sr',
  turkish: 'tr',
  ukrainian: 'uk',
  urdu: 'ur',
}

/** Names of a designation, the primary one first. Name 6 is the family name, or the only one. */
export function readNames(rows: readonly Row[]): Name[] {
  const latin = groupsOf(rows, PARTS, ['nameType', 'strength']).flatMap(
    ({ nameType, strength, ...parts }): Name[] => {
      const text = joined(PARTS.map((part) => parts[part]))
      return text === undefined ? [] : [{ text, kind: kindOf(nameType, strength) }]
    },
  )
  const others = groupsOf(rows, ['nonLatin'], ['scriptLanguage']).flatMap(
    ({ nonLatin, scriptLanguage }): Name[] => {
      const text = joined([nonLatin])
      if (text === undefined) return []
      const script = scriptOf(text)
      const lang = languageOf(scriptLanguage)
      return [
        {
          text,
          ...(lang === undefined ? {} : { lang }),
          ...(script === undefined ? {} : { script }),
          kind: 'alias',
        },
      ]
    },
  )
  const rank = ({ kind }: Name) => Number(kind !== 'primary')
  // What is the primary name is no alias of it.
  return distinct([...latin.toSorted((a, b) => rank(a) - rank(b)), ...others], ({ text }) => text)
}

function kindOf(type: string | undefined, strength: string | undefined): Name['kind'] {
  if (/low/i.test(strength ?? '')) return 'weak'
  if (/^primary name$/i.test(type ?? '')) return 'primary'
  return /f\.?k\.?a|former/i.test(`${type} ${strength}`) ? 'former' : 'alias'
}

function languageOf(name: string | undefined): string | undefined {
  const lower = name?.toLowerCase() ?? ''
  return Object.hasOwn(LANGUAGES, lower) ? LANGUAGES[lower] : undefined
}
