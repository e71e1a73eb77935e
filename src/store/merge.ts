import { byCodeUnits, canonicalJson } from '../model/canonical'

/** A plain object of JSON. */
export type Fields = { [key: string]: unknown }

/** Fields whose several values are a set, in records of entities and in claims. */
export type IsSet = (field: string) => boolean

/** Fields that are maps, merged key by key. */
const MAPS = new Set(['label', 'description', 'extra'])

/**
 * Joins what two records say of one thing. Sets are united, maps joined key by key; where single values
 * differ the first stands and the other goes to `extra.conflicts`. Of two labels the first stands, and the other is no
 * conflict where it is among the names.
 *
 * @param first the record that was there
 * @param second the record that came
 * @param isSet whether a field is a set
 * @returns a new record, and the names of the fields in conflict
 */
export function mergeFields(
  first: Fields,
  second: Fields,
  isSet: IsSet,
): { merged: Fields; conflicts: string[] } {
  const merged: Fields = { ...first }
  const conflicts: string[] = []
  const refused: [string, unknown][] = []
  for (const key of Object.keys(second)) {
    const [there, comes] = [own(first, key), second[key]]
    if (there === undefined) set(merged, key, comes)
    else if (comes === undefined || canonicalJson(there) === canonicalJson(comes)) continue
    else if (key === 'extra') set(merged, key, joinExtra(there as Fields, comes as Fields))
    else if (MAPS.has(key)) {
      const join = mergeFields(there as Fields, comes as Fields, () => false)
      const texts = Object.entries(join.merged).filter(([language]) => language !== 'extra')
      set(merged, key, Object.fromEntries(texts.sort(([a], [b]) => byCodeUnits(a, b))))
      for (const part of join.conflicts) {
        // A second label that is among the names is not lost: lists write one name in several ways.
        if (key === 'label' && isNamed((comes as Fields)[part], first, second)) continue
        conflicts.push(`${key}.${part}`)
        refused.push([`${key}.${part}`, (comes as Fields)[part]])
      }
    } else if (isSet(key)) set(merged, key, unite(there, comes))
    else {
      conflicts.push(key)
      refused.push([key, comes])
    }
  }
  if (refused.length) {
    const extra = { ...((merged.extra as Fields | undefined) ?? {}) }
    // What foreign data calls `conflicts` is kept among them.
    const foreign = extra.conflicts === undefined ? {} : { 'extra.conflicts': [extra.conflicts] }
    const all: Fields = isFields(extra.conflicts) ? { ...extra.conflicts } : foreign
    for (const [key, value] of refused) set(all, key, unite(own(all, key) ?? [], [value]))
    extra.conflicts = all
    merged.extra = extra
  }
  return { merged, conflicts }
}

function isNamed(text: unknown, ...records: readonly Fields[]): boolean {
  return records.some(({ names }) => Array.isArray(names) && names.some((name) => name?.text === text))
}

/** Foreign fields that differ are kept side by side, as a list. */
function joinExtra(first: Fields, second: Fields): Fields {
  const joined: Fields = { ...first }
  for (const key of Object.keys(second)) {
    const [there, comes] = [own(first, key), second[key]]
    if (there === undefined) set(joined, key, comes)
    else if (canonicalJson(there) === canonicalJson(comes)) continue
    else if (key === 'conflicts' && isFields(there) && isFields(comes)) {
      const sides: Fields = { ...(there as Fields) }
      for (const [field, values] of Object.entries(comes as Fields))
        set(sides, field, unite(own(sides, field) ?? [], values))
      set(joined, key, sides)
    } else set(joined, key, unite(there, comes))
  }
  return joined
}

/** The values of both, each once, in the order in which sets are written. */
function unite(a: unknown, b: unknown): unknown[] {
  const all = new Map<string, unknown>()
  for (const value of [...(Array.isArray(a) ? a : [a]), ...(Array.isArray(b) ? b : [b])]) {
    all.set(typeof value === 'string' ? value : canonicalJson(value), value)
  }
  return [...all.keys()].sort(byCodeUnits).map((key) => all.get(key))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}

/** Sets an own property, also one called `__proto__`. */
function set(fields: Fields, key: string, value: unknown): void {
  Object.defineProperty(fields, key, { value, writable: true, enumerable: true, configurable: true })
}
