import { over } from '../../query/broader'
import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import { bearingsOn, type Near } from './bearing'
import type { Facts } from './facts'
import { add, type Found, measuresOf } from './listings'
import type { Belongs } from './places'
import { type Link, linkFrom, stepsOf } from './step'

/** Relations to a sector that do not say that somebody works in it. */
const NO_WORK = new Set(['sanctions', 'licenses'])

/** Something that measures may be on, and by what statements the entity has to do with it. */
interface Concern {
  readonly what: Row
  readonly links: readonly Link[]
}

/**
 * Sanctions on a sector in which the entity works, or of which a legal instrument speaks that also concerns it; and
 * sanctions on a jurisdiction to which it belongs that are aimed at such a sector, or at goods that it makes.
 */
export function findSectors(facts: Facts, near: Near, places: readonly Belongs[], found: Found): void {
  const { lens } = facts
  const { store } = lens
  const { entity } = near
  const sectors = sectorsOf(facts, entity)
  const goods = facts
    .linksFrom(entity, ['produces', 'develops'], 'subject')
    .map((link) => ({ broader: over(lens, link.to), link }))
  for (const { what, links } of sectors)
    for (const link of facts.linksFrom(what, ['sanctions'], 'object')) tell([...links, link], [])
  for (const { place, how, links } of places) {
    // What is on it as such is told already.
    if (how === 'self') continue
    for (const link of sectors.length + goods.length > 0
      ? facts.linksFrom(place, ['sanctions'], 'object')
      : []) {
      const { sector, item } = store.namedQualifiers(link.statement)
      const aimed = typeof sector === 'string' ? store.findEntity(sector) : 0
      for (const concern of sectors.filter(({ what }) => what === aimed))
        tell([...concern.links, ...links, link], [])
      for (const { broader, link: made } of typeof item === 'string' ? goods : []) {
        const by = broader.get(store.findEntity(String(item)))
        if (by) tell([made, ...links, link], by)
      }
    }
  }

  function tell(chain: readonly Link[], broader: readonly Row[]): void {
    const { statement, from } = chain.at(-1)!
    const statements = [...chain.map((link) => link.statement), ...broader]
    const measures = measuresOf(facts, statement)
    const item = {
      kind: 'sector' as const,
      relation: store.relationOf(chain[0]!.statement).name,
      ...measures,
      target: store.idOf(from),
      chains: [stepsOf(lens, chain)],
      ...bearingsOn(facts, statement, near),
      ...basisOf(lens, statements),
    }
    add(found, item, facts.doubtsOf(statements))
  }
}

/** Sectors with which an entity has to do. */
function sectorsOf(facts: Facts, entity: Row): Concern[] {
  const { store } = facts.lens
  const isSector = (row: Row) => store.isOf(row, ['Sector'])
  const direct = [...store.ontology.relations.keys()].filter((name) => !NO_WORK.has(name))
  const concerns: Concern[] = facts
    .linksFrom(entity, direct, 'subject')
    .filter(({ to }) => isSector(to))
    .map((link) => ({ what: link.to, links: [link] }))
  for (const link of facts.linksFrom(entity, ['cooperatesWith'])) {
    const { field } = store.namedQualifiers(link.statement)
    const what = typeof field === 'string' ? store.findEntity(field) : 0
    if (what !== 0 && isSector(what)) concerns.push({ what, links: [link] })
  }
  const instruments: Concern[] = facts
    .linksFrom(entity, ['concerns'], 'object')
    .map((link) => ({ what: link.to, links: [link] }))
  for (const { statement } of facts.linksFrom(entity, ['designates'], 'object')) {
    const { programme } = store.namedQualifiers(statement)
    const what = typeof programme === 'string' ? store.findEntity(programme) : 0
    if (what !== 0) instruments.push({ what, links: [linkFrom(facts.lens, entity, statement)] })
  }
  for (const { what, links } of instruments)
    for (const link of facts.linksFrom(what, ['concerns'], 'subject'))
      if (isSector(link.to)) concerns.push({ what: link.to, links: [...links, link] })
  return concerns
}
