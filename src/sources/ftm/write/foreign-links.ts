import { canonicalJson } from '../../../model/canonical'
import { digest } from '../../../model/id'
import type { ClaimRecord, EntityRecord, StatementRecord } from '../../../model/record'
import { pickText, type Text } from '../../../model/text'
import { countryCode } from '../countries'
import { edgeProperties } from '../edge'
import { addTo, type FtmEntity } from '../node'
import { isProgrammeKey, organisationCode } from '../senders'
import { writeFtmDates, writeWhen } from '../times'
import { entityOf } from './born'
import { datasetsOf } from './foreign-things'

/** Statements that did not come as FollowTheMoney get ids that begin with this. */
const START = 'statecraft-'

/** A link, with the ids of its ends there. */
export interface ForeignLink {
  readonly statement: StatementRecord
  readonly claims: readonly ClaimRecord[]
  readonly subject: string
  readonly object: string
  readonly schema: string
  readonly role: string | undefined
}

/** A statement that did not come as FollowTheMoney, as a link. */
export function foreignLink(link: ForeignLink, untold: (what: string) => void): FtmEntity {
  const { statement, claims, schema } = link
  const { relation, office } = statement
  const rows = claims.map(({ when, share, role, note, kind }) => {
    const said = typeof office === 'string' ? office : (textIn(role) ?? textIn(note) ?? link.role)
    return {
      relation,
      subject: link.subject,
      object: link.object,
      details: { when, share, kind, ...(said === undefined ? {} : { role: { und: said } }) },
    }
  })
  const properties = edgeProperties(schema, rows, untold)
  if (relation === 'parentOf') addTo(properties, 'relationship', ['parent'])
  return entityOf({ id: linkId(statement, claims), schema, rest: datasetsIn(claims) }, properties)
}

/**
 * A designation that did not come as FollowTheMoney, as a `Sanction`: each claim is an entry of its own.
 *
 * @param entities what the claim names: authorities, programmes
 */
export function foreignSanction(
  statement: StatementRecord,
  claim: ClaimRecord,
  party: string,
  entities: ReadonlyMap<string, EntityRecord>,
  untold: (what: string) => void,
): FtmEntity {
  const properties = new Map<string, string[]>()
  const put = (property: string, value: unknown) => {
    if (typeof value === 'string' && value !== '') addTo(properties, property, [value])
  }
  const labelOf = (id: unknown) => (typeof id === 'string' ? pickText(entities.get(id)?.label) : undefined)
  put('entity', party)
  put('authority', labelOf(claim.authority))
  put('country', countryCode(statement.subject) ?? organisationCode(statement.subject))
  const { programme } = statement
  put('program', labelOf(programme))
  const key = typeof programme === 'string' ? programme.slice('programme:'.length) : ''
  if (isProgrammeKey(key)) put('programId', key)
  put('authorityId', claim.entry)
  put('reason', textIn(claim.reason))
  for (const measure of [claim.measures ?? []].flat()) put('provisions', measure)
  if (typeof claim.listed === 'string')
    addTo(properties, 'listingDate', writeFtmDates(claim.listed)?.values ?? [])
  if (typeof claim.when === 'string') {
    const written = writeWhen(claim.when)
    if (!written.exact) untold('times that are no dates')
    for (const [property, values] of written.properties) addTo(properties, property, values)
  }
  for (const detail of ['legalBasis', 'secondaryRisk'])
    if (claim[detail] !== undefined) untold(`the detail '${detail}' of designates`)
  return entityOf(
    { id: linkId(statement, [claim]), schema: 'Sanction', rest: datasetsIn([claim]) },
    properties,
  )
}

/** The same for the same statement and claims, whatever else there is. */
function linkId(
  { claims: _, id: __, status: ___, ref: ____, ...key }: StatementRecord,
  claims: readonly ClaimRecord[],
): string {
  const who = claims.map(({ stance, by, source, at, said }) => ({ stance, by, source, at, said }))
  return `${START}${digest(canonicalJson([key, who]))}`
}

function datasetsIn(claims: readonly ClaimRecord[]): { readonly datasets?: readonly string[] } {
  const datasets = datasetsOf(claims.flatMap(({ source }) => source ?? []))
  return datasets.length > 0 ? { datasets } : {}
}

function textIn(text: unknown): string | undefined {
  // The boundary: details of kind text were read as texts.
  return typeof text === 'object' && text !== null ? pickText(text as Text) : undefined
}
