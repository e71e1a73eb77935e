import type { Day, Span } from '../../model/days'
import { Answer, type Cut } from '../../query/answer'
import { Edges } from '../../query/edges'
import { readEntities } from '../../query/ends'
import { findPaths } from '../../query/paths/find'
import type { Path } from '../../query/paths/path'
import { Steps } from '../../query/paths/steps'
import { PATH_OPTIONS, readSpec } from '../../query/spec'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { decidedDays, possibleDays } from '../measures/days'
import type { AskedEvasion } from './options'

/** Relations by which goods pass from the subject to the object. Who only trades does not say which way. */
export const FLOWS = ['supplies', 'exportsTo'] as const

/** As many are compared; where there are more, the answer says so. */
const MOST_CHAINS = 10_000

/** Supplies and exports one after another, from one party to the other. */
export interface Chain {
  readonly path: Path
  /** Rows of the entities, both ends included. */
  readonly entities: readonly Row[]
  /** Rows of the statements. */
  readonly legs: readonly Row[]
  /** For each leg: rows of the statements by which its item falls under the one asked for. */
  readonly broader: readonly (readonly Row[])[]
  /** The name of the way that legs say they are of. */
  readonly route: string | undefined
  /** Whether all legs say that they are of one way, only some, or none. */
  readonly told: 'as-one' | 'in-part' | 'not'
  /** The days on which the last leg may have been: not before an earlier one, and by the day of the view. */
  readonly last: Span
  /** Whether each leg came after those before it, on whatever day of its own it was. */
  readonly order: 'certain' | 'possible'
}

/** What the search came to. */
export interface Chains {
  readonly chains: readonly Chain[]
  /** How many were left out since their legs say that they are of different ways. */
  readonly mixed: number
  /** How many were left out since a leg was after the day of the view. */
  readonly later: number
  readonly cut: Cut | undefined
}

/** The time of a view: of which day it is, and whether only what is certain counts. */
export interface Time {
  readonly day: Day | undefined
  readonly certain: boolean
}

/**
 * Every way on which the item may have passed, leg by leg: simple, each leg possibly not before any earlier one.
 * A single leg, a direct supply, is one too.
 */
export function findChains(lens: Lens, { item, from, to, maxSteps }: AskedEvasion, time: Time): Chains {
  const { store } = lens
  const spec = readSpec(
    lens,
    {
      via: [...FLOWS],
      direction: 'out',
      item: store.idOf(item),
      broader: true,
      timeRespecting: 'possibly',
      maxSteps,
    },
    PATH_OPTIONS,
  )
  const ends = [
    readEntities(store, store.idOf(from), 'from'),
    readEntities(store, store.idOf(to), 'to'),
  ] as const
  const steps = new Steps(Edges.of(lens), spec, ...ends)
  const answer = new Answer<Path>(lens, { called: 'paths', limit: MOST_CHAINS }, () =>
    findPaths(steps, false),
  )
  const chains: Chain[] = []
  let [mixed, later] = [0, 0]
  for (const path of answer) {
    const chain = chainOf(steps, path, time)
    if (chain === 'mixed') mixed++
    else if (chain === 'later') later++
    else if (chain) chains.push(chain)
  }
  return { chains, mixed, later, cut: answer.cut }
}

/**
 * Legs that say they are of different ways make no third one; nor do such as come one after another only by days that
 * somebody predicts or alleges of what others state.
 */
function chainOf(steps: Steps, path: Path, { day, certain }: Time): Chain | 'mixed' | 'later' | undefined {
  const { lens } = steps.edges
  const { store } = lens
  const { numbers: legs, entities } = path.excerpt()
  const routes = legs.flatMap((leg) => {
    const { route } = store.namedQualifiers(leg)
    return typeof route === 'string' ? [route] : []
  })
  const [route, ...others] = new Set(routes)
  if (others.length > 0) return 'mixed'
  const stated = legs.map((leg) => decidedDays(lens, leg)!.possible)
  if (stated.some(({ until }, i) => stated.slice(0, i).some((before) => before.from > until)))
    return undefined
  const days = legs.map((leg) => possibleDays(lens, leg)!)
  if (day !== undefined && days.some(({ from, until }) => (certain ? until : from) > day)) return 'later'
  const from = Math.max(...days.map((one) => one.from))
  return {
    path,
    entities,
    legs,
    broader: legs.map((leg) => steps.besides(leg)),
    route,
    told: route === undefined ? 'not' : routes.length === legs.length ? 'as-one' : 'in-part',
    last: { from, until: Math.min(days.at(-1)!.until, day ?? Infinity) },
    order: days.every((one, i) => days.slice(0, i).every((before) => before.until <= one.from))
      ? 'certain'
      : 'possible',
  }
}
