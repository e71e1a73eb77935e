import { Problem } from '../../model/problem'
import type { MappingDialect } from './mapping'

/**
 * Reads a number as a table writes it.
 *
 * @param text digits, with the dialect's sign for decimals, and that between thousands where it has one
 * @param times what it is multiplied by
 */
export function readNumber(text: string, dialect: MappingDialect, times = 1): number | Problem {
  const { decimal = '.', thousands } = dialect
  const [whole = '', fraction, ...more] = text.split(decimal)
  const plain = thousands === undefined ? whole : ungrouped(whole, thousands)
  const digits = fraction === undefined ? plain : `${plain}.${fraction}`
  if (more.length > 0 || !/^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(digits)) {
    return new Problem(`'${text.slice(0, 40)}' is no number`)
  }
  // Fifteen digits are exact in a double: 1.1 million is 1100000, not 1100000.0000000001.
  const number = times === 1 ? Number(digits) : Number((Number(digits) * times).toPrecision(15))
  return Number.isFinite(number) ? number : new Problem(`'${text.slice(0, 40)}' is too large a number`)
}

/** Digits without what stands between the thousands; as they are where it stands anywhere else. */
function ungrouped(text: string, thousands: string): string {
  const groups = text.split(thousands)
  const [first = '', ...others] = groups
  const fine = /^[-+]?\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group))
  return groups.length > 1 && fine ? groups.join('') : text
}
