import { core } from '../../../ontology/core'
import { isA } from '../schemata'

/** How a relation is written. */
interface Written {
  readonly schema: string
  /** What is to be said of it that its schema does not say. */
  readonly role?: string
}

const LINKS: { readonly [relation: string]: Written } = {
  owns: { schema: 'Ownership' },
  ownsOrControls: { schema: 'Ownership', role: 'owns or controls' },
  controls: { schema: 'Control' },
  directs: { schema: 'Directorship' },
  leads: { schema: 'Directorship', role: 'leader' },
  affiliatedWith: { schema: 'Employment' },
  memberOf: { schema: 'Membership' },
  actsFor: { schema: 'Representation' },
  familyOf: { schema: 'Family' },
  parentOf: { schema: 'Family' },
  associateOf: { schema: 'Associate' },
  succeeds: { schema: 'Succession' },
  linkedTo: { schema: 'UnknownLink' },
}

/** Links of which FollowTheMoney has no kind of its own: it is told in the role. */
const IN_WORDS: readonly string[] = [
  'supports',
  'operates',
  'manages',
  'speaksFor',
  'agencyOf',
  'partOf',
  'participatesIn',
]

/** Schemata that both ends of a link have to be of; others are any thing. */
const ENDS: { readonly [schema: string]: readonly [source: string, target: string] } = {
  Ownership: ['LegalEntity', 'Thing'],
  Control: ['LegalEntity', 'LegalEntity'],
  Directorship: ['LegalEntity', 'Organization'],
  Employment: ['Person', 'LegalEntity'],
  Membership: ['LegalEntity', 'Organization'],
  Representation: ['LegalEntity', 'LegalEntity'],
  Family: ['Person', 'Person'],
  Associate: ['Person', 'Person'],
  Succession: ['LegalEntity', 'LegalEntity'],
}

/**
 * How a statement is written between entities of two schemata.
 *
 * @returns undefined where FollowTheMoney cannot say it
 */
export function writtenAs(relation: string, subject: string, object: string): Written | undefined {
  const inWords = { schema: 'UnknownLink', role: core.relations.get(relation)?.label ?? relation }
  if (IN_WORDS.includes(relation)) return inWords
  const link = Object.hasOwn(LINKS, relation) ? LINKS[relation] : undefined
  if (!link) return undefined
  const ends = Object.hasOwn(ENDS, link.schema) ? ENDS[link.schema] : undefined
  const fine = !ends || (isA(subject, ends[0]) && isA(object, ends[1]))
  return fine ? link : inWords
}

/** The schema of links that say a relation, whatever their ends. */
export function schemaOfRelation(relation: string): string | undefined {
  if (relation === 'designates') return 'Sanction'
  return Object.hasOwn(LINKS, relation) ? LINKS[relation]?.schema : undefined
}
