import { type Decimal, sumExactly } from '../decimal'

/** So many figures, and their sum. */
interface Summed {
  readonly sum: Decimal
  readonly count: number
}

/** Adds decimals exactly. */
export function addDecimals(all: readonly Decimal[]): Decimal {
  const places = Math.max(0, ...all.map((one) => one.places))
  return { digits: all.reduce((sum, one) => sum + digitsAt(one, places), 0n), places }
}

/**
 * The mean of the one over the mean of the other, which is above 0, and whether it is above a threshold: exactly, so
 * that what is the same is no rise.
 */
export function compareRatio(
  after: Summed,
  before: Summed,
  threshold: number,
): { readonly above: boolean; readonly ratio: number } {
  const limit = sumExactly([threshold])
  const places = Math.max(after.sum.places, before.sum.places)
  const is = digitsAt(after.sum, places) * BigInt(before.count)
  const was = digitsAt(before.sum, places) * BigInt(after.count)
  return {
    above: is * 10n ** BigInt(limit.places) > was * limit.digits,
    ratio: quotient(is, was),
  }
}

/** The number next to a quotient: of more digits than a number holds, the least are of no account. */
function quotient(over: bigint, under: bigint): number {
  const excess = BigInt(Math.max(0, Math.min(String(over).length, String(under).length) - 40))
  const scale = 10n ** excess
  return Number(over / scale) / Number(under / scale)
}

function digitsAt({ digits, places }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - places)
}
