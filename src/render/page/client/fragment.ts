import { LEVELS, type Level } from '../../../model/claim'
import { formatDay } from '../../../model/days'
import type { PageData } from '../data'
import { readDay } from './day'
import { type Filter, unfiltered } from './filter'
import { idOf } from './words'

/** What the reader looks at: an entity, a statement (or what is inferred), or all between two entities. */
export type Selection =
  | { readonly kind: 'entity'; readonly place: number }
  | { readonly kind: 'edge'; readonly place: number }
  | { readonly kind: 'pair'; readonly place: number; readonly other: number }

/** What a link to the page says: what is asked, and what is looked at. */
export interface Asked {
  readonly filter: Filter
  readonly selected: Selection | undefined
}

const DISPUTED = ['include', 'exclude', 'only'] as const

/** Writes what is asked as the fragment of a link, without `#`; empty where nothing is. */
export function fragmentOf(data: PageData, { filter, selected }: Asked): string {
  const plain = unfiltered(data)
  const parts = new URLSearchParams()
  if (selected?.kind === 'edge') parts.set('select', idOf(data, selected.place))
  else if (selected) parts.set('select', data.entities[selected.place]!.id)
  if (selected?.kind === 'pair') parts.set('with', data.entities[selected.other]!.id)
  const viewpoint = data.viewpoints[filter.viewpoint]
  if (viewpoint && !data.view.hasViewpoint) parts.set('viewpoint', data.entities[viewpoint.actor]!.id)
  if (filter.day !== undefined) parts.set('asof', formatDay(filter.day))
  if (filter.certain && data.view.certain === 'ask') parts.set('certain', 'yes')
  const levels = LEVELS.filter((level) => filter.levels.has(level))
  if (levels.join() !== LEVELS.filter((level) => plain.levels.has(level)).join()) {
    parts.set('levels', levels.join(','))
  }
  if (filter.disputed !== 'include') parts.set('disputed', filter.disputed)
  if (filter.relations) {
    parts.set(
      'relations',
      [...filter.relations]
        .map((place) => data.relations[place]!.name)
        .sort()
        .join(','),
    )
  }
  return parts.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
}

/**
 * Reads the fragment of a link.
 *
 * @returns what it asks for, and which of its parts could not be understood: they are left out
 */
export function readFragment(
  data: PageData,
  fragment: string,
): Asked & { readonly strange: readonly string[] } {
  let filter = unfiltered(data)
  let selected: Selection | undefined
  const strange: string[] = []
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  const seen = new Set<string>()
  for (const [key, value] of parts) {
    if (seen.has(key)) {
      strange.push(key) // the first of them counts
      continue
    }
    seen.add(key)
    const read = READERS[key]?.(data, value)
    if (!read) strange.push(key)
    else filter = { ...filter, ...read }
  }
  const select = parts.get('select')
  if (select !== null) {
    selected = selectionOf(data, select, parts.get('with'))
    if (!selected) strange.push('select')
  }
  return { filter, selected, strange: [...new Set(strange)] }
}

/** What each part asks for; undefined where it cannot be understood. */
const READERS: {
  readonly [key: string]: ((data: PageData, value: string) => Partial<Filter> | undefined) | undefined
} = Object.assign(Object.create(null), {
  select: () => ({}),
  with: () => ({}),
  viewpoint: (data: PageData, id: string) => {
    const place = data.viewpoints.findIndex(({ actor }) => data.entities[actor]!.id === id)
    return place < 0 || data.view.hasViewpoint ? undefined : { viewpoint: place }
  },
  asof: (_: PageData, value: string) => {
    const day = readDay(value)
    return day === undefined ? undefined : { day }
  },
  certain: ({ view }: PageData, value: string) =>
    value === 'yes' && view.certain === 'ask' ? { certain: true } : undefined,
  levels: (_: PageData, value: string) => {
    const named = value === '' ? [] : value.split(',')
    const known = LEVELS.filter((level) => named.includes(level))
    return known.length === named.length ? { levels: new Set<Level>(known) } : undefined
  },
  disputed: (_: PageData, value: string) => {
    const disputed = DISPUTED.find((one) => one === value)
    return disputed && { disputed }
  },
  relations: (data: PageData, value: string) => {
    const named = new Set(value === '' ? [] : value.split(','))
    const places = data.relations.flatMap(({ name }, place) => (named.has(name) ? [place] : []))
    return places.length === named.size ? { relations: new Set(places) } : undefined
  },
})

function selectionOf(data: PageData, id: string, other: string | null): Selection | undefined {
  const entity = data.entities.findIndex((one) => one.id === id)
  if (other !== null) {
    const second = data.entities.findIndex((one) => one.id === other)
    return entity < 0 || second < 0 ? undefined : { kind: 'pair', place: entity, other: second }
  }
  if (entity >= 0) return { kind: 'entity', place: entity }
  const total = data.statements.length + data.inferred.length
  for (let place = 0; place < total; place++) if (idOf(data, place) === id) return { kind: 'edge', place }
  return undefined
}
