/** The fields of a record that say something: those that are undefined, or empty lists or texts, are left out. */
export function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(fields).filter(([, value]) => {
    if (typeof value === 'string' || Array.isArray(value)) return value.length > 0
    return value !== undefined
  })
  // The boundary: entries lose which key has which value.
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

/** The same, undefined where nothing is left. */
export function anyStated<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } | undefined {
  const said = stated(fields)
  return Object.keys(said).length > 0 ? said : undefined
}

/** Text on one line: where a publisher broke its lines, there is a blank. */
export function tidy(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined
}

/** Parts of a name or an address in their order, those that are missing left out. */
export function joined(parts: readonly (string | undefined)[], between = ' '): string | undefined {
  return (
    parts
      .map(tidy)
      .filter((part) => part !== undefined)
      .join(between) || undefined
  )
}

/** Each value once, in the order of its first coming. */
export function distinct<T>(values: readonly T[], key: (value: T) => string = String): T[] {
  const kept = new Map<string, T>()
  for (const value of values) if (!kept.has(key(value))) kept.set(key(value), value)
  return [...kept.values()]
}
