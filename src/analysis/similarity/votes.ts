import { byCodeUnits } from '../../model/canonical'
import { overlap, type Span, within } from '../../model/days'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type CountedStandings, isCounted } from '../counted'
import { VOTE_CODES } from './codes'
import type { NoPair, Portfolio, Tie } from './tie'

/** How an actor voted, by resolution. */
export class Votes {
  readonly #lens: Lens
  readonly #actor: Row
  readonly #counted: CountedStandings
  readonly #absent: 'exclude' | 'abstain'

  constructor(
    lens: Lens,
    actor: Row,
    { counted, absent }: { counted: CountedStandings; absent: 'exclude' | 'abstain' },
  ) {
    this.#lens = lens
    this.#actor = actor
    this.#counted = counted
    this.#absent = absent
  }

  /** The votes cast on these days; all where none are given. One whose date is too vague to tell is `undated`. */
  within(span: Span | undefined): Portfolio {
    const { store } = this.#lens
    const votesOn = store.ontology.relation('votesOn')
    const undated: Row[] = []
    const placed = new Map<Row, Row[]>()
    for (const { statement, object } of Edges.of(this.#lens).about(new Set([votesOn.index]), this.#actor)) {
      const days = this.#lens.days(statement)
      if (!days || this.#lens.standing(statement)?.level === 'denied') continue
      if (span && !within(days.possible, span)) {
        if (overlap(days.possible, span)) undated.push(statement)
        continue
      }
      placed.set(object, [...(placed.get(object) ?? []), statement])
    }
    return {
      ties: new Map(Array.from(placed, ([resolution, rows]) => [resolution, this.#tie(rows)])),
      undated: this.#sorted(undated),
      vague: [],
    }
  }

  #tie(rows: readonly Row[]): Tie {
    const rests = rows.filter((row) => isCounted(this.#lens, [row], this.#counted))
    const values = new Set(rests.map((row) => this.#valueOf(row)))
    const [value = 'left-out'] = values
    return {
      value: values.size > 1 ? 'sources-differ' : value,
      rests: this.#sorted(rests),
      leftOut: this.#sorted(rows.filter((row) => !rests.includes(row))),
    }
  }

  #valueOf(row: Row): number | NoPair {
    const { vote } = this.#lens.store.qualifiersOf(row)
    if (vote === 'absent') return this.#absent === 'abstain' ? VOTE_CODES.get('abstain')! : 'absent'
    if (vote === 'not-a-member') return 'not-a-member'
    return VOTE_CODES.get(vote) ?? 'not-stated'
  }

  #sorted(rows: readonly Row[]): Row[] {
    const { store } = this.#lens
    return [...rows].sort((x, y) => byCodeUnits(store.statementId(x), store.statementId(y)))
  }
}
