import { drawSVG } from '../../drawing/svg'
import { type Day, formatDay } from '../../model/days'
import type { Vocabulary } from '../../ontology/typing'
import { titled } from '../../query/cite'
import { Edges } from '../../query/edges'
import { diagramOf } from '../../query/show/diagram'
import { type Excerpt, excerptOf } from '../../query/show/excerpt'
import { readShowOptions, type ShowOptions } from '../../query/show/options'
import { folded, ROWS, type TableRow } from '../../query/show/table'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { Analysis } from '../analysis'
import { type Basis, basisOf } from '../basis'
import { allegations, countsOn } from '../certainty'
import { withoutDay } from '../day'
import { sumExactly, toNumber } from '../decimal'
import type { Viewed } from '../viewed'
import { assess, type Case, restsOf, soldBy, verdictOn } from './assess'
import { Blocked } from './blocked'
import { type BlockedOwner, DOUBTS, type OwnershipFinding, VERDICTS, type Verdict } from './finding'
import { collectHoldings } from './holdings'
import { Listings } from './listings'
import { type OwnershipOptions, readOwnershipOptions } from './options'
import { inOrder } from './order'
import { percent, withShares } from './picture'
import { isInForce, type OwnershipRule } from './rule'
import { Sold } from './sold'

/** An entity of which more than all is stated to be held, by the lowest shares. */
export interface Excess extends Basis {
  readonly entity: string
  /** In percent. */
  readonly sum: number
}

/** All of an answer about ownership, as plain data. */
export interface OwnershipRecord {
  readonly caveat: string
  readonly rule: OwnershipRule
  readonly measure: string
  readonly day: string
  readonly counts: { readonly [V in Verdict]: number }
  readonly findings: readonly OwnershipFinding[]
  readonly excess: readonly Excess[]
  readonly leftOut: readonly string[]
}

/**
 * Which entities fall under the measures on listed parties because these own them, by the rule of an authority: the 50
 * Percent Rule of OFAC and its like.
 *
 * It begins with the parties that a sender of the rule `designates` with the measure, and follows what they own, directly
 * and through entities that are themselves blocked: shares are not multiplied along chains. Several claims about one
 * owner and one entity give a range, never a sum; what is stated as held indirectly (`direct: false`) is not summed. It
 * is worked out twice: by the lowest shares, for what is certain, and by the highest, for what may be.
 *
 * What is asserted, undisputed and holds on the day counts as certain; a holding that is alleged, disputed, only likely
 * by who asserts it, or vague in its dates may at most make a verdict `undetermined`; what is announced or predicted is left out, and told. A holding
 * or listing that is stated without an end, or without dates, holds on the day until it is said to have ended: a view that is
 * `certain` counts it as possible only.
 *
 * @param view the view to ask; its `asOf` is the day, or today (UTC) where it has none
 * @param options rule and measure
 * @returns a finding for each named entity of which somebody is stated to hold something, or a blocked owner to have
 * held something; `of` for any entity
 * @throws {@link StatecraftError} for an unknown option, rule or measure, and for a day on which there was no such rule
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { ownership } from 'statecraft/analysis'
 *
 * const kg = createGraph()
 * const us = kg.add('State', { id: 'state:US', label: 'United States' })
 * const x = kg.add('Person', { id: 'person:x', label: 'X' })
 * const a = kg.add('Company', { id: 'company:a', label: 'A' })
 * const b = kg.add('Company', { id: 'company:b', label: 'B' })
 * const list = kg.from(kg.add('SanctionsList', { id: 'source:list', label: 'SDN', publisher: us, published: '2024-01-01' }))
 * list.relate(us, 'designates', x, { measures: 'asset-freeze', when: '2023-01-01/..' })
 * const register = kg.from(kg.add('Dataset', { id: 'source:register', label: 'Register', published: '2024-01-01' }))
 * register.relate(x, 'owns', a, { share: 50 })
 * register.relate(a, 'owns', b, { share: 50 })
 *
 * const found = ownership(kg.view({ asOf: '2024-01-01' }), { rule: 'us-ofac' })
 * console.log(found.of('company:b')?.verdict) // blocked
 * console.log(found.of('company:b')?.owners[0]?.chain) // [ 'person:x', 'company:a' ]
 * ```
 *
 * Source: see {@link OWNERSHIP_RULES}; for what *indirectly* means, OFAC's FAQ 401.
 */
export function ownership<D extends Vocabulary>(view: Viewed<D>, options: OwnershipOptions = {}): Ownership {
  return new Ownership(view.lens, options)
}

/** Entities that fall under measures by who owns them, made by {@link ownership}. */
export class Ownership extends Analysis {
  override readonly caveat =
    'Not legal advice, and not a clearance: shares, owners and listings that nobody states here are not known.'
  /** The rule that is applied. */
  readonly rule: OwnershipRule
  /** The measure of which is asked. */
  readonly measure: string
  /** The day of which is asked, `YYYY-MM-DD`. */
  readonly day: string
  /** Ids of statements that are left out: announced or predicted holdings and listings. */
  readonly leftOut: readonly string[]
  readonly #day: Day
  readonly #case: Case
  /** Vertices of what somebody holds, in the order of their ids. */
  readonly #held: readonly number[]
  #counts: OwnershipRecord['counts'] | undefined

