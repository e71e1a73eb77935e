import type { SourceContext } from '../input/context'
import type { RawRecord } from '../input/records'
import type { EntryIds } from '../lists/entry-ids'
import type { ListRecords } from '../lists/records'
import { referencesIn } from './list'

/** A sentence ends at a full stop before a capital letter. */
const BETWEEN_SENTENCES = /(?<=[.;]) (?=["“(]?\p{Lu})/u

/**
 * Links of the list: its comments cite other entries by their reference number ("Associated with … (QDi.006)") and say in
 * prose how they are related, so that the links have no type, and the sentence as a note.
 */
export class Citations {
  readonly #ids: EntryIds
  /** How often an entry is cited that did not come so far. */
  readonly #awaited = new Map<string, number>()

  constructor(ids: EntryIds) {
    this.#ids = ids
  }

  /** The links of an entry to those that its comment cites. */
  *links(records: ListRecords, subject: string, entry: string, comment: string): Generator<RawRecord> {
    for (const reference of referencesIn(comment)) {
      const object = `un:${reference}`
      if (object === subject) continue
      if (!this.#ids.has(object)) this.#awaited.set(object, (this.#awaited.get(object) ?? 0) + 1)
      const sentences = comment.split(BETWEEN_SENTENCES).filter((sentence) => sentence.includes(reference))
      const details = { note: { en: sentences.join(' ') } }
      yield* records.link({ relation: 'linkedTo', subject, object, details, entry })
    }
  }

  /** Entries that are cited and did not come: they stand as actors of whom the list says no more. */
  *missing(records: ListRecords, context: SourceContext): Generator<RawRecord> {
    for (const [id, times] of this.#awaited) {
      if (this.#ids.has(id)) continue
      const reference = id.slice(3)
      const often = times === 1 ? 'once' : `${times} times`
      context.tell('dangling', `'${reference}' is cited ${often}, and is not on the list`, { entity: id })
      yield* records.placeholder(id, reference)
    }
  }
}
