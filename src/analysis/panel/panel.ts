import { byCodeUnits } from '../../model/canonical'
import { LEVELS, type Level } from '../../model/claim'
import { fail } from '../../model/issue'
import type { Vocabulary } from '../../ontology/typing'
import { decisiveClaims, labelOf } from '../../query/cite'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row, Store } from '../../store/store'
import { sourcesCited } from '../basis'
import type { Viewed } from '../viewed'
import { sharedYears, type Years } from '../years'
import { type Coverage, coverageOf } from './coverage'
import { csvLines } from './csv'
import { collectFacts, type Fact, type Facts } from './dyads'
import { type AskedDyads, type DyadYearOptions, readDyadOptions } from './options'
import { Presence } from './presence'

/** One directed dyad in one year. What is undefined is not known. */
export interface DyadYear {
  /** Id of the first. */
  readonly from: string
  /** Id of the second. */
  readonly to: string
  /** Calendar year; astronomical: 0 is 1 BC. */
  readonly year: number
  /** Whether there is any; undefined where nothing is found and no source covers the year. */
  readonly any: boolean | undefined
  /** How many; where `covered` is false there may be more. */
  readonly count: number | undefined
  /** The strongest value of the detail among what is counted, of the strongest level that is. */
  readonly strongest: string | undefined
  /** How many of those counted are of which level; levels that do not occur are left out. */
  readonly levels: { readonly [L in Level]?: number }
  /** How many of those counted are disputed. */
  readonly disputed: number
  /** Whether each relation asked for is covered in this year by some source. */
  readonly covered: boolean
  /** The statements that are counted, and those that an inferred one rests on, by id. */
  readonly statements: readonly string[]
}

/** A panel as plain data; what is not known is left out of its rows. */
export interface PanelRecord {
  readonly relations: readonly string[]
  readonly years: readonly [first: number, last: number]
  readonly rows: readonly DyadYear[]
  readonly sources: readonly string[]
  readonly coverage: readonly Coverage[]
  readonly undated: readonly string[]
}

/** How a panel is written as CSV. */
export interface CsvOptions {
  /** Also columns `from_label` and `to_label`: in these languages, best first, or in any. */
  readonly labels?: boolean | readonly string[]
}

/** So many lines are made one text at a time: short ones, by the million, take ten times the room. */
const BATCH = 4096
const MAX_ROWS = 10_000_000
/** So many rows a panel shows as text. */
const SHOWN = 20

/**
 * A table of directed dyad-years, as scholars of conflict use them: for each pair of entities and each calendar year,
 * whether the relation holds, how often, and the strongest obligation. A symmetric relation gives both directions.
 *
 * A statement counts in a year with which its possible days (its certain ones under `certain`) share a day. Nothing
 * found is a zero only where sources cover the year, each relation asked for by at least one; elsewhere it is not
 * known. Statements that are only denied count for nothing. Entities have no rows for years in which they did not
 * exist; nor has an entity with itself.
 *
 * @param view the view to count in; the graph is the widest
 * @param options relation, dyads and years; see {@link DyadYearOptions}
 * @returns the panel; its rows are made when they are read
 * @throws {@link StatecraftError} for an unknown option, relation, type or entity, an unnamed actor, years that are
 * not whole or reversed, a detail that the relation has not, more than 10 million rows
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { dyadYears } from 'statecraft/analysis'
 *
 * const kg = createGraph()
 * const us = kg.add('State', { id: 'state:US', label: 'United States' })
 * const jp = kg.add('State', { id: 'state:JP', label: 'Japan' })
 * const atop = kg.add('Dataset', { id: 'source:atop', label: 'ATOP', coverage: '1815/2018' })
 * kg.from(atop).relate(us, 'alliedWith', jp, { when: '1952-04-28/..', obligations: 'defence' })
 *
 * const panel = dyadYears(kg, { relation: 'alliedWith', from: 'state:US', to: { type: 'State' }, years: [1951, 1953] })
 * console.log(panel.toCsv())
 * // from,to,year,any,count,strongest
 * // state:US,state:JP,1951,0,0,
 * // state:US,state:JP,1952,1,1,defence
 * // state:US,state:JP,1953,1,1,defence
 * console.log(panel.citations()) // ['ATOP (covers 1815/2018)']
 * ```
 *
 * Source: the unit of analysis is that of EUGene (Bennett and Stam 2000, *International Interactions* 26, 179–204);
 * obligations are those of ATOP (Leeds, Ritter, Mitchell and Long 2002, *International Interactions* 28, 237–260).
 */
export function dyadYears<D extends Vocabulary>(view: Viewed<D>, options: DyadYearOptions<D>): Panel {
  return new Panel(view.lens, readDyadOptions(view.lens.store, options))
}

/**
 * A table of dyad-years, made by {@link dyadYears}: in the order of the ids of the first, of the second, and of the
 * years. It knows the sources to cite for it. Rows are made while they are read, as often as they are.
 */
