import type { Property } from '../../ontology/ontology'
import { decisiveClaims } from '../../query/cite'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { aboutOrUnder } from '../instruments'

/** How strong a detail makes what is counted: the place of its strongest value in the list. */
export class Strength {
  readonly #lens: Lens
  readonly #name: string
  readonly #list: string | undefined
  readonly #ranks: ReadonlyMap<unknown, number>

  constructor(lens: Lens, detail: Property | undefined) {
    this.#lens = lens
    this.#name = detail?.name ?? ''
    this.#list = detail?.list
    this.#ranks = new Map([...(detail?.values ?? [])].map((value, rank) => [value, rank]))
  }

  /** As the claims that decide say; where they say nothing, as the treaties do that the statements rest on. */
  of(statements: readonly Row[]): number {
    if (this.#list === undefined) return Infinity
    const stated = Math.min(...statements.map((row) => this.#stated(row)))
    return stated < Infinity ? stated : Math.min(...statements.map((row) => this.#ofTreaty(row)))
  }

  #stated(row: Row): number {
    const { store } = this.#lens
    if (store.relationOf(row).details.get(this.#name)?.list !== this.#list) return Infinity
    return this.#best(decisiveClaims(this.#lens, row).map((claim) => store.restOf(claim)[this.#name]))
  }

  /** The field of the same name and list, of what the statement is under or about. */
  #ofTreaty(row: Row): number {
    const { store } = this.#lens
    const entities = aboutOrUnder(this.#lens, row).filter((at) =>
      store.typesOf(at).some((type) => store.ontology.fields(type).get(this.#name)?.list === this.#list),
    )
    return this.#best(entities.map((at) => store.entity(at)?.[this.#name]))
  }

  #best(values: readonly unknown[]): number {
    return Math.min(...values.flat().map((value) => this.#ranks.get(value) ?? Infinity))
  }
}
