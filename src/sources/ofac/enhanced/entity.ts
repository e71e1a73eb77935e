import type { Address } from '../../../model/record'
import type { SourceContext } from '../../input/context'
import { childOf, childrenAt, textAt, type XmlElement } from '../../input/xml'
import { leftOf } from '../../lists/left'
import { tellBadDate } from '../../lists/written-dates'
import { addressOfParts, textOfAddress } from '../addresses'
import { PartyFacts } from '../facts'
import { takeFeature } from '../features'
import { type PartyType, typeOfParty } from '../parties'
import { readRemarks } from '../remarks'
import { wordsOfFeature, writtenPeriod } from './dates'
import { takeDocument } from './documents'
import { takeNames } from './names'
import { isUnnamed } from './values'

/** Parts of an entry that are read: others are kept as they are called. */
const READ: ReadonlySet<string> = new Set([
  'generalInfo',
  'sanctionsLists',
  'sanctionsPrograms',
  'sanctionsTypes',
  'legalAuthorities',
  'names',
  'addresses',
  'features',
  'identityDocuments',
  'relationships',
])
const READ_OF_GENERAL: ReadonlySet<string> = new Set(['identityId', 'entityType', 'remarks', 'title'])

/** What kind of party an entry is about; undefined where it is none that is known. */
export function typeIn(entity: XmlElement): PartyType | undefined {
  return typeOfParty(textAt(entity, 'generalInfo', 'entityType') ?? '')
}

/** What an entry says of its party. */
export function factsOf(uid: string, entity: XmlElement, context: SourceContext): PartyFacts {
  const type = typeIn(entity)
  const facts = new PartyFacts(type ?? 'Actor', context)
  if (type === undefined) {
    const word = textAt(entity, 'generalInfo', 'entityType') ?? ''
    if (word !== '') facts.note('other', `entityType: ${word}`)
    context.tell('unmapped', `'${word.slice(0, 100)}' is no kind of parties; it is an actor`, {
      hint: 'Individual, Entity, Vessel or Aircraft',
    })
  }
  if (!takeNames(childrenAt(entity, 'names', 'name'), facts)) {
    context.tell('missing-field', `the party ${uid} has no name`)
  }
  for (const address of childrenAt(entity, 'addresses', 'address')) takeAddress(address, facts)
  for (const { text } of childrenAt(entity, 'generalInfo', 'title')) facts.fact('Title', text)
  for (const feature of childrenAt(entity, 'features', 'feature')) takeFeatureElement(feature, facts, context)
  for (const document of childrenAt(entity, 'identityDocuments', 'identityDocument'))
    takeDocument(document, facts, context)
  for (const { text } of childrenAt(entity, 'generalInfo', 'remarks')) {
    for (const link of readRemarks(text, facts)) facts.note('remarks', `Linked To: ${link}`)
  }
  for (const [element, read] of [
    [entity, READ],
    [childrenAt(entity, 'generalInfo')[0], READ_OF_GENERAL],
  ] as const) {
    for (const [name, texts] of Object.entries((element && leftOf([element], read)) ?? {})) {
      for (const text of texts) facts.note('other', `${name}: ${text}`)
    }
  }
  return facts
}

/** Takes a feature; of a date that is none, and of what says nothing, what stands there is kept. */
function takeFeatureElement(feature: XmlElement, facts: PartyFacts, context: SourceContext): void {
  const kind = textAt(feature, 'type')
  const value = wordsOfFeature(feature)
  const [reliability, comment] = [textAt(feature, 'reliability'), textAt(feature, 'comments')]
  if (kind !== undefined && value !== undefined) {
    takeFeature({ kind, value, reliability, comment }, facts)
    return
  }
  const written = writtenPeriod(childOf(feature, 'valueDate'))
  const words = [kind, value ?? written, reliability, comment].filter((part) => part !== undefined).join(' ')
  if (value === undefined && written !== undefined) {
    tellBadDate(written, kind ?? 'feature', context)
    facts.note('dates', words)
  } else facts.note('other', words)
}

/** Each writing of an address: beside the Latin one there may be one in the script of the country. */
function takeAddress(address: XmlElement, facts: PartyFacts): void {
  const stated = childOf(address, 'country')
  const country = stated === undefined || isUnnamed(stated) ? undefined : stated.text || undefined
  const take = (one: Address) => {
    facts.address(one)
    const words = [textOfAddress(one), stated?.text].filter((part) => part).join(', ')
    if (stated && isUnnamed(stated)) facts.note('addresses', words)
  }
  const writings = childrenAt(address, 'translations', 'translation')
  for (const writing of writings) {
    const parts = childrenAt(writing, 'addressParts', 'addressPart').map(
      (part) => [textAt(part, 'type') ?? '', textAt(part, 'value') ?? ''] as const,
    )
    take(addressOfParts(parts, country))
  }
  if (writings.length === 0) take(addressOfParts([], country))
}
