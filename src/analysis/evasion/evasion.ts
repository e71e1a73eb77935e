import type { Vocabulary } from '../../ontology/typing'
import type { Lens } from '../../store/lens'
import { dayOfView, withoutDay } from '../day'
import { vagueMeasuresOn } from '../measures/embargo'
import type { Viewed } from '../viewed'
import { EvasionRoutes } from './answer'
import { Assessor } from './assess'
import { type Chain, findChains } from './chains'
import { Embargoed, forceOf } from './embargoed'
import { type EvasionOptions, readEvasion } from './options'
import { inOrder } from './rank'
import type { EvasionRoute } from './route'
import { Trades } from './trades'

/**
 * Ways on which an item can reach a party although its direct supply falls under an embargo: `supplies` and `exportsTo`
 * statements of the item, or of what falls under it, one after another, by one intermediary or more. An embargo is a
 * `sanctions` statement on the party, or on where the item comes from, that is on the item, on a broader one, or on
 * goods; it has to be in force, or possibly so, when the last leg was: not suspended, not licensed.
 *
 * A route is a risk, and no evasion. Each leg keeps its standing: what is predicted or offered is no delivery. Legs that
 * are said to be of different ways make no route together. What is only traded, in a direction that is not stated,
 * makes no leg.
 *
 * Under `asOf` legs are those of that day or before, whenever; and each embargo is as it was when the last leg was.
 *
 * @param view the view to ask; the graph is the widest
 * @param options the item, the two ends, and limits; see {@link EvasionOptions}
 * @returns routes, what is best established first
 * @throws {@link StatecraftError} `dangling` or `bad-id` for an id, `bad-value` for another option, `bad-domain` where an
 * end is nothing that supplies or is supplied
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { evasionRoutes } from 'statecraft/analysis'
 *
 * const kg = createGraph()
 * const [ir, ru, kp, xa] = ['IR', 'RU', 'KP', 'XA'].map((code) => kg.add('State', { id: `state:${code}`, label: code }))
 * const oil = kg.add('Commodity', { id: 'commodity:oil', label: 'oil' })
 * const said = kg.from(kg.add('Dataset', { id: 'source:log', label: 'A log of shipments' }))
 * said.relate(xa!, 'sanctions', kp!, { item: oil, measures: ['export-control'], when: '2017-12-22/2030' })
 * said.relate(ir!, 'supplies', ru!, { item: oil, when: '2024-03-01' })
 * said.relate(ru!, 'supplies', kp!, { item: oil, when: '2024-04-01' })
 *
 * const { routes } = evasionRoutes(kg, { item: oil, from: ir!, to: kp! })
 * console.log(routes[0]?.entities.join(), routes[0]?.score.force) // 'state:IR,state:RU,state:KP' 'in-force'
 * ```
 */
export function evasionRoutes<D extends Vocabulary>(view: Viewed<D>, options: EvasionOptions): EvasionRoutes {
  const asked = readEvasion(view.lens, options)
  const lens = ofAllDays(view.lens)
  const time = { day: dayOfView(view.lens), certain: view.lens.criteria.some(({ certain }) => certain) }
  const { chains, mixed, later, cut } = findChains(lens, asked, time)
  const embargoed = new Embargoed(lens, view.lens, asked, time)
  const assessor = new Assessor(lens, embargoed, new Trades(lens, asked.item, time), time)
  const direct = chains.filter(({ legs }) => legs.length === 1)
  const indirect = chains.filter(({ legs }) => legs.length > 1)
  const routes = indirect.flatMap((chain) => {
    const route = assessor.route(chain)
    return route ? [{ route, chain }] : []
  })
  routes.sort((a, b) => inOrder(a.route, b.route))
  const told = asked.every ? routes : byWay(routes)
  const free = indirect.filter((chain) => !forceOf(embargoed.on(chain.last)))
  const shown = told.slice(0, asked.limit)
  return new EvasionRoutes(lens, view.lens, asked, {
    routes: shown.map(({ route }) => route),
    paths: shown.map(({ chain }) => chain.path),
    direct: direct.map((chain) => ({
      leg: assessor.leg(chain, 0),
      embargoes: assessor.embargoes(chain, embargoed.on(chain.last)),
    })),
    complete: cut === undefined && told.length <= asked.limit,
    cut: cut ?? (told.length > asked.limit ? 'limit' : undefined),
    leftOut: {
      mixed,
      later,
      eased: free.filter((chain) => embargoed.on(chain.last).length > 0).length,
      free: free.filter((chain) => embargoed.on(chain.last).length === 0).length,
    },
    vague: [...vagueMeasuresOn(lens, asked.to), ...vagueMeasuresOn(lens, asked.from)],
  })
}

/** What is only denied is no leg and no embargo, also where the view asks for it. */
function ofAllDays(lens: Lens): Lens {
  return withoutDay(lens).with({ status: new Set(['asserted', 'alleged', 'announced', 'predicted']) })
}

interface Routed {
  readonly route: EvasionRoute
  readonly chain: Chain
}

/** Of chains through the same entities that are of one named way, the first, with the number of the others. */
function byWay(routes: readonly Routed[]): Routed[] {
  const ways = new Map<string, { readonly first: Routed; others: number }>()
  for (const one of routes) {
    const way = JSON.stringify([one.route.entities, one.route.route])
    const known = ways.get(way)
    if (known) known.others++
    else ways.set(way, { first: one, others: 0 })
  }
  return [...ways.values()].map(({ first: { route, chain }, others }) => ({
    route: { ...route, others },
    chain,
  }))
}
