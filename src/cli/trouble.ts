import { formatIssue, type Issue, type IssueCode } from '../model/issue'
import { EXIT } from './exit'
import { type Io, say } from './io'
import { count, formatNumber } from './text'

/** An issue, and the file it is in. */
export interface FoundIssue {
  readonly path: string
  readonly issue: Issue
}

/** What was wrong in the data of a command. */
export interface Trouble {
  readonly errors: number
  readonly warnings: number
  readonly counts: { readonly [code in IssueCode]?: number }
  /** In the order of the input; of very many, the first. */
  readonly issues: readonly FoundIssue[]
}

/** Issues that are told beside a result; `validate` tells as many as a report keeps. */
const TOLD = 20

/** Each issue on a line of its own; with several files, each with its file. */
export function* issueLines(
  { issues }: Trouble,
  paths: readonly string[],
  named = paths.length > 1,
): Generator<string> {
  for (const { path, issue } of issues) yield `${named ? `${path}: ` : ''}${formatIssue(issue)}`
}

/** Tells what was wrong in the data, the first of it in full; `named`: with its file, also where that is one. */
export function tellTrouble(trouble: Trouble, paths: readonly string[], io: Io, named?: boolean): void {
  const all = trouble.errors + trouble.warnings
  if (all === 0) return
  let told = 0
  for (const line of issueLines(trouble, paths, named)) {
    if (told++ === TOLD) break
    say(io, line)
  }
  if (all > TOLD) say(io, `… and ${count(all - TOLD, 'issue')} more; statecraft validate tells more`)
  say(io, `${named ? `${paths[0]}: ` : ''}${troubleSummary(trouble)}`)
}

/** `2 errors, 1 warning`, and how many of each code where there are several. */
export function troubleSummary({ errors, warnings, counts }: Trouble): string {
  const byCode = Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const codes = byCode.map(([code, n]) => `${code} ${formatNumber(n)}`).join(', ')
  const sum = `${count(errors, 'error')}, ${count(warnings, 'warning')}`
  return byCode.length > 1 ? `${sum} (${codes})` : sum
}

/** What a command that went through the data ends with. */
export function exitCodeFor({ errors }: Pick<Trouble, 'errors'>): number {
  return errors > 0 ? EXIT.data : EXIT.ok
}
