import { byCodeUnits, canonicalJson } from '../model/canonical'

/** How a field differs between two records of one thing: `born`, or within a map `description.en`. */
export type FieldChange =
  | { readonly field: string; readonly from?: unknown; readonly to?: unknown }
  | { readonly field: string; readonly added: readonly unknown[]; readonly removed: readonly unknown[] }

type Fields = { readonly [field: string]: unknown }

const NONE: ReadonlySet<string> = new Set()

/**
 * The fields in which two records differ, by name; of lists, what came and what went.
 *
 * @param ignored fields that are not compared
 */
export function fieldChanges(older: Fields, newer: Fields, ignored: ReadonlySet<string>): FieldChange[] {
  const names = new Set([...Object.keys(older), ...Object.keys(newer)].filter((name) => !ignored.has(name)))
  return [...names].sort(byCodeUnits).flatMap((field): FieldChange[] => {
    const from = own(older, field)
    const to = own(newer, field)
    if (canonicalJson(from ?? null) === canonicalJson(to ?? null)) return []
    if (isFields(from) && isFields(to)) {
      return fieldChanges(from, to, NONE).map((change) => ({ ...change, field: `${field}.${change.field}` }))
    }
    if (Array.isArray(from ?? to) && Array.isArray(to ?? from)) {
      const { added, removed } = listChanges((from ?? []) as unknown[], (to ?? []) as unknown[]) // as was just seen
      return added.length + removed.length === 0 ? [] : [{ field, added, removed }]
    }
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]
  })
}

/** What came into a list and what went from it, whatever its order. */
export function listChanges(older: readonly unknown[], newer: readonly unknown[]) {
  const before = new Map(older.map((value) => [canonicalJson(value), value]))
  const after = new Map(newer.map((value) => [canonicalJson(value), value]))
  const only = (these: Map<string, unknown>, those: Map<string, unknown>) =>
    [...these.keys()]
      .filter((key) => !those.has(key))
      .sort(byCodeUnits)
      .map((key) => these.get(key))
  return { added: only(after, before), removed: only(before, after) }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}
