import { type Issue, isStatement, type Ontology, type PrefixMap, type StatecraftRecord } from 'statecraft'
import { canonicalJson } from '../../src/model/canonical'
import { orderEnds, statementId } from '../../src/model/identity'
import { RecordReader } from '../../src/ontology/reader'

/** Records in their canonical form, and what was wrong with them. */
export function canonical(
  raw: Iterable<object>,
  ontology: Ontology,
  prefixes: PrefixMap,
): { readonly records: StatecraftRecord[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const reader = new RecordReader(ontology, { prefixes, report: (found) => issues.push(found) })
  const records = [...raw].flatMap((one) => reader.read(one) ?? [])
  return { records, issues }
}

/**
 * Gives names of statements by handle way to ids, which is what RDF has.
 *
 * @param handles of statements before this one; its own is added
 */
export function linked(
  record: StatecraftRecord,
  ontology: Ontology,
  handles: Map<string, string>,
): StatecraftRecord {
  if (!isStatement(record)) return record
  const { ref, id: _, ...rest } = record
  const named: Record<string, unknown> = { ...rest }
  for (const { name, kind, many, ordered } of ontology.relation(record.relation).defining.values()) {
    if ((kind !== 'statement' && kind !== 'thing') || named[name] === undefined) continue
    const ids = [named[name]].flat().map((one) => handles.get(String(one)) ?? String(one))
    named[name] = !many ? ids[0] : ordered ? ids : [...new Set(ids)].sort()
  }
  const found = named as unknown as typeof record // as it was, but for the names
  if (ref !== undefined) handles.set(ref, idOf(found, ontology))
  return found
}

/** The id of a statement that names others by id. */
export function idOf(record: StatecraftRecord, ontology: Ontology): string {
  if (!isStatement(record)) return String(record.id)
  const { defining, symmetric = false } = ontology.relation(record.relation)
  const given = [...defining.values()].filter(({ name }) => record[name] !== undefined)
  const ordered = new Set(given.filter((one) => one.ordered).map(({ name }) => name))
  const qualifiers = Object.fromEntries(given.map(({ name }) => [name, record[name]]))
  return statementId({ ...record, qualifiers }, { symmetric, ordered })
}

/** A record as one string: the same for two that say the same. Claims are a set, and so are symmetric ends. */
export function keyOf(record: StatecraftRecord, ontology: Ontology): string {
  if (!isStatement(record)) return canonicalJson(record)
  const { id: _, ref: __, status: ___, claims, ...rest } = record
  const { symmetric } = ontology.relation(record.relation)
  const [subject, object] = orderEnds(record.subject, record.object, symmetric)
  const said = claims.map(({ id: _, ...claim }) => canonicalJson(claim)).sort()
  return canonicalJson({ ...rest, subject, object, claims: said })
}
