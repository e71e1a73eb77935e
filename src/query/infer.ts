import { LEVELS } from '../model/claim'
import { ALWAYS, type Span, within } from '../model/days'
import { fail } from '../model/issue'
import type { Relation } from '../ontology/ontology'
import { claimDays, type Days } from '../store/days'
import { Lens, parallel } from '../store/lens'
import type { Fields } from '../store/merge'
import { DENIES, type Row } from '../store/store'
import { daysOf, type Edge, weakest, whileBoth } from './edge'

/** An edge that nobody states, with the defining qualifiers that it has. */
export interface InferredEdge extends Edge {
  readonly qualifiers: Fields
}

/** How many statements all edges may list together: along a chain they are as many as its length squared. */
const MOST = 8_000_000

const NO_QUALIFIERS: Fields = Object.freeze({})

/**
 * What follows from the statements of a view by the rules that its ontology names. Each edge rests on all the
 * statements it lists, is no stronger than the weakest of them, and holds only while all of them do.
 *
 * - `transitive`: what is part of a part is part of the whole; never over a disputed statement. Of several ways the
 *   one of the strongest level is listed, then the shortest.
 * - `membership`: what an organisation does in a `collective` relation its full members do through it, unless they are
 *   suspended.
 * - `treaty`: the parties of a treaty whose obligations are given are bound to each other under it.
 *
 * @throws {@link StatecraftError} `truncated`, where they list more than eight million statements in all
 */
export function inferredEdges(lens: Lens): InferredEdge[] {
  const found: InferredEdge[] = []
  let listed = 0
  for (const rule of [transitiveEdges, membershipEdges, treatyEdges]) {
    for (const edge of rule(lens)) {
      if (isDenied(lens, edge)) continue
      listed += edge.rests.length
      if (listed > MOST) {
        fail('truncated', 'too much follows from these statements', {
          hint: 'narrow the view, as by `relations` or `asOf`',
        })
      }
      found.push(edge)
    }
  }
  return found
}

/**
 * Whether somebody denies what would be inferred: a denial counts against all that it entails, whoever states it.
 */
function isDenied(lens: Lens, edge: InferredEdge): boolean {
  const { store } = lens
  const { stance } = store.claims.columns
  for (const row of parallel(store, edge.subject, edge.object)) {
    if (store.relationOf(row) !== edge.relation) continue
    const denials = [...store.claimsOf(row)].filter((claim) => stance[claim] === DENIES && lens.counts(claim))
    if (denials.length === 0) continue
    const isOfThis = Object.entries(store.qualifiersOf(row)).every(([name, value]) => {
      const own = [edge.qualifiers[name]].flat()
      return [value].flat().every((one) => own.includes(one))
    })
    if (!isOfThis) continue
    const days = daysOf(lens, edge)
    if (
      days &&
      denials.some((claim) => within(days.possible, claimDays(store, claim, edge.relation.aspect).possible))
    )
      return true
  }
  return false
}

function* transitiveEdges(lens: Lens): Generator<InferredEdge> {
  for (const relation of lens.store.ontology.relations.values()) {
    if (relation.transitive) yield* closure(lens, relation)
  }
}

/** A statement by which one entity is directly part of another. */
interface Part {
  readonly to: Row
  readonly statement: Row
  /** The place of its level: 0 is asserted. */
  readonly level: number
  readonly days: Days
}

