import { byCodeUnits } from '../../model/canonical'
import { dateOf, formatDay } from '../../model/days'
import type { Vocabulary } from '../../ontology/typing'
import { named, standingOf } from '../../query/cite'
import { counted, type TableRow } from '../../query/show/table'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { Analysis } from '../analysis'
import { type Basis, basisOf } from '../basis'
import { dayOfView, withoutDay } from '../day'
import type { Viewed } from '../viewed'
import { type Found, find, type ThirdParty } from './find'
import {
  type AskedThirdParties,
  readThirdParties,
  type SanctionEnds,
  type ThirdPartiesOptions,
} from './options'
import type { SenderRole } from './senders'
import { meanInWords, ratioInWords, spanInWords } from './words'

/**
 * Partners whose exports to the target of sanctions rose after these were imposed: the mean of so many years after over
 * that of as many before.
 *
 * The figures are `exportsTo` statements of whole years, with `value`, `currency` and `reporter` on their claims. What
 * the exporter reports and its mirror, what the importer reports, stand beside each other and are never mixed, nor are
 * currencies. A year without a figure is missing, not zero. Where a reporter gives no total, items are summed, as long
 * as they are the same in all years.
 *
 * Under `asOf` the sanctions have to hold on that day, and figures of years that end after it are left out.
 *
 * @param view the view to ask; the graph is the widest
 * @param sanction id of a `sanctions` statement, or `{ sender, target, programme? }` where there is but one
 * @param options years, threshold, and conventions; see {@link ThirdPartiesOptions}
 * @throws {@link StatecraftError} `dangling`, where the view has no such sanctions; `bad-value` where it has several, or
 * for an option; `bad-range`, where the target is nothing that imports
 *
 * @example
 * ```ts
 * import { createGraph } from 'statecraft'
 * import { thirdParties } from 'statecraft/analysis'
 *
 * const kg = createGraph()
 * const [a, b, c] = ['A', 'B', 'C'].map((code) => kg.add('State', { id: `state:${code}`, label: code }))
 * const said = kg.from(kg.add('Dataset', { id: 'source:d', label: 'Data' }))
 * said.relate(a!, 'sanctions', b!, { measures: 'trade-embargo', when: '2014-03-17/..' })
 * said.relate(c!, 'exportsTo', b!, { when: '2013', value: 100, currency: 'USD', reporter: c! })
 * said.relate(c!, 'exportsTo', b!, { when: '2015', value: 150, currency: 'USD', reporter: c! })
 *
 * const [party] = thirdParties(kg, { sender: 'state:A', target: 'state:B' }, { years: 1 }).parties
 * console.log(party?.verdict, party?.flows[0]?.ratio) // 'rose' 1.5
 * ```
 *
 * Source: after Early 2015, *Busted Sanctions* (Stanford University Press), who looks for third parties whose trade with
 * the target grew under sanctions; simplified: whether that trade is of weight to the target is not judged here.
 */
export function thirdParties<D extends Vocabulary>(
  view: Viewed<D>,
  sanction: string | SanctionEnds,
  options: ThirdPartiesOptions = {},
): ThirdParties {
  const asked = readThirdParties(view.lens, sanction, options)
  const lens = withoutDay(view.lens)
  return new ThirdParties(lens, view.lens, asked, find(lens, view.lens, asked))
}

/** Statements with figures of the years around that are in no mean, by id, sorted. */
export interface FiguresLeftOut {
  /** They are alleged, disputed, announced or predicted, unless these count. */
  readonly standing: readonly string[]
  /** They are not said to be of one whole year. */
  readonly partYear: readonly string[]
  /** They give no value, or no currency of it. */
  readonly noValue: readonly string[]
  /** Their year ends after the day of the view. */
  readonly later: readonly string[]
}

