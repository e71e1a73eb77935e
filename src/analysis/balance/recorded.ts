import type { Lens } from '../../store/lens'
import { basisOf } from '../basis'
import type { TieRecord } from './records'
import type { Tie } from './yearly'

/** Reads ties with what they rest on; each is worked out once, however many years it lasts. */
export function basisReader(lens: Lens): (tie: Tie) => TieRecord {
  const known = new WeakMap<Tie, TieRecord>()
  return (tie) => {
    let found = known.get(tie)
    if (!found) {
      found = {
        between: [lens.store.idOf(tie.a), lens.store.idOf(tie.b)],
        sign: tie.sign > 0 ? '+' : '-',
        mixed: tie.mixed,
        basis: basisOf(lens, tie.rests),
      }
      known.set(tie, found)
    }
    return found
  }
}