/** Steps of one relation that nobody disputes, out of each entity. */
function* closure(lens: Lens, relation: Relation): Generator<InferredEdge> {
  const { subject, object } = lens.store.statements.columns
  const parts = new Map<Row, Part[]>()
  const levels = new Set<number>()
  for (const row of statementsOf(lens, relation)) {
    const { level: name, disputed } = lens.standing(row)!
    const days = lens.days(row)
    if (disputed || !days) continue
    const level = LEVELS.indexOf(name)
    levels.add(level)
    push(parts, subject[row]!, { to: object[row]!, statement: row, level, days })
    if (relation.symmetric) push(parts, object[row]!, { to: subject[row]!, statement: row, level, days })
  }
  // The strongest level first: a prediction is listed only where nothing better leads there.
  const inOrder = [...levels].sort((a, b) => a - b)
  for (const [start, direct] of parts) {
    const reached = new Set<Row>([start])
    const stated = new Map<Row, Part[]>()
    for (const own of direct) push(stated, own.to, own)
    for (const level of inOrder) {
      const ways: { at: Row; rests: readonly Row[]; days?: Days }[] = [{ at: start, rests: [] }]
      // A way that holds on other days than an earlier one may lead on where that does not.
      const seen = new Map<Row, Span[]>([[start, [ALWAYS]]])
      for (const { at, rests, days } of ways) {
        if (at !== start && cannotBeRunThrough(lens, at)) continue
        for (const part of parts.get(at) ?? []) {
          if (part.level > level) continue
          const known = seen.get(part.to)
          if (known?.some((span) => within((days ?? part.days).possible, span))) continue
          const both = days ? whileBoth(days, part.days) : part.days
          if (!both || known?.some((span) => within(both.possible, span))) continue
          const way = { at: part.to, rests: [...rests, part.statement], days: both }
          push(seen, part.to, both.possible)
          ways.push(way)
          if (reached.has(part.to) || at === start) continue
          const isStated = (own: Part) => own.level <= level && within(both.possible, own.days.possible)
          if (stated.get(part.to)?.some(isStated)) continue
          reached.add(part.to)
          if (relation.symmetric && lens.store.idOf(part.to) < lens.store.idOf(start)) continue // found from there
          yield inferred('transitive', relation, start, part.to, way.rests, NO_QUALIFIERS)
        }
      }
    }
  }
}

/** What is inferred through an entity would be a path through it. */
function cannotBeRunThrough({ store }: Lens, row: Row): boolean {
  return store.isUnnamed(row) || store.isOf(row, ['Source'])
}

function* membershipEdges(lens: Lens): Generator<InferredEdge> {
  const { store } = lens
  const { subject, object } = store.statements.columns
  const relations = [...store.ontology.relations.values()]
  for (const relation of relations) {
    if (!relation.membership) continue
    const { qualifier, value, suspendedBy } = relation.membership
    const members = new Map<Row, Row[]>()
    for (const row of statementsOf(lens, relation)) {
      if (
        store.qualifiersOf(row)[qualifier] === value &&
        !store.isUnnamed(subject[row]!) &&
        !store.isUnnamed(object[row]!)
      )
        push(members, object[row]!, row)
    }
    const isSuspended = suspension(lens, store.ontology.relation(suspendedBy))
    for (const acts of relations.filter((one) => one.collective)) {
      for (const act of statementsOf(lens, acts)) {
        for (const membership of members.get(subject[act]!) ?? []) {
          const [member, to] = [subject[membership]!, object[act]!]
          if (member === to || !store.passesFor(member, acts.from)) continue
          const edge = inferred('membership', acts, member, to, [act, membership], store.qualifiersOf(act))
          if (daysOf(lens, edge) && !isSuspended(edge, subject[act]!)) yield edge
        }
      }
    }
  }
}

/**
 * Whether a member is suspended for as long as an edge may hold; in a view as of a day, whether it is on that day.
 * Only what is asserted and undisputed suspends.
 */
function suspension(lens: Lens, relation: Relation): (edge: Edge, organization: Row) => boolean {
  const { subject, object } = lens.store.statements.columns
  const suspended = new Map<string, Row[]>()
  // Whoever looks at some relations only still counts nobody who is suspended.
  const narrowing = lens.criteria.some(
    ({ relations, types, status, disputed }) => relations ?? types ?? status ?? disputed,
  )
  const whole = narrowing
    ? new Lens(
        lens.store,
        lens.criteria.map(({ relations: _, types: __, status: ___, disputed: ____, ...others }) => others),
      )
    : lens
  for (const row of statementsOf(whole, relation)) {
    const { level, disputed } = whole.standing(row)!
    if (level === 'asserted' && !disputed) push(suspended, `${subject[row]} ${object[row]}`, row)
  }
  const isAsOf = lens.criteria.some(({ asOf }) => asOf !== undefined)
  return (edge, organization) => {
    const rows = suspended.get(`${edge.subject} ${organization}`) ?? []
    if (isAsOf) return rows.length > 0
    const days = rows.length > 0 ? daysOf(lens, edge)?.possible : undefined
    return rows.some((row) => {
      const { from, until } = whole.days(row)!.possible
      return days !== undefined && from <= days.from && days.until <= until
    })
  }
}

