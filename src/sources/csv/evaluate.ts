import { mintId } from '../../model/id'
import { Problem } from '../../model/problem'
import { didYouMean } from '../../model/suggest'
import type { Ontology, Property } from '../../ontology/ontology'
import type { SourceContext } from '../input/context'
import type { Tally } from '../input/tally'
import { holds } from './condition'
import { counterpartsOf } from './counterparts'
import { checkedDate, dateOfFormat, dateOfParts, intervalOf } from './dates'
import {
  type Computed,
  type Condition,
  type DateParts,
  type Interval,
  isComputed,
  isDateParts,
  isInterval,
  isObject,
  type Mapped,
  type MappingDialect,
} from './mapping'
import { readNumber } from './numbers'
import { plainProperty } from './properties'
import type { Resolver } from './resolver'
import type { Row } from './row'
import { splitList } from './split'
import { columnsOf, readTemplate } from './template'

/** Something is there and could not be read: it was told. Nothing at all is `undefined`. */
export const LOST = Symbol('lost')

/** What a field of a rule comes to, for one row. */
export type Found = unknown | typeof LOST | undefined

/** What evaluating takes. */
export interface Evaluating {
  readonly ontology: Ontology
  readonly dialect: MappingDialect
  readonly context: SourceContext
  readonly tally: Tally
  readonly resolver: Resolver
}

/** Works out what fields of rules come to, row by row. */
export class Evaluator {
  readonly #with: Evaluating
  readonly #missing: ReadonlySet<string>

  constructor(evaluating: Evaluating) {
    this.#with = evaluating
    this.#missing = new Set(evaluating.dialect.missing ?? [])
  }

  /** Whether a condition holds of a row. */
  holds(condition: Condition | undefined, row: Row): boolean {
    return condition === undefined || holds(condition, row, this.#missing)
  }

  /**
   * What a field comes to.
   *
   * @param field as the mapping has it
   * @param property what the ontology knows of it; undefined where it is a field of every record
   * @param isDate whether a date is wanted
   * @returns a value, a list of values, `undefined` for nothing, or {@link LOST}
   */
  field(field: unknown, row: Row, property: Property | undefined, isDate = property?.kind === 'date'): Found {
    if (isDate && !Array.isArray(field)) return this.#date(field, row)
    if (Array.isArray(field)) return this.#list(field, row, property)
    if (isComputed(field)) return this.#computed(field, row, property)
    if (isObject(field)) return this.#object(field, row, property)
    if (typeof field !== 'string') return field
    const text = this.#template(field, row)
    return text === undefined ? undefined : this.#read(text, property)
  }

  /** The items of a list, as texts. */
  items(field: unknown, row: Row): string[] {
    const found = this.field(field, row, undefined)
    return [found]
      .flat()
      .filter((item) => item !== undefined && item !== LOST)
      .map(String)
  }

  /** Values of a list; some of them may be {@link LOST}. */
  #list(fields: readonly unknown[], row: Row, property: Property | undefined): Found {
    const found = fields.flatMap((one) => this.field(one, row, property))
    const values = found.filter((one) => one !== undefined)
    return values.length === 0 ? undefined : values
  }

