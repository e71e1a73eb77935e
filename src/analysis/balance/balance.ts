import { byCodeUnits } from '../../model/canonical'
import type { Vocabulary } from '../../ontology/typing'
import { Edges } from '../../query/edges'
import type { Row, Store } from '../../store/store'
import { basisOf } from '../basis'
import type { Viewed } from '../viewed'
import { movedSides } from './align'
import { Balance, type BalanceParts } from './answer'
import { type Assessed, assess } from './assess'
import { changesOf } from './changes'
import { type AskedBalance, type BalanceOptions, readBalanceOptions } from './options'
import { basisReader } from './recorded'
import type { BlocChange, GraphBalance, LeftOut, RolledUp, TieChange } from './records'
import { collectTies, REASONS, type Ties } from './ties'
import { byYear, type Tie, tieOf } from './yearly'

/**
 * Structural balance of a view: how far friends of friends are friends, and enemies of enemies. It makes a signed graph
 * of the standing ties between states, of each year or of the view as it is, and gives its triads by number of negative
 * sides, the shares that are balanced in the strong sense (Cartwright and Harary 1956) and in the weak one (Davis 1967),
 * the frustration index (Harary 1959), exact or between bounds, and the two blocs of least frustration.
 *
 * Only what is asserted and undisputed counts, unless asked otherwise. Agencies, governments, armed forces, and persons
 * who lead or speak for them count for their states, as long as undisputed statements of the view say so. A pair with
 * both signs is negative. A statement counts in each year with which its days share one, as long as both states existed.
 *
 * @param view the graph, or a view of it
 * @param options which relations have which sign, which statements count, which years
 * @throws {@link StatecraftError} for options that there are not
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { balance } from 'statecraft/analysis'
 *
 * const kg = createGraph()
 * const [a, b, c] = ['A', 'B', 'C'].map((code) => kg.add('State', { id: `state:${code}`, label: code }))
 * const said = kg.from(kg.add('Dataset', { id: 'source:rivalries', label: 'Rivalries' }))
 * said.relate(a!, 'rivals', b!)
 * said.relate(b!, 'rivals', c!)
 * said.relate(a!, 'rivals', c!)
 * const { strong, weak, frustration } = balance(kg).graphs[0]!
 * console.log(strong, weak, frustration.high) // 0 1 1: one of the three ties would have to change
 * ```
 */
export function balance<D extends Vocabulary>(view: Viewed<D>, options: BalanceOptions<D> = {}): Balance {
  const { lens } = view
  const { store } = lens
  const asked = readBalanceOptions(lens, options)
  const ties = collectTies(Edges.of(lens, { infer: asked.infer }), asked)
  const record = basisReader(lens)
  const found = asked.years
    ? overYears({ ...asked, years: asked.years })
    : { ...asOne(), tieChanges: [], blocChanges: [] }
  return new Balance(lens, {
    ...found,
    years: asked.years && [asked.years.first, asked.years.last],
    levels: [...asked.levels].sort(byCodeUnits),
    signs: [...asked.signs.values()]
      .map(({ relation, sign, where }) => ({
        relation: relation.name,
        sign: sign > 0 ? ('+' as const) : ('-' as const),
        where: where && Object.fromEntries([...where].map(([name, values]) => [name, [...values]])),
      }))
      .sort((a, b) => byCodeUnits(a.relation, b.relation)),
    rolledUp: rolledUpOf(ties),
    leftOut: leftOutOf(store, ties),
    record,
  })

  function asOne(): Pick<BalanceParts, 'graphs' | 'ties'> {
    const all = ties.pairs.map((pair) => tieOf(lens, pair, pair.facts))
    return { graphs: [assess(store, all, { record }).graph], ties: [all] }
  }

  function overYears({
    years,
  }: AskedBalance & { readonly years: NonNullable<AskedBalance['years']> }): Pick<
    BalanceParts,
    'graphs' | 'ties' | 'tieChanges' | 'blocChanges'
  > {
    const yearly = byYear(lens, ties.pairs, years)
    const graphs: GraphBalance[] = []
    const tieChanges: TieChange[] = []
    const blocChanges: BlocChange[] = []
    let before: ({ readonly ties: readonly Tie[] } & Assessed) | undefined
    for (const [i, own] of yearly.ties.entries()) {
      const year = years.first + i
      if (before && isSame(before.ties, own)) {
        graphs.push({ ...before.graph, year })
        continue
      }
      const now = assess(store, own, { year, record, ...(before ? { before: before.sides } : {}) })
      graphs.push(now.graph)
      if (before) {
        for (const change of changesOf(year, before.ties, own, yearly.isThere, record))
          tieChanges.push(change)
        for (const moved of movedSides(before.sides, now.sides)) blocChanges.push({ year, ...moved })
      }
      before = { ties: own, ...now }
    }
    return { graphs, ties: yearly.ties, tieChanges, blocChanges }
  }

  function rolledUpOf({ rolledUp }: Ties): RolledUp[] {
    return [...rolledUp]
      .flatMap(([actor, states]) =>
        Array.from(states, ([state, by]) => ({
          actor: store.idOf(actor),
          state: store.idOf(state),
          basis: basisOf(lens, sortedRows(store, by)),
        })),
      )
      .sort((a, b) => byCodeUnits(a.actor, b.actor) || byCodeUnits(a.state, b.state))
  }
}

/** Whether nothing has changed from one year to the next: then it need not be worked out again. */
function isSame(one: readonly Tie[], other: readonly Tie[]): boolean {
  return one.length === other.length && one.every((tie, i) => tie === other[i])
}

function leftOutOf(store: Store, { leftOut }: Ties): LeftOut[] {
  return REASONS.flatMap((why) => {
    const rows = leftOut.get(why)
    if (!rows) return []
    return [{ why, statements: Array.from(rows, (row) => store.statementId(row)).sort(byCodeUnits) }]
  })
}

function sortedRows(store: Store, rows: Iterable<Row>): Row[] {
  return [...rows].sort((a, b) => byCodeUnits(store.statementId(a), store.statementId(b)))
}