  /** @internal Made by {@link ownership}. */
  constructor(asked: Lens, options: OwnershipOptions) {
    const lens = withoutDay(asked)
    super(lens, asked)
    const { rule, measure, day } = readOwnershipOptions(asked, options)
    this.rule = rule
    this.measure = measure
    this.day = formatDay(day)
    this.#day = day
    const { store } = lens
    const isCertain = asked.criteria.some(({ certain }) => certain)
    const counts = countsOn(lens, day, (row) => !isCertain || isCertainlyOn(asked, row, day))
    const senders = new Set(rule.senders.map((id) => store.findEntity(id)))
    const listings = new Listings(lens, senders, measure, counts)
    const holdings = collectHoldings(lens, rule, counts)
    const { vertexOf } = lens.adjacency()
    const starting = (how: 'surely' | 'possibly') =>
      listings
        .parties(how)
        .map((row) => vertexOf[row]!)
        .sort((a, b) => a - b)
    this.#case = {
      lens,
      counts,
      holdings,
      listings,
      surely: new Blocked(holdings, rule, starting('surely'), 'low'),
      possibly: new Blocked(holdings, rule, starting('possibly'), 'high'),
      sold: new Sold(lens, day),
    }
    const { rowOf } = lens.adjacency()
    const sold = Array.from(this.#case.sold.assets, (row) => vertexOf[row]!)
    const held = new Set([...holdings.asset, ...sold.filter((vertex) => this.#isSold(vertex))])
    // Who is left unnamed is in no count.
    this.#held = [...held].filter((vertex) => !store.isUnnamed(rowOf[vertex]!)).sort((a, b) => a - b)
    this.leftOut = [...listings.leftOut, ...holdings.leftOut].map((row) => store.statementId(row)).sort()
  }

  /** How many entities have which verdict, of those of which somebody holds something. */
  get counts(): OwnershipRecord['counts'] {
    if (!this.#counts) {
      const counts = { blocked: 0, undetermined: 0, below: 0, 'no-finding': 0 }
      for (const vertex of this.#held) counts[verdictOn(this.#case, vertex)]++
      this.#counts = counts
    }
    return this.#counts
  }

  /** What is found of each entity of which somebody is stated to hold something, by id: made as it is read. */
  get findings(): Iterable<OwnershipFinding> {
    const found = this
    return {
      *[Symbol.iterator]() {
        for (const vertex of found.#held) {
          found.check()
          yield assess(found.#case, vertex)
        }
      },
    }
  }

  /**
   * What is found of one entity: `no-finding` also where nobody states who owns it.
   *
   * @param id its id, or one that was merged into it
   * @returns undefined where nobody speaks of it
   */
  of(id: string): OwnershipFinding | undefined {
    this.check()
    const { store } = this.lens
    const row = store.findEntity(id)
    return row === 0 ? undefined : assess(this.#case, this.lens.adjacency().vertexOf[store.current(row)]!)
  }

  /** Entities of which more than all is stated to be held: one of the claims is wrong, or of another time. */
  get excess(): readonly Excess[] {
    this.check()
    const { lens, holdings } = this.#case
    const { rowOf } = lens.adjacency()
    return this.#held.flatMap((vertex) => {
      const [from, until] = [holdings.inAsset[vertex]!, holdings.inAsset[vertex + 1]!]
      const sums = holdings.shares.map(({ low }) => toNumber(sumExactly(low.subarray(from, until))))
      const sum = Math.max(...sums)
      if (!(sum > 100)) return []
      const statements = holdings.statement.subarray(holdings.from[from], holdings.from[until])
      return [{ entity: lens.store.idOf(rowOf[vertex]!), sum, ...basisOf(lens, inOrder(lens, statements)) }]
    })
  }

  override toJSON(): OwnershipRecord {
    const { caveat, rule, measure, day, counts, excess, leftOut } = this
    return { caveat, rule, measure, day, counts, findings: [...this.findings], excess, leftOut }
  }

  protected override get called(): string {
    return 'Ownership'
  }

  protected override heading(): string {
    return `Owned by parties under ${this.measure} (${this.rule.label}) on ${this.day}`
  }

  protected override columns(): readonly string[] {
    return ['entity', 'listed', 'by ownership', 'held', 'by', 'through']
  }

  protected override get size(): number {
    return this.#held.length
  }

  protected override *tableRows(languages?: readonly string[]): Generator<TableRow> {
    for (const vertex of this.#gravestFirst()) yield this.#tableRow(assess(this.#case, vertex), languages)
  }

  *#gravestFirst(): Generator<number> {
    for (const verdict of VERDICTS)
      for (const vertex of this.#held) if (verdictOn(this.#case, vertex) === verdict) yield vertex
  }

  #tableRow(finding: OwnershipFinding, languages?: readonly string[]): TableRow {
    const { verdict, doubts, low, high, owners, listed, basis } = finding
    const name = (id: string) => titled(this.lens, this.lens.store.findEntity(id), languages, id)
    const chains = owners.filter(({ chain }) => chain.length > 1)
    return {
      cells: [
        `${name(finding.entity)} (${finding.entity})`,
        listed
          .map(({ sender, measures }) => `${name(sender)}: ${measures.join(', ') || 'measures not stated'}`)
          .filter((one, i, all) => all.indexOf(one) === i)
          .join('; '),
        doubts.length > 0 ? `${verdict}: ${doubts.map((doubt) => DOUBTS[doubt]).join(', ')}` : verdict,
        verdict === 'no-finding' ? '' : percent(low, high),
        abridged(owners, (one) => `${name(one.owner)} ${inWords(one)}`).join('; '),
        abridged(chains, ({ chain }) => abridged(chain, name).join(' → ')).join('; '),
      ],
      ...(basis ? { level: basis.level, disputed: basis.disputed } : {}),
    }
  }

  protected override remarks(languages?: readonly string[]): readonly string[] {
    const { counts, excess, leftOut, rule } = this
    const name = (id: string) => titled(this.lens, this.lens.store.findEntity(id), languages, id)
    const sold = this.#held.some((vertex) => this.#isSold(vertex))
    return [
      VERDICTS.map((verdict) => `${counts[verdict]} ${verdict}`).join(', '),
      this.#beginning(),
      `Rule: ${rule.source}`,
      ...(isInForce(rule, this.#day) ? [] : [`This rule was not in force on ${this.day}`]),
      ...excess
        .slice(0, ROWS)
        .map(({ entity, sum }) => `More than all of ${name(entity)} is stated to be held: ${sum} percent`),
      ...folded(excess.length, ROWS).map((more) => `${more} of which more than all is stated to be held`),
      ...(leftOut.length > 0 ? [`Left out, as announced or predicted: ${leftOut.length}`] : []),
      ...(sold && rule.divestment !== undefined ? [`Of what was sold: ${rule.divestment}`] : []),
    ]
  }

  /** With how many listed parties it begins: with none, nothing can be found. */
  #beginning(): string {
    const { listings } = this.#case
    const [surely, all] = [listings.parties('surely').length, listings.parties('possibly').length]
    if (all === 0)
      return `No listing by the rule’s sender, with ${this.measure}, holds here: nothing can be found`
    const possibly = all > surely ? `, ${all - surely} of them possibly` : ''
    return `It begins with ${all} listed ${all === 1 ? 'party' : 'parties'}${possibly}`
  }

  protected override rests(): Iterable<Row> {
    const { rowOf } = this.lens.adjacency()
    const sold = this.#held
      .filter((vertex) => this.#isSold(vertex))
      .flatMap((vertex) => soldBy(this.#case, rowOf[vertex]!).map(({ statement }) => statement))
    return [...restsOf(this.#case, this.#held), ...sold]
  }

  protected override claimsBehind(statement: Row): readonly Row[] {
    return [...super.claimsBehind(statement), ...allegations(this.lens, statement)]
  }

  /** Whether something of it was sold, so that the verdict may have changed. */
  #isSold(vertex: number): boolean {
    return (
      !this.#case.surely.isOwned(vertex) &&
      soldBy(this.#case, this.lens.adjacency().rowOf[vertex]!).length > 0
    )
  }

  /** @internal What blocked owners hold, down from the listings: of the first rows. */
  override excerpt(rows: number = ROWS, languages?: readonly string[]): Excerpt {
    this.check()
    const all = [...this.#gravestFirst()].filter((vertex) => verdictOn(this.#case, vertex) !== 'no-finding')
    const shown = all.slice(0, rows)
    return {
      ...excerptOf(
        Edges.of(this.lens),
        this.title(languages),
        restsOf(this.#case, shown),
        [],
        this.#rowsOf(shown),
      ),
      remarks: [...folded(all.length, shown.length), this.caveat],
    }
  }

  #rowsOf(vertices: readonly number[]): Row[] {
    const { rowOf } = this.lens.adjacency()
    return vertices.map((vertex) => rowOf[vertex]!)
  }

  /**
   * The picture of who is blocked because of whom, from the listings down: each holding with its share, each entity with
   * what is found of it.
   *
   * @param options languages of labels; of how many entities, 20 where not given, the gravest first; how it is drawn
   */
  override toSVG(options: ShowOptions = {}): string {
    const { rows, languages } = readShowOptions(options)
    const diagram = diagramOf(this.excerpt(rows, languages), languages)
    return drawSVG(withShares(this.#case, diagram), { flow: 'down', ...options })
  }
}

/** As many as a reader takes in, and how many more there are. */
function abridged<T>(all: readonly T[], inWords: (one: T) => string): string[] {
  return [...all.slice(0, ROWS).map(inWords), ...folded(all.length, ROWS)]
}

function inWords({ low, high, blocked }: BlockedOwner): string {
  return `${percent(low, high)} (${blocked})`
}

function isCertainlyOn(lens: Lens, statement: Row, day: Day): boolean {
  const certain = lens.has(statement) ? lens.days(statement)?.certain : undefined
  return certain !== undefined && certain.from <= day && day <= certain.until
}
