import type { PictureOptions } from '../drawing/diagram'
import type { Day } from '../model/days'
import { daysOf, weakest } from '../query/edge'
import type { Edges } from '../query/edges'
import { daySpan } from '../query/read'
import { readShowOptions } from '../query/show/options'
import type { Showing } from '../query/show/shown'
import { edgeNotes, lineOf } from '../query/show/words'
import { drawTimeline, type TimelineRow } from './timeline-svg'

/** How a timeline is made. */
export interface TimelineOptions extends Pick<PictureOptions, 'theme' | 'legend'> {
  /** What it is, for those who do not see it; where not given, what it shows, in a line. */
  readonly title?: string
  /** Languages of labels, best first. */
  readonly languages?: readonly string[]
}

/**
 * A timeline of the statements of an answer or a view, as SVG: a row each, in the order of their days. A date that is
 * known in part is shown as such: days on which a statement holds for certain are solid, days on which it may hold an
 * outline; an event is a point on its day, or the range within which it happened; an end that is not known is open; and
 * what has no date says so. Only what is asserted is filled: what is alleged, announced, predicted or denied is drawn as
 * in other pictures, and says so.
 *
 * @param shown a graph, a view, paths, matches or one of them
 * @param options its title, languages of labels, theme, legend
 * @returns an `<svg>` element that stands alone or in a page: without scripts, ids, links; of more than 200 statements
 * the first, and how many more there are
 * @throws {@link StatecraftError} `bad-value`, for an option or a value of one that there is none of
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { toTimeline } from 'statecraft/render'
 *
 * const kg = createGraph()
 * const kp = kg.add('State', { id: 'state:KP', label: 'North Korea' })
 * const ir = kg.add('State', { id: 'state:IR', label: 'Iran' })
 * kg.relate(kp, 'visits', ir, { when: '2024-04', claims: [{ stance: 'asserts', by: kp }] })
 * console.log(toTimeline(kg).startsWith('<svg')) // true
 * ```
 */
export function toTimeline(shown: Pick<Showing, 'excerpt'>, options: TimelineOptions = {}): string {
  readShowOptions(options, ['title', 'languages', 'theme', 'legend'])
  const { languages, title, ...drawn } = options
  const excerpt = shown.excerpt(Number.POSITIVE_INFINITY, languages)
  const { edges } = excerpt
  const rows = excerpt.numbers.map((number) => [firstDay(edges, number), number] as const)
  // What has no date comes last; what begins at once stays in the order of the answer.
  rows.sort(([a], [b]) => (a === b ? 0 : a - b))
  return drawTimeline(
    rows.map(([, number]) => rowOf(edges, number, languages)),
    { ...drawn, title: title ?? excerpt.title },
  )
}

/** The first day of an edge that is known; Infinity where none is. */
function firstDay(edges: Edges, number: number): Day {
  const days = daysOf(edges.lens, edges.edge(number))
  const bounds = [days?.possible.from, days?.certain?.from, days?.possible.until]
  return bounds.find((day) => day !== undefined && Number.isFinite(day)) ?? Number.POSITIVE_INFINITY
}

function rowOf(edges: Edges, number: number, languages?: readonly string[]): TimelineRow {
  const edge = edges.edge(number)
  const days = daysOf(edges.lens, edge)
  return {
    id: edge.statement === 0 ? `inferred ${number}` : edges.lens.store.statementId(edge.statement),
    // Of many rows only the first are drawn: words are found for those.
    get label() {
      return lineOf(edges, number, languages)
    },
    ...weakest(edges.lens, edge.rests),
    isEvent: edge.relation.aspect === 'event',
    possible: days && daySpan(days.possible),
    ...(days?.certain ? { certain: daySpan(days.certain) } : {}),
    get notes() {
      return edgeNotes(edges, number, languages)
    },
  }
}