  #object(fields: { readonly [key: string]: unknown }, row: Row, property: Property | undefined): Found {
    const found: [string, unknown][] = []
    // The parts of a point are numbers; those of other objects are texts.
    const kind = property?.kind === 'point' ? NUMBER : undefined
    for (const [key, value] of Object.entries(fields)) {
      const one = this.field(value, row, kind)
      if (one === LOST) return LOST
      const fine = Array.isArray(one) ? one.filter((item) => item !== LOST) : one
      if (fine !== undefined) found.push([key, fine])
    }
    // fromEntries makes own properties of all keys, also of `__proto__`.
    return found.length === 0 ? undefined : Object.fromEntries(found)
  }

  // Texts

  #cell(column: string, row: Row, missing: ReadonlySet<string> = this.#missing): string | undefined {
    const cell = row.cell(column)
    return cell === '' || missing.has(cell) ? undefined : cell
  }

  #template(text: string, row: Row, missing?: ReadonlySet<string>): string | undefined {
    if (!/[{}]/.test(text)) return text
    const template = readTemplate(text)
    if (template instanceof Problem) return undefined // refused before any row was read
    if (columnsOf(template).some((column) => this.#cell(column, row, missing) === undefined)) return undefined
    return template.map((part, i) => (i % 2 === 1 ? row.cell(part) : part)).join('')
  }

  // Values that are computed

  #computed(computed: Computed, row: Row, property: Property | undefined): Found {
    const { column, template = '', split } = computed
    const missing = computed.missing && new Set(computed.missing)
    const text =
      column === undefined ? this.#template(template, row, missing) : this.#cell(column, row, missing)
    if (text === undefined) return undefined
    if (split === undefined) return this.#step(text, computed, row, property)
    const { separator, quote } = typeof split === 'string' ? { separator: split } : split
    const items = splitList(text, separator, quote).filter((item) => !(missing ?? this.#missing).has(item))
    const found = items.flatMap((item) => this.#step(item, computed, row, property))
    const values = found.filter((one) => one !== undefined)
    return values.length === 0 ? undefined : values
  }

  /** One text, through the steps. */
  #step(text: string, computed: Computed, row: Row, property: Property | undefined): Found {
    const { map } = computed
    if (!map) return this.#make(text, computed, row, property)
    const mapped = Object.hasOwn(map, text) ? map[text] : computed.default
    if (mapped === undefined) {
      const where = computed.column === undefined ? 'a value' : `the column '${computed.column}'`
      return this.#unmapped(
        `${where}: '${text.slice(0, 80)}' is not in its map`,
        meant(text, Object.keys(map)),
      )
    }
    return this.#mapped(mapped, computed, row, property)
  }

  #mapped(mapped: Mapped, computed: Computed, row: Row, property: Property | undefined): Found {
    if (mapped === null) return undefined
    if (Array.isArray(mapped))
      return mapped.flatMap((one: string) => this.#mapped(one, computed, row, property))
    return typeof mapped === 'string' ? this.#make(mapped, computed, row, property) : mapped
  }

  #make(text: string, computed: Computed, row: Row, property: Property | undefined): Found {
    const { counterpart, resolve, mint, format, times } = computed
    if (counterpart !== undefined) return this.#counterpart(text, counterpart, property)
    if (resolve) return this.#resolve(text, resolve, row)
    if (mint !== undefined) return mintId(mint, text)
    if (format !== undefined) return this.#told('bad-date', dateOfFormat(text, format))
    if (times !== undefined) return this.#told('bad-value', readNumber(text, this.#with.dialect, times))
    return this.#read(text, property)
  }

  #counterpart(text: string, vocabulary: string, property: Property | undefined): Found {
    const values = counterpartsOf(this.#with.ontology, property?.list ?? '', vocabulary)
    const value = values.get(text)
    if (value !== undefined) return value
    const hint = meant(text, values.keys())
    return this.#unmapped(`'${vocabulary}:${text.slice(0, 80)}' is counterpart of no ${property?.list}`, hint)
  }

  #resolve(code: string, { scheme, at }: NonNullable<Computed['resolve']>, row: Row): Found {
    const date = at === undefined ? undefined : this.#date(at, row)
    if (date === LOST) return LOST
    const found = this.#with.resolver.resolve(code, scheme, date)
    if (!(found instanceof Problem)) return found
    const { message, several, hint = date === undefined && several ? UNDATED : undefined } = found
    this.#with.tally.add(message, several ? 'ambiguous' : 'unmapped', message, hint)
    return LOST
  }

  /** A text as a value of its kind. */
  #read(text: string, property: Property | undefined): Found {
    switch (property?.kind) {
      case 'number':
      case 'integer':
      case 'share':
        return this.#told('bad-value', readNumber(text, this.#with.dialect))
      case 'boolean':
        return text === 'true' || (text === 'false' ? false : text)
      case 'date':
        return this.#told('bad-date', checkedDate(text))
      case 'choice': {
        const { list, values = new Set<string>() } = property
        if (values.has(text)) return text
        return this.#unmapped(`'${text.slice(0, 80)}' is no ${list}`, meant(text, values))
      }
      default:
        return text
    }
  }

  // Dates

  #date(field: unknown, row: Row): string | typeof LOST | undefined {
    if (isInterval(field)) return this.#interval(field, row)
    if (isDateParts(field)) return this.#parts(field, row)
    const text = isComputed(field)
      ? this.#computed(field, row, undefined)
      : this.#template(String(field), row)
    if (text === undefined || text === LOST) return text
    return this.#told('bad-date', checkedDate(String(text)))
  }

  #parts({ year, month, day, missing }: DateParts, row: Row): string | typeof LOST | undefined {
    const gone = missing && new Set(missing)
    const [y, m, d] = [year, month, day].map((column) =>
      column === undefined ? undefined : this.#cell(column, row, gone),
    )
    return y === undefined ? undefined : this.#told('bad-date', dateOfParts(y, m, d))
  }

  #interval({ from, to, open = false }: Interval, row: Row): string | typeof LOST | undefined {
    const [start, end] = [from, to].map((one) => (one === undefined ? undefined : this.#date(one, row)))
    // An end that could not be read is not open: it is not known.
    const isOpen = end === undefined && (typeof open === 'boolean' ? open : this.holds(open, row))
    const known = (one: typeof start) => (one === LOST ? undefined : one)
    const interval = intervalOf(known(start), isOpen ? '..' : known(end))
    if (interval === undefined) return start === LOST || end === LOST ? LOST : undefined
    return this.#told('bad-date', interval)
  }

  // Trouble

  #told<T>(code: 'bad-date' | 'bad-value', found: T | Problem): T | typeof LOST {
    if (!(found instanceof Problem)) return found
    const { message, hint } = found
    this.#with.context.tell(code, `${message}; it is left out`, hint === undefined ? {} : { hint })
    return LOST
  }

  #unmapped(message: string, hint: string | undefined): typeof LOST {
    this.#with.tally.add(message, 'unmapped', message, hint)
    return LOST
  }
}

const UNDATED = 'as of when? resolve.at is not given, or missing in these rows'

/** What was probably meant; of codes of a letter or two, everything is near. */
function meant(text: string, known: Iterable<string>): string | undefined {
  return text.length > 2 ? didYouMean(text, known) : undefined
}

/** Latitude and longitude. */
const NUMBER = /* @__PURE__ */ plainProperty('number')
