import { formatDay } from '../../model/days'
import type { Cut } from '../../query/answer'
import { named, standingOf } from '../../query/cite'
import { Edges } from '../../query/edges'
import type { Path } from '../../query/paths/path'
import { type Excerpt, excerptOf } from '../../query/show/excerpt'
import { counted, ROWS, type TableRow } from '../../query/show/table'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { Analysis } from '../analysis'
import type { Basis } from '../basis'
import { dayOfView } from '../day'
import type { AskedEvasion } from './options'
import type { DirectSupply, EvasionRoute, RouteEmbargo } from './route'
import { deliveryInWords, embargoInWords, remarksOn, TOLD_WORDS, whenInWords } from './words'

/** Ways that were found and are no routes, by why: how many. */
export interface LeftOutWays {
  /** Their legs are said to be of different ways. */
  readonly mixed: number
  /** A leg is after the day of the view. */
  readonly later: number
  /** All embargoes on the direct supply were suspended or licensed then. */
  readonly eased: number
  /** No embargo on the direct supply was in force then, as far as is stated. */
  readonly free: number
}

/** What was found. */
export interface FoundRoutes {
  readonly routes: readonly EvasionRoute[]
  /** The path of each. */
  readonly paths: readonly Path[]
  readonly direct: readonly DirectSupply[]
  readonly complete: boolean
  readonly cut: Cut | undefined
  readonly leftOut: LeftOutWays
  /** Rows of sanctions of which it is not stated whether they are on goods. */
  readonly vague: readonly Row[]
}

/** Evasion routes as plain data. */
export type EvasionRecord = Pick<
  EvasionRoutes,
  'item' | 'from' | 'to' | 'routes' | 'complete' | 'direct' | 'leftOut' | 'vague' | 'sources' | 'caveat'
>

/** Ways round an embargo, made by {@link evasionRoutes}. */
export class EvasionRoutes extends Analysis {
  override readonly caveat =
    'A route is an indicator of risk: no finding of evasion, and no legal advice. That none is found clears nobody.'
  /** Id of the item. */
  readonly item: string
  /** Id of where it comes from. */
  readonly from: string
  /** Id of the party that it reaches. */
  readonly to: string
  /** What is best established first; see `score` of each. */
  readonly routes: readonly EvasionRoute[]
  /** Whether these are all that the view holds. Where not, better ones may be among those that were not compared. */
  readonly complete: boolean
  /** Direct supplies of the item, which are no way round, by path. */
  readonly direct: readonly DirectSupply[]
  readonly leftOut: LeftOutWays
  /** Ids of sanctions on the two ends of which it is not stated whether they are on goods: they count for none. */
  readonly vague: readonly string[]
  readonly #asked: AskedEvasion
  readonly #found: FoundRoutes
  readonly #view: Lens

  /** @internal Made by {@link evasionRoutes}. */
  constructor(lens: Lens, view: Lens, asked: AskedEvasion, found: FoundRoutes) {
    super(lens, view)
    const { store } = lens
    this.item = store.idOf(asked.item)
    this.from = store.idOf(asked.from)
    this.to = store.idOf(asked.to)
    this.routes = found.routes
    this.complete = found.complete
    this.direct = found.direct
    this.leftOut = found.leftOut
    this.vague = found.vague.map((row) => store.statementId(row))
    this.#asked = asked
    this.#found = found
    this.#view = view
  }

  override toJSON(): EvasionRecord {
    const { item, from, to, routes, complete, direct, leftOut, vague, sources, caveat } = this
    return { item, from, to, routes, complete, direct, leftOut, vague, sources, caveat }
  }

