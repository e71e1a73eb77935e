import type { SourceContext } from '../../input/context'
import { attributeOf, childrenAt, childrenOf, type XmlElement } from '../../input/xml'
import { leftOf } from '../../lists/left'
import { PartyFacts } from '../facts'
import { type PartyType, typeOfParty } from '../parties'
import { readRemarks } from '../remarks'
import { type Registered, takeDocument } from './documents'
import { takeFeatureElement } from './features'
import { takeNames } from './names'
import type { Numbers } from './numbers'
import type { Places } from './places'
import type { Values } from './values'

/** What stands before the parties of a file, and is theirs. */
export interface Before {
  readonly values: Values
  readonly places: Places
  /** By the identity that each is of. */
  readonly documents: ReadonlyMap<string, readonly Registered[]>
  /** Of what came so far. */
  readonly numbers: Numbers
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
    for (const word of kindsOf(profile, values)) {
      const found = word === undefined ? undefined : typeOfParty(word)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** What a profile says of the kind of its party, the more exact first. */
function kindsOf(profile: XmlElement, values: Values): readonly (string | undefined)[] {
  const subtype = values.find(profile, 'PartySubType')
  return [values.words(profile, 'PartySubType'), values.words(subtype, 'PartyType')]
}

/** What a file says of a party. */
export function factsOf(uid: string, party: XmlElement, before: Before, context: SourceContext): PartyFacts {
  const { values, places, documents, numbers } = before
  const type = typeIn(party, values)
  const facts = new PartyFacts(type ?? 'Actor', context)
  if (type === undefined) {
    context.tell('unmapped', `the party ${uid} is of no kind that is known; it is an actor`, {
      hint: 'Individual, Entity, Vessel or Aircraft',
    })
    for (const kind of childrenOf(party, 'Profile').flatMap((profile) => kindsOf(profile, values))) {
      if (kind !== undefined) facts.note('other', kind)
    }
  }
  const identities = childrenAt(party, 'Profile', 'Identity')
  if (!takeNames(identities, values, facts)) {
    context.tell('missing-field', `the party ${uid} has no name`)
  }
  for (const feature of childrenAt(party, 'Profile', 'Feature')) {
    takeFeatureElement(feature, values, places, facts, context)
  }
  for (const identity of identities) {
    if (!numbers.isFirst(identity, context, uid)) continue
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
