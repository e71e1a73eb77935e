import type { SourceContext } from '../input/context'
import type { RawRecord } from '../input/records'
import { attributeOf, childrenOf, textAt, type XmlElement } from '../input/xml'
import type { EntryIds } from '../lists/entry-ids'
import type { ListRecords } from '../lists/records'
import { tidy } from '../lists/stated'
import { bodyOf } from './target'

/** The only type of relations that the list has: it does not say what the relation is. */
const UNTYPED = 'related-to'

/** Relations between targets. */
export class Relations {
  readonly #ids: EntryIds
  readonly #awaited = new Set<string>()

  constructor(ids: EntryIds) {
    this.#ids = ids
  }

  /** The links of a target, as it is now, to others. */
  *links(
    records: ListRecords,
    target: XmlElement,
    subject: string,
    entry: string,
    context: SourceContext,
  ): Generator<RawRecord> {
    for (const relation of childrenOf(bodyOf(target), 'relation')) {
      const key = attributeOf(relation, 'target-id')
      const object = key === undefined ? undefined : this.#ids.of(key)
      const type = attributeOf(relation, 'relation-type') ?? UNTYPED
      if (object === undefined || object === subject) continue
      if (type !== UNTYPED)
        context.tell('unmapped', `the relation '${type.slice(0, 100)}' is read as a link without a type`)
      if (!this.#ids.has(object)) this.#awaited.add(object)
      const said = [
        type === UNTYPED ? undefined : type,
        tidy(relation.text),
        tidy(textAt(relation, 'remark')),
      ]
      const note = said.filter((text) => text !== undefined).join(': ')
      const details = note === '' ? {} : { note: { en: note } }
      yield* records.link({ relation: 'linkedTo', subject, object, details, entry })
    }
  }

  /** Targets that others are related to and that did not come. */
  *missing(records: ListRecords, context: SourceContext): Generator<RawRecord> {
    for (const id of this.#awaited) {
      if (this.#ids.has(id)) continue
      const key = id.slice(id.indexOf(':') + 1)
      context.tell('dangling', `a target is related to ${key}, which is not in the list`, { entity: id })
      yield* records.placeholder(id, key)
    }
  }
}
