import type { Day } from '../../model/days'
import { Edges } from '../../query/edges'
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
      const until = lens.days(statement)?.possible.until
      const standing = lens.standing(statement)
      if (until === undefined || until >= day || standing?.level !== 'asserted' || standing.disputed) continue
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
