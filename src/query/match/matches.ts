import { LEVELS, type Level } from '../../model/claim'
import { citationsOf, isDerived, standingOf } from '../cite'
import { weakest } from '../edge'
import type { Edges } from '../edges'
import { markdown } from '../markdown'
import type { TableRow } from '../show/table'
import { Answered, type AnyRow, type InWords, type RestJson, restsOf } from './answered'
import { type Bound, entityOf, statementOf } from './bound'
import type { Meeting, Worth } from './found'

/** A match in JSON: entities and statements by id. */
export interface MatchJson {
  readonly row: AnyRow
  readonly statements: readonly RestJson[]
  readonly level: Level
  readonly disputed: boolean
  readonly certain: boolean
  /** Of distinct rows: how many matches give this one. */
  readonly count?: number
}

/** A group in JSON. */
export interface GroupJson {
  readonly row: AnyRow
  readonly count: number
  readonly levels: { readonly [level in Level]?: number }
  readonly disputed: number
  readonly certain: number
  readonly statements: readonly RestJson[]
}

/**
 * What meets a pattern: a value for each variable, and the statements that say so. It is as strong as the weakest of
 * these, and prints itself with who claims them.
 *
 * Of distinct rows (`select`) it is as strong as the strongest match that gives the row, with the claims and sources of
 * those; its statements are those that all of them rest on, and it says how many they are.
 *
 * @typeParam Row what each variable stands for
 *
 * @example
 * ```ts
 * for (const match of kg.match((m) => m.where('?a', 'supplies', '?b', { item: '?item' }))) {
 *   console.log(match.row.a, match.row.item, match.level, match.sources)
 *   console.log(String(match)) // Iran ─supplies oil→ Russia      predicted · Daniel Pinkston in Elaph, §16
 * }
 * ```
 */
export class Match<Row = AnyRow> extends Answered<Row> {
  /** The weakest of the statements that it rests on. */
  readonly level: Level
  /** Whether any of these is. */
  readonly disputed: boolean
  /** Whether all times that the pattern compares certainly lie as asked; true where it compares none. */
  readonly certain: boolean

  /** @internal Made by queries. */
  constructor(
    edges: Edges,
    names: readonly string[],
    bound: readonly Bound[],
    meetings: readonly Meeting[],
    worth: Worth,
  ) {
    super(edges, names, bound, meetings)
    this.level = worth.level
    this.disputed = worth.disputed
    this.certain = worth.certain
  }

  /** How many ways to meet the pattern give this row: more than one only where some variables were selected. */
  get count(): number {
    return this.meetings.length
  }

  /** Every entity that is bound or at an end of what is met, by id. */
  get entities(): readonly string[] {
    const ends = this.meetings.flatMap(({ edges }) =>
      edges.flatMap(({ edge }) => [edge.subject, edge.object]),
    )
    const rows = [...this.bound.flatMap((bound) => entityOf(bound) ?? []), ...ends]
    return [...new Set(rows)].map((row) => this.edges.lens.store.idOf(row))
  }

  /**
   * The match in words: what is met, then what it is worth and who says so.
   *
   * @param languages of labels, best first
   */
  override toString(languages?: readonly string[]): string {
    const { standing, sayers } = this.#worth(languages)
    return `${this.#told(languages)}      ${[standing, ...sayers].join(' · ')}`
  }

  /** The same in a line of Markdown, in which labels are only text. */
  override toMarkdown(languages?: readonly string[]): string {
    const { standing, sayers } = this.#worth(languages)
    return `**${markdown(this.#told(languages))}**: ${[standing, ...sayers].map(markdown).join(' · ')}`
  }

  toJSON(): MatchJson {
    const { level, disputed, certain, count } = this
    const own = { row: this.plainRow(), statements: this.restsJson(), level, disputed, certain }
    return count > 1 ? { ...own, count } : own
  }

  /** @internal */
  override get columns(): readonly string[] {
    return [...this.names, 'standing', 'who says so']
  }

  /** @internal */
  override tableRow(languages?: readonly string[]): TableRow {
    const { level, disputed } = this
    const { standing, sayers } = this.#worth(languages)
    return { cells: [...this.drawnValues(languages), standing, sayers.join(' · ')], level, disputed }
  }

  /** @internal */
  protected override titled(languages?: readonly string[]): string {
    return `${this.#told(languages)}; ${this.#worth(languages).standing}`
  }

  /** @internal */
  protected override get called(): string {
    return 'Match'
  }

  /** @internal Of several ways those of its level: a prediction is no source of what is asserted. */
  protected override deciders(): readonly Meeting[] {
    return this.meetings.filter(({ rests }) => {
      const { level, disputed } = weakest(this.edges.lens, rests)
      return level === this.level && disputed === this.disputed
    })
  }