  /** @internal The legs of routes, and the embargoes on them. */
  override excerpt(rows: number = ROWS, languages?: readonly string[]): Excerpt {
    this.check()
    const { from, to } = this.#asked
    const ids = this.routes
      .slice(0, rows)
      .flatMap(({ legs, embargoes }) => [...legs, ...embargoes].map(({ statement }) => statement))
    const edges = Edges.of(this.lens)
    const shown = excerptOf(edges, this.title(languages), this.#rows(ids), [from, to], [from, to])
    return { ...shown, remarks: [this.caveat] }
  }

  protected override get called(): string {
    return 'EvasionRoutes'
  }

  protected override heading(languages?: readonly string[]): string {
    const { item, from, to } = this.#asked
    const [what, whence, whither] = [item, from, to].map((row) => named(this.lens, row, languages))
    return `Ways for ${what} from ${whence} to ${whither} round an embargo`
  }

  protected override columns(): readonly string[] {
    return [
      ...['route', 'standing', 'when', 'delivery', 'embargo then', 'one way'],
      ...['both sides', 'flows since', 'remark'],
    ]
  }

  protected override *tableRows(languages?: readonly string[]): Generator<TableRow> {
    for (const [i, route] of this.routes.entries()) {
      const { score, level, disputed } = route
      const [drawn = '', standing = standingOf(level, disputed, false)] =
        this.#found.paths[i]!.tableRow(languages).cells
      yield {
        cells: [
          drawn,
          standing,
          whenInWords(this.lens, route.legs),
          deliveryInWords(score.delivery),
          embargoInWords(score.force, route.embargoes, (id) => this.#named(id, languages)),
          TOLD_WORDS[score.told],
          `${score.bothSides} of ${score.steps - 1}`,
          score.flows,
          remarksOn(route, (id) => this.#named(id, languages)).join('; '),
        ],
        level,
        disputed,
      }
    }
  }

  #named(id: string, languages?: readonly string[]): string {
    return named(this.lens, this.lens.store.findEntity(id), languages, id)
  }

  protected override get size(): number {
    return this.routes.length
  }

  protected override remarks(): readonly string[] {
    const { mixed, later, eased, free } = this.leftOut
    const { cut } = this.#found
    const day = dayOfView(this.#view)
    const ways = (count: number, words: string) =>
      count > 0 ? [`${count} ${count === 1 ? 'way' : 'ways'} ${words}`] : []
    const under = this.direct.filter(({ embargoes }) =>
      embargoes.some(({ force }) => force === 'in-force' || force === 'possibly'),
    )
    return [
      ...(cut === undefined
        ? []
        : [`Not all ways are here: cut short by ${cut}. There may be more, and better established ones`]),
      ...(this.routes.length === 0 ? ['No route is found in what is stated: that is not a no'] : []),
      ...(this.direct.length === 0
        ? []
        : [
            `Beside these, ${counted(this.direct.length, 'statements')} of direct supply; ` +
              `an embargo is in force at ${under.length}, certainly or possibly`,
          ]),
      ...ways(eased, 'left out, since the embargoes were suspended or licensed then'),
      ...ways(free, 'left out, since no embargo in force then is stated'),
      ...ways(mixed, 'left out, since the legs are said to be of different ways'),
      ...ways(later, 'left out, since a leg is after the day of the view'),
      ...(this.vague.length === 0
        ? []
        : [
            `${counted(this.vague.length, 'statements')} of sanctions on the two ends left out: it is not stated whether they are on goods`,
          ]),
      ...(day === undefined
        ? []
        : [
            `The view is of one day: legs are those of ${formatDay(day)} or before, and embargoes as they were at the last leg`,
          ]),
    ]
  }

  protected override rests(): Iterable<Row> {
    const of = (embargoes: readonly RouteEmbargo[]): Basis[] =>
      embargoes.flatMap((embargo) => [embargo, ...embargo.figures])
    const bases = [
      ...this.routes.flatMap((route): Basis[] => [
        ...[route, ...of(route.embargoes), ...route.charges],
        ...route.intermediaries.flatMap(({ before, after, sender }) => [
          ...(before ? [before] : []),
          ...(after ? [after] : []),
          ...sender,
        ]),
      ]),
      ...this.direct.flatMap(({ leg, embargoes }) => [leg, ...of(embargoes)]),
    ]
    const eased = this.routes.flatMap(({ embargoes }) => embargoes.flatMap((one) => one.eased))
    return this.#rows([...bases.flatMap(({ statements }) => statements), ...eased])
  }

  #rows(ids: readonly string[]): Row[] {
    return [...new Set(ids)].map((id) => this.lens.store.findStatement(id))
  }
}
