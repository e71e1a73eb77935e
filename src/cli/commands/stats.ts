import { LEVELS, STANCES } from '../../model/claim'
import type { IssueCode } from '../../model/issue'
import { writeToStream } from '../../node'
import type { ReadFlags, ViewFlags } from '../flags'
import { viewOptionsOf } from '../flags'
import type { Io } from '../io'
import { type Reading, readGraph } from '../read'
import { count, formatNumber, json, table } from '../text'
import { exitCodeFor, tellTrouble } from '../trouble'

/** How much there is of what. */
export interface Stats {
  /** An entity of several types counts for each in `byType`. */
  readonly entities: { readonly total: number; readonly byType: Counts }
  readonly statements: {
    readonly total: number
    readonly byRelation: Counts
    readonly byStatus: Counts
    readonly disputed: number
  }
  readonly claims: { readonly total: number; readonly byStance: Counts }
  readonly issues: {
    readonly error: number
    readonly warning: number
    readonly byCode: { readonly [code in IssueCode]?: number }
  }
}
interface Counts {
  readonly [name: string]: number
}

/** Prints how much there is of what. */
export async function stats(
  paths: readonly string[],
  flags: ReadFlags & ViewFlags & { readonly json?: true },
  io: Io,
): Promise<number> {
  const reading = await readGraph(paths, flags, io)
  tellTrouble(reading, paths, io)
  const counted = countAll(reading, flags)
  await writeToStream(io.stdout, flags.json ? json(counted) : readable(counted), { signal: io.signal })
  return exitCodeFor(reading)
}

function countAll({ kg, view, errors, warnings, counts }: Reading, flags: ViewFlags): Stats {
  const byType = new Tally()
  let entities = 0
  for (const { type } of view.entities()) {
    entities++
    for (const name of [type].flat()) byType.add(name)
  }
  // What is only denied counts, too, unless the flags say otherwise. Rows, since records would be given ids.
  const { lens } = kg.view({ status: LEVELS, ...viewOptionsOf(flags) })
  const { store } = lens
  const byRelation = new Tally()
  const byStatus = new Tally(LEVELS)
  const byStance = new Tally(STANCES)
  let statements = 0
  let claims = 0
  let disputed = 0
  for (const row of lens.statements()) {
    statements++
    byRelation.add(store.relationOf(row).name)
    const standing = lens.standing(row)
    if (standing) byStatus.add(standing.level)
    if (standing?.disputed) disputed++
    for (const claim of lens.claims(row)) {
      // Denials of wider statements count against this one, but once.
      if (store.claims.columns.statement[claim] !== row) continue
      claims++
      byStance.add(STANCES[store.claims.columns.stance[claim]!]!)
    }
  }
  return {
    entities: { total: entities, byType: byType.counts() },
    statements: { total: statements, byRelation: byRelation.counts(), byStatus: byStatus.counts(), disputed },
    claims: { total: claims, byStance: byStance.counts() },
    issues: { error: errors, warning: warnings, byCode: new Tally([], counts).counts() },
  }
}

/** Counts by name: in the order given, else the most frequent first. */
class Tally {
  readonly #counts: Map<string, number>
  readonly #order: readonly string[]

  constructor(order: readonly string[] = [], counts: { readonly [name: string]: number } = {}) {
    this.#order = order
    this.#counts = new Map(Object.entries(counts))
  }

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  counts(): Counts {
    const place = (name: string) => this.#order.indexOf(name)
    const sorted = [...this.#counts].sort(
      ([a, n], [b, m]) => place(a) - place(b) || m - n || (a < b ? -1 : 1),
    )
    return Object.fromEntries(sorted)
  }
}

function readable({ entities, statements, claims, issues }: Stats): string {
  const parts: [title: string, counts: Counts][] = [
    [`${count(entities.total, 'entity', 'entities')} by type`, entities.byType],
    [`${count(statements.total, 'statement')} by relation`, statements.byRelation],
    [
      `${count(statements.total, 'statement')} by level, ${formatNumber(statements.disputed)} disputed`,
      statements.byStatus,
    ],
    [`${count(claims.total, 'claim')} by stance`, claims.byStance],
  ]
  const trouble = issues.error + issues.warning
  if (trouble > 0) {
    parts.push([`${count(trouble, 'issue')} by code, ${count(issues.error, 'error')}`, { ...issues.byCode }])
  }
  const names = parts.flatMap(([, counts]) => Object.keys(counts))
  const longest = Math.max(0, ...names.map((name) => name.length))
  return parts
    .map(([title, counts]) => {
      const rows = Object.entries(counts).map(([name, n]) => [name.padEnd(longest), n])
      return rows.length === 0 ? `${title}\n` : `${title}\n${table(rows, '  ')}\n`
    })
    .join('\n')
}
