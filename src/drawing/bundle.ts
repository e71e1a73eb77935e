import { LEVELS } from '../model/claim'
import type { DiagramEdge } from './diagram'
import { boxOf, edgeLabel, standingOf } from './labels'
import type { Flow, Line } from './placed'

/** Of several lines between the same two, and from one to itself, so many are drawn; the rest is counted. */
const MOST_BESIDE = 16
const MOST_LOOPS = 4

/** The lines between the same two boxes, as many as can be told apart, and one that counts the others. */
export function linesOf(
  bundle: readonly DiagramEdge[],
  numbers: ReadonlyMap<string, number>,
  flow: Flow,
): Line[] {
  const isLoop = bundle[0]!.from === bundle[0]!.to
  const most = isLoop ? MOST_LOOPS : MOST_BESIDE
  const shown = bundle.length > most ? bundle.slice(0, most - 1) : bundle
  const rest = bundle.slice(shown.length)
  const line = (edge: DiagramEdge, standing?: string): Line => {
    const written = edgeLabel(edge, standing)
    const [from, to] = [numbers.get(edge.from)!, numbers.get(edge.to)!]
    return {
      from,
      to,
      isDirected: edge.isDirected,
      written,
      label: boxOf(written, flow, bundle.length === 1),
    }
  }
  const lines = shown.map((edge) => line(edge))
  if (rest.length === 0) return lines
  const isPlain = rest.every(({ level, disputed }) => level === 'asserted' && !disputed)
  return [...lines, { ...line(restOf(rest), isPlain ? '' : levelsOf(rest)), folded: rest.length }]
}

/** So many of those that are not drawn stand in the tooltip. */
const MOST_NOTED = 12

/** One line for many, which has no level of its own: its words tell theirs. */
function restOf(rest: readonly DiagramEdge[]): DiagramEdge {
  const { from, to } = rest[0]!
  const said = `${rest.length} more`
  const noted = rest.slice(0, MOST_NOTED).map((edge) => {
    return [edge.notes[0] ?? edge.label, standingOf(edge) || edge.level].join('; ')
  })
  return {
    id: '',
    from,
    to,
    label: said,
    isDirected: false,
    sign: 0,
    level: 'asserted',
    disputed: rest.some(({ disputed }) => disputed),
    isInferred: false,
    notes: [
      `${said} between the same two are not drawn: ${levelsOf(rest)}`,
      ...noted,
      ...(rest.length > noted.length ? [`… and ${rest.length - noted.length} more`] : []),
    ],
  }
}

/** How many are of which level: `4 asserted, 3 predicted, 1 of them disputed`. */
export function levelsOf(edges: readonly Pick<DiagramEdge, 'level' | 'disputed'>[]): string {
  const disputed = edges.filter((edge) => edge.disputed).length
  const counts = LEVELS.map((level) => [edges.filter((edge) => edge.level === level).length, level] as const)
  return [
    ...counts.filter(([count]) => count > 0).map(([count, level]) => `${count} ${level}`),
    ...(disputed > 0 ? [`${disputed} of them disputed`] : []),
  ].join(', ')
}
