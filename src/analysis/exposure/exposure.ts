import { formatDay } from '../../model/days'
import type { Vocabulary } from '../../ontology/typing'
import { named } from '../../query/cite'
import { Edges } from '../../query/edges'
import { type Excerpt, excerptOf } from '../../query/show/excerpt'
import type { TableRow } from '../../query/show/table'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { Analysis } from '../analysis'
import { withoutDay } from '../day'
import type { Viewed } from '../viewed'
import { findCraft } from './craft'
import { findEmbargoes } from './embargoes'
import { Facts } from './facts'
import type { Indicator, PossibleIndicator, PossibleReach, Reach } from './found'
import { type Found, findListings } from './listings'
import { type AskedExposure, type ExposureOptions, readExposureOptions } from './options'
import { inOrder } from './order'
import { findOwnership } from './owned'
import { placesOf } from './places'
import { findSectors } from './sectors'
import { findTies } from './ties'
import { COLUMNS, rowOf } from './words'

/** All of an answer about exposure, as plain data. */
export interface ExposureRecord {
  readonly caveat: string
  readonly entity: string
  readonly day: string
  readonly rules: readonly string[]
  readonly maxSteps: number
  readonly complete: boolean
  readonly reach: readonly Reach[]
  readonly indicators: readonly Indicator[]
  readonly possibly: Possibly
  readonly leftOut: readonly string[]
}

/** What rests on statements that are alleged, disputed, or not certain on the day, apart from all that does not. */
export interface Possibly {
  readonly reach: readonly PossibleReach[]
  readonly indicators: readonly PossibleIndicator[]
}

/**
 * How an entity is exposed to sanctions, in two classes that are never mixed: *reach*, measures that reach it in law, and
 * *indicators*, reasons to look closer that have no legal effect.
 *
 * Measures reach an entity where a sender lists it by name; where a rule on ownership extends to it the listings of its
 * owners; where a comprehensive embargo is on it, or on the jurisdiction in which an organisation or asset is registered
 * or located, or whose flag a craft has; where other sanctions are on it as such; where measures on ships and aircraft
 * are on the flag or the owner of a craft. Which measures is always told: a listing that blocks nothing, as a sectoral
 * one, is a reach of its own measures only.
 *
 * Both rest on what is asserted, undisputed and holds on the day. What rests on anything less stands in `possibly`, with
 * the doubts. What is announced or predicted is left out, and told in `leftOut`.
 *
 * @param view the view to ask; its `asOf` is the day, or today (UTC) where it has none
 * @param entity its id, or one that was merged into it
 * @param options rules on ownership, how far and how many indicators; see {@link ExposureOptions}
 * @returns what is found; nothing found is no clearance
 * @throws {@link StatecraftError} for an unknown option, rule or entity, and for numbers out of range
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { exposure } from 'statecraft/analysis'
 *
 * const kg = createGraph()
 * const us = kg.add('State', { id: 'state:US', label: 'United States' })
 * const x = kg.add('Person', { id: 'person:x', label: 'X' })
 * const y = kg.add('Person', { id: 'person:y', label: 'Y' })
 * const a = kg.add('Company', { id: 'company:a', label: 'A' })
 * const list = kg.from(kg.add('SanctionsList', { id: 'source:list', label: 'SDN', publisher: us, published: '2024-01-01' }))
 * list.relate(us, 'designates', x, { measures: 'asset-freeze', when: '2023-01-01/..' })
 * const register = kg.from(kg.add('Dataset', { id: 'source:register', label: 'Register', published: '2024-01-01' }))
 * register.relate(x, 'owns', a, { share: 60 })
 * register.relate(x, 'familyOf', y)
 *
 * const day = kg.view({ asOf: '2024-01-01' })
 * console.log(exposure(day, 'company:a').reach.map(({ way, rule }) => `${way} ${rule}`)) // [ 'ownership us-ofac' ]
 * console.log(exposure(day, 'person:y').indicators.map(({ kind }) => kind)) // [ 'family' ]
 * ```
 *
 * Source: for the rules on ownership, {@link OWNERSHIP_RULES}; for what indicators are and are not, FATF, *Guidance on
 * Proliferation Financing Risk Assessment and Mitigation* (2021).
 */
export function exposure<D extends Vocabulary>(
  view: Viewed<D>,
  entity: string,
  options: ExposureOptions = {},
): Exposure {
  return new Exposure(view.lens, readExposureOptions(view.lens, entity, options))
}

