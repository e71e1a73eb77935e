import { LEVELS, type Level } from '../../model/claim'
import { isolated } from '../../model/direction'
import { statementsAt } from '../../store/lens'
import type { Row } from '../../store/store'
import {
  citationsOf,
  decisiveClaims,
  denialsOf,
  isDerived,
  named,
  oneLine,
  sourcesOf,
  standingOf,
  verbFor,
} from '../cite'
import { type Edge, type Rule, statedEdge, weakest } from '../edge'
import type { Edges } from '../edges'
import { markdown } from '../markdown'
import { type Excerpt, excerptOf } from '../show/excerpt'
import { Shown } from '../show/shown'
import type { Table, TableRow } from '../show/table'
import { type Bound, entityOf, plainOf, readBound, statementOf } from './bound'
import type { Meeting, MetEdge, Worth } from './found'

/** Values by the names of variables, of which the compiler knows nothing. */
export interface AnyRow {
  readonly [variable: string]: unknown
}

/** What an answer rests on, in JSON: a statement, or an edge that is inferred from several. */
export type RestJson =
  | { readonly statement: string }
  | {
      readonly rule: Rule
      readonly relation: string
      readonly subject: string
      readonly object: string
      readonly rests: readonly string[]
    }

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

/** What something is worth, and who says so. */
interface InWords {
  readonly standing: string
  readonly sayers: readonly string[]
}

/** What matches and groups share: values by variable, and all that these rest on. */
abstract class Answered<Values> extends Shown {
  /**
   * What the variables stand for, by name without the `?`: refs of entities, statements as fresh records with their
   * status in this view, values as they are. Each is read when it is looked at.
   */
  readonly row: Values
  /** @internal */
  protected readonly edges: Edges
  /** @internal */
  protected readonly names: readonly string[]
  /** @internal By the place of a name. */
  protected readonly bound: readonly Bound[]
  /** @internal In what ways the pattern is met. */
  protected readonly meetings: readonly Meeting[]

  /** @internal Made by queries. */
  constructor(edges: Edges, names: readonly string[], bound: readonly Bound[], meetings: readonly Meeting[]) {
    super()
    this.edges = edges
    this.names = names
    this.bound = bound
    this.meetings = meetings
    const row = {}
    for (const [i, name] of names.entries()) {
      // A statement is a large record: it is read when somebody looks.
      const isStatement = statementOf(bound[i]!) !== undefined
      const read = () => readBound(edges.lens, bound[i]!)
      Object.defineProperty(row, name, {
        enumerable: true,
        ...(isStatement ? { get: read } : { value: read() }),
      })
    }
    this.row = row as Values // the boundary: the types of a pattern say what its variables stand for
  }

  /** Every statement that this rests on, by id. */
  get statements(): readonly string[] {
    return this.rests().map((row) => this.edges.lens.store.statementId(row))
  }

  /** The claims that decide the level of these, by id. */
  get claims(): readonly string[] {
    return this.#deciding().map((claim) => this.edges.lens.store.claimId(claim))
  }

  /** The claims against what is disputed among these, by id: of wider statements, too. */
  get denials(): readonly string[] {
    const { lens } = this.edges
    return this.rests().flatMap((row) => denialsOf(lens, row).map((claim) => lens.store.claimId(claim)))
  }

  /** The sources of the claims that decide the level, by id. */
  get sources(): readonly string[] {
    return sourcesOf(this.edges.lens, this.#deciding())
  }

  #deciding(): Row[] {
    return restsOf(this.deciders()).flatMap((row) => decisiveClaims(this.edges.lens, row))
  }

  /** @internal The ways to meet the pattern that make this worth what it is. */
  protected deciders(): readonly Meeting[] {
    return this.meetings
  }

  /** @internal */
  protected rests(): readonly Row[] {
    return restsOf(this.meetings)
  }

  /** @internal What meets the pattern, with what is only spoken of. */
  override excerpt(_rows?: number, languages?: readonly string[]): Excerpt {
    const { edges } = this
    const met = this.meetings.flatMap((meeting) => meeting.edges.map(({ edge }) => numberOf(edges, edge)))
    const spoken = this.bound.flatMap((bound) => statementOf(bound) ?? [])
    const entities = this.bound.flatMap((bound) => entityOf(bound) ?? [])
    const numbers = [...met, ...spoken.filter((row) => edges.lens.has(row))]
    return excerptOf(edges, this.titled(languages), numbers, entities, entities)
  }

