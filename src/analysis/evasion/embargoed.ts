import { byCodeUnits } from '../../model/canonical'
import type { Span } from '../../model/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import { type Embargo, embargoesOn } from '../measures/embargo'
import { during, forceOn } from '../measures/force'
import type { Time } from './chains'
import { Flows } from './flows'
import type { AskedEvasion } from './options'
import type { RouteEmbargo } from './route'
import { Senders } from './senders'

/** An embargo on the direct supply, with how it stood. */
export interface Bearing {
  readonly embargo: Embargo
  readonly goods: 'to' | 'from'
  readonly force: RouteEmbargo['force']
}

/** What prohibits the direct supply of an item from one party to another, and when. */
export class Embargoed {
  readonly senders: Senders
  readonly #lens: Lens
  readonly #asked: AskedEvasion
  readonly #time: Time
  readonly #flows: Flows
  readonly #all: readonly Omit<Bearing, 'force'>[]
  readonly #known = new Map<string, readonly Bearing[]>()

  /** @param lens of all days @param view the one that was asked */
  constructor(lens: Lens, view: Lens, asked: AskedEvasion, time: Time) {
    const { item, from, to } = asked
    const parties = [from, to]
    this.#lens = lens
    this.#asked = asked
    this.#time = time
    this.#flows = new Flows(lens, view, asked)
    this.senders = new Senders(lens)
    this.#all = [
      ...embargoesOn(lens, to, { item, goods: 'to', parties }).map((embargo) => ({
        embargo,
        goods: 'to' as const,
      })),
      ...embargoesOn(lens, from, { item, goods: 'from', parties }).map((embargo) => ({
        embargo,
        goods: 'from' as const,
      })),
    ]
  }

  /** Embargoes that bear on a direct supply on some days: those not in force on any of them are left out. */
  on(span: Span): readonly Bearing[] {
    const key = `${span.from} ${span.until}`
    const known = this.#known.get(key)
    if (known) return known
    const found = this.#all.flatMap((one) => {
      const force = forceOn(this.#lens, one.embargo, span, this.#time.certain)
      return force === 'not-in-force' ? [] : [{ ...one, force }]
    })
    this.#known.set(key, found)
    return found
  }

  /** An embargo as it is told. @param last who passes the item on to the party */
  tell({ embargo, goods, force }: Bearing, span: Span, last: Row): RouteEmbargo {
    const { store } = this.#lens
    const { statement, sender, target, bearing, item, programme, broader, suspensions, licences } = embargo
    const dealer = goods === 'to' ? this.#asked.from : this.#asked.to
    const role = this.senders.roleOf(dealer, embargo, span)?.role
    const { verdict, bases } = this.#flows.after(embargo, last)
    const eased = [...suspensions, ...licences.map((one) => one.statement)].filter(
      (row) => during(this.#lens, row, span, this.#time.certain) !== 'no',
    )
    return {
      statement: store.statementId(statement),
      sender: store.idOf(sender),
      target: store.idOf(target),
      goods,
      measures: bearing,
      ...(item === undefined ? {} : { item: store.idOf(item) }),
      ...(programme === undefined ? {} : { programme: store.idOf(programme) }),
      force,
      binds: role === 'sender' ? 'own' : role === undefined ? 'another' : 'as-member',
      eased: eased.map((row) => store.statementId(row)).sort(byCodeUnits),
      flows: verdict,
      figures: bases,
      ...basisOf(this.#lens, [statement, ...broader]),
    }
  }
}

/** Whether a direct supply falls under one of these: in force for certain, possibly, or not. */
export function forceOf(bearings: readonly { readonly force: RouteEmbargo['force'] }[]) {
  if (bearings.some(({ force }) => force === 'in-force')) return 'in-force'
  return bearings.some(({ force }) => force === 'possibly') ? 'possibly' : undefined
}
