import { isolated } from '../../model/direction'
import { statementsAt } from '../../store/lens'
import type { Row } from '../../store/store'
import {
  arrow,
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
import { type Excerpt, excerptOf } from '../show/excerpt'
import { Shown } from '../show/shown'
import type { Table, TableRow } from '../show/table'
import { type Bound, entityOf, plainOf, readBound, statementOf } from './bound'
import type { Meeting, MetEdge } from './found'

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

/** What something is worth, and who says so. */
export interface InWords {
  readonly standing: string
  readonly sayers: readonly string[]
}

/** What matches and groups share: values by variable, and all that these rest on. */
export abstract class Answered<Values> extends Shown {
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
    return `${label(from)} ${arrow(verb, edge.relation.symmetric)} ${label(to)}`
  }
}

/** The statements that some ways to meet a pattern rest on, each once. */
export function restsOf(meetings: readonly Meeting[]): Row[] {
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
