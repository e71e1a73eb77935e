import type { Body, List } from '../lists/party'

/** In whose name OFAC lists parties. */
export const SENDER = 'state:US'

/** Who publishes all these lists. */
export const OFAC: Body = {
  id: 'agency:ofac',
  type: 'GovernmentAgency',
  label: 'Office of Foreign Assets Control',
  of: SENDER,
}

/** A list of OFAC, with what being on it means. */
export interface OfacList extends List {
  /** How the advanced and the enhanced XML call it. */
  readonly name: string
  /** What applies to whoever is on it; empty where that differs from party to party. */
  readonly measures: readonly string[]
}

function list(id: string, name: string, label: string, measures: readonly string[]): OfacList {
  return { id: `source:ofac-${id}`, name, label, publisher: OFAC, measures }
}

/**
 * The lists of OFAC. What they do is from OFAC's pages on each, https://ofac.treasury.gov/other-ofac-sanctions-lists.
 * Being on the SDN List blocks property; being on any other does not, but for the closed list of Executive Order 13599.
 * None of the files says that somebody may not enter the country, so no travel ban is claimed.
 */
export const OFAC_LISTS = {
  sdn: list('sdn', 'SDN List', 'Specially Designated Nationals and Blocked Persons List', ['asset-freeze']),
  /** One file for all lists but the SDN List; nobody is on it who is not on one of those. */
  consolidated: list('consolidated', 'Consolidated List', 'Consolidated Sanctions List (Non-SDN Lists)', []),
  ssi: list(
    'ssi',
    'Sectoral Sanctions Identifications List',
    'Sectoral Sanctions Identifications (SSI) List',
    ['sectoral-restrictions'],
  ),
  cmic: list(
    'ns-cmic',
    'Non-SDN CMIC List',
    'Non-SDN Chinese Military-Industrial Complex Companies (NS-CMIC) List',
    ['investment-ban'],
  ),
  capta: list(
    'capta',
    'CAPTA List',
    'List of Foreign Financial Institutions Subject to Correspondent Account or Payable-Through Account Sanctions (CAPTA List)',
    ['correspondent-account-restrictions'],
  ),
  /** Transactions of the members of parliament are rejected, not blocked: General License 4 under E.O. 13224. */
  plc: list(
    'ns-plc',
    'Non-SDN Palestinian Legislative Council List',
    'Non-SDN Palestinian Legislative Council (NS-PLC) List',
    ['financial-restrictions'],
  ),
  /** Each party has measures of its own, out of a menu. */
  mbs: list('ns-mbs', 'Non-SDN Menu-Based Sanctions List', 'Non-SDN Menu-Based Sanctions (NS-MBS) List', []),
  /** Transactions are prohibited, and nothing is blocked: Executive Order 13608. */
  fse: list('fse', 'FSE List', 'Foreign Sanctions Evaders (FSE) List', ['financial-restrictions']),
  /** Closed on 25 September 2020, when who was on it moved to other lists; a menu, too. */
  isa: list(
    'ns-isa',
    'Non-SDN Iranian Sanctions Act List',
    'Non-SDN Iranian Sanctions Act (NS-ISA) List',
    [],
  ),
  /** Closed on 5 November 2018; on the SDN List none of these were, and yet their property was blocked. */
  eo13599: list(
    'eo-13599',
    '13599 List',
    'List of Persons Identified as Blocked Solely Pursuant to Executive Order 13599',
    ['asset-freeze'],
  ),
} as const satisfies { readonly [key: string]: OfacList }

/** A list of {@link OFAC_LISTS}. */
export type ListKey = keyof typeof OFAC_LISTS

/** The two that are published as files: the SDN List, and all others in one. */
export type PublishedList = 'sdn' | 'consolidated'

const KEYS_BY_NAME: ReadonlyMap<string, ListKey> = new Map(
  // The boundary: the keys of a literal are its keys.
  (Object.keys(OFAC_LISTS) as ListKey[]).map((key) => [OFAC_LISTS[key].name.toLowerCase(), key]),
)

/**
 * The list that a file calls so.
 *
 * @param name as in the value sets of the advanced and enhanced XML, `Sectoral Sanctions Identifications List`
 * @returns undefined where there is none of that name
 */
export function listNamed(name: string): ListKey | undefined {
  return KEYS_BY_NAME.get(name.trim().toLowerCase())
}