  /** What is met; of several ways to meet it, the row alone. */
  #told(languages?: readonly string[]): string {
    const [first] = this.meetings
    if (this.meetings.length > 1 || !first) return this.drawnRow(languages)
    const told = first.edges.map((met) => this.drawn(met, languages))
    // Statements that others only speak of.
    const shown = new Set(first.edges.map(({ edge }) => edge.statement))
    for (const [i, bound] of this.bound.entries()) {
      const statement = statementOf(bound)
      if (statement === undefined || shown.has(statement)) continue
      told.push(`${this.names[i]}: ${this.drawnValue(bound, languages)}`)
    }
    return told.join('; ')
  }

  #worth(languages?: readonly string[]): InWords {
    const { lens } = this.edges
    const best = this.deciders()
    const rows = restsOf(best)
    const derived = rows.some((row) => isDerived(lens, row))
    const standing = [
      standingOf(this.level, this.disputed, derived),
      ...(this.certain ? [] : ['its time is possible, not certain']),
      ...(this.count > 1 ? [`by ${best.length} of ${this.count} matches`] : []),
    ]
    return { standing: standing.join(' · '), sayers: citationsOf(lens, rows, languages) }
  }
}

/**
 * Matches that have some values in common, counted: at which level, how many disputed, so that a prediction never
 * hides in a number.
 *
 * @typeParam Row the values that they have in common
 *
 * @example
 * ```ts
 * for (const group of kg.match((m) => m.where('?a', 'supplies', '?b').groupBy('?a'))) {
 *   console.log(group.row.a, group.count, group.levels) // state:IR 2 { asserted: 1, predicted: 1 }
 * }
 * ```
 */
export class Group<Row = AnyRow> extends Answered<Row> {
  /** How many matches, or distinct values of what was to be counted. */
  readonly count: number
  /** How many of those counted are at which level, each at its strongest. */
  readonly levels: { readonly [level in Level]?: number }
  /** How many of those counted are disputed. */
  readonly disputed: number
  /** How many of those counted lie in time as asked for certain. */
  readonly certain: number

  /** @internal Made by queries. */
  constructor(
    edges: Edges,
    names: readonly string[],
    bound: readonly Bound[],
    meetings: readonly Meeting[],
    counted: readonly Worth[],
  ) {
    super(edges, names, bound, meetings)
    this.count = counted.length
    const levels: { [level in Level]?: number } = {}
    for (const level of LEVELS) {
      const some = counted.filter((one) => one.level === level).length
      if (some > 0) levels[level] = some
    }
    this.levels = levels
    this.disputed = counted.filter(({ disputed }) => disputed).length
    this.certain = counted.filter(({ certain }) => certain).length
  }

  /** The group in words: what its matches have in common, how many, what they are worth, and who says so. */
  override toString(languages?: readonly string[]): string {
    const { standing, sayers } = this.#worth(languages)
    return `${this.#told(languages)}      ${[standing, ...sayers].join(' · ')}`
  }

  /** The same in a line of Markdown, in which labels are only text. */
  override toMarkdown(languages?: readonly string[]): string {
    const { standing, sayers } = this.#worth(languages)
    return `**${markdown(this.#told(languages))}**: ${[standing, ...sayers].map(markdown).join(' · ')}`
  }

  toJSON(): GroupJson {
    const { count, levels, disputed, certain } = this
    return { row: this.plainRow(), count, levels, disputed, certain, statements: this.restsJson() }
  }

  /** @internal */
  override get columns(): readonly string[] {
    return [...this.names, 'count', 'standing', 'who says so']
  }

  /** @internal */
  override tableRow(languages?: readonly string[]): TableRow {
    const { standing, sayers } = this.#worth(languages)
    return { cells: [...this.drawnValues(languages), `${this.count}`, standing, sayers.join(' · ')] }
  }

  /** @internal */
  protected override titled(languages?: readonly string[]): string {
    return `${this.#told(languages)}; ${this.#worth(languages).standing}`
  }

  /** @internal */
  protected override get called(): string {
    return 'Group'
  }

  #told(languages?: readonly string[]): string {
    return `${this.names.length === 0 ? 'all' : this.drawnRow(languages)}: ${this.count}`
  }

  #worth(languages?: readonly string[]): InWords {
    const levels = Object.entries(this.levels).map(([level, count]) => `${count} ${level}`)
    const disputed = this.disputed > 0 ? [`${this.disputed} disputed`] : []
    const unsure = this.count - this.certain
    const possible = unsure > 0 ? [`${unsure} possible in time, not certain`] : []
    return {
      standing: [...levels, ...disputed, ...possible].join(', '),
      sayers: citationsOf(this.edges.lens, this.rests(), languages),
    }
  }
}
