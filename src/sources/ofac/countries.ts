import { jurisdictionId, jurisdictionOfName } from '../../reference/states'

/** Names of countries that OFAC alone writes so, in lower case, and their codes of ISO 3166-1. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AG: ['antigua and barbuda'],
    BN: ['brunei'],
    BS: ['bahamas, the', 'the bahamas'],
    CD: ['congo, democratic republic of the'],
    CG: ['congo, republic of the'],
    CI: ['cote d ivoire', "cote d'ivoire"],
    CV: ['cabo verde', 'cabo verde.  previously cape verde.', 'cape verde'],
    CZ: ['czech republic'],
    GM: ['the gambia', 'gambia, the'],
    IM: ['man, isle of'],
    IR: ['iran'],
    KG: ['kyrgyzstan'],
    KN: ['saint kitts and nevis', 'st. kitts & nevis', 'st. kitts and nevis'],
    KP: ['korea, north', "democratic people's republic of korea", 'dprk'],
    KR: ['korea, south'],
    LA: ['laos'],
    MK: ['north macedonia, the republic of', 'macedonia, the former yugoslav republic of'],
    MM: ['burma'],
    MO: ['macau'],
    PS: ['palestinian'],
    RU: ['russia'],
    SY: ['syria'],
    TR: ['turkey'],
    TW: ['taiwan'],
    TZ: ['tanzania'],
    VC: ['saint vincent and the grenadines', 'st. vincent and the grenadines'],
    VE: ['venezuela'],
    VG: ['virgin islands, british'],
    VI: ['virgin islands, u.s.'],
    VN: ['vietnam'],
    XK: ['kosovo'],
  }).flatMap(([iso2, names]) => names.map((name) => [name, iso2] as const)),
)

/**
 * The jurisdiction that OFAC calls so. A region, as `Region: Gaza`, and `undetermined` are none.
 *
 * @returns its id; undefined where it is not known
 */
export function jurisdictionNamed(name: string): string | undefined {
  const iso2 = NAMES.get(name.trim().toLowerCase())
  return iso2 === undefined ? jurisdictionOfName(name.trim()) : jurisdictionId(iso2)
}

/** The country of that name, as ISO 3166-1 alpha-2. */
export function countryNamed(name: string): string | undefined {
  const known = NAMES.get(name.trim().toLowerCase())
  if (known !== undefined) return known
  return /:([A-Z]{2})$/.exec(jurisdictionOfName(name.trim()) ?? '')?.[1]
}
