/** How far two values are from each other: `|a − b|`, or `(a − b)²`. */
export type Distance = 'absolute' | 'squared'

/** What two actors have with one third, and how much it counts. */
export interface Pair {
  readonly a: number
  readonly b: number
  /** Not negative, finite. */
  readonly weight: number
}

/** How alike two portfolios are. What is undefined has its reason in `why`. */
export interface Agreement {
  /** Signorino and Ritter's S, −1 to 1. */
  readonly s: number | undefined
  /** Scott's π, −1 to 1. */
  readonly pi: number | undefined
  /** Cohen's κ, −1 to 1. */
  readonly kappa: number | undefined
  /** Why a measure is undefined. */
  readonly why: { readonly s?: string; readonly pi?: string; readonly kappa?: string }
  /** The weight of the pairs by the value of the first (rows) and of the second (columns). */
  readonly table: readonly (readonly number[])[]
}

/**
 * S, π and κ of pairs of values from 0 to a highest one.
 *
 * With `d` the distance and `w` the weights as shares: S = 1 − 2·Σ wₖ d(aₖ, bₖ) / d(0, max). π and κ are
 * 1 − observed / expected distance, where observed is Σ wₖ d(aₖ, bₖ), and expected that of two values drawn
 * independently: for κ one from each actor's own distribution, for π both from the two distributions pooled.
 *
 * Sources: Signorino and Ritter 1999, *International Studies Quarterly* 43, 115–144; Scott 1955, *Public Opinion
 * Quarterly* 19, 321–325; Cohen 1960, *Educational and Psychological Measurement* 20, 37–46; for distances Cohen 1968,
 * *Psychological Bulletin* 70, 213–220; for foreign policy Häge 2011, *Political Analysis* 19, 287–305.
 *
 * @param max the highest value there may be
 */
export function agreementOf(
  pairs: readonly Pair[],
  max: number,
  distance: { readonly s: Distance; readonly corrected: Distance },
): Agreement {
  const table = Array.from({ length: max + 1 }, () => new Array<number>(max + 1).fill(0))
  for (const { a, b, weight } of pairs) table[a]![b]! += weight
  const scaled = shares(table, pairs)
  const total = sum(scaled.flat())
  if (pairs.length === 0) return { ...none('the two have no third in common'), table }
  if (total === 0) return { ...none('all that they have in common weighs nothing'), table }

  const apart = (kind: Distance, weigh: (u: number, v: number) => number) => distant(max, kind, weigh)
  const observed = (kind: Distance) => apart(kind, (u, v) => scaled[u]![v]! + scaled[v]![u]!)
  const ofA = scaled.map(sum)
  const ofB = scaled.map((_, v) => sum(scaled.map((row) => row[v]!)))
  const pooled = ofA.map((weight, u) => weight + ofB[u]!)
  const expected = {
    kappa: apart(distance.corrected, (u, v) => ofA[u]! * ofB[v]! + ofA[v]! * ofB[u]!),
    pi: apart(distance.corrected, (u, v) => pooled[u]! * pooled[v]!) / 2,
  }
  const s = 1 - (2 * observed(distance.s)) / (between(0, max, distance.s) * total)
  const corrected = (by: number) => 1 - (observed(distance.corrected) * total) / by
  if (expected.kappa === 0 || expected.pi === 0) {
    const why = 'both have the same one value with everybody: there is nothing that chance could miss'
    return { s: bounded(s), pi: undefined, kappa: undefined, why: { pi: why, kappa: why }, table }
  }
  return {
    s: bounded(s),
    pi: bounded(corrected(expected.pi)),
    kappa: bounded(corrected(expected.kappa)),
    why: {},
    table,
  }
}

function none(why: string) {
  return { s: undefined, pi: undefined, kappa: undefined, why: { s: why, pi: why, kappa: why } }
}

export function between(u: number, v: number, kind: Distance): number {
  return kind === 'squared' ? (u - v) ** 2 : Math.abs(u - v)
}

/** The sum over each two different values, once, so that it is the same to the last digit for (b, a) as for (a, b). */
function distant(max: number, kind: Distance, weigh: (u: number, v: number) => number): number {
  let all = 0
  for (let u = 0; u <= max; u++) for (let v = u + 1; v <= max; v++) all += weigh(u, v) * between(u, v, kind)
  return all
}

/** Weights by a power of two, which is exact: products of very small or large ones would else be lost. */
function shares(table: readonly (readonly number[])[], pairs: readonly Pair[]): number[][] {
  const most = pairs.reduce((highest, { weight }) => Math.max(highest, weight), 0)
  if (most === 0) return table.map((row) => [...row])
  const scale = 2 ** -Math.max(-1000, Math.floor(Math.log2(most)))
  if (table.flat().every(Number.isFinite)) return table.map((row) => row.map((weight) => weight * scale))
  const scaled = table.map((row) => row.map(() => 0))
  for (const { a, b, weight } of pairs) scaled[a]![b]! += weight * scale
  return scaled
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

/** What rounding has carried over the bounds. */
function bounded(value: number): number {
  return Math.min(1, Math.max(-1, value))
}
