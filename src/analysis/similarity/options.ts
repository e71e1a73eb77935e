import { type Day, dateOf, dayOf, type Span } from '../../model/days'
import { fail } from '../../model/issue'
import type { TypeName, Vocabulary } from '../../ontology/typing'
import { told } from '../../ontology/values'
import { readEntities } from '../../query/ends'
import { entityRow, oneOf } from '../../query/options'
import type { Entities } from '../../query/query'
import type { Lens } from '../../store/lens'
import type { Row, Store } from '../../store/store'
import { type CountedOptions, type CountedStandings, readCounted } from '../counted'
import { dayOfView } from '../day'
import { checkYearsOfView, isYear, readYears, type Years } from '../years'
import type { Distance } from './agreement'
import type { Over } from './codes'

/** How much each third counts: by its id. What has no weight is left out of the comparison, and told. */
export type Weights = { readonly [id: string]: number } | ((id: string) => number | undefined)

/** What both a comparison and a series of them may be asked. */
export interface SimilarityConventions<D extends Vocabulary = Vocabulary> extends CountedOptions {
  /** What to compare: pledges of alliance where not given, or votes on resolutions. */
  readonly over?: Over
  /**
   * The thirds with whom, or on what, the two are compared. Where not given: for pledges every `State`, for votes every
   * resolution on which one of the two has voted. Of those named, for pledges only those count that are there in the
   * year (a state by the spells in which it `existed`).
   */
  readonly universe?: Entities<TypeName<D>>
  /**
   * For pledges, the tie of an actor with itself: `defence` (3) where not given, as Bueno de Mesquita 1975 (*Journal of
   * Conflict Resolution* 19, 187–216) and the software EUGene have it; `exclude` compares over others than the two.
   */
  readonly self?: 'defence' | 'exclude'
  /** Equal where not given. A record, or a function: as shares of capabilities (CINC). */
  readonly weights?: Weights
  /**
   * Where given, for all three measures. Where not: `absolute` for S (Signorino and Ritter 1999), `squared` for π and κ
   * (as is usual for ordered values: Fleiss and Cohen 1973, *Educational and Psychological Measurement* 33, 613–619).
   */
  readonly distance?: Distance
  /** For pledges: also what follows between the parties of treaties. */
  readonly infer?: boolean
  /** For votes: who was absent is left out of the pair where not given, or counts as abstaining. */
  readonly absent?: 'exclude' | 'abstain'
}

/** What a comparison asks for. */
export interface SimilarityOptions<D extends Vocabulary = Vocabulary> extends SimilarityConventions<D> {
  /** Calendar year. For pledges that of the view's `asOf` where not given; for votes all years where not given. */
  readonly year?: number
  /** For votes, instead of a year: first and last, both within, taken together. */
  readonly period?: readonly [first: number, last: number]
}

/** What a series asks for: one comparison a year. */
export interface SimilaritySeriesOptions<D extends Vocabulary = Vocabulary> extends SimilarityConventions<D> {
  /** First and last calendar year, both within. */
  readonly years: readonly [first: number, last: number]
}

const CONVENTIONS = [
  'over',
  'universe',
  'self',
  'weights',
  'distance',
  'infer',
  'absent',
  'levels',
  'disputed',
] as const satisfies (keyof SimilarityConventions)[]

/** Options, checked and in rows. */
export interface Asked {
  readonly a: Row
  readonly b: Row
  readonly over: Over
  /** In the order of ids; undefined for what votes give. */
  readonly universe: readonly Row[] | undefined
  readonly self: 'defence' | 'exclude'
  readonly weightOf: (row: Row) => number | undefined
  readonly isWeighted: boolean
  readonly distance: { readonly s: Distance; readonly corrected: Distance }
  readonly infer: boolean
  readonly absent: 'exclude' | 'abstain'
  readonly counted: CountedStandings
}

/** When: the days that count, and what they are called. Undefined is always. */
export interface AskedTime {
  readonly span: Span
  readonly years: Years
  /** The view is of this one day. */
  readonly day: Day | undefined
}

const MOST_YEARS = 1000

export function readSimilarity<D extends Vocabulary>(
  lens: Lens,
  a: string,
  b: string,
  options: SimilarityOptions<D>,
) {
  checkKeys(options, [...CONVENTIONS, 'year', 'period'], 'similarity')
  const asked = readConventions(lens.store, a, b, options)
  return { asked, time: readTime(lens, asked.over, options) }
}

export function readSeries<D extends Vocabulary>(
  lens: Lens,
  a: string,
  b: string,
  options: SimilaritySeriesOptions<D>,
) {
  checkKeys(options, [...CONVENTIONS, 'years'], 'similarityByYear')
  const asked = readConventions(lens.store, a, b, options)
  const years = readYears(options.years, 'years')
  if (years.last - years.first >= MOST_YEARS)
    fail('bad-value', `a series has at most ${MOST_YEARS} years`, { path: ['years'] })
  checkYearsOfView(lens, years, 'years')
  const day = dayOfView(lens)
  return {
    asked,
    times: Array.from({ length: years.last - years.first + 1 }, (_, i) => ofYear(years.first + i, day)),
  }
}

function checkKeys(options: object, known: readonly string[], name: string): void {
  if (typeof options !== 'object' || options === null) fail('bad-value', `${name} takes an object of options`)
  for (const key of Object.keys(options)) oneOf(key, known, `option of ${name}`, [key])
}

