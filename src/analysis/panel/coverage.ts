import { byCodeUnits } from '../../model/canonical'
import type { Span } from '../../model/days'
import { parseWhen } from '../../model/edtf'
import { Problem } from '../../model/problem'
import type { Relation } from '../../ontology/ontology'
import { decisiveClaims } from '../../query/cite'
import type { Edges } from '../../query/edges'
import type { Row } from '../../store/store'
import { sharedYears, type Years, yearsFilled } from '../years'

/** The years for which the silence of a source says that something was not so. */
export interface Coverage {
  /** The source, by id. */
  readonly source: string
  /** The relations that it speaks of: about others its silence says nothing. */
  readonly relations: readonly string[]
  /** First and last year, both within: of those asked for, the ones that its `coverage` covers from end to end. */
  readonly years: readonly [first: number, last: number]
}

/**
 * Which sources cover which years, for relations: those with a `coverage` and at least one claim that decides the
 * standing of a statement of such a relation in the view, or that somebody is party to a treaty from which one follows.
 *
 * @returns in the order of the sources' ids
 */
export function coverageOf(edges: Edges, relations: readonly Relation[], asked: Years): readonly Coverage[] {
  const { lens } = edges
  const { store } = lens
  const { source } = store.claims.columns
  const speaks = new Map<Row, { readonly claim: Row; readonly of: Set<string> }>()
  const seen = new Set<string>()
  for (const { relation, rests, rule } of edges.about(new Set(relations.map(({ index }) => index)))) {
    for (const row of rests) {
      // That somebody is a member says nothing of what the organisation does.
      if (rule !== 'treaty' && store.relationOf(row) !== relation) continue
      if (seen.has(`${row} ${relation.index}`) || lens.standing(row)?.level === 'denied') continue
      seen.add(`${row} ${relation.index}`)
      for (const claim of decisiveClaims(lens, row)) {
        const work = source[claim]!
        if (work === 0) continue
        const known = speaks.get(work) ?? { claim, of: new Set() }
        known.of.add(relation.name)
        speaks.set(work, known)
      }
    }
  }
  const found: Coverage[] = []
  for (const [work, { claim, of }] of speaks) {
    const days = extentOf(store.entity(work)?.coverage, store.provenance.published(claim)?.possible.from)
    const years = days && sharedYears(yearsFilled(days), asked)
    if (!years) continue
    found.push({
      source: store.idOf(work),
      relations: [...of].sort(byCodeUnits),
      years: [years.first, years.last],
    })
  }
  return found.sort((a, b) => byCodeUnits(a.source, b.source))
}

// Anything that leaves open which days are meant: qualifiers, `X` digits, estimates, sets, an end that is not known.
const VAGUE = /[?~%XS[{]|^\/|\/$/

/**
 * The days that a source covers for certain: `2000/2010` from the first day of 2000 to the last of 2010. A source whose
 * coverage goes on (`1816/..`) covers what was before its publication.
 */
function extentOf(coverage: unknown, published: number | undefined): Span | undefined {
  if (typeof coverage !== 'string' || VAGUE.test(coverage)) return undefined
  const when = parseWhen(coverage)
  if (when instanceof Problem) return undefined
  const { from, until } = when.possible
  return { from, until: Math.min(until, when.openEnd ? (published ?? -Infinity) - 1 : Infinity) }
}
