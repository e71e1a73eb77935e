import type { Address } from '../../model/record'

const FIELDS: { readonly [part: string]: 'street' | 'city' | 'region' | 'postcode' } = {
  ADDRESS1: 'street',
  ADDRESS2: 'street',
  ADDRESS3: 'street',
  CITY: 'city',
  'STATE/PROVINCE': 'region',
  REGION: 'region',
  'POSTAL CODE': 'postcode',
}

const REGION = /^Region:\s*(\S.*)$/i

/**
 * An address of its parts.
 *
 * @param parts by what the value sets call them: `ADDRESS1`, `CITY`, `POSTAL CODE`; others are kept as text
 * @param country as the file names it; the flat files and the legacy XML have a region in its place, `Region: Gaza`, where the
 *   other XML has the part `REGION`, and no country
 */
export function addressOfParts(
  parts: readonly (readonly [kind: string, text: string])[],
  country: string | undefined,
): Address {
  const fields = new Map<string, string>()
  const region = REGION.exec(country ?? '')?.[1]
  for (const [kind, text] of [...parts, ['REGION', region ?? ''] as const]) {
    const key = kind.trim().toUpperCase()
    const field = Object.hasOwn(FIELDS, key) ? FIELDS[key]! : 'text'
    const there = fields.get(field)
    if (text !== '') fields.set(field, there === undefined ? text : `${there}, ${text}`)
  }
  return {
    ...Object.fromEntries(fields),
    ...(country === undefined || region !== undefined ? {} : { country }),
  }
}

/** An address on one line. */
export function textOfAddress({ text, street, city, region, postcode, country }: Address): string {
  return [text, street, city, region, postcode, country].filter((part) => part !== undefined).join(', ')
}
