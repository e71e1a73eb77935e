import { printable } from '../../model/issue'
import { pickText, type Text } from '../../model/text'
import type { Kind } from '../../ontology/definition'
import type { Property } from '../../ontology/ontology'
import { arrow, named, verbOf } from '../../query/cite'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import type { Fact } from './data'

/** A text as a page shows it: one line, in which no character turns others around. */
export function line(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim())
}

/** A statement in words: `Iran supplies oil Russia`, with an arrow for the verb. */
export function statementInWords(lens: Lens, row: Row, languages?: readonly string[]): string {
  const { subject, object } = lens.store.statements.columns
  const [from, to] = [subject[row]!, object[row]!].map((end) => named(lens, end, languages))
  return `${from} ${arrow(verbOf(lens, row, languages), lens.store.relationOf(row).symmetric)} ${to}`
}

/** A value of a field, qualifier or detail in words. */
export function valueInWords(
  lens: Lens,
  kind: Kind | undefined,
  value: unknown,
  languages?: readonly string[],
): string {
  if (kind === 'share' && Array.isArray(value)) return `${value.join('–')} %`
  if (Array.isArray(value)) return value.map((one) => valueInWords(lens, kind, one, languages)).join(', ')
  if (kind === 'text') return line(pickText(value as Text, languages) ?? '') // as it was read
  if (kind === 'share') return `${value} %`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object' && value !== null) return line(JSON.stringify(value))
  const text = String(value)
  if (kind === 'entity' || kind === 'statement' || kind === 'thing') {
    const statement = lens.store.referredStatement(value) || lens.store.findStatement(text)
    if (statement !== 0) return statementInWords(lens, statement, languages)
    return named(lens, lens.store.findEntity(text), languages, text)
  }
  return line(text)
}

/** Fields with what they say, by their labels; those that the ontology does not know keep their names. */
export function factsOf(
  lens: Lens,
  fields: { readonly [field: string]: unknown },
  properties: ReadonlyMap<string, Property>,
  languages?: readonly string[],
): Fact[] {
  return Object.entries(fields).flatMap(([name, value]): Fact[] => {
    if (value === undefined) return []
    if (name === 'extra' && typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([key, text]) => [line(key), valueInWords(lens, undefined, text)])
    }
    const property = properties.get(name)
    return [[property?.label ?? line(name), valueInWords(lens, property?.kind, value, languages)]]
  })
}

/** The address that a link may lead to: http(s) as it is, a DOI by its resolver; undefined for all else. */
export function linkOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const doi = /^doi:(10\..+)$/i.exec(value)?.[1]
  const address = doi === undefined ? value : `https://doi.org/${encodeURI(doi)}`
  if (!URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}
