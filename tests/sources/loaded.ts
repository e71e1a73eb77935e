import { createGraph, type Graph, type LoadReport, type StatementRecord } from 'statecraft'
import type { SourceRecords } from 'statecraft/sources'

/** A list in a graph of its own. */
export interface Loaded {
  readonly kg: Graph
  readonly report: LoadReport
  /** `code` or `line code`, of what was wrong. */
  readonly codes: readonly string[]
  /** Statements of one relation, `subject → object`. */
  links(relation: string): string[]
  /** The listings of a party. */
  listings(id: string): StatementRecord[]
}

/** Loads records of a source, whatever is wrong with them. */
export async function loaded(records: SourceRecords | readonly SourceRecords[]): Promise<Loaded> {
  const kg = createGraph()
  let report: LoadReport | undefined
  const found: LoadReport['issues'][number][] = []
  for (const one of [records].flat()) {
    report = await kg.load(one)
    found.push(...report.issues)
  }
  const statements = () => [...kg.statements()]
  return {
    kg,
    report: report!,
    codes: found.map(({ code, line }) => (line === undefined ? code : `${line} ${code}`)),
    links: (relation) =>
      statements()
        .filter((one) => one.relation === relation)
        .map(({ subject, object }) => `${subject} → ${object}`)
        .sort(),
    listings: (id) => statements().filter((one) => one.relation === 'designates' && one.object === id),
  }
}
