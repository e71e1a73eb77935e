import type { OntologyDefinition } from '../definition'

/**
 * Closed lists. The names of values are ours; where a list follows a published code list, the comment above
 * it says which.
 */
export const lists = {
  /**
   * Counterparts: measures of the EU Sanctions Map (`eusm`), of OpenSanctions' programmes (`os`), sanctions
   * types of OFAC's advanced XML (`ofac`), and the types of the Global Sanctions Data Base (`gsdb`; its bare
   * "trade" says neither direction nor extent and maps to none: take `descr_trade`), of Threat and Imposition
   * of Economic Sanctions (`ties`) and of Hufbauer, Schott and Elliott (`hse`). A term stands at one measure
   * only.
   */
  measure: {
    definition: 'what sanctions do: kinds of restrictive measures',
    values: {
      'asset-freeze': {
        definition: 'funds and economic resources of listed parties are frozen (in US terms, blocked)',
        broader: ['financial-restrictions'],
        counterparts: [
          'eusm:asset-freeze-and-prohibition-to-make-funds-available',
          'os:asset-freeze',
          'ofac:block',
          'ties:asset-freeze',
        ],
      },
      'travel-ban': {
        definition: 'natural persons may not enter, or pass through, the territory of the sender',
        counterparts: ['eusm:restrictions-on-admission', 'os:travel-ban', 'gsdb:travel', 'ties:travel-ban'],
      },
      'arms-embargo': {
        definition: 'no arms or related materiel may be sold, supplied or transferred to the target',
        broader: ['arms-restrictions'],
        counterparts: ['eusm:arms-embargo', 'eusm:arms-export', 'os:arms-embargo', 'gsdb:arms'],
      },
      'arms-restrictions': {
        definition:
          'limits on dealings in arms, as on some arms, on some recipients, or on buying from the target',
        counterparts: ['eusm:arms-import', 'eusm:arms-procurement', 'os:arms-restrictions'],
      },
      'military-assistance-ban': {
        definition: 'no military training, advice, personnel or funds for the target',
        counterparts: [
          'eusm:restrictions-on-military-training-and-military-cooperation',
          'gsdb:military',
          'cameo:1622',
        ],
      },
      'trade-embargo': {
        definition:
          'trade with the target is prohibited in both directions; in some goods if `scope` is partial',
        broader: ['export-control', 'import-restrictions'],
        counterparts: ['ties:total-economic-embargo', 'ties:partial-economic-embargo'],
      },
      'export-control': {
        definition: 'exports of goods, software or technology to the target are banned or need a licence',
        counterparts: [
          'eusm:dual-use-goods-export',
          'eusm:embargo-on-dual-use-goods',
          'eusm:luxury-goods',
          'eusm:restrictions-on-equipment-used-for-internal-repression',
          'eusm:telecommunications-equipment',
          'os:export-control',
          'gsdb:exp_compl',
          'gsdb:exp_part',
          'ties:export-restriction',
          'hse:export',
        ],
      },
      'import-restrictions': {
        definition: 'imports of goods that come from the target are banned, limited or need a licence',
        counterparts: [
          'os:import-restrictions',
          'gsdb:imp_compl',
          'gsdb:imp_part',
          'ties:import-restriction',
          'hse:import',
        ],
      },
      'financial-restrictions': {
        definition: 'limits on finance for the target: loans, payments, capital markets, insurance, funds',
        counterparts: [
          'eusm:financial-measures',
          'os:financial-restrictions',
          'ofac:reject',
          'gsdb:financial',
          'hse:financial',
        ],
      },
      'correspondent-account-restrictions': {
        definition: 'correspondent or payable-through accounts of foreign banks may not be opened or kept',
        broader: ['financial-restrictions'],
        counterparts: ['ofac:561-full-restrictions'],
      },
      'investment-ban': {
        definition: 'no new investment in the target: stakes, joint ventures, capital, real estate',
        broader: ['financial-restrictions'],
        counterparts: ['eusm:investments', 'os:investment-ban'],
      },
      'services-ban': {
        definition:
          'services to the target are prohibited, as legal, accounting, engineering or software services',
        counterparts: ['eusm:restrictions-on-services', 'os:services-ban'],
      },
      'transportation-restrictions': {
        definition:
          'limits on ships, aircraft or vehicles: ports, airspace, landing, transit, inspection of cargo',
        counterparts: [
          'eusm:flights-airports-aircrafts',
          'eusm:inspections',
          'eusm:maritime-navigation',
          'eusm:ports-and-vessels',
          'eusm:road-transport',
          'os:transportation-restrictions',
        ],
      },
      'price-cap': {
        definition: 'services for a commodity are allowed only where it is sold at or below a set price',
        broader: ['services-ban'],
      },
      debarment: {
        definition: 'exclusion from public procurement, from funding or from programmes',
        counterparts: ['os:debarment'],
      },
      'aid-suspension': {
        definition: 'foreign aid, development funds or multilateral lending are reduced or stopped',
        counterparts: [
          'os:aid-suspension',
          'ties:termination-of-foreign-aid',
          'cameo:162',
          'cameo:1621',
          'cameo:1623',
        ],
      },
      'agreement-suspension': {
        definition: 'an agreement with the target, as on trade or cooperation, is suspended or ended',
        counterparts: ['ties:suspension-of-economic-agreement'],
      },
      'diplomatic-measures': {
        definition:
          'relations are reduced: envoys recalled or expelled, missions closed, contacts broken off',
        counterparts: ['cameo:161'],
      },
      blockade: {
        definition: 'ships, aircraft or goods are kept by force from reaching or leaving the target',
        counterparts: ['ties:blockade', 'cameo:191'],
      },
      'claims-prohibition': {
        definition: 'claims of the target over contracts that the sanctions affect may not be satisfied',
        counterparts: ['eusm:prohibition-to-satisfy-claims', 'os:prohibition-to-satisfy-claims'],
      },
      'sectoral-restrictions': {
        definition: 'measures on a whole sector of an economy that no other value describes',
        counterparts: [
          'os:sectoral-sanctions',
          'ofac:13662-sectoral-directive-1',
          'ofac:13662-sectoral-directive-2',
          'ofac:13662-sectoral-directive-3',
          'ofac:13662-sectoral-directive-4',
        ],
      },
      other: {
        definition: 'a measure that is stated and that no other value describes',
        counterparts: ['gsdb:other', 'ties:other'],
      },
      'not-stated': { definition: 'the source says that there are sanctions, and not which' },
    },
  },

  scope: {
    definition: 'how much of the relations with the target sanctions touch',
    values: {
      comprehensive: { definition: 'nearly all dealings with the target are prohibited unless allowed' },
      partial: { definition: 'some dealings are prohibited; the others are free' },
    },
  },

  programmeKind: {
    definition: 'what a programme is aimed at, and whether it is one of sanctions at all',
    values: {
      country: { definition: 'sanctions over the situation in a country, or its conduct' },
      thematic: { definition: 'sanctions over conduct wherever it occurs, as terrorism or proliferation' },
      'export-control': { definition: 'a list of parties or destinations to which exports need a licence' },
      debarment: { definition: 'a list of parties shut out of procurement, funding or programmes' },
      countermeasure: { definition: 'an answer to the sanctions of others, as a blocking statute' },
      enforcement: { definition: 'penalties for breaches of law: no sanctions' },
      notice: { definition: 'names published without legal effect, as warnings and leaks: no sanctions' },
      other: { definition: 'a programme that no other value describes' },
    },
  },

  /** Leeds, Ritter, Mitchell and Long, Alliance Treaty Obligations and Provisions (ATOP), codebook. */
  obligation: {
    definition: 'what the members of an alliance promise each other (ATOP), strongest first',
    values: {
      defence: {
        definition: 'to help actively when the partner is attacked',
        counterparts: ['atop:DEFENSE'],
      },
      offence: {
        definition: 'to help actively in a war that is not defence of the partner against attack',
        counterparts: ['atop:OFFENSE'],
      },
      neutrality: {
        definition: 'to stay out of a conflict of the partner, and not to help its enemy',
        counterparts: ['atop:NEUTRAL'],
      },
      nonaggression: {
        definition: 'not to use force against the partner, or to settle disputes peacefully',
        counterparts: ['atop:NONAGG'],
      },
      consultation: {
        definition: 'to consult, for a common policy, in crises that may become armed conflict',
        counterparts: ['atop:CONSUL'],
      },
    },
  },

  /** Gibler, Correlates of War Formal Interstate Alliance data set, v4.1, codebook. */
  cowType: {
    definition: 'type of an alliance in the Correlates of War data, strongest first',
    values: {
      defence: { definition: 'a pact to defend each other', counterparts: ['cow:defense'] },
      neutrality: { definition: 'a pact to remain neutral', counterparts: ['cow:neutrality'] },
      nonaggression: { definition: 'a pact not to attack each other', counterparts: ['cow:nonaggression'] },
      entente: { definition: 'an understanding to consult in a crisis', counterparts: ['cow:entente'] },
    },
  },

  supportForm: {
    definition: 'in what form one actor backs another',
    values: {
      political: { definition: 'endorsement, backing in public, alignment of policy' },
      diplomatic: { definition: 'backing among states: votes, mediation, representation' },
      military: { definition: 'arms, training, advice, forces or bases' },
      financial: { definition: 'money, credit or guarantees' },
      material: { definition: 'goods, energy, transport or shelter' },
    },
  },

  /** Counterparts: CAMEO 071–073 and the contexts of PLOVER's AID. */
  aidForm: {
    definition: 'in what form aid is given',
    values: {
      humanitarian: {
        definition: 'relief of people in need: food, medicine, shelter',
        counterparts: ['cameo:073'],
      },
      economic: {
        definition: 'grants, loans, debt relief, goods on easy terms',
        counterparts: ['cameo:071'],
      },
      military: { definition: 'arms, training or funds for armed forces', counterparts: ['cameo:072'] },
      technical: { definition: 'expertise, training and know-how that is not military' },
    },
  },

  supplyStage: {
    definition: 'how far a supply has come',
    values: {
      offered: { definition: 'the supplier has offered it' },
      ordered: { definition: 'it is ordered or contracted' },
      licensed: { definition: 'its export is licensed' },
      delivered: { definition: 'the recipient has it' },
    },
  },

  visitLevel: {
    definition: 'the highest rank among the visitors',
    values: {
      'head-of-state': { definition: 'head of state, or whoever rules in fact' },
      'head-of-government': { definition: 'head of government who is not head of state' },
      minister: { definition: 'a member of government' },
      'senior-official': { definition: 'a deputy minister, envoy, commander or adviser of like rank' },
      delegation: { definition: 'a delegation whose highest rank is not stated' },
      other: { definition: 'a rank that no other value describes' },
    },
  },

  tiesLevel: {
    definition: 'how high diplomatic relations reach',
    values: {
      ambassadorial: { definition: 'relations with ambassadors, or between which none stands lower' },
      ministerial: { definition: 'relations with envoys below ambassador at the head of legations' },
      'charge-d-affaires': { definition: 'relations with a chargé d’affaires at the head of the mission' },
      consular: { definition: 'consular relations only' },
      unofficial: { definition: 'contacts without diplomatic relations, as through trade offices' },
    },
  },

  /** Terms of the Vienna Conventions on Diplomatic Relations (1961) and on Consular Relations (1963). */
  missionLevel: {
    definition: 'kind of a diplomatic or consular mission',
    values: {
      embassy: { definition: 'mission led by an ambassador, or a high commission in the Commonwealth' },
      legation: { definition: 'mission led by an envoy or minister' },
      'permanent-mission': { definition: 'mission to an international organisation that sits there' },
      'interests-section': { definition: 'office under the flag of a protecting power' },
      'consulate-general': { definition: 'consular post led by a consul-general' },
      consulate: { definition: 'consular post of lower rank, whoever leads it' },
      'honorary-consulate': { definition: 'consular post led by an honorary consular officer' },
      'liaison-office': { definition: 'official office short of a diplomatic mission' },
      'representative-office': {
        definition: 'office without official status that serves in place of a mission',
      },
      other: { definition: 'a mission that no other value describes' },
    },
  },

  recognition: {
    definition: 'as what an entity is recognised',
    values: {
      statehood: { definition: 'as a state' },
      government: { definition: 'as the government of its state' },
    },
  },

  recognitionLevel: {
    definition: 'how far recognition goes in law',
    values: {
      'de-jure': { definition: 'in full, as of right' },
      'de-facto': { definition: 'provisionally, as a fact' },
    },
  },

  standing: {
    definition: 'how an actor stands to an organisation',
    values: {
      member: { definition: 'full member; what is meant where nothing is said' },
      associate: { definition: 'associate member, with part of the rights' },
      observer: { definition: 'may attend, without vote' },
      partner: { definition: 'partner by agreement, outside the membership' },
      candidate: { definition: 'has applied and is accepted as a candidate' },
      invited: { definition: 'has been invited to join and has not joined' },
    },
  },

  /** Counterparts: codes of Voeten, Strezhnev and Bailey, United Nations General Assembly Voting Data. */
  vote: {
    definition: 'how a member voted on a resolution',
    values: {
      yes: { definition: 'in favour', counterparts: ['unvotes:1'] },
      abstain: { definition: 'present, and neither in favour nor against', counterparts: ['unvotes:2'] },
      no: { definition: 'against', counterparts: ['unvotes:3'] },
      absent: { definition: 'entitled to vote, and not voting', counterparts: ['unvotes:8'] },
      'not-a-member': {
        definition: 'not a member, or without a vote, on that day',
        counterparts: ['unvotes:9'],
      },
    },
  },

  interest: {
    definition: 'what a share is a share of',
    values: {
      equity: { definition: 'capital' },
      votes: { definition: 'voting rights' },
    },
  },

  governmentBasis: {
    definition: 'on what basis a government governs',
    values: {
      'de-jure': { definition: 'it is the lawful government in the view of whoever claims it' },
      'de-facto': { definition: 'it has effective control' },
      'in-exile': { definition: 'it claims to govern from abroad, without control' },
    },
  },

  administrationBasis: {
    definition: 'on what basis a jurisdiction administers a territory',
    values: {
      sovereignty: { definition: 'as its own, in the view of whoever claims it' },
      occupation: {
        definition: 'under the authority of hostile armed forces (Hague Regulations, article 42)',
      },
      'de-facto': { definition: 'in fact, without any of the other titles' },
      lease: { definition: 'under a lease or concession of its sovereign' },
    },
  },

  /**
   * After the Vienna Conventions on Succession of States in respect of Treaties (1978) and of State Property,
   * Archives and Debts (1983).
   */
  successionKind: {
    definition: 'how one thing came to stand in the place of another',
    values: {
      continuation: { definition: 'the same legal person, under another name or constitution' },
      transfer: { definition: 'part of the territory passed to the successor' },
      'newly-independent': { definition: 'a dependent territory of the predecessor became independent' },
      unification: { definition: 'the predecessor united with others into the successor' },
      separation: { definition: 'the successor separated; the predecessor goes on' },
      dissolution: { definition: 'the predecessor broke up and ceased to exist' },
      replacement: {
        definition: 'the successor took over the function, as with an organisation or a treaty',
      },
    },
  },

  kinship: {
    definition: 'how two persons are related; parents and children are `parentOf`',
    values: {
      spouse: { definition: 'married, or in a registered partnership' },
      partner: { definition: 'a couple that is neither' },
      sibling: { definition: 'brothers and sisters, half and step included' },
      grandparent: { definition: 'grandparent and grandchild' },
      'in-law': { definition: 'related by the marriage of one of them or of a relative' },
      other: { definition: 'kin that no other value describes' },
    },
  },

  parentage: {
    definition: 'how a parent is one',
    values: {
      birth: { definition: 'by birth' },
      adoption: { definition: 'by adoption' },
      step: { definition: 'by marriage to a parent' },
    },
  },

  association: {
    definition: 'what kind of associates two actors are',
    values: {
      business: { definition: 'in business, as partners or joint owners' },
      political: { definition: 'in politics, as followers or members of one circle' },
      personal: { definition: 'as friends or confidants' },
      criminal: { definition: 'in crime' },
      other: { definition: 'associates that no other value describes' },
    },
  },

  citizenship: {
    definition: 'how a person belongs to a jurisdiction',
    values: {
      citizenship: { definition: 'citizen under its law' },
      nationality: { definition: 'national, as a travel document or list says, citizen or not' },
      honorary: { definition: 'honorary citizen, without the rights of one' },
    },
  },

  registration: {
    definition: 'what an organisation or asset is registered as',
    values: {
      incorporation: { definition: 'it exists as a legal person under the law there' },
      branch: { definition: 'a branch of what is incorporated elsewhere' },
      tax: { definition: 'a taxpayer' },
      title: { definition: 'an asset, in a register of title' },
    },
  },

  /** After the terms of the UN Convention on Conditions for Registration of Ships (1986) and of the IMO. */
  flag: {
    definition: 'in what way a craft has its flag',
    values: {
      registry: { definition: 'entered in the register, with the right to the flag' },
      provisional: { definition: 'entered provisionally' },
      bareboat: { definition: 'entered for the time of a bareboat charter; the first register is suspended' },
      false: { definition: 'shown without right: the register does not know the craft' },
    },
  },

  operation: {
    definition: 'under what title an operator operates an asset',
    values: {
      'own-account': { definition: 'as its owner' },
      charter: { definition: 'under a charter' },
      lease: { definition: 'under a lease' },
      other: { definition: 'under a title that no other value describes' },
    },
  },

  management: {
    definition: 'what of an asset is managed',
    values: {
      technical: { definition: 'upkeep, repair and supplies' },
      commercial: { definition: 'employment, chartering and freight' },
      crew: { definition: 'crewing' },
      safety: { definition: 'safety: the company answerable under the ISM Code' },
      other: { definition: 'management that no other value describes' },
    },
  },

  gender: {
    definition: 'gender as a source gives it',
    values: {
      female: { definition: 'female', counterparts: ['schema:Female', 'wd:Q6581072'] },
      male: { definition: 'male', counterparts: ['schema:Male', 'wd:Q6581097'] },
      other: { definition: 'neither of these' },
    },
  },
  reliability: {
    // NATO AJP-2.1, Allied Joint Doctrine for Intelligence Procedures.
    definition: 'reliability of a source in the Admiralty code',
    values: {
      A: { definition: 'completely reliable' },
      B: { definition: 'usually reliable' },
      C: { definition: 'fairly reliable' },
      D: { definition: 'not usually reliable' },
      E: { definition: 'unreliable' },
      F: { definition: 'reliability cannot be judged' },
    },
  },
} as const satisfies OntologyDefinition['lists']
