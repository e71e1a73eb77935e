import { byCodeUnits } from '../../model/canonical'
import { over } from '../../query/broader'
import { Edges } from '../../query/edges'
import type { Lens } from '../../store/lens'
import type { Row } from '../../store/store'
import { lesserClaims } from '../certainty'
import { armsOf } from './arms'
import { detail, entityOf } from './detail'
import { Easings } from './easing'
import { type Licence, Licences } from './licence'

/** Measures on a target as such, by one statement, with what bears on them. Whether they are in force, a day tells. */
export interface Embargo {
  /** The `sanctions` statement. */
  readonly statement: Row
  readonly sender: Row
  readonly target: Row
  /** As the deciding claims say, united, sorted. */
  readonly measures: readonly string[]
  /** Of these, the ones that bear on the item that was asked for; all, where none was. */
  readonly bearing: readonly string[]
  /** Where the deciding claims agree on it. */
  readonly scope: 'comprehensive' | 'partial' | undefined
  /** The item that the measures are on, where they are on one. */
  readonly item: Row | undefined
  readonly programme: Row | undefined
  /** `broader` statements by which the item that was asked for falls under the measures. */
  readonly broader: readonly Row[]
  /** `suspends` statements, of whatever day and standing. */
  readonly suspensions: readonly Row[]
  /** Licences, of whatever day and standing, that allow dealings in the item asked for, or else in its own. */
  readonly licences: readonly Licence[]
}

/** Of what measures are looked for. */
export interface EmbargoesAsked {
  /** Only measures on this item, on a broader one, or on goods in general. */
  readonly item?: Row | undefined
  /** Only measures on goods that go this way: to the target, or from it. Either, where not given. */
  readonly goods?: 'to' | 'from' | undefined
  /** Rows of those whose licences count beside the target's own: whoever deals with it. */
  readonly parties?: readonly Row[] | undefined
  /** What is known already of what senders suspend and license. */
  readonly easings?: Easings | undefined
}

/**
 * Measures that prohibit goods of all kinds, by the way that these go. A price cap is on services; an embargo on arms
 * is on arms alone; other values of the list are on other things than goods.
 */
const GOODS: { readonly [way in 'to' | 'from']: ReadonlySet<string> } = {
  to: new Set(['trade-embargo', 'export-control', 'blockade']),
  from: new Set(['trade-embargo', 'import-restrictions', 'blockade']),
}

/** Measures on arms: none may go to the target; what may not be bought from it is among the restrictions. */
const ARMS: { readonly [way in 'to' | 'from']: ReadonlySet<string> } = {
  to: new Set(['arms-embargo', 'arms-restrictions']),
  from: new Set(['arms-restrictions']),
}

/** Goods that go the other way only are not prohibited by a measure that names a direction. */
const ONLY: ReadonlyMap<string, 'to' | 'from'> = new Map([
  ['export-control', 'to'],
  ['arms-embargo', 'to'],
  ['import-restrictions', 'from'],
])

/**
 * The measures on a target as such: `sanctions` statements of the view of which it is the object.
 *
 * With an item, those that are on that item or on a broader one, whatever the measures are, unless all of them are on
 * goods that go the other way; and those on no item and no sector whose measures are on goods (or on arms, where the
 * item is arms), or whose scope is comprehensive. Where it is not stated which measures there are, they are not taken
 * to be on goods: see {@link vagueMeasuresOn}. What an organisation has in force stays the organisation's.
 *
 * @param lens of a view of all days: what holds when is for {@link forceOn} to tell
 * @returns by sender and statement, in the order of their ids
 */
