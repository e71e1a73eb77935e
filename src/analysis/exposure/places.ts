import type { Row } from '../../store/store'
import { detail } from '../measures/detail'
import type { Facts } from './facts'
import type { Link } from './step'

/** How an entity belongs to a jurisdiction, which decides what measures on this are to it. */
export type Belonging =
  /** It is the jurisdiction, or whatever else sanctions may be on as such. */
  | 'self'
  /** An organisation or asset that is registered or located there: a comprehensive embargo reaches it. */
  | 'of'
  /** A craft with the right to its flag. */
  | 'flag'
  /** A craft of which some say that it has the right to its flag, and others that it has not. */
  | 'open-flag'
  /** A craft that shows its flag without right. */
  | 'false-flag'
  /** Anything else: citizens, those who are there, agencies, whoever governs. */
  | 'tied'

/** A jurisdiction to which an entity belongs, and by what chain of statements. */
export interface Belongs {
  readonly place: Row
  readonly how: Belonging
  /** None where it is the jurisdiction itself. */
  readonly links: readonly Link[]
}

const STATE_TIES = ['citizenOf', 'agencyOf', 'governs', 'leads']

/** The jurisdictions to which an entity belongs. */
export interface Places {
  /** Itself first: several where several chains lead to one. */
  readonly places: readonly Belongs[]
  /** Whether all are here: not where places lie in places for more steps, or in more ways, than are followed. */
  readonly complete: boolean
}

/** The jurisdictions to which an entity belongs, as is stated. */
export function placesOf(facts: Facts, entity: Row): Places {
  const { store } = facts.lens
  const isThing = store.isOf(entity, ['Organization', 'Asset'])
  const places: Belongs[] = [{ place: entity, how: 'self', links: [] }]
  const isJurisdiction = (row: Row) => store.isOf(row, ['Jurisdiction'])
  for (const link of facts.linksFrom(entity, ['registeredIn'], 'subject')) {
    const kinds = detail(facts.lens, link.statement, 'kind')
    const isTaxOnly = kinds.length > 0 && kinds.every((kind) => kind === 'tax')
    places.push({ place: link.to, how: isTaxOnly ? 'tied' : 'of', links: [link] })
  }
  for (const link of facts.linksFrom(entity, ['flaggedBy'], 'subject')) {
    const kinds = detail(facts.lens, link.statement, 'kind')
    const how = !kinds.includes('false') ? 'flag' : kinds.length === 1 ? 'false-flag' : 'open-flag'
    places.push({ place: link.to, how, links: [link] })
  }
  for (const link of facts.linksFrom(entity, STATE_TIES, 'subject'))
    if (isJurisdiction(link.to)) places.push({ place: link.to, how: 'tied', links: [link] })
  for (const link of facts.linksFrom(entity, ['administers'], 'object'))
    places.push({ place: link.to, how: 'tied', links: [link] })
  const located = locations(facts, entity)
  let complete = located.complete
  for (const { place, links, isFirst } of located.found)
    places.push({ place, how: isThing && isFirst ? 'of' : 'tied', links })
  // What is registered in a territory lies in the state of which this is a part: a reason to look closer, and no more.
  for (const { place, links } of places.filter(
    ({ links: [first] }) => first && isRegistration(facts, first),
  )) {
    const around = locations(facts, place)
    complete &&= around.complete
    for (const above of around.found)
      if (above.place !== entity)
        places.push({ place: above.place, how: 'tied', links: [...links, ...above.links] })
  }
  return { places, complete }
}

function isRegistration({ lens }: Facts, { statement }: Link): boolean {
  return lens.store.relationOf(statement).name === 'registeredIn'
}

/** Places lie in places for so many steps, and in so many ways, at most: data in which they do not end are wrong. */
const DEEPEST = 8
const MOST_WAYS = 4096

interface Located {
  readonly place: Row
  readonly links: readonly Link[]
  readonly isFirst: boolean
}

/** Jurisdictions in which an entity is located, by every chain: the nearest of a chain is its first. */
function locations(facts: Facts, entity: Row): { found: Located[]; complete: boolean } {
  const { store } = facts.lens
  const found: Located[] = []
  let complete = true
  const queue: { at: Row; links: readonly Link[]; isFirst: boolean }[] = [
    { at: entity, links: [], isFirst: true },
  ]
  // An array is read in the order in which it grows.
  for (const { at, links, isFirst } of queue) {
    const isArea = store.isOf(at, ['Jurisdiction', 'Place'])
    for (const link of facts.linksFrom(at, isArea ? ['locatedIn', 'partOf'] : ['locatedIn'], 'subject')) {
      if (link.to === entity || links.some(({ to }) => to === link.to)) continue
      if (links.length === DEEPEST) {
        complete = false
        break
      }
      const isJurisdiction = store.isOf(link.to, ['Jurisdiction'])
      const chain = [...links, link]
      if (isJurisdiction) found.push({ place: link.to, links: chain, isFirst })
      if (store.isUnnamed(link.to)) continue
      if (queue.length > MOST_WAYS) complete = false
      else queue.push({ at: link.to, links: chain, isFirst: isFirst && !isJurisdiction })
    }
  }
  return { found, complete }
}
