import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import { detail } from '../measures/detail'
import { bearingsOn, type Near } from './bearing'
import type { Facts } from './facts'
import type { Indicator, IndicatorKind } from './found'
import { add, type Found, isNotice, measuresOf } from './listings'
import { type Link, stepsOf } from './step'

/** What a relation says of one who is tied by it to a listed party. */
const KINDS = new Map<string, IndicatorKind>([
  ...(['familyOf', 'parentOf'] as const).map((name) => [name, 'family'] as const),
  ...(
    [
      'associateOf',
      'linkedTo',
      'actsFor',
      'speaksFor',
      'affiliatedWith',
      'supplies',
      'tradesWith',
      'cooperatesWith',
      'operates',
      'manages',
      'succeeds',
    ] as const
  ).map((name) => [name, 'association'] as const),
  ...(['memberOf', 'leads', 'directs', 'agencyOf', 'partOf'] as const).map(
    (name) => [name, 'organisation'] as const,
  ),
  ...(['owns', 'controls', 'ownsOrControls'] as const).map((name) => [name, 'ownership'] as const),
])

/** No chain runs through these: what is tied to one state, or one club of states, is not tied to all else that is. */
const NO_WAY_THROUGH = ['Jurisdiction', 'IntergovernmentalOrganization', 'Grouping', 'Source', 'Place']

/** So many chains are followed, at most, to find the listed parties among their ends. */
const MOST_CHAINS = 200_000

export interface Walk {
  readonly maxSteps: number
  readonly limit: number
  /** Statements that are told already as holdings: chains of these alone are not told again. */
  readonly told: ReadonlySet<Row>
}

/**
 * Listed parties to which the entity is tied, the nearest first. A chain ends at the first party that is listed for
 * certain, and runs through no unnamed actor.
 *
 * @returns whether all were found: within the steps, and the limit
 */
export function findTies(facts: Facts, near: Near, walk: Walk, found: Found): boolean {
  const { maxSteps, limit } = walk
  const { entity } = near
  let told = 0
  let chains: (readonly Link[])[] = [[]]
  for (let steps = 1; steps <= maxSteps; steps++) {
    const next: (readonly Link[])[] = []
    for (const chain of chains) {
      for (const link of facts.linksFrom(chain.at(-1)?.to ?? entity, KINDS.keys())) {
        if (link.to === entity || chain.some(({ to }) => to === link.to) || isShared(facts, chain, link))
          continue
        const longer = [...chain, link]
        const { items, isEnd } = indicatorsAt(facts, near, longer, walk)
        for (const { indicator, statements } of items) {
          if (told++ === limit) return false
          add(found, indicator, facts.doubtsOf(statements))
        }
        if (isEnd || steps === maxSteps || !isWayThrough(facts, link.to)) continue
        if (next.length === MOST_CHAINS) return false
        next.push(longer)
      }
    }
    chains = next
  }
  return true
}

/** Two who are members of one body, or parts of one whole, are not thereby tied. */
function isShared({ lens }: Facts, chain: readonly Link[], link: Link): boolean {
  const before = chain.at(-1)
  if (!before) return false
  const { relationOf, statements } = lens.store
  const [first, second] = [before, link].map(({ statement }) => relationOf.call(lens.store, statement).name)
  const { object } = statements.columns
  return (
    first === second &&
    (first === 'memberOf' || first === 'partOf') &&
    object[before.statement] === before.to &&
    object[link.statement] === link.from
  )
}

function isWayThrough({ lens: { store } }: Facts, row: Row): boolean {
  return !store.isUnnamed(row) && !store.isOf(row, NO_WAY_THROUGH)
}

function indicatorsAt(
  facts: Facts,
  near: Near,
  chain: readonly Link[],
  { told }: Walk,
): { items: { indicator: Indicator; statements: readonly Row[] }[]; isEnd: boolean } {
  const { lens } = facts
  const { store } = lens
  const party = chain.at(-1)!.to
  const items: { indicator: Indicator; statements: readonly Row[] }[] = []
  let isEnd = false
  const relation = store.relationOf(chain[0]!.statement).name
  const kind = KINDS.get(relation)!
  // Measures on a jurisdiction are told of those who belong to it; a tie to it is one of dealings.
  const isJurisdiction = store.isOf(party, ['Jurisdiction'])
  if (isJurisdiction && kindOf(facts, chain.at(-1)!) !== 'association') return { items, isEnd: true }
  for (const link of facts.linksFrom(party, ['designates', 'sanctions'], 'object')) {
    const measures = measuresOf(facts, link.statement)
    if (isNotice(facts, measures)) continue
    isEnd ||= facts.counts(link.statement) === 'surely'
    const all = [...chain, link]
    const statements = all.map(({ statement }) => statement)
    if (statements.every((row) => told.has(row))) continue
    const item = {
      relation,
      ...measures,
      target: store.idOf(party),
      chains: [stepsOf(lens, all)],
      ...bearingsOn(facts, link.statement, near),
      ...basisOf(lens, statements),
    }
    items.push({ indicator: { kind, ...item }, statements })
    const isRisky = detail(facts.lens, link.statement, 'secondaryRisk').includes('true')
    if (isRisky && chain.length === 1 && kind === 'association')
      items.push({ indicator: { kind: 'secondary-risk', ...item }, statements })
  }
  return { items, isEnd }
}

function kindOf({ lens }: Facts, { statement }: Link): IndicatorKind | undefined {
  return KINDS.get(lens.store.relationOf(statement).name)
}
