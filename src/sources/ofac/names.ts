import { mintId } from '../../model/id'
import type { SourceContext } from '../input/context'
import type { RawRecord } from '../input/records'
import type { ListRecords } from '../lists/records'
import { partyId } from './parties'

/** Stands for several parties of one name. */
const SEVERAL = ''

/** Parties by their primary names: links name no more. */
export class PartyNames {
  readonly #uids = new Map<string, string>()

  add(name: string, uid: string): void {
    const there = this.#uids.get(name)
    this.#uids.set(name, there === undefined || there === uid ? uid : SEVERAL)
  }

  /**
   * The party of a name, and that of the name with a dot: a dot at the end of remarks may be one of the name.
   *
   * @returns its number, `several`, or undefined where there is none
   */
  find(name: string): string | 'several' | undefined {
    const uid = this.#uids.get(name) ?? this.#uids.get(`${name}.`)
    return uid === SEVERAL ? 'several' : uid
  }
}

/**
 * The records of links that an entry states by name alone. What several parties are called, or none, is an actor of its
 * own, and told: nobody is linked by a guess.
 */
export function* linksByName(
  uid: string,
  linked: readonly string[],
  names: PartyNames,
  records: ListRecords,
  context: SourceContext,
): Generator<RawRecord> {
  const subject = partyId(uid)
  for (const name of new Set(linked)) {
    const found = names.find(name)
    if (found !== undefined && found !== 'several') {
      if (found === uid) context.tell('unmapped', `${subject} is linked to itself, which says nothing`)
      else yield* records.link({ relation: 'linkedTo', subject, object: partyId(found), entry: uid })
      continue
    }
    const object = mintId('ofac-name', name)
    const what = found === 'several' ? 'several parties have the name' : 'no party here has the name'
    context.tell(found === 'several' ? 'ambiguous' : 'dangling', `${what} '${name.slice(0, 200)}'`, {
      entity: object,
      hint: `${subject} is linked to an actor that stands for it`,
    })
    yield* records.placeholder(object, name)
    yield* records.link({ relation: 'linkedTo', subject, object, entry: uid })
  }
}
