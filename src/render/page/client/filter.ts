import { LEVELS, type Level } from '../../../model/claim'
import type { Why } from '../../../store/criteria'
import type { PageData, SpanRow } from '../data'

/** What the reader asks to see. */
export interface Filter {
  /** The place of a viewpoint; -1 for none. */
  readonly viewpoint: number
  /** Days since 1970-01-01. */
  readonly day: number | undefined
  /** Whether it is asked what certainly holds on the day. */
  readonly certain: boolean
  readonly levels: ReadonlySet<Level>
  readonly disputed: 'include' | 'exclude' | 'only'
  /** Places of relations; all where not given. */
  readonly relations: ReadonlySet<number> | undefined
}

/** What is shown where nothing is asked. */
export function unfiltered({ view }: PageData): Filter {
  return {
    viewpoint: view.hasViewpoint ? 0 : -1,
    day: undefined,
    certain: view.certain === 'always',
    levels: new Set(view.levels),
    disputed: 'include',
    relations: undefined,
  }
}

/** What an edge is worth from a viewpoint, or from none. */
export interface Standing {
  readonly level: Level
  readonly disputed: boolean
  /** All that decides it is our own reading. */
  readonly derived: boolean
  readonly span: SpanRow | undefined
  readonly why?: Why
  /** Places of the claims that decide, where not all do. */
  readonly deciding?: readonly number[]
}

/**
 * The standing of each edge from a viewpoint: first of the statements, then of what is inferred; undefined for what is
 * not in the view. It was worked out by the library; here it is only looked up, and for what is inferred put together.
 */
export function standings(data: PageData, viewpoint: number): (Standing | undefined)[] {
  const chosen = data.viewpoints[viewpoint]
  const isOther = chosen !== undefined && !data.view.hasViewpoint
  const found: (Standing | undefined)[] = data.statements.map((row) => {
    const standing = decoded(data, row[5], row[6])
    // From another viewpoint, what nobody of its side speaks of is common ground or nothing.
    if (!isOther) return standing && chosen ? { ...standing, why: 'common-ground' } : standing
    return standing?.level === 'asserted' && !standing.disputed
      ? { ...standing, why: 'common-ground' }
      : undefined
  })
  for (const [place, code, span, why, deciding] of chosen?.rows ?? []) {
    const standing = decoded(data, code, span)
    found[place] = standing && { ...standing, ...(why === '' ? {} : { why, deciding }) }
  }
  for (const [, , , , rests] of data.inferred) found.push(together(rests.map((place) => found[place])))
  return found
}

function decoded(data: PageData, code: number, span: number): Standing | undefined {
  if (code < 0) return undefined
  return {
    level: LEVELS[code & 7]!,
    disputed: (code & 8) !== 0,
    derived: (code & 16) !== 0,
    span: data.spans[span],
  }
}

/** What rests on several statements: the weakest level, on the days that they share; nothing follows from a denial. */
function together(rests: readonly (Standing | undefined)[]): Standing | undefined {
  let whole: Standing | undefined
  for (const [i, one] of rests.entries()) {
    if (!one || one.level === 'denied') return undefined
    if (i === 0) whole = one
    else if (whole) {
      const span: SpanRow | undefined = whole.span && one.span && shared(whole.span, one.span)
      if (!span) return undefined
      whole = {
        level: LEVELS[Math.max(LEVELS.indexOf(whole.level), LEVELS.indexOf(one.level))]!,
        disputed: whole.disputed || one.disputed,
        derived: whole.derived || one.derived,
        span,
      }
    }
  }
  return whole
}

function shared(a: SpanRow, b: SpanRow): SpanRow | undefined {
  const possible = both(a[0], a[1], b[0], b[1])
  if (!possible) return undefined
  if (a.length === 2 || b.length === 2) return possible
  const certain = both(a[2], a[3], b[2], b[3])
  return certain ? [...possible, ...certain] : possible
}

type End = number | null

function both(from: End, until: End, from2: End, until2: End): [End, End] | undefined {
  const start = from === null ? from2 : from2 === null ? from : Math.max(from, from2)
  const end = until === null ? until2 : until2 === null ? until : Math.min(until, until2)
  return start !== null && end !== null && start > end ? undefined : [start, end]
}

/** How many edges each choice of a filter would show beside all else that is asked. */
export interface Facets {
  readonly levels: ReadonlyMap<Level, number>
  /** By the place of a relation. */
  readonly relations: readonly number[]
  readonly disputed: number
}

/** Whether an edge is shown: 1 or 0 for each, in the order of {@link standings}. */
export function passing(data: PageData, all: readonly (Standing | undefined)[], filter: Filter): Uint8Array {
  return sift(data, all, filter).shown
}

/** What is shown, and what each choice would show. */
export function sift(
  data: PageData,
  all: readonly (Standing | undefined)[],
  filter: Filter,
): { readonly shown: Uint8Array; readonly facets: Facets } {
  const shown = new Uint8Array(all.length)
  const levels = new Map<Level, number>(LEVELS.map((level) => [level, 0]))
  const relations: number[] = data.relations.map(() => 0)
  let disputed = 0
  for (const [place, standing] of all.entries()) {
    const isRest = place >= data.listed && place < data.statements.length
    if (isRest || !standing || !passesDay(data, standing, filter)) continue
    const relation = relationOf(data, place)
    const isLevel = filter.levels.has(standing.level)
    const isDispute = filter.disputed === 'include' || standing.disputed === (filter.disputed === 'only')
    const isRelation = filter.relations?.has(relation) ?? true
    if (isLevel && isDispute && isRelation) shown[place] = 1
    if (isDispute && isRelation) levels.set(standing.level, levels.get(standing.level)! + 1)
    if (isLevel && isDispute) relations[relation]!++
    if (isLevel && isRelation && standing.disputed) disputed++
  }
  return { shown, facets: { levels, relations, disputed } }
}

/** The relation of an edge. */
export function relationOf(data: PageData, place: number): number {
  const stated = data.statements.length
  return place < stated ? data.statements[place]![1] : data.inferred[place - stated]![0]
}

function passesDay({ view }: PageData, { span }: Standing, { day, certain }: Filter): boolean {
  if (day === undefined) return true
  if (!certain) return holds(span, day, false)
  return [day, ...view.days].every((one) => holds(span, one, true))
}

/** Whether a day lies within the possible or the certain days. */
export function holds(span: SpanRow | undefined, day: number, certain: boolean): boolean {
  if (!span || (certain && span.length === 2)) return false
  const [from, until] = certain && span.length === 4 ? [span[2], span[3]] : [span[0], span[1]]
  return (from === null || from <= day) && (until === null || day <= until)
}
