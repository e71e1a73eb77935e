import { idProblem } from '../../model/id'
import type { SourceContext } from '../input/context'

/** How much of an entry that is left out an issue keeps. */
const EXCERPT = 200

/** Ids of the entries of one list: what the list calls them, under the prefix of the list. */
export class EntryIds {
  readonly #prefix: string
  readonly #context: SourceContext
  readonly #taken = new Set<string>()

  constructor(prefix: string, context: SourceContext) {
    this.#prefix = prefix
    this.#context = context
  }

  /**
   * The id of an entry. One that came before is told: both are the same party, and the graph makes one of them.
   *
   * @param key what the list calls the entry
   * @param field where it stands, for issues
   * @param name the party, for issues
   * @returns undefined where the entry has no key, or one that no id can have: it is told, and to be left out
   */
  take(key: string | undefined, field: string, name: string | undefined): string | undefined {
    const record = name?.slice(0, EXCERPT) ?? ''
    if (key === undefined) {
      this.#context.tell('bad-id', `an entry has no ${field}; it is left out`, { record })
      return undefined
    }
    const id = this.of(key)
    if (id === undefined) {
      const message = `the ${field} '${key.slice(0, EXCERPT)}' cannot be part of an id; the entry is left out`
      this.#context.tell('bad-id', message, { record })
      return undefined
    }
    if (this.#taken.has(id)) {
      this.#context.tell('conflict', `the ${field} '${key}' stands on two entries: they are read as one`, {
        entity: id,
      })
    }
    this.#taken.add(id)
    return id
  }

  /** The id of the entry that the list calls so, whether or not it came; undefined where no id can have it. */
  of(key: string): string | undefined {
    const id = `${this.#prefix}:${key}`
    return idProblem(id) ? undefined : id
  }

  /** Whether the entry has come. */
  has(id: string): boolean {
    return this.#taken.has(id)
  }
}