  /** @internal */
  abstract get columns(): readonly string[]
  /** @internal */
  abstract tableRow(languages?: readonly string[]): TableRow
  /** @internal What it is, in a line. */
  protected abstract titled(languages?: readonly string[]): string

  /** @internal */
  override tabulate(languages?: readonly string[]): Table {
    return { columns: this.columns, rows: [this.tableRow(languages)], remarks: [] }
  }

  /** @internal The values by name, entities and statements by id. */
  protected plainRow(): AnyRow {
    const { store } = this.edges.lens
    return Object.fromEntries(this.names.map((name, i) => [name, plainOf(store, this.bound[i]!)]))
  }

  /** @internal The edges that this rests on, and statements that none of them is. */
  protected restsJson(): RestJson[] {
    const { store } = this.edges.lens
    const met = [...new Set(this.meetings.flatMap(({ edges }) => edges.map(({ edge }) => edge)))]
    const inferred = met.filter(({ statement }) => statement === 0)
    const told = new Set(met.map((edge) => edge.statement))
    const from = new Set(inferred.flatMap(({ rests }) => rests))
    const stated = this.rests().filter((row) => told.has(row) || !from.has(row))
    return [
      ...stated.map((row) => ({ statement: store.statementId(row) })),
      ...inferred.map((edge) => ({
        rule: edge.rule!,
        relation: edge.relation.name,
        subject: store.idOf(edge.subject),
        object: store.idOf(edge.object),
        rests: edge.rests.map((row) => store.statementId(row)),
      })),
    ]
  }

  /** @internal `a: Iran, item: oil`. */
  protected drawnRow(languages?: readonly string[]): string {
    const values = this.drawnValues(languages)
    return this.names.map((name, i) => `${name}: ${values[i]}`).join(', ')
  }

  /** @internal By the place of a name. */
  protected drawnValues(languages?: readonly string[]): string[] {
    return this.bound.map((bound) => this.drawnValue(bound, languages))
  }

  /** @internal */
  protected drawnValue(bound: Bound, languages?: readonly string[]): string {
    const { lens } = this.edges
    const [entity, statement] = [entityOf(bound), statementOf(bound)]
    if (entity !== undefined) return named(lens, entity, languages)
    if (statement !== undefined) {
      const drawn = this.drawn({ edge: statedEdge(lens, statement), flipped: false }, languages)
      if (this.rests().includes(statement)) return drawn
      // What somebody speaks of is not said by that: its own standing is told beside.
      const { level, disputed } = weakest(lens, [statement])
      return `${drawn} (${standingOf(level, disputed, isDerived(lens, statement))})`
    }
    const value = plainOf(lens.store, bound)
    return isolated(oneLine(typeof value === 'string' ? value : JSON.stringify(value)))
  }

  /** @internal `Iran ─supplies oil→ Russia`. */
  protected drawn({ edge, flipped }: MetEdge, languages?: readonly string[]): string {
    const [from, to] = flipped ? [edge.object, edge.subject] : [edge.subject, edge.object]
    const verb = verbFor(this.edges, numberOf(this.edges, edge), languages)
    const label = (row: Row) => named(this.edges.lens, row, languages)
    return `${label(from)} ─${verb}${edge.relation.symmetric ? '─' : '→'} ${label(to)}`
  }
}

/** The statements that some ways to meet a pattern rest on, each once. */
function restsOf(meetings: readonly Meeting[]): Row[] {
  return [...new Set(meetings.flatMap(({ rests }) => rests))]
}

/** The number by which its view knows an edge. */
function numberOf(edges: Edges, edge: Edge): number {
  if (edge.statement !== 0) return edge.statement
  for (const number of statementsAt(edges.adjacency, edge.subject)) {
    if (edges.edge(number) === edge) return number
  }
  throw new TypeError('an edge of another view')
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
    return this.#told(languages)
  }

  /** @internal What Node shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Match { ${this.toString()} }`
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
    return this.#told(languages)
  }

  /** @internal What Node shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Group { ${this.toString()} }`
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
