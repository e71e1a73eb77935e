import { overlap, type Span } from '../../model/days'
import { daysOf } from '../../query/edge'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { isPlain } from '../certainty'
import { onDay } from '../day'
import type { Embargo } from '../measures/embargo'
import { sanctionsAndMemberships } from '../senders'

/** In what way an actor is behind an embargo, and by which statements: it is the sender, or a member of it. */
export interface Behind {
  readonly role: 'sender' | 'member-of-sender'
  readonly rests: readonly Row[]
}

/** Who is behind an embargo: its sender, and whoever it is of by the ontology's rules on memberships. */
export class Senders {
  readonly #lens: Lens
  readonly #relation: number

  /** @param lens of a view of all days */
  constructor(lens: Lens) {
    this.#lens = sanctionsAndMemberships(lens)
    this.#relation = lens.store.ontology.relation('sanctions').index
  }

  /**
   * How an actor is behind an embargo over some days: of a membership that may have ended by then, nobody can tell.
   *
   * @returns undefined where nothing asserted and undisputed, and not only as likely, says that it is
   */
  roleOf(actor: Row, { statement, sender, target }: Embargo, span: Span): Behind | undefined {
    if (actor === sender) return { role: 'sender', rests: [statement] }
    const edges = [
      ...Edges.of(this.#lens, { infer: true }).about(new Set([this.#relation]), actor, target),
    ].filter((edge) => {
      if (!edge.rests.includes(statement)) return false
      const days = daysOf(this.#lens, edge)
      return (
        days !== undefined &&
        overlap(days.possible, span) &&
        edge.rests.every((row) => this.#isFact(row, span))
      )
    })
    const ids = (rests: readonly Row[]) => rests.map((row) => this.#lens.store.statementId(row)).join()
    const [first] = edges.map(({ rests }) => rests).sort((a, b) => (ids(a) < ids(b) ? -1 : 1))
    return first && { role: 'member-of-sender', rests: first }
  }

  /** The embargo itself may be alleged: it is listed with its standing. */
  #isFact(row: Row, { from, until }: Span): boolean {
    if (this.#lens.store.relationOf(row).index === this.#relation) return true
    const standing = this.#lens.standing(row)
    if (standing?.level !== 'asserted' || standing.disputed || !isPlain(this.#lens, row)) return false
    return [from, until].every((day) => onDay(this.#lens, row, day) === 'holds')
  }
}
