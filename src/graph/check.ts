import { type Issue, issue } from '../model/issue'
import type { StatementRecord } from '../model/record'
import type { Property, Relation } from '../ontology/ontology'
import type { Fields } from '../store/merge'
import type { Row, Store } from '../store/store'

/** How much of a record an issue tells. */
const EXCERPT = 500

/** A statement as it is checked: its parts by row or as they are stored, and its text for issues. */
interface Checked {
  readonly relation: Relation
  readonly subject: End
  readonly object: End
  readonly qualifiers: Fields
  readonly text: () => string
}
/** An entity by row (0 where nobody spoke of it before) and id. */
type End = readonly [row: Row, id: string]

/**
 * What is wrong with a stored statement now that its entities are known: a subject, object or qualifier of a
 * type that is not taken there (the issue has the record: it is to be dropped), and references to what is not
 * there (the statement stands).
 */
export function* checkStatement(store: Store, row: Row): Generator<Issue> {
  const statement = stored(store, row)
  yield* checkEnds(store, statement)
  yield* checkQualifiers(store, statement)
  const { by, source } = store.claims.columns
  for (const claim of store.claimsOf(row)) {
    const named = (end: Row): End | undefined => (end === 0 ? undefined : [end, store.idOf(end)])
    yield* checkClaim(store, statement, named(by[claim]!), named(source[claim]!), store.restOf(claim))
  }
}

/** What is wrong with a statement that is not stored yet, and with the claims that come with it: as above. */
export function* checkRecord(store: Store, record: StatementRecord): Generator<Issue> {
  const relation = store.ontology.relation(record.relation)
  const named = (id: string): End => [store.findEntity(id), id]
  const qualifiers: Fields = {}
  for (const name of relation.defining.keys()) if (record[name] !== undefined) qualifiers[name] = record[name]
  const [subject, object] = [named(record.subject), named(record.object)]
  const text = () => JSON.stringify(record).slice(0, EXCERPT)
  const statement = { relation, subject, object, qualifiers, text }
  yield* checkEnds(store, statement)
  yield* checkQualifiers(store, statement)
  for (const { by, source, ...rest } of record.claims) {
    yield* checkClaim(
      store,
      statement,
      by === undefined ? by : named(by),
      source === undefined ? source : named(source),
      rest,
    )
  }
}

function stored(store: Store, row: Row): Checked {
  const { subject, object } = store.statements.columns
  const named = (end: Row): End => [end, store.idOf(end)]
  return {
    relation: store.relationOf(row),
    subject: named(subject[row]!),
    object: named(object[row]!),
    qualifiers: store.qualifiersOf(row),
    text: () => excerpt(store, row),
  }
}

function* checkEnds(store: Store, { relation, subject, object, text }: Checked): Generator<Issue> {
  for (const [[end, id], key, types, code] of [
    [subject, 'subject', relation.from, 'bad-domain'],
    [object, 'object', relation.to, 'bad-range'],
  ] as const) {
    if (!store.isDeclared(end)) yield* missing(id, [key])
    else if (!fits(store, end, types)) {
      const message = `${relation.name} takes ${list(types)} as its ${key}, not ${describe(store, end)}`
      yield issue(code, message, { path: [key], record: text() })
    }
  }
  const [from, to] = [subject[0], object[0]]
  if (!relation.alike || !store.isDeclared(from) || !store.isDeclared(to)) return
  if (relation.from.some((type) => fits(store, from, [type]) && fits(store, to, [type]))) return
  const message = `${relation.name} joins like with like, not ${describe(store, from)} and ${describe(store, to)}`
  yield issue('bad-range', message, { path: ['object'], record: text() })
}

function* checkQualifiers(store: Store, { relation, qualifiers, text }: Checked): Generator<Issue> {
  for (const key of Object.keys(qualifiers)) {
    const property = relation.defining.get(key)
    if (property) yield* checkValue(store, property, qualifiers[key], [key], text)
  }
}

function* checkClaim(
  store: Store,
  { relation, text }: Checked,
  by: End | undefined,
  source: End | undefined,
  rest: Fields,
): Generator<Issue> {
  const via = typeof rest.via === 'string' ? ([store.findEntity(rest.via), rest.via] as const) : undefined
  for (const [named, key, types] of [
    [by, 'by', ['Actor']],
    [source, 'source', ['Source']],
    [via, 'via', ['Actor']],
  ] as const) {
    if (!named) continue
    const [end, id] = named
    if (!store.isDeclared(end)) yield* missing(id, ['claims', key])
    else if (!fits(store, end, types)) {
      // The claim stands: what is wrong is who or what it names.
      const message = `\`${key}\` of a claim is ${list(types)}, not ${describe(store, end)}`
      yield issue('bad-range', message, { path: ['claims', key] })
    }
  }
  for (const key of Object.keys(rest)) {
    const property = relation.details.get(key)
    if (property) yield* checkValue(store, property, rest[key], ['claims', key], text)
  }
}

/** More than the numbers of type sets go up to. */
const TYPE_SETS = 0x10000

/**
 * Finds out quickly that {@link checkStatement} has nothing to say. Most statements are alike, so what it said of
 * the types of two ends, of qualifiers, or of a claimant is kept. Good as long as no entity changes.
 */
