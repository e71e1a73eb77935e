import type { Identifier } from '../../model/record'
import { SCHEMES } from '../../model/schemes'
import { countryNamed } from './countries'
import { dayOfText, isAfter } from './dates'
import { ID_TYPES, ownType } from './id-types'

/** A document or number of a party. */
export interface PartyDocument {
  /** As OFAC names it: `Passport`, `Tax ID No.`, `Digital Currency Address - XBT`. */
  readonly type: string
  readonly value: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
  /** EDTF. */
  readonly issued?: string | undefined
  /** EDTF. */
  readonly expires?: string | undefined
  /** `false` where the list says that it is fraudulent. */
  readonly valid?: boolean | undefined
}

/**
 * The identifier that a document is.
 *
 * @param document as the list has it
 * @param partyType the type of the party: the IMO gives numbers to ships and to companies
 * @returns the identifier, and whether that says all that the document does: where not, its text is to be kept, too
 */
export function identifierOf(
  { type, value, country, issued, expires, valid }: PartyDocument,
  partyType: string,
): { readonly identifier: Identifier; readonly whole: boolean } {
  // The currency stands in the name of the type.
  const [, name = type, currency] = /^(Digital Currency Address) - (\S+)$/i.exec(type.trim()) ?? []
  const { scheme: meant, plain } = ID_TYPES.get(name.trim().toLowerCase().replace(/:$/, '')) ?? ownType(name)
  const { scheme, value: written } = formed(meant, currency ? `${currency}:${value}` : value, partyType)
  const when = spell(issued, expires)
  // Whatever the number was given as, one of the IMO says what it is.
  const isWhole = (plain && scheme === meant) || scheme === 'imo' || scheme === 'imo-company'
  const identifier = {
    scheme,
    value: written,
    ...(country === undefined ? {} : { country }),
    ...(when ? { when } : {}),
    ...(valid === false ? { valid } : {}),
  }
  return { identifier, whole: isWhole && when !== '' }
}

/** When a document is good for; `''` where it would end before it starts, which is told nowhere but in its text. */
function spell(issued: string | undefined, expires: string | undefined): string | undefined {
  if (issued === undefined && expires === undefined) return undefined
  const isTurned = issued !== undefined && expires !== undefined && isAfter(issued, expires)
  return isTurned ? '' : `${issued ?? ''}/${expires ?? ''}`
}

/** Schemes to which a number belongs that does not have the form of the scheme it should be of. */
const UNFORMED = {
  bic: 'swift-code',
  lei: 'x-legal-entity-number',
  mmsi: 'x-mmsi',
  imo: 'x-vessel-registration-identification',
} as const

function formed(scheme: string, value: string, partyType: string): { scheme: string; value: string } {
  const imo = /^IMO[\s#:]*\(?(\d{7})\)?$/i.exec(value)?.[1]
  if (imo !== undefined) return { scheme: imoScheme(scheme, imo, partyType), value: imo }
  if (scheme === 'imo') return { scheme: UNFORMED.imo, value }
  const compact = value.replace(/\s/g, '').toUpperCase()
  if (scheme === 'lei') return isLei(compact) ? { scheme, value: compact } : { scheme: UNFORMED.lei, value }
  if (scheme !== 'bic' && scheme !== 'mmsi') return { scheme, value }
  return SCHEMES[scheme].form.test(compact) ? { scheme, value: compact } : { scheme: UNFORMED[scheme], value }
}

/**
 * Of what a number of the IMO is: of a ship where its last digit checks (IMO Resolution A.1117(30)); of a company where
 * that is what the number was given as. A ship's number given for a company says neither.
 */
function imoScheme(scheme: string, number: string, partyType: string): string {
  if (partyType === 'Vessel') return isShipNumber(number) ? 'imo' : 'x-imo'
  return partyType === 'Organization' && scheme !== 'imo' ? 'imo-company' : 'x-imo'
}

function isShipNumber(number: string): boolean {
  let sum = 0
  for (let i = 0; i < 6; i++) sum += Number(number[i]) * (7 - i)
  return sum % 10 === Number(number[6])
}

/** Whether the check digits of an LEI are right: ISO 17442-1, by MOD 97-10 of ISO/IEC 7064. */
function isLei(value: string): boolean {
  if (!SCHEMES.lei.form.test(value)) return false
  let rest = 0
  for (const digit of value.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) {
    rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

/**
 * A document as the remarks of the flat files write it: `1084010 (Egypt) issued 12 Sep 2006 expires 11 Sep 2016`. What
 * does not stand for a country or a date stays in the number.
 */
export function documentOfText(type: string, text: string): PartyDocument {
  let value = text.trim()
  const ends: { [word: string]: string } = {}
  for (const word of ['expires', 'issued'] as const) {
    const at = value.lastIndexOf(` ${word} `)
    const day = at < 0 ? undefined : dayOfText(value.slice(at + word.length + 2))
    if (day === undefined) continue
    ends[word] = day
    value = value.slice(0, at).trimEnd()
  }
  const at = value.endsWith(')') ? value.lastIndexOf(' (') : -1
  const country = at < 0 ? undefined : countryNamed(value.slice(at + 2, -1))
  if (country !== undefined) value = value.slice(0, at).trimEnd()
  return { type, value, country, ...ends }
}

/** A document in words, as the flat files have it. */
export function textOfDocument({ type, value, country, issued, expires, valid }: PartyDocument): string {
  return [
    `${type} ${value}`,
    ...(country === undefined ? [] : [`(${country})`]),
    ...(issued === undefined ? [] : [`issued ${issued}`]),
    ...(expires === undefined ? [] : [`expires ${expires}`]),
    ...(valid === false ? ['(fraudulent)'] : []),
  ].join(' ')
}
