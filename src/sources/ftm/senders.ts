import { folded } from '../../model/fold'
import { mintId } from '../../model/id'
import type { Text } from '../../model/text'
import { type Issuer, issuerTable, type Programme, programmeTable } from '../../reference/programmes/tables'
import { jurisdictionId } from '../../reference/states'
import { publisherOf } from './datasets'
import { isText } from './names'
import { type Node, textsOf, valuesOf } from './node'

/** Organisations in whose name lists are, by the codes that FollowTheMoney has for them among countries. */
const ORGANISATIONS: ReadonlyMap<string, string> = new Map([
  ['eu', 'organization:eu'],
  ['un', 'organization:un'],
])

const ORGANISATION_LABELS: ReadonlyMap<string, string> = new Map([
  ['organization:eu', 'European Union'],
  ['organization:un', 'United Nations'],
])

/** Programmes of these kinds name parties without a measure on them. */
const NO_DESIGNATIONS = ['notice', 'enforcement']

/** An authority, or another organisation that publishes. */
export interface Body {
  readonly id: string
  readonly type: string
  readonly label: Text
}

/** In whose name a party is listed, and who did it. */
export interface Sender {
  /** A state or organisation. */
  readonly sender: string
  readonly authority: Body | undefined
  /** Programmes of the reference graph. */
  readonly programmes: readonly Programme[]
}

let tables: { issuers: ReadonlyMap<string, Issuer>; programmes: ReadonlyMap<string, Programme> } | undefined

function known() {
  tables ??= {
    issuers: new Map(issuerTable().map((issuer) => [nameKey(issuer.label), issuer])),
    programmes: new Map(programmeTable().map((programme) => [programme.key, programme])),
  }
  return tables
}

/**
 * Finds in whose name a sanction is: by its programme, its authority, the country of that, the publisher of its data
 * set; by the first of these that gives one sender.
 *
 * @returns why there is none
 */
export function senderOf({ properties, rest }: Node): Sender | string {
  const programmes = valuesOf(properties, 'programId').flatMap((key) => known().programmes.get(key) ?? [])
  const bare = programmes.find(({ kind }) => NO_DESIGNATIONS.includes(kind))
  if (bare) return `${bare.key} lists names without measures on them`
  const names = valuesOf(properties, 'authority').filter(isText)
  const authorities = names.flatMap((name) => known().issuers.get(nameKey(name)) ?? [])
  const publishers = textsOf(rest, 'datasets').flatMap((dataset) => publisherOf(dataset) ?? [])
  const sender =
    onlySender(programmes.map(({ issuer }) => issuer.sender)) ??
    onlySender(authorities.map((issuer) => issuer.sender)) ??
    onlySender(valuesOf(properties, 'country').map(ofCountry)) ??
    onlySender(publishers.map((issuer) => issuer.sender))
  if (sender === undefined) return 'it does not tell in whose name it is'
  const [name, ...others] = names
  const [issuer] = [...authorities, ...programmes.map((programme) => programme.issuer), ...publishers].filter(
    (one) => one.sender === sender,
  )
  const authority = name === undefined || authorities.length > 0 ? bodyOf(issuer) : namedBody(name)
  return { sender, authority: others.length > 0 && !issuer ? undefined : authority, programmes }
}

function onlySender(ids: readonly (string | undefined)[]): string | undefined {
  const [one, ...others] = new Set(ids.filter((id) => id !== undefined && id !== ''))
  return others.length === 0 ? one : undefined
}

function ofCountry(code: string): string | undefined {
  const id = ORGANISATIONS.get(code) ?? jurisdictionId(code)
  // Territories have no sanctions of their own here: a sender is a state or an organisation.
  return id?.startsWith('territory:') ? undefined : id
}

/** The code that FollowTheMoney has for a sender that is no state. */
export function organisationCode(id: string): string | undefined {
  return [...ORGANISATIONS].find(([, organisation]) => organisation === id)?.[0]
}

/** The label of an organisation in whose name lists are. */
export function organisationLabel(id: string): string | undefined {
  return ORGANISATION_LABELS.get(id)
}

/** A programme of the reference graph, by its key in FollowTheMoney. */
export function isProgrammeKey(key: string): boolean {
  return known().programmes.has(key)
}

export function bodyOf(issuer: Issuer | undefined): Body | undefined {
  return issuer && { id: issuer.id, type: issuer.type, label: { en: issuer.label } }
}

function namedBody(name: string): Body {
  return { id: mintId('agency', name), type: 'Organization', label: { und: name } }
}

/** Names of authorities are compared without the country in parentheses that tells namesakes apart. */
function nameKey(name: string): string {
  return folded(name.replace(/\s*\([^)]*\)\s*$/, ''))
}
