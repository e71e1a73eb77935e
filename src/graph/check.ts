import { type Issue, issue } from '../model/issue'
import type { Property } from '../ontology/ontology'
import type { Row, Store } from '../store/store'

/**
 * What is wrong with a stored statement now that its entities are known: a subject, object or qualifier of a
 * type that is not taken there (the issue has the record: it is to be dropped), and references to what is not
 * there (the statement stands).
 */
export function* checkStatement(store: Store, row: Row): Generator<Issue> {
  const relation = store.relationOf(row)
  const { subject, object } = store.statements.columns
  const [from, to] = [subject[row]!, object[row]!]
  for (const [end, key, types, code] of [
    [from, 'subject', relation.from, 'bad-domain'],
    [to, 'object', relation.to, 'bad-range'],
  ] as const) {
    if (!store.isDeclared(end)) yield* missing(store.idOf(end), [key])
    else if (!fits(store, end, types)) {
      const message = `${relation.name} takes ${list(types)} as its ${key}, not ${describe(store, end)}`
      yield issue(code, message, { path: [key], record: excerpt(store, row) })
    }
  }
  if (relation.alike && store.isDeclared(from) && store.isDeclared(to)) {
    if (!relation.from.some((type) => fits(store, from, [type]) && fits(store, to, [type]))) {
      const message = `${relation.name} joins like with like, not ${describe(store, from)} and ${describe(store, to)}`
      yield issue('bad-range', message, { path: ['object'], record: excerpt(store, row) })
    }
  }
  const qualifiers = store.qualifiersOf(row)
  for (const key of Object.keys(qualifiers)) {
    const property = relation.defining.get(key)
    if (property) yield* checkValue(store, row, property, qualifiers[key], [key])
  }
  for (const claim of store.claimsOf(row)) {
    const { by, source } = store.claims.columns
    for (const [end, key, types] of [
      [by[claim]!, 'by', ['Actor']],
      [source[claim]!, 'source', ['Source']],
    ] as const) {
      if (end === 0) continue
      if (!store.isDeclared(end)) yield* missing(store.idOf(end), ['claims', key])
      else if (!fits(store, end, types)) {
        // The claim stands: what is wrong is who or what it names.
        yield issue('bad-range', `\`${key}\` of a claim is ${list(types)}, not ${describe(store, end)}`, {
          path: ['claims', key],
        })
      }
    }
    const rest = store.restOf(claim)
    for (const key of Object.keys(rest)) {
      const property = relation.details.get(key)
      if (property) yield* checkValue(store, row, property, rest[key], ['claims', key])
    }
  }
}

function* checkValue(
  store: Store,
  row: Row,
  property: Property,
  value: unknown,
  path: readonly string[],
): Generator<Issue> {
  if (property.kind !== 'entity' && property.kind !== 'thing') return
  for (const one of [value].flat()) {
    if (typeof one !== 'string' || one.startsWith('#') || one.startsWith('stmt:')) continue
    const entity = store.findEntity(one)
    if (entity === 0 || !store.isDeclared(entity)) yield* missing(one, path)
    else if (property.of.length > 0 && !fits(store, entity, property.of)) {
      const message = `\`${property.name}\` is ${list(property.of)}, not ${describe(store, entity)}`
      yield issue('bad-range', message, { path, record: excerpt(store, row) })
    }
  }
}

function* missing(id: string, path: readonly string[]): Generator<Issue> {
  yield issue('dangling', `${id} is spoken of, but no record of it came`, { path, entity: id })
}

/** Whether an entity is of one of the types; an ontology without them asks for nothing. */
function fits(store: Store, entity: Row, types: readonly string[]): boolean {
  const known = types.filter((type) => store.ontology.types.has(type))
  return known.length === 0 || store.isOf(entity, known)
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
  return JSON.stringify(record).slice(0, 500)
}
