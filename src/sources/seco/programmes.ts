import { attributeOf, childrenOf, type XmlElement } from '../input/xml'
import type { ListProgramme } from '../lists/party'
import { listProgramme } from '../lists/programmes'
import { joined, tidy } from '../lists/stated'

/** A set of sanctions of a programme: an annex of its ordinance, whose name says what happens to those in it. */
export interface SanctionsSet {
  readonly programme: ListProgramme
  /** The ordinance. */
  readonly legalBasis: string | undefined
  readonly name: string | undefined
  /** The measure that the name stands for; undefined where it says none that is known. */
  readonly measure: string | undefined
  /** Whose sanctions Switzerland has taken over: `EU`, `ONU, UE`. */
  readonly origin: string | undefined
}

/**
 * Measures by the names of sets, which are those of the articles and annexes of ordinances. "Financial measures"
 * (Finanzsanktionen) freeze assets: so the articles on "Sperrung von Geldern und wirtschaftlichen Ressourcen". The first
 * words that fit count.
 */
const MEASURES: readonly (readonly [words: RegExp, measure: string])[] = [
  [/money and capital market|capital market/i, 'financial-restrictions'],
  [/financial (?:measures|sanctions)|asset|freez/i, 'asset-freeze'],
  [/travel|entry (?:ban|into)|transit/i, 'travel-ban'],
  [/vessel|ship|port|aircraft|flight/i, 'transportation-restrictions'],
  [/arms|military equipment/i, 'arms-embargo'],
  [/dual.use|export|goods/i, 'export-control'],
  [/import|procure/i, 'import-restrictions'],
  [/service|broadcast/i, 'services-ban'],
]

/** Sets of sanctions by their number, as the programmes of the list have them. */
export class SanctionsSets {
  readonly #sets = new Map<string, SanctionsSet>()

  /** Takes a programme; one may come several times, each time with another set. */
  take(element: XmlElement): void {
    const key = inEnglish(element, 'program-key') ?? attributeOf(element, 'ssid')
    if (key === undefined) return
    const name = inEnglish(element, 'program-name')
    // The ordinance by its number in the Classified Compilation of law, which some write in French.
    const number = /\b(?:SR|RS) (\d{3}[\d.]*\d)/.exec(name ?? '')?.[1]
    const names = [key, name, number === undefined ? undefined : `SR ${number}`].filter(
      (one) => one !== undefined,
    )
    const programme = listProgramme(`seco ${key}`, `SECO: ${key}`, names, 'state:CH')
    const origin = joined(
      childrenOf(element, 'origin').map(({ text }) => text),
      ', ',
    )
    const sets = childrenOf(element, 'sanctions-set')
    for (const ssid of new Set(sets.map((set) => attributeOf(set, 'ssid')))) {
      if (ssid === undefined) continue
      const own = sets.filter((set) => attributeOf(set, 'ssid') === ssid)
      const set = own.find((one) => attributeOf(one, 'lang') === 'eng') ?? own[0]
      const words = tidy(set?.text)
      const measure = MEASURES.find(([pattern]) => pattern.test(words ?? ''))?.[1]
      this.#sets.set(ssid, { programme, legalBasis: name, name: words, measure, origin })
    }
  }

  get(ssid: string): SanctionsSet | undefined {
    return this.#sets.get(ssid)
  }
}

/** What the list says in English, or else in its first language. */
function inEnglish(element: XmlElement, name: string): string | undefined {
  const said = childrenOf(element, name)
  return tidy((said.find((one) => attributeOf(one, 'lang') === 'eng') ?? said[0])?.text)
}
