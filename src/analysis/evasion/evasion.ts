import type { Vocabulary } from '../../ontology/typing'
import type { Lens } from '../../store/lens'
import { dayOfView, withoutDay } from '../day'
import { vagueMeasuresOn } from '../measures/embargo'
import type { Viewed } from '../viewed'
import { EvasionRoutes } from './answer'
import { Assessor } from './assess'
import { findChains } from './chains'
import { Embargoed, forceOf } from './embargoed'
import { type EvasionOptions, readEvasion } from './options'
import { inOrder } from './rank'
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
 * kg.relate(xa!, 'sanctions', kp!, { item: oil, measures: ['export-control'], when: '2017-12-22/2030' })
 * kg.relate(ir!, 'supplies', ru!, { item: oil, when: '2024-03-01' })
 * kg.relate(ru!, 'supplies', kp!, { item: oil, when: '2024-04-01' })
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
  const free = indirect.filter((chain) => !forceOf(embargoed.on(chain.last)))
  const shown = routes.slice(0, asked.limit)
  return new EvasionRoutes(lens, view.lens, asked, {
    routes: shown.map(({ route }) => route),
    paths: shown.map(({ chain }) => chain.path),
    direct: direct.map((chain) => ({
      leg: assessor.leg(chain, 0),
      embargoes: assessor.embargoes(chain, embargoed.on(chain.last)),
    })),
    complete: cut === undefined && routes.length <= asked.limit,
    cut: cut ?? (routes.length > asked.limit ? 'limit' : undefined),
    leftOut: {
      mixed,
      later,
      eased: free.filter((chain) => embargoed.on(chain.last).length > 0).length,
      free: free.filter((chain) => embargoed.on(chain.last).length === 0).length,
    },
    vague: [...vagueMeasuresOn(lens, asked.to), ...vagueMeasuresOn(lens, asked.from)].filter(
      (row) => lens.standing(row) !== undefined,
    ),
  })
}

/** What is only denied is no leg and no embargo, also where the view asks for it. */
function ofAllDays(lens: Lens): Lens {
  return withoutDay(lens).with({ status: new Set(['asserted', 'alleged', 'announced', 'predicted']) })
}
