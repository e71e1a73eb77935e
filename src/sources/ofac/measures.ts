import { lists } from '../../ontology/core/lists'
import { tagOf } from './programmes'

interface Value {
  readonly definition: string
  readonly counterparts?: readonly string[]
}

const VALUES: { readonly [measure: string]: Value } = lists.measure.values

/** Sanctions types of the advanced and enhanced XML, by the counterparts that the ontology gives its measures. */
const BY_TYPE: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...Object.entries(VALUES).flatMap(([measure, { counterparts = [] }]) =>
    counterparts
      .filter((term) => term.startsWith('ofac:'))
      .map((term) => [term.slice(5), [measure]] as const),
  ),
  // Types that are named after an order: what the order does. E.O. 13959 as amended by 14032 §1; the directives under
  // E.O. 14024 and 14014, https://ofac.treasury.gov/sanctions-programs-and-country-information.
  ...(
    [
      ['executive-order-13959-sanctions', 'investment-ban'],
      ['cmic-executive-order', 'investment-ban'],
      ['executive-order-14024-directive-1a', 'financial-restrictions'],
      ['executive-order-14024-directive-2', 'correspondent-account-restrictions'],
      ['executive-order-14024-directive-3', 'financial-restrictions'],
      ['executive-order-14024-directive-4', 'financial-restrictions'],
      ['executive-order-14014-directive-1', 'financial-restrictions'],
    ] as const
  ).map(([type, measure]) => [type, [measure]] as const),
  // What these do stands in the features of the party.
  ...['caatsa-section-231/235-sanctions', 'executive-order-14059-non-blocking'].map(
    (type) => [type, []] as const,
  ),
])

/**
 * The measures that a sanctions type of the advanced or enhanced XML stands for.
 *
 * @param type as in the value sets: `Block`, `13662 Sectoral Directive 1`
 * @returns empty where the type leaves it to the features of the party; undefined where the type is not known
 */
export function measuresOfType(type: string): readonly string[] | undefined {
  return BY_TYPE.get(type.trim().toLowerCase().replace(/\s+/g, '-'))
}

/** What an entry says of measures beside its list, and the programmes that it says it of. */
export interface StatedMeasures {
  readonly measures: readonly string[]
  /** In the tag of the programme. */
  readonly about: string
}

/** What menus of sanctions choose from, as in CAATSA §235(a), E.O. 13846 §§4–5 and E.O. 14059 §2. */
const MENU: readonly (readonly [words: RegExp, measure: string])[] = [
  [/blocking property|property blocked/i, 'asset-freeze'],
  [/equity or debt/i, 'investment-ban'],
  [/^export sanctions/i, 'export-control'],
  [/^import sanctions/i, 'import-restrictions'],
  [/procurement/i, 'debarment'],
  [/loans|foreign exchange|banking transactions|bank assistance/i, 'financial-restrictions'],
  // Of those who lead the party, not of itself.
  [/corporate officers|principal executive officers/i, 'other'],
]

/** Kinds of facts that state measures, and the programmes that they speak of. */
const STATED: readonly (readonly [kind: RegExp, about: string, type?: string])[] = [
  [/^executive order 13662 directive determination/, 'EO13662', '13662 Sectoral'],
  [/^executive order 14024 directive information/, 'EO14024', 'Executive Order 14024'],
  [/^executive order 14014 directive information/, 'EO14014', 'Executive Order 14014'],
  [/^executive order 13846 information/, 'EO13846'],
  [/^executive order 14059 information/, 'EO14059'],
  [/^caatsa section 235 information/, 'CAATSA'],
  [/^peesa information/, 'PEESA'],
]

/**
 * The measures that a fact states: `Executive Order 13662 Directive Determination -`, `Subject to Directive 1`.
 *
 * @param kind its kind, in lower case
 * @param value what it says
 * @returns undefined where it states none
 */
export function measuresStated(kind: string, value: string): StatedMeasures | undefined {
  const stated = STATED.find(([words]) => words.test(kind))
  if (!stated) return undefined
  const [, about, type] = stated
  if (type === undefined) {
    const measures = MENU.filter(([words]) => words.test(value)).map(([, measure]) => measure)
    return measures.length === 0 ? undefined : { measures, about }
  }
  const directive = /Subject to (Directive \w+)/i.exec(value)?.[1]
  const measures = directive === undefined ? undefined : measuresOfType(`${type} ${directive}`)
  return measures && { measures, about }
}

/** Whether a programme is one that a fact speaks of. */
export function isAbout(tag: string, about: string): boolean {
  return tagOf(tag).includes(about)
}
