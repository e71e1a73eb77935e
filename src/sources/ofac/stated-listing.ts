import type { SourceContext } from '../input/context'
import type { Listing } from '../lists/party'
import type { PartyFacts } from './facts'
import { listingsOf } from './listings'
import { type ListKey, listNamed } from './lists'
import { measuresOfType } from './measures'

/** How the advanced and the enhanced XML say that a party is listed: all of it of the party, nothing of one programme. */
export interface StatedListing {
  /** Lists by their names, each with the day from which. */
  readonly lists: ReadonlyMap<string, string | undefined>
  /** Tags of programmes, each once. */
  readonly tags: ReadonlySet<string>
  /** Sanctions types. */
  readonly types: ReadonlySet<string>
  /** Legal authorities. */
  readonly legalBases: ReadonlySet<string>
}

/** Of two days of one list the earlier one, as far as they are known. */
export function earlier(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one
}

/**
 * The listings of a party. Lists and types that nobody knows are told, and kept in their words; so are types and legal
 * bases of a party that stands under several programmes, where it is not certain which belong to which.
 */
export function listingsStated(
  uid: string,
  { lists, tags, types, legalBases }: StatedListing,
  facts: PartyFacts,
  context: SourceContext,
): readonly Listing[] {
  const on = new Map<ListKey, string | undefined>()
  for (const [name, day] of lists) {
    const key = listNamed(name)
    if (key !== undefined) on.set(key, earlier(on.get(key), day))
    else {
      context.tell('unmapped', `the list '${name.slice(0, 100)}' of party ${uid} is not known here`)
      facts.note('sanctionsInformation', [name, day].filter((part) => part !== undefined).join(' '))
    }
  }
  for (const type of types) {
    const isKnown = measuresOfType(type) !== undefined
    if (!isKnown)
      context.tell('unmapped', `what '${type.slice(0, 100)}' does to party ${uid} is not known here`)
    if (!isKnown || tags.size > 1) facts.note('sanctionsTypes', type)
  }
  if (tags.size > 1) for (const basis of legalBases) facts.note('legalBases', basis)
  return listingsOf({
    uid,
    tags: [...tags],
    on,
    types: [...types],
    legalBases: [...legalBases],
    ...facts.listing,
  })
}
