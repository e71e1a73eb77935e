import type { Body, List } from '../lists/party'

/** The organ that puts parties on the list and takes them off, through a committee for each regime. */
export const COUNCIL: Body = {
  id: 'agency:un-security-council',
  type: 'GovernmentAgency',
  label: 'United Nations Security Council',
  of: 'organization:un',
}

/** The Consolidated List: the lists of all sanctions committees of the Security Council. */
export const CONSOLIDATED_LIST: List = {
  id: 'source:un-consolidated-list',
  label: 'United Nations Security Council Consolidated List',
  url: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  publisher: COUNCIL,
}

/** A permanent reference number: regime, individual or entity, number. */
const REFERENCE = '[A-Z]{2}[ie]\\.\\d{3}'

/**
 * The id of a party on the list of the Security Council, of its permanent reference number as other lists cite it.
 *
 * @param text `QDi.001`, with blanks around it or not
 * @returns `un:QDi.001`; undefined where it is no permanent reference number
 */
export function unId(text: string | undefined): string | undefined {
  const reference = text?.trim()
  return reference !== undefined && new RegExp(`^${REFERENCE}$`).test(reference)
    ? `un:${reference}`
    : undefined
}

/** The permanent reference numbers that a text cites, each once. */
export function referencesIn(text: string): readonly string[] {
  return [...new Set(text.match(new RegExp(`\\b${REFERENCE}(?!\\d)`, 'g')) ?? [])]
}
