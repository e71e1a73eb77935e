import type { SourceContext } from '../../input/context'
import { attributeOf, childrenAt, childrenOf, type XmlElement } from '../../input/xml'
import { leftOf } from '../../lists/left'
import { PartyFacts } from '../facts'
import { type PartyType, typeOfParty } from '../parties'
import { readRemarks } from '../remarks'
import { type Registered, takeDocument } from './documents'
import { takeFeatureElement } from './features'
import { takeNames } from './names'
import type { Place } from './places'
import type { Values } from './values'

/** What stands before the parties of a file, and is theirs. */
export interface Before {
  readonly values: Values
  readonly places: ReadonlyMap<string, Place>
  /** By the identity that each is of. */
  readonly documents: ReadonlyMap<string, readonly Registered[]>
}

/** Parts of parties, profiles and identities that are read: others are kept as they are called. */
const READ: readonly (readonly [path: readonly string[], read: ReadonlySet<string>])[] = [
  [[], new Set(['Comment', 'Profile'])],
  [['Profile'], new Set(['Comment', 'Identity', 'Feature', 'SanctionsEntryReference'])],
  [['Profile', 'Identity'], new Set(['Comment', 'Alias', 'NamePartGroups', 'IDRegDocumentReference'])],
]

/** What kind of party it is: a kind of its own, or that of the type that it is a kind of. */
export function typeIn(party: XmlElement, values: Values): PartyType | undefined {
  for (const profile of childrenOf(party, 'Profile')) {
    const subtype = attributeOf(profile, 'PartySubTypeID')
    const type = values.attribute('PartySubType', subtype, 'PartyTypeID')
    const words = [values.text('PartySubType', subtype), values.text('PartyType', type)]
    for (const word of words) {
      const found = word === undefined ? undefined : typeOfParty(word)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** What a file says of a party. */
export function factsOf(uid: string, party: XmlElement, before: Before, context: SourceContext): PartyFacts {
  const { values, places, documents } = before
  const type = typeIn(party, values)
  if (type === undefined) {
    context.tell('unmapped', `the party ${uid} is of no kind that is known; it is an actor`, {
      hint: 'Individual, Entity, Vessel or Aircraft',
    })
  }
  const facts = new PartyFacts(type ?? 'Actor', context)
  const identities = childrenAt(party, 'Profile', 'Identity')
  if (!takeNames(identities, values, facts)) {
    context.tell('missing-field', `the party ${uid} has no name`)
  }
  for (const feature of childrenAt(party, 'Profile', 'Feature')) {
    takeFeatureElement(feature, values, (id) => places.get(id), facts, context)
  }
  for (const identity of identities) {
    for (const one of documents.get(attributeOf(identity, 'ID') ?? '') ?? []) takeDocument(one, facts)
  }
  for (const path of [[], ['Profile'], ['Profile', 'Identity']]) {
    for (const { text } of childrenAt(party, ...path, 'Comment')) {
      for (const link of readRemarks(text, facts)) facts.note('remarks', `Linked To: ${link}`)
    }
  }
  for (const [path, read] of READ) {
    for (const [name, texts] of Object.entries(leftOf(childrenAt(party, ...path), read) ?? {})) {
      for (const text of texts) facts.note('other', `${name}: ${text}`)
    }
  }
  return facts
}