/** How an entity is exposed to sanctions, made by {@link exposure}. */
export class Exposure extends Analysis {
  override readonly caveat =
    'Not legal advice, and not a clearance: listings, owners and ties that nobody states here are not known.'
  /** Its id. */
  readonly entity: string
  /** The day of which is asked, `YYYY-MM-DD`. */
  readonly day: string
  /** Ids of the rules on ownership that were applied. */
  readonly rules: readonly string[]
  readonly maxSteps: number
  /**
   * Whether all is here, of ties of at most so many steps: false where the limit cut indicators by ties short, or where
   * it lies in places for more steps, or in more ways, than are followed.
   */
  readonly complete: boolean
  /** Measures that reach it in law. */
  readonly reach: readonly Reach[]
  /** Reasons to look closer, without legal effect. */
  readonly indicators: readonly Indicator[]
  /** What would be either, if what it rests on is so. */
  readonly possibly: Possibly
  /** Ids of statements near it that are left out: announced or predicted. */
  readonly leftOut: readonly string[]
  readonly #row: Row
  readonly #withoutRule: readonly string[]

  /** @internal Made by {@link exposure}. */
  constructor(asked: Lens, { entity, day, rules, withoutRule, maxSteps, limit }: AskedExposure) {
    const lens = withoutDay(asked)
    super(lens, asked)
    const { store } = lens
    const isCertain = asked.criteria.some(({ certain }) => certain)
    const facts = new Facts(lens, day, isCertain)
    const found: Found = { reach: [], indicators: [], possibleReach: [], possibleIndicators: [] }
    const { places, complete } = placesOf(facts, entity)
    const near = { entity, places: new Set(places.map(({ place }) => place)) }
    findListings(facts, near, found)
    const told = findOwnership(asked, facts, near, rules, found)
    findEmbargoes(facts, near, places, found)
    findCraft(facts, near, told, found)
    findSectors(facts, near, places, found)
    this.complete = findTies(facts, near, { maxSteps, limit, told }, found) && complete
    const { reach, indicators, possibleReach, possibleIndicators } = inOrder(found)
    this.entity = store.idOf(entity)
    this.day = formatDay(day)
    this.rules = rules.map(({ id }) => id)
    this.maxSteps = maxSteps
    this.reach = reach
    this.indicators = indicators
    this.possibly = { reach: possibleReach, indicators: possibleIndicators }
    this.leftOut = Array.from(facts.leftOut, (row) => store.statementId(row)).sort()
    this.#row = entity
    this.#withoutRule = withoutRule
  }

  override toJSON(): ExposureRecord {
    const { caveat, entity, day, rules, maxSteps, complete, reach, indicators, possibly, leftOut } = this
    return { caveat, entity, day, rules, maxSteps, complete, reach, indicators, possibly, leftOut }
  }

  protected override get called(): string {
    return 'Exposure'
  }

  protected override heading(languages?: readonly string[]): string {
    return `Exposure of ${named(this.lens, this.#row, languages, this.entity)} to sanctions on ${this.day}`
  }

  protected override columns(): readonly string[] {
    return COLUMNS
  }

  protected override get size(): number {
    return this.#items().length
  }

  #items() {
    return [...this.reach, ...this.possibly.reach, ...this.indicators, ...this.possibly.indicators]
  }

  protected override *tableRows(languages?: readonly string[]): Generator<TableRow> {
    for (const item of this.#items()) yield rowOf(this.lens, item, languages)
  }

  protected override remarks(): readonly string[] {
    const { reach, indicators, possibly, complete, leftOut, rules } = this
    const count = (items: readonly unknown[], what: string) => `${what}: ${items.length || 'no finding'}`
    return [
      [
        count(reach, 'Reach in law'),
        count(possibly.reach, 'possible reach'),
        count(indicators, 'indicators, which have no legal effect'),
        count(possibly.indicators, 'possible indicators'),
      ].join('; '),
      `Rules on ownership: ${rules.join(', ') || 'none'}`,
      ...(this.#withoutRule.length > 0 ? [`No rule on that day: ${this.#withoutRule.join(', ')}`] : []),
      ...(complete ? [] : ['Not all is here: cut short by the limit, or by how many places are followed']),
      ...(leftOut.length > 0 ? [`Left out, as announced or predicted: ${leftOut.length}`] : []),
    ]
  }

  protected override *rests(): Generator<Row> {
    const { store } = this.lens
    for (const { statements, licences, suspensions } of this.#items()) {
      for (const id of statements) yield store.findStatement(id)
      for (const { statement } of [...licences, ...suspensions]) yield store.findStatement(statement)
    }
  }

  /** @internal The chains. */
  override excerpt(_rows?: number, languages?: readonly string[]): Excerpt {
    this.check()
    const title = this.title(languages)
    const excerpt = excerptOf(Edges.of(this.lens), title, this.rests(), [this.#row], [this.#row])
    return { ...excerpt, remarks: [this.caveat] }
  }
}
