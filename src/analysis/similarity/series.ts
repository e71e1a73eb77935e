import type { Vocabulary } from '../../ontology/typing'
import { named } from '../../query/cite'
import { counted, type TableRow } from '../../query/show/table'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { Analysis } from '../analysis'
import type { Viewed } from '../viewed'
import type { Over } from './codes'
import { type Compared, Comparison } from './compare'
import { type Asked, type AskedTime, readSeries, type SimilaritySeriesOptions } from './options'
import { CAVEAT, conventionsInWords, measured, silentSources, withSilent } from './words'

/** How alike two actors were in one year. */
export interface SimilarityYear extends Omit<Compared, 'rests'> {
  readonly year: number
}

/**
 * How alike two actors were, year by year: {@link similarity} with one comparison a year.
 *
 * @param a id of the one
 * @param b id of the other
 * @param options years, and the conventions; see {@link SimilaritySeriesOptions}
 * @throws {@link StatecraftError} as {@link similarity} does; for more than 1,000 years
 *
 * @example
 * ```ts
 * const series = similarityByYear(kg, 'state:DE', 'state:AT', { years: [1878, 1914] })
 * console.log(series.years.map(({ year, s }) => `${year} ${s?.toFixed(2)}`).join('\n'))
 * ```
 */
export function similarityByYear<D extends Vocabulary>(
  view: Viewed<D>,
  a: string,
  b: string,
  options: SimilaritySeriesOptions<D>,
): SimilaritySeries {
  const { asked, times } = readSeries(view.lens, a, b, options)
  const comparison = new Comparison(view.lens, asked)
  return new SimilaritySeries(
    view.lens,
    asked,
    times.map((time) => ({ time, found: comparison.at(time) })),
  )
}

/** A series as plain data. */
export interface SimilaritySeriesRecord
  extends Pick<SimilaritySeries, 'a' | 'b' | 'over' | 'distance' | 'years' | 'sources' | 'caveat'> {}

/** How alike two actors were in each of several years, made by {@link similarityByYear}. */
export class SimilaritySeries extends Analysis {
  override readonly caveat = CAVEAT
  /** Id of the one. */
  readonly a: string
  /** Id of the other. */
  readonly b: string
  readonly over: Over
  /** The distances for S, and for π and κ. */
  readonly distance: Asked['distance']
  /** Each year, in order. */
  readonly years: readonly SimilarityYear[]
  readonly #asked: Asked
  readonly #rests: readonly Row[]

  /** @internal Made by {@link similarityByYear}. */
  constructor(
    lens: Lens,
    asked: Asked,
    all: readonly { readonly time: AskedTime; readonly found: Compared }[],
  ) {
    super(lens)
    this.a = lens.store.idOf(asked.a)
    this.b = lens.store.idOf(asked.b)
    this.over = asked.over
    this.distance = asked.distance
    this.years = all.map(({ time, found: { rests: _, ...found } }) => ({ year: time.years.first, ...found }))
    this.#asked = asked
    this.#rests = [...new Set(all.flatMap(({ found }) => found.rests))]
  }

  override toJSON(): SimilaritySeriesRecord {
    const { a, b, over, distance, years, sources, caveat } = this
    return { a, b, over, distance, years, sources, caveat }
  }

  /**
   * What to cite, by id, sorted: the sources of what counts (where a claim names none, its claimant), and those on whose
   * silence zeros rest.
   */
  override get sources(): readonly string[] {
    return withSilent(super.sources, silentSources(this.years))
  }

  override citations(languages?: readonly string[]): string[] {
    const silent = silentSources(this.years).map((id) =>
      named(this.lens, this.lens.store.findEntity(id), languages, id),
    )
    return withSilent(super.citations(languages), silent)
  }

  protected override get called(): string {
    return 'SimilaritySeries'
  }

  protected override heading(languages?: readonly string[]): string {
    const [a, b] = [this.#asked.a, this.#asked.b].map((row) => named(this.lens, row, languages))
    const [first, last] = [this.years[0], this.years.at(-1)].map((one) => one?.year)
    return `Similarity of ${a} and ${b} in ${this.over}, ${first}–${last}`
  }

  protected override columns(): readonly string[] {
    return ['year', 'S', 'π', 'κ', 'n', 'not compared', 'left out', 'covered']
  }

  protected override *tableRows(): Generator<TableRow> {
    for (const { year, s, pi, kappa, n, unpaired, leftOut, coverage } of this.years) {
      const covered = this.over === 'votes' ? '' : coverage.length > 0 ? 'yes' : 'no'
      const measures = [s, pi, kappa].map(measured)
      yield {
        cells: [String(year), ...measures, ...[n, unpaired.length, leftOut.length].map(String), covered],
      }
    }
  }

  protected override get size(): number {
    return this.years.length
  }

  protected override remarks(): readonly string[] {
    const years = (what: (year: SimilarityYear) => boolean) => this.years.filter(what).length
    const several = (ids: (year: SimilarityYear) => readonly string[]) =>
      new Set(this.years.flatMap(ids)).size
    const [undated, vague, leftOut] = [
      several((year) => year.undated),
      several((year) => year.vague),
      several((year) => year.leftOut),
    ]
    const uncovered = years(({ coverage }) => coverage.length === 0)
    return [
      conventionsInWords(this.#asked),
      ...(this.over === 'pledges' && uncovered > 0
        ? [`In ${uncovered} of ${this.years.length} years no source covers alliances: zeros may only be gaps`]
        : []),
      ...(leftOut > 0
        ? [`${counted(leftOut, 'statements')} left out for their standing: that is not a no`]
        : []),
      ...(undated > 0 ? [`${counted(undated, 'statements')} of dates that do not place them: left out`] : []),
      ...(vague > 0 ? [`${counted(vague, 'statements')} whose dates are vague may hold, and count`] : []),
      ...(years(({ s, pi }) => s === undefined || pi === undefined) > 0
        ? ['· is undefined: why is told of each year as data']
        : []),
    ]
  }

  protected override rests(): Iterable<Row> {
    return this.#rests
  }
}
