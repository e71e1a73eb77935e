import type { Vocabulary } from '../../ontology/typing'
import { named } from '../../query/cite'
import type { TableRow } from '../../query/show/table'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { Analysis } from '../analysis'
import type { Coverage } from '../panel/coverage'
import type { Viewed } from '../viewed'
import type { Distance } from './agreement'
import type { Over } from './codes'
import { type Compared, Comparison, type SimilarityRow, type Unpaired } from './compare'
import { type Asked, type AskedTime, readSimilarity, type SimilarityOptions } from './options'
import {
  CAVEAT,
  conventionsInWords,
  measured,
  remarksOn,
  silentSources,
  timeInWords,
  withSilent,
} from './words'

/**
 * How alike the foreign policies of two actors are, by their pledges of alliance or by their votes: Signorino and
 * Ritter's S = 1 − 2·Σ wₖ|aₖ − bₖ| / (d_max·Σ wₖ), and the agreement beyond chance, Scott's π and Cohen's κ, as Häge
 * proposes.
 *
 * Only what is asserted and undisputed counts, unless other `levels` are asked for. A pledge counts in each year with
 * which its days share one. Nothing stated is coded 0, none; whether a source covers the year is told. An alliance
 * whose type nobody states is neither 0 nor anything else: that third is not compared over. Nor is, for votes, a
 * resolution on which one of the two has no vote.
 *
 * @param view the view to compare in; the graph is the widest. `asOf` a day, what holds on it counts
 * @param a id of the one
 * @param b id of the other: the measures are the same either way round
 * @param options year, and the conventions; see {@link SimilarityOptions}
 * @throws {@link StatecraftError} for an unknown option or entity, an unnamed actor, one actor twice, no year where one
 * is needed, a year that is not in the view's, a weight that is no number
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { similarity } from 'statecraft/analysis'
 *
 * const kg = createGraph()
 * const [de, at, it] = ['DE', 'AT', 'IT'].map((code) => kg.add('State', { id: `state:${code}`, label: code }))
 * const pacts = kg.add('Dataset', { id: 'source:pacts', label: 'Pacts', coverage: '1870/1914' })
 * kg.from(pacts).relate(de!, 'alliedWith', at!, { when: '1879-10-07/1914-12-31', cowType: 'defence' })
 * kg.from(pacts).relate(de!, 'alliedWith', it!, { when: '1882-05-20/1914-12-31', cowType: 'defence' })
 *
 * const found = similarity(kg, 'state:DE', 'state:AT', { year: 1882 })
 * // With itself and the other both have 3; with Italy 3 and 0: S = 1 − 2·3/(3·3).
 * console.log(found.s?.toFixed(3)) // '0.333'
 * ```
 *
 * Sources: Signorino and Ritter 1999, *International Studies Quarterly* 43, 115–144; Scott 1955, *Public Opinion
 * Quarterly* 19, 321–325; Cohen 1960, *Educational and Psychological Measurement* 20, 37–46; Häge 2011, *Political
 * Analysis* 19, 287–305.
 */
export function similarity<D extends Vocabulary>(
  view: Viewed<D>,
  a: string,
  b: string,
  options: SimilarityOptions<D> = {},
): Similarity {
  const { asked, time } = readSimilarity(view.lens, a, b, options)
  return new Similarity(view.lens, asked, time, new Comparison(view.lens, asked).at(time))
}

/** A similarity as plain data. */
export interface SimilarityRecord
  extends Pick<
    Similarity,
    | 'a'
    | 'b'
    | 'over'
    | 's'
    | 'pi'
    | 'kappa'
    | 'why'
    | 'n'
    | 'table'
    | 'rows'
    | 'unpaired'
    | 'coverage'
    | 'leftOut'
    | 'undated'
    | 'vague'
    | 'sources'
    | 'caveat'
  > {
  readonly years?: readonly [first: number, last: number]
  readonly distance: { readonly s: Distance; readonly corrected: Distance }
}

