import type { OntologyDefinition } from '../definition'

/**
 * Fields of types, and qualifiers and details of relations. One name has one meaning and one kind wherever it
 * is used; types and relations say which values they take.
 */
export const properties = {
  // Fields of types.
  existed: { kind: 'date', definition: 'spells in which the state was on a list of states' },
  founded: { kind: 'date', definition: 'when it was founded', counterparts: ['schema:foundingDate'] },
  dissolved: {
    kind: 'date',
    definition: 'when it ceased to exist',
    counterparts: ['schema:dissolutionDate'],
  },
  born: { kind: 'date', definition: 'date of birth', counterparts: ['schema:birthDate'] },
  died: { kind: 'date', definition: 'date of death', counterparts: ['schema:deathDate'] },
  gender: {
    kind: 'choice',
    list: 'gender',
    definition: 'gender as a source gives it',
    counterparts: ['schema:gender'],
  },
  expertise: { kind: 'text', definition: 'the expert’s field', counterparts: ['schema:knowsAbout'] },
  hs: {
    kind: 'string',
    label: 'HS code',
    definition: 'code in the Harmonized System (WCO): 2, 4 or 6 digits',
  },
  signed: { kind: 'date', definition: 'when it was signed' },
  inForce: { kind: 'date', definition: 'when it is in force: an interval, open where it has not ended' },
  url: { kind: 'url', label: 'URL', definition: 'where it is published', counterparts: ['schema:url'] },
  point: { kind: 'point', definition: 'where it is, as a point', counterparts: ['schema:geo'] },
  published: {
    kind: 'date',
    definition: 'when it was published',
    counterparts: ['dct:issued', 'schema:datePublished'],
  },
  language: {
    kind: 'language',
    definition: 'the language that it is in',
    counterparts: ['dct:language', 'schema:inLanguage'],
  },
  publisher: {
    kind: 'entity',
    of: ['Actor'],
    definition: 'who published it, and claims what stands in it',
    counterparts: ['dct:publisher', 'schema:publisher'],
  },
  author: {
    kind: 'entity',
    of: ['Actor'],
    definition: 'who wrote it',
    counterparts: ['dct:creator', 'schema:author'],
  },
  relays: {
    kind: 'entity',
    of: ['Source'],
    definition: 'the source that it passes on: the same text, so no independent support',
    counterparts: ['prov:wasDerivedFrom', 'schema:isBasedOn'],
  },
  coverage: {
    kind: 'date',
    definition: 'the time that it covers; outside, its silence says nothing',
    counterparts: ['dct:temporal', 'schema:temporalCoverage'],
  },
  reliability: { kind: 'choice', list: 'reliability', definition: 'how far the source can be relied on' },

  // On every relation.
  event: { kind: 'entity', of: ['Event'], definition: 'the event that it is part of' },
  when: { kind: 'date', definition: 'when it holds or happens' },
  reason: { kind: 'text', definition: 'why, as the claimant says' },
  note: { kind: 'text', definition: 'what else is to be said about it' },

  // Which fact it is.
  treaty: { kind: 'entity', preposition: 'under', of: ['Treaty'], definition: 'the treaty that it rests on' },
  against: { kind: 'entity', preposition: 'against', of: ['Actor'], definition: 'against whom' },
  form: { kind: 'choice', definition: 'in what form' },
  field: {
    kind: 'entity',
    preposition: 'in',
    of: ['Technology', 'Commodity', 'Sector'],
    definition: 'in what field',
  },
  programme: {
    kind: 'entity',
    preposition: 'under',
    of: ['SanctionsProgramme'],
    definition: 'the sanctions programme under which it stands',
  },
  item: {
    kind: 'entity',
    of: ['Technology', 'Commodity', 'Asset'],
    definition: 'what is passed on, traded or restricted',
  },
  sector: {
    kind: 'entity',
    preposition: 'on',
    of: ['Sector'],
    definition: 'the sector that the measures are aimed at',
  },
  case: {
    kind: 'entity',
    preposition: 'in',
    of: ['SanctionsCase'],
    definition: 'the episode of sanctions that it belongs to',
  },
  inResponseTo: { kind: 'thing', definition: 'the act, event or entity that it answers' },
  weapon: { kind: 'entity', preposition: 'with', of: ['Technology'], definition: 'the weapons used' },
  with: { kind: 'statement', definition: 'the threatened act, as a statement' },
  of: { kind: 'statement', definition: 'the statement that it is about: the charge, or what is suspended' },
  over: { kind: 'thing', definition: 'the event, entity or statement that it is about' },
  route: { kind: 'string', definition: 'a name that the legs of one way have in common' },
  usedIn: {
    kind: 'entity',
    preposition: 'for use in',
    of: ['Event'],
    label: 'used in',
    definition: 'the event for which the item is used',
  },
  representing: { kind: 'entity', preposition: 'for', of: ['Actor'], definition: 'on whose behalf' },
  topic: { kind: 'entity', preposition: 'on', definition: 'what was spoken of' },
  place: {
    kind: 'entity',
    preposition: 'in',
    of: ['Place', 'Jurisdiction'],
    definition: 'where it took place',
  },
  as: { kind: 'choice', list: 'recognition', definition: 'as what it is recognised' },
  standing: { kind: 'choice', list: 'standing', definition: 'standing in the organisation' },
  vote: { kind: 'choice', list: 'vote', definition: 'how the vote was cast' },
  office: { kind: 'string', definition: 'the office held, in English, as "head of state"' },
  basis: { kind: 'choice', definition: 'on what basis' },
  kind: { kind: 'choice', definition: 'of what kind' },

  // How a claimant describes it.
  obligations: {
    kind: 'choice',
    list: 'obligation',
    definition: 'what is promised',
  },
  cowType: {
    kind: 'choice',
    list: 'cowType',
    label: 'COW type',
    definition: 'type of the alliance in the Correlates of War data',
  },
  measures: { kind: 'choice', list: 'measure', definition: 'the restrictive measures' },
  scope: {
    kind: 'choice',
    list: 'scope',
    definition: 'how much of the relations with the target they touch',
  },
  authority: { kind: 'entity', of: ['Organization'], definition: 'the authority that acts for the sender' },
  legalBasis: {
    kind: 'string',
    definition: 'the legal act, as cited: "E.O. 13662", "Regulation (EU) No 833/2014"',
  },
  list: { kind: 'entity', of: ['SanctionsList'], definition: 'the list on which the party stands' },
  entry: { kind: 'string', definition: 'number or reference of the entry on the list' },
  listed: { kind: 'date', definition: 'when the party was put on the list' },
  secondaryRisk: {
    kind: 'boolean',
    definition: 'whether dealing with the party exposes third parties to sanctions',
  },
  general: {
    kind: 'boolean',
    definition: 'whether the licence is general: open to whoever fulfils its terms',
  },
  covers: {
    kind: 'entity',
    of: ['Technology', 'Commodity', 'Asset', 'Sector'],
    definition: 'what the licence allows dealings in; activities stand in the note',
  },
  stage: { kind: 'choice', list: 'supplyStage', definition: 'how far the supply has come' },
  quantity: { kind: 'number', definition: 'how much or many, in `unit`' },
  unit: { kind: 'string', definition: 'unit of the quantity (UN/CEFACT Recommendation 20 code or a word)' },
  value: {
    kind: 'number',
    definition: 'worth in units of `currency`, at prices of the time',
    counterparts: ['schema:value'],
  },
  currency: { kind: 'currency', definition: 'currency of the value', counterparts: ['schema:currency'] },
  tiv: { kind: 'number', label: 'TIV', definition: 'SIPRI trend-indicator value, in millions' },
  purpose: { kind: 'text', definition: 'what the item is for, as the claimant says' },
  reporter: {
    kind: 'entity',
    of: ['Jurisdiction', 'Organization'],
    definition: 'whose statistics report the trade: mirror data differ',
  },
  level: { kind: 'choice', definition: 'at what level' },
  host: { kind: 'entity', of: ['Actor'], definition: 'who received the visitors' },
  share: { kind: 'share', definition: 'share held, in percent, or a range' },
  interest: { kind: 'choice', list: 'interest', definition: 'what the share is a share of' },
  direct: { kind: 'boolean', definition: 'whether it is held directly, not through others' },
  role: { kind: 'text', definition: 'role or position', counterparts: ['org:role', 'schema:roleName'] },
} as const satisfies OntologyDefinition['properties']
