import { isolated } from '../../model/direction'
import { oneLine } from '../../query/cite'
import { folded } from '../../query/show/table'
import type { BalanceRecord } from './answer'
import type { ActorBalance, FrustrationRecord, GraphBalance, TieRecord } from './records'
import type { Reason } from './ties'

const TRIADS = ['+++', '++−', '+−−', '−−−'] as const

/** Heads of the columns, over years and for one graph. */
export const COLUMNS = {
  years: ['year', 'actors', '+', '−', ...TRIADS, 'strong', 'weak', 'frustrated', 'normalised', 'blocs'],
  actors: ['actor', 'bloc', '+', '−', ...TRIADS, 'strong', 'weak'],
} as const

/** A year in the table. */
export function yearCells(graph: GraphBalance): string[] {
  const { year, actors, positive, negative, triads, frustration, components } = graph
  const blocs = components.map((one) => one.blocs.map(({ length }) => length).join(':'))
  return [
    String(year),
    String(actors.length),
    String(positive),
    String(negative),
    ...triads.map(String),
    share(graph.strong),
    share(graph.weak),
    frustrationWords(frustration),
    normalisedWords(frustration),
    [...blocs.slice(0, MOST_COMPONENTS), ...folded(blocs.length, MOST_COMPONENTS)].join(', '),
  ]
}

const MOST_COMPONENTS = 3

/** An actor in the table. */
export function actorCells({ bloc, component, ...one }: ActorBalance, label: string): string[] {
  return [
    oneLine(label),
    `${component + 1}${bloc}`,
    String(one.positive),
    String(one.negative),
    ...one.triads.map(String),
    share(one.strong),
    share(one.weak),
  ]
}

/** A share, or that there is nothing to have one of. */
function share(value: number | undefined): string {
  return value === undefined ? '·' : value.toFixed(3)
}

function frustrationWords({ low, high, exact }: FrustrationRecord): string {
  return exact ? String(low) : `${low}–${high}`
}

function normalisedWords({ normalised, exact }: FrustrationRecord): string {
  if (!normalised) return '·'
  return exact ? share(normalised[0]) : normalised.map(share).join('–')
}

const WHY: { readonly [why in Reason]: string } = {
  condition: 'without what the sign asks for, as an alliance for which no obligation to defence is stated',
  level: 'of another level',
  disputed: 'disputed',
  unnamed: 'of actors left unnamed',
  'no-state': 'of actors who count for no state',
  'several-states': 'of actors who would count for several states at a time',
  'same-state': 'within one state',
  undated: 'without a date, and so in no year',
  uncertain: 'that only may hold in some of the years',
  suspended: 'of sanctions that are suspended',
}

/** So many of what happened are told in words; the plain data has all. */
const TOLD = 12

/** What is told beside the table. */
export function remarksOf(answer: BalanceRecord, label: (id: string) => string): string[] {
  const { graphs, years, rolledUp, leftOut, blocChanges, tieChanges } = answer
  const name = (id: string) => isolated(oneLine(label(id)))
  const pair = ([a, b]: readonly [string, string]) => `${name(a)} and ${name(b)}`
  const said: string[] = []
  const [only] = graphs
  if (!years && only) said.push(...ofGraph(only, name, pair))
  if (graphs.some(({ frustration }) => !frustration.exact))
    said.push('Of larger graphs the frustration index is known between bounds only: low–high.')
  if (years) {
    said.push(
      ...listed(
        'Positive ties that ended or turned negative',
        tieChanges
          .filter(({ change }) => change !== 'turned-positive')
          .map((one) => `${one.year}: ${pair(one.between)} (${CHANGES[one.change]})`),
      ),
      ...listed(
        'Negative ties that turned positive',
        tieChanges
          .filter(({ change }) => change === 'turned-positive')
          .map((one) => `${one.year}: ${pair(one.between)}`),
      ),
      ...listed(
        'Changed blocs',
        blocChanges.map(
          (one) => `${one.year}: ${name(one.actor)}${one.certain ? '' : ' (other blocs would be as good)'}`,
        ),
      ),
    )
  }
  said.push(
    ...listed(
      'Counted for states',
      rolledUp.map(({ actor, state }) => `${name(actor)} for ${name(state)}`),
    ),
    ...leftOut.map(
      ({ why, statements }) =>
        `Left out, ${WHY[why]}: ${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`,
    ),
  )
  return said
}

const CHANGES = {
  ended: 'ended',
  gone: 'one is there no more',
  'turned-negative': 'negative now',
  'turned-positive': 'positive now',
} as const

function ofGraph(
  graph: GraphBalance,
  name: (id: string) => string,
  pair: (ends: TieRecord['between']) => string,
): string[] {
  const { actors, positive, negative, mixed, triads, frustration, components, modularity } = graph
  const said = [
    `${actors.length} actors; ties: ${positive} positive, ${negative} negative${mixed > 0 ? `, of which ${mixed} are positive too` : ''}`,
    `Triads: ${triads.map((many, i) => `${many} ${TRIADS[i]}`).join(', ')}; balanced: ${share(graph.strong)} strongly, ${share(graph.weak)} weakly`,
    `Frustrated: ${frustrationWords(frustration)} (normalised ${normalisedWords(frustration)})`,
  ]
  if (modularity !== undefined) said.push(`Signed modularity of the blocs: ${share(modularity)}`)
  for (const [i, { blocs, unique }] of components.entries()) {
    if (i === MOST_COMPONENTS) {
      said.push(...folded(components.length, i).map((rest) => `${rest} components`))
      break
    }
    const [a, b] = blocs.map((ids) =>
      [...ids.slice(0, TOLD).map(name), ...folded(ids.length, TOLD)].join(', '),
    )
    const others = unique ? '' : unique === false ? ' (others would be as good)' : ' (others may be as good)'
    said.push(`Blocs ${i + 1}${others}: A: ${a || 'nobody'}; B: ${b || 'nobody'}`)
  }
  said.push(
    ...listed(
      'Frustrated ties',
      graph.frustrated.map(({ between, sign }) => `${pair(between)} (${sign === '+' ? '+' : '−'})`),
    ),
    ...listed(
      'Communities of the positive ties alone (Louvain)',
      graph.positiveCommunities.map((ids) =>
        [...ids.slice(0, TOLD).map(name), ...folded(ids.length, TOLD)].join(', '),
      ),
    ),
  )
  return said
}

function listed(head: string, all: readonly string[]): string[] {
  if (all.length === 0) return []
  const shown = all.slice(0, TOLD)
  return [`${head}: ${[...shown, ...folded(all.length, shown.length)].join('; ')}`]
}