export class Panel {
  /** The relations that are counted. */
  readonly relations: readonly string[]
  /** First and last year, both within. */
  readonly years: readonly [first: number, last: number]
  /** How many rows there are. */
  readonly length: number
  /**
   * What to cite, by id: the sources of what is counted (where a claim names none, its claimant), and those on whose
   * silence a zero rests.
   */
  readonly sources: readonly string[]
  /** Which sources cover which of the years. */
  readonly coverage: readonly Coverage[]
  /** Statements about these dyads that say nothing of when, by id: they are counted in no year. */
  readonly undated: readonly string[]
  readonly #lens: Lens
  readonly #version: number
  readonly #asked: AskedDyads
  readonly #facts: Facts
  readonly #presence: Presence
  /** By the place of a year: 1 where it is covered. */
  readonly #covered: Uint8Array
  /** The levels that occur, strongest first. */
  readonly #levels: readonly Level[]
  readonly #isDisputed: boolean
  /** The values of the detail, strongest first. */
  readonly #values: readonly string[]

  /** @internal Made by {@link dyadYears}. */
  constructor(lens: Lens, asked: AskedDyads) {
    const { store } = lens
    const { first, last } = asked.years
    this.#lens = lens
    this.#asked = asked
    this.#values = [...(asked.detail?.values ?? [])]
    this.relations = asked.relations.map(({ name }) => name)
    this.years = [first, last]
    this.#presence = new Presence(store, [...asked.from, ...asked.to], asked.years)
    this.length = this.#presence.dyadYears(asked.from, asked.to)
    if (this.length > MAX_ROWS) {
      const many = this.length.toLocaleString('en')
      fail('bad-value', `that would be ${many} dyad-years, and 10 million is the most`, {
        hint: 'ask for fewer years or entities at a time',
      })
    }
    const edges = Edges.of(lens, { infer: asked.infer })
    this.coverage = coverageOf(edges, asked.relations, asked.years)
    this.#covered = this.#coveredYears()
    const undated = new Set<Row>()
    this.#facts = collectFacts(edges, asked, undated)
    this.undated = idsOf(store, undated)
    const counted = [...this.#countedFacts()]
    this.#levels = LEVELS.filter((level) => counted.some((fact) => fact.level === level))
    this.#isDisputed = counted.some(({ disputed }) => disputed)
    this.sources = this.#cited(counted)
    this.#version = store.version
  }

  /**
   * The rows, to be iterated.
   *
   * @throws {@link StatecraftError} while it is iterated, where the graph was changed since the panel was made
   */
  get rows(): Iterable<DyadYear> {
    return { [Symbol.iterator]: () => this.#rows() }
  }

  /**
   * The sources to cite, in words: label, publication, and what they cover.
   *
   * @param languages of labels, best first
   */
  citations(languages?: readonly string[]): string[] {
    const { store } = this.#lens
    return this.sources.map((id) => {
      const row = store.findEntity(id)
      const { published, coverage } = store.entity(row) ?? { published: undefined, coverage: undefined }
      const about = [
        ...(typeof published === 'string' ? [published] : []),
        ...(typeof coverage === 'string' ? [`covers ${coverage}`] : []),
      ]
      const label = labelOf(this.#lens, row, languages, id)
      return about.length > 0 ? `${label} (${about.join('; ')})` : label
    })
  }

  /**
   * The rows as CSV (RFC 4180, each line ends in LF): `from,to,year,any,count,strongest`, where `any` is 1 or 0 and
   * what is not known is empty. Where not everything counted is asserted there is a column for each level that occurs,
   * and where something is disputed one for that. A text that a spreadsheet would read as a formula stands after `'`.
   *
   * @throws RangeError for what is longer than a string can be, as ten million rows with labels may be: see
   * {@link Panel.csvLines}
   */
  toCsv(options: CsvOptions = {}): string {
    const texts: string[] = []
    let batch: string[] = []
    for (const line of this.csvLines(options)) {
      if (batch.push(line) < BATCH) continue
      texts.push(batch.join('\n'), '\n')
      batch = []
    }
    if (batch.length > 0) texts.push(batch.join('\n'), '\n')
    return texts.join('')
  }

  /** The lines of {@link Panel.toCsv} one at a time, its header first, without their ends. */
  csvLines({ labels }: CsvOptions = {}): Generator<string, undefined> {
    const { store } = this.#lens
    const languages = typeof labels === 'object' ? labels : undefined
    return csvLines(this.rows, {
      levels: this.#levels.some((level) => level !== 'asserted') ? this.#levels : [],
      disputed: this.#isDisputed,
      label: labels ? (id) => labelOf(this.#lens, store.findEntity(id), languages, id) : undefined,
    })
  }

  /** All of it as plain data. */
  toJSON(): PanelRecord {
    const { relations, years, sources, coverage, undated } = this
    return { relations, years, rows: [...this.rows], sources, coverage, undated }
  }

  /**
   * The first rows, with `·` for what is not known, how many more there are, and what to cite.
   *
   * @param languages of labels, best first
   */
  toString(languages?: readonly string[]): string {
    const { store } = this.#lens
    const [first, last] = this.years
    const lines = [`${this.relations.join(', ')}, ${first}–${last}: ${this.length} dyad-years`]
    const label = (id: string) => labelOf(this.#lens, store.findEntity(id), languages, id)
    for (const row of this.#rows()) {
      if (lines.length > SHOWN) {
        lines.push(`… and ${this.length - SHOWN} more`)
        break
      }
      const { from, to, year, count = '·', strongest = '' } = row
      const weak = LEVELS.filter((level) => level !== 'asserted' && row.levels[level])
      const standing = weak.map((level) => `${row.levels[level]} ${level}`)
      if (row.disputed > 0) standing.push(`${row.disputed} disputed`)
      lines.push(
        [`${label(from)} → ${label(to)}`, year, count, strongest, standing.join(', ')].join('  ').trimEnd(),
      )
    }
    if (this.undated.length > 0) lines.push(`Undated, in no year: ${this.undated.length}`)
    lines.push(`Sources: ${this.citations(languages).join('; ') || 'none'}`)
    return lines.join('\n')
  }

  *#rows(): Generator<DyadYear, undefined> {
    const { from, to, years } = this.#asked
    const { store } = this.#lens
    for (const one of from) {
      const facts = this.#facts.get(one)
      for (const other of to) {
        for (const { first, last } of this.#presence.together(one, other)) {
          for (let year = first; year <= last; year++) {
            if (store.version !== this.#version) {
              fail('bad-value', 'the graph was changed since the panel was made', {
                hint: 'ask for it again',
              })
            }
            yield this.#row(
              one,
              other,
              year,
              facts?.get(other) ?? [],
              this.#covered[year - years.first] === 1,
            )
          }
        }
      }
    }
  }

  #row(from: Row, to: Row, year: number, facts: readonly Fact[], covered: boolean): DyadYear {
    const { store } = this.#lens
    const { certain } = this.#asked
    const holding = facts.filter((fact) => isIn(year, certain ? fact.certain : fact.possible))
    const mayBe = holding.length > 0 || (certain && facts.some((fact) => isIn(year, fact.possible)))
    const any = holding.length > 0 ? true : covered && !mayBe ? false : undefined
    const counted = bestOfEach(holding)
    const levels: { [L in Level]?: number } = {}
    for (const { level } of counted) levels[level] = (levels[level] ?? 0) + 1
    // A pact that is only predicted makes none that is asserted any stronger.
    const level = LEVELS.find((one) => levels[one])
    const rank = Math.min(...counted.map((fact) => (fact.level === level ? fact.rank : Infinity)))
    return {
      from: store.idOf(from),
      to: store.idOf(to),
      year,
      any,
      count: any === undefined ? undefined : counted.length,
      strongest: this.#values[rank],
      levels,
      disputed: counted.filter(({ disputed }) => disputed).length,
      covered,
      statements: idsOf(store, new Set(holding.flatMap(({ rests }) => rests))),
    }
  }

  /** A year is covered where each relation is: a source that speaks of some says nothing about the others. */
  #coveredYears(): Uint8Array {
    const { first, last } = this.#asked.years
    const covered = new Uint8Array(last - first + 1).fill(1)
    for (const relation of this.relations) {
      const by = this.coverage.filter(({ relations }) => relations.includes(relation))
      const own = new Uint8Array(covered.length)
      for (const { years } of by) own.fill(1, years[0] - first, years[1] - first + 1)
      for (let i = 0; i < own.length; i++) covered[i]! &= own[i]!
    }
    return covered
  }

  /** What is counted in at least one row. */
  *#countedFacts(): Generator<Fact> {
    const { certain } = this.#asked
    for (const [from, dyads] of this.#facts) {
      for (const [to, facts] of dyads) {
        const runs = this.#presence.together(from, to)
        for (const fact of facts) {
          const years = certain ? fact.certain : fact.possible
          if (years && runs.some((run) => sharedYears(run, years))) yield fact
        }
      }
    }
  }