function readConventions<D extends Vocabulary>(
  store: Store,
  a: string,
  b: string,
  options: SimilarityConventions<D>,
): Asked {
  const over = oneOf(options.over ?? 'pledges', ['pledges', 'votes'], 'thing to compare', ['over'])
  const foreign = over === 'pledges' ? (['absent'] as const) : (['self', 'infer'] as const)
  for (const key of foreign) {
    if (options[key] !== undefined)
      fail('bad-value', `${key} says nothing about ${over}`, { path: [key], hint: 'leave it out' })
  }
  const { infer, distance } = options
  if (infer !== undefined && typeof infer !== 'boolean')
    fail('bad-value', 'infer is true or false', { path: ['infer'] })
  const relation = store.ontology.relation(over === 'pledges' ? 'alliedWith' : 'votesOn')
  const actors = [readActor(store, a, 'a', relation.from), readActor(store, b, 'b', relation.from)] as const
  if (actors[0] === actors[1])
    fail('bad-value', 'these are one and the same actor', { path: ['b'], hint: 'it takes two to compare' })
  const kind =
    distance === undefined ? undefined : oneOf(distance, ['absolute', 'squared'], 'distance', ['distance'])
  return {
    a: actors[0],
    b: actors[1],
    over,
    universe: readUniverse(
      store,
      options.universe ?? (over === 'pledges' ? { type: 'State' } : undefined),
      relation.to,
    ),
    self: oneOf(options.self ?? 'defence', ['defence', 'exclude'], 'choice', ['self']),
    weightOf: readWeights(store, options.weights),
    isWeighted: options.weights !== undefined,
    distance: { s: kind ?? 'absolute', corrected: kind ?? 'squared' },
    infer: infer === true,
    absent: oneOf(options.absent ?? 'exclude', ['exclude', 'abstain'], 'choice', ['absent']),
    counted: readCounted(options),
  }
}

function readActor(store: Store, id: string, path: string, types: readonly string[]): Row {
  const row = store.current(entityRow(store, id, path))
  if (store.isUnnamed(row))
    fail('bad-value', `'${store.idOf(row)}' is an unnamed actor, and in no count`, { path: [path] })
  if (store.isDeclared(row) && !store.passesFor(row, types))
    fail('bad-domain', `'${store.idOf(row)}' has none of what is compared`, {
      path: [path],
      hint: `of ${types.join(', ')}`,
    })
  return row
}

function readUniverse(
  store: Store,
  universe: Entities | undefined,
  types: readonly string[],
): readonly Row[] | undefined {
  if (universe === undefined) return undefined
  const { rows } = readEntities(store, universe, 'universe')
  for (const row of rows) {
    if (store.isUnnamed(row))
      fail('bad-value', `'${store.idOf(row)}' is an unnamed actor, and in no count`, { path: ['universe'] })
    if (store.isDeclared(row) && !store.passesFor(row, types))
      fail('bad-range', `nobody has what is compared with '${store.idOf(row)}'`, {
        path: ['universe'],
        hint: `it goes to ${types.join(', ')}`,
      })
  }
  return [...new Set(rows.map((row) => store.current(row)))]
}

function readWeights(store: Store, weights: Weights | undefined): (row: Row) => number | undefined {
  if (weights === undefined) return () => 1
  if (typeof weights === 'function') return (row) => checkedWeight(weights(store.idOf(row)), store.idOf(row))
  if (typeof weights !== 'object' || weights === null)
    return fail('bad-value', 'weights are a record by id, or a function of an id', { path: ['weights'] })
  const known = new Map<Row, number>()
  for (const [id, given] of Object.entries(weights)) {
    const weight = checkedWeight(given, id)
    const row = store.findEntity(id)
    // A table of capabilities may name states of which nobody speaks here.
    if (row === 0 || weight === undefined) continue
    const current = store.current(row)
    if ((known.get(current) ?? weight) !== weight)
      fail('bad-value', `'${told(id)}' has two weights, under two of its ids`, { path: ['weights', id] })
    known.set(current, weight)
  }
  return (row) => known.get(row)
}

function checkedWeight(weight: unknown, id: string): number | undefined {
  if (weight === undefined) return undefined
  if (typeof weight === 'number' && weight >= 0 && weight < Infinity) return weight
  return fail('bad-value', `the weight of '${told(id)}' is '${told(weight)}'`, {
    path: ['weights', id],
    hint: 'a number, 0 or more',
  })
}

function readTime(
  lens: Lens,
  over: Over,
  { year, period }: Pick<SimilarityOptions, 'year' | 'period'>,
): AskedTime | undefined {
  const day = dayOfView(lens)
  if (period !== undefined) {
    if (over === 'pledges')
      fail('bad-value', 'pledges are compared in one year', {
        path: ['period'],
        hint: 'similarityByYear compares them year by year',
      })
    if (year !== undefined) fail('bad-value', 'a year or a period, not both', { path: ['period'] })
    const years = readYears(period, 'period')
    checkYearsOfView(lens, years, 'period')
    return { span: spanOf(years), years, day }
  }
  if (year !== undefined) {
    if (!isYear(year)) fail('bad-value', 'a year is a whole number', { path: ['year'], hint: 'as 1914' })
    checkYearsOfView(lens, { first: year, last: year }, 'year')
    return ofYear(year, day)
  }
  if (day !== undefined) return ofYear(dateOf(day).year, day)
  if (over === 'votes') return undefined
  return fail('missing-field', 'pledges are compared in a year', {
    path: ['year'],
    hint: 'give a year, or ask a view `asOf` a day',
  })
}

function ofYear(year: number, day: Day | undefined): AskedTime {
  const years = { first: year, last: year }
  if (day === undefined) return { span: spanOf(years), years, day }
  return { span: { from: day, until: day }, years, day }
}

function spanOf({ first, last }: Years): Span {
  return { from: dayOf(first, 1, 1), until: dayOf(last, 12, 31) }
}
