/**
 * Schemes of identifiers: what each is, whether two entities that share a value are one (*strong*; `of: 'country'`: where
 * its country is given), and the form of a value where it has one. Other
 * schemes begin with `x-`.
 */
export const SCHEMES = {
  iso2: { definition: 'ISO 3166-1 alpha-2', strong: 'Jurisdiction', form: /^[A-Z]{2}$/ },
  iso3: { definition: 'ISO 3166-1 alpha-3', strong: 'Jurisdiction', form: /^[A-Z]{3}$/ },
  m49: { definition: 'UN M49, three digits', form: /^\d{3}$/ },
  cow: { definition: 'Correlates of War country code; one code may stand for successive states' },
  gw: { definition: 'Gleditsch and Ward country number; one number may stand for successive states' },
  wikidata: { definition: 'Wikidata item', strong: true, form: /^Q[1-9]\d*$/ },
  lei: { definition: 'Legal Entity Identifier (ISO 17442)', strong: true, form: /^[A-Z0-9]{18}\d{2}$/ },
  imo: { definition: 'IMO number of a ship (or of a company: `imo-company`)', strong: true, form: /^\d{7}$/ },
  'imo-company': { definition: 'IMO number of a company or registered owner', strong: true, form: /^\d{7}$/ },
  mmsi: { definition: 'Maritime Mobile Service Identity; passes on with the flag', form: /^\d{9}$/ },
  'call-sign': { definition: 'radio call sign' },
  msn: { definition: "an aircraft's manufacturer's serial number" },
  'tail-number': { definition: "an aircraft's registration mark" },
  bic: {
    definition: 'Business Identifier Code (ISO 9362)',
    form: /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/,
  },
  isin: {
    definition: 'International Securities Identification Number (ISO 6166)',
    strong: true,
    form: /^[A-Z]{2}[A-Z0-9]{9}\d$/,
  },
  iban: { definition: 'International Bank Account Number (ISO 13616)', strong: true },
  wallet: { definition: 'address of a wallet, as `XBT:1A1z…`', strong: true },
  passport: { definition: 'passport number; `country` says whose', strong: 'Person', of: 'country' },
  'national-id': { definition: 'national identity number; `country` says whose' },
  tax: { definition: 'tax number; `country` says whose' },
  registration: { definition: 'number in a register of companies; `country` says whose' },
  'swift-code': { definition: 'SWIFT code as a list gives it, unchecked' },
  email: { definition: 'e-mail address' },
  phone: { definition: 'telephone number' },
  website: { definition: 'web site' },
  eccn: { definition: 'Export Control Classification Number (US Commerce Control List)' },
  'eu-dual-use': { definition: 'entry of Annex I to Regulation (EU) 2021/821' },
  usml: { definition: 'category of the US Munitions List' },
  'wassenaar-ml': { definition: "entry of the Wassenaar Arrangement's Munitions List" },
  hs: { definition: 'Harmonized System code' },
  celex: { definition: 'CELEX number of an act of the European Union' },
  doi: { definition: 'Digital Object Identifier' },
} as const satisfies Record<
  string,
  { definition: string; strong?: true | string; of?: 'country'; form?: RegExp }
>
