import { digest } from '../../../model/id'
import { ftmIdOf, PREFIX } from '../ids'

/** What ids of FollowTheMoney are, where something refers to them. */
const FORM = /^[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?$/

/** Ids for what did not come as FollowTheMoney. */
export class MintedIds {
  readonly #taken: Set<string>
  readonly #ids = new Map<string, string>()

  /** @param taken ids that there are already */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  /** The id of an entity: `ofac-36` of `ofac:36`. */
  of(id: string): string {
    const known = this.#ids.get(id)
    if (known !== undefined) return known
    const plain = id.startsWith(`${PREFIX}:`) ? ftmIdOf(id) : id.replace(':', '-')
    const isFine = id.startsWith(`${PREFIX}:`) || FORM.test(plain)
    const minted = isFine && !this.#taken.has(plain) ? plain : `${start(plain)}${digest(id)}`
    this.#taken.add(minted)
    this.#ids.set(id, minted)
    return minted
  }
}

function start(plain: string): string {
  const slug = plain
    .replace(/[^0-9A-Za-z.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60)
  return slug === '' ? '' : `${slug}-`
}
