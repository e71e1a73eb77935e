import { fail } from '../model/issue'

/** Above so many entities a static picture helps nobody. */
export const MOST_NODES = 200
/** Above so many pairs of entities that are connected, nobody can follow the lines any more. */
export const MOST_PAIRS = 600

/**
 * Refuses what is too much for a picture, before anything is worked out for it.
 *
 * @param nodes how many entities there are
 * @param ends of each line, by whatever tells entities apart
 * @throws {@link StatecraftError} `truncated`, with a way out
 */
export function refuseTooMuch(
  nodes: number,
  ends: Iterable<readonly [string, string] | readonly [number, number]>,
): void {
  const hint = 'ask for less, or make a page of it with toPage of statecraft/render'
  if (nodes > MOST_NODES) {
    fail('truncated', `a picture shows at most ${MOST_NODES} entities, not ${nodes}`, { hint })
  }
  const pairs = new Set<string>()
  for (const [from, to] of ends) pairs.add(JSON.stringify(from < to ? [from, to] : [to, from]))
  if (pairs.size > MOST_PAIRS) {
    fail('truncated', `a picture shows at most ${MOST_PAIRS} connections, not ${pairs.size}`, { hint })
  }
}
