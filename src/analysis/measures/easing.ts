import { byCodeUnits } from '../../model/canonical'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/** Whom a licence may be for, to be one from the measures of a statement. */
export interface Licensed {
  /** Whoever deals with the target: also by a licence of no stated programme. */
  readonly parties: readonly Row[]
  /** Jurisdictions to which they belong: only by a licence under the programme of the measures. */
  readonly places?: ReadonlySet<Row>
}

/** What the senders of measures suspend and license: of each, looked up once. */
export class Easings {
  readonly #lens: Lens
  readonly #known = new Map<string, readonly Row[]>()

  constructor(lens: Lens) {
    this.#lens = lens
  }

  /**
   * Suspensions of the measures of a statement by their sender, of whatever day and standing, by id: of just these, of
   * their programme, or, where they are on a target as such, of all that the sender has on it.
   */
  suspensionsOf(statement: Row): Row[] {
    const { store } = this.#lens
    const { subject, object } = store.statements.columns
    const programme = this.#programmeOf(statement)
    const isCollective = store.relationOf(statement).name === 'sanctions'
    return this.#by(subject[statement]!, 'suspends').filter((row) => {
      const { of } = store.qualifiersOf(row)
      if (of !== undefined) return store.referredStatement(of) === statement
      const what = object[row]!
      return (programme !== 0 && what === programme) || (isCollective && what === object[statement])
    })
  }

  /**
   * Licences from the measures of a statement by their sender, of whatever day and standing, by id: under the same
   * programme or none that is stated, for the target, a party, or, if that programme is stated, a place.
   */
  licencesOf(statement: Row, { parties, places }: Licensed): Row[] {
    const { subject, object } = this.#lens.store.statements.columns
    const programme = this.#programmeOf(statement)
    return this.#by(subject[statement]!, 'licenses').filter((row) => {
      const under = this.#programmeOf(row)
      if (under !== 0 && under !== programme) return false
      const whom = object[row]!
      if (whom === object[statement] || parties.includes(whom)) return true
      return under !== 0 && places !== undefined && places.has(whom)
    })
  }

  #programmeOf(statement: Row): Row {
    const { store } = this.#lens
    const { programme } = store.qualifiersOf(statement)
    return typeof programme === 'string' ? store.findEntity(programme) : 0
  }

  /** A sender may have said much: it is not gone through again for each of its measures. */
  #by(sender: Row, name: 'suspends' | 'licenses'): readonly Row[] {
    const key = `${name} ${sender}`
    const known = this.#known.get(key) ?? this.#find(sender, name)
    this.#known.set(key, known)
    return known
  }

  #find(sender: Row, name: string): Row[] {
    const { store } = this.#lens
    const relation = store.ontology.relations.get(name)
    if (!relation) return []
    return Array.from(
      Edges.of(this.#lens).about(new Set([relation.index]), sender),
      ({ statement }) => statement,
    ).sort((a, b) => byCodeUnits(store.statementId(a), store.statementId(b)))
  }
}
