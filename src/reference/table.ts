import type { EntityRecord } from '../model/record'

/** What reading the generated tables has in common. */

/** Rows of a generated table: a line a row, fields separated by semicolons; those at its end may be left out. */
export function rowsOf(table: string): string[][] {
  return table.split('\n').map((line) => line.split(';'))
}

/** Makes a value when it is first asked for, and keeps it: nothing is decoded where nobody asks. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The id that a key stands for: `KP` is `state:KP`, `.HK` is `territory:HK`. */
export function idOf(key: string): string {
  return key.startsWith('.') ? `territory:${key.slice(1)}` : `state:${key}`
}

/** Things by what they have in common, in their order. */
export function grouped<K, V>(things: Iterable<V>, keyOf: (thing: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}

/** Without the fields that a row leaves empty. */
export function given(fields: { readonly [name: string]: string | undefined }): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** Sources of a table: local id, type, English title, publisher, URL, when published, coverage. */
export function* sourcesOf(table: string): Generator<EntityRecord> {
  for (const [id, type = '', label = '', publisher, url, published, coverage] of rowsOf(table)) {
    yield {
      type,
      id: `source:${id}`,
      label: { en: label },
      ...given({ publisher, url, published, coverage }),
    }
  }
}
