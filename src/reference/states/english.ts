import { idOf, once, rowsOf } from '../table'
import { ENGLISH_NAMES } from './data/english-names'
import { englishLabels } from './jurisdictions'

/**
 * What an English name is. A spelling is none of the state's own: as lists write it. A place is the label of a former
 * state that today means a place (Parma).
 */
export type EnglishKind = 'label' | 'alias' | 'former' | 'spelling' | 'place'

const KINDS: { readonly [mark: string]: EnglishKind } = {
  '=': 'alias',
  '-': 'former',
  '~': 'spelling',
  '!': 'place',
}

export interface EnglishName {
  readonly id: string
  readonly text: string
  readonly kind: EnglishKind
}

/** English names but for the labels. */
export const otherEnglishNames: () => readonly EnglishName[] = /* @__PURE__ */ once(() =>
  rowsOf(ENGLISH_NAMES).flatMap(([key = '', ...names]) =>
    names.map((name) => ({ id: idOf(key), text: name.slice(1), kind: KINDS[name.charAt(0)] ?? 'spelling' })),
  ),
)

/** Longer texts are no names of countries. */
const MAX_LENGTH = 120

/**
 * The id of a state or territory by its English name, as lists of sanctions write it. Case, accents, punctuation, word
 * order ("Korea, North") and articles make no difference, and neither do "Saint" and "St.". Former names ("Burma") and
 * former states ("USSR") count, and adjectives where lists put them for the country ("Palestinian").
 *
 * A name that is also that of a part or a predecessor means the state of today ("Sudan", "Yemen"); "Yugoslavia" is
 * the state until 1992. Only the whole text is compared, and nothing is guessed: "Bavaria" is no country today.
 *
 * @param name English
 * @returns undefined where no jurisdiction, or more than one, has the name ("Korea", "Undetermined")
 *
 * @example
 * ```ts
 * import { jurisdictionOfName } from 'statecraft/reference'
 *
 * jurisdictionOfName('Congo, Democratic Republic of the') // 'state:CD'
 * jurisdictionOfName('Region: Crimea') // 'territory:UA-CRI'
 * ```
 */
export function jurisdictionOfName(name: string): string | undefined {
  return name.length > MAX_LENGTH ? undefined : idsByName().get(comparable(name))
}

const idsByName = /* @__PURE__ */ once(() => {
  const places = new Set(otherEnglishNames().flatMap(({ id, kind }) => (kind === 'place' ? [id] : [])))
  const labels = [...englishLabels()]
    .filter(([id]) => !places.has(id))
    .map(([id, text]): EnglishName => ({ id, text, kind: 'label' }))
  const ids = new Map<string, string | undefined>()
  for (const kind of ['label', 'alias', 'former', 'spelling'] as const) {
    const names = [...labels, ...otherEnglishNames()].filter((name) => name.kind === kind)
    // Names of one kind that two have are nobody's; a name of an earlier kind goes before one of a later.
    const found = new Map<string, string | undefined>()
    for (const { id, text } of names) {
      const words = comparable(text)
      found.set(words, found.has(words) && found.get(words) !== id ? undefined : id)
    }
    for (const [words, id] of found) if (words !== '' && !ids.has(words)) ids.set(words, id)
  }
  return ids
})

/** The words of a name, folded and sorted: the same for all ways of writing it. */
function comparable(name: string): string {
  return name
    .replace(/['’´`ʼ](?=s\b)/gi, '') // people's
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
    .map((word) => (word === 'st' ? 'saint' : word))
    .sort()
    .join(' ')
}

const SMALL_WORDS: ReadonlySet<string> = /* @__PURE__ */ new Set(['the', 'of', 'and'])
