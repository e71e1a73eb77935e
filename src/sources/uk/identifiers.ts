import type { Identifier } from '../../model/record'
import { codeOfName } from '../lists/countries'
import { saysInvalid } from '../lists/validity'
import { groupsOf, type Row, several, valuesOf } from './rows'

/** Numbers in registers, by how the list marks them. */
const REGISTERS: readonly (readonly [form: RegExp, scheme: string])[] = [
  [/^(?:INN|TIN|Tax (?:ID|number))\b:?\s*([\d ]{8,14})$/i, 'tax'],
  [/^(?:SWIFT(?:\/BIC)?|BIC)\b:?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)$/, 'swift-code'],
  [/^(?:OGRN|PSRN)\b:?\s*(\d{13}|\d{15})$/i, 'registration'],
]

/** Identifiers of a designation, and documents of which the list says more than a number. */
export function readIdentifiers(rows: readonly Row[]): {
  readonly identifiers: readonly Identifier[]
  readonly documents: readonly { readonly [field: string]: string }[]
} {
  const passports = groupsOf(rows, ['passport'], ['passportDetails'])
  const nationalIds = groupsOf(rows, ['nationalId'], ['nationalIdDetails'])
  const documents = [
    ...passports.map(({ passport, passportDetails }) => ({
      scheme: 'passport',
      cell: passport,
      details: passportDetails,
    })),
    ...nationalIds.map(({ nationalId, nationalIdDetails }) => ({
      scheme: 'national-id',
      cell: nationalId,
      details: nationalIdDetails,
    })),
  ]
  const plain = (field: Parameters<typeof valuesOf>[1], scheme: string): Identifier[] =>
    valuesOf(rows, field).map((value) => ({ scheme, value }))
  return {
    identifiers: [
      ...documents.flatMap(({ scheme, cell, details }) => numbered(scheme, cell, details)),
      ...valuesOf(rows, 'registration').map(registered),
      ...valuesOf(rows, 'imo').map(imo),
      ...plain('hull', 'x-hull-identification'),
      ...plain('phone', 'phone'),
      ...valuesOf(rows, 'email')
        .flatMap((cell) => cell.split(/[;,\s]+/))
        .filter((address) => address.includes('@'))
        .map((value) => ({ scheme: 'email', value })),
      ...plain('website', 'website'),
      ...plain('group', 'x-ofsi-group'),
    ],
    documents: documents.flatMap(({ cell, details }) =>
      details === undefined ? [] : [{ number: cell ?? '', details }],
    ),
  }
}

/** Several numbers in a cell have their details in the same order. */
function numbered(scheme: string, cell: string | undefined, details: string | undefined): Identifier[] {
  const values = several(cell)
  const said = several(details)
  return values.map((value, i) => {
    const about = said.length === values.length ? said[i] : details
    const country = codeOfName(countryBefore(about))
    return {
      scheme,
      value,
      ...(country === undefined ? {} : { country }),
      ...(about !== undefined && saysInvalid(about) ? { valid: false } : {}),
    }
  })
}

/** The country with which words about a document begin: `Afghanistan diplomatic passport`. */
function countryBefore(details: string | undefined): string | undefined {
  const found =
    /^(?:the )?([\p{L}' .()-]+?)[,.]?(?: (?:diplomatic|service|ordinary|national|official)\b.*| passports?\b.*| id\b.*)?$/iu.exec(
      details ?? '',
    )
  return found?.[1]?.trim()
}

function registered(cell: string): Identifier {
  for (const [form, scheme] of REGISTERS) {
    const value = form.exec(cell)?.[1]?.trim()
    if (value !== undefined) return { scheme, value }
  }
  return { scheme: 'registration', value: cell }
}

/** `IMO9562233`, `9562233`; what is no such number is kept under another scheme. */
function imo(cell: string): Identifier {
  const value = /^(?:IMO)?[\s:]*(\d{7})$/i.exec(cell)?.[1]
  return value === undefined ? { scheme: 'x-imo-number', value: cell } : { scheme: 'imo', value }
}
