/**
 * The schemata of FollowTheMoney: each with what it extends, and which have a property that is read or written here.
 * Source: FollowTheMoney, `followthemoney/schema/*.yaml` (alephdata to 3.8, opensanctions since), facts only.
 */

/** Schema → what it extends, in the order of its definition. */
const EXTENDS: { readonly [schema: string]: readonly string[] } = {
  Thing: [],
  Interval: [],
  Value: [],
  Analyzable: ['Thing'],

  LegalEntity: ['Thing'],
  Person: ['LegalEntity'],
  Organization: ['LegalEntity'],
  PublicBody: ['Organization'],
  Company: ['Organization', 'Asset'],

  Asset: ['Thing', 'Value'],
  Vehicle: ['Asset'],
  Vessel: ['Vehicle'],
  Airplane: ['Vehicle'],
  Train: ['Vehicle'],
  RealEstate: ['Asset'],
  BankAccount: ['Asset'],
  Security: ['Asset'],
  Contract: ['Asset'],
  License: ['Contract'],
  CryptoWallet: ['Thing', 'Value'],

  Address: ['Thing'],
  Territory: ['Thing'],
  Position: ['Thing'],
  Project: ['Interval', 'Value', 'Thing'],
  CourtCase: ['Thing'],
  CallForTenders: ['Thing', 'Interval'],
  UserAccount: ['Thing'],
  Assessment: ['Thing'],
  Note: ['Analyzable'],
  Event: ['Interval', 'Analyzable', 'Thing'],
  Trip: ['Event'],

  Document: ['Analyzable'],
  Article: ['Document'],
  PlainText: ['Document'],
  HyperText: ['Document'],
  Pages: ['Document'],
  Page: ['Thing'],
  Image: ['Document'],
  Video: ['Document'],
  Audio: ['Document'],
  Table: ['Document'],
  Folder: ['Document'],
  Package: ['Folder'],
  Workbook: ['Folder'],
  Email: ['Folder', 'PlainText', 'HyperText'],
  Message: ['Interval', 'Folder', 'PlainText', 'HyperText'],

  Interest: ['Interval'],
  Ownership: ['Interest'],
  Control: ['Interest'],
  Directorship: ['Interest'],
  Employment: ['Interest'],
  Membership: ['Interest'],
  Representation: ['Interest'],
  UnknownLink: ['Interest'],
  ProjectParticipant: ['Interest'],
  ContractAward: ['Value', 'Interest'],
  Post: ['Interest'],
  Associate: ['Interval'],
  Family: ['Interval'],
  Succession: ['Interval'],
  Occupancy: ['Interval'],
  CourtCaseParty: ['Interest'],
  Payment: ['Interval', 'Value'],
  Debt: ['Interval', 'Value'],
  Call: ['Interval'],
  Sanction: ['Interval'],
  Risk: ['Interval'],
  Identification: ['Interval'],
  Passport: ['Identification'],
  EconomicActivity: ['Interval'],
  TaxRoll: ['Interval'],
  Documentation: ['Interest'],
  Mention: ['Interval'],
  Similar: ['Interval'],
}

/** Property → the schemata that define it; those that extend them have it, too. */
const DEFINED_BY: { readonly [property: string]: readonly string[] } = {
  ...each('Thing', 'name alias weakAlias previousName country description address addressEntity wikidataId'),
  ...each(
    'LegalEntity',
    'email phone website incorporationDate idNumber taxNumber licenseNumber vatCode jurisdiction ' +
      'mainCountry bvdId uscCode icijId okpoCode innCode ogrnCode leiCode dunsCode uniqueEntityId npiCode swiftBic',
  ),
  ...each('Organization', 'cageCode permId giiNumber'),
  ...each(
    'Company',
    'voenCode coatoCode irsCode ipoCode cikCode jibCode mbsCode kppCode fnsCode fssCode bikCode pfrNumber isinCode ricCode',
  ),
  ...each('Person', 'birthDate deathDate gender nationality citizenship passportNumber socialSecurityNumber'),
  ...each('Vessel', 'flag callSign mmsi crsNumber'),
  ...each('Airplane', 'serialNumber'),
  ...each('Security', 'isin figiCode'),
  ...each('BankAccount', 'iban accountNumber'),
  ...each('CryptoWallet', 'publicKey currencySymbol'),
  ...each('Address', 'full street city region postalCode latitude longitude'),
  ...each('Document', 'publishedAt language'),
  ...each('Interval', 'startDate endDate'),
  ...each('Interest', 'role'),
  ...each('Position', 'inceptionDate'),
  date: ['Interval', 'Document'],
  sourceUrl: ['Thing', 'Interval'],
  registrationNumber: ['LegalEntity', 'Vehicle', 'RealEstate', 'Security'],
  imoNumber: ['Organization', 'Vessel'],
  dissolutionDate: ['LegalEntity', 'Position'],
  ticker: ['Company', 'Security'],
}

function each(schema: string, properties: string): { [property: string]: readonly string[] } {
  return Object.fromEntries(properties.split(' ').map((property) => [property, [schema]]))
}

/** Whether there is a schema of that name. */
export function isSchema(name: string): boolean {
  return Object.hasOwn(EXTENDS, name)
}

/** A schema and all that it extends: itself first, then what it extends, then what that extends. */
export function lineageOf(schema: string): readonly string[] {
  let lineage = lineages.get(schema)
  if (!lineage) {
    const found = new Set([schema])
    // A set goes on with what is added to it meanwhile.
    for (const one of found) if (isSchema(one)) for (const parent of EXTENDS[one] ?? []) found.add(parent)
    lineage = [...found]
    if (isSchema(schema)) lineages.set(schema, lineage)
  }
  return lineage
}

const lineages = new Map<string, readonly string[]>()

/** Whether a schema is another one, or extends it. */
export function isA(schema: string, ancestor: string): boolean {
  return lineageOf(schema).includes(ancestor)
}

/** Whether entities of a schema may have a property; of the properties that are written here. */
export function hasProperty(schema: string, property: string): boolean {
  const owners = Object.hasOwn(DEFINED_BY, property) ? DEFINED_BY[property]! : []
  return owners.some((owner) => isA(schema, owner))
}

/** The narrowest of several schemata, where each of them is it or is extended by it; else the first. */
export function narrowest(schemata: readonly string[]): string | undefined {
  return schemata.find((one) => schemata.every((other) => isA(one, other))) ?? schemata[0]
}
