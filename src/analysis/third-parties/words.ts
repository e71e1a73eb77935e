import type { Mean } from './assess'

/** `110 (2 of 3 years)`; a value that is not nothing never reads `0`. */
export function meanInWords(mean: Mean | undefined, years: number): string {
  if (!mean) return '·'
  const digits = mean.value < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 }
  const value = mean.value.toLocaleString('en', digits)
  return mean.years.length === years ? value : `${value} (${mean.years.length} of ${years} years)`
}

const DIGITS = 3
const MOST_DIGITS = 17

/** In three digits, or as many as it takes to tell on which side of the threshold it is. */
export function ratioInWords(ratio: number, threshold: number): string {
  const side = (value: number) => Math.sign(value - threshold)
  let digits = DIGITS
  while (digits < MOST_DIGITS && side(Number(ratio.toPrecision(digits))) !== side(ratio)) digits += 1
  return ratio.toLocaleString('en', { minimumSignificantDigits: DIGITS, maximumSignificantDigits: digits })
}

export function spanInWords(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  return first === last ? String(first) : `${first}–${last}`
}
