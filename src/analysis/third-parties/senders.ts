import { dayOf, overlap } from '../../model/days'
import { daysOf } from '../../query/edge'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { type Basis, basisOf } from '../basis'
import { isCounted } from '../counted'
import { sanctionsAndMemberships } from '../senders'
import type { Years } from '../years'
import type { AskedThirdParties } from './options'

/** In what way a partner has sanctions on the target itself: these ones, these as a member of the sender, or others. */
export type SenderRole = 'sender' | 'member-of-sender' | 'other-sanctions'

/** A partner that is no third party. */
export interface AsSender {
  readonly role: SenderRole
  readonly basis: Basis
}

const ROLES: readonly SenderRole[] = ['sender', 'member-of-sender', 'other-sanctions']

/** Who has sanctions on the target in these years, in its own name or through an organisation. */
export function sendersOn(
  lens: Lens,
  { sanction, sender, target, counted }: AskedThirdParties,
  { first, last }: Years,
): ReadonlyMap<Row, AsSender> {
  const narrow = sanctionsAndMemberships(lens)
  const span = { from: dayOf(first, 1, 1), until: dayOf(last, 12, 31) }
  const found = new Map<Row, AsSender>()
  const edges = Edges.of(narrow, { infer: true })
  const all = [...edges.about(new Set([lens.store.ontology.relation('sanctions').index]), undefined, target)]
  const byIds = (rests: readonly Row[]) => rests.map((row) => lens.store.statementId(row)).join()
  all.sort((a, b) => (byIds(a.rests) < byIds(b.rests) ? -1 : 1))
  for (const edge of all) {
    const isThis = edge.rests.includes(sanction)
    if (!isThis && !isCounted(narrow, edge.rests, counted)) continue
    const days = daysOf(narrow, edge)
    if (!days || !overlap(days.possible, span)) continue
    const role = edge.subject === sender ? 'sender' : isThis ? 'member-of-sender' : 'other-sanctions'
    const known = found.get(edge.subject)
    if (known && ROLES.indexOf(known.role) <= ROLES.indexOf(role)) continue
    found.set(edge.subject, { role, basis: basisOf(narrow, edge.rests) })
  }
  return found
}
