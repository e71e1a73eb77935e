import type { Address } from '../../../model/record'
import type { SourceContext } from '../../input/context'
import { addressOfParts } from '../addresses'
import { PartyFacts } from '../facts'
import { type PartyType, partyId, typeOfParty } from '../parties'
import { readRemarks } from '../remarks'
import type { Cells } from './tables'

/** All rows of one party. */
export interface PartyRows {
  readonly row: Cells<'parties'>
  readonly addresses: readonly Cells<'addresses'>[]
  readonly aliases: readonly Cells<'aliases'>[]
  readonly comments: readonly Cells<'comments'>[]
  /** The file with the ends of long remarks is there. */
  readonly hasComments: boolean
}

/** Where the main file cuts remarks. */
const CUT = 1000

/** Columns of the main table that are facts, by the kind that the other formats call them. */
const FACTS = [
  ['title', 'Title'],
  ['vess_type', 'Vessel Type'],
  ['tonnage', 'Vessel Tonnage'],
  ['grt', 'Vessel Gross Registered Tonnage'],
  ['vess_flag', 'Vessel Flag'],
  ['vess_owner', 'Vessel Owner'],
] as const satisfies readonly (readonly [column: keyof Cells<'parties'>, kind: string])[]

/** What the rows of a party say of it, and the names that it is linked to. */
export function factsOf(
  { row, addresses, aliases, comments, hasComments }: PartyRows,
  context: SourceContext,
): { readonly facts: PartyFacts; readonly links: readonly string[] } {
  const facts = new PartyFacts(typeIn(row, context), context)
  if (row.sdn_name === undefined) context.tell('missing-field', `the party ${row.ent_num} has no name`)
  else facts.name(row.sdn_name, 'primary')
  for (const { alt_name, alt_type, alt_remarks } of aliases) {
    if (alt_name !== undefined) facts.name(alt_name, /^fka$/i.test(alt_type ?? '') ? 'former' : 'alias')
    if (alt_remarks !== undefined) facts.note('remarks', alt_remarks)
  }
  for (const address of addresses) {
    facts.address(addressOf(address))
    if (address.add_remarks !== undefined) facts.note('remarks', address.add_remarks)
  }
  for (const [column, kind] of FACTS) {
    const value = row[column]
    if (value !== undefined) facts.fact(kind, value)
  }
  if (row.call_sign !== undefined) facts.document({ type: 'Vessel Call Sign', value: row.call_sign })
  const start = row.remarks ?? ''
  const rest = comments.map(({ remarks_extended }) => remarks_extended ?? '').join('')
  const isCut = rest === '' && start.length >= CUT
  if (isCut) {
    const hint = hasComments ? 'no comment goes on with it' : 'give the folder, with its comments'
    context.tell('truncated', `the remarks on ${row.ent_num} are cut off`, {
      hint,
      entity: partyId(row.ent_num),
    })
  }
  return { facts, links: readRemarks(start + rest, facts, isCut) }
}

function typeIn({ sdn_type }: Cells<'parties'>, context: SourceContext): PartyType {
  // The flat files have a null for entities.
  if (sdn_type === undefined) return 'Organization'
  const type = typeOfParty(sdn_type)
  if (type === undefined) {
    context.tell('unmapped', `'${sdn_type}' is no kind of parties; it is an actor`, {
      hint: 'individual, entity, vessel or aircraft',
    })
  }
  return type ?? 'Actor'
}

/** An address. One cell has the city, region and postal code: only what can be a city alone is one. */
function addressOf({ address, city, country }: Cells<'addresses'>): Address {
  const isCity = city === undefined || !/[\d,]/.test(city)
  const parts = [address, city].filter((part) => part !== undefined)
  return addressOfParts(
    [
      ['', isCity ? '' : parts.join(', ')],
      ['ADDRESS1', address ?? ''],
      ['CITY', isCity ? (city ?? '') : ''],
    ],
    country,
  )
}
