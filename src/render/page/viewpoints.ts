import { byCodeUnits } from '../../model/canonical'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'

/** At most so many viewpoints are worked out: each is a view of its own. */
export const MOST_VIEWPOINTS = 60

/**
 * The actors whose side speaks of statements: who claims something of them, and for whom claimants speak. Those whose
 * side speaks of the most come first.
 */
export function speakersOf(lens: Lens, statements: Iterable<Row>): Row[] {
  const { store } = lens
  const spoken = new Map<Row, Set<Row>>()
  for (const row of statements) {
    for (const claim of lens.claims(row)) {
      const by = store.provenance.claimant(claim)
      if (by === 0 || store.isUnnamed(by)) continue // an unnamed actor is on no side
      const known = spoken.get(by)
      if (known) known.add(row)
      else spoken.set(by, new Set([row]))
    }
  }
  // Whoever may be spoken for: whether they are, at a claim's date, the view of each will tell.
  const voices = voicesOf(lens)
  const queue = [...spoken.keys()]
  for (let speaker = queue.pop(); speaker !== undefined; speaker = queue.pop()) {
    for (const of of voices.get(speaker) ?? []) {
      const known = spoken.get(of) ?? new Set()
      const before = known.size
      for (const row of spoken.get(speaker)!) known.add(row)
      if (known.size > before) queue.push(of)
      spoken.set(of, known)
    }
  }
  const order = (a: Row, b: Row) =>
    spoken.get(b)!.size - spoken.get(a)!.size || byCodeUnits(store.idOf(a), store.idOf(b))
  return [...spoken.keys()].sort(order)
}

/** For whom an actor may speak, by any statement that says so. */
function voicesOf({ store }: Lens): Map<Row, Row[]> {
  const { subject, object } = store.statements.columns
  const voices = new Map<Row, Row[]>()
  for (let row = 1; row < store.statements.length; row++) {
    if (!store.isAlive(row) || !store.relationOf(row).voice || store.isUnnamed(object[row]!)) continue
    voices.set(subject[row]!, [...(voices.get(subject[row]!) ?? []), object[row]!])
  }
  return voices
}