export class QuickCheck {
  readonly #store: Store
  // By the place of the relation: pairs of type sets, and qualifiers, by their numbers; details that name entities.
  readonly #ends: Map<number, boolean>[] = []
  readonly #qualifiers: Map<number, boolean>[] = []
  readonly #details: (readonly Property[])[] = []
  /** By entity: 1 where it is an Actor (or a Source) and declared, 2 where it is not. */
  readonly #actors: Uint8Array
  readonly #sources: Uint8Array

  constructor(store: Store) {
    this.#store = store
    this.#actors = new Uint8Array(store.entityRows)
    this.#sources = new Uint8Array(store.entityRows)
    for (const { index, details } of store.ontology.relations.values()) {
      this.#ends[index] = new Map()
      this.#qualifiers[index] = new Map()
      this.#details[index] = [...details.values()].filter(({ kind }) => kind === 'entity' || kind === 'thing')
    }
  }

  /** Whether a statement is fine; false also where that is not worth finding out. */
  isFine(row: Row): boolean {
    return this.#endsAreFine(row) && this.#qualifiersAreFine(row) && this.#claimsAreFine(row)
  }

  #endsAreFine(row: Row): boolean {
    const store = this.#store
    const { relation, subject, object } = store.statements.columns
    const [from, to] = [subject[row]!, object[row]!]
    const [a, b] = [store.typeSetOf(from), store.typeSetOf(to)]
    // What an unnamed actor passes for is not a matter of its types alone.
    if (a === 0 || b === 0 || store.isUnnamed(from) || store.isUnnamed(to)) return false
    return remembered(this.#ends[relation[row]!]!, a * TYPE_SETS + b, () =>
      isEmpty(checkEnds(store, stored(store, row))),
    )
  }

  #qualifiersAreFine(row: Row): boolean {
    const store = this.#store
    const { relation, qualifiers } = store.statements.columns
    if (qualifiers[row] === 0) return true
    return remembered(this.#qualifiers[relation[row]!]!, qualifiers[row]!, () =>
      isEmpty(checkQualifiers(store, stored(store, row))),
    )
  }

  #claimsAreFine(row: Row): boolean {
    const store = this.#store
    const { by, source, next, rest } = store.claims.columns
    const details = this.#details[store.statements.columns.relation[row]!]!
    for (let claim = store.statements.columns.first[row]!; claim !== 0; claim = next[claim]!) {
      if (!this.#isA('Actor', by[claim]!, this.#actors)) return false
      if (!this.#isA('Source', source[claim]!, this.#sources)) return false
      if (rest[claim] === 0) continue
      const described = store.restOf(claim)
      if (described.via !== undefined || details.some(({ name }) => described[name] !== undefined))
        return false
    }
    return true
  }

  #isA(type: string, entity: Row, known: Uint8Array): boolean {
    if (entity === 0) return true
    if (known[entity] === 0) {
      known[entity] = this.#store.isDeclared(entity) && fits(this.#store, entity, [type]) ? 1 : 2
    }
    return known[entity] === 1
  }
}

function remembered(known: Map<number, boolean>, key: number, find: () => boolean): boolean {
  let found = known.get(key)
  if (found === undefined) {
    found = find()
    known.set(key, found)
  }
  return found
}

function isEmpty(issues: Generator<Issue>): boolean {
  return issues.next().done === true
}

function* checkValue(
  store: Store,
  property: Property,
  value: unknown,
  path: readonly string[],
  text: () => string,
): Generator<Issue> {
  if (property.kind !== 'entity' && property.kind !== 'thing') return
  for (const one of [value].flat()) {
    if (typeof one !== 'string' || !one.includes(':') || one.startsWith('stmt:')) continue
    const entity = store.findEntity(one)
    if (entity === 0 || !store.isDeclared(entity)) yield* missing(one, path)
    else if (property.of.length > 0 && !fits(store, entity, property.of)) {
      const message = `\`${property.name}\` is ${list(property.of)}, not ${describe(store, entity)}`
      yield issue('bad-range', message, { path, record: text() })
    }
  }
}

function* missing(id: string, path: readonly string[]): Generator<Issue> {
  yield issue('dangling', `${id} is spoken of, but no record of it came`, { path, entity: id })
}

/** Whether an entity is of one of the types; an ontology without them asks for nothing. */
function fits(store: Store, entity: Row, types: readonly string[]): boolean {
  const known = types.filter((type) => store.ontology.types.has(type))
  return known.length === 0 || store.passesFor(entity, known)
}

function describe(store: Store, entity: Row): string {
  return `${store.idOf(entity)} (${store.typesOf(entity).join(', ')})`
}

function list(types: readonly string[]): string {
  return types.length > 6 ? `${types.slice(0, 6).join(', ')}…` : types.join(' or ')
}

function excerpt(store: Store, row: Row): string {
  const { subject, object } = store.statements.columns
  const claims = [...store.claimsOf(row)].map((claim) => store.claim(claim))
  const record = {
    relation: store.relationOf(row).name,
    subject: store.idOf(subject[row]!),
    object: store.idOf(object[row]!),
    ...store.namedQualifiers(row),
    claims,
  }
  return JSON.stringify(record).slice(0, EXCERPT)
}
