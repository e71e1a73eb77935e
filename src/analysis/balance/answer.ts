import type { Level } from '../../model/claim'
import { fail } from '../../model/issue'
import { readShowOptions, type ShowOptions } from '../../query/show/options'
import type { TableRow } from '../../query/show/table'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { Analysis } from '../analysis'
import { type Basis, basisOf } from '../basis'
import { dayOfView } from '../day'
import { chartOf } from './picture'
import type { BlocChange, GraphBalance, LeftOut, RolledUp, TieChange, TieRecord } from './records'
import { actorCells, COLUMNS, remarksOf, yearCells } from './words'
import type { Tie } from './yearly'

/** A relation that made ties, and of which sign. */
export interface SignRecord {
  readonly relation: string
  readonly sign: '+' | '-'
  /** Where only some of its statements do: values of a qualifier or detail, any one of which is needed. */
  readonly where: { readonly [property: string]: readonly string[] } | undefined
}

/** What an answer is made of. */
export interface BalanceParts
  extends Pick<
    BalanceRecord,
    'years' | 'levels' | 'signs' | 'graphs' | 'tieChanges' | 'blocChanges' | 'rolledUp' | 'leftOut'
  > {
  /** Those of each graph. */
  readonly ties: readonly (readonly Tie[])[]
  readonly record: (tie: Tie) => TieRecord
}

/** The answer as plain data. */
export interface BalanceRecord {
  /** First and last year, both within; undefined where the view was taken as it is. */
  readonly years: readonly [first: number, last: number] | undefined
  /** The levels of statements that counted. */
  readonly levels: readonly Level[]
  /** The relations that make ties. */
  readonly signs: readonly SignRecord[]
  /** One for each year, or one. */
  readonly graphs: readonly GraphBalance[]
  /** What became of ties from each year to the next. */
  readonly tieChanges: readonly TieChange[]
  /** Who moved from one bloc to the other, from each year to the next. */
  readonly blocChanges: readonly BlocChange[]
  /** Who was rolled up to which state. */
  readonly rolledUp: readonly RolledUp[]
  /** Statements that make no tie, by why. */
  readonly leftOut: readonly LeftOut[]
  /** What all of it rests on; undefined where there are no ties. */
  readonly basis: Basis | undefined
  readonly caveat: string
}

/** The structural balance of a view, or of its years. */
export class Balance extends Analysis implements BalanceRecord {
  readonly caveat =
    'Balance describes the ties that are stated here. It predicts nothing, and what nobody states is no tie: it is unknown, not neutral.'
  readonly years: BalanceRecord['years']
  readonly levels: BalanceRecord['levels']
  readonly signs: BalanceRecord['signs']
  readonly graphs: BalanceRecord['graphs']
  readonly tieChanges: BalanceRecord['tieChanges']
  readonly blocChanges: BalanceRecord['blocChanges']
  readonly rolledUp: BalanceRecord['rolledUp']
  readonly leftOut: BalanceRecord['leftOut']
  readonly #ties: BalanceParts['ties']
  readonly #record: BalanceParts['record']

  /** @internal */
  constructor(lens: Lens, parts: BalanceParts) {
    super(lens)
    this.years = parts.years
    this.levels = parts.levels
    this.signs = parts.signs
    this.graphs = parts.graphs
    this.tieChanges = parts.tieChanges
    this.blocChanges = parts.blocChanges
    this.rolledUp = parts.rolledUp
    this.leftOut = parts.leftOut
    this.#ties = parts.ties
    this.#record = parts.record
  }

  /** What all of it rests on; undefined where there are no ties. */
  get basis(): Basis | undefined {
    this.check()
    const rows = [...this.rests()]
    return rows.length > 0 ? basisOf(this.lens, rows) : undefined
  }

  /**
   * The ties of a graph, with what each rests on, in the order of the ids of both ends.
   *
   * @param year of the graph; not given where the view was taken as it is
   * @throws {@link StatecraftError} `bad-value`, for a year that was not asked for
   */
  ties(year?: number): readonly TieRecord[] {
    this.check()
    const place = this.graphs.findIndex((graph) => graph.year === year)
    if (place < 0) {
      fail('bad-value', year === undefined ? 'of which year?' : `the year ${year} was not asked for`, {
        path: ['year'],
        ...(this.years ? { hint: `there are ${this.years[0]} to ${this.years[1]}` } : {}),
      })
    }
    return this.#ties[place]!.map(this.#record)
  }

  override toJSON(): BalanceRecord {
    const { years, levels, signs, graphs, tieChanges, blocChanges, rolledUp, leftOut, basis, caveat } = this
    return { years, levels, signs, graphs, tieChanges, blocChanges, rolledUp, leftOut, basis, caveat }
  }

  /**
   * The picture of it: over years the shares of balanced triads and the frustration, else the signed network.
   *
   * @param options languages of labels, colours, legend
   */
  override toSVG(options: ShowOptions = {}): string {
    if (!this.years) return super.toSVG(options)
    this.check()
    const { languages } = readShowOptions(options)
    return chartOf(this.title(languages), this.graphs, this.caveat, options)
  }

  protected override get called(): string {
    return 'Balance'
  }

  protected override heading(): string {
    if (this.years) return `Structural balance, ${this.years[0]}–${this.years[1]}`
    // Else what ended long ago would stand beside what is, and nobody would be told.
    return dayOfView(this.lens) === undefined
      ? 'Structural balance, of all times at once'
      : 'Structural balance'
  }

  protected override columns(): readonly string[] {
    return this.years ? COLUMNS.years : COLUMNS.actors
  }

  protected override get size(): number {
    return this.years ? this.graphs.length : this.graphs[0]!.actors.length
  }

  protected override *tableRows(languages?: readonly string[]): Iterable<TableRow> {
    if (this.years) for (const graph of this.graphs) yield { cells: yearCells(graph) }
    else {
      for (const actor of this.graphs[0]!.actors)
        yield { cells: actorCells(actor, this.label(actor.actor, languages)) }
    }
  }

  protected override remarks(languages?: readonly string[]): readonly string[] {
    return remarksOf(this, (id) => this.label(id, languages))
  }

  protected override *rests(): Iterable<Row> {
    const seen = new Set<Row>()
    for (const ties of this.#ties) {
      for (const { rests } of ties) {
        for (const row of rests) {
          if (seen.has(row)) continue
          seen.add(row)
          yield row
        }
      }
    }
  }
}
