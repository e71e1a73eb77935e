import type { SourceContext } from '../../input/context'
import { childOf, textAt, type XmlElement } from '../../input/xml'
import { leftOf } from '../../lists/left'
import { tellBadDate } from '../../lists/written-dates'
import { countryNamed } from '../countries'
import { dateOfText } from '../dates'
import type { PartyFacts } from '../facts'
import { documentOfText, type PartyDocument, textOfDocument } from '../identifiers'
import { wordsOfPeriod } from '../periods'
import { periodOf, writtenPeriod } from './dates'

const READ: ReadonlySet<string> = new Set([
  'type',
  'name',
  'documentNumber',
  'isValid',
  'issuingCountry',
  'issueDate',
  'expirationDate',
])

/** Takes a document of a party; what an identifier does not say is kept in words. */
export function takeDocument(element: XmlElement, facts: PartyFacts, context: SourceContext): void {
  const type = textAt(element, 'type')
  const value = textAt(element, 'documentNumber')
  if (type === undefined || value === undefined) {
    facts.note('documents', [type, value].filter((part) => part !== undefined).join(' '))
    return
  }
  const countryName = textAt(element, 'issuingCountry')
  const unread: string[] = []
  const [issue, expiry] = ['issueDate', 'expirationDate'].map((name) => {
    const period = periodOf(childOf(element, name))
    const written = writtenPeriod(childOf(element, name))
    const words = period && wordsOfPeriod(period)
    if (words === undefined && written !== undefined) {
      tellBadDate(written, name, context)
      unread.push(`${name}: ${written}`)
    }
    const date = words === undefined ? undefined : dateOfText(words)
    return { words, date: typeof date === 'string' ? date : undefined }
  })
  // Where it has no field, the country may stand with the number, as in the flat files.
  const said: PartyDocument = countryName === undefined ? documentOfText(type, value) : { type, value }
  const country = countryName === undefined ? said.country : countryNamed(countryName)
  const document = {
    ...said,
    country,
    issued: issue?.date ?? said.issued,
    expires: expiry?.date ?? said.expires,
    valid: textAt(element, 'isValid') === 'false' ? false : undefined,
  }
  facts.document(document)
  const left = Object.entries(leftOf([element], READ) ?? {}).map(
    ([name, texts]) => `${name}: ${texts.join(', ')}`,
  )
  if (countryName !== undefined && country === undefined) left.push(`issuingCountry: ${countryName}`)
  for (const end of [issue, expiry])
    if (end?.words !== undefined && end.date === undefined) left.push(end.words)
  left.push(...unread)
  if (left.length > 0) facts.note('documents', `${textOfDocument(document)} (${left.join('; ')})`)
}