export function embargoesOn(lens: Lens, target: Row, asked: EmbargoesAsked = {}): Embargo[] {
  const broader = asked.item === undefined ? undefined : over(lens, asked.item)
  const arms = broader && armsOf(lens, broader)
  const found: Embargo[] = []
  for (const embargo of measuresOn(lens, target, asked)) {
    if (!broader) {
      found.push(embargo)
      continue
    }
    const { item, measures, scope } = embargo
    const ways = asked.goods === undefined ? (['to', 'from'] as const) : [asked.goods]
    if (item !== undefined) {
      const by = broader.get(item)
      const bearing = measures.filter((measure) => {
        const only = ONLY.get(measure)
        return only === undefined || ways.includes(only)
      })
      if (by && (bearing.length > 0 || measures.length === 0))
        found.push({ ...embargo, bearing, broader: by })
      continue
    }
    if (sectorOf(lens, embargo.statement)) continue
    const onGoods = measures.filter((measure) => ways.some((way) => GOODS[way].has(measure)))
    const onArms = arms ? measures.filter((measure) => ways.some((way) => ARMS[way].has(measure))) : []
    if (onGoods.length > 0) found.push({ ...embargo, bearing: onGoods })
    else if (scope === 'comprehensive') found.push({ ...embargo })
    else if (onArms.length > 0) found.push({ ...embargo, bearing: onArms, broader: arms ?? [] })
  }
  return found
}

/**
 * Measures on a target of which it is not settled whether they are on goods: on no item and no sector, and of no stated
 * kind, or by some claims comprehensive and by others not, or on goods by what is only likely or alleged.
 */
export function vagueMeasuresOn(lens: Lens, target: Row): Row[] {
  const { store } = lens
  return sanctionsOn(lens, target).filter((statement) => {
    if (store.namedQualifiers(statement).item !== undefined || sectorOf(lens, statement)) return false
    const measures = measuresOf(lens, statement)
    if (scopeOf(lens, statement) === 'comprehensive') return false
    if (measures.some((measure) => GOODS.to.has(measure) || GOODS.from.has(measure))) return false
    const isOpen =
      detail(lens, statement, 'scope').includes('comprehensive') ||
      lesserClaims(lens, statement).some((claim) => isOnGoods(lens, claim))
    return isOpen || measures.length === 0 || measures.includes('not-stated')
  })
}

function isOnGoods(lens: Lens, claim: Row): boolean {
  const said: { readonly measures?: unknown; readonly scope?: unknown } = lens.store.restOf(claim)
  const measures = [said.measures].flat().map(String)
  return said.scope === 'comprehensive' || measures.some((one) => GOODS.to.has(one) || GOODS.from.has(one))
}

/** Measures as the claims that decide say: all of them, sorted. */
export function measuresOf(lens: Lens, statement: Row): string[] {
  return detail(lens, statement, 'measures')
}

function* measuresOn(
  lens: Lens,
  target: Row,
  { item: asked, parties = [], easings = new Easings(lens) }: EmbargoesAsked,
): Generator<Embargo> {
  const { store } = lens
  const licences = new Licences(lens)
  const { subject } = store.statements.columns
  for (const statement of sanctionsOn(lens, target)) {
    const qualifiers = store.namedQualifiers(statement)
    const [item, programme] = [qualifiers.item, qualifiers.programme].map((id) => entityOf(lens, id))
    const measures = measuresOf(lens, statement)
    yield {
      statement,
      sender: subject[statement]!,
      target,
      programme,
      item,
      measures,
      bearing: measures,
      scope: scopeOf(lens, statement),
      broader: [],
      suspensions: easings.suspensionsOf(statement),
      licences: licences.from(easings.licencesOf(statement, { parties }), target, asked ?? item),
    }
  }
}

function sanctionsOn(lens: Lens, target: Row): Row[] {
  const { store } = lens
  const relation = store.ontology.relations.get('sanctions')
  if (!relation) return []
  const rows = Array.from(
    Edges.of(lens).about(new Set([relation.index]), undefined, target),
    ({ statement }) => statement,
  )
  const { subject } = store.statements.columns
  const key = (row: Row) => `${store.idOf(subject[row]!)} ${store.statementId(row)}`
  return rows.sort((a, b) => byCodeUnits(key(a), key(b)))
}

function scopeOf(lens: Lens, statement: Row): Embargo['scope'] {
  const [scope, ...others] = detail(lens, statement, 'scope')
  return others.length === 0 && (scope === 'comprehensive' || scope === 'partial') ? scope : undefined
}

function sectorOf(lens: Lens, statement: Row): boolean {
  return lens.store.namedQualifiers(statement).sector !== undefined
}
