import type { Address } from '../../../model/record'
import type { SourceContext } from '../../input/context'
import { childrenAt, textAt, type XmlElement } from '../../input/xml'
import { leftOf } from '../../lists/left'
import { addressOfParts } from '../addresses'
import { countryNamed } from '../countries'
import { dayOfText } from '../dates'
import { PartyFacts } from '../facts'
import { fullName, type PartyType, typeOfParty } from '../parties'
import { tagOf } from '../programmes'
import { readRemarks } from '../remarks'

/** The primary name of an entry. */
export function nameIn(entry: XmlElement): string {
  return fullName(textAt(entry, 'lastName'), textAt(entry, 'firstName'))
}

/** The tags of its programmes, each once. */
export function tagsIn(entry: XmlElement): readonly string[] {
  const tags = childrenAt(entry, 'programList', 'program').map(({ text }) => tagOf(text))
  return [...new Set(tags)].filter((tag) => tag !== '')
}

/** Texts that are facts, by their paths and the kind that the other formats call them. */
const FACTS: readonly (readonly [path: readonly string[], kind: string])[] = [
  [['title'], 'Title'],
  [['dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth'], 'DOB'],
  [['placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth'], 'POB'],
  [['nationalityList', 'nationality', 'country'], 'nationality'],
  [['citizenshipList', 'citizenship', 'country'], 'citizen'],
  [['vesselInfo', 'vesselType'], 'Vessel Type'],
  [['vesselInfo', 'tonnage'], 'Vessel Tonnage'],
  [['vesselInfo', 'grossRegisteredTonnage'], 'Vessel Gross Registered Tonnage'],
  [['vesselInfo', 'vesselFlag'], 'Vessel Flag'],
  [['vesselInfo', 'vesselOwner'], 'Vessel Owner'],
]

/** Parts of addresses, by what the value sets of the other XML call them. */
const ADDRESS_PARTS = {
  address1: 'ADDRESS1',
  address2: 'ADDRESS2',
  address3: 'ADDRESS3',
  city: 'CITY',
  stateOrProvince: 'STATE/PROVINCE',
  postalCode: 'POSTAL CODE',
} as const

/** All elements of an entry that are read: others are kept as they are called. */
const READ: ReadonlySet<string> = new Set([
  ...FACTS.map(([[name]]) => name!),
  ...[
    'uid',
    'firstName',
    'lastName',
    'sdnType',
    'remarks',
    'programList',
    'idList',
    'akaList',
    'addressList',
  ],
])

/** What an entry says of its party, and the names that it is linked to. */
export function factsOf(
  uid: string,
  entry: XmlElement,
  context: SourceContext,
): { readonly facts: PartyFacts; readonly links: readonly string[] } {
  const facts = new PartyFacts(typeIn(entry, context), context)
  const name = nameIn(entry)
  if (name === '') context.tell('missing-field', `the party ${uid} has no name`)
  else facts.name(name, 'primary')
  for (const aka of childrenAt(entry, 'akaList', 'aka')) readAlias(aka, facts)
  for (const address of childrenAt(entry, 'addressList', 'address')) facts.address(addressOf(address))
  for (const [path, kind] of FACTS) {
    for (const { text } of childrenAt(entry, ...path)) if (text !== '') facts.fact(kind, text)
  }
  const callSign = textAt(entry, 'vesselInfo', 'callSign')
  if (callSign !== undefined) facts.document({ type: 'Vessel Call Sign', value: callSign })
  for (const id of childrenAt(entry, 'idList', 'id')) readId(id, facts)
  for (const [name, texts] of Object.entries(leftOf([entry], READ, context) ?? {})) {
    for (const text of texts) facts.note('other', `${name}: ${text}`)
  }
  const remarks = textAt(entry, 'remarks')
  return { facts, links: remarks === undefined ? [] : readRemarks(remarks, facts) }
}

function typeIn(entry: XmlElement, context: SourceContext): PartyType {
  const word = textAt(entry, 'sdnType')
  const type = word === undefined ? undefined : typeOfParty(word)
  if (type === undefined) {
    context.tell('unmapped', `'${word ?? ''}' is no kind of parties; it is an actor`, {
      hint: 'Individual, Entity, Vessel or Aircraft',
    })
  }
  return type ?? 'Actor'
}

function readAlias(aka: XmlElement, facts: PartyFacts): void {
  const name = nameIn(aka)
  const isFormer = /^f/i.test(textAt(aka, 'type') ?? '')
  if (/^weak$/i.test(textAt(aka, 'category') ?? '')) facts.weakName(name, isFormer)
  else facts.name(name, isFormer ? 'former' : 'alias')
}

function addressOf(element: XmlElement): Address {
  const parts = Object.entries(ADDRESS_PARTS).map(
    ([name, kind]) => [kind, textAt(element, name) ?? ''] as const,
  )
  return addressOfParts(parts, textAt(element, 'country'))
}

/** An item of the list of ids, which has facts of many kinds beside documents. */
function readId(id: XmlElement, facts: PartyFacts): void {
  const type = textAt(id, 'idType')
  const value = textAt(id, 'idNumber')
  if (type === undefined || value === undefined) {
    facts.note('documents', [type, value].filter((part) => part !== undefined).join(' '))
    return
  }
  if (facts.fact(type, value)) return
  const [countryName, issuedText, expiresText] = ['idCountry', 'issueDate', 'expirationDate'].map((name) =>
    textAt(id, name),
  )
  const country = countryName === undefined ? undefined : countryNamed(countryName)
  const issued = issuedText === undefined ? undefined : dayOfText(issuedText)
  const expires = expiresText === undefined ? undefined : dayOfText(expiresText)
  facts.document({ type, value, country, issued, expires })
  const isLost =
    (countryName !== undefined && country === undefined) ||
    (issuedText !== undefined && issued === undefined) ||
    (expiresText !== undefined && expires === undefined)
  if (isLost) {
    const rest = [countryName && `(${countryName})`, issuedText && `issued ${issuedText}`]
    if (expiresText) rest.push(`expires ${expiresText}`)
    facts.note('documents', [type, value, ...rest.filter((part) => part)].join(' '))
  }
}
