import type { Body, List } from '../lists/party'

const FCDO: Body = {
  id: 'agency:fcdo',
  type: 'GovernmentAgency',
  label: 'Foreign, Commonwealth & Development Office',
  of: 'state:GB',
}

const OFSI: Body = {
  id: 'agency:ofsi',
  type: 'GovernmentAgency',
  label: 'Office of Financial Sanctions Implementation',
  of: 'state:GB',
}

/** The list of all designations under the Sanctions and Anti-Money Laundering Act 2018. */
export const UK_SANCTIONS_LIST: List = {
  id: 'source:uk-sanctions-list',
  label: 'UK Sanctions List',
  url: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
  publisher: FCDO,
}

/** The list of financial sanctions targets, closed on 28 January 2026. */
export const OFSI_LIST: List = {
  id: 'source:uk-ofsi-consolidated-list',
  label: 'OFSI Consolidated List of Financial Sanctions Targets',
  url: 'https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets',
  publisher: OFSI,
}
