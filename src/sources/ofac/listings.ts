import type { Listing } from '../lists/party'
import { type ListKey, OFAC_LISTS, type PublishedList, SENDER } from './lists'
import { isAbout, measuresOfType, type StatedMeasures } from './measures'
import { listsOfTag, programmeOf } from './programmes'

/** What an entry says of how its party is listed, whatever the format. */
export interface EntryOnLists {
  /** The number of the party, which is that of the entry, too. */
  readonly uid: string
  /** Tags of programmes, each once, as `tagsOf` gives them. */
  readonly tags: readonly string[]
  /**
   * The lists that the party stands on, each with the day from which, where the format says so. The file that it stands
   * in, where the format says no more.
   */
  readonly on: ReadonlyMap<ListKey, string | undefined> | PublishedList
  /** Sanctions types, as the advanced and enhanced XML have them. */
  readonly types?: readonly string[]
  /** Legal authorities, as the advanced and enhanced XML have them. */
  readonly legalBases?: readonly string[]
  /** Measures that are stated beside. */
  readonly stated?: readonly StatedMeasures[]
  /** Days of listing that are stated beside, each of programmes whose tag has the word. */
  readonly listed?: readonly { readonly about: string; readonly date: string }[]
  readonly secondaryRisk?: boolean | undefined
  /** The entry says that the party is not on the SDN List, and yet blocked: the closed list of E.O. 13599. */
  readonly notOnSdn?: boolean
}

/**
 * The listings of a party: one a programme, on the list of that programme that the party stands on. Most tags stand on
 * one list alone. Where a party stands on several lists under programmes that each may be on several, and nothing says
 * which is on which, the listing names no list and claims no measure but those that are stated of its programme.
 */
export function listingsOf(entry: EntryOnLists): readonly Listing[] {
  const { uid, tags, secondaryRisk } = entry
  const on = knownLists(entry)
  const places = placesOf(tags, on)
  const common = {
    sender: SENDER,
    entry: uid,
    ...(secondaryRisk === undefined ? {} : { secondaryRisk }),
  }
  if (tags.length === 0) {
    const [only, ...others] = [...on]
    const lists = only !== undefined && others.length === 0 ? [only] : []
    return [{ ...common, programme: undefined, ...detailsOf(entry, undefined, lists) }]
  }
  return tags.map((tag) => ({
    ...common,
    programme: programmeOf(tag),
    ...detailsOf(entry, tag, places.get(tag) ?? []),
  }))
}

/** The lists that a party certainly stands on, but for the one file that holds several. */
function knownLists({ tags, on, stated = [], notOnSdn = false }: EntryOnLists): ReadonlySet<ListKey> {
  if (typeof on !== 'string') return new Set([...on.keys()].filter((list) => list !== 'consolidated'))
  const known = new Set<ListKey>(on === 'sdn' ? ['sdn'] : [])
  for (const tag of tags) {
    const [list, ...others] = listsOfTag(tag)
    if (list !== undefined && others.length === 0) known.add(list)
  }
  if (stated.some(({ about }) => about === 'EO13662')) known.add('ssi')
  if (notOnSdn) known.add('eo13599')
  // Whoever is in the file of the other lists is on one of them.
  if (on === 'consolidated' && [...known].every((list) => list === 'sdn')) {
    for (const tag of tags) {
      const others = listsOfTag(tag).filter((list) => list !== 'sdn')
      const fitting = others.length > 1 ? others.filter((list) => isStated(list, tag, stated)) : others
      if (fitting.length === 1) known.add(fitting[0]!)
    }
  }
  return known
}

/** Whether what is stated of a programme is what a list does: a menu is any of the others. */
function isStated(list: ListKey, tag: string, stated: readonly StatedMeasures[]): boolean {
  const { measures } = OFAC_LISTS[list]
  const said = stated.filter(({ about }) => isAbout(tag, about)).flatMap((one) => one.measures)
  if (said.length === 0) return false
  const capta: readonly string[] = OFAC_LISTS.capta.measures
  return measures.length > 0
    ? said.every((one) => measures.includes(one))
    : !said.every((one) => capta.includes(one))
}

/** The lists that each programme stands on, as far as that is certain. */
function placesOf(
  tags: readonly string[],
  on: ReadonlySet<ListKey>,
): ReadonlyMap<string, readonly ListKey[]> {
  const places = new Map(tags.map((tag) => [tag, listsOfTag(tag).filter((list) => on.has(list))]))
  const open = tags.filter((tag) => places.get(tag)!.length > 1)
  const explained = new Set([...places.values()].flatMap((lists) => (lists.length === 1 ? lists : [])))
  for (const tag of open) {
    const left = places.get(tag)!.filter((list) => !explained.has(list))
    places.set(tag, open.length === 1 || left.length === 1 ? left : [])
  }
  return places
}

function detailsOf(
  entry: EntryOnLists,
  tag: string | undefined,
  lists: readonly ListKey[],
): Pick<Listing, 'list' | 'measures' | 'listed' | 'legalBasis'> {
  const { on, tags, types = [], legalBases = [], stated = [], listed = [] } = entry
  const only = tags.length <= 1
  const concerns = (about: string | undefined) =>
    only || (tag !== undefined && about !== undefined && isAbout(tag, about))
  const measures = new Set<string>(lists.flatMap((list) => OFAC_LISTS[list].measures))
  for (const type of types)
    if (concerns(orderOf(type))) for (const one of measuresOfType(type) ?? []) measures.add(one)
  for (const { about, measures: said } of stated)
    if (concerns(about)) for (const one of said) measures.add(one)
  const [list] = lists
  const days = new Set(
    typeof on !== 'string' && list !== undefined
      ? [on.get(list)]
      : listed.filter(({ about }) => tag !== undefined && isAbout(tag, about)).map(({ date }) => date),
  )
  const [day] = days
  const basis = legalBases.filter((basis) => concerns(orderOf(basis))).join('; ')
  return {
    measures: [...measures].sort(),
    ...(list === undefined ? {} : { list: OFAC_LISTS[list] }),
    ...(day === undefined || days.size > 1 ? {} : { listed: day }),
    ...(basis === '' ? {} : { legalBasis: basis }),
  }
}

/** The executive order that a type or an authority names, as tags write it. */
function orderOf(text: string): string | undefined {
  const number = /\b1[2-9]\d{3}\b/.exec(text)?.[0]
  return number === undefined ? undefined : `EO${number}`
}
