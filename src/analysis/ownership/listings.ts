import { byCodeUnits } from '../../model/canonical'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Basis, basisOf } from '../basis'
import { type Counts, isPlain, lesserClaims, plainClaims } from '../certainty'
import { inOrder } from './order'

/** A designation of a party, by whoever and for whatever measures. */
export interface Listing extends Basis {
  /** Who lists it: the state or organisation, by id. */
  readonly sender: string
  /** The programme, by id, where one is stated. */
  readonly programme?: string
  /** The measures that apply to it, sorted. */
  readonly measures: readonly string[]
  /**
   * Whether the listing begins what the rule spreads, on the day: `yes`; `possibly`, where it is alleged, disputed or
   * vague in its dates, or nobody says with which measures; `no`, where it is by another sender or for other measures.
   */
  readonly counts: 'yes' | 'possibly' | 'no'
}

/** Who is listed, and with what it counts under a rule. */
export class Listings {
  readonly #lens: Lens
  readonly #statements = new Map<Row, Row[]>()
  readonly #counted = new Map<Row, 'yes' | 'possibly'>()
  readonly #counting = new Map<Row, Listing['counts']>()
  /** Statements that announce or predict a listing by a sender of the rule, with the measure asked for. */
  readonly leftOut: readonly Row[]

  /** @param senders rows of those whose lists count */
  constructor(lens: Lens, senders: ReadonlySet<Row>, measure: string, counts: Counts) {
    this.#lens = lens
    const { store } = lens
    const designates = store.ontology.relations.get('designates')
    const leftOut: Row[] = []
    for (const { statement, subject, object } of designates
      ? Edges.of(lens).about(new Set([designates.index]))
      : []) {
      const counted = counts(statement)
      if (counted === 'no' || store.isUnnamed(object)) continue
      const stated = measuresOf(lens, plainClaims(lens, statement))
      const isUnstated = stated.length === 0 || stated.includes('not-stated')
      const mayBegin =
        isUnstated ||
        stated.includes(measure) ||
        measuresOf(lens, lesserClaims(lens, statement)).includes(measure)
      const begins = senders.has(subject) && mayBegin
      if (counted === 'left-out') {
        if (begins) leftOut.push(statement)
        continue
      }
      const known = this.#statements.get(object)
      if (known) known.push(statement)
      else this.#statements.set(object, [statement])
      const isSure = counted === 'surely' && isPlain(lens, statement) && stated.includes(measure)
      const how = begins ? (isSure ? 'yes' : 'possibly') : 'no'
      this.#counting.set(statement, how)
      if (how === 'yes' || (how === 'possibly' && !this.#counted.has(object))) this.#counted.set(object, how)
    }
    this.leftOut = leftOut
  }

  /** Rows of the parties with whose holdings the rule begins. */
  parties(how: 'surely' | 'possibly'): Row[] {
    const all = [...this.#counted].filter(([, counts]) => how === 'possibly' || counts === 'yes')
    return all.map(([party]) => party)
  }

  /** Whether the listing of a party begins what the rule spreads. */
  counts(party: Row): Listing['counts'] {
    return this.#counted.get(party) ?? 'no'
  }

  /** Statements that list a party so that the rule begins with it: those that do, else those that may. By id. */
  statementsOf(party: Row): Row[] {
    const counts = this.counts(party)
    if (counts === 'no') return []
    const all = this.#statements.get(party) ?? []
    return inOrder(
      this.#lens,
      all.filter((statement) => this.#counting.get(statement) === counts),
    )
  }

  /** Every listing of a party, by sender, programme and statement. */
  of(party: Row): Listing[] {
    const { store } = this.#lens
    const listings = (this.#statements.get(party) ?? []).map((statement): Listing => {
      const { programme } = store.namedQualifiers(statement)
      return {
        sender: store.idOf(store.statements.columns.subject[statement]!),
        ...(typeof programme === 'string' ? { programme } : {}),
        measures: measuresOf(this.#lens, plainClaims(this.#lens, statement)),
        counts: this.#counting.get(statement)!,
        ...basisOf(this.#lens, [statement]),
      }
    })
    const key = ({ sender, programme = '', statements }: Listing) =>
      [sender, programme, ...statements].join(' ')
    return listings.sort((a, b) => byCodeUnits(key(a), key(b)))
  }
}

/** The measures that some claims about a listing state, sorted. */
function measuresOf(lens: Lens, claims: readonly Row[]): string[] {
  const measures = claims.flatMap(
    (claim) => (lens.store.restOf(claim).measures as string | readonly string[] | undefined) ?? [],
  )
  return [...new Set(measures)].sort(byCodeUnits)
}
