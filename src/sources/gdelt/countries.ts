import { mintId } from '../../model/id'
import { jurisdiction, jurisdictionId, resolve } from '../../reference/states'
import type { RawRecord } from '../input/records'

/** Who stands behind a country code of CAMEO. */
export interface Country {
  readonly record: RawRecord
  readonly id: string
  readonly type: string
  readonly label: string
}

/**
 * Codes of CAMEO that are not ISO 3166-1 alpha-3, with the alpha-2 code of what they stand for. Source: GDELT,
 * `CAMEO.country.txt`, against ISO 3166-1.
 */
export const CAMEO_OWN_CODES: { readonly [code: string]: string } = {
  IMY: 'IM',
  MTN: 'ME',
  ROM: 'RO',
  TMP: 'TL',
}

/** Codes of CAMEO for what is no jurisdiction of ISO 3166. Same source; the labels are its own. */
const PLACES: { readonly [code: string]: readonly [type: 'Grouping' | 'Territory', label: string] } = {
  ANT: ['Territory', 'Netherlands Antilles'],
  BAG: ['Territory', 'Baghdad'],
  GZS: ['Territory', 'Gaza Strip'],
  WSB: ['Territory', 'West Bank'],
  AFR: ['Grouping', 'Africa'],
  ASA: ['Grouping', 'Asia'],
  BLK: ['Grouping', 'Balkans'],
  CAS: ['Grouping', 'Central Asia'],
  CAU: ['Grouping', 'Caucasus'],
  CEU: ['Grouping', 'Central Europe'],
  CFR: ['Grouping', 'Central Africa'],
  CRB: ['Grouping', 'Caribbean'],
  EAF: ['Grouping', 'Eastern Africa'],
  EEU: ['Grouping', 'Eastern Europe'],
  EIN: ['Grouping', 'East Indies'],
  EUR: ['Grouping', 'Europe'],
  LAM: ['Grouping', 'Latin America'],
  MDT: ['Grouping', 'Mediterranean'],
  MEA: ['Grouping', 'Middle East'],
  NAF: ['Grouping', 'North Africa'],
  NMR: ['Grouping', 'North America'],
  PGS: ['Grouping', 'Persian Gulf'],
  SAF: ['Grouping', 'Southern Africa'],
  SAM: ['Grouping', 'South America'],
  SAS: ['Grouping', 'South Asia'],
  SCN: ['Grouping', 'Scandinavia'],
  SEA: ['Grouping', 'Southeast Asia'],
  WAF: ['Grouping', 'West Africa'],
  WST: ['Grouping', 'The West'],
}

/** Looks country codes up, each once. */
export class Countries {
  readonly #known = new Map<string, Country | undefined>()

  /** The country, territory or region of a code; undefined where there is none. */
  of(code: string): Country | undefined {
    if (!this.#known.has(code)) this.#known.set(code, countryOf(code))
    return this.#known.get(code)
  }
}

function countryOf(code: string): Country | undefined {
  if (!/^[A-Z]{3}$/.test(code)) return undefined
  const place = PLACES[code]
  if (place) {
    const [type, label] = place
    const id = mintId(type.toLowerCase(), label)
    return { id, type, label, record: { type, id, label: { en: label } } }
  }
  const iso2 = CAMEO_OWN_CODES[code]
  const id = iso2 === undefined ? only(resolve(code, 'iso3').ids) : jurisdictionId(iso2)
  const record = id === undefined ? undefined : jurisdiction(id)
  if (id === undefined || !record) return undefined
  return { record, id, type: String(record.type), label: record.label?.en ?? code }
}

function only(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined
}
