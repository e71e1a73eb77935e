import MiniSearch, { type SearchOptions as MiniSearchOptions } from 'minisearch'
import type { View } from '../graph/view'
import { folded } from '../model/fold'
import { fail } from '../model/issue'
import type { NameKind } from '../model/record'
import type { Vocabulary } from '../ontology/typing'
import { type NameOf, named, namesOf } from './names'
import { wordsOf } from './words'

/** How to search. */
export interface SearchOptions {
  /** At most so many entities: 20 where not given. */
  readonly limit?: number
  /** Only entities of these types and their descendants. */
  readonly types?: readonly string[]
  /** Whether words also match that differ in a letter or two, as typing errors and transcriptions do: true where not given. */
  readonly fuzzy?: boolean
}

/** An entity that was found, by the best of its names. */
export interface Found {
  readonly id: string
  /** The name that fits best. */
  readonly name: string
  readonly kind: NameKind
  /** How well it fits: the larger, the better, within one search. */
  readonly score: number
}

/** What was found, the best first. */
export interface FoundEntities extends ReadonlyArray<Found> {
  /** Whether that is all: false where the limit left some out. */
  readonly complete: boolean
}

/** A weak alias is one that its list itself calls too common to go by alone. */
const WEAK = 0.5
/** The whole name, and nothing else, was asked for. */
const EXACT = 2
/** Longer questions are no names. */
const LONGEST = 1000

/**
 * An index of the names in a view, for many searches: it stands for the view as it was when it was made.
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { NameIndex } from 'statecraft/search'
 *
 * const kg = createGraph()
 * kg.add('State', { id: 'state:KP', label: { en: 'North Korea', ar: 'كوريا الشمالية' } })
 * const index = new NameIndex(kg)
 * console.log(index.search('كوريا')[0]?.id, index.search('noth korea')[0]?.id) // state:KP state:KP
 * ```
 */
export class NameIndex<D extends Vocabulary = Vocabulary> {
  readonly #view: View<D>
  readonly #names: NameOf[] = []
  readonly #index: MiniSearch<{ readonly id: number; readonly text: string }>

  /** @param view whose names are indexed: a graph, or a view of it */
  constructor(view: View<D>) {
    this.#view = view
    this.#index = new MiniSearch({
      fields: ['text'],
      tokenize: wordsOf,
      processTerm: (term) => term, // words are folded already
      searchOptions: { tokenize: wordsOf, processTerm: (term: string) => term },
    })
    for (const entity of named(view)) this.#names.push(...namesOf(entity))
    this.#index.addAll(this.#names.map(({ text }, id) => ({ id, text })))
  }

  /**
   * Finds entities by any name in any script: all words asked for, or their beginnings; where nothing has them all, those
   * with most of them.
   *
   * @param text what is asked for; case, accents and marks do not matter
   * @param options how many, of which types, and whether words may differ a little
   * @returns the best first, each with the name that fits; weak aliases count half
   * @throws StatecraftError `bad-value` for a limit that is none, and a text of over 1,000 characters; `unknown-type`
   */
  search(text: string, options: SearchOptions = {}): FoundEntities {
    const { limit = 20, types, fuzzy = true } = options
    if (!(limit >= 1)) fail('bad-value', `a limit is a number from 1, not ${limit}`, { path: ['limit'] })
    if (text.length > LONGEST) fail('bad-value', `a name has at most ${LONGEST} characters`)
    for (const type of types ?? []) {
      if (!this.#view.lens.store.ontology.types.has(type)) {
        fail('unknown-type', `there is no type '${type}'`, { path: ['types'] })
      }
    }
    const wanted = folded(text)
    const how: MiniSearchOptions = {
      prefix: true,
      fuzzy: fuzzy ? (term) => (term.length > 3 ? 0.2 : false) : false,
      boostDocument: (id) => (this.#names[id as number]!.kind === 'weak' ? WEAK : 1),
    }
    let hits = this.#index.search(text, { ...how, combineWith: 'AND' })
    if (hits.length === 0) hits = this.#index.search(text, { ...how, combineWith: 'OR' })
    const best = new Map<string, Found>()
    for (const { id, score } of hits) {
      const { entity, text: name, kind } = this.#names[id as number]!
      const fit = folded(name) === wanted ? score * EXACT : score
      if ((best.get(entity)?.score ?? 0) < fit) best.set(entity, { id: entity, name, kind, score: fit })
    }
    const { store } = this.#view.lens
    const found = [...best.values()]
      .filter(({ id }) => !types || store.isOf(store.findEntity(id), types))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    return Object.assign(found.slice(0, limit), { complete: found.length <= limit })
  }
}

const indexes = new WeakMap<object, { readonly version: number; readonly index: NameIndex }>()

/**
 * Finds entities by any of their names, in any script.
 *
 * @param view a graph, or a view of it: only entities that it speaks of; the index is kept while nothing changes
 * @param text what is asked for
 * @param options how many, of which types, and whether words may differ a little
 * @returns the best first, each with the name that fits and its kind: `weak` ones are marked
 * @throws StatecraftError as {@link NameIndex.search}
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { search } from 'statecraft/search'
 *
 * const kg = createGraph()
 * kg.add('Person', { id: 'person:kim-jong-un', label: { en: 'Kim Jong Un', ar: 'كيم جونغ أون' } })
 * console.log(search(kg, 'كيم جونغ اون').map(({ id }) => id)) // [ 'person:kim-jong-un' ]
 * ```
 */
export function search<D extends Vocabulary>(
  view: View<D>,
  text: string,
  options: SearchOptions = {},
): FoundEntities {
  const { version } = view.lens.store
  const known = indexes.get(view)
  if (known?.version === version) return known.index.search(text, options)
  const index = new NameIndex(view)
  indexes.set(view, { version, index: index as unknown as NameIndex }) // the boundary: of the vocabulary of its view
  return index.search(text, options)
}
