import { byCodeUnits } from '../../model/canonical'
import { Edges } from '../../query/edges'
import { daySpan } from '../../query/read'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import type { Chain, Time } from './chains'
import { type Bearing, type Embargoed, forceOf } from './embargoed'
import { type Leg, legOf } from './leg'
import { bestFlows, worst } from './rank'
import type { Charge, EvasionRoute, Intermediary, RouteEmbargo } from './route'
import type { Trades } from './trades'

/** Makes routes of chains. */
export class Assessor {
  readonly #lens: Lens
  readonly #embargoed: Embargoed
  readonly #trades: Trades
  readonly #legs = new Map<Row, Leg>()
  readonly #accusations: ReadonlyMap<Row, readonly Row[]>
  readonly #isMade: (row: Row) => boolean

  constructor(lens: Lens, embargoed: Embargoed, trades: Trades, { day, certain }: Time) {
    this.#lens = lens
    this.#embargoed = embargoed
    this.#trades = trades
    this.#isMade = (row) => {
      const days = lens.days(row)?.possible
      return days !== undefined && (day === undefined || (certain ? days.until : days.from) <= day)
    }
    this.#accusations = this.#accused()
  }

  /** A leg as it is told. */
  leg(chain: Chain, i: number): Leg {
    const row = chain.legs[i]!
    const leg = this.#legs.get(row) ?? legOf(this.#lens, row, chain.broader[i]!)
    this.#legs.set(row, leg)
    return leg
  }

  /** Embargoes on a direct supply when the last leg was, as they are told. */
  embargoes(chain: Chain, bearings: readonly Bearing[]): RouteEmbargo[] {
    const last = chain.entities.at(-2)!
    return bearings.map((bearing) => this.#embargoed.tell(bearing, chain.last, last))
  }

  /** The route that a chain is. @returns undefined where no embargo is in force or may be */
  route(chain: Chain): EvasionRoute | undefined {
    const { store } = this.#lens
    const bearings = this.#embargoed.on(chain.last)
    const force = forceOf(bearings)
    if (!force) return undefined
    const embargoes = this.embargoes(chain, bearings)
    const legs = chain.legs.map((_, i) => this.leg(chain, i))
    const intermediaries = chain.entities
      .slice(1, -1)
      .map((_, i) => this.#intermediary(chain, i + 1, bearings))
    const basis = basisOf(this.#lens, [...chain.legs, ...chain.broader.flat()])
    const standing = embargoes.filter((one) => one.force === 'in-force' || one.force === 'possibly')
    return {
      entities: chain.entities.map((row) => store.idOf(row)),
      legs,
      ...(chain.route === undefined ? {} : { route: chain.route }),
      intermediaries,
      embargoes,
      lastLeg: daySpan(chain.last),
      score: {
        level: basis.level,
        disputed: basis.disputed,
        delivery: worst(legs.map((leg) => leg.delivery)),
        force,
        steps: legs.length,
        told: chain.told,
        order: chain.order,
        bothSides: intermediaries.filter((one) => one.bothSides === 'elsewhere').length,
        flows: bestFlows(standing.map((one) => one.flows)),
      },
      others: 0,
      charges: chain.legs.flatMap((leg) => this.#charges(leg)),
      ...basis,
    }
  }

  #intermediary(chain: Chain, at: number, bearings: readonly Bearing[]): Intermediary {
    const { store } = this.#lens
    const actor = chain.entities[at]!
    const before = this.#trades.between(chain.entities[at - 1]!, actor, chain.legs)
    const after = this.#trades.between(actor, chain.entities[at + 1]!, chain.legs)
    return {
      entity: store.idOf(actor),
      bothSides: before.length > 0 && after.length > 0 ? 'elsewhere' : 'these-legs',
      ...(before.length > 0 ? { before: basisOf(this.#lens, before) } : {}),
      ...(after.length > 0 ? { after: basisOf(this.#lens, after) } : {}),
      sender: bearings.flatMap(({ embargo, force }) => {
        if (force !== 'in-force' && force !== 'possibly') return []
        const behind = this.#embargoed.senders.roleOf(actor, embargo, chain.last)
        if (!behind) return []
        const { role, rests } = behind
        return [{ embargo: store.statementId(embargo.statement), role, ...basisOf(this.#lens, rests) }]
      }),
    }
  }

  #charges(leg: Row): Charge[] {
    const { store } = this.#lens
    const { subject, object } = store.statements.columns
    return (this.#accusations.get(leg) ?? []).map((row) => ({
      accuser: store.idOf(subject[row]!),
      accused: store.idOf(object[row]!),
      leg: store.statementId(leg),
      ...basisOf(this.#lens, [row]),
    }))
  }

  /** Accusations that are asserted to have been made, by the statement that they are of. */
  #accused(): Map<Row, Row[]> {
    const { store } = this.#lens
    const accuses = store.ontology.relations.get('accuses')
    const found = new Map<Row, Row[]>()
    for (const { statement } of accuses ? Edges.of(this.#lens).about(new Set([accuses.index])) : []) {
      const of = store.referredStatement(store.qualifiersOf(statement).of)
      if (of === 0 || this.#lens.standing(statement)?.level !== 'asserted' || !this.#isMade(statement))
        continue
      found.set(of, [...(found.get(of) ?? []), statement])
    }
    for (const rows of found.values())
      rows.sort((a, b) => byCodeUnits(store.statementId(a), store.statementId(b)))
    return found
  }
}
