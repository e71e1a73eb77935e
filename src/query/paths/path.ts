import type { Level } from '../../model/claim'
import type { Row } from '../../store/store'
import { arrow, decisiveClaims, denialsOf, named, sourcesOf, verbFor, worthOf } from '../cite'
import { type Edge, type Rule, weakest } from '../edge'
import type { Edges } from '../edges'
import { markdown } from '../markdown'
import { type Excerpt, excerptOf } from '../show/excerpt'
import { Shown } from '../show/shown'
import type { Table, TableRow } from '../show/table'

/** One step of a path: an edge, and whether it is walked from subject to object. */
export interface Step {
  /** The id of the statement; undefined where the step is inferred. */
  readonly statement: string | undefined
  readonly relation: string
  readonly from: string
  readonly to: string
  /** False where the step goes against the direction of its edge. */
  readonly forward: boolean
  readonly level: Level
  readonly disputed: boolean
  /**
   * Every statement that it rests on, by id: itself, what it is inferred from, and those by which its item falls under
   * the one that was asked for.
   */
  readonly rests: readonly string[]
  /** By what it is inferred that nobody states. */
  readonly rule?: Rule
}

/** A step in JSON: the statement, or what it is inferred from. */
export type StepJson =
  | { readonly statement: string; readonly forward: boolean }
  | {
      readonly rule: Rule
      readonly relation: string
      readonly rests: readonly string[]
      readonly forward: boolean
    }

/** A path in JSON. */
export interface PathJson {
  readonly steps: readonly StepJson[]
  readonly level: Level
  readonly disputed: boolean
  /** Where paths are weighed: {@link Path.weight}. */
  readonly weight?: number
}

/** What a path knows beside its steps. */
export interface PathExtras {
  /** For each step: statements that it rests on beside its edge's own. */
  readonly besides?: readonly (readonly Row[])[]
  readonly weight?: number | undefined
}

/**
 * A way from one entity to another: a sequence of statements, no entity twice. It knows its sources and prints itself,
 * in the languages asked for where its labels have them.
 *
 * @example
 * ```ts
 * const path = kg.shortestPath('state:IR', 'state:KP', { via: 'supplies' })
 * console.log(String(path)) // Iran ─supplies oil→ Russia ─supplies oil→ North Korea      predicted · …, §16
 * console.log(path?.level, path?.sources)
 * ```
 */
export class Path extends Shown {
  readonly #edges: Edges
  readonly #rows: readonly Row[]
  readonly #numbers: readonly number[]
  readonly #besides: readonly (readonly Row[])[]
  /**
   * Where paths are weighed: the product of its steps' confidences, or the sum over its steps of 1 / (1 + the number of
   * independent claimants).
   */
  readonly weight: number | undefined

  // All else is worked out when somebody looks: a search makes many paths that nobody does.

  /** @internal Made by queries. */
  constructor(edges: Edges, rows: readonly Row[], numbers: readonly number[], extras: PathExtras = {}) {
    super()
    this.#edges = edges
    this.#rows = rows
    this.#numbers = numbers
    this.#besides = extras.besides ?? []
    this.weight = extras.weight
  }

  /** How many steps. */
  get length(): number {
    return this.#numbers.length
  }

  /** The entities on the way by id, both ends included. */
  get entities(): readonly string[] {
    return this.#rows.map((row) => this.#edges.lens.store.idOf(row))
  }

  get steps(): readonly Step[] {
    return this.#numbers.map((_, i) => this.#step(i))
  }

  /** Every statement that the path rests on, by id. */
  get statements(): readonly string[] {
    return [...new Set(this.steps.flatMap((step) => step.rests))]
  }

  /** The claims that decide the level of these, by id. */
  get claims(): readonly string[] {
    const { store } = this.#edges.lens
    return this.#deciding().map((claim) => store.claimId(claim))
  }

  /** The claims against what is disputed among these, by id: of wider statements, too. */
  get denials(): readonly string[] {
    const { lens } = this.#edges
    return this.#rests().flatMap((row) => denialsOf(lens, row).map((claim) => lens.store.claimId(claim)))
  }

