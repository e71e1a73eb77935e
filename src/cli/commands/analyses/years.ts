import { InvalidArgumentError } from 'commander'

/** `1816-2012`; years before the first are negative: `-500--400`. */
export function years(value: string): readonly [number, number] {
  const [, first, last] = /^(-?\d+)-(-?\d+)$/.exec(value.trim()) ?? []
  if (first === undefined || last === undefined) throw new InvalidArgumentError('As 1816-2012.')
  return [Number(first), Number(last)]
}
