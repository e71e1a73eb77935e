import { holdsInWords } from '../../model/days-in-words'
import type { Lens } from '../../store/lens'
import { decidedDays } from '../measures/days'
import type { Delivery, Leg } from './leg'
import type { EvasionRoute, RouteEmbargo, Score } from './route'

export const TOLD_WORDS: { readonly [T in Score['told']]: string } = {
  'as-one': 'stated',
  'in-part': 'of some legs',
  not: 'not stated',
}

export function deliveryInWords(delivery: Delivery): string {
  return delivery === 'claims-differ' ? 'claims differ' : delivery.replace('-', ' ')
}

/** `in force (A); possibly (B)`. */
export function embargoInWords(
  force: Score['force'],
  embargoes: readonly RouteEmbargo[],
  named: (id: string) => string,
): string {
  const [first, ...others] = (['in-force', 'possibly', 'suspended', 'licensed'] as const).flatMap((one) => {
    const senders = new Set(embargoes.filter((each) => each.force === one).map((each) => each.sender))
    return senders.size === 0 ? [] : [`${one.replace('-', ' ')} (${[...senders].map(named).join(', ')})`]
  })
  return [first ?? force, ...others].join('; ')
}

/** What else there is to a route. */
export function remarksOn(
  { embargoes, intermediaries, charges, lastLeg, score, others }: EvasionRoute,
  named: (id: string) => string,
): string[] {
  const senders = intermediaries.filter(({ sender }) => sender.length > 0)
  const standing = embargoes.filter(({ force }) => force === 'in-force' || force === 'possibly')
  const accusers = new Set(charges.map(({ accuser }) => accuser))
  const isUndated = lastLeg.from === undefined && lastLeg.until === undefined
  return [
    ...(accusers.size > 0 ? [`a leg is charged by ${[...accusers].map(named).join(', ')}`] : []),
    ...senders.map(({ entity }) => `${named(entity)} is a sender itself`),
    ...(standing.every(({ binds }) => binds === 'another')
      ? ['an embargo of others: whom it binds is not told']
      : []),
    ...(others > 0 ? [`by ${others} more ${others === 1 ? 'chain' : 'chains'} of statements`] : []),
    ...(isUndated ? ['the last leg has no date'] : []),
    ...(score.order === 'possible' && !isUndated ? ['the order of the legs is not sure'] : []),
  ]
}

/** When the legs were, one after another: `on 2021-03-01, then at some time in 2021-06`. */
export function whenInWords(lens: Lens, legs: readonly Leg[]): string {
  const each = legs.map(({ statement }) => {
    const days = decidedDays(lens, lens.store.findStatement(statement))
    return (days && holdsInWords(days.possible, days.certain, true)) || 'no date'
  })
  return each.every((when) => when === 'no date') ? 'no date' : each.join(', then ')
}
