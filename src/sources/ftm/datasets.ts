import { type Issuer, issuerTable } from '../../reference/programmes/tables'
import { idWith, unescaped } from './ids'

/** Data sets of OpenSanctions whose publisher is known, by its key among those who issue programmes. */
const PUBLISHERS: { readonly [dataset: string]: string } = {
  au_dfat_sanctions: 'au_dfat',
  ca_dfatd_sema_sanctions: 'ca_mfa',
  ch_seco_sanctions: 'ch_seco',
  eu_fsf: 'eu_dg_fisma',
  eu_journal_sanctions: 'eu_council',
  eu_travel_bans: 'eu_council',
  gb_fcdo_sanctions: 'gb_fcdo',
  gb_hmt_sanctions: 'gb_ofsi',
  nz_russia_sanctions: 'nz_mfat',
  sg_terrorists: 'sg_mas',
  ua_nsdc_sanctions: 'ua_nsdc',
  ua_war_sanctions: 'ua_gur',
  un_sc_sanctions: 'zz_unsc',
  us_bis_denied: 'us_bis',
  us_ofac_cons: 'us_ofac',
  us_ofac_sdn: 'us_ofac',
}

const START = 'ftm-'

let issuers: ReadonlyMap<string, Issuer> | undefined

/** Whoever publishes a data set, where that is known. */
export function publisherOf(dataset: string): Issuer | undefined {
  issuers ??= new Map(issuerTable().map((issuer) => [issuer.key, issuer]))
  const key = Object.hasOwn(PUBLISHERS, dataset) ? PUBLISHERS[dataset] : undefined
  return key === undefined ? undefined : issuers.get(key)
}

/** The id of a data set as a source: `source:ftm-eu_fsf`. */
export function datasetId(name: string): string {
  return idWith('source', START, name)
}

/** The name of the data set of which {@link datasetId} made an id; undefined for any other source. */
export function datasetName(id: string): string | undefined {
  const start = `source:${START}`
  return id.startsWith(start) ? unescaped(id.slice(start.length)) : undefined
}