function* treatyEdges(lens: Lens): Generator<InferredEdge> {
  const { store } = lens
  const { subject, object } = store.statements.columns
  for (const relation of store.ontology.relations.values()) {
    if (!relation.dyads) continue
    const { qualifier, given } = relation.dyads
    const bound = store.ontology.relation(relation.dyads.relation)
    const parties = new Map<Row, Row[]>()
    const stated = new Map<string, Row[]>()
    for (const row of statementsOf(lens, bound)) {
      for (const id of [store.qualifiersOf(row)[qualifier] ?? []].flat())
        push(stated, `${subject[row]} ${object[row]} ${id}`, row)
    }
    for (const row of statementsOf(lens, relation)) {
      if (!store.isUnnamed(subject[row]!) && store.passesFor(subject[row]!, bound.from))
        push(parties, object[row]!, row)
    }
    for (const [treaty, rows] of parties) {
      if (store.entity(treaty)?.[given] === undefined) continue
      const id = store.idOf(treaty)
      for (const [i, one] of rows.entries()) {
        for (const other of rows.slice(i + 1)) {
          const ends = [subject[one]!, subject[other]!]
          if (bound.symmetric && store.idOf(ends[1]!) < store.idOf(ends[0]!)) ends.reverse()
          const [a, b] = ends as [Row, Row]
          if (a === b) continue
          const edge = inferred('treaty', bound, a, b, [one, other], { [qualifier]: id })
          const days = daysOf(lens, edge)
          if (!days) continue // they were never parties together
          const says = (row: Row) => isAsGood(lens, row, edge, days)
          if (!stated.get(`${a} ${b} ${id}`)?.some(says)) yield edge
          if (!bound.symmetric && !stated.get(`${b} ${a} ${id}`)?.some(says))
            yield { ...edge, subject: b, object: a }
        }
      }
    }
  }
}

/** Whether a statement says all that an inferred edge would: as strongly, and of all its days. */
function isAsGood(lens: Lens, row: Row, edge: Edge, days: Days): boolean {
  const stated = lens.standing(row)!
  const ours = weakest(lens, edge.rests)
  if (LEVELS.indexOf(stated.level) > LEVELS.indexOf(ours.level) || (stated.disputed && !ours.disputed))
    return false
  const own = lens.days(row)
  return own !== undefined && within(days.possible, own.possible)
}

function inferred(
  rule: NonNullable<Edge['rule']>,
  relation: Relation,
  subject: Row,
  object: Row,
  rests: readonly Row[],
  qualifiers: Fields,
): InferredEdge {
  return { relation, subject, object, statement: 0, rests, rule, qualifiers }
}

/** Statements of a relation in the view, in the order of their ends' ids, so that answers do not hang on the input's. */
function statementsOf(lens: Lens, relation: Relation): Row[] {
  const { store } = lens
  const { columns: c } = store.statements
  const rows = [...lens.statements()].filter(
    // From a denial nothing follows.
    (row) => c.relation[row] === relation.index && lens.standing(row)?.level !== 'denied',
  )
  const { vertexOf } = lens.adjacency()
  return rows.sort(
    (a, b) =>
      vertexOf[c.subject[a]!]! - vertexOf[c.subject[b]!]! ||
      vertexOf[c.object[a]!]! - vertexOf[c.object[b]!]! ||
      (store.statementId(a) < store.statementId(b) ? -1 : 1),
  )
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