  #cited(counted: readonly Fact[]): string[] {
    const rests = new Set(counted.flatMap((fact) => fact.rests))
    const claims = [...rests].flatMap((row) => decisiveClaims(this.#lens, row))
    const [start] = this.years
    const silent = this.coverage.filter(({ years }) => {
      return this.#covered.subarray(years[0] - start, years[1] - start + 1).includes(1)
    })
    const ids = [...sourcesCited(this.#lens, claims), ...silent.map((one) => one.source)]
    return [...new Set(ids)].sort(byCodeUnits)
  }
}

/** Each act once: as its strongest level has it, undisputed where it can be. */
function bestOfEach(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length < 2) return facts
  const best = new Map<string, Fact>()
  for (const fact of facts) {
    const other = best.get(fact.act)
    const order = other ? LEVELS.indexOf(fact.level) - LEVELS.indexOf(other.level) : -1
    if (order < 0 || (order === 0 && other?.disputed)) best.set(fact.act, fact)
  }
  return [...best.values()]
}

function isIn(year: number, years: Years | undefined): boolean {
  return years !== undefined && years.first <= year && year <= years.last
}

function idsOf(store: Store, statements: Iterable<Row>): string[] {
  return Array.from(statements, (row) => store.statementId(row)).sort(byCodeUnits)
}
