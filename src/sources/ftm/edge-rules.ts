import { onlyOf, type Properties } from './node'

/** Between which of its entities a link is, and what it may be here. */
export interface EdgeRule {
  /** The property with the subject. */
  readonly source: string
  /** The property with the object. */
  readonly target: string
  /** Relations of which the first is taken that the types of both ends allow; `linkedTo` after all of them. */
  readonly relations: readonly string[]
  /** Each is an act of its own: two between the same ends are two statements. */
  readonly act?: true
}

/** Links by schema. Where there are several rules, the first counts both of whose ends are there. */
const EDGES: { readonly [schema: string]: readonly EdgeRule[] } = {
  Ownership: [{ source: 'owner', target: 'asset', relations: ['owns'] }],
  Control: [{ source: 'controller', target: 'controlled', relations: ['controls'] }],
  Directorship: [{ source: 'director', target: 'organization', relations: ['directs'] }],
  Employment: [{ source: 'employee', target: 'employer', relations: ['affiliatedWith'] }],
  Membership: [{ source: 'member', target: 'organization', relations: ['memberOf'] }],
  Representation: [{ source: 'agent', target: 'client', relations: ['actsFor'] }],
  Family: [{ source: 'person', target: 'relative', relations: ['familyOf'] }],
  Associate: [{ source: 'person', target: 'associate', relations: ['associateOf'] }],
  Succession: [{ source: 'successor', target: 'predecessor', relations: ['succeeds'] }],
  Occupancy: [{ source: 'holder', target: 'post', relations: ['affiliatedWith'] }],
  Post: [{ source: 'holder', target: 'organization', relations: ['affiliatedWith'] }],
  UnknownLink: [{ source: 'subject', target: 'object', relations: [] }],
  ProjectParticipant: [{ source: 'participant', target: 'project', relations: ['participatesIn'] }],
  CourtCaseParty: [{ source: 'party', target: 'case', relations: ['participatesIn'] }],
  ContractAward: [{ source: 'supplier', target: 'contract', relations: [], act: true }],
  Debt: [{ source: 'debtor', target: 'creditor', relations: [], act: true }],
  Call: [{ source: 'caller', target: 'receiver', relations: [], act: true }],
  Payment: [
    { source: 'payer', target: 'beneficiary', relations: [], act: true },
    { source: 'payerAccount', target: 'beneficiary', relations: [], act: true },
    { source: 'payer', target: 'beneficiaryAccount', relations: [], act: true },
    { source: 'payerAccount', target: 'beneficiaryAccount', relations: [], act: true },
  ],
}

/** Whatever is not said of a link: that there is one. */
export const LINK = 'linkedTo'

/** The rules for links of a schema, or undefined where its entities are none. */
export function edgeRules(schema: string): readonly EdgeRule[] | undefined {
  return Object.hasOwn(EDGES, schema) ? EDGES[schema] : undefined
}

/** What a link says of its ends, and in which direction. */
export interface Reading {
  readonly relation: string
  /** The target of the link is the subject. */
  readonly reversed?: true
  readonly kind?: string
}

/** Words for kin, from the person's point of view: what the relative is to the person. */
const KIN: readonly (readonly [words: RegExp, reading: Reading])[] = [
  [/^(?:mother|father|parent)$/, { relation: 'parentOf', reversed: true }],
  [/^(?:son|daughter|child)$/, { relation: 'parentOf' }],
  [/^step-?(?:mother|father|parent)$/, { relation: 'parentOf', reversed: true, kind: 'step' }],
  [/^step-?(?:son|daughter|child)$/, { relation: 'parentOf', kind: 'step' }],
  [/^adopti(?:ve|on) (?:mother|father|parent)$/, { relation: 'parentOf', reversed: true, kind: 'adoption' }],
  [/^adopted (?:son|daughter|child)$/, { relation: 'parentOf', kind: 'adoption' }],
  [/^(?:spouse|husband|wife)$/, { relation: 'familyOf', kind: 'spouse' }],
  [/^(?:partner|life partner|cohabitant|fianc[eé]e?)$/, { relation: 'familyOf', kind: 'partner' }],
  [/^(?:half-?|step-?)? ?(?:sibling|brother|sister)$/, { relation: 'familyOf', kind: 'sibling' }],
  [/^grand-?(?:parent|mother|father|child|son|daughter)$/, { relation: 'familyOf', kind: 'grandparent' }],
  [/^[a-z]+[- ]in[- ]law$/, { relation: 'familyOf', kind: 'in-law' }],
]

/** Words of OFAC and others for a stake of which they do not tell which it is. */
const OWNED_OR_CONTROLLED =
  /^owned\W+(?:or\W+)?controlled|^owns\W+(?:controls\W+)?or\W+(?:controls|operates)/i

/** How a link is to be read: what its words tell, before what its schema does. */
export function readingsOf(schema: string, rule: EdgeRule, properties: Properties): readonly Reading[] {
  const usual = rule.relations.map((relation) => ({ relation }))
  if (schema === 'Family') {
    const word = onlyOf(properties, 'relationship')?.trim().toLowerCase() ?? ''
    const told = KIN.find(([words]) => words.test(word))?.[1]
    return told ? [told, ...usual] : usual
  }
  const vague = schema === 'Ownership' && OWNED_OR_CONTROLLED.test(onlyOf(properties, 'role') ?? '')
  return vague ? [{ relation: 'ownsOrControls' }, ...usual] : usual
}
