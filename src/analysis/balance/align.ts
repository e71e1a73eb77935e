import type { Component } from './graph/frustration'

/** On which side of which component each actor stands, by id. */
export type Sides = ReadonlyMap<string, Side>

/** Where an actor stands. */
export interface Side {
  readonly component: number
  /** 1 for the first bloc, -1 for the second. */
  readonly side: number
  /** Whether its component has no other division that is as good. */
  readonly unique: boolean
}

/**
 * Names the sides of components. Nothing tells two blocs apart but who is in them: the first is the one that most of
 * those are in who were in the first of the year before, else the larger one, else that of the first actor.
 *
 * @param ids of the vertices
 */
export function align(components: readonly Component[], ids: readonly string[], before?: Sides): Sides {
  const sides = new Map<string, Side>()
  for (const [component, { vertices, sides: found, unique }] of components.entries()) {
    const [continued, larger] = vertices.reduce(
      ([shared, sum], v, i) => [shared + (before?.get(ids[v]!)?.side ?? 0) * found[i]!, sum + found[i]!],
      [0, 0] as [number, number],
    )
    const turn = Math.sign(continued || larger || found[0]!)
    for (const [i, v] of vertices.entries())
      sides.set(ids[v]!, { component, side: turn * found[i]!, unique: unique === true })
  }
  return sides
}

/**
 * Who stands with others than in the year before: of those who were in one component and are in one again, the fewer,
 * whichever way the blocs are called. Where they are as many, nothing tells who moved, and nobody is named.
 *
 * @returns in the order of their ids, with whether both years' blocs are the only best ones
 */
export function movedSides(
  before: Sides,
  now: Sides,
): { readonly actor: string; readonly certain: boolean }[] {
  const shared = new Map<
    string,
    { readonly actor: string; readonly same: boolean; readonly certain: boolean }[]
  >()
  for (const [actor, { component, side, unique }] of now) {
    const was = before.get(actor)
    if (!was) continue
    const key = `${was.component} ${component}`
    const members = shared.get(key) ?? []
    members.push({ actor, same: was.side === side, certain: was.unique && unique })
    shared.set(key, members)
  }
  const moved = [...shared.values()].flatMap((members) => {
    const same = members.filter((one) => one.same)
    if (2 * same.length === members.length) return []
    return 2 * same.length > members.length ? members.filter((one) => !one.same) : same
  })
  return moved.map(({ actor, certain }) => ({ actor, certain })).sort((a, b) => (a.actor < b.actor ? -1 : 1))
}