/** Third parties as plain data. */
export interface ThirdPartiesRecord
  extends Pick<
    ThirdParties,
    'sanction' | 'sender' | 'target' | 'basis' | 'threshold' | 'parties' | 'leftOut' | 'sources' | 'caveat'
  > {
  readonly item?: string
  readonly undetermined?: string
  readonly imposed?: readonly [first: number, last: number]
  readonly before?: readonly number[]
  readonly after?: readonly number[]
}

/** Whose exports to a target rose, made by {@link thirdParties}. */
export class ThirdParties extends Analysis {
  override readonly caveat =
    'That exports rose after sanctions is not because of them, and no evasion: much that may be traded is. No legal advice.'
  /** Id of the statement of the sanctions. */
  readonly sanction: string
  /** Id of the sender. */
  readonly sender: string
  /** Id of the target. */
  readonly target: string
  /** How the sanctions themselves stand. */
  readonly basis: Basis
  /** Exports rose where the ratio is above this. */
  readonly threshold: number
  /** Id of the item whose exports alone were asked for. */
  readonly item: string | undefined
  /** Why nothing can be told of anybody: it is not known when the sanctions began. */
  readonly undetermined: string | undefined
  /** The years in which they may have been imposed, first and last. */
  readonly imposed: readonly [first: number, last: number] | undefined
  /** The years before. */
  readonly before: readonly number[] | undefined
  /** The years after. */
  readonly after: readonly number[] | undefined
  /** Each partner with a figure in these years, in the order of ids. */
  readonly parties: readonly ThirdParty[]
  /** Figures of these years that are in no mean: that is not a no. */
  readonly leftOut: FiguresLeftOut
  readonly #asked: AskedThirdParties
  readonly #found: Found
  readonly #view: Lens

  /** @internal Made by {@link thirdParties}. */
  constructor(lens: Lens, view: Lens, asked: AskedThirdParties, found: Found) {
    super(lens, view)
    const { store } = lens
    this.sanction = store.statementId(asked.sanction)
    this.sender = store.idOf(asked.sender)
    this.target = store.idOf(asked.target)
    this.basis = basisOf(lens, [asked.sanction])
    this.threshold = asked.threshold
    this.item = asked.item === undefined ? undefined : store.idOf(asked.item)
    this.undetermined = found.undetermined
    this.imposed = found.imposed
    this.before = found.windows?.before
    this.after = found.windows?.after
    this.parties = found.parties
    const ids = (rows: ReadonlySet<Row> = new Set()) =>
      Array.from(rows, (row) => store.statementId(row)).sort(byCodeUnits)
    const { standing, partYear, noValue, later } = found.unused ?? {}
    this.leftOut = {
      ...{ standing: ids(standing), partYear: ids(partYear) },
      ...{ noValue: ids(noValue), later: ids(later) },
    }
    this.#asked = asked
    this.#found = found
    this.#view = view
  }

  override toJSON(): ThirdPartiesRecord {
    const { sanction, sender, target, basis, threshold, item, undetermined, imposed, before, after } = this
    const { parties, leftOut, sources, caveat } = this
    return {
      ...{ sanction, sender, target, basis, threshold },
      ...(item === undefined ? {} : { item }),
      ...(undetermined === undefined ? {} : { undetermined }),
      ...(imposed && before && after ? { imposed, before, after } : {}),
      ...{ parties, leftOut, sources, caveat },
    }
  }

  protected override get called(): string {
    return 'ThirdParties'
  }

  protected override heading(languages?: readonly string[]): string {
    const { sender, target, item } = this.#asked
    const [by, on] = [sender, target].map((row) => named(this.lens, row, languages))
    const what = item === undefined ? 'Exports' : `Exports of ${named(this.lens, item, languages)}`
    return `${what} to ${on} around the sanctions of ${by}`
  }

  protected override columns(): readonly string[] {
    return ['partner', 'reported by', 'currency', 'before', 'after', 'ratio', 'exports', 'remark', 'standing']
  }

