/** Where a fact goes: to a field of the party, or under `extra`. */
export type Place =
  | 'born'
  | 'founded'
  | 'gender'
  | 'nationality'
  | 'citizenship'
  | 'registered'
  | 'flag'
  /** It says whether dealing with the party exposes others. */
  | 'risk'
  /** It is about the sanctions, and kept in its words. */
  | 'information'
  | { readonly extra: string }

const extra = (field: string): Place => ({ extra: field })

/**
 * Kinds of facts that are no documents, by their names in lower case, as they stand in the remarks of the flat files, the
 * id lists of the legacy XML and the feature types of the advanced and enhanced XML.
 */
export const FACTS: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['dob', 'born'],
  ['birthdate', 'born'],
  ['pob', extra('placesOfBirth')],
  ['place of birth', extra('placesOfBirth')],
  ['gender', 'gender'],
  ['nationality', 'nationality'],
  ['nationality country', 'nationality'],
  ['citizen', 'citizenship'],
  ['citizenship country', 'citizenship'],
  ['organization established date', 'founded'],
  ['nationality of registration', 'registered'],
  ['title', extra('titles')],
  ['secondary sanctions risk', 'risk'],
  ['additional sanctions information', 'risk'],
  ['transactions prohibited for persons owned or controlled by u.s. financial institutions', 'information'],
  ['executive order 13662 directive determination', 'information'],
  ['executive order 13846 information', 'information'],
  ['executive order 14014 directive information', 'information'],
  ['executive order 14024 directive information', 'information'],
  ['executive order 14059 information', 'information'],
  ['caatsa section 235 information', 'information'],
  ['peesa information', 'information'],
  ['ifca determination', 'information'],
  ['effective date (cmic)', 'information'],
  ['listing date (cmic)', 'information'],
  ['purchase/sales for divestment date (cmic)', 'information'],
  ...[
    'EO 14014 Directive 1',
    'EO 14024 Directive 1a',
    'EO 14024 Directive 2',
    'EO 14024 Directive 3',
    'EO 14024 Directive 4',
  ].flatMap((directive) =>
    ['Effective', 'Listing'].map(
      (day) => [`${day} Date (${directive})`.toLowerCase(), 'information'] as const,
    ),
  ),
  ['for more information, please see', 'information'],
  ['vessel flag', 'flag'],
  ['vessel type', extra('vesselTypes')],
  ['other vessel type', extra('otherVesselTypes')],
  ['former vessel type', extra('formerVesselTypes')],
  ['vessel tonnage', extra('tonnage')],
  ['vessel gross tonnage', extra('grossTonnage')],
  ['vessel gross registered tonnage', extra('grossTonnage')],
  ['vessel owner', extra('vesselOwners')],
  ['other vessel flag', extra('otherFlags')],
  ['former vessel flag', extra('formerFlags')],
  ['vessel year of build', extra('yearOfBuild')],
  ['aircraft model', extra('aircraftModels')],
  ['aircraft operator', extra('aircraftOperators')],
  ['aircraft manufacture date', extra('manufactured')],
  ['previous aircraft tail number', extra('formerTailNumbers')],
  ['organization type', extra('organizationTypes')],
  ['target type', extra('targetTypes')],
  ['issuer name', extra('issuerNames')],
])
