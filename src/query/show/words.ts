import { STANCES } from '../../model/claim'
import { dateOf, type Span } from '../../model/days'
import type { Row } from '../../store/store'
import { arrow, citationOf, named, titled, verbFor, worthOf } from '../cite'
import { daysOf } from '../edge'
import type { Edges } from '../edges'
import { daySpan } from '../read'

/** Most lines of a tooltip: further claims are counted. */
const MOST_CLAIMS = 12

/** An edge in a line: `Iran ─supplies oil→ Russia`. */
export function lineOf(edges: Edges, number: number, languages?: readonly string[]): string {
  const { subject, object, relation } = edges.edge(number)
  const verb = verbFor(edges, number, languages)
  const [from, to] = [subject, object].map((row) => named(edges.lens, row, languages))
  return `${from} ${arrow(verb, relation.symmetric)} ${to}`
}

/** When an edge holds: `2024-04-18`, `possibly from 2024-04-01 to 2024-04-30`; empty where nothing is known. */
export function whenOf(edges: Edges, number: number): string {
  const edge = edges.edge(number)
  const days = daysOf(edges.lens, edge)
  if (!days) return 'never'
  const possible = spanInWords(days.possible)
  if (!days.certain) {
    if (possible === '') return ''
    return edge.relation.aspect === 'event' ? `at some time ${possible}` : `possibly ${possible}`
  }
  const certain = spanInWords(days.certain)
  return certain === possible ? certain : `certainly ${certain}, possibly ${possible || 'always'}`
}

/** Days as one says them: `in 2024`, `in 2024-05`, `on 2024-05-07`, `from 2024-04-01 to 2024-05-07`. */
function spanInWords({ from, until }: Span): string {
  const span = daySpan({ from, until })
  if (span.from === undefined && span.until === undefined) return ''
  if (span.from === undefined) return `to ${span.until}`
  if (span.until === undefined) return `from ${span.from}`
  if (from === until) return `on ${span.from}`
  // Whole years and months are said as such: their first and last day are not what anybody knows.
  const [first, next] = [dateOf(from), dateOf(until + 1)]
  const [year, month] = [span.from.slice(0, -6), span.from.slice(0, -3)]
  if (first.day === 1 && next.day === 1) {
    if (first.month === 1 && next.month === 1)
      return next.year - first.year === 1 ? `in ${year}` : `from ${year} to ${span.until.slice(0, -6)}`
    const months = (next.year - first.year) * 12 + next.month - first.month
    return months === 1 ? `in ${month}` : `from ${month} to ${span.until.slice(0, -3)}`
  }
  return `from ${span.from} to ${span.until}`
}

/** All that is said of an edge, a line each: itself, its standing, when it holds, and every claim that counts. */
export function edgeNotes(edges: Edges, number: number, languages?: readonly string[]): string[] {
  const { lens } = edges
  const rests = edges.restsOf(number)
  const when = whenOf(edges, number)
  const [standing] = worthOf(lens, rests, languages)
  const claims = [...new Set(rests.flatMap((row) => lens.claims(row)))]
  const more = claims.length - MOST_CLAIMS
  return [
    lineOf(edges, number, languages),
    ...(edges.edge(number).statement === 0 ? ['follows from what others state'] : []),
    `${standing}${when === '' ? '' : `; ${when}`}`,
    ...claims.slice(0, MOST_CLAIMS).map((claim) => claimInWords(edges, claim, languages)),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ]
}

/** `asserts: Daniel Pinkston in Elaph, §14 (said 2024-05; of [..2024-05])`. */
function claimInWords({ lens }: Edges, claim: Row, languages?: readonly string[]): string {
  const { store } = lens
  const { said, when } = store.claim(claim)
  const dates = [said === undefined ? '' : `said ${said}`, when === undefined ? '' : `of ${when}`]
  const dated = dates.filter((date) => date !== '').join('; ')
  const stance = STANCES[store.claims.columns.stance[claim]!]!
  return `${stance}: ${citationOf(lens, claim, languages)}${dated === '' ? '' : ` (${dated})`}`
}

/** What is said of an entity, a line each: its label, its types and its id. */
export function entityNotes({ lens }: Edges, row: Row, languages?: readonly string[]): string[] {
  const { store } = lens
  const types = store.typesOf(row).map((type) => store.ontology.typeLabel(type))
  return [
    titled(lens, row, languages),
    ...(types.length > 0
      ? [`${types.join(', ')}${store.isUnnamed(row) ? ', unnamed by its source' : ''}`]
      : []),
    store.idOf(row),
  ]
}
