import { byCodeUnits } from '../../model/canonical'
import type { Span } from '../../model/days'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Basis, basisOf } from '../basis'
import { type Coverage, coverageOf } from '../panel/coverage'
import { Presence } from '../panel/presence'
import { type Agreement, agreementOf } from './agreement'
import { HIGHEST } from './codes'
import type { Asked, AskedTime } from './options'
import { Pledges, pledgeRelations } from './pledges'
import type { NoPair, Portfolio, Tie } from './tie'
import { Votes } from './votes'

/** One third, and what each of the two has with it. */
export interface SimilarityRow {
  /** Id of the third: a state, or a resolution. */
  readonly id: string
  /** The code of the first: for pledges 0 to 3, for votes 0 to 2. */
  readonly a: number
  /** The code of the second. */
  readonly b: number
  readonly weight: number
  /** What the first's code rests on; undefined where nothing is stated, or the tie is with itself. */
  readonly aRests?: Basis
  /** What the second's code rests on. */
  readonly bRests?: Basis
  /** Statements about this third that do not count for their standing, by id. */
  readonly leftOut: readonly string[]
}

/** A third that makes no pair, and why. */
export interface Unpaired {
  readonly id: string
  readonly why: NoPair
  /** Of whom it is true, by id; nobody, where the third has no weight. */
  readonly of: readonly string[]
}

/** A comparison in one year, or over a time. */
export interface Compared extends Agreement {
  /** How many thirds are compared over. */
  readonly n: number
  readonly rows: readonly SimilarityRow[]
  readonly unpaired: readonly Unpaired[]
  /** Which sources cover the year: on their silence zeros rest. For votes none, since silence is no vote. */
  readonly coverage: readonly Coverage[]
  /** Statements left out for their standing, by id. */
  readonly leftOut: readonly string[]
  /** Statements whose dates do not say whether they belong here, by id: left out. */
  readonly undated: readonly string[]
  /** Statements that count although their dates are vague, by id. */
  readonly vague: readonly string[]
  /** Rows of the statements that count. */
  readonly rests: readonly Row[]
}

/** Compares two portfolios, at one time or at several. */
export class Comparison {
  readonly #lens: Lens
  readonly #asked: Asked
  readonly #a: Pledges | Votes
  readonly #b: Pledges | Votes

  constructor(lens: Lens, asked: Asked) {
    this.#lens = lens
    this.#asked = asked
    const of = (actor: Row) =>
      asked.over === 'pledges' ? new Pledges(lens, actor, asked) : new Votes(lens, actor, asked)
    this.#a = of(asked.a)
    this.#b = of(asked.b)
  }

  at(time: AskedTime | undefined): Compared {
    const { store } = this.#lens
    const { a, b, over, weightOf, distance } = this.#asked
    const portfolios = [this.#within(this.#a, time?.span), this.#within(this.#b, time?.span)] as const
    const rows: SimilarityRow[] = []
    const unpaired: Unpaired[] = []
    const rests = new Set<Row>()
    const universe = this.#universe(portfolios, time)
    for (const third of universe ?? []) {
      const ties = [this.#tie(portfolios[0], a, third), this.#tie(portfolios[1], b, third)] as const
      const id = store.idOf(third)
      const weight = weightOf(third)
      const [valueA, valueB] = [ties[0].value, ties[1].value]
      if (typeof valueA === 'string' || typeof valueB === 'string') {
        const why = typeof valueA === 'string' ? valueA : valueB
        const both = [valueA === why ? [store.idOf(a)] : [], valueB === why ? [store.idOf(b)] : []].flat()
        unpaired.push({ id, why: why as NoPair, of: both }) // the boundary: one of the two is no number
        continue
      }
      if (weight === undefined) {
        unpaired.push({ id, why: 'no-weight', of: [] })
        continue
      }
      for (const row of [...ties[0].rests, ...ties[1].rests]) rests.add(row)
      rows.push({
        id,
        a: valueA,
        b: valueB,
        weight,
        ...(ties[0].rests.length > 0 ? { aRests: basisOf(this.#lens, ties[0].rests) } : {}),
        ...(ties[1].rests.length > 0 ? { bRests: basisOf(this.#lens, ties[1].rests) } : {}),
        leftOut: this.#ids(ties.flatMap((tie) => tie.leftOut)),
      })
    }
    const agreement = agreementOf(rows, HIGHEST[over], distance)
    const absent = `one of the two is not there in ${time?.years.first}`
    return {
      ...agreement,
      ...(universe ? {} : { why: { s: absent, pi: absent, kappa: absent } }),
      n: rows.length,
      rows,
      unpaired,
      coverage: over === 'pledges' && time ? this.#coverage(time) : [],
      leftOut: this.#ids(portfolios.flatMap(({ ties }) => [...ties.values()].flatMap((tie) => tie.leftOut))),
      undated: this.#ids(portfolios.flatMap(({ undated }) => undated)),
      vague: this.#ids(portfolios.flatMap(({ vague }) => vague)),
      rests: [...rests],
    }
  }

  #within(of: Pledges | Votes, span: Span | undefined): Portfolio {
    if (of instanceof Votes) return of.within(span)
    return of.within(span ?? { from: -Infinity, until: Infinity })
  }

  /** In the order of ids; undefined where one of the two is not there, so that it has no portfolio to compare. */
  #universe(portfolios: readonly Portfolio[], time: AskedTime | undefined): readonly Row[] | undefined {
    const { store } = this.#lens
    const { a, b, over, universe, self } = this.#asked
    if (over === 'votes' || !time) {
      const voted = new Set(portfolios.flatMap(({ ties }) => [...ties.keys()]))
      return this.#inOrder(universe ?? voted)
    }
    const presence = new Presence(store, [a, b, ...universe!], time.years)
    if (presence.together(a, b).length === 0) return undefined
    const there = universe!.filter((third) => {
      if (third === a || third === b) return self === 'defence'
      return presence.together(a, third).length > 0
    })
    return this.#inOrder(there)
  }

  #tie(portfolio: Portfolio, actor: Row, third: Row): Tie {
    const { over } = this.#asked
    const nothing = { rests: [], leftOut: [] }
    if (over === 'pledges' && third === actor) return { value: HIGHEST.pledges, ...nothing }
    return portfolio.ties.get(third) ?? { value: over === 'pledges' ? 0 : 'not-stated', ...nothing }
  }

  /** Zeros rest on the silence about alliances: what one state alone promises, no dataset of its own covers. */
  #coverage({ years }: AskedTime): readonly Coverage[] {
    const [alliances] = pledgeRelations(this.#lens.store)
    return coverageOf(Edges.of(this.#lens, { infer: this.#asked.infer }), [alliances!], years)
  }

  #ids(rows: readonly Row[]): string[] {
    return Array.from(new Set(rows), (row) => this.#lens.store.statementId(row)).sort(byCodeUnits)
  }

  #inOrder(rows: Iterable<Row>): Row[] {
    const { store } = this.#lens
    return [...new Set(rows)].sort((x, y) => byCodeUnits(store.idOf(x), store.idOf(y)))
  }
}
