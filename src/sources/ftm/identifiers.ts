import type { Identifier } from '../../model/record'
import { SCHEMES } from '../../model/schemes'
import { isText } from './names'
import { addTo, onlyOf, type Properties, valuesOf } from './node'
import { hasProperty, isA } from './schemata'

/** What a property of identifiers is here. */
interface Rule {
  readonly property: string
  readonly scheme: string
  /** The schema that has it with this meaning, where another one has it with another. */
  readonly of?: string
  /** The country that gives such numbers. */
  readonly country?: string
  /** How the value is written here, where otherwise. */
  readonly read?: (value: string) => string
}

const digits = (value: string) => /^\s*(?:IMO)?\s*(\d{7})\s*$/i.exec(value)?.[1] ?? value
const tight = (value: string) => value.replace(/\s+/g, '').toUpperCase()

/**
 * Properties of identifiers, and the schemes that they are. A value that is not of the form of its scheme, and all
 * properties of {@link OTHERS}, have schemes of their own: `x-` and the property, as `x-okpo-code`.
 */
const RULES: readonly Rule[] = [
  { property: 'wikidataId', scheme: 'wikidata' },
  { property: 'leiCode', scheme: 'lei', read: tight },
  { property: 'imoNumber', scheme: 'imo', of: 'Vessel', read: digits },
  { property: 'imoNumber', scheme: 'imo-company', of: 'Organization', read: digits },
  { property: 'mmsi', scheme: 'mmsi' },
  { property: 'callSign', scheme: 'call-sign' },
  { property: 'serialNumber', scheme: 'msn', of: 'Airplane' },
  { property: 'registrationNumber', scheme: 'tail-number', of: 'Airplane' },
  { property: 'ogrnCode', scheme: 'registration', country: 'RU' },
  { property: 'uscCode', scheme: 'registration', country: 'CN' },
  { property: 'registrationNumber', scheme: 'registration' },
  { property: 'innCode', scheme: 'tax', country: 'RU' },
  { property: 'taxNumber', scheme: 'tax' },
  { property: 'idNumber', scheme: 'national-id' },
  { property: 'passportNumber', scheme: 'passport' },
  { property: 'swiftBic', scheme: 'bic', read: tight },
  { property: 'iban', scheme: 'iban', read: tight },
  { property: 'isin', scheme: 'isin', of: 'Security', read: tight },
  // Of securities that the party issued: none of them is the party.
  { property: 'isinCode', scheme: 'x-issued-isin' },
  { property: 'email', scheme: 'email' },
  { property: 'phone', scheme: 'phone' },
  { property: 'website', scheme: 'website' },
]

/** Properties that have no scheme of ours. */
const OTHERS: readonly string[] =
  'accountNumber bikCode bvdId cageCode cikCode coatoCode crsNumber dunsCode figiCode fnsCode fssCode giiNumber icijId ipoCode irsCode jibCode kppCode licenseNumber mbsCode npiCode okpoCode permId pfrNumber ricCode socialSecurityNumber ticker uniqueEntityId vatCode voenCode'.split(
    ' ',
  )

/** Numbers of which the source does not tell what they are: column `identifiers` of targets.simple.csv. */
export const UNTOLD = 'identifiers'
const UNTOLD_SCHEME = 'x-identifier'

const ALL: readonly string[] = [...new Set([...RULES.map(({ property }) => property), ...OTHERS])]
const BY_OWN_SCHEME = new Map([
  ...ALL.map((property): [string, string] => [ownScheme(property), property]),
  ['swift-code', 'swiftBic'],
])

/** The identifiers of an entity. */
export function readIdentifiers(schema: string, properties: Properties): Identifier[] {
  const found: Identifier[] = []
  for (const property of ALL) {
    if (!properties.has(property) || !hasProperty(schema, property)) continue
    const rule = RULES.find((one) => one.property === property && fitsSchema(one, schema))
    for (const value of valuesOf(properties, property))
      if (isText(value)) found.push(read(rule, property, value))
  }
  for (const value of valuesOf(properties, UNTOLD)) {
    if (isText(value)) found.push({ scheme: UNTOLD_SCHEME, value })
  }
  const wallet = readWallet(schema, properties)
  if (wallet) found.push(wallet)
  return found
}

function read(rule: Rule | undefined, property: string, given: string): Identifier {
  if (!rule) return { scheme: ownScheme(property), value: given }
  const value = rule.read?.(given) ?? given
  if (value === '' || !isOfForm(rule.scheme, value)) return { scheme: ownScheme(property), value: given }
  return { scheme: rule.scheme, value, ...(rule.country === undefined ? {} : { country: rule.country }) }
}

/**
 * The same back.
 *
 * @param untold told of identifiers that entities of this schema do not have there
 */
export function writeIdentifiers(
  schema: string,
  identifiers: readonly Identifier[],
  properties: Map<string, string[]>,
  untold: (identifier: Identifier) => void = () => undefined,
): void {
  for (const identifier of identifiers) {
    const { scheme, value, country } = identifier
    const rules = RULES.filter((one) => one.scheme === scheme && fitsSchema(one, schema))
    const rule =
      rules.find((one) => one.country !== undefined && one.country === country) ??
      rules.find((one) => one.country === undefined)
    const property = rule?.property ?? BY_OWN_SCHEME.get(scheme)
    if (scheme === UNTOLD_SCHEME) addTo(properties, UNTOLD, [value])
    else if (scheme === 'wallet' && schema === 'CryptoWallet') writeWallet(value, properties)
    else if (property !== undefined && hasProperty(schema, property)) addTo(properties, property, [value])
    else untold(identifier)
  }
}

function fitsSchema({ property, of }: Rule, schema: string): boolean {
  return hasProperty(schema, property) && (of === undefined || isA(schema, of))
}

/** A wallet, as `XBT:1A1z…`, where its currency is told. */
function readWallet(schema: string, properties: Properties): Identifier | undefined {
  if (schema !== 'CryptoWallet') return undefined
  const [key, symbol] = [onlyOf(properties, 'publicKey'), onlyOf(properties, 'currencySymbol')]
  if (key === undefined || symbol === undefined || !/^[A-Z0-9]{2,10}$/.test(symbol) || !isText(key))
    return undefined
  return { scheme: 'wallet', value: `${symbol}:${key}` }
}

function writeWallet(value: string, properties: Map<string, string[]>): void {
  const colon = value.indexOf(':')
  if (colon > 0) addTo(properties, 'currencySymbol', [value.slice(0, colon)])
  addTo(properties, 'publicKey', [value.slice(colon + 1)])
}

function isOfForm(scheme: string, value: string): boolean {
  // The boundary: a scheme of ours is looked up by its name.
  const known = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme as keyof typeof SCHEMES] : undefined
  return !known || !('form' in known) || known.form.test(value)
}

/** `okpoCode` → `x-okpo-code`. */
function ownScheme(property: string): string {
  return `x-${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
