import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import type { Basis } from '../basis'
import { readCounted } from '../counted'
import type { Embargo } from '../measures/embargo'
import { type Found, find } from '../third-parties/find'
import type { AskedEvasion } from './options'

/** Whether what an intermediary exports of the item to the party rose after an embargo began. */
export interface FlowsAfter {
  readonly verdict: 'rises' | 'does-not-rise' | 'unknown'
  /** The figures that tell it: one for each reporter and currency. */
  readonly bases: readonly Basis[]
}

const UNKNOWN: FlowsAfter = { verdict: 'unknown', bases: [] }

/** As `thirdParties` compares where nobody asks otherwise. */
const YEARS = 3

/**
 * Exports of the item to the party, by the years around an embargo, as `thirdParties` compares them: yearly values of
 * `exportsTo` statements, the mean of three years after over that of three before, each reporter and currency apart.
 */
export class Flows {
  readonly #lens: Lens
  readonly #view: Lens
  readonly #asked: AskedEvasion
  readonly #found = new Map<Row, Found>()

  /** @param lens of all days @param view the one that was asked, whose day later figures lie after */
  constructor(lens: Lens, view: Lens, asked: AskedEvasion) {
    this.#lens = lens
    this.#view = view
    this.#asked = asked
  }

  after(embargo: Embargo, partner: Row): FlowsAfter {
    if (!this.#exports(partner)) return UNKNOWN
    const { statement, sender } = embargo
    const found =
      this.#found.get(statement) ??
      find(this.#lens, this.#view, {
        ...{ sanction: statement, sender, target: this.#asked.to, item: this.#asked.item },
        ...{ years: YEARS, threshold: 1, reporter: undefined, impositionYear: 'exclude' },
        counted: readCounted({}),
      })
    this.#found.set(statement, found)
    const id = this.#lens.store.idOf(partner)
    const party = found.parties.find((one) => one.partner === id)
    if (!party || (party.verdict !== 'rose' && party.verdict !== 'not-risen')) return UNKNOWN
    const bases = party.flows.flatMap(({ rise, basis }) => (rise === 'undetermined' ? [] : [basis]))
    return { verdict: party.verdict === 'rose' ? 'rises' : 'does-not-rise', bases }
  }

  /** Where nothing is stated of its exports, nothing needs to be worked out. */
  #exports(partner: Row): boolean {
    const relation = this.#lens.store.ontology.relation('exportsTo')
    const [first] = Edges.of(this.#lens).about(new Set([relation.index]), partner, this.#asked.to)
    return first !== undefined
  }
}