  protected override *tableRows(languages?: readonly string[]): Generator<TableRow> {
    for (const { partner, sender, flows } of this.parties) {
      for (const flow of flows) {
        const { reported, reporter, currency, before, after, ratio, rise, why, of, conflicting, basis } = flow
        const remarks = [
          ...(why === undefined ? [] : [why]),
          ...(sender ? [ROLE_WORDS[sender.role]] : []),
          ...(of === 'items' ? ['sums over items'] : []),
          ...(conflicting.length > 0 ? [`figures differ: ${conflicting.join(', ')}`] : []),
        ]
        const who =
          reported === 'other' && reporter !== undefined ? this.#named(reporter, languages) : reported
        yield {
          cells: [
            this.#named(partner, languages),
            who,
            currency,
            meanInWords(before, this.#asked.years),
            meanInWords(after, this.#asked.years),
            ratio === undefined ? '' : ratioInWords(ratio, this.threshold),
            rise,
            remarks.join('; '),
            standingOf(basis.level, basis.disputed, false),
          ],
          level: basis.level,
          disputed: basis.disputed,
        }
      }
    }
  }

  #named(id: string, languages?: readonly string[]): string {
    return named(this.lens, this.lens.store.findEntity(id), languages, id)
  }

  protected override get size(): number {
    return this.parties.reduce((all, { flows }) => all + flows.length, 0)
  }

  protected override remarks(languages?: readonly string[]): readonly string[] {
    const { standing, partYear, noValue, later } = this.leftOut
    const { item, sanction, impositionYear, reporter } = this.#asked
    const { store } = this.lens
    const { level, disputed } = this.basis
    const { item: goods, sector } = store.qualifiersOf(sanction)
    const subject = goods ?? sector
    const day = dayOfView(this.#view)
    const told = (ids: readonly string[], words: string) =>
      ids.length > 0 ? [`${counted(ids.length, 'statements')} ${words}`] : []
    return [
      ...(this.undetermined === undefined ? [] : [`Undetermined: ${this.undetermined}`]),
      ...(this.imposed && this.before && this.after
        ? [
            `Imposed ${spanInWords(this.imposed)}${impositionYear === 'exclude' ? ', in neither mean' : ''}: ` +
              `means of ${spanInWords(this.before)} and ${spanInWords(this.after)}; exports rose where the ratio is above ${this.threshold}`,
          ]
        : []),
      ...(reporter === undefined ? [] : [`Only figures that the ${reporter} reports`]),
      ...(level !== 'asserted' || disputed
        ? [`The sanctions themselves are ${standingOf(level, disputed, false)}`]
        : []),
      ...this.#ended(),
      ...(typeof subject === 'string' && item === undefined
        ? [
            `The sanctions are on ${this.#named(subject, languages)}; exports of all goods that have figures are compared`,
          ]
        : []),
      ...(this.undetermined === undefined && this.parties.length === 0
        ? ['No figure of these years can be used: that is not a no']
        : []),
      ...(day === undefined
        ? []
        : [
            `The view is of one day: the sanctions hold on it, and figures of years that end after ${formatDay(day)} are left out. ` +
              'What one could know by a day is asked by `asKnownOn`',
          ]),
      ...told(standing, 'left out for their standing: that is not a no'),
      ...told(partYear, 'left out, since they are not said to be of one whole year'),
      ...told(noValue, 'left out, since they give no value, or not its currency'),
      ...told(later, 'left out, since their year ends after the day of the view'),
    ]
  }

  /** Years after the end of sanctions are no years under them. */
  #ended(): string[] {
    const until = this.lens.days(this.#asked.sanction)?.possible.until ?? Infinity
    const last = this.after?.at(-1)
    if (last === undefined || !Number.isFinite(until) || dateOf(until).year >= last) return []
    return [`The sanctions ended by ${formatDay(until)}: years after that are no years under them`]
  }

  protected override rests(): Iterable<Row> {
    return this.#found.rests
  }
}

const ROLE_WORDS: { readonly [R in SenderRole]: string } = {
  sender: 'the sender itself',
  'member-of-sender': 'a sender, as a member',
  'other-sanctions': 'has sanctions of its own',
}
