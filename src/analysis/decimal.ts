/** A sum of decimals, exactly: `digits` divided by ten to the power of `places`. */
export interface Decimal {
  readonly digits: bigint
  readonly places: number
}

/**
 * Adds numbers as the decimals that they are written as: 33.33 and 16.67 are 50, which they are not as binary
 * fractions.
 */
export function sumExactly(values: Iterable<number>): Decimal {
  let sum: Decimal = { digits: 0n, places: 0 }
  for (const value of values) {
    const one = decimalOf(value)
    const places = Math.max(sum.places, one.places)
    sum = { digits: scaled(sum, places) + scaled(one, places), places }
  }
  return sum
}

/** Below 0 where the sum is less than the number, 0 where they are the same, above where it is more. */
export function compareExactly(sum: Decimal, value: number): number {
  const one = decimalOf(value)
  const places = Math.max(sum.places, one.places)
  const difference = scaled(sum, places) - scaled(one, places)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The number that stands nearest. */
export function toNumber({ digits, places }: Decimal): number {
  return Number(`${digits}e-${places}`)
}

function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 }
}

function scaled({ digits, places }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - places)
}
