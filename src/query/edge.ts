import { LEVELS, type Level } from '../model/claim'
import { intersect } from '../model/days'
import { fail } from '../model/issue'
import type { Relation } from '../ontology/ontology'
import type { Days } from '../store/days'
import type { Lens } from '../store/lens'
import type { Row } from '../store/store'

/** By what an edge is inferred that nobody states. */
export type Rule = 'transitive' | 'membership' | 'treaty'

/** What a path walks and a pattern meets: a statement, or what follows from several. */
export interface Edge {
  readonly relation: Relation
  readonly subject: Row
  readonly object: Row
  /** The statement; 0 where the edge is inferred. */
  readonly statement: Row
  /** Every statement that it rests on: where it is stated, itself first. */
  readonly rests: readonly Row[]
  readonly rule?: Rule
}

/** The edge that a statement is. */
export function statedEdge({ store }: Lens, statement: Row): Edge {
  const { subject, object } = store.statements.columns
  return {
    relation: store.relationOf(statement),
    subject: subject[statement]!,
    object: object[statement]!,
    statement,
    rests: [statement],
  }
}

/**
 * The standing of what rests on several statements: the weakest level, disputed where any is.
 *
 * @throws {@link StatecraftError} `dangling`, where one of them has left the view since
 */
export function weakest(
  lens: Lens,
  statements: Iterable<Row>,
): { readonly level: Level; readonly disputed: boolean } {
  let level = 0
  let disputed = false
  for (const row of statements) {
    const standing =
      lens.standing(row) ??
      fail('dangling', 'the graph was changed: a statement that this rests on is there no more', {
        hint: 'ask again',
      })
    level = Math.max(level, LEVELS.indexOf(standing.level))
    disputed ||= standing.disputed
  }
  return { level: LEVELS[level]!, disputed }
}

/** When an edge holds: an inferred one only while all that it rests on do; undefined where they never do. */
export function daysOf(lens: Lens, edge: Edge): Days | undefined {
  let days: Days | undefined
  for (const [i, row] of edge.rests.entries()) {
    const own = lens.days(row)
    days = i === 0 ? own : own && days && whileBoth(days, own)
    if (!days) return undefined
  }
  return days
}

/** The days on which two things hold together. */
export function whileBoth(a: Days, b: Days): Days | undefined {
  const possible = intersect(a.possible, b.possible)
  if (!possible) return undefined
  const certain = a.certain && b.certain && intersect(a.certain, b.certain)
  return { possible, certain, conflicting: a.conflicting || b.conflicting }
}
