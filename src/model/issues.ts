import { type Issue, type IssueCode, issue, StatecraftError } from './issue'

/** What became of an input: how much was met by code, and the issues themselves up to a number. */
export interface IssueReport {
  /** In the order of the input; at most {@link IssueLog.LIMIT} of them: `counts` has all. */
  readonly issues: readonly Issue[]
  /** How many of each code. */
  readonly counts: { readonly [code in IssueCode]?: number }
  readonly errors: number
  readonly warnings: number
}

/** Collects issues and goes on; under `strict` it throws at the first error. */
export class IssueLog implements IssueReport {
  /** How many issues are kept; all are counted. */
  static readonly LIMIT = 10_000
  readonly issues: Issue[] = []
  readonly counts: { [code in IssueCode]?: number } = {}
  errors = 0
  warnings = 0
  readonly #strict: boolean

  constructor(options: { strict?: boolean } = {}) {
    this.#strict = options.strict ?? false
  }

  /** Takes one issue. A function of its own, so that it can be handed on. */
  readonly report = (found: Issue): void => {
    if (this.#strict && found.severity === 'error') throw new StatecraftError(found)
    this.counts[found.code] = (this.counts[found.code] ?? 0) + 1
    if (found.severity === 'error') this.errors++
    else this.warnings++
    if (this.issues.length < IssueLog.LIMIT) this.issues.push(found)
  }

  /** Puts the issues into the order of the input: some are only found at its end. */
  sort(): void {
    this.issues.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity))
  }
}

/** Issues in the order in which they were found, for whoever reads a stream: of very many, one stands for the others of its code. */
export class FoundIssues {
  readonly issues: Issue[] = []
  readonly #beyond = new Map<IssueCode, Issue>()

  /** Takes one issue. A function of its own, so that it can be handed on. */
  readonly report = (found: Issue): void => {
    if (this.issues.length < IssueLog.LIMIT) {
      this.issues.push(found)
      return
    }
    // Beyond what a log keeps, issues are only counted.
    const { code, message, record } = found
    const shared = this.#beyond.get(code) ?? issue(code, message, record === undefined ? {} : { record: '' })
    this.#beyond.set(code, shared)
    this.issues.push(shared)
  }
}
