import { STANCES } from '../../model/claim'
import { holdsInWords } from '../../model/days-in-words'
import type { Row } from '../../store/store'
import { arrow, citationOf, named, titled, verbFor, worthOf } from '../cite'
import { daysOf } from '../edge'
import type { Edges } from '../edges'

/** Most lines of a tooltip: further claims are counted. */
const MOST_CLAIMS = 12

/** An edge in a line: `Iran ─supplies oil→ Russia`. */
export function lineOf(edges: Edges, number: number, languages?: readonly string[]): string {
  const { subject, object, relation } = edges.edge(number)
  const verb = verbFor(edges, number, languages)
  const [from, to] = [subject, object].map((row) => named(edges.lens, row, languages))
  return `${from} ${arrow(verb, relation.symmetric)} ${to}`
}

/** When an edge holds: `on 2024-04-18`, `possibly in 2024-04`; empty where nothing is known. */
export function whenOf(edges: Edges, number: number): string {
  const edge = edges.edge(number)
  const days = daysOf(edges.lens, edge)
  return days ? holdsInWords(days.possible, days.certain, edge.relation.aspect === 'event') : 'never'
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
