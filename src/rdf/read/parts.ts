import type * as Rdf from '@rdfjs/types'
import { isDerived } from '../derived'
import { QuadSet } from './quad-set'
import type { Roles } from './roles'

/**
 * Cuts a stream of quads into parts that stand by themselves, as `writeRecords` writes them: an entity with its nodes, or a
 * statement with its claims. A part begins where another entity does, or with the next statement.
 */
export class Parts {
  #set = new QuadSet()
  /** The part before, whose room is used again: there are millions of parts. */
  #other = new QuadSet()
  #subject: string | undefined
  #hasStatement = false
  readonly #roles: Roles

  constructor(roles: Roles) {
    this.#roles = roles
  }

  /** Takes a quad; gives the part before it, where it begins another. It is good until the next one comes. */
  add(quad: Rdf.BaseQuad): QuadSet | undefined {
    const { subject, predicate } = quad
    if (subject.termType === 'BlankNode' || isDerived(subject.value)) return void this.#set.add(quad)
    const isStatement = this.#roles.of(predicate)?.is === 'statement'
    const begins = subject.value !== this.#subject || isStatement || this.#hasStatement
    const before = begins ? this.rest() : undefined
    this.#subject = subject.value
    this.#hasStatement = isStatement
    this.#set.add(quad)
    return before
  }

  /** What came since. */
  rest(): QuadSet | undefined {
    const set = this.#set
    if (set.size === 0) return undefined
    this.#other.clear()
    ;[this.#set, this.#other] = [this.#other, set]
    return set
  }
}
