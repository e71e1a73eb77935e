import type { Identifier } from '../../model/record'
import { textAt, type XmlElement } from '../input/xml'
import { codeOfName } from '../lists/countries'
import { stated, tidy } from '../lists/stated'
import { saysInvalid } from '../lists/validity'

/** Documents of an entry as identifiers, and as the list has them where it says more. */
export interface Documents {
  readonly identifiers: readonly Identifier[]
  readonly left: readonly { readonly [field: string]: string }[]
}

/** What a document is, by the words that the list has for it; the first that fits counts. */
const SCHEMES: readonly (readonly [words: RegExp, scheme: string])[] = [
  [/driv(?:er|ing)/i, 'x-driving-licence'],
  [/birth certificate/i, 'x-birth-certificate'],
  [/fiscal|tax/i, 'tax'],
  [
    /alien|resident|\bration|voter|student|military|ex-serviceman|FARDC|laissez|deportation|travel document|nationality/i,
    'x-document',
  ],
  [/passe?port|pasaporte/i, 'passport'],
  [/identi|SSN|social security/i, 'national-id'],
]

/** Reads documents. Numbers stand also within notes: `Tunisian passport number L 191609 issued on 28 Feb. 1996`. */
export function readDocuments(elements: readonly XmlElement[]): Documents {
  const identifiers: Identifier[] = []
  const left: { [field: string]: string }[] = []
  for (const element of elements) {
    const at = (name: string) => tidy(textAt(element, name))
    const fields = stated({
      type: at('TYPE_OF_DOCUMENT'),
      kind: at('TYPE_OF_DOCUMENT2'),
      number: at('NUMBER'),
      issuingCountry: at('ISSUING_COUNTRY'),
      countryOfIssue: at('COUNTRY_OF_ISSUE'),
      issued: at('DATE_OF_ISSUE'),
      city: at('CITY_OF_ISSUE'),
      note: at('NOTE'),
    })
    const { type, kind, number, issuingCountry, countryOfIssue, note, issued, city } = fields
    if (number === undefined && kind === undefined && note === undefined) continue
    const value =
      number === undefined ? (numberWithin(kind) ?? numberWithin(note)) : (numberWithin(number) ?? number)
    const country = codeOfName(issuingCountry) ?? codeOfName(countryOfIssue)
    const said = [kind, number, type, note].filter((text) => text !== undefined).join(' ')
    if (value !== undefined) {
      identifiers.push({
        scheme: SCHEMES.find(([words]) => words.test(`${kind ?? ''} ${number ?? ''}`))?.[1] ?? schemeOf(said),
        value,
        ...(country === undefined ? {} : { country }),
        ...(saysInvalid(said) ? { valid: false } : {}),
      })
    }
    const beside = kind ?? note ?? issued ?? city
    const unread = country === undefined && (issuingCountry ?? countryOfIssue) !== undefined
    if (value !== number || beside !== undefined || unread) left.push(fields)
  }
  return { identifiers, left }
}

function schemeOf(words: string): string {
  return SCHEMES.find(([pattern]) => pattern.test(words))?.[1] ?? 'x-document'
}

/** The number of a document within words about it; undefined where the text is not of that form. */
function numberWithin(text: string | undefined): string | undefined {
  const found =
    /(?:\b(?:number|no\.?|card|code|SSN|passport)\b\.?:? ?)(?:No\. ?)?((?:[A-Z]{1,3}[- ]?)?\d[\w/.-]*)/i.exec(
      text ?? '',
    )
  return found?.[1]?.replace(/[.,]$/, '')
}
