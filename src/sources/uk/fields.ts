/**
 * What a designation has, and what that is called: the column of the CSV, which the names of elements in XML are without
 * blanks and signs, and, after it, other names: of the XML of the UK Sanctions List, and of the closed list of OFSI.
 *
 * Source: header of UK-Sanctions-List.csv, elements of UK-Sanctions-List.xml and of ConList.xml, as published.
 */
export const FIELDS = {
  updated: ['Last Updated'],
  key: ['Unique ID', 'UKSanctionsListRef'],
  group: ['OFSI Group ID', 'GroupID'],
  unReference: ['UN Reference Number', 'UNRef'],
  name6: ['Name 6'],
  name1: ['Name 1'],
  name2: ['Name 2'],
  name3: ['Name 3'],
  name4: ['Name 4'],
  name5: ['Name 5'],
  nameType: ['Name type', 'AliasType'],
  strength: ['Alias strength', 'AliasQuality'],
  title: ['Title'],
  nonLatin: ['Name non-latin script'],
  scriptType: ['Non-latin script type'],
  scriptLanguage: ['Non-latin script language'],
  regime: ['Regime Name'],
  kind: ['Designation Type', 'IndividualEntityShip', 'GroupTypeDescription'],
  designationSource: ['Designation source', 'ListingType'],
  sanctions: ['Sanctions Imposed', 'GroupStatus'],
  otherInformation: ['Other Information'],
  reasons: ['UK Statement of Reasons'],
  line1: ['Address Line 1', 'Address1'],
  line2: ['Address Line 2', 'Address2'],
  line3: ['Address Line 3', 'Address3'],
  line4: ['Address Line 4', 'Address4'],
  line5: ['Address Line 5', 'Address5'],
  line6: ['Address Line 6', 'Address6'],
  postcode: ['Address Postal Code', 'PostCode'],
  country: ['Address Country', 'Country'],
  phone: ['Phone number'],
  website: ['Website'],
  email: ['Email address'],
  designated: ['Date Designated'],
  dateListed: ['DateListed'],
  born: ['D.O.B', 'Individual_DateOfBirth'],
  nationality: ['Nationality(/ies)', 'Nationality', 'Individual_Nationality'],
  nationalId: ['National Identifier number', 'Individual_NINumber'],
  nationalIdDetails: ['National Identifier additional information', 'Individual_NIDetails'],
  passport: ['Passport number', 'Individual_PassportNumber'],
  passportDetails: ['Passport additional information', 'Individual_PassportDetails'],
  position: ['Position', 'Individual_Position'],
  gender: ['Gender', 'Individual_Gender'],
  birthTown: ['Town of birth', 'Individual_TownOfBirth'],
  birthCountry: ['Country of birth', 'Individual_CountryOfBirth'],
  entityType: ['Type of entity', 'Entity_Type'],
  subsidiary: ['Subsidiaries', 'Subsidiary', 'Entity_Subsidiaries'],
  parent: ['Parent company', 'Entity_ParentCompany'],
  registration: [
    'Business registration number (s)',
    'BusinessRegistrationNumber',
    'Entity_BusinessRegNumber',
  ],
  imo: ['IMO number', 'Ship_IMONumber'],
  owner: ['Current owner/operator (s)', 'CurrentOwnerOperator', 'Ship_CurrentOwners'],
  previousOwner: ['Previous owner/operator (s)', 'PreviousOwnerOperator', 'Ship_PreviousOwners'],
  flag: ['Current believed flag of ship', 'Ship_Flag'],
  previousFlag: ['Previous flags', 'PreviousFlag', 'Ship_PreviousFlags'],
  shipType: ['Type of ship', 'Ship_Type'],
  tonnage: ['Tonnage of ship', 'Ship_Tonnage'],
  length: ['Length of ship', 'Ship_Length'],
  yearBuilt: ['Year Built', 'Ship_YearBuilt'],
  hull: ['Hull identification number (HIN)', 'HullIdentificationNumber', 'Ship_HullIdentificationNumber'],
} as const satisfies { readonly [field: string]: readonly [column: string, ...others: string[]] }

/** A field of a designation. */
export type Field = keyof typeof FIELDS

/** Columns of the CSV, by field: those of OFSI's list alone are none. */
export const COLUMNS: ReadonlyMap<string, Field> = new Map(
  keysOf(FIELDS)
    .filter((field) => field !== 'dateListed')
    .map((field) => [FIELDS[field][0], field]),
)

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  keysOf(FIELDS).flatMap((field) => FIELDS[field].map((name): [string, Field] => [folded(name), field])),
)

/** The field that a column or element is, whatever its blanks, signs and capitals. */
export function fieldOf(name: string): Field | undefined {
  return BY_NAME.get(folded(name))
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function keysOf<T extends object>(fields: T): (keyof T)[] {
  // The boundary: an object of ours, whose keys are those of its type.
  return Object.keys(fields) as (keyof T)[]
}
