import type { IssueCode } from '../../model/issue'
import type { SourceContext } from './context'

/** How many different things a tally tells apart; all others are one. */
const LIMIT = 10_000
const REST = '\0'

interface Tallied {
  readonly code: IssueCode
  readonly message: string
  readonly hint: string | undefined
  readonly file: string | undefined
  readonly line: number | undefined
  count: number
}

/**
 * What is met again and again, told once: how often, and where it was first. A table has a million rows, and the same
 * unknown code in each.
 */
export class Tally {
  readonly #context: SourceContext
  readonly #met = new Map<string, Tallied>()

  constructor(context: SourceContext) {
    this.#context = context
  }

  /**
   * Counts one.
   *
   * @param key what makes two of them the same
   * @param message a sentence; the count follows it
   */
  add(key: string, code: IssueCode, message: string, hint?: string): void {
    const met = this.#met.get(key)
    if (met) {
      met.count++
      return
    }
    if (this.#met.size >= LIMIT && key !== REST) {
      this.add(REST, code, 'there are many more of these, of other values')
      return
    }
    const { file, line } = this.#context
    this.#met.set(key, { code, message, hint, file, line, count: 1 })
  }

  /** Tells all, in the order in which they were first met, and begins anew. */
  tell(what: (count: number) => string): void {
    for (const { code, message, hint, file, line, count } of this.#met.values()) {
      this.#context.tell(code, `${message}: ${what(count)}`, {
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        ...(hint === undefined ? {} : { hint }),
      })
    }
    this.#met.clear()
  }
}
