/**
 * Types of documents and numbers as OFAC names them, by the scheme that each is. The first of a scheme is what the scheme
 * says; of the others, how OFAC names them is kept beside. What is not here has a scheme of its own, `x-` and its name:
 * a trade license is `x-trade-license-no`, a diplomatic passport, which has a series of its own, `x-diplomatic-passport`.
 * From the value sets of the advanced and enhanced XML, and the remarks of the flat files.
 */
const TYPES: { readonly [scheme: string]: readonly string[] } = {
  passport: ['Passport'],
  'national-id': [
    'National ID No.',
    'Bosnian Personal ID No.',
    'C.I.N.',
    'C.U.I.',
    'C.U.R.P.',
    'Cedula No.',
    "Citizen's Card Number",
    'CNP (Personal Numerical Code)',
    'D.N.I.',
    'Kenyan ID No.',
    'LE Number',
    'Moroccan Personal ID No.',
    'N.I.E.',
    'National Foreign ID Number',
    'Numero de Identidad',
    'Personal ID Card',
    'SSN',
    'Tazkira National ID Card',
    'Turkish Identification Number',
    'UAE Identification',
  ],
  tax: [
    'Tax ID No.',
    'C.I.F.',
    'C.U.I.T.',
    'Fiscal Code',
    'Italian Fiscal Code',
    'N.I.F.',
    'NIT #',
    'Numero Unico de Identificacao Tributaria (NUIT)',
    'Paraguayan tax identification number',
    'R.F.C.',
    'RFC',
    'RIF #',
    'Romanian Tax Registration',
    'RTN',
    'RUC #',
    'US FEIN',
    'V.A.T. Number',
  ],
  registration: [
    'Registration ID',
    'Branch Unit Number',
    'Business Number',
    'Business Registration Document #',
    'Business Registration Number',
    'C.R. No.',
    'Central Registration System Number',
    'Certificate of Incorporation Number',
    'Chamber of Commerce Number',
    'Commercial Registry Number',
    'Company ID',
    'Company Number',
    'Economic Register Number (CBLS)',
    'Enterprise Number',
    'Folio Mercantil No.',
    'Matricula Mercantil No',
    'Organization Code',
    'Public Registration Number',
    'Registered Charity No.',
    'Registration Certificate Number (Dubai)',
    'Registration Number',
    'Romanian C.R.',
    'RSIN',
    'Russian State Individual Business Registration Number Pattern (OGRNIP)',
    'UK Company Number',
    'Unified Social Credit Code (USCC)',
    'United Social Credit Code Certificate (USCCC)',
  ],
  lei: ['Legal Entity Number'],
  imo: ['Vessel Registration Identification', 'International Maritime Organization No.'],
  mmsi: ['MMSI'],
  'call-sign': ['Vessel Call Sign', 'Other Vessel Call Sign'],
  bic: ['SWIFT/BIC'],
  'tail-number': ['Aircraft Tail Number'],
  msn: ["Aircraft Manufacturer's Serial Number (MSN)"],
  email: ['Email Address', 'Email', 'E-mail'],
  phone: ['Phone Number', 'Phone', 'Phone No.', 'Telephone', 'Telephone No.', 'Telephone Number'],
  website: ['Website'],
  'x-fax': ['Fax', 'Fax No.', 'Fax Number'],
  'x-aircraft-construction-number': ['Aircraft Construction Number (also called L/N or S/N or F/N)'],
  // Of securities that the party issued: one party has many of them, and none is the party.
  'x-issued-isin': ['ISIN'],
  // Several parties may use one wallet, so that its address says nothing of who they are.
  'x-wallet': ['Digital Currency Address'],
}

/** Types that have a scheme of their own, which is made of their name. */
const OTHER_TYPES: readonly string[] = [
  'Afghan Money Service Provider License Number',
  'Aircraft Mode S Transponder Code',
  'Aircraft Serial Identification',
  'BIK (RU)',
  'Birth Certificate Number',
  'British National Overseas Passport',
  'C.U.I.P.',
  'Cartilla de Servicio Militar Nacional',
  'Chinese Commercial Code',
  'Credencial electoral',
  'D-U-N-S Number',
  'Diplomatic Passport',
  "Driver's License No.",
  'Dubai Chamber of Commerce Membership No.',
  'Electoral Registry No.',
  'Equity Ticker',
  'File Number',
  'Global Intermediary Identification Number',
  'Government Gazette Number',
  'I.F.E.',
  'Identification Number',
  'Immigration No.',
  'Istanbul Chamber of Comm. No.',
  'License',
  'Military Registration Number',
  'MSB Registration Number',
  'Permit Number',
  'Pilot License Number',
  'Public Security and Immigration No.',
  'Refugee ID Card',
  'Residency Number',
  'Romanian Permanent Resident',
  "Seafarer's Identification Document",
  'Serial No.',
  'SRE Permit No.',
  'Stateless Person ID Card',
  'Stateless Person Passport',
  'Tarjeta Profesional',
  'Telex',
  'Tourism License No.',
  'Trade License No.',
  'Trademark number',
  'Travel Document Number',
  'VisaNumberID',
]

/** A type of documents or numbers. */
export interface IdType {
  readonly name: string
  readonly scheme: string
  /** The scheme says all that the type does. */
  readonly plain: boolean
}

/** All types of documents and numbers, by their name in lower case. */
export const ID_TYPES: ReadonlyMap<string, IdType> = new Map(
  [
    ...Object.entries(TYPES).flatMap(([scheme, names]) =>
      names.map((name, i) => ({ name, scheme, plain: i === 0 })),
    ),
    ...OTHER_TYPES.map(ownType),
  ].map((type) => [type.name.toLowerCase(), type]),
)

/** The type of a name that is not among these: its scheme is its name. */
export function ownType(name: string): IdType {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
  return { name, scheme: `x-${slug || 'other'}`, plain: true }
}