  /** The weakest of its steps'. */
  get level(): Level {
    return weakest(this.#edges.lens, this.#rests()).level
  }

  /** Whether any step is. */
  get disputed(): boolean {
    return weakest(this.#edges.lens, this.#rests()).disputed
  }

  /** The sources of the claims that decide its level, by id. */
  get sources(): readonly string[] {
    return sourcesOf(this.#edges.lens, this.#deciding())
  }

  /**
   * The path in words: entities and verbs, then what it is worth and who says so.
   *
   * @param languages of labels, best first
   */
  override toString(languages?: readonly string[]): string {
    const drawn = this.#drawn(languages)
    return this.length === 0
      ? drawn
      : `${drawn}      ${worthOf(this.#edges.lens, this.#rests(), languages).join(' · ')}`
  }

  /** Each step with its own standing and sources, one a line. */
  explain(languages?: readonly string[]): string[] {
    return this.#numbers.map((_, i) => {
      return `${this.#drawnStep(i, languages)}      ${worthOf(this.#edges.lens, this.#restsOf(i), languages).join(' · ')}`
    })
  }

  /** The path in a line, and each step with its standing and sources below: Markdown in which labels are only text. */
  override toMarkdown(languages?: readonly string[]): string {
    const steps = this.#numbers.map((_, i) => {
      return `${i + 1}. ${markdown(this.#drawnStep(i, languages))}: ${markdown(worthOf(this.#edges.lens, this.#restsOf(i), languages).join(' · '))}`
    })
    return [`**${markdown(this.#drawn(languages))}**`, ...(steps.length > 0 ? ['', ...steps] : [])].join('\n')
  }

  toJSON(): PathJson {
    const steps = this.steps.map(({ statement, forward, rule, relation, rests }): StepJson => {
      return statement === undefined ? { rule: rule!, relation, rests, forward } : { statement, forward }
    })
    const { level, disputed, weight } = this
    return { steps, level, disputed, ...(weight === undefined ? {} : { weight }) }
  }

  /** @internal */
  override excerpt(_rows?: number, languages?: readonly string[]): Excerpt {
    const ends = [this.#rows[0]!, this.#rows.at(-1)!]
    const title = [
      this.#drawn(languages),
      ...(this.length === 0 ? [] : worthOf(this.#edges.lens, this.#rests(), languages).slice(0, 1)),
    ]
    return excerptOf(this.#edges, title.join('; '), this.#numbers, this.#rows, ends)
  }

  /** @internal */
  get columns(): readonly string[] {
    return ['path', 'standing', 'who says so']
  }

  /** @internal The path in one row. */
  tableRow(languages?: readonly string[]): TableRow {
    const [standing, ...sayers] =
      this.length === 0 ? [''] : worthOf(this.#edges.lens, this.#rests(), languages)
    const { level, disputed } = this
    return { cells: [this.#drawn(languages), standing, sayers.join(' · ')], level, disputed }
  }

  /** @internal A row for each step. */
  override tabulate(languages?: readonly string[]): Table {
    const rows = this.#numbers.map((_, i): TableRow => {
      const [standing, ...sayers] = worthOf(this.#edges.lens, this.#restsOf(i), languages)
      const cells = [`${i + 1}`, this.#drawnStep(i, languages), standing, sayers.join(' · ')]
      return { cells, ...weakest(this.#edges.lens, this.#restsOf(i)) }
    })
    return { columns: ['', 'step', 'standing', 'who says so'], rows, remarks: [] }
  }

  /** @internal */
  protected override get called(): string {
    return 'Path'
  }

  #step(i: number): Step {
    const { lens } = this.#edges
    const edge = this.#edges.edge(this.#numbers[i]!)
    return {
      statement: edge.statement === 0 ? undefined : lens.store.statementId(edge.statement),
      relation: edge.relation.name,
      from: lens.store.idOf(this.#rows[i]!),
      to: lens.store.idOf(this.#rows[i + 1]!),
      forward: this.#isForward(edge, i),
      ...weakest(lens, this.#restsOf(i)),
      rests: this.#restsOf(i).map((row) => lens.store.statementId(row)),
      ...(edge.rule ? { rule: edge.rule } : {}),
    }
  }

  /** Whether a step goes along its edge, also after a merge of its ends with others. */
  #isForward(edge: Edge, i: number): boolean {
    const { store } = this.#edges.lens
    return store.current(edge.subject) === store.current(this.#rows[i]!)
  }

  #restsOf(i: number): readonly Row[] {
    return [...this.#edges.restsOf(this.#numbers[i]!), ...(this.#besides[i] ?? [])]
  }

  #rests(): Row[] {
    return [...new Set(this.#numbers.flatMap((_, i) => this.#restsOf(i)))]
  }

  #deciding(): Row[] {
    return this.#rests().flatMap((row) => decisiveClaims(this.#edges.lens, row))
  }

  #drawn(languages?: readonly string[]): string {
    const label = (row: Row) => named(this.#edges.lens, row, languages)
    return this.#rows
      .map((row, i) => (i === 0 ? label(row) : `${this.#arrow(i - 1, languages)} ${label(row)}`))
      .join(' ')
  }

  #drawnStep(i: number, languages?: readonly string[]): string {
    const [from, to] = [this.#rows[i]!, this.#rows[i + 1]!].map((row) =>
      named(this.#edges.lens, row, languages),
    )
    return `${from} ${this.#arrow(i, languages)} ${to}`
  }

  #arrow(i: number, languages?: readonly string[]): string {
    const edge = this.#edges.edge(this.#numbers[i]!)
    const verb = verbFor(this.#edges, this.#numbers[i]!, languages)
    return arrow(verb, edge.relation.symmetric, this.#isForward(edge, i))
  }
}
