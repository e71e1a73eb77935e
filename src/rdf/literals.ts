import { canonicalJson } from '../model/canonical'
import type { Text } from '../model/text'
import { inLanguage, type Literal, literal } from './terms'
import { EDTF, RDF, XSD } from './words'

/** A date, interval or set, exactly as stated. */
export function dateLiteral(edtf: string): Literal {
  return literal(edtf, EDTF)
}

export function booleanLiteral(value: boolean): Literal {
  return literal(String(value), XSD.boolean)
}

export function integerLiteral(value: number): Literal {
  return literal(String(value), XSD.integer)
}

/**
 * A number as `xsd:decimal`, or as `xsd:double` where JavaScript writes it with an exponent: the shortest
 * digits that read back as the same number.
 *
 * Source: canonical representations of XML Schema Part 2, 1.1, §3.3.3 and §3.3.5.
 */
export function numberLiteral(value: number): Literal {
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent === undefined) return literal(mantissa, XSD.decimal)
  return literal(`${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`, XSD.double)
}

/** A text in one language; `und` is a plain string. */
export function textLiteral(text: string, language: string): Literal {
  return language === 'und' ? literal(text) : inLanguage(text, language)
}

/** A text, one literal a language. */
export function textLiterals(text: Text): Literal[] {
  return Object.keys(text).map((language) => textLiteral(text[language] ?? '', language))
}

// What JSON may hold and literals may not: noncharacters. JSON escapes controls and lone surrogates by
// itself.
const NONCHARACTER =
  /[\ufdd0-\ufdef\ufffe\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g

/** Foreign data as it is: canonical JSON. */
export function jsonLiteral(value: unknown): Literal {
  const json = canonicalJson(value).replace(NONCHARACTER, (char) =>
    [...Array(char.length).keys()]
      .map((i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`)
      .join(''),
  )
  return literal(json, RDF.JSON)
}
