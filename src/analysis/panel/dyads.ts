import type { Level } from '../../model/claim'
import { daysOf, type Edge, weakest } from '../../query/edge'
import type { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { sharedYears, type Years, yearsTouched } from '../years'
import type { AskedDyads } from './options'
import { Strength } from './strength'

/** What is counted for a dyad: a statement, or what follows from several. */
export interface Fact {
  /** What it tells of: two spells of a membership, or two statements of it, do not double what is done through it. */
  readonly act: string
  readonly rests: readonly Row[]
  /** The years in which it may hold, and those in which it does. */
  readonly possible: Years
  readonly certain: Years | undefined
  readonly level: Level
  readonly disputed: boolean
  /** The place of its strongest value in the list; Infinity where it has none. */
  readonly rank: number
}

export type Facts = ReadonlyMap<Row, ReadonlyMap<Row, readonly Fact[]>>

/** What is to be counted for each dyad; statements that say nothing of when go to `undated` instead. */
export function collectFacts(edges: Edges, asked: AskedDyads, undated: Set<Row>): Facts {
  const { lens } = edges
  const relations = new Set(asked.relations.map(({ index }) => index))
  const [from, to] = [new Set(asked.from), new Set(asked.to)]
  const facts = new Map<Row, Map<Row, Fact[]>>()
  const strength = new Strength(lens, asked.detail)
  const take = (edge: Edge, one: Row, other: Row) => {
    if (one === other || !from.has(one) || !to.has(other)) return
    const fact = readFact(lens, edge, asked.years, undated, strength)
    if (!fact) return
    const dyads = facts.get(one) ?? new Map<Row, Fact[]>()
    const known = dyads.get(other) ?? []
    known.push(fact)
    dyads.set(other, known)
    facts.set(one, dyads)
  }
  // From the side that has fewer entities. A symmetric edge stands for both of its directions.
  const isForward = from.size <= to.size
  for (const at of isForward ? from : to) {
    const near = isForward ? edges.about(relations, at) : edges.about(relations, undefined, at)
    for (const edge of near) {
      const { subject, object } = edge
      const here = isForward ? subject : object
      if (here === at) take(edge, subject, object)
      else if (edge.relation.symmetric) take(edge, object, subject)
    }
  }
  return facts
}

function readFact(
  lens: Lens,
  edge: Edge,
  asked: Years,
  undated: Set<Row>,
  strength: Strength,
): Fact | undefined {
  const { level, disputed } = weakest(lens, edge.rests)
  const days = daysOf(lens, edge)
  if (!days || level === 'denied') return undefined
  if (!days.certain && days.possible.from === -Infinity && days.possible.until === Infinity) {
    for (const row of edge.rests) undated.add(row)
    return undefined
  }
  const possible = sharedYears(yearsTouched(days.possible), asked)
  if (!possible) return undefined
  const certain = days.certain && sharedYears(yearsTouched(days.certain), asked)
  return {
    act: actOf(lens, edge),
    rests: edge.rests,
    possible,
    certain,
    level,
    disputed,
    rank: strength.of(edge.rests),
  }
}

function actOf({ store }: Lens, { rule, rests }: Edge): string {
  if (rule === 'membership') return `${rule} ${rests[0]}` // what the organisation does
  return rule === 'treaty' ? `${rule} ${store.statements.columns.object[rests[0]!]}` : rests.join()
}