/** How alike two actors are at one time, made by {@link similarity}. */
export class Similarity extends Analysis {
  override readonly caveat = CAVEAT
  /** Id of the one. */
  readonly a: string
  /** Id of the other. */
  readonly b: string
  readonly over: Over
  /** First and last year, both within; undefined where all votes are compared. */
  readonly years: readonly [first: number, last: number] | undefined
  /** Signorino and Ritter's S, −1 to 1; undefined with the reason in `why`. */
  readonly s: number | undefined
  /** Scott's π, −1 to 1. */
  readonly pi: number | undefined
  /** Cohen's κ, −1 to 1. */
  readonly kappa: number | undefined
  /** Why a measure is undefined. */
  readonly why: Compared['why']
  /** How many thirds are compared over. */
  readonly n: number
  /** The weight of the thirds by the code of the one (rows) and of the other (columns). */
  readonly table: readonly (readonly number[])[]
  /** Each third, in the order of ids. */
  readonly rows: readonly SimilarityRow[]
  /** The thirds that are not compared over, and why. */
  readonly unpaired: readonly Unpaired[]
  /** For pledges, which sources cover the year. */
  readonly coverage: readonly Coverage[]
  /** Statements that do not count for their standing, by id. */
  readonly leftOut: readonly string[]
  /** Statements whose dates do not place them in this time, by id: left out. */
  readonly undated: readonly string[]
  /** Statements that count although their dates are vague, by id. */
  readonly vague: readonly string[]
  /** The distances for S, and for π and κ. */
  readonly distance: { readonly s: Distance; readonly corrected: Distance }
  readonly #found: Compared
  readonly #asked: Asked
  readonly #time: AskedTime | undefined

  /** @internal Made by {@link similarity}. */
  constructor(lens: Lens, asked: Asked, time: AskedTime | undefined, found: Compared) {
    super(lens)
    this.a = lens.store.idOf(asked.a)
    this.b = lens.store.idOf(asked.b)
    this.over = asked.over
    this.years = time && [time.years.first, time.years.last]
    this.distance = asked.distance
    this.s = found.s
    this.pi = found.pi
    this.kappa = found.kappa
    this.why = found.why
    this.n = found.n
    this.table = found.table
    this.rows = found.rows
    this.unpaired = found.unpaired
    this.coverage = found.coverage
    this.leftOut = found.leftOut
    this.undated = found.undated
    this.vague = found.vague
    this.#found = found
    this.#asked = asked
    this.#time = time
  }

  override toJSON(): SimilarityRecord {
    const { a, b, over, years, distance, s, pi, kappa, why, n, table, rows, unpaired, coverage } = this
    const { leftOut, undated, vague, sources, caveat } = this
    return {
      ...{ a, b, over, ...(years ? { years } : {}), distance, s, pi, kappa, why, n, table, rows, unpaired },
      ...{ coverage, leftOut, undated, vague, sources, caveat },
    }
  }

  /**
   * What to cite, by id, sorted: the sources of what counts (where a claim names none, its claimant), and those on whose
   * silence zeros rest.
   */
  override get sources(): readonly string[] {
    return withSilent(super.sources, silentSources([this.#found]))
  }

  override citations(languages?: readonly string[]): string[] {
    const silent = silentSources([this.#found]).map((id) =>
      named(this.lens, this.lens.store.findEntity(id), languages, id),
    )
    return withSilent(super.citations(languages), silent)
  }

  protected override get called(): string {
    return 'Similarity'
  }

  protected override heading(languages?: readonly string[]): string {
    const [a, b] = [this.#asked.a, this.#asked.b].map((row) => named(this.lens, row, languages))
    const figures = `S ${measured(this.s)}, π ${measured(this.pi)}, κ ${measured(this.kappa)}, n ${this.n}`
    return `Similarity of ${a} (a) and ${b} (b) in ${this.over}, ${timeInWords(this.#time)}: ${figures}`
  }

  protected override columns(): readonly string[] {
    return [this.over === 'pledges' ? 'with' : 'on', 'a', 'b', 'weight', 'apart', 'standing']
  }

  protected override *tableRows(languages?: readonly string[]): Generator<TableRow> {
    for (const { id, a, b, weight, aRests, bRests } of this.rows) {
      const rests = [aRests ?? [], bRests ?? []].flat()
      const levels = [...new Set(rests.map(({ level }) => level))]
      const disputed = rests.some((one) => one.disputed)
      yield {
        cells: [
          named(this.lens, this.lens.store.findEntity(id), languages, id),
          String(a),
          String(b),
          String(weight),
          String(Math.abs(a - b)),
          [...levels, ...(disputed ? ['disputed'] : [])].join(', '),
        ],
        ...(levels.length === 1 ? { level: levels[0]! } : {}),
        disputed,
      }
    }
  }

  protected override get size(): number {
    return this.rows.length
  }

  protected override remarks(): readonly string[] {
    return [conventionsInWords(this.#asked), ...remarksOn(this.#found, this.#asked, this.#time)]
  }

  protected override rests(): Iterable<Row> {
    return this.#found.rests
  }
}
