import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { basisOf } from '../basis'
import type { BlockedOwner, OwnershipFinding } from '../ownership/finding'
import { Ownership } from '../ownership/ownership'
import type { OwnershipRule } from '../ownership/rule'
import { bearingsOn, isSuspended, type Near } from './bearing'
import type { Facts } from './facts'
import type { Bearing } from './found'
import { add, type Found, isNotice, measuresOf } from './listings'
import { type Link, linkFrom, stepsOf } from './step'

/** Of which measure rules on ownership speak. */
const MEASURE = 'asset-freeze'
const HOLDINGS = ['owns', 'controls', 'ownsOrControls']

/**
 * What the rules on ownership say: blocked is reach, undetermined may be reach, below is an indicator with the sum.
 *
 * @param asked the view of which is asked, with its day
 * @returns statements that are told hereby, so that no chain of ties tells them again
 */
export function findOwnership(
  asked: Lens,
  facts: Facts,
  near: Near,
  rules: readonly OwnershipRule[],
  found: Found,
): Set<Row> {
  const { entity } = near
  const { lens } = facts
  const { store } = lens
  const told = new Set<Row>()
  if (!isHeld(lens, entity)) return told
  for (const rule of rules) {
    const owned = new Ownership(asked, { rule, measure: MEASURE })
    const finding = owned.of(store.idOf(entity))
    for (const id of owned.leftOut) leaveOut(facts, entity, store.findStatement(id))
    if (!finding?.basis || finding.verdict === 'no-finding') continue
    const { verdict, low, high, basis } = finding
    // What is certain rests on what is certain alone.
    const isBlocked = verdict === 'blocked'
    const counts = (row: Row) => !isBlocked || facts.counts(row) === 'surely'
    const chains = countingOwners(finding).flatMap((owner) => {
      const chain = chainOf(facts, entity, owner, counts)
      return chain ? [chain] : []
    })
    const rows = new Set([
      ...chains.flat().map(({ statement }) => statement),
      ...basis.statements.map(rowOf).filter(counts),
    ])
    for (const row of rows) told.add(row)
    const statements = [...rows]
    const listings = statements.filter((row) => store.relationOf(row).name === 'designates')
    const { subject, object } = store.statements.columns
    const senders = [...new Set(listings.map((row) => subject[row]!))]
    const onWhom = listings.map((row) => object[row]!)
    const each = listings.map((row) => bearingsOn(facts, row, near))
    const suspended = each.filter(isSuspended)
    // A notice blocks nobody, and so nobody's subsidiary, whatever it says of measures.
    const isNoticeOf = (row: Row) => isNotice(facts, measuresOf(facts, row))
    const inLaw = new Set(listings.filter((row) => !isNoticeOf(row)).map((row) => object[row]!))
    const isOnlyNoticed = onWhom.some((row) => !inLaw.has(row))
    const item = {
      senders: senders.map((row) => store.idOf(row)).sort(),
      measures: [MEASURE],
      lists: [],
      entries: [],
      legalBasis: [rule.source],
      since: [],
      target: store.idOf(onWhom[0] ?? entity),
      chains: chains.map((chain) => stepsOf(lens, chain)),
      rule: rule.id,
      low,
      high,
      licences: distinct(each.flatMap(({ licences }) => licences)),
      suspensions: distinct(each.flatMap(({ suspensions }) => suspensions)),
      ...basisOf(lens, statements),
    }
    if (listings.length > 0 && inLaw.size === 0)
      add(found, { kind: 'notice', ...item }, facts.doubtsOf(statements))
    else if (verdict === 'below') add(found, { kind: 'ownership', ...item }, facts.doubtsOf(statements))
    else if (listings.length > 0 && suspended.length === listings.length)
      add(found, { kind: 'suspended', ...item }, facts.doubtsOf(statements))
    else if (isBlocked && suspended.length === 0 && !isOnlyNoticed)
      found.reach.push({ way: 'ownership', ...item })
    else {
      const doubts = new Set([
        ...finding.doubts,
        ...(suspended.length > 0 ? (['partly-suspended'] as const) : []),
        ...(isOnlyNoticed ? (['owner-not-sure'] as const) : []),
      ])
      found.possibleReach.push({ way: 'ownership', ...item, doubts: [...doubts] })
    }
  }
  return told

  function rowOf(id: string): Row {
    return store.findStatement(id)
  }
}

/** Whether anybody is stated to hold it, ever: else no rule finds anything, and none is worked out. */
function isHeld(lens: Lens, entity: Row): boolean {
  const { store } = lens
  const holding = HOLDINGS.flatMap((name) => store.ontology.relations.get(name)?.index ?? [])
  return !Edges.of(lens).about(new Set(holding), undefined, entity).next().done
}

function distinct(bearings: readonly Bearing[]): Bearing[] {
  return [...new Map(bearings.map((one) => [one.statement, one])).values()]
}

/** What is left out of the holdings of an entity, or of its owners' listings, is told where it is near. */
function leaveOut(facts: Facts, entity: Row, statement: Row): void {
  if (facts.lens.store.statements.columns.object[statement] === entity) facts.leftOut.add(statement)
}

/** A verdict that is certain rests on the owners that are. */
function countingOwners({ verdict, owners }: OwnershipFinding): readonly BlockedOwner[] {
  return verdict === 'blocked' ? owners.filter(({ blocked }) => blocked !== 'possibly') : owners
}

/**
 * From the entity to its owner, to whose own it is, and so on to one that is listed, and by whom.
 *
 * @param counts which statements may be in it
 * @returns undefined where a step of it is by none that may
 */
function chainOf(
  { lens }: Facts,
  entity: Row,
  { chain, statements }: BlockedOwner,
  counts: (statement: Row) => boolean,
): Link[] | undefined {
  const { store } = lens
  const { subject, object } = store.statements.columns
  const rows = statements.map((id) => store.findStatement(id)).filter(counts)
  const path = [entity, ...chain.map((id) => store.findEntity(id)).reverse()]
  const listed = path.at(-1)!
  const steps = path.slice(1).map((owner, i) => {
    const owned = path[i]!
    const holdings = rows.filter((row) => subject[row] === owner && object[row] === owned)
    return holdings.map((row) => linkFrom(lens, owned, row))
  })
  const listings = rows.filter((row) => object[row] === listed && store.relationOf(row).name === 'designates')
  steps.push(listings.map((row) => linkFrom(lens, listed, row)))
  return steps.every((links) => links.length > 0) ? steps.flat() : undefined
}
