import type { Lens } from '../store/lens'

/**
 * The sanctions of a view, and the memberships by which those of an organisation are also its members': nothing else is
 * needed to infer who is behind them, and all that follows from a large graph would be much.
 */
export function sanctionsAndMemberships(lens: Lens): Lens {
  const needed = new Set(['sanctions'])
  for (const { name, membership } of lens.store.ontology.relations.values()) {
    if (!membership) continue
    needed.add(name)
    if (membership.suspendedBy) needed.add(membership.suspendedBy)
  }
  return lens.with({ relations: needed })
}
