/** The seven questions that this graph is there to answer, and four more that are one query each. */
import {
  type Answer,
  type Core,
  type Dispute,
  type Graph,
  LEVELS,
  type Level,
  type Path,
  type Statement,
  type View,
} from 'statecraft'

type Supply = Statement<Core, 'supplies'>

/** 1. Who supplies what to whom: as fact only, with allegations, with predictions? */
export function supplies(kg: Graph, status: readonly Level[]): Supply[] {
  return [...kg.view({ status }).statements({ relation: 'supplies' })]
}

/** 2. How can oil get from Iran to North Korea, although both are under sanctions? */
export function oilRoutes(kg: Graph): { routes: Path[]; sanctions: Statement<Core, 'sanctions'>[] } {
  const routes = [...kg.paths('state:IR', 'state:KP', { via: 'supplies', item: 'commodity:oil' })]
  const sanctions = ['state:IR', 'state:KP'].flatMap((object) => [
    ...kg.view({ status: 'asserted' }).statements({ relation: 'sanctions', object }),
  ])
  return { routes, sanctions }
}

/** 3. What is disputed, and between whom? Competing accounts of one fact are no denials: they stand beside. */
export function disputes(kg: Graph): {
  disputes: Dispute<Core>[]
  accounts: { by: string; at: string; reason: string }[]
} {
  const closings = [...kg.statements({ relation: 'closesMissionIn' })]
  const accounts = new Map(
    closings
      .flatMap((closing) => closing.claims)
      .filter((claim) => claim.reason !== undefined)
      .map((claim) => {
        const account = { by: claim.by ?? '', at: claim.at ?? '', reason: claim.reason?.en ?? '' }
        return [JSON.stringify(account), account] as const
      }),
  )
  return {
    disputes: kg.disputes().disputes.flatMap((group) => group.statements),
    accounts: [...accounts.values()],
  }
}

/** 4. What does the graph look like in somebody's eyes? What the side itself says, and why each is in. */
export function viewpoint(kg: Graph, viewpoint: string): Statement<Core>[] {
  return [...kg.view({ viewpoint }).statements()].filter((s) => s.status.why !== 'common-ground')
}

/** 5. Every path between the United States and North Korea of at most three steps. */
export function paths(kg: Graph): Path[] {
  return [...kg.paths('state:US', 'state:KP', { maxSteps: 3 })]
}

/** 6a. What held on 20 April 2024: for certain, possibly, and possibly because nobody gives it a date? */
export function held(
  kg: Graph,
  asOf = '2024-04-20',
): Record<'certainly' | 'possibly' | 'undated', Statement<Core>[]> {
  const certainly = [...kg.view({ asOf, certain: true }).statements()]
  const certain = new Set(certainly.map((s) => s.id))
  const possible = [...kg.view({ asOf }).statements()].filter((s) => !certain.has(s.id))
  const isDated = (s: Statement<Core>) => s.claims.some((claim) => claim.when !== undefined)
  return { certainly, possibly: possible.filter(isDated), undated: possible.filter((s) => !isDated(s)) }
}

/** 6b. What could one know that day: by what was published, and by what was said? */
export function known(
  kg: Graph,
  date = '2024-04-20',
): { published: Statement<Core>[]; said: Statement<Core>[] } {
  const published = [...kg.view({ asKnownOn: date }).statements()]
  const before = new Set(published.map((s) => s.id))
  const said = [...kg.view({ asKnownOn: { date, by: 'said' } }).statements()]
  return { published, said: said.filter((s) => !before.has(s.id)) }
}

/** 7. Which statements have two independent claimants? */
export function corroborated(kg: Graph): { statement: Statement<Core>; claimants: string[] }[] {
  return [...kg.statements()]
    .map((statement) => ({ statement, claimants: kg.claimants(statement.id) }))
    .filter(({ claimants }) => claimants.length > 1)
}

/** 8. How can oil reach North Korea? */
export function oilTo(kg: View<Core>): Answer<Path> {
  return kg.paths({ type: 'State' }, 'state:KP', { via: 'supplies', item: 'commodity:oil' })
}

/** 9. Which states that supply Russia are themselves under sanctions of the United States? */
export function sanctionedSuppliers(kg: View<Core>) {
  return kg.match((m) =>
    m
      .where('?supplier', 'supplies', 'state:RU')
      .where('state:US', 'sanctions', '?supplier')
      .entity('?supplier', 'State')
      .groupBy('?supplier'),
  )
}

/** 10. Who condemned what within a month of its happening? */
export function condemnedWithinAMonth(kg: View<Core>) {
  return kg.match((m) =>
    m
      .where('?who', 'condemns', '?whom', { id: '?condemnation', over: '?act' })
      .within('?condemnation', '?act', 31),
  )
}

/** 11. What connects Kim Jong Un and Daniel Pinkston? */
export function connections(kg: View<Core>): Answer<Path> {
  return kg.shortestPaths('person:kim-jong-un', 'person:daniel-pinkston')
}

/** Strongest first, for printing. */
export const byLevel = (a: Statement<Core>, b: Statement<Core>): number =>
  LEVELS.indexOf(a.status.level) - LEVELS.indexOf(b.status.level)
