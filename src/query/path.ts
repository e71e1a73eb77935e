import { byCodeUnits } from '../model/canonical'
import { LEVELS, type Level } from '../model/claim'
import type { Lens } from '../store/lens'
import type { Row } from '../store/store'
import { citationsOf, isDerived, labelOf, standingOf, verbOf } from './cite'

/** One step of a path: a statement, and whether it is walked from subject to object. */
export interface Step {
  /** The id of the statement. */
  readonly statement: string
  readonly from: string
  readonly to: string
  /** False where the step goes against the direction of its statement. */
  readonly forward: boolean
  readonly level: Level
  readonly disputed: boolean
}

/**
 * A way from one entity to another: a sequence of statements, no entity twice. It knows its sources and prints
 * itself.
 */
export class Path {
  /** The entities on the way, both ends included. */
  readonly entities: readonly string[]
  readonly steps: readonly Step[]
  /** The weakest of its steps'. */
  readonly level: Level
  /** Whether any step is. */
  readonly disputed: boolean
  /** The sources that its steps rest on, by id. */
  readonly sources: readonly string[]
  readonly #lens: Lens
  readonly #statements: readonly Row[]
  readonly #rows: readonly Row[]

  /** Made by queries. */
  constructor(lens: Lens, rows: readonly Row[], statements: readonly Row[]) {
    const { store } = lens
    this.#lens = lens
    this.#statements = statements
    this.#rows = rows
    this.entities = rows.map((row) => store.idOf(row))
    this.steps = statements.map((row, i) => {
      const standing = lens.standing(row)
      return {
        statement: store.statementId(row),
        from: this.entities[i]!,
        to: this.entities[i + 1]!,
        forward: store.statements.columns.subject[row] === rows[i],
        level: standing?.level ?? 'denied',
        disputed: standing?.disputed ?? false,
      }
    })
    const weakest = Math.max(0, ...this.steps.map((step) => LEVELS.indexOf(step.level)))
    this.level = LEVELS[weakest]!
    this.disputed = this.steps.some((step) => step.disputed)
    const sources = statements.flatMap((row) =>
      lens.deciding(row).map((claim) => store.claims.columns.source[claim]!),
    )
    this.sources = [...new Set(sources.filter((row) => row !== 0))]
      .map((row) => store.idOf(row))
      .sort(byCodeUnits)
  }

  get length(): number {
    return this.steps.length
  }

  /**
   * The path in words: entities and verbs, then what it is worth and who says so.
   *
   * @param languages of labels, best first
   */
  toString(languages?: readonly string[]): string {
    if (this.steps.length === 0) return labelOf(this.#lens, this.#rows[0]!, languages)
    const cited = citationsOf(this.#lens, this.#statements, languages)
    const derived = this.#statements.some((row) => isDerived(this.#lens, row))
    return `${this.#drawn(languages)}      ${[standingOf(this.level, this.disputed, derived), ...cited].join(' · ')}`
  }

  /** Each step with its own standing and sources, one a line. */
  explain(languages?: readonly string[]): string[] {
    return this.#statements.map((row, i) => {
      const { level, disputed } = this.steps[i]!
      const cited = citationsOf(this.#lens, [row], languages)
      const drawn = `${labelOf(this.#lens, this.#rows[i]!, languages)} ${this.#arrow(i, languages)} ${labelOf(this.#lens, this.#rows[i + 1]!, languages)}`
      return `${drawn}      ${[standingOf(level, disputed, isDerived(this.#lens, row)), ...cited].join(' · ')}`
    })
  }

  toJSON(): { steps: readonly { statement: string; forward: boolean }[]; level: Level; disputed: boolean } {
    const steps = this.steps.map(({ statement, forward }) => ({ statement, forward }))
    return { steps, level: this.level, disputed: this.disputed }
  }

  #drawn(languages?: readonly string[]): string {
    return this.#rows
      .map(
        (row, i) =>
          (i === 0 ? '' : `${this.#arrow(i - 1, languages)} `) + labelOf(this.#lens, row, languages),
      )
      .join(' ')
  }

  #arrow(i: number, languages?: readonly string[]): string {
    const row = this.#statements[i]!
    const verb = verbOf(this.#lens, row, languages)
    if (this.#lens.store.relationOf(row).symmetric) return `─${verb}─`
    return this.steps[i]!.forward ? `─${verb}→` : `←${verb}─`
  }
}
