import { core } from '../../ontology/core'
import type { Link } from '../lists/party'
import type { PartyType } from './parties'

/** What a type of relations of OFAC is here. */
interface Rule {
  /** As OFAC calls it, in lower case. */
  readonly name: string
  readonly relation: Link['relation']
  /** The party that it stands at is the object: `Owned or Controlled By` stands at what is owned. */
  readonly isTurned?: true
  /** What the relation here leaves out. */
  readonly role?: string
  /** The relation here says less than these words, which are kept beside. */
  readonly isLess?: true
}

/**
 * Types of relations, by their numbers in the value sets of the advanced and enhanced XML.
 *
 * - *Principal Executive Officer*: menus of sanctions reach "the principal executive officer or officers of the sanctioned
 *   person, or persons performing similar functions and with similar authorities" (CAATSA §235(a)(12), 22 U.S.C. 9529).
 *   That is what `directs` is: a director, or an officer with like powers. `leads` is to be at the head, one at a time.
 * - *Leader or official of*: does not say which of the two. All that is certain is that the person belongs to the
 *   organisation (`affiliatedWith`), in one of these roles; two such persons do not contradict each other.
 * - *Playing a significant role in*: likewise.
 */
const RULES: { readonly [code: string]: Rule } = {
  '1555': { name: 'associate of', relation: 'associateOf' },
  '15001': { name: 'providing support to', relation: 'supports' },
  '15002': { name: 'acting for or on behalf of', relation: 'actsFor' },
  '15003': { name: 'owned or controlled by', relation: 'ownsOrControls', isTurned: true },
  '15004': { name: 'family member of', relation: 'familyOf' },
  '91422': { name: 'playing a significant role in', relation: 'affiliatedWith', role: 'significant role' },
  '91725': { name: 'leader or official of', relation: 'affiliatedWith', role: 'leader or official' },
  '91900': { name: 'principal executive officer', relation: 'directs', role: 'principal executive officer' },
  '92019': { name: 'owns, controls, or operates', relation: 'ownsOrControls', isLess: true },
  '92122': { name: 'property in the interest of', relation: 'ownsOrControls', isTurned: true, isLess: true },
}

const BY_NAME: ReadonlyMap<string, Rule> = new Map(Object.values(RULES).map((rule) => [rule.name, rule]))

/** A relation as a file states it: from the party that it stands at to another. */
export interface StatedRelation {
  /** Its number in the value sets. */
  readonly code: string | undefined
  /** What the value sets call it. */
  readonly name: string | undefined
  readonly from: PartyType
  readonly to: PartyType
}

/** What a stated relation is here. */
export interface Related {
  readonly relation: Link['relation']
  readonly isTurned: boolean
  readonly role: string | undefined
  /** What OFAC calls it, where that says more, or is not known. */
  readonly words: string | undefined
  /** Whether the type is one of OFAC's. */
  readonly isKnown: boolean
}

/**
 * The relation that a type of OFAC's is, between parties of these types. Where such parties cannot be so related, as a
 * vessel that acts for somebody, or the other party is not known well enough, they are linked, and the words stand beside.
 */
export function relationOf({ code = '', name, from, to }: StatedRelation): Related {
  const rule =
    (Object.hasOwn(RULES, code) ? RULES[code] : undefined) ?? BY_NAME.get(name?.trim().toLowerCase() ?? '')
  const words = name ?? rule?.name ?? (code === '' ? undefined : `relation ${code}`)
  if (!rule) return { relation: 'linkedTo', isTurned: false, role: undefined, words, isKnown: false }
  const { relation, isTurned = false, role, isLess = false } = rule
  const [subject, object] = isTurned ? [to, from] : [from, to]
  if (!takes(relation, subject, object)) {
    return { relation: 'linkedTo', isTurned: false, role: undefined, words, isKnown: true }
  }
  return { relation, isTurned, role, words: isLess ? words : undefined, isKnown: true }
}

function takes(relation: Link['relation'], subject: PartyType, object: PartyType): boolean {
  const { from, to } = core.relation(relation)
  return from.some((type) => core.isA(subject, type)) && to.some((type) => core.isA(object, type))
}
