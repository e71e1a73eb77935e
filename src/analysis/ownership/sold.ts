import type { Day } from '../../model/days'
import { decisiveClaims } from '../../query/cite'
import { Edges } from '../../query/edges'
import { statementDays } from '../../store/days'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/** A holding that had ended. */
export interface SoldHolding {
  readonly owner: Row
  readonly until: Day
  readonly statement: Row
}

/** What was held before a day, as is asserted and undisputed, and no longer is. */
export class Sold {
  readonly #ofAsset = new Map<Row, SoldHolding[]>()

  /** @param lens of all days */
  constructor(lens: Lens, day: Day) {
    const { relations } = lens.store.ontology
    const owning = ['owns', 'ownsOrControls'].flatMap((name) => relations.get(name)?.index ?? [])
    for (const { statement, subject, object } of Edges.of(lens).about(new Set(owning))) {
      const standing = lens.standing(statement)
      if (standing?.level !== 'asserted' || standing.disputed) continue
      // By whoever asserts it: a sale that is predicted is none.
      const until = statementDays(lens.store, statement, decisiveClaims(lens, statement))?.possible.until
      if (until === undefined || until >= day) continue
      const known = this.#ofAsset.get(object)
      const one = { owner: subject, until, statement }
      if (known) known.push(one)
      else this.#ofAsset.set(object, [one])
    }
  }

  /** Rows of what was sold. */
  get assets(): Iterable<Row> {
    return this.#ofAsset.keys()
  }

  of(asset: Row): readonly SoldHolding[] {
    return this.#ofAsset.get(asset) ?? []
  }
}
