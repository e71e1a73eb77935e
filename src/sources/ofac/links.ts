import type { SourceContext } from '../input/context'
import type { RawRecord } from '../input/records'
import type { ListRecords } from '../lists/records'
import { type PartyType, partyId } from './parties'
import { relationOf } from './relations'

/** A party that has its place in a file. */
interface Known {
  readonly uid: string
  readonly type: PartyType
}

/** The parties of all files that are read, by what relations call them. */
export class KnownParties {
  readonly #parties = new Map<string, Known>()

  /** @param key what relations call it, where that is not its number */
  add(uid: string, type: PartyType, key = uid): void {
    if (!this.#parties.has(key)) this.#parties.set(key, { uid, type })
  }

  /** The party that is called so; undefined where none is. */
  find(key: string): Known | undefined {
    return this.#parties.get(key)
  }
}

/** A party at the end of a relation. */
export interface End {
  readonly key: string
  /** What the relation calls it; undefined where it has a number alone. */
  readonly name?: string | undefined
}

/** A relation of two parties, as a file states it. */
export interface Relationship {
  /** The party that it stands at. */
  readonly from: End
  readonly to: End
  /** The type of the relation: its number, and what it is called. */
  readonly code: string | undefined
  readonly type: string | undefined
  /** It held once. */
  readonly isFormer?: boolean
  /** `High`, `Low`; undefined where nothing is said. */
  readonly quality?: string | undefined
  readonly comment?: string | undefined
}

/**
 * The records of a relation. A party that no file has an entry of is an actor of which no more is known, under the id that
 * it has where it is listed, and told.
 *
 * @param published when the list came out: what held once had ended by then
 */
export function* linkOf(
  stated: Relationship,
  known: KnownParties,
  records: ListRecords,
  published: string | undefined,
  context: SourceContext,
): Generator<RawRecord> {
  const [from, to] = [endOf(stated.from, known), endOf(stated.to, known)]
  if (from.id === to.id) {
    context.tell('unmapped', `${from.id} is linked to itself, which says nothing`)
    return
  }
  for (const end of [from, to]) {
    if (end.isKnown) continue
    context.tell('dangling', `a relation leads to party ${end.uid}, of which there is no entry here`, {
      entity: end.id,
      hint: 'an actor stands for it; it may stand on another list',
    })
    yield* records.placeholder(end.id, end.name ?? `${end.id} (no name given)`)
  }
  const { relation, isTurned, role, words, isKnown } = relationOf({
    code: stated.code,
    name: stated.type,
    from: from.type,
    to: to.type,
  })
  if (!isKnown)
    context.tell('unmapped', `the relation '${(words ?? '').slice(0, 100)}' is not known; it is a link`)
  const { isFormer = false, quality, comment } = stated
  const note = [words, isFormer ? 'former' : undefined, quality && `quality: ${quality}`, comment]
    .filter((part) => part)
    .join('; ')
  yield* records.link({
    relation,
    subject: isTurned ? to.id : from.id,
    object: isTurned ? from.id : to.id,
    details: {
      ...(role === undefined ? {} : { role: { en: role } }),
      ...(note === '' ? {} : { note: { en: note } }),
      ...(isFormer ? { when: published === undefined ? '../' : `[..${published}]` } : {}),
    },
    entry: from.uid,
  })
}

function endOf({ key, name }: End, known: KnownParties) {
  const there = known.find(key)
  const uid = there?.uid ?? key
  return { uid, id: partyId(uid), type: there?.type ?? 'Actor', name, isKnown: there !== undefined } as const
}
