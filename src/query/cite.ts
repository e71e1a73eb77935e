import { byCodeUnits } from '../model/canonical'
import { LEVELS, type Level } from '../model/claim'
import { isolated } from '../model/direction'
import { printable } from '../model/issue'
import { pickText, type Text } from '../model/text'
import type { Relation } from '../ontology/ontology'
import type { Lens } from '../store/lens'
import type { Fields } from '../store/merge'
import { DENIES, DERIVED, type Row } from '../store/store'
import { weakest } from './edge'
import type { Edges } from './edges'

/** The label of an entity in the first language that has one, else its id. */
export function labelOf(lens: Lens, row: Row, languages?: readonly string[], id?: string): string {
  const { store } = lens
  const current = row === 0 ? row : store.current(row)
  return pickText(store.entity(current)?.label as Text | undefined, languages) ?? id ?? store.idOf(current)
}

/** A label within a line of text: whatever it holds, it makes no second line, and turns none around. */
export function named(lens: Lens, row: Row, languages?: readonly string[], id?: string): string {
  return isolated(titled(lens, row, languages, id))
}

/** A label that stands alone: whatever it holds, it makes no second line. */
export function titled(lens: Lens, row: Row, languages?: readonly string[], id?: string): string {
  return oneLine(labelOf(lens, row, languages, id))
}

/** Foreign text in one line, in which nothing is unseen. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
}

/** A statement's verb with what tells it apart: `supplies oil`, `meets, on trade`, `aids (economic)`. */
export function verbOf(lens: Lens, row: Row, languages?: readonly string[]): string {
  return verb(lens, lens.store.relationOf(row), lens.store.qualifiersOf(row), languages)
}

/** The verb of an edge; of one that is inferred also by what: `sanctions, through the European Union`. */
export function verbFor(edges: Edges, number: number, languages?: readonly string[]): string {
  const { lens } = edges
  const { relation, rule, rests } = edges.edge(number)
  const said = verb(lens, relation, edges.qualifiersOf(number), languages)
  if (rule === undefined) return said
  if (rule !== 'membership') return `${said} (inferred)`
  return `${said}, through ${named(lens, lens.store.statements.columns.subject[rests[0]!]!, languages)}`
}

function verb(
  lens: Lens,
  { label, defining }: Relation,
  qualifiers: Fields,
  languages?: readonly string[],
): string {
  let said = label
  for (const { name, kind, preposition, default: meant } of defining.values()) {
    const values = [qualifiers[name] ?? []].flat().map(String)
    if (values.length === 0 || name === 'event') continue
    if (kind === 'choice' && values[0] !== meant) said += ` (${values.join(', ')})`
    if (kind !== 'entity') continue
    const items = values.map((id) => named(lens, lens.store.findEntity(id), languages, id)).join(' and ')
    said += preposition === undefined ? ` ${items}` : `, ${preposition} ${items}`
  }
  return said
}

/** A verb as an arrow between two names: `─supplies oil→`; against it `←supplies oil─`; either way `─meets─`. */
export function arrow(verb: string, isSymmetric: boolean | undefined, isForward = true): string {
  if (isSymmetric) return `─${verb}─`
  return isForward ? `─${verb}→` : `←${verb}─`
}

// §2 before §11.
const order = new Intl.Collator('en', { numeric: true })

/** Who decides the standing of statements, step by step and then in order: each once. */
export function citationsOf(lens: Lens, statements: readonly Row[], languages?: readonly string[]): string[] {
  const cited = statements.flatMap((row) =>
    decisiveClaims(lens, row)
      .map((claim) => citationOf(lens, claim, languages))
      .sort(order.compare),
  )
  return [...new Set(cited)]
}

/** Who claims it, in what, and where: `Daniel Pinkston in Elaph, §16`. */
export function citationOf(lens: Lens, claim: Row, languages?: readonly string[]): string {
  const { store } = lens
  const { source, by } = store.claims.columns
  const claimant = store.provenance.claimant(claim)
  const work = source[claim]!
  const publisher = work === 0 ? undefined : store.entity(work)?.publisher
  const outlet = typeof publisher === 'string' ? store.findEntity(publisher) : 0
  const place = store.atOf(claim)
  const inWhat =
    outlet && outlet !== claimant
      ? named(lens, outlet, languages)
      : work && !outlet
        ? named(lens, work, languages)
        : ''
  const who = claimant ? named(lens, claimant, languages) : by[claim] ? store.idOf(by[claim]!) : ''
  const cited = [who, inWhat].filter((part) => part !== '').join(' in ') || 'nobody named'
  return place === undefined ? cited : `${cited}, ${isolated(oneLine(place))}`
}

/** The claims that decide the level of a statement: those of the stance that it comes from. */
export function decisiveClaims(lens: Lens, row: Row): Row[] {
  const level = lens.standing(row)?.level
  const { stance } = lens.store.claims.columns
  const own = lens.deciding(row)
  return own.filter((claim) => LEVELS[stance[claim]!] === level)
}

/** The sources of claims, each once, by id. */
export function sourcesOf({ store }: Lens, claims: readonly Row[]): string[] {
  const rows = claims.map((claim) => store.claims.columns.source[claim]!)
  return [...new Set(rows.filter((row) => row !== 0))].map((row) => store.idOf(row)).sort(byCodeUnits)
}

/** Claims that a statement does not hold: its own, and those of wider statements whose denial entails this one's. */
export function denialsOf(lens: Lens, row: Row): Row[] {
  const { stance } = lens.store.claims.columns
  return [...lens.deciding(row).filter((claim) => stance[claim] === DENIES), ...lens.denials(row)]
}

/** `predicted`, `predicted (our reading)`, `alleged, disputed`. */
export function standingOf(level: Level, disputed: boolean, derived: boolean): string {
  return `${level}${derived ? ' (our reading)' : ''}${disputed ? ', disputed' : ''}`
}

/** What rests on statements is worth, by the weakest of them, and then who says so. */
export function worthOf(
  lens: Lens,
  statements: readonly Row[],
  languages?: readonly string[],
): [standing: string, ...sayers: string[]] {
  const { level, disputed } = weakest(lens, statements)
  const derived = statements.some((row) => isDerived(lens, row))
  return [standingOf(level, disputed, derived), ...citationsOf(lens, statements, languages)]
}

/** Whether all the claims that decide a statement are our own reading. */
export function isDerived(lens: Lens, row: Row): boolean {
  const claims = decisiveClaims(lens, row)
  return (
    claims.length > 0 && claims.every((claim) => (lens.store.claims.columns.flags[claim]! & DERIVED) !== 0)
  )
}

/**
 * The actors who support a statement independently: distinct claimants at its level, never sources. Our own
 * readings count for none, nor do unnamed actors.
 */
export function independentClaimants(lens: Lens, row: Row): Row[] {
  const { store } = lens
  const { stance, flags } = store.claims.columns
  const claimants = new Set<Row>()
  for (const claim of decisiveClaims(lens, row)) {
    const by = store.provenance.claimant(claim)
    if (by === 0 || stance[claim] === DENIES || flags[claim]! & DERIVED || store.isUnnamed(by)) continue
    claimants.add(by)
  }
  return [...claimants].sort((a, b) => byCodeUnits(store.idOf(a), store.idOf(b)))
}
