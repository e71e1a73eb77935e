import type { OntologyDefinition } from '../definition'

/**
 * Types of entities. Subtypes exclude each other only where `disjoint` says so: a thing may be a state at one
 * time and a territory at another, a person an expert and an official, a company a news agency.
 */
export const types = {
  Actor: {
    definition: 'whoever acts, or is acted upon, in relations among states',
    disjoint: true,
    counterparts: ['foaf:Agent', 'prov:Agent'],
  },

  Jurisdiction: {
    extends: 'Actor',
    definition: 'a country or territory with an authority of its own, as actor and as area',
    counterparts: ['dct:Jurisdiction', 'schema:AdministrativeArea'],
  },
  /** Correlates of War state system membership; Gleditsch and Ward, independent states; UN membership. */
  State: {
    extends: 'Jurisdiction',
    definition: 'on COW’s, Gleditsch and Ward’s or the UN’s list of states at some time: a key, no verdict',
    fields: { existed: { many: true } },
    counterparts: ['schema:Country', 'wd:Q3624078'],
  },
  Territory: {
    extends: 'Jurisdiction',
    definition: 'any other jurisdiction: dependent, disputed, unrecognised, occupied or sub-national',
  },

  Organization: {
    extends: 'Actor',
    definition: 'people organised for a purpose, with a name, whether or not a legal person',
    fields: { founded: {}, dissolved: {} },
    counterparts: [
      'schema:Organization',
      'foaf:Organization',
      'org:Organization',
      'prov:Organization',
      'ftm:Organization',
      'wd:Q43229',
    ],
  },
  IntergovernmentalOrganization: {
    extends: 'Organization',
    definition: 'an organisation of states, set up by treaty, with organs of its own',
    counterparts: ['wd:Q245065'],
  },
  Alliance: {
    extends: 'IntergovernmentalOrganization',
    definition: 'an organisation in which states have pledged military cooperation in conflict',
    counterparts: ['wd:Q1127126'],
  },
  Grouping: {
    extends: 'Organization',
    definition: 'states or other actors spoken of as one, without a charter: BRICS, the G7, the West',
    counterparts: ['foaf:Group'],
  },
  Government: {
    extends: 'Organization',
    definition: 'the body that governs a jurisdiction or claims to: de jure, de facto or in exile',
    counterparts: ['wd:Q7188'],
  },
  ArmedForce: {
    extends: 'Organization',
    definition: 'armed forces of a state, or a branch or unit of them',
    counterparts: ['wd:Q772547'],
  },
  ArmedGroup: {
    extends: 'Organization',
    definition: 'an armed organisation that is no force of a state: rebels, militias, terrorists',
    counterparts: ['wd:Q17149090'],
  },
  PoliticalParty: {
    extends: 'Organization',
    definition: 'an organisation that seeks or holds political power under a name of its own',
    counterparts: ['schema:PoliticalParty', 'wd:Q7278'],
  },
  Agency: {
    extends: 'Organization',
    definition: 'an organisation that acts or reports on behalf of others or of the public',
  },
  GovernmentAgency: {
    extends: 'Agency',
    definition: 'a public body: ministry, service, regulator, diplomatic mission, sanctions authority',
    counterparts: ['schema:GovernmentOrganization', 'ftm:PublicBody', 'wd:Q327333'],
  },
  NewsAgency: {
    extends: 'Agency',
    definition: 'an organisation that publishes news: agency, broadcaster, newspaper, site',
    counterparts: ['schema:NewsMediaOrganization', 'wd:Q192283'],
  },
  Company: {
    extends: 'Organization',
    definition: 'a business with a legal form, state-owned ones and banks included',
    counterparts: ['schema:Corporation', 'ftm:Company', 'wd:Q783794'],
  },
  ResearchInstitution: {
    extends: 'Organization',
    definition: 'an organisation for research or teaching: university, institute, think tank',
    counterparts: ['schema:ResearchOrganization', 'wd:Q31855'],
  },

  Person: {
    extends: 'Actor',
    definition: 'a natural person',
    fields: { born: {}, died: {}, gender: {} },
    counterparts: ['schema:Person', 'foaf:Person', 'prov:Person', 'ftm:Person', 'wd:Q5'],
  },
  Expert: {
    extends: 'Person',
    definition: 'a person whom sources cite for knowledge of a field',
    fields: { expertise: {} },
  },
  Official: {
    extends: 'Person',
    definition: 'a person who holds or held public office',
  },

  Asset: {
    definition: 'a thing of value that can be owned, and frozen',
    disjoint: true,
    counterparts: ['ftm:Asset'],
  },
  Vessel: { extends: 'Asset', definition: 'a ship or boat', counterparts: ['ftm:Vessel', 'wd:Q11446'] },
  Aircraft: {
    extends: 'Asset',
    definition: 'an aircraft, manned or not',
    counterparts: ['ftm:Airplane', 'wd:Q11436'],
  },
  CryptoWallet: {
    extends: 'Asset',
    definition: 'an address or wallet that holds digital currency',
    counterparts: ['ftm:CryptoWallet'],
  },
  BankAccount: {
    extends: 'Asset',
    definition: 'an account with a financial institution',
    counterparts: ['schema:BankAccount', 'ftm:BankAccount'],
  },
  Security: {
    extends: 'Asset',
    definition: 'a tradable financial instrument: share, bond, fund unit',
    counterparts: ['ftm:Security', 'wd:Q169489'],
  },

  Technology: {
    definition: 'know-how, or a class of products that embody it; codes of control lists are identifiers',
    counterparts: ['wd:Q11016'],
  },
  WeaponSystem: {
    extends: 'Technology',
    definition: 'a weapon, or a class or model of weapons, with what it needs to work',
  },
  Commodity: {
    definition: 'a class of goods that are traded',
    fields: { hs: {} },
    counterparts: ['wd:Q317088'],
  },
  Sector: { definition: 'a sector or branch of an economy', counterparts: ['wd:Q3958441'] },

  LegalInstrument: {
    definition: 'an act that makes, changes or applies law',
    counterparts: ['schema:Legislation'],
  },
  Treaty: {
    extends: 'LegalInstrument',
    definition: 'a written agreement under international law, whatever it is called',
    fields: { signed: {}, inForce: {}, obligations: { many: true } },
    counterparts: ['wd:Q131569'],
  },
  Resolution: {
    extends: 'LegalInstrument',
    definition: 'a decision of an organ of an organisation, adopted by vote or consensus',
  },
  SanctionsProgramme: {
    extends: 'LegalInstrument',
    definition: 'the rules under which a sender imposes measures for one cause; also regime, framework',
    fields: { kind: { list: 'programmeKind' }, measures: { many: true }, url: {} },
  },

  Event: {
    definition: 'something that happens, with a time and, often, a place and a name',
    fields: { when: {} },
    counterparts: ['schema:Event', 'ftm:Event', 'wd:Q1190554'],
  },
  SanctionsCase: {
    extends: 'Event',
    definition: 'an episode of sanctions as scholars count them: sender, target and cause, threat included',
  },

  Place: {
    definition: 'a place or region as such, not as an authority',
    fields: { point: {} },
    counterparts: ['schema:Place', 'dct:Location', 'prov:Location'],
  },

  Source: {
    definition: 'a publication or record in which claims stand',
    fields: {
      url: {},
      published: {},
      language: {},
      publisher: {},
      author: { many: true },
      relays: {},
      coverage: {},
      reliability: {},
    },
    counterparts: ['schema:CreativeWork', 'dct:BibliographicResource'],
  },
  Article: {
    extends: 'Source',
    definition: 'a text in the news or a journal',
    counterparts: [
      'schema:Article',
      'schema:NewsArticle',
      'schema:ReportageNewsArticle',
      'ftm:Article',
      'wd:Q191067',
    ],
  },
  Document: {
    extends: 'Source',
    definition: 'a document that is no article: statement, judgment, report, transcript, gazette',
    counterparts: ['schema:DigitalDocument', 'foaf:Document', 'ftm:Document', 'wd:Q49848'],
  },
  Dataset: {
    extends: 'Source',
    definition: 'a collection of data, in one edition or several',
    counterparts: ['schema:Dataset', 'dcat:Dataset', 'wd:Q1172284'],
  },
  SanctionsList: {
    extends: 'Source',
    definition: 'a list of parties under restrictive measures, as an authority publishes it',
  },
} as const satisfies OntologyDefinition['types']
