import { jurisdictionOfName } from '../../reference/states'
import { codeOf } from '../lists/countries'

/**
 * The jurisdiction that OFAC calls so: `Korea, North`, `Burma`, `Cabo Verde.  Previously Cape Verde.`
 *
 * @returns its id; undefined where it is not known, as for `undetermined`
 */
export function jurisdictionNamed(name: string): string | undefined {
  return jurisdictionOfName(name.trim().replace(/\.\s+Previously .*$/i, ''))
}

/** The country of that name, as ISO 3166-1 alpha-2. */
export function countryNamed(name: string): string | undefined {
  return codeOf(jurisdictionNamed(name))
}
