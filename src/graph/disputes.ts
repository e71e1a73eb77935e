import { canonicalJson } from '../model/canonical'
import { overlap } from '../model/days'
import type { Relation } from '../ontology/ontology'
import type { Lens } from '../store/lens'
import { DENIES, type Row } from '../store/store'

/** Statements in the lens that have claims on both sides. */
export function* disputed(lens: Lens): Generator<Row> {
  for (const row of lens.statements()) if (lens.standing(row)?.disputed) yield row
}

/** The claims of a statement on one side: those that deny it, or those that do not. */
export function claimsOnSide(lens: Lens, row: Row, denying: boolean): Row[] {
  const { stance } = lens.store.claims.columns
  return lens.claims(row).filter((claim) => (stance[claim] === DENIES) === denying)
}

/**
 * Positive claims that cannot both be true, because what the relation gives can have but one holder at a time
 * (two flags, two sovereigns, two holders of one office): groups of rival statements whose times overlap.
 */
export function exclusiveConflicts(lens: Lens): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of lens.statements()) {
    const relation = lens.store.relationOf(row)
    if (!relation.exclusive || lens.standing(row)?.level === 'denied' || hasUnnamedEnd(lens, row)) continue
    const key = exclusiveKey(lens, row, relation)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
    .map((group) => group.filter((row) => hasRival(lens, row, group)))
    .filter((g) => g.length > 1)
}

/** An unnamed holder may be the one that others name: it is nobody's rival. */
function hasUnnamedEnd({ store }: Lens, row: Row): boolean {
  const { subject, object } = store.statements.columns
  return store.isUnnamed(subject[row]!) || store.isUnnamed(object[row]!)
}

function exclusiveKey(lens: Lens, row: Row, relation: Relation): string | undefined {
  const { subject, object } = lens.store.statements.columns
  const qualifiers = lens.store.qualifiersOf(row)
  const parts: unknown[] = [relation.name]
  for (const key of relation.exclusive ?? []) {
    const value = key === 'subject' ? subject[row] : key === 'object' ? object[row] : qualifiers[key]
    if (value === undefined) return undefined
    parts.push(value)
  }
  return canonicalJson(parts)
}

/** Another statement of the group with another holder, at a time that both may hold. */
function hasRival(lens: Lens, row: Row, group: readonly Row[]): boolean {
  const { subject, object } = lens.store.statements.columns
  const days = lens.days(row)
  return group.some((other) => {
    if (subject[other] === subject[row] && object[other] === object[row]) return false
    const others = lens.days(other)
    return days !== undefined && others !== undefined && overlap(days.possible, others.possible)
  })
}
