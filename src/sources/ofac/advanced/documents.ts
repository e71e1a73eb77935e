import type { SourceContext } from '../../input/context'
import { childOf, childrenOf, textAt, type XmlElement } from '../../input/xml'
import { tellBadDate } from '../../lists/written-dates'
import { countryNamed } from '../countries'
import { dateOfText } from '../dates'
import type { PartyFacts } from '../facts'
import { documentOfText, type PartyDocument, textOfDocument } from '../identifiers'
import { wordsOfDatePeriod } from './periods'
import type { Places } from './places'
import type { Values } from './values'

/** A document or number, with what an identifier does not say. */
export interface Registered {
  readonly document: PartyDocument
  readonly beside: readonly string[]
}

/**
 * A document of a file.
 *
 * @param places locations, which come before
 * @returns undefined where it has no number
 */
export function documentOf(
  element: XmlElement,
  values: Values,
  places: Places,
  context: SourceContext,
): Registered | undefined {
  const value = textAt(element, 'IDRegistrationNo')
  if (value === undefined) return undefined
  const beside: string[] = []
  const type = values.words(element, 'IDRegDocType') ?? 'document'
  const countryName = values.words(element, 'Country', 'IssuedBy-CountryID')
  // Where it has no field, the country may stand with the number, as in the flat files.
  const said: PartyDocument = countryName === undefined ? documentOfText(type, value) : { type, value }
  const country = countryName === undefined ? said.country : countryNamed(countryName)
  if (countryName !== undefined && country === undefined) beside.push(`issued by: ${countryName}`)
  const place = places.of(element, 'IssuedIn-LocationID', context)
  const location = typeof place === 'string' ? place : (place?.country ?? place?.unnamed)
  if (location !== undefined) beside.push(`issued in: ${location}`)
  const validity = values.words(element, 'Validity')
  const isFalse = /^(?:fraudulent|false|invalid)$/i.test(validity ?? '')
  if (validity !== undefined && !isFalse && !/^valid$/i.test(validity)) beside.push(validity)
  for (const name of ['IssuingAuthority', 'Comment']) {
    const text = textAt(element, name)
    if (text !== undefined) beside.push(text)
  }
  const days = new Map<'issued' | 'expires', string>()
  for (const one of childrenOf(element, 'DocumentDate')) {
    const kind = values.words(one, 'IDRegDocDateType') ?? 'date'
    const period = childOf(one, 'DatePeriod')
    const words = period && wordsOfDatePeriod(period, values)
    const date = words && 'words' in words ? dateOfText(words.words) : undefined
    const field = /^issue/i.test(kind) ? 'issued' : /^expir/i.test(kind) ? 'expires' : undefined
    if (typeof date === 'string' && field && !days.has(field)) days.set(field, date)
    else if (words && 'words' in words) beside.push(`${kind}: ${words.words}`)
    else if (words) {
      tellBadDate(words.unread, kind, context)
      beside.push(`${kind}: ${words.unread}`)
    }
  }
  const document = { ...said, country, ...Object.fromEntries(days), valid: isFalse ? false : undefined }
  return { document, beside }
}

/** Takes a document into the facts of its party. */
export function takeDocument({ document, beside }: Registered, facts: PartyFacts): void {
  facts.document(document)
  if (beside.length > 0) facts.note('documents', `${textOfDocument(document)} (${beside.join('; ')})`)
}
