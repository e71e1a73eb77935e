import type { Body, List } from '../lists/party'

/** The Council, which puts parties on the list by regulations and decisions. */
export const COUNCIL: Body = {
  id: 'agency:council-of-the-eu',
  type: 'GovernmentAgency',
  label: 'Council of the European Union',
  of: 'organization:eu',
}

/** The list of persons, groups and entities subject to financial sanctions, which the Commission keeps. */
export const FINANCIAL_SANCTIONS_FILES: List = {
  id: 'source:eu-financial-sanctions-files',
  label: 'Consolidated list of persons, groups and entities subject to EU financial sanctions',
  url: 'https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions',
  publisher: {
    id: 'agency:dg-fisma',
    type: 'GovernmentAgency',
    label: 'Directorate-General for Financial Stability, Financial Services and Capital Markets Union',
    of: 'organization:eu',
  },
}

/**
 * What the list means: "funds and economic resources" of those on it are frozen. Travel bans stand in other annexes, and
 * not in this file.
 *
 * Source: the title and description of the dataset at its `url`
 */
export const MEASURES = ['asset-freeze']

/** A country code of the list: `00` is an unknown country. */
export function countryCode(code: string | undefined): string | undefined {
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined
}
